"""frontends: the front end and its unit tests, built for every other CPython that is found.

The system's own is what build/release embeds, so its tests are among the unit tests."""

import platform
from collections.abc import Iterator

from .. import builds, pythons
from ..model import Context, Job, Result
from .unit import run_catch


def jobs(context: Context) -> Iterator[Job]:
    if not any((context.root / "tests" / "frontend").glob("*.cpp")):
        return
    for python in pythons.others():
        name = f"frontends/{python.version}"
        yield Job(name, lambda name=name, python=python: run_with(context, name, python))


def left_out(context: Context) -> str:
    return ""


def run_with(context: Context, name: str, python: pythons.Python) -> list[Result]:
    folder = f"py{python.version}"
    built = builds.build(
        context,
        folder,
        ["test_frontend"],
        "-DCMAKE_BUILD_TYPE=Debug",
        f"-DPython3_EXECUTABLE={python.executable}",
    )
    if built.detail:
        return [built]
    return run_catch(context, name, context.root / "build" / folder / "bin" / "test_frontend")


def found() -> str:
    """One line for the run's heading."""
    others = ", ".join(f"{python.version} ({python.executable})" for python in pythons.others())
    return f"CPython: the system's {platform.python_version()}" + (f"; also {others}" if others else "")
