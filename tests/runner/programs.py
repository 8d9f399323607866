"""Finds the Python programs that serve as tests, with what stands beside them.

NAME.in is standard input.  NAME.args holds the arguments, one a line, where $HERE is the program's folder
(each run has an empty working directory).  A comment line `# test: WORD... KEY=VALUE...` in the program
adds directives:

    run             compare `sapwood run` instead of an executable made by `sapwood build`, which is
                    needed where the module level prints, as that belongs to `run` alone
    sanitize        with the sanitizers in every run, not just where the sample falls
    interp=ends     the interpreter takes long: without --all, typed and after the last pass only
    timeout=N       seconds that the program may take (20)
    args=...        for tests/diagnostics: further arguments of `sapwood check`
    stage=S         for tests of stages: see kinds/fg.py; entry=NAME names the entry
    python          for tests/diagnostics: the output is exactly what CPython prints
    annotations     annotations below the entry are read at import, so they cannot be replaced
"""

import re
import shlex
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

_DIRECTIVE = re.compile(rb"^# test: (.*)$", re.MULTILINE)


@dataclass(frozen=True)
class Program:
    path: Path

    @property
    def name(self) -> str:
        return self.path.stem

    @cached_property
    def stdin(self) -> bytes:
        beside = self.path.with_suffix(".in")
        return beside.read_bytes() if beside.exists() else b""

    @cached_property
    def args(self) -> list[str]:
        beside = self.path.with_suffix(".args")
        text = beside.read_text() if beside.exists() else ""
        return text.replace("$HERE", str(self.path.parent)).split("\n")[:-1]

    @cached_property
    def directives(self) -> dict[str, str]:
        found = {}
        for match in _DIRECTIVE.finditer(self.path.read_bytes()):
            for word in shlex.split(match[1].decode()):
                key, _, value = word.partition("=")
                found[key] = value
        return found

    @property
    def timeout(self) -> float:
        return float(self.directives.get("timeout", 20))


def oracle_programs(root: Path) -> list[Program]:
    """Every program whose output CPython defines: tests/programs and the examples."""
    folders = (root / "tests" / "programs", root / "examples")
    return [
        Program(path)
        for folder in folders
        for path in sorted(folder.glob("*.py"))
        if not path.name.startswith("check_")
    ]


def differing_programs(root: Path) -> list[Program]:
    """Programs whose documented output differs from CPython's; NAME.out and NAME.status hold it."""
    return [Program(path) for path in sorted((root / "tests" / "programs" / "differs").glob("*.py"))]


def translatable_programs(root: Path) -> list[Program]:
    return oracle_programs(root) + differing_programs(root)
