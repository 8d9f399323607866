"""MATRIX.tsv is true: its programs exist and contain the evidence, and no program is left out.

Columns: part, item, evidence (a piece of source; `\\n    ` stands for a line end), programs. A program begins with one
line that says what it claims. With --run, each program runs three times under CPython, with other hash seeds, and must
do the same, and what programs of differs/ print must not be what CPython prints, unless CPython never calls them."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
PARTS = ["numbers", "text", "containers", "classes", "functions", "statements", "system", "module level", "together"]
SEEDS = ("0", "1", "77")


def programs() -> dict[str, Path]:
    found = [*HERE.glob("*.py"), *HERE.glob("differs/*.py")]
    return {
        path.relative_to(HERE).with_suffix("").as_posix(): path
        for path in sorted(found)
        if not path.name.startswith("check_")
    }


def matrix_complaints(known: dict[str, Path]) -> list[str]:
    complaints = []
    listed = set()
    items = set()
    lines = (HERE / "MATRIX.tsv").read_text().splitlines()
    if lines[0] != "part\titem\tevidence\tprograms":
        complaints.append("the first line does not name the columns")
    for number, line in enumerate(lines[1:], 2):
        fields = line.split("\t")
        if len(fields) != 4 or not all(fields):
            complaints.append(f"line {number} does not have four fields")
            continue
        part, item, evidence, names = fields
        if part not in PARTS:
            complaints.append(f"line {number}: there is no part {part}")
        if (part, item) in items and part != "together":
            complaints.append(f"line {number}: {part}, {item} is listed twice")
        items.add((part, item))
        for name in names.split():
            listed.add(name)
            if name not in known:
                complaints.append(f"line {number}: {name} does not exist")
                continue
            source = known[name].read_text()
            if evidence not in source and evidence.replace("\\n", "\n") not in source:
                complaints.append(f"line {number}: {name} does not contain {evidence}")
    complaints += [f"{part} has no item" for part in PARTS if part not in {part for part, _ in items}]
    complaints += [f"{name} is not in the matrix" for name in known if name not in listed]
    return complaints


def form_complaints(name: str, path: Path) -> list[str]:
    complaints = []
    first = path.read_text().splitlines()[0]
    if not (first.startswith('"""') and first.endswith('."""')):
        complaints.append(f"{name} does not begin with a line that says what it claims")
    if path.parent.name == "differs":
        complaints += [
            f"{name}{end} is missing" for end in (".out", ".status") if not path.with_suffix(end).exists()
        ]
    return complaints


def behaviour(path: Path, seed: str) -> tuple[int, bytes, bytes]:
    args = path.with_suffix(".args")
    stdin = path.with_suffix(".in")
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            [sys.executable, path, *(args.read_text().splitlines() if args.exists() else [])],
            input=stdin.read_bytes() if stdin.exists() else b"",
            capture_output=True,
            cwd=folder,
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"},
            timeout=30,
            check=False,
        )
    return done.returncode, done.stdout, done.stderr


def run_complaints(name: str, path: Path) -> list[str]:
    results = [behaviour(path, seed) for seed in SEEDS]
    if any(result != results[0] for result in results):
        return [f"{name} does not do the same in three runs"]
    status, stdout, _ = results[0]
    if path.parent.name == "differs" and "entry" not in name and "truncated" not in name:
        expected = int(path.with_suffix(".status").read_text()), path.with_suffix(".out").read_bytes()
        if expected == (status, stdout):
            return [f"{name} does not differ from CPython"]
    return []


def main() -> int:
    known = programs()
    complaints = matrix_complaints(known)
    for name, path in known.items():
        complaints += form_complaints(name, path)
        if "--run" in sys.argv[1:]:
            complaints += run_complaints(name, path)
    print(*complaints, sep="\n")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
