"""What the hot leaf routines cost, and the same in CPython where it has a like.  Not a test: it prints."""

import subprocess
import timeit

from leaves import BUILT, RUNTIME, SCRATCH, compile_c

source = RUNTIME.parent / "tests" / "runtime" / "cost.c"
program = compile_c([source], SCRATCH / "cost", "-O2", BUILT / "libsapwood_runtime.a", "-lm")
subprocess.run([program], check=True)
print()
CALLS = 200_000
for statement in ("repr(x)", "'%.6f' % x", "round(x, 2)", "float('0.12345678901234568')", "int('1000000012')"):
    best = min(timeit.repeat(statement, "x = 0.12345678901234568", number=CALLS, repeat=5))
    print(f"{'CPython: ' + statement:36} {best / CALLS * 1e9:10.1f} ns")
