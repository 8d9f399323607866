"""Every error, warning and hint of flowgraph/diagnostics.def has a test here, and every test expects a row that exists.

What cannot come from a Python program is named in ELSEWHERE, with the reason; such a row must exist as well."""

import re
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
TABLE = HERE.parents[1] / "flowgraph" / "diagnostics.def"
ROW = re.compile(r"^DIAG\(\w+,\s*(\w+),\s*(\w+),", re.MULTILINE)
EXPECTATION = re.compile(r"#\s*(error|warning|hint):\s*([a-z][\w-]*)")

ELSEWHERE = {
    "fg_syntax": "comes from a saved graph, not from a program",
    "fg_invalid": "comes from a saved graph; the verifier has a test for each of its rules",
    "no_value": "code after what never produces a value is unreachable; no inference gives this yet",
    "internal": "a mistake of the translator; no program is known that provokes one",
}

rows = dict(ROW.findall(TABLE.read_text()))
tests = sorted(path for path in HERE.glob("*.py") if not path.name.startswith("check_"))
complaints = []
tested = set()

for path in tests:
    found = EXPECTATION.findall(path.read_text())
    tested |= {slug for _, slug in found}
    for level, slug in found:
        if slug not in rows:
            complaints.append(f"{path.name} expects {slug}, which {TABLE.name} does not have")
        elif rows[slug] != level:
            complaints.append(f"{path.name} expects {slug} as {level}, which is a row of severity {rows[slug]}")
    if not found and not path.name.startswith("clean_"):
        complaints.append(f"{path.name} expects nothing; a program without messages is named clean_*.py")
    if found and path.name.startswith("clean_"):
        complaints.append(f"{path.name} is named clean, but expects messages")

for slug, severity in rows.items():
    if severity != "note" and slug not in tested and slug not in ELSEWHERE:
        complaints.append(f"{TABLE.name} has the row {slug}, which no program here provokes")
for slug in ELSEWHERE:
    if slug not in rows:
        complaints.append(f"{slug} is excused, but {TABLE.name} does not have it")
    if slug in tested:
        complaints.append(f"{slug} is excused, but tested")

print(*complaints, sep="\n")
sys.exit(1 if complaints else 0)
