"""Bytes: literals, indexing, slices, iteration, comparison, joining, search, repr; binary files."""

MAGIC = b"\x89SAP\r\n\x00\xff"


def checksum(data):
    total = 0
    for byte in data:
        total = (total * 31 + byte) % 65521
    return total


def main():
    print(MAGIC, len(MAGIC), MAGIC[0], MAGIC[-1], MAGIC[1:4], MAGIC[::-1], checksum(MAGIC))
    text = "naïve €"
    data = text.encode()
    print(data, len(data), data.decode(), data.decode() == text, data.hex())
    print(data + b"!" * 3, b"\xe2" in data, 0x6E in data, b"zz" in data, data.find(b"v"), data.count(b"\xc3"))
    print(b"abc" < b"abd", b"abc" == b"abc", b"a" != b"b", b"b" >= b"abc", bool(b""), bool(b"0"))
    print(data.startswith(b"na"), data.endswith(b"\xac"), sorted([b"b", b"", b"ab"]), {b"k": 1, b"l": 2}[b"l"])
    with open("bytes.bin", "wb") as file:
        print(file.write(MAGIC), file.write(data))
    with open("bytes.bin", "rb") as file:
        head = file.read(len(MAGIC))
        rest = file.read()
    print(head == MAGIC, rest == data, repr(rest[:2]))
    try:
        print(b"\xff\xfe".decode())
    except UnicodeDecodeError as error:
        print(error)
    try:
        print(MAGIC[len(MAGIC)])
    except IndexError as error:
        print(error)


if __name__ == "__main__":
    main()
