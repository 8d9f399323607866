"""UTF-8, searching, case mapping and Unicode properties, as CPython's str and bytes have them."""

import sys
import unicodedata

from leaves import FEWER, check, encoded, finish, leaves, random, random_text

REASONS = {1: "invalid start byte", 2: "invalid continuation byte", 3: "unexpected end of data"}
CASES = ("lower", "upper", "title", "capitalize", "swapcase", "casefold")

# ---- Properties of every code point
PROPERTIES = "isalpha isdecimal isdigit isnumeric isspace islower isupper".split()
for code in range(sys.maxunicode + 1):
    c = chr(code)
    wanted = sum(1 << bit for bit, name in enumerate(PROPERTIES) if getattr(c, name)())
    wanted |= 128 * (unicodedata.category(c) == "Lt") | 256 * c.isprintable() | 512 * (c.splitlines() == [""])
    wanted |= 1024 * c.isidentifier() | 2048 * ("a" + c).isidentifier()
    if leaves.uni_flags(code) != wanted or leaves.uni_digit(code) != unicodedata.decimal(c, -1):
        check((leaves.uni_flags(code), leaves.uni_digit(code)), (wanted, unicodedata.decimal(c, -1)), "uni_flags", c)
    for which, name in ((0, "lower"), (1, "upper"), (2, "title"), (5, "casefold")):
        mapped = getattr(c, name)()
        if leaves.uni_case(code, which, 0) != ord(mapped[0]) or leaves.uni_case(code, which, len(mapped)) != -1:
            check(leaves.uni_case(code, which, 0), ord(mapped[0]), name, c)
        for i in range(1, len(mapped)):
            check(leaves.uni_case(code, which, i), ord(mapped[i]), name, c)

# ---- Counting and moving
for longest in [40] * (6000 // FEWER) + [400] * (1500 // FEWER):
    text = random_text(longest)
    data = encoded(text)
    starts = [len(encoded(text[:i])) for i in range(len(text) + 1)]
    i, j = sorted(random.choices(range(len(text) + 1), k=2))
    around = b"\xbf" + data + b"\xbf"
    check(leaves.utf8_count(around, 1 + starts[i], 1 + starts[j]), j - i, "utf8_count", text[i:j])
    check(leaves.utf8_skip(data, starts[i], j - i), starts[j], "utf8_skip", text, i, j)
    check(leaves.utf8_back(data, starts[j], j - i), starts[i], "utf8_back", text, i, j)
    for which, name in enumerate(CASES):
        got = leaves.text("utf8_case", data, starts[i], starts[j], which, room=random.choice([0, 16, 4000]))
        check(got, encoded(getattr(text[i:j], name)()), name, text[i:j])
    first = next((k for k in range(i, j) if "\ud800" <= text[k] <= "\udfff"), None)
    check(leaves.utf8_surrogate(data, starts[i], starts[j]), -1 if first is None else starts[first], "surrogate", text)
    try:
        wanted = text[i:j].encode("utf-8", "surrogateescape"), 0
    except UnicodeEncodeError as error:
        wanted = starts[i + error.start], 1
    got = bytearray(len(data))
    size = leaves.utf8_unescape(data, starts[i], starts[j], got)
    check((size if leaves.status() else bytes(got[:size]), leaves.status()), wanted, "utf8_unescape", text[i:j])

# ---- Bytes that are not UTF-8
PIECES = [b"", b"a", b"abcdefghij", b"\x80", b"\xbf", b"\xc0", b"\xc1", b"\xc2", b"\xdf", b"\xe0", b"\xe0\x9f", b"\xe0\xa0", b"\xe2\x82",
          b"\xed\x9f", b"\xed\xa0", b"\xed\xb2\x80", b"\xf0\x8f", b"\xf0\x90", b"\xf0\x9f\x98", b"\xf4\x8f\xbf", b"\xf4\x90", b"\xf5",
          b"\xff", "é".encode(), "漢".encode(), "😀".encode()]  # fmt: skip
for _ in range(60_000 // FEWER):
    data = b"".join(random.choices(PIECES, k=random.randrange(6)))
    try:
        data.decode()
        wanted = -1, 0, ""
    except UnicodeDecodeError as error:
        wanted = 3 + error.start, error.end - error.start, error.reason
    position = leaves.utf8_error(b"\xff\xff\xff" + data + b"\x80", 3, 3 + len(data))
    status = leaves.status()
    check((position, status // 16, REASONS.get(status % 16, "")), wanted, "utf8_error", data)
    escaped = leaves.text("utf8_escape", b"\xf0" + data + b"\x80", 1, 1 + len(data))
    check(escaped, encoded(data.decode("utf-8", "surrogateescape")), "utf8_escape", data)

# ---- Searching
for longest in [30] * (40_000 // FEWER) + [300] * (10_000 // FEWER):
    alphabet = random.choice([b"ab", b"abc", b"a", bytes(range(256))])
    data = bytes(random.choices(alphabet, k=random.randrange(longest)))
    start, stop = sorted(random.choices(range(len(data) + 1), k=2))
    what = bytes(random.choices(alphabet, k=random.randrange(5)))
    if data and random.random() < 0.5:
        at = random.randrange(len(data))
        what = data[at : at + random.randrange(len(data))]
    bounds = data, start, stop, b"?" + what + b"?", 1, 1 + len(what)
    check(leaves.find(*bounds), data.find(what, start, stop), "find", what, data, start, stop)
    check(leaves.rfind(*bounds), data.rfind(what, start, stop), "rfind", what, data, start, stop)
    if what:
        check(leaves.find_byte(data, start, stop, what[0]), data.find(what[:1], start, stop), "find_byte", what, data)
check(leaves.find(b"abc", 3, 2, b"", 0, 0), -1, "find in a negative range")

# What takes a naive search quadratic time: 40 s, with the limit of a check well below.
hay, needle = b"a" * 2_000_000, b"a" * 50_000 + b"b" + b"a" * 50_000
check(leaves.find(hay, 0, len(hay), needle, 0, len(needle)), -1, "find in a run")
finish()
