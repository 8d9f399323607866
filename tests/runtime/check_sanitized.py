"""gcc and clang compile the runtime without warnings, and under the address and undefined behaviour sanitizers every
other check here passes."""

import os
import subprocess
import sys
from pathlib import Path

from leaves import BUILT, PROGRAM, RUNTIME, SCRATCH, check, finish, written

WARNINGS = ["-Wall", "-Wextra", "-Wpedantic", "-Werror"]
CHECKS = ("check_floats.py", "check_ints.py", "check_maths.py", "check_texts.py", "check_hashes.py")
SANITIZE = ["-O1", "-g", "-fsanitize=address,undefined", "-fno-sanitize-recover=all", "-fno-omit-frame-pointer"]


def compile_all(name, c, cxx, options):
    objects = []
    sources = sorted([*RUNTIME.glob("*.c"), *RUNTIME.glob("*.cpp"), written("program.c", PROGRAM)])
    for source in sources:
        compiler = [cxx, "-std=c++20", "-fno-exceptions", "-fno-rtti"] if source.suffix == ".cpp" else [c, "-std=gnu11"]
        objects.append(SCRATCH / f"{name}-{source.name}.o")
        command = [*compiler, *WARNINGS, *options, "-fPIC", f"-I{BUILT}", f"-I{RUNTIME}", "-c", source, "-o", objects[-1]]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        check((done.returncode, done.stderr), (0, ""), name, source.name)
    return [path for path in objects if not path.name.endswith("-main.c.o")]


compile_all("clang", "clang", "clang++", ["-O2"])
compile_all("plain", "gcc", "g++", ["-O0"])
objects = compile_all("sanitized", "gcc", "g++", SANITIZE)
library = SCRATCH / "sanitized.so"
subprocess.run(["g++", "-shared", *SANITIZE, *objects, "-o", library, "-lgc", "-ldouble-conversion", "-lm"], check=True)

preload = [subprocess.run(["gcc", f"-print-file-name={name}.so"], capture_output=True, text=True, check=True).stdout.strip()
           for name in ("libasan", "libubsan")]  # fmt: skip
env = {**os.environ, "SAPWOOD_LEAVES": str(library), "LD_PRELOAD": ":".join(preload), "ASAN_OPTIONS": "detect_leaks=0",
       "SAPWOOD_FEWER": "20"}  # fmt: skip
for name in CHECKS:
    done = subprocess.run([sys.executable, Path(__file__).parent / name], env=env, capture_output=True, text=True, check=False)
    check((done.returncode, (done.stdout + done.stderr)[-2000:]), (0, ""), name)
finish()
