"""language: the examples of docs/language.md are programs, and what the page says of them holds.

    ```python            CPython and the translated program agree in stdout, stderr and status
    ```python differs    two blocks follow, `text CPython` and `text Sapwood`: the output of each
    ```python refused    a block `text refused` follows: `E401 unsupported, line 3: ...` for each error, no others

A job is called by the heading above the example and the example's number under it."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

from .. import process
from ..model import Context, Job, Result, verdict

_HEADING_OR_BLOCK = re.compile(r"^#+ (?P<heading>.*)$|^```(?P<info>.*)\n(?P<text>(?:.*\n)*?)```$", re.MULTILINE)


def jobs(context: Context) -> Iterator[Job]:
    heading, number, example = "", 0, None
    for match in [*_HEADING_OR_BLOCK.finditer((context.root / "docs" / "language.md").read_text()), None]:
        info = match["info"] if match else None
        if info is not None and info.startswith("text") and example:
            example[3].append((info, match["text"]))
            continue
        if example:
            yield _job(context, *example)
            example = None
        if info is not None and info.startswith("python"):
            number += 1
            example = (f"language/{heading}-{number}", info, match["text"], [])
        elif match and match["heading"]:
            heading, number = re.sub(r"\W+", "-", match["heading"].lower()).strip("-"), 0


def left_out(context: Context) -> str:
    return ""


def _job(context: Context, name: str, info: str, source: str, texts: list[tuple[str, str]]) -> Job:
    return Job(name, lambda: [verdict(name, _complaint(context, name, info, source, dict(texts)))])


def _complaint(context: Context, name: str, info: str, source: str, texts: dict[str, str]) -> str:
    program = context.scratch_folder(name.replace("/", "_")) / "example.py"
    program.write_text(source)
    env = process.environment(context.scratch / "cache")
    if info == "python refused":
        return _refused(context, program, env, texts.get("text refused", ""))
    native = process.run([context.sapwood, "run", program], cwd=program.parent, env=env)
    python = process.run([process.SYSTEM_PYTHON, program], cwd=program.parent, env=env)
    if info == "python differs":
        shown = {"text CPython": process.readable(python.stdout), "text Sapwood": process.readable(native.stdout)}
        return "" if shown == texts else f"the page shows\n{texts}\nbut the outputs are\n{shown}\n{native.output}"
    if info != "python":
        return f"unknown kind of example: {info}"
    if (native.status, native.stdout, native.stderr) == (python.status, python.stdout, python.stderr):
        return ""
    return f"{native.ending}:\n{native.output}\nCPython: {python.ending}:\n{python.output}"


def _refused(context: Context, program: Path, env: dict[str, str], wanted: str) -> str:
    done = process.run([context.sapwood, "check", "--format", "json", program], cwd=program.parent, env=env)
    found = [
        f"{each['number']} {each['slug']}, line {each.get('line')}: {each['message']}\n"
        for each in json.loads(done.stdout or b"[]")
        if each["severity"] == "error"
    ]
    if found and done.status == 1 and "".join(found) == wanted:
        return ""
    return f"the page says\n{wanted}\nbut the errors are\n{''.join(found)}\n{done.ending}: {process.readable(done.stderr)}"
