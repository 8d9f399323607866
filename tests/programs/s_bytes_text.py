"""bytes: the methods that take them for text, translate, lay out and take apart; bytes() of everything, fromhex, hex."""


def show(attempt):
    try:
        print(attempt())
    except (ValueError, TypeError, LookupError) as error:
        print(type(error).__name__, error)


def kinds(samples):
    for b in samples:
        print(b, b.isalnum(), b.isalpha(), b.isascii(), b.isdigit(), b.islower(), b.isupper(), b.isspace(), b.istitle())
        print(b.capitalize(), b.swapcase(), b.title(), b.upper(), b.lower())


def layout(b, n):
    print(b.center(n), b.center(n, b"*"), b.ljust(n, b"-"), b.rjust(n), b.zfill(n), b"-4".zfill(n), b"a\tb\n\tc".expandtabs(n))
    print(b.replace(b"l", b"LL"), b.replace(b"l", b"", 1), b.replace(b"", b"-"), b.replace(b"", b"-", 2), b"".replace(b"", b"x"))
    print(b.find(b"l", 3), b.find(108), b.rfind(108, 0, 3), b.index(111), b.count(108), b.startswith((b"x", b"he")), b.endswith((b"x",)))
    print(b.partition(b"l"), b.rpartition(b"l"), b.partition(b"z"), b.rpartition(b"z"))
    show(lambda: b.index(122))
    show(lambda: b.find(n * 100))
    show(lambda: b.partition(b""))
    show(lambda: b.center(n, b"ab"))


def apart():
    text = b" a  b c "
    print(text.rsplit(), text.rsplit(None, 1), text.rsplit(maxsplit=2), b"a,b,c".rsplit(b",", 1), b"aXXbXX".rsplit(b"XX"))
    lines = b"a\nb\r\nc\rd\x0be"
    print(lines.splitlines(), lines.splitlines(True), (lines + b"\n").splitlines(keepends=True), b"".splitlines())


def translated(b):
    table = bytes.maketrans(b"eo", b"30")
    print(b.translate(table), b.translate(table, b"l"), b.translate(None, b"lo"), b.translate(table, delete=b"h"))
    show(lambda: b.translate(b"short"))
    show(lambda: bytes.maketrans(b"a", b"bc"))


def made(n, text):
    print(bytes(), bytes(n), bytes([1, n, 255]), bytes(range(n)), bytes((65, 66)), bytes(x * 2 for x in range(n)), bytes(b"same"))
    print(bytes(text, "utf-8"), bytes(text, encoding="latin-1"), bytes(text, "ascii", "replace"))
    print(str(b"\xe9", "latin-1"), str(b"a\xff", "utf-8", "replace"), str(b"ab\xff", encoding="ascii", errors="ignore"))
    show(lambda: bytes([n * 100]))
    show(lambda: bytes(-n))
    print(bytes.fromhex("00 ff aB"), bytes.fromhex(""), b"abcdef".hex(), b"abcdef".hex(":"), b"abcdefg".hex("-", 2), b"abcdefg".hex("-", -3))
    print(b"abc".hex(sep=b" ", bytes_per_sep=2))
    for digits in ["0", "zz", "0 0", "aé"]:
        show(lambda: bytes.fromhex(digits))
    show(lambda: b"ab".hex("::"))


def main():
    kinds([b"Hello World", b"abc1", b"ABC", b" \t\x0b", b"", b"\xe9a", b"123", b"they're Bill's"])
    layout(b"hello", 9)
    apart()
    translated(b"hello")
    made(5, "hé")


if __name__ == "__main__":
    main()
