"""Runs the helpers of rtyper/lowlevel under CPython: imports them, emulates the leaf routines of runtime/leaf.def in
Python, and compares what a helper does with what Python does."""

import codecs
import ctypes
import math
import os
import random
import sys
import time
import unicodedata
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "rtyper" / "lowlevel"))

import ll  # noqa: E402  (the folder is on the path only now)

_status = 0


def leaf(function):
    ll.leaves[function.__name__] = function
    return function


def leave(code):
    global _status
    _status = code


@leaf
def status():
    return _status


def data(text, start=0, stop=None):
    return bytes(text.array[start:len(text.array) if stop is None else stop])


def fill(out, result):
    if len(result) <= len(out.array):
        out.array[:len(result)] = result
    return len(result)


# ---- encodings

# As in runtime/generate_codecs.py, and some of those that follow.
ENCODINGS = ["utf-8", "ascii", "iso8859-1", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be", "utf-8-sig",
             "cp1252", "iso8859-15", "cp437", "koi8-r"]


@leaf
def codec_find(name):
    try:
        found = codecs.lookup(data(name).decode())
    except (LookupError, ValueError):
        return -1
    if not found._is_text_encoding:
        return -3
    return ENCODINGS.index(found.name) if found.name in ENCODINGS else -2


@leaf
def codec_character(encoding, byte):
    try:
        return ord(bytes([byte]).decode(ENCODINGS[encoding]))
    except UnicodeDecodeError:
        return -1


@leaf
def codec_byte(encoding, code):
    try:
        return chr(code).encode(ENCODINGS[encoding])[0]
    except UnicodeEncodeError:
        return -1


# ---- floats

@leaf
def float_repr(x, out):
    return fill(out, repr(x).encode())


_double_to_string = ctypes.pythonapi.PyOS_double_to_string
_double_to_string.argtypes = [ctypes.c_double, ctypes.c_char, ctypes.c_int, ctypes.c_int, ctypes.c_void_p]
_double_to_string.restype = ctypes.c_void_p
_free = ctypes.pythonapi.PyMem_Free
_free.argtypes = [ctypes.c_void_p]


@leaf
def float_format(x, code, precision, flags, out):
    text = _double_to_string(x, bytes([code]), 0 if code == ord("r") else precision, flags, None)
    result = ctypes.string_at(text)
    _free(text)
    return fill(out, result)


@leaf
def float_parse(text, start, stop):
    leave(0)
    try:
        return float(data(text, start, stop).decode())
    except ValueError:
        leave(1)
        return 0.0


@leaf
def int_parse(text, start, stop, base):
    leave(0)
    try:
        result = int(data(text, start, stop).decode(), base)
    except ValueError:
        leave(1)
        return 0
    if not -(1 << 63) <= result < 1 << 63:
        leave(2)
        return 0
    return result


@leaf
def float_pow(x, y):
    leave(0)
    if math.isfinite(x) and x < 0 and math.isfinite(y) and y != math.floor(y):
        leave(1)
        return math.nan
    try:
        return x ** y
    except OverflowError:
        leave(2)
    except ZeroDivisionError:
        leave(3)
    return math.inf


@leaf
def float_fmod(x, y):
    return math.nan if math.isinf(x) else math.fmod(x, y)


@leaf
def float_floor(x):
    return x if not math.isfinite(x) else math.copysign(float(math.floor(x)), x)


@leaf
def float_ceil(x):
    return x if not math.isfinite(x) else math.copysign(float(math.ceil(x)), x)


@leaf
def float_trunc(x):
    return x if not math.isfinite(x) else math.copysign(float(math.trunc(x)), x)


@leaf
def float_rint(x):
    return x if not math.isfinite(x) else math.copysign(float(round(x)), x)


@leaf
def float_round(x, digits):
    leave(0)
    try:
        return round(x, digits)
    except OverflowError:
        leave(2)
        return math.inf


@leaf
def float_hash(x):
    return 0 if x != x else hash(x)


@leaf
def float_sqrt(x):
    return math.sqrt(x)


def _math(name):
    function = getattr(math, name)

    def routine(*operands):
        leave(0)
        try:
            return function(*operands)
        except ValueError:
            leave(1)
        except OverflowError:
            leave(2)
        return 0.0

    ll.leaves["math_" + name] = routine


for _name in ("acos acosh asin asinh atan atan2 atanh cbrt copysign cos cosh erf erfc exp exp2 expm1 fmod gamma hypot "
              "isfinite isinf isnan ldexp lgamma log log10 log1p log2 nextafter remainder sin sinh sqrt tan tanh "
              "ulp").split():
    _math(_name)
ll.leaves["math_frexp_mantissa"] = lambda x: math.frexp(x)[0]
ll.leaves["math_frexp_exponent"] = lambda x: math.frexp(x)[1]
ll.leaves["math_dist"] = lambda sides: math.hypot(*sides.array)


# ---- text

@leaf
def hash_bytes(text, start, stop):
    return hash(data(text, start, stop))


@leaf
def hash_text(text, start, stop):
    return hash(decoded(text, start, stop))


def decoded(text, start=0, stop=None):
    return data(text, start, stop).decode("utf-8", "surrogatepass")


@leaf
def utf8_count(text, start, stop):
    return len(decoded(text, start, stop))


@leaf
def utf8_skip(text, at, n):
    for _ in range(n):  # what comes after them need not be text
        byte = text.array[at]
        at += 1 if byte < 0x80 else 2 if byte < 0xE0 else 3 if byte < 0xF0 else 4
    return at


@leaf
def utf8_back(text, at, n):
    return at - len(decoded(text, 0, at)[-n:].encode("utf-8", "surrogatepass")) if n else at


_REASONS = {"invalid start byte": 1, "invalid continuation byte": 2, "unexpected end of data": 3}


@leaf
def utf8_error(text, start, stop):
    leave(0)
    try:
        data(text, start, stop).decode("utf-8")
    except UnicodeDecodeError as error:
        leave(_REASONS[error.reason] + 16 * (error.end - error.start))
        return start + error.start
    return -1


@leaf
def utf8_escape(text, start, stop, out):
    return fill(out, data(text, start, stop).decode("utf-8", "surrogateescape").encode("utf-8", "surrogatepass"))


@leaf
def utf8_unescape(text, start, stop, out):
    leave(0)
    try:
        return fill(out, decoded(text, start, stop).encode("utf-8", "surrogateescape"))
    except UnicodeEncodeError:
        leave(1)
        return 0


@leaf
def utf8_surrogate(text, start, stop):
    content = decoded(text, start, stop)
    for i, char in enumerate(content):
        if "\ud800" <= char <= "\udfff":
            return start + len(content[:i].encode("utf-8"))
    return -1


@leaf
def find(text, start, stop, what, what_start, what_stop):
    at = data(text, start, stop).find(data(what, what_start, what_stop))
    return at if at < 0 else start + at


@leaf
def rfind(text, start, stop, what, what_start, what_stop):
    at = data(text, start, stop).rfind(data(what, what_start, what_stop))
    return at if at < 0 else start + at


@leaf
def find_byte(text, start, stop, byte):
    at = data(text, start, stop).find(bytes([byte]))
    return at if at < 0 else start + at


_CASES = ["lower", "upper", "title", "capitalize", "swapcase", "casefold"]


@leaf
def utf8_case(text, start, stop, which, out):
    return fill(out, getattr(decoded(text, start, stop), _CASES[which])().encode("utf-8", "surrogatepass"))


@leaf
def uni_flags(code):
    char = chr(code)
    tests = [char.isalpha(), char.isdecimal(), char.isdigit(), char.isnumeric(), char.isspace(), char.islower(),
             char.isupper(), unicodedata.category(char) == "Lt", char.isprintable(),
             len(("a" + char + "b").splitlines()) > 1, char.isidentifier(), ("a" + char).isidentifier()]
    return sum(1 << bit for bit, test in enumerate(tests) if test)


@leaf
def uni_digit(code):
    return unicodedata.decimal(chr(code), -1)


@leaf
def uni_case(code, which, i):
    mapped = getattr(chr(code), _CASES[which])()
    return ord(mapped[i]) if i < len(mapped) else -1


# ---- the operating system, through the same system calls that the runtime makes

def attempt(call, *operands):
    try:
        return call(*operands)
    except OSError as error:
        return -error.errno


def _path(text):
    return data(text).decode("utf-8", "surrogatepass").encode("utf-8", "surrogateescape")


@leaf
def os_open(path, mode):
    flags = [os.O_RDONLY, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, os.O_WRONLY | os.O_CREAT | os.O_APPEND,
             os.O_WRONLY | os.O_CREAT | os.O_EXCL][mode & 3]
    if mode & 4:
        flags = flags & ~os.O_WRONLY | os.O_RDWR
    if os.path.isdir(_path(path)):
        return -21
    return attempt(os.open, _path(path), flags | os.O_CLOEXEC, 0o666)


@leaf
def os_read(fd, out, at, n):
    got = attempt(os.read, fd, n)
    if isinstance(got, int):
        return got
    out.array[at:at + len(got)] = got
    return len(got)


@leaf
def os_write(fd, text, start, stop):
    return attempt(os.write, fd, data(text, start, stop))


@leaf
def os_close(fd):
    return attempt(os.close, fd) or 0


@leaf
def os_seek(fd, offset, whence):
    return attempt(os.lseek, fd, offset, whence)


@leaf
def os_isatty(fd):
    return os.isatty(fd)


@leaf
def os_stat_kind(path):
    name = _path(path)
    return 0 if not os.path.exists(name) else 1 if os.path.isfile(name) else 2 if os.path.isdir(name) else 3


@leaf
def os_stat_size(path):
    return attempt(lambda: os.stat(_path(path)).st_size)


@leaf
def os_remove(path):
    return attempt(os.remove, _path(path)) or 0


@leaf
def os_error_text(errno, out):
    return fill(out, os.strerror(errno).encode())


@leaf
def os_getcwd(out):
    return fill(out, os.getcwd().encode())


# ---- the process

@leaf
def env(name, out):
    value = os.environb.get(_path(name))
    if value is None:
        return -1
    return fill(out, os.fsdecode(value).encode("utf-8", "surrogatepass"))


@leaf
def env_entry(i, out):
    entries = [name + b"=" + value for name, value in os.environb.items()]
    if i >= len(entries):
        return -1
    return fill(out, os.fsdecode(entries[i]).encode("utf-8", "surrogatepass"))


ll.leaves["time_time"] = time.time
ll.leaves["time_time_ns"] = time.time_ns
ll.leaves["time_monotonic"] = time.monotonic
ll.leaves["time_monotonic_ns"] = time.monotonic_ns
ll.leaves["time_process"] = time.process_time
ll.leaves["time_sleep"] = time.sleep
ll.leaves["gc_collect"] = lambda: None


@leaf
def traceback_text(places, out):
    return fill(out, b"".join(b'  File "p.py", line %d, in f\n' % line for line in places.array))


# ---- comparing

def to_ll(value):
    """str and bytes as pointers, other values as they are."""
    if isinstance(value, str):
        return ll.str_ptr(value)
    if isinstance(value, bytes):
        return ll.bytes_ptr(value)
    return value


def from_ll(value):
    """Pointers to str and bytes, and results that are structs with fields item0, item1, ..., as Python values."""
    if not isinstance(value, ll._Memory):
        return value
    if value.type is ll.STR:
        check_str(value)
        return ll.ptr_str(value)
    if value.type is ll.BYTES:
        return ll.ptr_bytes(value)
    return tuple(from_ll(value.slots[f"item{i}"]) for i in range(len(value.slots)))


def check_str(s):
    """The invariants of a str."""
    text = bytes(s.array).decode("utf-8", "surrogatepass")
    assert s.length == len(text), (text, s.length)


def outcome(call, *arguments):
    """What a call gives, comparable: the result's repr, or the exception."""
    try:
        result = call(*arguments)
    except Exception as error:
        return type(error).__name__, str(error)
    return "gives", repr(from_ll(result))


def same(helper, python, *arguments, note=""):
    """Fails unless the helper does with these arguments what the Python function does."""
    expected = outcome(python, *arguments)
    got = outcome(helper, *[to_ll(argument) for argument in arguments])
    if got != expected:
        sys.exit(f"{helper.__name__}{arguments!r} {note}\n  helper: {got}\n  Python: {expected}")


MIN, MAX = -(1 << 63), (1 << 63) - 1
INTERESTING_INTS = sorted({sign * ((1 << bits) + offset) for bits in (0, 1, 2, 3, 7, 8, 31, 32, 52, 53, 54, 61, 62, 63)
                           for sign in (1, -1) for offset in (-2, -1, 0, 1, 2)
                           if MIN <= sign * ((1 << bits) + offset) <= MAX} | {10 ** k for k in range(19)} | {0})
INTERESTING_FLOATS = [0.0, -0.0, 0.5, -0.5, 1.0, -1.0, 1.5, 2.0, 2.5, -2.5, 3.0, 1e15, 1e16, 1e17, 1e22, 1e300, -1e300, 1e308,
                      5e-324, 2.2250738585072014e-308, 1e-5, 1e-4, 0.1, 0.3, 123456789.125, 2.0 ** 53, 2.0 ** 63,
                      -2.0 ** 63, 2.0 ** 64, 1.7976931348623157e308, math.inf, -math.inf, math.nan, math.pi]


def some_int(rng):
    if rng.random() < 0.3:
        return rng.choice(INTERESTING_INTS)
    n = rng.getrandbits(rng.randrange(1, 64))
    return n if rng.random() < 0.5 else -n


def some_float(rng):
    kind = rng.random()
    if kind < 0.3:
        return rng.choice(INTERESTING_FLOATS)
    if kind < 0.6:
        return round(rng.uniform(-1000, 1000), rng.randrange(6))
    if kind < 0.8:
        return ll.cast_int_bits_to_float(rng.getrandbits(64) - (1 << 63))
    return rng.uniform(-10, 10) * 10.0 ** rng.randrange(-20, 20)


def in_64_bits(function):
    """The Python function, with OverflowError where an int beyond 64 bits comes out."""
    def checked(*arguments):
        result = function(*arguments)
        if isinstance(result, int) and not MIN <= result <= MAX:
            raise OverflowError("integer overflow")
        return result
    return checked


def seeded(number):
    return random.Random(number)
