"""What CPython's tests check of bytes and bytearray: making, subscripts, searching, methods, formats, changes, errors."""


def told(call):
    try:
        print(repr(call()))
    except (ValueError, TypeError, IndexError, OverflowError) as error:
        print(type(error).__name__, error)


def made():
    print(bytes(), bytes(3), bytes([0, 127, 255]), bytes(range(5)), bytes(b"x"), bytes("h\u00e9", "utf-8"), bytes("h\u00e9", "latin-1"), b"\x00\n\t'\"\\\x7f\xff", b'"', b"'")
    told(lambda: bytes([256]))
    told(lambda: bytes([-1]))
    told(lambda: bytes(-1))
    told(lambda: bytes("\u20ac", "ascii"))
    told(lambda: bytes.fromhex("0 1"))
    told(lambda: bytes.fromhex("0g"))
    print(bytes.fromhex(" 1a2B 30\n"), bytes.fromhex(""), b"\x1a\x2b".hex(), b"\x1a\x2b\xff".hex(":"), b"12345".hex("-", 2), b"12345".hex("_", -2), b"".hex())


def subscripts():
    b = b"Hello"
    print(b[0], b[-1], b[1:3], b[::-1], b[::2], b[10:], list(b), [*b[:2]], len(b), 72 in b, b"ell" in b, b"" in b, b * 2, 0 * b, b + b"!", b"" + b)
    told(lambda: b[5])
    told(lambda: b[-6])
    told(lambda: 300 in b)
    print(b == b"Hello", b < b"Hellp", b > b"Hell", b"" < b"\x00", b"\xff" > b"\x7f", hash(b) == hash(b"Hello"), {b: 1}[b"Hello"], max(b), min(b), sum(b), sorted(b"hello"), bytes(reversed(b)))


def searched():
    b = b"mississippi"
    for what in (b"i", b"ss", b"w", b"", b"mississippi", b"pi"):
        print(what, b.find(what), b.rfind(what), b.count(what), b.find(what, 6), b.rfind(what, 0, 9), b.count(what, 5, 9), b.startswith(what), b.endswith(what, 0, -1))
    print(b.find(105), b.rfind(105), b.count(112), b.index(115, 4), b.startswith((b"x", b"mi")), b.endswith(()))
    told(lambda: b.index(b"w"))
    told(lambda: b.rindex(b"ss", 7))
    told(lambda: b.find(256))
    print(b.replace(b"i", b"a"), b.replace(b"i", b"vv", 2), b.replace(b"", b"-")[:6], b.replace(b"ss", b""), b.split(b"ss"), b.split(b"ss", 1), b.rsplit(b"ss", 1), b.partition(b"ss"), b.rpartition(b"ss"), b.partition(b"w"))
    print(b" a  b ".split(), b" a  b ".rsplit(None, 1), b"a\r\nb\nc\r".splitlines(), b"a\nb".splitlines(True), b",".join([b"a", b"", b"c"]), b"".join([]), b"\x0b a\x1c".split())
    told(lambda: b.split(b""))


def methods():
    b = b"  ab Cd\t"
    print(b.strip(), b.lstrip(), b.rstrip(), b"xxaxx".strip(b"x"), b"abc".strip(b"ca"), b.upper(), b.lower(), b.swapcase(), b"hello world-it's".title(), b"hELLO".capitalize())
    print(b"ab".center(5, b"*"), b"ab".ljust(4), b"ab".rjust(4, b"0"), b"-7".zfill(5), b"a\tb".expandtabs(4), b"abc".removeprefix(b"a"), b"abc".removesuffix(b"bc"))
    for x in (b"", b"abc", b"ab1", b"123", b"ABC", b"Ab Cd", b" \t\n", b"a b", b"\xe9"):
        print(x, x.isalpha(), x.isalnum(), x.isdigit(), x.isspace(), x.isupper(), x.islower(), x.istitle(), x.isascii())
    table = bytes.maketrans(b"abc", b"xyz")
    print(b"aabbcc-d".translate(table), b"aabbcc-d".translate(table, b"b"), b"hello".translate(None, b"l"), len(table))
    print(b"%d-%s-%r-%05.1f-%x-%c-%%-%a" % (5, b"yz", "q", 2.25, 255, 65, "\u20ac"), b"%-5d|%+d|% d" % (3, 3, 3), b"%s" % b"only", b"%b" % b"b")
    print(b"caf\xc3\xa9".decode(), b"\xff\xfea".decode("latin-1"), b"a\xffb".decode("utf-8", "replace"), b"a\xffb".decode("ascii", "ignore"), b"a\xffb".decode("utf-8", "backslashreplace"))
    told(lambda: b"a\xff".decode())
    told(lambda: b"\xe2\x82".decode("utf-8"))


def changed():
    a = bytearray(b"hello")
    a[0] = 72
    a[-1:] = b"O!"
    a.append(33)
    a.extend(b"ab")
    a.insert(1, 0)
    a += bytes([1, 2])
    print(a, len(a), a.pop(), a.pop(0), a, a[1:3], a == bytes(a), bytes(a) == a)
    del a[0]
    del a[::2]
    a.remove(79)
    print(a, a.find(b"!"), a.upper(), a.decode("latin-1"), a * 2, a.hex(), list(a), 33 in a)
    a.reverse()
    b = a.copy()
    a.clear()
    print(a, b, bytearray(3), bytearray([1, 2]), bytearray("x", "ascii"), b.split(b"!"), b.replace(b"b", b""), bytearray(b"x y").title(), bytearray.fromhex("00ff"))
    told(lambda: b.append(256))
    told(lambda: b.pop(100))
    told(lambda: bytearray().pop())
    told(lambda: b.remove(200))
    b[1:1] = [7, 8]
    b[::2] = bytes(len(b[::2]))
    print(b, b.index(0), b.count(0), bytes(b).strip(b"\x00"))


def main():
    made()
    subscripts()
    searched()
    methods()
    changed()


if __name__ == "__main__":
    main()
