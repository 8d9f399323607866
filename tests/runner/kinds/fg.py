"""fg: every .fg file below tests/, run by `sapwood-fg test FILE...`, many files to a process.

The tool prints `ok FILE` or `FAIL FILE: why` per file; what follows until the next such line belongs to it.
A file without a verdict has failed, and is run again alone to tell it from one that took it down.

A program tests/STAGE/**/NAME.py with a line `# test: stage=S` is such a test too: its graphs are saved at stage S
(`entry=NAME` names the entry), and its comment lines are the directives.  Saved graphs name objects of the helper
library by number, so they are made anew in every run."""

import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from .. import process
from ..model import Context, Job, Result, failed, passed
from ..programs import Program

BATCH = 40
_DIRECTIVE = re.compile(r"^(?:# (?:fg|eval|eval-before|eval-after|expect[a-z-]*|status|stdout|stderr):|#\|).*$", re.MULTILINE)
TIMEOUT = 120


def jobs(context: Context) -> Iterator[Job]:
    by_folder: dict[Path, list[str]] = {}
    for path in sorted((context.root / "tests").rglob("*.fg")):
        by_folder.setdefault(path.parent, []).append(context.relative(path))
    for folder, files in by_folder.items():
        remaining = iter(files)
        number = 0
        while batch := list(islice(remaining, BATCH)):
            number += 1
            name = f"fg/{context.relative(folder)}" + (f"#{number}" if len(files) > BATCH else "")
            yield Job(name, lambda batch=batch: run_batch(context, batch))


    for program in saved_programs(context.root):
        name = f"fg/{context.relative(program.path)}"
        yield Job(name, lambda name=name, program=program: run_saved(context, name, program))


def saved_programs(root: Path) -> list[Program]:
    found = [Program(path) for path in sorted((root / "tests").glob("*/**/*.py"))]
    return [program for program in found if "stage" in program.directives]


def left_out(context: Context) -> str:
    return ""


def run_batch(context: Context, files: list[str]) -> list[Result]:
    done, verdicts = _verdicts(context, files)
    if len(files) == 1 and not verdicts:
        return [failed(f"fg/{files[0]}", done.complaint or f"no verdict:\n{done.output}")]
    results = []
    for file in files:
        if file not in verdicts:
            results += run_batch(context, [file])
        elif verdicts[file]:
            results.append(failed(f"fg/{file}", verdicts[file]))
        else:
            results.append(passed(f"fg/{file}"))
    if done.status and all(verdicts.get(file) == "" for file in files):
        results.append(failed(f"fg/{files[0]} ...", f"every file is ok, yet:\n{done.complaint}"))
    return results


def run_saved(context: Context, name: str, program: Program) -> list[Result]:
    folder = context.scratch_folder(name.replace("/", "_"))
    saved = folder / f"{program.name}.fg"
    command = [context.sapwood, "graph", program.path, "--stage", program.directives["stage"], "-o", saved]
    if "entry" in program.directives:
        command += ["--entry", program.directives["entry"]]
    env = process.environment(context.scratch / "cache")
    done = process.run(command, cwd=folder, env=env, timeout=TIMEOUT)
    if done.complaint:
        return [failed(name, done.complaint)]
    directives = _DIRECTIVE.findall(program.path.read_text())
    saved.write_text("".join(f"{line}\n" for line in directives) + saved.read_text())
    done = process.run([context.sapwood_fg, "test", saved], cwd=folder, env=env, timeout=TIMEOUT)
    says_ok = process.readable(done.stdout) == f"ok {saved}\n"
    return [passed(name) if says_ok and done.status == 0 else failed(name, done.complaint or done.output)]


def _verdicts(context: Context, files: list[str]) -> tuple[process.Finished, dict[str, str]]:
    """File to complaint, empty for ok."""
    env = process.environment(context.scratch / "cache")
    done = process.run([context.sapwood_fg, "test", *files], cwd=context.root, env=env, timeout=TIMEOUT)
    verdicts: dict[str, str] = {}
    current = None
    for line in process.readable(done.stdout).splitlines():
        word, _, rest = line.partition(" ")
        if word == "ok" and rest in files:
            current = rest
            verdicts[current] = ""
        elif word == "FAIL" and rest.partition(":")[0] in files:
            current, _, why = rest.partition(":")
            verdicts[current] = why.strip() or "failed"
        elif current and verdicts[current]:
            verdicts[current] += "\n" + line
    return done, verdicts
