#!/usr/bin/env python3
"""Installs Sapwood into a scratch prefix and uses it from outside: find_package, installed headers only, and an
installed command that works without the source tree."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
BUILD = Path(os.environ.get("SAPWOOD_BUILD", HERE.parent.parent / "build" / "release"))
SCRATCH = Path(os.environ.get("SAPWOOD_SCRATCH", "/tmp/sapwood-library-check"))
PREFIX = SCRATCH / "prefix"

A = 'def f(n):\n    return n + 1\n\n\nif __name__ == "__main__":\n    print(f(41))\n'
A_CHANGED = 'def f(n):\n    return n * 2\n\n\nif __name__ == "__main__":\n    print(f(21))\n'
B = 'class C:\n    def __init__(self, x):\n        self.x = x\n\n\nif __name__ == "__main__":\n    print(C(7).x)\n'


def run(*command: object) -> str:
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))}: status {done.returncode}\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    return done.stdout


def build_outside(name: str) -> Path:
    """A copy of the outside project, so that nothing of the source tree is in reach by a relative path."""
    source, build = SCRATCH / name, SCRATCH / f"{name}-build"
    shutil.copytree(HERE / name, source)
    run("cmake", "-S", source, "-B", build, "-G", "Ninja", f"-DCMAKE_PREFIX_PATH={PREFIX}",
        "-DPython3_EXECUTABLE=/usr/bin/python3", "-DCMAKE_BUILD_TYPE=Debug")
    run("cmake", "--build", build)
    return build / name


def check_no_python(program: Path) -> None:
    libraries = run("ldd", program)
    assert "libpython" not in libraries, f"{program} needs Python:\n{libraries}"


def check_built_graph(program: Path) -> None:
    source, executable = SCRATCH / "gcd.c", SCRATCH / "gcd"
    source.write_text(run(program))
    runtime = PREFIX / "lib" / "sapwood"
    run("cc", "-std=c11", f"-I{runtime / 'include'}", source, runtime / "libsapwood_runtime.a", "-lm",
        "-o", executable)
    status = subprocess.run([str(executable)]).returncode
    assert status == 21, f"the program built from a graph ended with {status}, not 21"


def check_sequence(program: Path) -> None:
    """A, then a changed A, then B in one process give the C that fresh processes give."""
    a, b = SCRATCH / "a.py", SCRATCH / "b.py"
    changed = SCRATCH / "changed" / "a.py"
    changed.parent.mkdir()
    a.write_text(A)
    changed.write_text(A_CHANGED)
    b.write_text(B)
    alone = {path: run(program, "c", path) for path in (a, changed, b)}
    assert alone[a] != alone[changed], "the change of A does not show in its C"
    assert run(program, "c", a, changed) == alone[changed], "A, then changed A: the C differs from a fresh process"
    assert run(program, "c", a, changed, b) == alone[b], "A, changed A, B: the C differs from a fresh process"
    assert run(program, "c", b, changed, a) == alone[a], "B, changed A, A: the C differs from a fresh process"


def check_walk(program: Path) -> None:
    stages = run(program, "walk", SCRATCH / "b.py").splitlines()
    assert [line.split(":")[0] for line in stages] == ["annotated", "typed ll", "final"], stages
    assert all(int(line.split()[-2]) > 0 for line in stages), stages
    wrong = SCRATCH / "wrong.py"
    wrong.write_text("def main():\n    return [1].nothing()\n")
    done = subprocess.run([str(program), "walk", str(wrong)], capture_output=True, text=True)
    assert done.returncode == 1 and done.stdout.startswith("unknown_method:2:"), done


def check_installed_command() -> None:
    done = subprocess.run([str(PREFIX / "bin" / "sapwood"), "run", str(SCRATCH / "a.py")], capture_output=True,
                          text=True, cwd="/")
    assert (done.returncode, done.stdout) == (0, "42\n"), done


def main() -> None:
    shutil.rmtree(SCRATCH, ignore_errors=True)
    SCRATCH.mkdir(parents=True)
    run("cmake", "--install", BUILD, "--prefix", PREFIX)
    translate, build_graph = build_outside("translate"), build_outside("build_graph")
    check_no_python(build_graph)
    check_built_graph(build_graph)
    check_sequence(translate)
    check_walk(translate)
    check_installed_command()
    print("library: installed, used from two outside programs")


if __name__ == "__main__":
    main()
