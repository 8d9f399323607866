"""Runs a program under CPython and translated, and says what differs."""

import ast
import re
import resource
import signal
import subprocess
from dataclasses import dataclass
from pathlib import Path

SECONDS = 100  # of processor time, of a run or a translation
PATIENCE = 1000  # seconds, for what waits: the machine may be busy


@dataclass(frozen=True)
class Outcome:
    """How a program behaved: its standard output and status, or why there is none."""

    kind: str  # "ran", "refused", "crashed", "hung"
    output: str
    status: int


def run(command: list[str], stdout_only: bool = True) -> Outcome:
    try:
        done = subprocess.run(command, capture_output=True, text=True, errors="replace", timeout=PATIENCE, preexec_fn=_limit)
    except subprocess.TimeoutExpired:
        return Outcome("hung", "", -1)
    if done.returncode == -signal.SIGXCPU:
        return Outcome("hung", "", -1)
    if done.returncode < 0 or done.returncode == 70:
        return Outcome("crashed", done.stderr, done.returncode)
    return Outcome("ran", done.stdout if stdout_only else done.stdout + done.stderr, done.returncode)


def _limit() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 5))


class Comparison:
    """Runs programs both ways in a scratch folder."""

    def __init__(self, sapwood: Path, scratch: Path, python: str, options: list[str]):
        self.sapwood, self.scratch, self.python, self.options = sapwood, scratch, python, options
        self.not_compared = 0  # programs for which CPython itself takes too long
        self.compared = False  # the last program
        scratch.mkdir(parents=True, exist_ok=True)

    def verdict(self, source: str) -> str:
        """Empty: both did the same.  Else what is wrong, in one word, and the particulars below it."""
        program = self.scratch / "program.py"
        program.write_text(source)
        wanted = run([self.python, "-W", "ignore", str(program)])
        self.compared = wanted.kind == "ran"
        if not self.compared:
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


def refused_functions(source: str, verdict: str) -> set[str]:
    """The generated functions in which a refusal has its places, by the lines of its errors."""
    lines = {int(number) for number in re.findall(r"program\.py:(\d+):\d+: error: ", verdict)}
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef) and re.fullmatch(r"(try_)?[fgm]\d+", node.name):
            if any(node.lineno <= line <= node.end_lineno for line in lines):
                found.add(node.name.removeprefix("try_"))
    return found


def difference(wanted: str, got: str) -> str:
    for number, (a, b) in enumerate(zip(wanted.splitlines() + [""], got.splitlines() + [""]), 1):
        if a != b:
            return f"line {number}:\n  CPython: {a}\n  Sapwood: {b}"
    return "the lengths differ"
