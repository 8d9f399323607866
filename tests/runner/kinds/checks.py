"""checks: every tests/**/check_*.py is a program that must end with status 0."""

from collections.abc import Iterator
from pathlib import Path

from .. import process
from ..model import Context, Job, Result, verdict

TIMEOUT = 300


def jobs(context: Context) -> Iterator[Job]:
    for path in sorted((context.root / "tests").rglob("check_*.py")):
        name = f"checks/{context.relative(path)}"
        yield Job(name, lambda name=name, path=path: [run_check(context, name, path)])


def left_out(context: Context) -> str:
    return ""


def run_check(context: Context, name: str, path: Path) -> Result:
    """A check finds the tree as its working directory, the build in SAPWOOD_BUILD, and a folder of its own
    to write to in SAPWOOD_SCRATCH."""
    env = process.environment(
        context.scratch / "cache",
        SAPWOOD_BUILD=str(context.build),
        SAPWOOD_SCRATCH=str(context.scratch_folder(name.replace("/", "_"))),
    )
    done = process.run([process.SYSTEM_PYTHON, path], cwd=context.root, env=env, timeout=TIMEOUT)
    return verdict(name, done.complaint)
