"""The pages of docs/diagnostics: one for each row of the table, and what they call wrong and right is.

The wrong program of a page gives exactly the diagnostic that the page is about; the right one gives none, and CPython
runs it.  `sapwood explain` prints each page by its number and by its slug.  `check --format json` tells the
same as the text does."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
SCRATCH = Path(os.environ["SAPWOOD_SCRATCH"])
SAPWOOD = Path(os.environ["SAPWOOD_BUILD"]) / "bin" / "sapwood"
ROW = re.compile(r"^DIAG\((E\d+),\s*(\w+),\s*(\w+),", re.MULTILINE)
PROGRAM = re.compile(r"^(Wrong|Right):\n\n```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)
# What no program gives, or what is shown as CPython shows it.
WITHOUT_PROGRAM = {"no_value", "fg_syntax", "fg_invalid", "internal"}
SHOWN_AS_TRACEBACK = {"syntax_error", "module_raised"}

complaints = []


def run(*command: object) -> subprocess.CompletedProcess:
    return subprocess.run([*map(str, command)], capture_output=True, text=True, cwd=SCRATCH, timeout=60)


def check_command(severity: str) -> list[object]:
    return [SAPWOOD, "check", *(["--hints"] if severity == "hint" else [])]


def check_wrong(slug: str, severity: str, source: str) -> None:
    program = SCRATCH / f"{slug}_wrong.py"
    program.write_text(source)
    done = run(*check_command(severity), program)
    if slug in SHOWN_AS_TRACEBACK:
        python = run(sys.executable, program)
        if done.returncode != 1 or python.returncode != 1:
            complaints.append(f"{slug}: the wrong program ends with {done.returncode}, under CPython {python.returncode}")
        return
    found = re.findall(r"(?:error|warning|hint): .* \[(\w+)\]$", done.stderr, re.MULTILINE)
    if found != [slug]:
        complaints.append(f"{slug}: the wrong program gives {found}\n{done.stderr}")
    as_json = json.loads(run(*check_command(severity), "--format", "json", program).stdout)
    for entry in as_json:
        head = f"{entry['file']}:{entry['line']}:{entry['column']}: {entry['severity']}: {entry['message']} [{entry['slug']}]"
        if head not in done.stderr:
            complaints.append(f"{slug}: {head} is in the JSON but not in\n{done.stderr}")
    if len(as_json) != len(found):
        complaints.append(f"{slug}: {len(as_json)} diagnostics as JSON, {len(found)} as text")


def check_right(slug: str, severity: str, source: str) -> None:
    program = SCRATCH / f"{slug}_right.py"
    program.write_text(source)
    done = run(*check_command(severity), program)
    if done.returncode != 0 or done.stderr:
        complaints.append(f"{slug}: the right program gives\n{done.stderr}")
    if json.loads(run(*check_command(severity), "--format", "json", program).stdout):
        complaints.append(f"{slug}: the right program has diagnostics as JSON")
    arguments = ["2", "x"] if slug == "bad_entry_signature" else []
    entry = "\n\nif __name__ == '__main__' and not inspect.signature(main).parameters:\n    main()\n"
    program.write_text(f"import inspect\n{source}{entry}")
    python = run(sys.executable, program, *arguments)
    if python.returncode != 0:
        complaints.append(f"{slug}: CPython refuses the right program\n{python.stderr}")


rows = ROW.findall((ROOT / "flowgraph" / "diagnostics.def").read_text())
numbers = [number for number, _, _ in rows]
if len(set(numbers)) != len(numbers):
    complaints.append("a number is used twice")
pages = {path.stem: path.read_text() for path in (ROOT / "docs" / "diagnostics").glob("E*.md")}
for stray in sorted(pages.keys() - {f"{number}_{slug}" for number, slug, _ in rows}):
    complaints.append(f"{stray}.md is about no row of the table")

for number, slug, severity in rows:
    page = pages.get(f"{number}_{slug}")
    if page is None:
        complaints.append(f"{number} {slug} has no page")
        continue
    for topic in (number, number.lower(), slug):
        done = run(SAPWOOD, "explain", topic)
        if done.returncode != 0 or done.stdout != page:
            complaints.append(f"`sapwood explain {topic}` does not print the page")
    programs = dict(PROGRAM.findall(page))
    if slug in WITHOUT_PROGRAM:
        if programs:
            complaints.append(f"{slug} is said to have no program, but its page has")
        continue
    if programs.keys() != {"Wrong", "Right"}:
        complaints.append(f"the page of {slug} needs a wrong and a right program")
        continue
    check_wrong(slug, severity, programs["Wrong"])
    check_right(slug, severity, programs["Right"])

listed = run(SAPWOOD, "explain").stdout.split()
if listed != [word for number, slug, _ in sorted(rows) for word in (number, slug)]:
    complaints.append(f"`sapwood explain` lists {listed}")
if run(SAPWOOD, "explain", "E999").returncode != 1:
    complaints.append("`sapwood explain E999` does not fail")

print(*complaints, sep="\n")
sys.exit(1 if complaints else 0)
