#!/usr/bin/env python3
"""bytes_methods.py against the methods of Python's bytes and int."""

from emulation import MAX, MIN, ll, outcome, same, seeded

import bytes_methods
import lists

rng = seeded(9)
LIST = ll.GcStruct("list_GcRef", ("length", ll.Signed), ("items", ll.Ptr(ll.GcArray(ll.GcRef))))


def some_bytes(count=7):
    return b"".join(rng.choice([b"", b"a", b"ab", b"B", b" ", b"\t\n", b"\xff", b"z,", b"Za"])
                    for _ in range(rng.randrange(count)))


for _ in range(2000):
    a, part = some_bytes(), some_bytes(3)
    start, stop = [rng.choice([MIN, MAX, 0, rng.randrange(-9, 9)]) for _ in range(2)]
    for name in ("rfind", "index", "rindex"):
        same(getattr(bytes_methods, "ll_" + name), getattr(bytes, name), a, part, start, stop)
    for name in ("removeprefix", "removesuffix", "strip", "lstrip", "rstrip"):
        same(getattr(bytes_methods, "ll_" + name), getattr(bytes, name), a, part)
    for name in ("upper", "lower"):
        same(getattr(bytes_methods, "ll_" + name), getattr(bytes, name), a)
    number = rng.choice([0, 1, -1, 127, 128, -128, -129, 255, 256, MAX, MIN, rng.randrange(MIN, MAX)])
    length, order, signed = rng.randrange(-1, 11), rng.choice(["big", "little", "big", "middle"]), rng.random() < 0.5
    same(bytes_methods.ll_int_to_bytes, lambda n, size, order, signed: n.to_bytes(size, order, signed=signed),
         number, length, order, signed)

# Lists of parts, and the way back.
for _ in range(1500):
    a, separator, limit = some_bytes(12), rng.choice([b"a", b" ", b"", b"za", None, None]), rng.randrange(-1, 4)

    def split():
        lst = bytes_methods.ll_split(LIST, ll.bytes_ptr(a), None if separator is None else ll.bytes_ptr(separator), limit)
        return [bytes(ll.ptr_bytes(item)) for item in lst.items.array[:lst.length]]
    assert outcome(split) == outcome(lambda: a.split(separator, limit)), (a, separator, limit)
    parts = lists.ll_new(LIST, 0)
    for part in a.split(b"a"):
        lists.ll_append(parts, ll.bytes_ptr(part))
    assert bytes(ll.ptr_bytes(bytes_methods.ll_join(ll.bytes_ptr(b"a"), parts))) == a
