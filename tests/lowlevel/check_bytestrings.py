"""bytestrings.py against Python's bytes, str.encode and bytes.decode."""

from emulation import MAX, MIN, same, seeded

import bytestrings
import charsets

rng = seeded(6)


def some_bytes():
    pieces = [b"", b"a", b"abc", b"\xff", b"\xc3", b"\xc3\xa9", b"\xe2\x82\xac", b"\xe2\x82", b"\xf0\x9f\x98\x80", b"\xf0\x9f",
              b"\xed\xa0\x80", b"\xc0\x80", b"\x80", b"\r\n", b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"\xff\xfe\0\0", b"\0\0\xfe\xff",
              b"\xd8\0", b"\0\xd8", b"\xdc\0", b"\0\xdc", b"a\0\0\0", b"\0\0\0a", b"\0", b"\x81", b"\0\xd8\0\0", bytes([rng.randrange(256)]), b"'"]
    return b"".join(rng.choice(pieces) for _ in range(rng.randrange(7)))


def some_text():
    pieces = ["", "a", "abc", "é", "\x7f", "\x80", "€", "\U0001f600", "\ud800", "\udc80", "\udcff", "\udc7f", "\n"]
    return "".join(rng.choice(pieces) for _ in range(rng.randrange(7)))


ENCODINGS = ["utf-8", "UTF-8", "utf8", "Utf_8", "ascii", "us-ascii", "latin-1", "iso-8859-1", "latin_1", "nope", "utf-16", "utf-16-le",
             "UTF-16BE", "utf_32", "utf-32-le", "utf-32-be", "utf-8-sig", "cp1252", "windows-1252", "iso8859-15", "cp437", "koi8_r", "hex", "u\0"]
HANDLERS = ["strict", "ignore", "replace", "surrogateescape", "backslashreplace", "surrogatepass", "xmlcharrefreplace", "nope"]
SIMPLE = 10  # so many encodings; the others' errors about handlers are wrapped by CPython


def codec_arguments(handlers):
    at = rng.randrange(len(ENCODINGS))
    return ENCODINGS[at], rng.choice(handlers if at < SIMPLE else handlers[:-1])


for _ in range(3500):
    a, b, text = some_bytes(), some_bytes(), some_text()
    if a or rng.random() < 0.1:
        same(charsets.ll_decode, bytes.decode, a, *codec_arguments(HANDLERS[:-2] + HANDLERS[-1:]))
    same(charsets.ll_encode, str.encode, text, *codec_arguments(HANDLERS))
    same(bytestrings.ll_concat, bytes.__add__, a, b)
    same(bytestrings.ll_repeat, lambda a, n: a * n, a, rng.randrange(-1, 4))
    same(bytestrings.ll_eq, lambda a, b: a == b, a, rng.choice([a, b]))
    same(bytestrings.ll_lt, lambda a, b: a < b, a, b)
    same(bytestrings.ll_hash, hash, a)
    same(bytestrings.ll_hex, bytes.hex, a)
    same(bytestrings.ll_contains, lambda a, b: b in a, a, b)
    same(bytestrings.ll_contains_byte, lambda a, n: n in a, a, rng.choice([0, 97, 255, 256, -1]))
    same(bytestrings.ll_getitem, lambda a, i: a[i], a, rng.randrange(-10, 10))
    start, stop, step = [rng.choice([MIN, MAX, rng.randrange(-12, 12), rng.randrange(-12, 12)]) for _ in range(3)]
    same(bytestrings.ll_getslice, lambda a, i, j, k: a[i:j:k], a, start, stop, rng.choice([1, -1, 2, -3, 0, step]))
    part = rng.choice([b, b[:1], a[1:3], b""])
    for name in ("find", "count", "startswith", "endswith"):
        same(getattr(bytestrings, "ll_" + name), getattr(bytes, name), a, part, start, stop)
        same(getattr(bytestrings, "ll_" + name), getattr(bytes, name), a, part, 0, MAX)
