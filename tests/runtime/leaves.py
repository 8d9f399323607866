"""The leaf routines of the built runtime, callable from Python, with prototypes made from leaf.def.

    leaves.float_hash(0.5)                  a plain call; a Text operand is bytes, a Buffer a bytearray
    leaves.text("float_repr", 0.5)          for routines whose last parameter is a Buffer: the bytes that they
                                            write, or the (negative) result itself

The library is the one in SAPWOOD_BUILD, made into a shared one; SAPWOOD_LEAVES names another to take instead."""

import ctypes
import os
import random
import re
import struct
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
RUNTIME = ROOT / "runtime"
BUILD = Path(os.environ.get("SAPWOOD_BUILD", ROOT / "build"))
SCRATCH = Path(os.environ.get("SAPWOOD_SCRATCH") or tempfile.mkdtemp())
BUILT = BUILD / "runtime"

SCALARS = {
    "Void": None, "Signed": ctypes.c_int64, "Unsigned": ctypes.c_uint64, "Float": ctypes.c_double,
    "Bool": ctypes.c_bool, "Char": ctypes.c_ubyte, "UniChar": ctypes.c_int32,
}  # fmt: skip
ROW = re.compile(r"^LEAF\((\w+), (\w+), \(([^)]*)\), (\w+)\)", re.MULTILINE)

# What a program defines for the runtime; three places, the last one inlined into the second.
PROGRAM = """
#include "sapwood.h"
const struct sw_place sw_places[] = {{"a.py", "<module>", "main()", 3, -1}, {"a.py", "f", "return g(n)", 7, -1},
                                     {"b.py", "g", "", 8, 1}};
int64_t sw_program_main(void) { return 0; }
"""


def rows():
    """(name, result kind, [parameter kinds], effects) of every leaf routine."""
    for name, result, parameters, effects in ROW.findall((RUNTIME / "leaf.def").read_text()):
        kinds = [kind.strip() for kind in parameters.split(",")]
        yield name, result, [kind for kind in kinds if kind != "void"], effects


def compile_c(sources, output, *options, compiler="cc"):
    command = [compiler, "-std=c11", "-Wall", "-Wextra", "-Werror", f"-I{BUILT / 'include'}", "-o", output]
    subprocess.run([*command, *sources, *options], check=True)
    return output


def written(name, text):
    path = SCRATCH / name
    path.write_text(text)
    return path


def shared_library():
    if "SAPWOOD_LEAVES" in os.environ:
        return os.environ["SAPWOOD_LEAVES"]
    whole = ["-Wl,--whole-archive", BUILT / "libsapwood_own.a", "-Wl,--no-whole-archive"]
    options = ["-shared", "-fPIC", *whole, "-lgc", "-ldouble-conversion", "-lm"]
    return compile_c([written("program.c", PROGRAM)], SCRATCH / "leaves.so", *options)


class Leaves:
    def __init__(self):
        self._library = ctypes.CDLL(str(shared_library()))
        argument = ctypes.create_string_buffer(b"check")
        arguments = (ctypes.c_char_p * 2)(ctypes.addressof(argument), None)
        self._kept = argument, arguments
        self._library.sw_start(1, arguments)
        self._kinds = {}
        for name, result, kinds, _ in rows():
            self._kinds[name] = kinds
            function = getattr(self._library, "sw_" + name)
            function.restype = SCALARS[result]
            function.argtypes = [t for kind in kinds for t in self._types(kind)]
            setattr(self, name, self._caller(function, kinds))

    @staticmethod
    def _types(kind):
        return (SCALARS[kind],) if kind in SCALARS else (ctypes.c_void_p, ctypes.c_int64)

    @staticmethod
    def _caller(function, kinds):
        if all(kind in SCALARS for kind in kinds):
            return function
        items = {"Ints": ctypes.c_int32, "Floats": ctypes.c_double}

        def call(*operands):
            passed = []
            for kind, operand in zip(kinds, operands, strict=True):
                if kind == "Text":
                    passed += [ctypes.cast(ctypes.c_char_p(operand), ctypes.c_void_p), len(operand)]
                elif kind == "Buffer":
                    passed += [(ctypes.c_char * len(operand)).from_buffer(operand), len(operand)]
                elif kind in items:
                    passed += [(items[kind] * len(operand))(*operand), len(operand)]
                else:
                    passed.append(operand)
            return function(*passed)

        return call

    def text(self, name, *operands, room=64):
        """Calls as generated programs do: again with a larger buffer if the first was too small."""
        call = getattr(self, name)
        buffer = bytearray(room)
        size = call(*operands, buffer)
        if size > len(buffer):
            buffer = bytearray(size)
            assert call(*operands, buffer) == size, f"{name}: a second call needs another size"
        return size if size < 0 else bytes(buffer[:size])


leaves = Leaves()
random.seed(20260101)
FEWER = int(os.environ.get("SAPWOOD_FEWER", "1"))  # divides the number of random cases, for slow builds
_failures = 0


def check(got, wanted, *what):
    """Equal, and of the same kind; nans are equal to each other, 0.0 is not -0.0."""
    global _failures
    if repr(got) == repr(wanted):
        return
    _failures += 1
    if _failures <= 20:
        print(*(repr(part) if not isinstance(part, str) else part for part in what), f"gives {got!r} instead of {wanted!r}")


def finish():
    if _failures:
        sys.exit(f"{_failures} differences")


def encoded(text):
    """The runtime's form of a str: UTF-8 in which surrogates have three bytes."""
    return text.encode("utf-8", "surrogatepass")


def random_doubles(count):
    """Of every kind: bit patterns, short decimals, halves, integers, and the ends of the range."""
    ends = [0.0, -0.0, 5e-324, -5e-324, 2.2250738585072014e-308, 2.225073858507201e-308, 1.7976931348623157e308,
            float("inf"), -float("inf"), float("nan"), 1.0, -1.0, 0.5, 2.5, 9007199254740992.0,
            9007199254740993.0, 1e16, 1e15, 1e22, 1e23, 123456789012345678.0, 4.35, 0.1, 0.3, 1e-5, 1e-4]  # fmt: skip
    yield from ends
    for _ in range(count // FEWER // 4):
        yield struct.unpack("<d", random.randbytes(8))[0]
        yield random.randrange(-(10**9), 10**9) / 10 ** random.randrange(0, 12)
        yield random.randrange(-(10**6), 10**6) / 2 ** random.randrange(0, 24)
        yield random.gauss(0, 1) * 10.0 ** random.randrange(-12, 20)


ALPHABETS = (
    "abcXYZ 019",
    "aßéÿÀ µ",
    "aΣσςΑ.'\u0301\u00ad\u02b0",
    "ǅİıŉﬃΐⅧⓐ",
    "漢字かな、",
    "a😀𐐀𝔘\U0010ffff",
    "x\ud800\udc80\udcff\udfff",
    "\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f\x85\xa0\u2028\u3000",
)


def random_text(longest=40, without_surrogates=False):
    while True:
        alphabet = "".join(random.sample(ALPHABETS, random.randrange(1, 4)))
        text = "".join(random.choices(alphabet, k=random.randrange(longest)))
        if not without_surrogates or not any("\ud800" <= c <= "\udfff" for c in text):
            return text
