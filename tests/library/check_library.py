#!/usr/bin/env python3
"""Installs Sapwood into a scratch prefix and uses it from outside: find_package, installed headers only, and an
installed command that works without the source tree."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
BUILD = Path(os.environ.get("SAPWOOD_BUILD", ROOT / "build" / "release"))
SCRATCH = Path(os.environ.get("SAPWOOD_SCRATCH", "/tmp/sapwood-library-check"))
PREFIX = SCRATCH / "prefix"

A = """
import part

class Counter:
    start = 1

    def __init__(self):
        self.value = Counter.start

    def step(self):
        self.value += part.STEP
        return self.value


if __name__ == "__main__":
    print(Counter().step() * 2)
"""
A_CHANGED = A.replace("start = 1", "start = 1.5").replace("self.value +=", "self.value *=")
B = """
import part


if __name__ == "__main__":
    part.STEP = 3
    print(part.STEP, "%d items" % len([part.STEP]))
"""
PART = "STEP = 20\n"


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
    """A, then a changed A in the same file, then B in one process give the C that fresh processes give."""
    first, changed, b = SCRATCH / "first.py", SCRATCH / "changed.py", SCRATCH / "b.py"
    a = SCRATCH / "a.py"
    first.write_text(A)
    changed.write_text(A_CHANGED)
    b.write_text(B)
    (SCRATCH / "part.py").write_text(PART)

    def c_after(*turns: object) -> str:
        """The C of the last turn; each writes its text over its file first."""
        return run(program, "c", *turns)

    first_a, changed_a = f"{a}={first}", f"{a}={changed}"
    alone = {turn: c_after(turn) for turn in (changed_a, first_a, b)}
    assert alone[first_a] != alone[changed_a], "the change of A does not show in its C"
    assert c_after(first_a, changed_a) == alone[changed_a], "A, changed A: the C differs from a fresh process"
    assert c_after(first_a, changed_a, b) == alone[b], "A, changed A, B: the C differs from a fresh process"
    assert c_after(b, changed_a, first_a) == alone[first_a], "B, changed A, A: the C differs from a fresh process"


def check_walk(program: Path) -> None:
    stages = run(program, "walk", SCRATCH / "b.py").splitlines()
    assert [line.split(":")[0] for line in stages] == ["annotated", "typed ll", "final"], stages
    assert all(int(line.split()[-2]) > 0 for line in stages), stages
    wrong = SCRATCH / "wrong.py"
    wrong.write_text("def main():\n    return [1].nothing()\n")
    done = subprocess.run([str(program), "walk", str(wrong)], capture_output=True, text=True)
    assert done.returncode == 1 and done.stdout.startswith("unknown_method:2:"), done


def check_installed_command() -> None:
    """The installed tree names neither the source nor the build, and works where it is moved to."""
    for path in PREFIX.rglob("*"):
        if path.is_file() and not path.is_symlink():
            for tree in (ROOT, BUILD):
                assert os.fsencode(tree) not in path.read_bytes(), f"{path} names {tree}"
    moved = SCRATCH / "moved"
    PREFIX.rename(moved)
    done = subprocess.run([str(moved / "bin" / "sapwood"), "run", str(SCRATCH / "a.py")], capture_output=True,
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
