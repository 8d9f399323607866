"""bytestrings.py against Python's bytes, str.encode and bytes.decode."""

from emulation import MAX, MIN, same, seeded

import bytestrings
import file_errors

rng = seeded(6)


class MessageOnly(Exception):
    """Stands for UnicodeDecodeError and UnicodeEncodeError, which translated programs raise with their text."""


for module in (bytestrings, file_errors):
    module.UnicodeDecodeError = module.UnicodeEncodeError = MessageOnly
codec_errors = UnicodeDecodeError, UnicodeEncodeError


def message_only(function):
    def call(*arguments):
        try:
            return function(*arguments)
        except codec_errors as error:
            raise MessageOnly(str(error)) from None
    return call


def some_bytes():
    pieces = [b"", b"a", b"abc", b"\xff", b"\xc3", b"\xc3\xa9", b"\xe2\x82\xac", b"\xe2\x82", b"\xf0\x9f\x98\x80", b"\xf0\x9f",
              b"\xed\xa0\x80", b"\xc0\x80", b"\x80", b"\r\n", bytes([rng.randrange(256)]), b"'"]
    return b"".join(rng.choice(pieces) for _ in range(rng.randrange(7)))


def some_text():
    pieces = ["", "a", "abc", "é", "\x7f", "\x80", "€", "\U0001f600", "\ud800", "\udc80", "\udcff", "\udc7f", "\n"]
    return "".join(rng.choice(pieces) for _ in range(rng.randrange(7)))


ENCODINGS = ["utf-8", "UTF-8", "utf8", "Utf_8", "ascii", "us-ascii", "latin-1", "iso-8859-1", "latin_1", "nope"]
HANDLERS = ["strict", "ignore", "replace", "surrogateescape", "backslashreplace", "nope"]
for _ in range(3500):
    a, b, text = some_bytes(), some_bytes(), some_text()
    if a or rng.random() < 0.1:
        same(bytestrings.ll_decode, message_only(bytes.decode), a, rng.choice(ENCODINGS), rng.choice(HANDLERS))
    same(bytestrings.ll_encode, message_only(str.encode), text, rng.choice(ENCODINGS), rng.choice(HANDLERS))
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
