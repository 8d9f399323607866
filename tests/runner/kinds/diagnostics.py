"""diagnostics: `sapwood check` gives exactly the errors that a program's comments expect.

    a = [1, "x"]    # error: union_mismatch "list holds `int`"

expects one error on that line, with that slug, whose text contains the fragment (which may be left out).
Several expectations may follow each other on a line; `# warning:` and `# hint:` work alike.  A line without an
expectation must have none.  `# note: "did you mean `x`?"` expects a note with that fragment on the line; notes that
nothing expects are allowed.  The status is 1 if an error is expected, else 0.  A program with the
directive `python` fails at module level or in its syntax, and is shown as CPython shows it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .. import process
from ..model import Context, Job, Result, verdict
from ..programs import Program

_EXPECTATION = re.compile(r'#\s*(error|warning|hint):\s*([a-z][\w-]*)(?:\s+"((?:[^"\\]|\\.)*)")?')
_NOTE_EXPECTATION = re.compile(r'#\s*note:\s*"((?:[^"\\]|\\.)*)"')
_MESSAGE = re.compile(r"^(?P<file>.+?):(?P<line>\d+):(?P<col>\d+): (?P<level>error|warning|hint): (?P<text>.*) \[(?P<slug>[\w-]+)\]$")
_NOTE = re.compile(r"^(?P<file>.+?):(?P<line>\d+):(?P<col>\d+): note: (?P<text>.*)$")
_CARETS = re.compile(r"^\s*[~^][~^ ]*\n", re.MULTILINE)


@dataclass(frozen=True, order=True)
class Message:
    line: int
    level: str
    slug: str
    text: str  # of an expectation: the fragment


def jobs(context: Context) -> Iterator[Job]:
    for path in sorted((context.root / "tests" / "diagnostics").glob("*.py")):
        if path.name.startswith("check_"):
            continue
        name = f"diagnostics/{path.name}"
        yield Job(name, lambda name=name, path=path: [check(context, name, Program(path))])


def left_out(context: Context) -> str:
    return ""


def check(context: Context, name: str, program: Program) -> Result:
    env = process.environment(context.scratch / "cache")
    more = program.directives.get("args", "").split()
    done = process.run([context.sapwood, "check", program.path, *more], cwd=program.path.parent, env=env)
    if "python" in program.directives:
        return verdict(name, _unlike_python(program, done, env))

    expected = expectations(program.path.read_text())
    found, strangers = _messages(done, program)
    complaints = strangers + _unmatched(expected, found)
    status = 1 if any(message.level == "error" for message in expected) else 0
    if done.status != status or done.timed_out:
        complaints.append(f"{done.ending} instead of status {status}")
    if not complaints:
        return verdict(name, "")
    return verdict(name, "\n".join(complaints) + f"\n{done.output}")


def expectations(source: str) -> list[Message]:
    lines = list(enumerate(source.splitlines(), 1))
    messages = [
        Message(number, match[1], match[2], (match[3] or "").replace('\\"', '"'))
        for number, line in lines
        for match in _EXPECTATION.finditer(line)
    ]
    notes = [
        Message(number, "note", "", match[1].replace('\\"', '"'))
        for number, line in lines
        for match in _NOTE_EXPECTATION.finditer(line)
    ]
    return messages + notes


def _messages(done: process.Finished, program: Program) -> tuple[list[Message], list[str]]:
    """The errors and warnings in this file, and complaints about those in others."""
    found, strangers = [], []
    for line in process.readable(done.stdout + done.stderr).splitlines():
        match = _MESSAGE.match(line) or _NOTE.match(line)
        if not match:
            continue
        level = match.groupdict().get("level", "note")
        if not match["file"].endswith(program.path.name):
            if level == "note":
                continue
            strangers.append(f"unexpected: {line}")
            continue
        found.append(Message(int(match["line"]), level, match.groupdict().get("slug", ""), match["text"]))
    return found, strangers


def _unmatched(expected: list[Message], found: list[Message]) -> list[str]:
    """Complaints about expectations without a message and messages without an expectation."""
    complaints = []
    rest = list(found)
    for wish in expected:
        for message in rest:
            same = (message.line, message.level, message.slug) == (wish.line, wish.level, wish.slug)
            if same and wish.text in message.text:
                rest.remove(message)
                break
        else:
            fragment = f' with "{wish.text}"' if wish.text else ""
            complaints.append(f"missing: {wish.level} {wish.slug} on line {wish.line}{fragment}")
    complaints += [f"unexpected: {m.level} {m.slug} on line {m.line}: {m.text}" for m in sorted(rest) if m.level != "note"]
    return complaints


def _unlike_python(program: Program, done: process.Finished, env: dict[str, str]) -> str:
    command = [process.SYSTEM_PYTHON, program.path, *program.args]
    python = process.run(command, cwd=program.path.parent, env=env)
    shown, wanted = (_CARETS.sub("", process.readable(run.stderr)) for run in (done, python))
    complaints = []
    if done.status != 1:
        complaints.append(f"{done.ending} instead of status 1")
    if shown != wanted:
        complaints.append(f"shown is\n{shown}\nbut CPython shows\n{wanted}")
    return "\n".join(complaints)
