"""Finds the CPythons of this machine that a front end can embed: 3.11 to 3.13, with headers and a shared
libpython, in the usual prefixes of distributions and version managers."""

import functools
import json
import os
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

VERSIONS = ("3.11", "3.12", "3.13")

_HOME = Path.home()
PREFIXES = (
    "/usr",
    "/usr/local",
    "/opt/*",
    "/opt/python/*",
    f"{os.environ.get('PYENV_ROOT', _HOME / '.pyenv')}/versions/*",
    f"{_HOME}/.local/share/uv/python/*",
    f"{_HOME}/.asdf/installs/python/*",
    f"{_HOME}/.local/share/mise/installs/python/*",
    f"{_HOME}/.rye/py/*",
    *(f"{_HOME}/{conda}{envs}" for conda in ("miniconda3", "anaconda3", "miniforge3", "mambaforge")
      for envs in ("", "/envs/*")),
    "/opt/conda/envs/*",
)

_QUESTION = """
import json, os, platform, sys, sysconfig
get = sysconfig.get_config_var
print(json.dumps({
    "version": "%d.%d" % sys.version_info[:2],
    "full": platform.python_version(),
    "cpython": sys.implementation.name == "cpython",
    "free_threaded": bool(get("Py_GIL_DISABLED")),
    "real": os.path.realpath(sys.executable),
    "header": os.path.join(sysconfig.get_path("include"), "Python.h"),
    "library": os.path.join(get("LIBDIR") or "", get("INSTSONAME") or "none"),
}))
"""


@dataclass(frozen=True)
class Python:
    executable: Path
    version: str  # two numbers
    full_version: str


def others() -> list[Python]:
    """The newest of each version that is not the system's."""
    system = _ask(Path("/usr/bin/python3"))
    newest: dict[str, Python] = {}
    for python in discover():
        if system and python.version == system.version:
            continue
        known = newest.get(python.version)
        if known is None or _key(python) > _key(known):
            newest[python.version] = python
    return [newest[version] for version in VERSIONS if version in newest]


@functools.cache
def discover() -> list[Python]:
    """Every CPython that can be embedded, each once, in the order of PREFIXES."""
    found, seen = [], set()
    for executable in _candidates():
        real = executable.resolve()
        if real in seen:
            continue
        seen.add(real)
        python = _ask(executable)
        if python:
            found.append(python)
    return found


def _candidates() -> Iterator[Path]:
    for prefix in PREFIXES:
        for folder in sorted(Path("/").glob(prefix.lstrip("/"))):
            for version in VERSIONS:
                executable = folder / "bin" / f"python{version}"
                if os.access(executable, os.X_OK):
                    yield executable


def _ask(executable: Path) -> Python | None:
    try:
        answer = subprocess.run(
            [executable, "-I", "-c", _QUESTION], capture_output=True, timeout=20, check=True, text=True
        )
        facts = json.loads(answer.stdout)
    except (OSError, subprocess.SubprocessError, ValueError):
        return None
    usable = (
        facts["cpython"]
        and not facts["free_threaded"]
        and facts["version"] in VERSIONS
        and os.path.exists(facts["header"])
        and ".so" in facts["library"]
        and os.path.exists(facts["library"])
    )
    return Python(Path(facts["real"]), facts["version"], facts["full"]) if usable else None


def _key(python: Python) -> list[int]:
    return [int(part) for part in python.full_version.split(".") if part.isdigit()]


if __name__ == "__main__":
    for each in discover():
        print(each.version, each.full_version, each.executable)
