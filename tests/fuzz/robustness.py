"""Feeds the translator files that nobody would write, and judges its answers.

`sapwood emit` must end with status 0, or with 1 and a message that has a place (or CPython's own traceback, where
the module level raised or did not parse).  A signal, status 70, the word of an internal error, a message without a
place, a failed verification and a hang are findings.
"""

import os
import re
import resource
import signal
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from .mutate import Mutator

SANDBOX = Path(__file__).resolve().parent / "sandbox"
MEMORY = 3 << 30  # bytes of address space
MODULE_SECONDS = 4  # that the module level may take; what takes longer is the program's fault
SECONDS = 20  # of processor time that the whole may take; the rest is the translator's
PATIENCE = 200  # seconds, for what waits
LARGEST_FILE = 64 << 20  # bytes, of what is written

PLACE = re.compile(r"^(?P<file>[^\n]*?):(?P<line>\d+):(?P<column>\d+): (?:error|warning|note|hint): ")
MESSAGE = re.compile(r"^(?:[^\n ]*: )?(?:error|warning): |(?<!:\d: )\berror: .*\[\w+\]$")


@dataclass(frozen=True)
class Answer:
    """What became of one file.  `kind` is "" where all is well; else what is wrong, the same for the same cause."""

    kind: str
    detail: str
    outcome: str  # "translated", "refused", "raised" (at the module level)


class Feeder:
    """Gives files to the translator, in a folder of their own."""

    def __init__(self, sapwood: Path, scratch: Path, python: str, options: tuple[str, ...] = ("-O1", "--verify-each")):
        self.sapwood, self.python, self.options = sapwood.resolve(), python, options
        self.scratch = scratch.resolve() / "fed"
        self.scratch.mkdir(parents=True, exist_ok=True)

    def answer(self, source: bytes) -> Answer:
        program = self.scratch / "program.py"
        program.write_bytes(source)
        command = [str(self.sapwood), "emit", *self.options, "program.py", "-o", str(self.scratch / "out.c")]
        status, text = self._run(command)
        if status is None and self._is_slow_to_import():
            return Answer("", "", "raised")
        return judge(status, text)

    def _is_slow_to_import(self) -> bool:
        """Whether CPython does not finish the module level either: one of its instructions takes for ever."""
        status, _ = self._run([self.python, "-c", "import program"])
        return status is None

    def _run(self, command: list[str]) -> tuple[int | None, str]:
        environment = {"PATH": os.defpath, "HOME": str(self.scratch), "LANG": "C.UTF-8", "PYTHONPATH": str(SANDBOX), "PYTHONHASHSEED": "0",
                       "PYTHONDONTWRITEBYTECODE": "1", "PYTHONWARNINGS": "ignore", "FUZZ_SCRATCH": str(self.scratch), "FUZZ_SECONDS": str(MODULE_SECONDS)}
        child = subprocess.Popen(command, cwd=self.scratch, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                 stderr=subprocess.PIPE, start_new_session=True, preexec_fn=_limit)
        try:
            _, text = child.communicate(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            os.killpg(child.pid, signal.SIGKILL)
            child.communicate()
            return None, ""
        if child.returncode in (-signal.SIGXCPU, -signal.SIGKILL):
            return None, ""
        return child.returncode, text.decode(errors="replace")


def _limit() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_FSIZE, (LARGEST_FILE, LARGEST_FILE))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


def judge(status: int | None, text: str) -> Answer:
    """The answer to one file, by exit status (None: it took too long) and standard error."""
    if status is None:
        return Answer("hang", f"no answer within {SECONDS} s of processor time", "")
    if status < 0:
        return Answer(f"killed by {signal.Signals(-status).name}", text, "")
    wrong = next((line for line in text.splitlines() if "internal error" in line or "[internal]" in line or "[fg_invalid]" in line), "")
    if wrong:
        return Answer("internal: " + cause(wrong), text, "")
    if status not in (0, 1):
        return Answer(f"status {status}: {cause(text)}", text, "")
    if status == 0:
        return Answer("", "", "translated")
    if has_traceback(text):
        return Answer("", "", "raised")
    lines = [line for line in text.splitlines() if line and not line.startswith(" ")]
    if not any(PLACE.match(line) for line in lines):
        return Answer("no place: " + cause(text), text, "")
    bare = next((line for line in lines if MESSAGE.search(line) and not PLACE.match(line)), "")
    if bare:
        return Answer("no place: " + cause(bare), text, "")
    return Answer("", "", "refused")


def has_traceback(text: str) -> bool:
    """Whether CPython says why the module could not be imported."""
    return "Traceback (most recent call last):" in text or re.search(r"^\w*(?:Error|TooLong)\b", text, re.MULTILINE) is not None


def cause(text: str) -> str:
    """A line without what differs between two programs with one mistake in common."""
    line = next((line for line in text.splitlines() if line.strip()), "")
    line = PLACE.sub("", line)
    return re.sub(r"`[^`]*`|'[^']*'|\d+|[%@^]\w+", "_", line)[:120]


def reduced(feeder: Feeder, source: bytes, wanted: str, tries: int = 250) -> bytes:
    """Fewer lines with the same answer: ever smaller runs of lines are left out."""
    lines = source.splitlines(keepends=True)
    size = max(1, len(lines) // 2)
    while size and tries:
        place = 0
        while place < len(lines) and tries:
            fewer = lines[:place] + lines[place + size :]
            tries -= 1
            if feeder.answer(b"".join(fewer)).kind == wanted:
                lines = fewer
            else:
                place += size
        size //= 2
    return b"".join(lines)


def feed(root: Path, sapwood: Path, scratch: Path, python: str, count: int, first_seed: int, reducing: bool) -> int:
    """Files `first_seed` to `first_seed + count - 1`; the number of causes found.  Keeps an example of each."""
    mutator = Mutator(root)
    feeder = Feeder(sapwood, scratch, python)
    outcomes: Counter[str] = Counter()
    changes: Counter[str] = Counter()
    causes: Counter[str] = Counter()
    for seed in range(first_seed, first_seed + count):
        damaged = mutator.file(seed)
        answer = feeder.answer(damaged.source)
        outcomes[answer.outcome or "wrong"] += 1
        changes.update(damaged.changes)
        if answer.kind:
            causes[answer.kind] += 1
            if causes[answer.kind] == 1:
                source = reduced(feeder, damaged.source, answer.kind) if reducing and answer.kind != "hang" else damaged.source
                kept = scratch / f"damaged_{seed}.py"
                kept.write_bytes(source)
                print(f"file {seed}, {damaged.origin} after {', '.join(damaged.changes)}: {answer.kind}\n{answer.detail[-600:]}\n"
                      f"  kept as {os.path.relpath(kept)}", flush=True)
        if (seed - first_seed + 1) % 500 == 0:
            print(f"{seed - first_seed + 1} files: {tally(outcomes)}", flush=True)
    for kind, times in causes.most_common():
        print(f"{times:6} times: {kind}")
    print(f"changes made: {tally(changes)}")
    print(f"{count} files, {len(causes)} causes of wrong answers; {tally(outcomes)}")
    sys.stdout.flush()
    return len(causes)


def tally(counts: Counter[str]) -> str:
    return ", ".join(f"{times} {name}" for name, times in counts.most_common())
