"""sanitized: the translator itself under AddressSanitizer and UndefinedBehaviorSanitizer.

With --all only, as it builds the translator a second time: its unit tests, the .fg files, the diagnostics, and the C
of every program.  What the sanitizers find ends the process, so the tests of those kinds fail as they are.  Leaks do
not count: CPython keeps what it has, and so does a command that is about to end."""

import threading
from collections.abc import Iterator
from dataclasses import replace

from .. import builds
from ..model import Context, Job, Result, Status, verdict
from ..programs import translatable_programs
from . import diagnostics, fg, unit
from .roundtrip import emit

FOLDER = "sanitize"


def jobs(context: Context) -> Iterator[Job]:
    if not context.everything:
        return
    build = _OnceBuilt(context)
    # Folders of its own as well: with --all the same jobs run without sanitizers.
    instrumented = replace(context, build=context.root / "build" / FOLDER, scratch=context.scratch / FOLDER)
    for job in unit.jobs(context, folder=instrumented.build):
        yield build.before(job)
    for kind in (fg, diagnostics):
        for job in kind.jobs(instrumented):
            yield build.before(job)
    for program in translatable_programs(context.root):
        name = f"emit/{context.relative(program.path)}"

        def run(name: str = name, program=program) -> list[Result]:
            folder = instrumented.scratch_folder(name.replace("/", "_"))
            return [verdict(name, emit(instrumented, program.path, folder / "out.c")[1])]

        yield build.before(Job(name, run))


def left_out(context: Context) -> str:
    return "" if context.everything else "the translator under sanitizers: all"


class _OnceBuilt:
    """The instrumented build, made by whichever job comes first."""

    def __init__(self, context: Context):
        self.context = context
        self.lock = threading.Lock()
        self.built: Result | None = None

    def before(self, job: Job) -> Job:
        """The same job under this kind's name, on what has been built."""
        return Job(f"sanitized/{job.name}", lambda: self._run(job))

    def _run(self, job: Job) -> list[Result]:
        with self.lock:
            if self.built is None:
                self.built = builds.build(
                    self.context, FOLDER, ["sapwood", "sapwood-fg", "unit_tests"], "-DCMAKE_BUILD_TYPE=Release", "-DSAPWOOD_SANITIZE=ON"
                )
        results = [self.built] if self.built.status is Status.FAILED else job.run()
        return [replace(result, name=f"sanitized/{result.name}") for result in results]
