"""Builds through tools/lib/build, so that a test run and tools/sapwood share folders and locks."""

import subprocess

from .model import Context, Result, failed, passed


def build(context: Context, folder: str, targets: list[str], *options: str) -> Result:
    """Brings build/FOLDER up to date.  The build's own errors go to stderr; the result counts."""
    name = f"build/{folder}"
    command = [context.root / "tools" / "lib" / "build", folder, " ".join(targets), *options]
    status = subprocess.run(command, stdin=subprocess.DEVNULL, check=False).returncode
    return failed(name, f"could not build {', '.join(targets)}; see above") if status else passed(name)


def release(context: Context) -> Result:
    """What every test kind runs: the commands and the unit tests."""
    return build(context, "release", ["sapwood", "sapwood-fg", "unit_tests"], "-DCMAKE_BUILD_TYPE=Release")
