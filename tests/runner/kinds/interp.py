"""interp: the graph interpreter runs every program, typed and after each pass, and each run equals CPython.

`sapwood-fg run --each` gives every run a folder with its stdout, stderr, status and the files it wrote; the
verifier looks at all graphs before each.  `# test: interp=ends` in a program says that the interpreter takes
long: without --all it runs typed and after the last pass only."""

from collections.abc import Iterator
from pathlib import Path

from .. import process
from ..model import Context, Job, Result, failed, verdict
from ..programs import Program, translatable_programs
from . import programs

BUILD_TIMEOUT = 120
SLOWDOWN = 30  # all runs of a program together, against the time that it may take natively


def jobs(context: Context) -> Iterator[Job]:
    for program in translatable_programs(context.root):
        name = f"interp/{context.relative(program.path)}"
        yield Job(name, lambda name=name, program=program: run_each(context, name, program))


def left_out(context: Context) -> str:
    if context.everything:
        return ""
    long = [p.name for p in translatable_programs(context.root) if _ends_only(context, p)]
    return f"interp between the first and the last pass: {', '.join(long)}" if long else ""


def _ends_only(context: Context, program: Program) -> bool:
    return not context.everything and program.directives.get("interp") == "ends"


def run_each(context: Context, name: str, program: Program) -> list[Result]:
    base = context.scratch_folder(name.replace("/", "_"))
    expected, why = programs.expected(context, program, base)
    if expected is None:
        return [failed(name, why)]
    env = process.environment(context.scratch / "cache")
    graphs = base / "typed.fg"
    saving = [context.sapwood, "graph", program.path, "--stage", "typed", "-o", graphs]
    saved = process.run(saving, cwd=base, env=env, timeout=BUILD_TIMEOUT)
    if saved.complaint:
        return [failed(name, saved.complaint)]
    ends = ["--ends"] if _ends_only(context, program) else []
    command = [context.sapwood_fg, "run", "--each", base / "runs", *ends, graphs, *program.args]
    limit = program.timeout * SLOWDOWN
    done = process.run(command, cwd=base, env=env, stdin=program.stdin, timeout=limit)
    runs = sorted((base / "runs").glob("*")) if (base / "runs").exists() else []
    results = [verdict(f"{name}[{run.name}]", _compare(expected, program, run)) for run in runs]
    if done.complaint or not runs:
        results.append(failed(name, done.complaint or "nothing was run"))
    return results


def _compare(expected: programs.Behaviour, program: Program, run: Path) -> str:
    status = (run / "status").read_text() if (run / "status").exists() else "it did not end"
    if not status.lstrip("-").isdigit():
        return status
    stdout, stderr = ((run / name).read_bytes() for name in ("stdout", "stderr"))
    files = programs.files_below(run / "cwd")
    if "run" in program.directives:  # the module level prints before the program, elsewhere
        stdout = expected.stdout if expected.stdout.endswith(stdout) else stdout
        stderr = expected.stderr if (expected.stderr or b"").endswith(stderr) else stderr
    return programs.difference(expected, programs.Behaviour(stdout, stderr, int(status) % 256, files), "interpreted")
