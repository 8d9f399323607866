"""The rewritings of the invariance tests keep the meaning: CPython runs the rewritten programs alike."""

import os
import shutil
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tree import ROOT, finish

sys.path.insert(0, str(ROOT / "tests"))
from runner import process, rewrite  # noqa: E402
from runner.programs import Program, translatable_programs  # noqa: E402

scratch = Path(os.environ["SAPWOOD_SCRATCH"])
env = process.environment(scratch / "cache", PYTHONPATH=str(ROOT / "runtime" / "python"))


def behaviour(program: Program, text: str, label: str) -> tuple[int, bytes, bytes]:
    """Status, stdout and the last line of stderr, as line numbers above it may differ."""
    home = scratch / program.path.parent.name / program.name / label
    shutil.copytree(program.path.parent, home / "source", ignore=shutil.ignore_patterns("*.c", "__pycache__"))
    path = home / "source" / program.path.name
    path.write_text(text)
    cwd = home / "cwd"
    cwd.mkdir()
    command = [process.SYSTEM_PYTHON, path, *program.args]
    done = process.run(command, cwd=cwd, env=env, stdin=program.stdin, timeout=3 * program.timeout)
    return done.status, done.stdout, done.stderr.rpartition(b"\n")[0].rpartition(b"\n")[2]


def complaints_about(program: Program) -> list[str]:
    source = program.path.read_text()
    changed = {"order": rewrite.reorder_definitions(source)}
    if "annotations" not in program.directives:
        changed["annotations"] = rewrite.annotations_to_object(source)
    changed = {label: text for label, text in changed.items() if text != source}
    if not changed:
        return []
    original = behaviour(program, source, "original")
    return [
        f"{program.path}: other {label} changes what it does: {now[0]} {now[1][-300:]!r} {now[2]!r}"
        for label, text in changed.items()
        if (now := behaviour(program, text, label)) != original
    ]


with ThreadPoolExecutor(os.cpu_count()) as executor:
    found = executor.map(complaints_about, translatable_programs(ROOT))
finish([complaint for some in found for complaint in some])
