"""`python3 -m fuzz`: batches of generated programs under CPython and translated, compared; failures reduced."""

import argparse
import os
import re
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from .generator import Batch
from .reduce import reduced

ROOT = Path(__file__).resolve().parents[2]
LIMIT = 60  # seconds, of a run or a translation


@dataclass(frozen=True)
class Outcome:
    """How a program behaved: its standard output and status, or why there is none."""

    kind: str  # "ran", "refused", "crashed", "hung"
    output: str
    status: int


def run(command: list[str], stdout_only: bool = True) -> Outcome:
    try:
        done = subprocess.run(command, capture_output=True, text=True, errors="replace", timeout=LIMIT)
    except subprocess.TimeoutExpired:
        return Outcome("hung", "", -1)
    if done.returncode < 0 or done.returncode == 70:
        return Outcome("crashed", done.stderr, done.returncode)
    return Outcome("ran", done.stdout if stdout_only else done.stdout + done.stderr, done.returncode)


class Comparison:
    """Runs programs both ways in a scratch folder."""

    def __init__(self, sapwood: Path, scratch: Path, python: str, options: list[str]):
        self.sapwood, self.scratch, self.python, self.options = sapwood, scratch, python, options
        self.not_compared = 0  # programs for which CPython itself takes too long
        scratch.mkdir(parents=True, exist_ok=True)

    def verdict(self, source: str) -> str:
        """Empty: both did the same.  Else what is wrong, in one word, and the particulars below it."""
        program = self.scratch / "program.py"
        program.write_text(source)
        wanted = run([self.python, "-W", "ignore", str(program)])
        if wanted.kind != "ran":
            self.not_compared += 1
            return ""
        executable = self.scratch / "program"
        built = run([str(self.sapwood), "build", *self.options, str(program), "-o", str(executable)], stdout_only=False)
        if built.kind != "ran":
            return f"translator {built.kind}\n{built.output}"
        if built.status != 0:
            located = all(line.startswith(str(program)) for line in built.output.splitlines() if ": error: " in line)
            slug = re.search(r"\[(\w+)\]$", built.output, re.MULTILINE)
            return f"refused {slug[1] if slug else 'otherwise'}{'' if located else ' without a place'}\n{built.output}"
        got = run([str(executable)])
        if got == wanted:
            return ""
        return f"differs ({got.kind})\n{difference(wanted.output, got.output)}"


def difference(wanted: str, got: str) -> str:
    for number, (a, b) in enumerate(zip(wanted.splitlines() + [""], got.splitlines() + [""]), 1):
        if a != b:
            return f"line {number}:\n  CPython: {a}\n  Sapwood: {b}"
    return "the lengths differ"


def main() -> int:
    parser = argparse.ArgumentParser(prog="fuzz", description=__doc__)
    parser.add_argument("--batches", type=int, default=20)
    parser.add_argument("--functions", type=int, default=50, help="in each batch")
    parser.add_argument("--seed", type=int, default=1, help="of the first batch; the next have the next numbers")
    parser.add_argument("--sapwood", type=Path, default=ROOT / "build" / "release" / "bin" / "sapwood")
    parser.add_argument("--scratch", type=Path, default=ROOT / "build" / "fuzz")
    parser.add_argument("--python", default="/usr/bin/python3")
    parser.add_argument("--option", action="append", default=["-O0"], help="for the translator")
    parser.add_argument("--no-reduce", action="store_true", help="do not look for the smallest failing program")
    arguments = parser.parse_args()

    comparison = Comparison(arguments.sapwood, arguments.scratch, arguments.python, arguments.option)
    seen: Counter[str] = Counter()
    failures = 0
    for seed in range(arguments.seed, arguments.seed + arguments.batches):
        batch = Batch(seed, arguments.functions)
        seen += batch.seen
        verdict = comparison.verdict(batch.source())
        if not verdict:
            continue
        failures += 1
        source = batch.source()
        if not arguments.no_reduce:
            source, verdict = reduced(batch, comparison.verdict, verdict)
        kept = arguments.scratch / f"failure_{seed}.py"
        kept.write_text(source)
        print(f"batch {seed}: {verdict}\n  kept as {os.path.relpath(kept)}", flush=True)
    print(f"{arguments.batches} batches of {arguments.functions} functions, {failures} failures, "
          f"{comparison.not_compared} that CPython did not finish, "
          f"{len(seen)} constructs written {sum(seen.values())} times")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
