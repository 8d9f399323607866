"""Shifts and bit operations of ints follow Python's two's complement view."""


def popcount(n):
    count = 0
    while n:
        n &= n - 1
        count += 1
    return count


def reverse_bits(n, width):
    result = 0
    for _ in range(width):
        result = result << 1 | n & 1
        n >>= 1
    return result


def xorshift(state):
    mask = (1 << 31) - 1
    state ^= (state << 13) & mask
    state ^= state >> 17
    state ^= (state << 5) & mask
    return state


def main():
    for a in [0, 1, 5, -1, -6, 255, -256]:
        print(a, a & 12, a | 12, a ^ 12, ~a, a << 3, a >> 1, a >> 2)
    print(1 << 62, -(1 << 62) * 2, (1 << 62) - 1 + (1 << 62))
    print(5 >> 63, -5 >> 63, 5 >> 64, -5 >> 64, 5 >> 1000, -5 >> 1000)
    print(0 << 1000)
    print(popcount(255), popcount(1023 << 20), reverse_bits(0b1101, 8))
    n = 12
    n |= 3
    n <<= 4
    n ^= 0xFF
    n &= ~1
    n >>= 2
    print(n, 0o17, 0b101, 1_000_000)
    state = 12345
    for _ in range(5):
        state = xorshift(state)
        print(state)
    try:
        print(1 << -n)
    except ValueError as error:
        print("ValueError:", error)
    try:
        print(1 >> -n)
    except ValueError as error:
        print("ValueError:", error)


if __name__ == "__main__":
    main()
