"""Imported by CPython at its start, where this folder is on PYTHONPATH: keeps damaged programs from doing harm.

Importing a program runs its module level, and nobody knows what that does once the program has been changed at random.
Refused, with a PermissionError: files written outside of FUZZ_SCRATCH, the network, processes, signals, foreign code.
A module level that takes longer than FUZZ_SECONDS ends with `ModuleLevelTooLong`.  Python runs the handler of the alarm
between two of its own instructions: what hangs in the translator never gets it, and is killed from outside.
"""

import os
import signal
import sys

SCRATCH = os.path.realpath(os.environ["FUZZ_SCRATCH"])
REFUSED = ("socket.", "subprocess.", "ctypes.", "shutil.", "ftplib.", "smtplib.", "urllib.", "webbrowser.", "pty.", "signal.", "syslog.",
           "fcntl.", "resource.", "winreg.", "msvcrt.")
REFUSED_OS = {"system", "exec", "fork", "forkpty", "posix_spawn", "spawn", "startfile", "kill", "killpg", "putenv", "unsetenv", "chflags"}
PATHS_OS = {"remove", "rename", "rmdir", "mkdir", "chmod", "chown", "link", "symlink", "truncate", "utime", "setxattr", "removexattr"}
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


class ModuleLevelTooLong(BaseException):
    pass


def is_inside(path) -> bool:
    if isinstance(path, bytes):
        path = os.fsdecode(path)
    if not isinstance(path, str):
        return False
    whole = os.path.realpath(path)
    return whole == "/dev/null" or whole.startswith(SCRATCH + "/")


def refuse(what: str) -> None:
    raise PermissionError("the sandbox does not allow " + what)


def watch(event: str, arguments: tuple) -> None:
    if event == "open":
        path, mode, flags = arguments
        if flags & WRITING and not isinstance(path, int) and not is_inside(path):
            refuse(f"writing {path!r}")
        return
    if event.startswith(REFUSED):
        refuse(event)
    group, _, name = event.partition(".")
    if group == "os" and name in REFUSED_OS:
        refuse(event)
    if group == "os" and name in PATHS_OS:
        paths = [a for a in arguments[: 2 if name in ("rename", "link", "symlink") else 1]]
        if not all(is_inside(path) for path in paths):
            refuse(event)


def too_long(number, frame) -> None:
    raise ModuleLevelTooLong


signal.signal(signal.SIGALRM, too_long)
signal.setitimer(signal.ITIMER_REAL, float(os.environ["FUZZ_SECONDS"]))
sys.addaudithook(watch)
del sys.modules["signal"]  # the program's own may have this name
