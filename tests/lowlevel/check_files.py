#!/usr/bin/env python3
"""The file helpers against Python's files: reading, writing, newlines, broken UTF-8, errors."""

import os
import random
import tempfile

from emulation import check_str, ll, outcome
import file_errors
import files
import lists
import opening

random.seed(13)

s = ll.str_ptr


def py(pointer):
    check_str(pointer)
    return ll.ptr_str(pointer)


REGISTRY = ll.malloc(files.REGISTRY)
LIST = ll.GcStruct("list_GcRef", ("length", ll.Signed), ("items", ll.Ptr(ll.GcArray(ll.GcRef))))


def optional(value):
    return None if value is None else s(value)


def open_text(path, mode="r", errors=None, newline=None):
    return opening.ll_open_text(REGISTRY, s(path), s(mode), -1, None, optional(errors), optional(newline))


def open_binary(path, mode):
    return opening.ll_open_binary(REGISTRY, s(path), s(mode), -1)


def data(pointer):
    return bytes(pointer.array)


def random_bytes():
    pieces = [b"abc", b"\n", b"\r\n", b"\r", "é☃\U0001F600".encode(), b"x" * random.randrange(9000), b"\xff", b"\xe2\x98"]
    weights = [5, 6, 2, 1, 4, 1, 0, 0]
    if random.random() < 0.3:
        weights[-2:] = [1, 1]
    return b"".join(random.choices(pieces, weights, k=random.randrange(30)))


def read_all(path, errors, newline, how, size):
    """What reading in one of several ways gives, in CPython and here."""
    def python():
        with open(path, encoding="utf-8", errors=errors, newline=newline) as f:
            if how == "read":
                return f.read()
            if how == "lines":
                return list(f)
            if how == "readlines":
                return f.readlines()
            parts = []
            while part := (f.read(size) if how == "sized" else f.readline(size)):
                parts.append(part)
            return parts

    def ours():
        f = open_text(path, "r", errors, newline)
        try:
            if how == "read":
                return py(files.ll_read_text(f, -1))
            if how == "readlines":
                return [py(line) for line in files.ll_readlines_text(LIST, f).items.array if line is not None]
            parts = []
            while True:
                if how == "lines":
                    part = py(files.ll_next_line(f))
                elif how == "sized":
                    part = py(files.ll_read_text(f, size))
                else:
                    part = py(files.ll_readline_text(f, size))
                if not part:
                    return parts
                parts.append(part)
        finally:
            files.ll_close_text(f)

    return outcome(python), outcome(ours)


def check_reading(path):
    for _ in range(1500):
        with open(path, "wb") as f:
            f.write(random_bytes())
        errors = random.choice([None, "strict", "replace", "ignore", "surrogateescape", "backslashreplace"])
        newline = random.choice([None, None, "", "\n"])
        how = random.choice(["read", "lines", "readlines", "sized", "readline"])
        want, got = read_all(path, errors, newline, how, random.randrange(1, 12))
        if isinstance(want, tuple) and want[0] == "UnicodeDecodeError":
            # which piece it was decoding is CPython's affair; that it refuses is ours
            assert got[0] == "TypeError" or got[0] == "UnicodeDecodeError", (want, got)
            continue
        assert got == want, (errors, newline, how, difference(want, got))


def difference(want, got):
    """The first place where two results differ."""
    for i, (a, b) in enumerate(zip(want, got)):
        if a != b:
            return i, str(a)[-60:], str(b)[-60:]
    return len(want), len(got)


def check_decode_error():
    for count, kind, reason in ((1, 1, "invalid start byte"), (2, 2, "invalid continuation byte")):
        try:
            file_errors.ll_raise_decode_error(ll.bytes_ptr(b"ab\xff\xfe"), 2, count, kind)
        except UnicodeDecodeError as error:
            assert error.args == ("utf-8", b"ab\xff\xfe", 2, 2 + count, reason), error.args
        else:
            assert False


def check_writing(path):
    for _ in range(300):
        newline = random.choice([None, "\n", "\r\n"])
        texts = ["".join(random.choice("ab\né☃") for _ in range(random.choice([0, 3, 10000]))) for _ in range(6)]
        f = open_text(path, "w", None, newline)
        for t in texts:
            assert files.ll_write_text(f, s(t)) == len(t)
            if random.random() < 0.1:
                files.ll_flush_text(f)
        files.ll_close_text(f)
        files.ll_close_text(f)
        with open(path, newline="") as back:
            assert back.read() == "".join(texts).replace("\n", newline or "\n")
    f = open_text(path, "w", "surrogateescape")
    files.ll_write_text(f, s("a\udcffb"))
    files.ll_close_text(f)
    with open(path, "rb") as back:
        assert back.read() == b"a\xffb"


def check_updating(path):
    """r+ and seek and tell, text and binary."""
    with open(path, "wb") as f:
        f.write(b"hello\nworld\n")
    f = open_text(path, "r+")
    assert py(files.ll_next_line(f)) == "hello\n"
    assert files.ll_tell_text(f) == 6
    files.ll_write_text(f, s("W"))
    assert files.ll_tell_text(f) == 7
    files.ll_seek_text(f, 0, 0)
    assert py(files.ll_read_text(f, -1)) == "hello\nWorld\n"
    files.ll_close_text(f)
    f = open_binary(path, "rb")
    assert data(files.ll_read_binary(f, 3)) == b"hel" and files.ll_tell_binary(f) == 3
    files.ll_seek_binary(f, -2, 2)
    assert data(files.ll_read_binary(f, -1)) == b"d\n" and data(files.ll_read_binary(f, 5)) == b""
    files.ll_close_binary(f)
    f = open_text(path, "a")
    files.ll_write_text(f, s("more"))
    files.ll_flush_all(REGISTRY)
    with open(path) as back:
        assert back.read().endswith("more")
    files.ll_close_text(f)
    assert REGISTRY.first is None


def check_errors(folder, path):
    with open(path, "w") as f:
        f.write("x")
    missing = os.path.join(folder, "missing")
    for name, mode in [(missing, "r"), (folder, "r"), (path, "x"), (os.path.join(path, "y"), "r"), (path, "rw"),
                       (path, ""), (path, "q"), (path, "rtb"), (path, "r++"), (path, "+"), ("a\0b", "r")]:
        want = outcome(open, name, mode)
        got = outcome(open_text, name, mode)
        assert got == want, (name, mode, want, got)
    f = open_text(path, "r")
    assert outcome(files.ll_write_text, f, s("x")) == ("UnsupportedOperation", "not writable")
    files.ll_close_text(f)
    assert outcome(files.ll_read_text, f, -1) == ("ValueError", "I/O operation on closed file.")
    f = open_text(path, "w")
    assert outcome(files.ll_read_text, f, -1) == ("UnsupportedOperation", "not readable")
    files.ll_close_text(f)
    assert outcome(opening.ll_check_encoding, s("klingon")) == ("LookupError", "unknown encoding: klingon")
    for name in ("utf-8", "UTF8", "utf_8"):
        opening.ll_check_encoding(s(name))


with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "file")
    check_reading(path)
    check_writing(path)
    check_updating(path)
    check_errors(folder, path)
check_decode_error()
