"""What CPython's tests check of ints within 64 bits: parsing, arithmetic, shifts, bytes, text."""


def told(call):
    try:
        print(repr(call()))
    except (ValueError, TypeError, OverflowError, ZeroDivisionError) as error:
        print(type(error).__name__, error)


def parsing():
    for text in ["0", "1", " 314 ", "-314", " - 1", "+5", "", " ", "\t\n7\r", "1__0", "1_000", "_1", "1_", "0x12", "12e3", "1.5", "\u0662\u0663", "--1", "+-1", "9223372036854775807", "-9223372036854775808"]:
        told(lambda: int(text))
    for text, base in [("101", 2), ("0b101", 2), ("0b101", 0), ("0o17", 0), ("0x_1f", 0), ("0x1F", 16), ("1f", 16), ("z", 36), ("Zz", 36), ("12", 2), ("0", 0), ("00", 0), ("01", 0), ("0b", 0), ("0b1", 16), ("777", 8), ("9", 8), ("1", 1), ("1", 37), ("-0x10", 16), ("- 1", 10), ("", 36), ("0_7", 10), ("0b_1", 2)]:
        told(lambda: int(text, base))
    for value in (0.0, -0.5, 1.9, -1.9, 1e15, 123456789.75, -0.0):
        print(int(value), round(value))
    told(lambda: int(float("nan")))
    told(lambda: int(float("inf")))
    told(lambda: int(b"12"))
    told(lambda: int(b" 1_2 "))
    told(lambda: int("12 3"))


def arithmetic():
    for a in (0, 1, -1, 7, -7, 2**31, -2**31, 2**62, -2**62 - 5):
        for b in (1, -1, 3, -3, 2**16, -2**33):
            q, r = divmod(a, b)
            assert q * b + r == a and a // b == q and a % b == r and abs(r) < abs(b)
            print(a, b, q, r, a & b, a | b, a ^ b, end="; ")
        print(~a, +a, -a, abs(a), bool(a), a.bit_length(), a.bit_count(), a.conjugate(), a.real, a.imag, a.numerator, a.denominator, a.as_integer_ratio())
    for a, n in ((1, 0), (1, 62), (-1, 63), (5, 3), (-5, 1), (-5, 3), (2**62, 61), (-2**62, 70), (123, 1000), (0, 500)):
        print(a >> n, (a >> n) << 1)
    told(lambda: 1 >> -1)
    told(lambda: 1 << -2)
    told(lambda: 0 << 60)
    told(lambda: 1 // 0)
    told(lambda: 1 % 0)
    told(lambda: divmod(5, 0))
    told(lambda: 0 ** -1)
    for base, exponent, modulus in [(3, 4, 5), (3, 0, 1), (-3, 3, 7), (3, 3, -7), (2, 100, 10**9), (3, -1, 7), (10, -2, 11), (0, 0, 1), (7, 10**12, 13)]:
        told(lambda: pow(base, exponent, modulus))
    told(lambda: pow(2, 3, 0))
    told(lambda: pow(2, -1, 4))
    print(2 ** 10, (-2) ** 3, (-2) ** 4, 0 ** 0, 1 ** 50, (-1) ** 51, 2 ** -2, 10 ** -1, 3 ** 39)


def rounding():
    for n in (0, 5, 15, 25, 35, 45, -5, -15, -25, 149, 151, 12345, -12350, 99999):
        print(n, round(n), round(n, 3), round(n, -1), round(n, -2), round(n, -3), round(n, -6))


def as_bytes():
    for value, length, order in [(0, 0, "big"), (0, 1, "little"), (1, 1, "big"), (255, 1, "little"), (256, 2, "big"), (256, 2, "little"), (65535, 3, "big"), (256, 1, "big"), (-1, 1, "big"), (1, -1, "big")]:
        told(lambda: value.to_bytes(length, order))
    for value, length in [(0, 0), (127, 1), (128, 1), (-128, 1), (-129, 1), (-129, 2), (-1, 4), (32767, 2), (-2**63, 8), (1, 10), (-1, 10)]:
        told(lambda: value.to_bytes(length, "big", signed=True))
        told(lambda: value.to_bytes(length, "little", signed=True))
    for data in (b"", b"\x00", b"\x01\x02", b"\xff", b"\xff\xfe", b"\x80\x00", b"\x00\x00\x00\xff", b"\x7f" + b"\xff" * 6 + b"\x7f"):
        print(int.from_bytes(data, "big"), int.from_bytes(data, "little", signed=True), int.from_bytes(data, "big", signed=True), int.from_bytes(data, byteorder="little"))
    print(int.from_bytes([1, 2, 3], "big"), int.from_bytes(bytearray(b"\x10\x00"), "little"))


def texts():
    for n in (0, 1, -1, 255, -255, 1234567, -7654321, 2**63 - 1):
        print(bin(n), oct(n), hex(n), str(n), repr(n), f"{n:b}|{n:#o}|{n:X}|{n:#x}|{n:,}|{n:_}|{n:_x}|{n:+}|{n: d}|{n:08d}|{n:<8}|{n:^+9}|{n:*>7}|{n:=+9}|{n:e}|{n:.2f}|{n:g}|{n:%}")
    for spec in ("c", "5c", "<3c", "n", "010", "-5", "#b", "#_x", "x<4", "0=6", ">+6"):
        print(spec, repr(format(97, spec)))
    for spec in (".3d", "+c", "s", ",x", "y", "5.2x", "#c"):
        told(lambda: format(97, spec))


def main():
    parsing()
    arithmetic()
    rounding()
    as_bytes()
    texts()


if __name__ == "__main__":
    main()
