"""struct: formats that are known at translation, with all characters and byte orders; errors."""
import struct

HEADER = struct.Struct(">4sHBx I")
RECORD = struct.Struct("<i2h?")


class Place:
    def __init__(self, number):
        self.number = number

    def __index__(self):
        return self.number


def attempt(label, act):
    try:
        print(label, act())
    except struct.error as error:
        print(label, type(error).__name__, error)
    except (OverflowError, TypeError) as error:
        print(label, type(error).__name__, error)


def headers():
    data = HEADER.pack(b"SAPW", 1, 2, 70000)
    magic, major, minor, length = HEADER.unpack(data)
    print(data, HEADER.size, HEADER.format, magic.decode() + "!", major + minor, length)
    rows = b"".join([RECORD.pack(i, -i, i * i, i % 2 == 0) for i in range(4)])
    for number, first, second, even in RECORD.iter_unpack(rows):
        print(number, first, second, even)
    print(RECORD.unpack_from(rows, 9), RECORD.unpack_from(rows, -9), RECORD.unpack_from(buffer=rows, offset=18)[0])
    print(list(struct.iter_unpack("<Hx", b"abcdef")))


def characters():
    for data in (struct.pack("@bBhHiIlLqQnN", -1, 255, -2, 65535, -3, 4294967295, -4, 5, -6, 7, -8, 9),
                 struct.pack("=bBhHiIlLqQ", -1, 255, -2, 65535, -3, 4294967295, -4, 5, -6, 7),
                 struct.pack("<bBhHiIlLqQ", -1, 255, -2, 65535, -3, 4294967295, -4, 5, -6, 7),
                 struct.pack(">bBhHiIlLqQ", -1, 255, -2, 65535, -3, 4294967295, -4, 5, -6, 7),
                 struct.pack("!c3s5p2x?", b"z", b"abcdef", b"hello", "x"),
                 struct.pack("<0s4s0p3p1p", b"abc", b"a", b"b", b"cde", b"f")):
        print(len(data), data)
    print(struct.unpack("@bhiq", struct.pack("@bhiq", -1, -2, -3, -4)), struct.unpack(">P".replace(">", ""), bytes(8)))
    print(struct.unpack("<c3s5p?x", b"zabc\x02hello\x01\x00"), struct.unpack("<3p", b"\xffab"), struct.unpack("", b""))
    print(struct.unpack(b">2h", b"\xff\xfe\x01\x02"), struct.pack(" < i".strip(), Place(5)), struct.pack("<h", True))
    print(struct.calcsize("bi"), struct.calcsize("<bi"), struct.calcsize("bq0i"), struct.calcsize("3x2s10H"))


def floats():
    for value in (0.0, -0.0, 1.5, 0.1, 65504.0, 65519.9, -6e-8, 2.98e-8, 1e-41, 3.4e38, float("inf"), -float("inf"),
                  float("nan"), 2, 5e-324):
        attempt(value, lambda: struct.pack("<d", value) + struct.pack(">f", value))
        attempt(value, lambda: struct.pack("<e", value))
    print(struct.unpack("<3e", b"\x00\x3c\x01\x00\xff\x7b"), struct.unpack(">2e", b"\xfc\x00\x7e\x01"))
    print(struct.unpack("<2f", b"\xcd\xcc\xcc\x3d\x01\x00\x00\x80"), struct.unpack(">f", b"\x7f\x80\x00\x00"))
    print(struct.unpack(">d", struct.pack(">d", 0.1))[0] + 1, struct.pack("f", 1e300), struct.pack("<2d", 1, 0.5))


def errors():
    attempt("B", lambda: struct.pack("B", 256))
    attempt("b", lambda: struct.pack("b", -129))
    attempt("H", lambda: struct.pack("<H", -1))
    attempt(">H", lambda: struct.pack(">H", 65536))
    attempt("I", lambda: struct.pack("I", 4294967296))
    attempt("I", lambda: struct.pack("I", -4294967296))
    attempt("i", lambda: struct.pack("<i", 2147483648))
    attempt("Q", lambda: struct.pack(">Q", -1))
    attempt("i", lambda: struct.pack("i", 1.5))
    attempt("i", lambda: struct.pack("i", None))
    attempt("d", lambda: struct.pack("d", "1"))
    attempt("c", lambda: struct.pack("c", b"ab"))
    attempt("s", lambda: struct.pack("2s", "ab"))
    attempt("f", lambda: struct.pack("<f", 1e39))
    attempt("e", lambda: struct.pack("<e", 70000))
    attempt("few", lambda: struct.pack("<2i", 1))
    attempt("many", lambda: RECORD.pack(1, 2, 3, True, 5))
    attempt("short", lambda: struct.unpack("<2i", b"abc"))
    attempt("short", lambda: struct.unpack_from("<2i", b"abcdefghi", 2))
    attempt("behind", lambda: struct.unpack_from("<2i", b"abcdefghi", -2))
    attempt("before", lambda: struct.unpack_from("<2i", b"abcdefghi", -12))
    attempt("rows", lambda: list(struct.iter_unpack("<2i", b"abcdefghi")))
    attempt("rows", lambda: list(struct.iter_unpack("", b"abcdefghi")))
    attempt("format", lambda: struct.pack("<z", 1))
    attempt("format", lambda: struct.calcsize("<n"))
    attempt("format", lambda: struct.calcsize("2"))
    attempt("format", lambda: struct.Struct("i\0").size)
    attempt("format", lambda: struct.calcsize("99999999999999999999i"))


def buffers():
    buffer = bytearray(b"..........")
    struct.pack_into("<Hb", buffer, 1, 0x4142, -1)
    RECORD.pack_into(buffer, 1, 1, 2, 3, True)
    struct.pack_into(">H", buffer, -2, 0x6162)
    print(buffer, struct.unpack_from("<h", buffer, 5), struct.unpack("10s", buffer))
    attempt("into", lambda: struct.pack_into("<i", buffer, 7, 1))
    attempt("into", lambda: struct.pack_into("<i", buffer, -3, 1))
    attempt("into", lambda: struct.pack_into("<i", buffer, -11, 1))
    attempt("into", lambda: struct.pack_into("<i", buffer, 0))
    attempt("into", lambda: struct.pack_into("<bb", buffer, 0, 1, 300))
    print(buffer)


def at_run_time(count):
    """Formats that are known only when the program runs: values are numbers."""
    data = struct.pack(f"<{count}H", 1, 2, 3)
    print(data, struct.unpack(f"<{count}H", data), sum(struct.unpack(f">{count}Hx"[:3], data)))
    print(struct.unpack(f"<{'hd?'[:count]}", struct.pack("<hd?", -1, 2.5, True)), struct.calcsize("i" * count))
    attempt("count", lambda: struct.pack(f"<{count + 1}H", 1, 2, 3))
    values = (7, 8, 9)
    print(struct.pack("<3B", *values), struct.unpack("<100B", bytes(range(100)))[97:], Struct_of(count).size)


def Struct_of(count):
    return struct.Struct("q" * count)


if __name__ == "__main__":
    headers()
    characters()
    floats()
    errors()
    buffers()
    at_run_time(3)
    struct.unpack("<h", b"abc")
