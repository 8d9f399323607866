"""roundtrip: for every program and stage, dumping to text, parsing and going on gives the same C, byte for byte."""

import difflib
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from .. import process
from ..model import Context, Job, Result, failed, verdict
from ..programs import Program, translatable_programs

STAGES = ("flow", "annotated", "typed", "final")
TIMEOUT = 120


def jobs(context: Context) -> Iterator[Job]:
    for program in translatable_programs(context.root):
        name = f"roundtrip/{context.relative(program.path)}"
        yield Job(name, lambda name=name, program=program: through_every_stage(context, name, program))


def left_out(context: Context) -> str:
    return ""


def through_every_stage(context: Context, name: str, program: Program) -> list[Result]:
    folder = context.scratch_folder(name.replace("/", "_"))
    direct, why = emit(context, program.path, folder / "direct.c")
    if why:
        return [failed(f"{name}[{stage}]", why) for stage in STAGES]
    return [verdict(f"{name}[{stage}]", _through(context, program, stage, folder, direct)) for stage in STAGES]


def _through(context: Context, program: Program, stage: str, folder: Path, direct: bytes) -> str:
    graphs = folder / f"{stage}.fg"
    dumped = _sapwood(context, ["graph", program.path, "--stage", stage, "-o", graphs], folder)
    if dumped.complaint:
        return dumped.complaint
    continued, why = emit(context, graphs, folder / f"{stage}.c")
    return why or first_difference(direct, continued, "C of the program", f"C by way of {stage}.fg")


def emit(context: Context, source: Path, target: Path) -> tuple[bytes, str]:
    """The C of a program or of saved graphs, and a complaint if there is none."""
    done = _sapwood(context, ["emit", source, "--format", "c", "-o", target], target.parent)
    if done.complaint:
        return b"", done.complaint
    if not target.exists():
        return b"", f"{done.command} wrote no {target.name}"
    return target.read_bytes(), ""


def _sapwood(context: Context, words: list[str | Path], cwd: Path) -> process.Finished:
    env = process.environment(context.scratch / "cache")
    return process.run([context.sapwood, *words], cwd=cwd, env=env, timeout=TIMEOUT)


def first_difference(before: bytes, after: bytes, before_name: str, after_name: str) -> str:
    if before == after:
        return ""
    lines = [process.readable(text).splitlines() for text in (before, after)]
    diff = difflib.unified_diff(*lines, before_name, after_name, n=3, lineterm="")
    return "\n".join(islice(diff, 40)) or "they differ in how lines end"
