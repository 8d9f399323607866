"""bytearray: making, items and slices, changes in place, arithmetic and comparisons with bytes, the methods of bytes."""

READY = bytearray(b"made at import")


def show(attempt):
    try:
        print(attempt())
    except (ValueError, IndexError) as error:
        print(type(error).__name__, error)


def made(n, text):
    print(bytearray(), bytearray(n), bytearray(b"abc"), bytearray([1, n, 255]), bytearray(range(n)), bytearray(text, "utf-8"))
    print(bytearray(bytearray(b"copy")), bytearray.fromhex("00ff"), bytes(bytearray(b"back")), READY)
    show(lambda: bytearray(-n))
    show(lambda: bytearray([n * 100]))


def items(b):
    b[0] = 65
    b[-1] += 1
    print(b, b[0], b[-1], b[1:4], b[::-1], b[:], len(b), list(b), sum(b), max(b), sorted(b), 98 in b, b"cd" in b)
    b[1:3] = b"XYZ"
    print(b)
    b[::2] = bytes(len(b[::2]))
    print(b)
    b[:0] = bytearray(b"<<")
    b[len(b):] = [62, 62]
    print(b)
    del b[0]
    del b[1:3]
    del b[::3]
    print(b, [x for x in b], list(enumerate(b)), list(reversed(b)))
    show(lambda: b[100])
    show(lambda: b.pop(100))
    show(lambda: b.remove(200))


def stores(b):
    try:
        b[0] = 256
    except ValueError as error:
        print(error)
    try:
        b[100] = 1
    except IndexError as error:
        print(error)
    try:
        b[::2] = b"toolong"
    except ValueError as error:
        print(error)
    try:
        b.append(-1)
    except ValueError as error:
        print(error)


def changes(b):
    b.append(33)
    b.extend(b"xy")
    b.extend([1, 2])
    b.insert(0, 60)
    b.insert(100, 62)
    print(b, b.pop(), b.pop(0), b.pop(1), b)
    b.remove(33)
    b.reverse()
    other = b.copy()
    b += b"++"
    b += bytearray(b"--")
    b *= 2
    print(b, other, b is other)
    b.clear()
    print(b, bool(b), bool(other))
    show(lambda: b.pop())


def arithmetic(b):
    print(b + b"x", b + bytearray(b"y"), b"z" + b, b * 2, 2 * b, b == b"hello", b"hello" == b, b != bytearray(b"hello"))
    print(b < b"help", b >= bytearray(b"hello"), isinstance(b, bytearray), isinstance(b, bytes), type(b).__name__)
    print(f"{b}", f"{b!r:>24}", bytearray(b"it's"), bytearray(b"'\"\\"), "%s" % b, int.from_bytes(b[:2], "big"))


def methods(b):
    print(b.upper(), b.title(), b.center(9, b"*"), b.replace(b"l", b"L"), b.strip(b"ho"), b.translate(bytes.maketrans(b"l", b"1")))
    print(b.split(b"l"), b.rsplit(b"l", 1), b.partition(b"e"), b.splitlines(), bytearray(b",").join([b"a", b"b"]), b.hex(), b.hex(":"))
    print(b.find(b"l"), b.find(111), b.rindex(b"l"), b.count(b"l"), b.startswith(b"he"), b.endswith((b"x", b"lo")), b.decode(), b.isalpha())
    print(b.removeprefix(b"he"), b.zfill(8), b.ljust(7, b"."), b.index(bytearray(b"ll")))


def primes(limit):
    sieve = bytearray([1]) * (limit + 1)
    sieve[0:2] = b"\0\0"
    for i in range(2, int(limit ** 0.5) + 1):
        if sieve[i]:
            sieve[i * i::i] = bytes(len(range(i * i, limit + 1, i)))
    return [i for i in range(limit + 1) if sieve[i]]


def main():
    made(3, "hé")
    items(bytearray(b"abcdef"))
    stores(bytearray(b"abc"))
    changes(bytearray(b"hello"))
    arithmetic(bytearray(b"hello"))
    methods(bytearray(b"hello"))
    READY.append(46)
    print(READY, primes(60))


if __name__ == "__main__":
    main()
