"""The command line of the test runner; see tools/test."""

import argparse
import fcntl
import fnmatch
import os
import resource
import shutil
import sys
import time
from pathlib import Path

from . import builds, coverage, kinds
from .kinds import frontends
from .model import Context, Job, Status, failed
from .pool import Tally, run_jobs, say


def main() -> int:
    options = parse_arguments()
    root = Path(__file__).resolve().parents[2]
    context = Context(root, root / "build" / "release", root / "build" / "test-scratch", options.all)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with only_run_of(root):
        shutil.rmtree(context.scratch, ignore_errors=True)
        context.scratch.mkdir(parents=True)
        return run(context, options)


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="tools/test", description="Runs every test; the last line counts them.")
    parser.add_argument("--all", action="store_true", help="also what the default set leaves out")
    parser.add_argument("--coverage", action="store_true", help="instead: the lines of annotator and rtyper that the programs reach")
    parser.add_argument("--list", action="store_true", help="instead: print the names of the jobs")
    parser.add_argument("--only", nargs="+", metavar="PATTERN", default=[], help="jobs whose name contains or matches one of these")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 2, metavar="N", help="jobs at a time (number of cores)")
    return parser.parse_args()


def only_run_of(root: Path):
    """Held by one run at a time, as runs share their scratch folder."""
    (root / "build").mkdir(exist_ok=True)
    lock = open(root / "build" / "test.lock", "w")  # noqa: SIM115
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        say("waiting for another test run of this tree")
        fcntl.flock(lock, fcntl.LOCK_EX)
    return lock


def run(context: Context, options: argparse.Namespace) -> int:
    start = time.monotonic()
    tally = Tally(known_failures(context))
    if options.coverage:
        coverage.run(context, options.jobs, tally)
        return conclude(tally, start)

    say(frontends.found())
    built = builds.release(context)
    jobs = [job for kind in kinds.ALL for job in kind.jobs(context) if is_wanted(job, options.only)]
    if options.list:
        print(*(job.name for job in jobs), sep="\n")
        return 0
    tally.add([built])
    run_jobs(jobs, options.jobs, tally)

    if options.only:
        say(f"left out: what does not match {' '.join(options.only)}")
    for left_out in filter(None, (kind.left_out(context) for kind in kinds.ALL)):
        say(f"left out without --all: {left_out}")
    if not jobs:
        tally.add([failed("selection", "no test matches")])
    return conclude(tally, start)


def known_failures(context: Context) -> frozenset[str]:
    """Names in tests/known_failures.txt, one a line: tests of what is not built or not right yet.  They are run;
    failing, they count as skipped, and passing, they are to be taken off the list."""
    lines = (context.root / "tests" / "known_failures.txt").read_text().splitlines()
    return frozenset(line.split("#")[0].strip() for line in lines) - {""}


def is_wanted(job: Job, patterns: list[str]) -> bool:
    return not patterns or any(pattern in job.name or fnmatch.fnmatch(job.name, pattern) for pattern in patterns)


def conclude(tally: Tally, start: float) -> int:
    if tally.failures:
        say("failed:")
        for name in tally.failures:
            say(f"    {name}")
    for name in tally.mended:
        say(f"passes, so take it off tests/known_failures.txt: {name}")
    known = tally.counts[Status.SKIPPED]
    if known:
        say(f"{known} skipped; tests/known_failures.txt lists what is known to fail")
    say(f"{time.monotonic() - start:.0f} s")
    say(tally.line())
    return 0 if tally.ok else 1


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
