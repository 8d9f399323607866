"""Leaf routines for the low-level helpers under CPython: what runtime/leaf.def says, by CPython's own means.

Importing this module puts rtyper/lowlevel on sys.path and fills ll.leaves.
"""

import math
import os
import sys
import unicodedata

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "rtyper", "lowlevel"))

import ll  # noqa: E402

_status = 0


def _set_status(value):
    global _status
    _status = value


def _bytes(pointer, start=0, stop=None):
    return bytes(pointer.array_[start:stop])


def _decode(data):
    return data.decode("utf-8", "surrogatepass")


def _fill(out, data):
    if len(data) <= len(out.array_):
        out.array_[:len(data)] = data
    return len(data)


def leaf(function):
    ll.leaves[function.__name__] = function
    return function


@leaf
def status():
    return _status


@leaf
def float_repr(x, out):
    return _fill(out, repr(x).encode())


@leaf
def float_format(x, code, precision, flags, out):
    if chr(code) == "r":
        text = repr(x)
        if not flags & 2 and text.endswith(".0"):
            text = text[:-2]
        if flags & 4 and not any(c in text for c in ".n"):
            head, e, tail = text.partition("e")
            text = head + "." + e + tail
    else:
        text = format(x, ("+" if flags & 1 else "") + ("#" if flags & 4 else "") + f".{precision}" + chr(code))
        if flags & 2 and math.isfinite(x):
            text = _like_float(x, text, precision, flags)
    return _fill(out, text.encode())


def _like_float(x, text, precision, flags):
    """PyOS_double_to_string with Py_DTSF_ADD_DOT_0 is what format() without a type does."""
    return format(x, ("#" if flags & 4 else "") + f".{precision}")


@leaf
def float_parse(text, start, stop):
    try:
        value = float(_decode(_bytes(text, start, stop)))
    except ValueError:
        _set_status(1)
        return 0.0
    _set_status(0)
    return value


@leaf
def int_parse(text, start, stop, base):
    try:
        value = int(_decode(_bytes(text, start, stop)), base)
    except ValueError:
        _set_status(1)
        return 0
    _set_status(0 if -2**63 <= value < 2**63 else 2)
    return value


@leaf
def hash_bytes(text, start, stop):
    return hash(_bytes(text, start, stop))


@leaf
def utf8_count(text, start, stop):
    return len(_decode(_bytes(text, start, stop)))


@leaf
def utf8_skip(text, at, count):
    array = text.array_
    while count > 0:
        at += 1
        while at < len(array) and array[at] & 0xC0 == 0x80:
            at += 1
        count -= 1
    return at


@leaf
def find(text, start, stop, what, what_start, what_stop):
    return _bytes(text).find(_bytes(what, what_start, what_stop), start, stop)


@leaf
def rfind(text, start, stop, what, what_start, what_stop):
    return _bytes(text).rfind(_bytes(what, what_start, what_stop), start, stop)


@leaf
def find_byte(text, start, stop, byte):
    return _bytes(text).find(bytes([byte]), start, stop)


@leaf
def utf8_case(text, start, stop, which, out):
    s = _decode(_bytes(text, start, stop))
    changed = [s.lower, s.upper, s.title, s.capitalize, s.swapcase, s.casefold][which]()
    return _fill(out, changed.encode("utf-8", "surrogatepass"))


@leaf
def utf8_error(text, start, stop):
    data = _bytes(text, start, stop)
    try:
        data.decode()
    except UnicodeDecodeError as error:
        kinds = {"invalid start byte": 1, "invalid continuation byte": 2, "unexpected end of data": 3}
        _set_status(kinds[error.reason] + 16 * (error.end - error.start))
        return start + error.start
    _set_status(0)
    return -1


@leaf
def utf8_surrogate(text, start, stop):
    for i in range(start, stop - 1):
        if text.array_[i] == 0xED and text.array_[i + 1] >= 0xA0:
            return i
    return -1


@leaf
def utf8_unescape(text, start, stop, out):
    try:
        data = _decode(_bytes(text, start, stop)).encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        _set_status(1)
        return 0
    _set_status(0)
    return _fill(out, data)


@leaf
def uni_flags(code):
    c = chr(code)
    tests = [c.isalpha(), c.isdecimal(), c.isdigit(), c.isnumeric(), c.isspace(), c.islower(), c.isupper(),
             unicodedata.category(c) == "Lt", c.isprintable(), len(f"a{c}b".splitlines()) > 1, c.isidentifier(),
             ("a" + c).isidentifier()]
    return sum(1 << i for i, holds in enumerate(tests) if holds)


def _errno(call, *arguments):
    try:
        return call(*arguments)
    except OSError as error:
        return -error.errno


@leaf
def os_open(path, mode):
    kinds = [os.O_RDONLY, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, os.O_WRONLY | os.O_CREAT | os.O_APPEND,
             os.O_WRONLY | os.O_CREAT | os.O_EXCL]
    flags = kinds[mode & 3]
    if mode & 4:
        flags = flags & ~os.O_WRONLY | os.O_RDWR
    name = _decode(_bytes(path))
    if os.path.isdir(name):
        return -21
    return _errno(os.open, name, flags, 0o666)


@leaf
def os_read(fd, out, at, count):
    data = _errno(os.read, fd, min(count, len(out.array_) - at))
    if isinstance(data, int):
        return data
    out.array_[at:at + len(data)] = data
    return len(data)


@leaf
def os_write(fd, data, start, stop):
    return _errno(os.write, fd, _bytes(data, start, stop))


@leaf
def os_close(fd):
    return _errno(os.close, fd) or 0


@leaf
def os_seek(fd, offset, whence):
    return _errno(os.lseek, fd, offset, whence)


@leaf
def os_isatty(fd):
    return os.isatty(fd)


@leaf
def os_error_text(errno, out):
    return _fill(out, os.strerror(errno).encode())


# ---- conversions for the tests

def s(text):
    return ll.str_ptr(text)


def py(pointer):
    assert pointer.length == len(ll.ptr_str(pointer)), "the length of a str is wrong"
    return ll.ptr_str(pointer)


def outcome(function, *arguments):
    """What a call does: its result, or its exception as (class, text)."""
    try:
        return function(*arguments)
    except Exception as error:  # every exception is an outcome to compare
        return type(error).__name__, str(error)
