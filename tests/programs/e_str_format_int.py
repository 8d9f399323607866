"""Format specifications of ints: fill, align, sign, #, 0, width, grouping and types."""


def show(n):
    print(f"[{n:d}][{n:5}][{n:<5}][{n:>5}][{n:^5}][{n:05}][{n:+}][{n: }][{n:-}]")
    print(f"[{n:x}][{n:X}][{n:o}][{n:b}][{n:#x}][{n:#X}][{n:#o}][{n:#b}]")
    print(f"[{n:*<9}][{n:*>9}][{n:*^9}][{n:*=9}][{n:=+9}][{n:+09}][{n:#010x}][{n:<#10b}]")
    print(f"[{n:,}][{n:_}][{n:15,}][{n:015,}][{n:_x}][{n:_b}][{n:+,d}]")
    print(f"[{n:f}][{n:.2f}][{n:e}][{n:g}][{n:%}][{n:8.1f}][{n:.3e}][{n:.3g}]" if n < 100000 else "big")


def main():
    for n in [0, 7, -7, 42, 255, -255, 1234, -65536, 1234567, 9223372036854775807]:
        show(n)
    print(f"[{65:c}][{8364:c}][{65:5c}][{97:^3c}]")
    print(f"[{True}][{True:d}][{False:5}][{True:5d}][{True!s:>6}]")
    print(f"[{0:+}][{0:,}][{1000:,}][{999:,}][{-1000:,}][{1:#06b}]")


if __name__ == "__main__":
    main()
