"""Runs programs with a time limit, a fixed environment and captured output."""

import os
import shlex
import signal
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

SYSTEM_PYTHON = "/usr/bin/python3"
OUTPUT_SHOWN = 4000  # characters of a failing program's output


@dataclass(frozen=True)
class Finished:
    command: list[str]
    status: int  # negative: killed by that signal
    stdout: bytes
    stderr: bytes
    timed_out: bool
    seconds: float

    @property
    def complaint(self) -> str:
        """Why this is not a success, with the output; empty if it is one."""
        if self.status == 0 and not self.timed_out:
            return ""
        return f"$ {shlex.join(self.command)}\n{self.ending}\n{self.output}"

    @property
    def ending(self) -> str:
        if self.timed_out:
            return f"stopped after {self.seconds:.0f} s"
        if self.status < 0:
            return f"killed by {signal.Signals(-self.status).name}"
        return f"status {self.status}"

    @property
    def output(self) -> str:
        text = readable(self.stdout + self.stderr)
        if len(text) <= OUTPUT_SHOWN:
            return text
        half = OUTPUT_SHOWN // 2
        return f"{text[:half]}\n[... {len(text) - OUTPUT_SHOWN} characters ...]\n{text[-half:]}"


def readable(data: bytes) -> str:
    return data.decode("utf-8", "backslashreplace")


def environment(cache: Path, **more: str) -> dict[str, str]:
    """The caller's environment without what would change a program's output, plus `more`."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PYTHON", "LC_", "SAPWOOD_", "ASAN_", "UBSAN_", "GCOV_"))
        and name not in ("VIRTUAL_ENV", "LANGUAGE")
    }
    kept.update(
        LANG="C.UTF-8",
        LC_ALL="C.UTF-8",
        TZ="UTC",
        TERM="dumb",
        PYTHONHASHSEED="0",
        PYTHONDONTWRITEBYTECODE="1",
        XDG_CACHE_HOME=str(cache),
        ASAN_OPTIONS="detect_leaks=0",
        UBSAN_OPTIONS="print_stacktrace=1",
    )
    kept.update(more)
    return kept


def run(
    command: list[str | Path],
    *,
    cwd: Path,
    env: dict[str, str],
    stdin: bytes = b"",
    timeout: float = 60,
    memory: int | None = None,
) -> Finished:
    """Runs to the end or to the time limit (seconds), then kills the whole process group.  `memory`
    limits the address space (bytes).  A command that does not exist ends with status 127."""
    words = [str(word) for word in command]
    limiter = ["prlimit", f"--as={memory}", "--"] if memory else []

    start = time.monotonic()
    try:
        process = subprocess.Popen(
            limiter + words,
            cwd=cwd,
            env=env,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
    except (FileNotFoundError, PermissionError) as error:
        return Finished(words, 127, b"", str(error).encode(), False, 0)
    timed_out = False
    try:
        out, err = process.communicate(stdin, timeout)
    except subprocess.TimeoutExpired:
        timed_out = True
        _kill_group(process.pid)
        out, err = process.communicate()
    finally:
        _kill_group(process.pid)  # what the program left running
    return Finished(words, process.returncode, out, err, timed_out, time.monotonic() - start)


def _kill_group(pid: int) -> None:
    try:
        os.killpg(pid, signal.SIGKILL)
    except ProcessLookupError:
        pass
