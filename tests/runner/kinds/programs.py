"""programs: what a native program prints, leaves behind and returns equals what CPython does.

Each program of tests/programs and examples runs under /usr/bin/python3 and as an executable, each in an
empty folder of its own.  Compared are stdout, stderr, the status, and the files written.  CPython runs with
`-X no_debug_ranges`, which leaves out the caret lines of tracebacks and nothing else.

The plain variant compiles with -Wall -Wextra -Werror: generated C has no warnings.  `sanitize` is -O0 with
the address and undefined behaviour sanitizers, for a sample by default; `clang` is the other compiler."""

import difflib
import os
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from .. import process
from ..model import Context, Job, Result, failed, verdict
from ..programs import Program, differing_programs, oracle_programs

BUILD_TIMEOUT = 180
MEMORY = 8 << 30  # bytes of address space for a native program
SAMPLE = 6  # one program in so many runs with the sanitizers by default
DIFF_LINES = 40


@dataclass(frozen=True)
class Variant:
    name: str
    options: tuple[str, ...]
    cflags: str
    env: tuple[tuple[str, str], ...] = ()
    slowdown: float = 1
    memory: int | None = MEMORY


PLAIN = Variant("", (), "-Wall -Wextra -Werror")
SANITIZE = Variant(
    "sanitize",
    ("-O0",),
    "-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer -g",
    # The collector scans stacks and never frees in the sanitizer's sense.
    (
        ("ASAN_OPTIONS", "detect_leaks=0:detect_stack_use_after_return=0:abort_on_error=0"),
        ("UBSAN_OPTIONS", "print_stacktrace=1"),
    ),
    slowdown=6,
    memory=None,  # shadow memory is mapped in one piece
)
CLANG = Variant("clang", ("--cc", "clang"), "-Wall -Wextra -Wcast-function-type -Werror")


@dataclass(frozen=True)
class Behaviour:
    """What a program did, as far as it is compared; None is compared with nothing."""

    stdout: bytes
    stderr: bytes | None
    status: int
    files: dict[str, bytes]


def jobs(context: Context) -> Iterator[Job]:
    for program in oracle_programs(context.root) + differing_programs(context.root):
        for variant in _variants(context, program):
            name = f"programs/{context.relative(program.path)}" + (f"[{variant.name}]" if variant.name else "")
            yield Job(
                name,
                lambda name=name, program=program, variant=variant: [
                    compare(context, name, program, variant)
                ],
            )


def left_out(context: Context) -> str:
    if context.everything:
        return ""
    return f"programs with sanitizers: all but one in {SAMPLE}; programs compiled by clang: all"


def _variants(context: Context, program: Program) -> list[Variant]:
    sampled = zlib.crc32(program.name.encode()) % SAMPLE == 0 or "sanitize" in program.directives
    variants = [PLAIN]
    if context.everything or sampled:
        variants.append(SANITIZE)
    if context.everything:
        variants.append(CLANG)
    return variants


def compare(context: Context, name: str, program: Program, variant: Variant) -> Result:
    base = context.scratch_folder(name.replace("/", "_"))
    wanted, why = expected(context, program, base)
    if wanted is None:
        return failed(name, why)
    actual, why = _native(context, program, variant, base)
    if actual is None:
        return failed(name, why)
    return verdict(name, difference(wanted, actual))


def expected(context: Context, program: Program, base: Path) -> tuple[Behaviour | None, str]:
    """What CPython does, or what is documented beside the program; else a complaint."""
    if program.path.parent.name == "differs":
        return _documented(program)
    cwd = base / "cpython"
    cwd.mkdir()
    env = process.environment(context.scratch / "cache")
    command = [process.SYSTEM_PYTHON, "-X", "no_debug_ranges", program.path, *program.args]
    done = process.run(command, cwd=cwd, env=env, stdin=program.stdin, timeout=program.timeout)
    if done.timed_out:
        return None, f"under CPython: {done.complaint}"
    return _behaviour(done, cwd), ""


def _documented(program: Program) -> tuple[Behaviour | None, str]:
    out, status, err = (program.path.with_suffix(end) for end in (".out", ".status", ".err"))
    if not out.exists():
        return None, f"{out.name} is missing: it holds the documented output"
    return (
        Behaviour(
            out.read_bytes(),
            err.read_bytes().replace(b"$HERE", os.fsencode(program.path.parent)) if err.exists() else None,
            int(status.read_text()) if status.exists() else 0,
            {},
        ),
        "",
    )


def _native(context: Context, program: Program, variant: Variant, base: Path) -> tuple[Behaviour | None, str]:
    cwd = base / "native"
    cwd.mkdir()
    env = process.environment(context.scratch / "cache", SAPWOOD_CFLAGS=variant.cflags, **dict(variant.env))
    limit = program.timeout * variant.slowdown
    if "run" in program.directives:
        command = [context.sapwood, "run", *variant.options, program.path, *program.args]
        limit += BUILD_TIMEOUT
        memory = None
    else:
        executable = base / program.name
        build = [context.sapwood, "build", program.path, "-o", executable, *variant.options]
        built = process.run(build, cwd=cwd, env=env, timeout=BUILD_TIMEOUT)
        if built.complaint:
            return None, built.complaint
        command = [executable, *program.args]
        memory = variant.memory
    done = process.run(command, cwd=cwd, env=env, stdin=program.stdin, timeout=limit, memory=memory)
    if done.timed_out:
        return None, done.complaint
    return _behaviour(done, cwd), ""


def _behaviour(done: process.Finished, cwd: Path) -> Behaviour:
    return Behaviour(done.stdout, done.stderr, done.status, files_below(cwd))


def files_below(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def difference(expected: Behaviour, actual: Behaviour, how: str = "native") -> str:
    """Empty if there is none; otherwise all that differs, each part as a diff from CPython to the program as it
    was run: native or interpreted."""
    parts = []
    if expected.status != actual.status:
        parts.append(f"status {actual.status} instead of {expected.status}")
    parts.append(_diff("stdout", expected.stdout, actual.stdout, how))
    if expected.stderr is not None:
        parts.append(_diff("stderr", expected.stderr, actual.stderr, how))
    for name in sorted(expected.files.keys() | actual.files.keys()):
        if name not in actual.files:
            parts.append(f"file {name} was not written")
        elif name not in expected.files:
            parts.append(f"file {name} was written, which CPython does not do")
        else:
            parts.append(_diff(name, expected.files[name], actual.files[name], how))
    return "\n".join(part for part in parts if part)


def _diff(name: str, expected: bytes, actual: bytes, how: str) -> str:
    if expected == actual:
        return ""
    before, after = (process.readable(data).splitlines(keepends=True) for data in (expected, actual))
    lines = difflib.unified_diff(before, after, f"{name} of CPython", f"{name} of the {how} program", n=2)
    shown = [line if line.endswith("\n") else line + "\n\\ no newline at the end\n" for line in lines]
    if len(shown) > DIFF_LINES:
        shown[DIFF_LINES:] = [f"[... {len(shown) - DIFF_LINES} further lines ...]\n"]
    return "".join(shown) or f"{name} differs in bytes that are not text: {expected!r} and {actual!r}"
