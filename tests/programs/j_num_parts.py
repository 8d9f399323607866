"""Attributes of int and float, as_integer_ratio, int.from_bytes."""


def show(attempt):
    try:
        print(attempt())
    except (ValueError, OverflowError) as error:
        print(type(error).__name__, error)


def main():
    for n in [5, -7, 0]:
        print(n.real, n.imag, n.numerator, n.denominator, n.as_integer_ratio(), (n == 5).real)
    for x in [0.75, -0.1, 0.0, -3.0, 1e18, 2.0 ** -40, 1.5e9]:
        print(x.real, x.imag, x.as_integer_ratio())
    for x in [float("inf"), float("nan")]:
        show(lambda: x.as_integer_ratio())
    for data in [b"\x01\x02", b"", b"\xff\x02", b"\x01\xff", b"\xff" * 7]:
        print(int.from_bytes(data, "big"), int.from_bytes(data, "little", signed=True), int.from_bytes(data))
    print(int.from_bytes(b"\xff" * 8, "big", signed=True), int.from_bytes([1, 2], byteorder="little"))
    print(int.from_bytes(b"\xff" * 12, "little", signed=True), int.from_bytes(b"\x7f" + b"\xff" * 7, "big"))
    print(int.from_bytes(b"\0" * 10 + b"\x01", "big"))
    order = "middle"
    show(lambda: int.from_bytes(b"a", order))


if __name__ == "__main__":
    main()
