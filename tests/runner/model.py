"""The nouns of the runner: context, job, result."""

import enum
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


class Status(enum.Enum):
    PASSED = "passed"
    FAILED = "failed"
    SKIPPED = "skipped"


@dataclass(frozen=True)
class Result:
    """What became of one test.  `detail` says why it failed, as a person wants to read it."""

    name: str
    status: Status
    detail: str = ""


def passed(name: str) -> Result:
    return Result(name, Status.PASSED)


def failed(name: str, detail: str) -> Result:
    return Result(name, Status.FAILED, detail)


def verdict(name: str, complaint: str) -> Result:
    """A test that has failed if there is something to complain about."""
    return failed(name, complaint) if complaint else passed(name)


@dataclass(frozen=True)
class Job:
    """Work for one core that gives one or more results.  `name` is KIND/WHAT, and what --only matches."""

    name: str
    run: Callable[[], list[Result]]

    @property
    def kind(self) -> str:
        return self.name.partition("/")[0]


@dataclass(frozen=True)
class Context:
    """What a test kind needs to know of this run."""

    root: Path  # of the source tree
    build: Path  # the folder that CMake built
    scratch: Path  # tests write below this folder only; emptied when a run starts
    everything: bool  # --all

    @property
    def sapwood(self) -> Path:
        return self.build / "bin" / "sapwood"

    @property
    def sapwood_fg(self) -> Path:
        return self.build / "bin" / "sapwood-fg"

    def relative(self, path: Path) -> str:
        return path.relative_to(self.root).as_posix()

    def scratch_folder(self, *parts: str) -> Path:
        """A fresh empty folder for one test; the parts together must be unique to it."""
        folder = self.scratch.joinpath(*parts)
        folder.mkdir(parents=True)
        return folder
