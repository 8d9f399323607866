"""coverage: which lines of annotator and rtyper the programs of tests/programs and examples reach.

The two stages are built with gcc's --coverage in build/coverage; each program is emitted as C, which runs
both stages whole; gcov tells the lines.  Diagnostics tests do not count: what is measured is how much of
the two stages stands behind programs that work."""

import json
import os
import subprocess
from collections import Counter, defaultdict
from dataclasses import replace
from pathlib import Path

from . import builds, process
from .kinds.roundtrip import emit
from .model import Context, Job, Result, failed, passed, verdict
from .pool import Tally, run_jobs, say
from .programs import Program, translatable_programs

STAGES = ("annotator", "rtyper")
NEEDED = 85.0  # percent of lines

Lines = dict[str, Counter[int]]  # file -> line -> times reached


def run(context: Context, workers: int, tally: Tally) -> None:
    built = builds.build(
        context, "coverage", ["sapwood"], "-DCMAKE_BUILD_TYPE=Debug", f"-DSAPWOOD_COVERAGE={';'.join(STAGES)}"
    )
    tally.add([built])
    context = replace(context, build=context.root / "build" / "coverage")
    for stale in context.build.rglob("*.gcda"):
        stale.unlink()
    run_jobs([_emission(context, program) for program in translatable_programs(context.root)], workers, tally)
    tally.add([report(collect(context))])


def _emission(context: Context, program: Program) -> Job:
    name = f"coverage/{context.relative(program.path)}"

    def run_emission() -> list[Result]:
        folder = context.scratch_folder(name.replace("/", "_"))
        return [verdict(name, emit(context, program.path, folder / "out.c")[1])]

    return Job(name, run_emission)


def collect(context: Context) -> Lines:
    """What gcov knows of the files of the two stages."""
    lines: Lines = defaultdict(Counter)
    for stage in STAGES:
        for notes in sorted((context.build / stage).rglob("*.gcno")):
            _add_object(context, notes, lines)
    return lines


def _add_object(context: Context, notes: Path, lines: Lines) -> None:
    command = ["gcov", "--json-format", "--stdout", str(notes)]
    env = process.environment(context.scratch / "cache")
    done = subprocess.run(command, cwd=notes.parent, env=env, capture_output=True, check=True)
    for document in done.stdout.splitlines():
        report = json.loads(document)
        for entry in report["files"]:
            path = Path(os.path.normpath(Path(report["current_working_directory"], entry["file"])))
            if not path.is_relative_to(context.root):
                continue
            name = context.relative(path)
            if name.split("/")[0] not in STAGES:
                continue
            for line in entry["lines"]:
                lines[name][line["line_number"]] += line["count"]


def report(lines: Lines) -> Result:
    name = f"coverage of {' and '.join(STAGES)}"
    if not lines:
        return failed(name, "gcov knows of no lines")
    reached = total = 0
    for file in sorted(lines):
        counts = lines[file]
        missed = sorted(line for line, times in counts.items() if not times)
        reached += len(counts) - len(missed)
        total += len(counts)
        say(f"{_share(len(counts) - len(missed), len(counts))} {file}" + (f"  not reached: {_ranges(missed, counts)}" if missed else ""))
    say(f"{_share(reached, total)} in total, {reached} of {total} lines")
    if reached * 100 < NEEDED * total:
        return failed(name, f"{reached * 100 / total:.1f} percent is below {NEEDED} percent")
    return passed(name)


def _share(part: int, whole: int) -> str:
    return f"{part * 100 / whole:5.1f} %"


def _ranges(missed: list[int], counts: Counter[int]) -> str:
    """`3-7, 12`: runs of missed lines; lines without code between them do not part a run."""
    runs: list[list[int]] = []
    code = sorted(counts)
    following = dict(zip(code, code[1:], strict=False))
    for line in missed:
        if runs and following[runs[-1][1]] == line:
            runs[-1][1] = line
        else:
            runs.append([line, line])
    return ", ".join(f"{first}-{last}" if first != last else str(first) for first, last in runs)
