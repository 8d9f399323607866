"""Methods of bytes: searching, case, stripping, splitting, joining; int.to_bytes."""


def main():
    b = b"  The quick, brown\tfox\n"
    print(b.strip(), b.lstrip(), b.rstrip(), b"xxabxx".strip(b"x"), b"abc".lstrip(b"ba"), b"abc".rstrip(b""))
    print(b.split(), b.split(b","), b.split(None, 1), b"a,b,,c".split(b",", maxsplit=2), b"".split(), b"".split(b","))
    print(b.upper(), b.lower(), b"\xff\xc3aZ".upper())
    print(b"-".join([b"a", b"bc", b""]), b"".join([]), b", ".join(x for x in (b"p", b"q")))
    print(b.rfind(b"o"), b.index(b"q"), b.rindex(b"o"), b.rfind(b"nope"), b.rfind(b"o", 0, 12))
    print(b"prefix_x".removeprefix(b"prefix_"), b"x.py".removesuffix(b".py"), b"x".removesuffix(b""))
    for part in (b"zz", b""):
        try:
            print(b.index(part))
            print(b.split(part))
        except ValueError as e:
            print("ValueError:", e)
    print((1000).to_bytes(2, "big"), (1000).to_bytes(4, "little"), (-2).to_bytes(2, "big", signed=True))
    print((5).to_bytes(), (255).to_bytes(length=2, byteorder="little"), (255).bit_count(), (-255).bit_length())
    for number, size in ((256, 1), (-1, 1), (1, -1)):
        try:
            print(number.to_bytes(size, "big"))
        except (OverflowError, ValueError) as e:
            print(type(e).__name__, e)
    try:
        print((1).to_bytes(1, "middle"))
    except ValueError as e:
        print("ValueError:", e)
    words = {}
    for word in b"the cat and the dog and".split():
        words[word] = words.get(word, 0) + 1
    print(words)


if __name__ == "__main__":
    main()
