"""Ints up to both ends of 64 bits compute, compare and print exactly."""

LARGEST = 2 ** 63 - 1
SMALLEST = -2 ** 63


def midpoint(low, high):
    return low + (high - low) // 2


def digits_backwards(n):
    result = []
    while n != 0:
        result.append(n % 10)
        n //= 10
    return result


def main():
    print(LARGEST, SMALLEST, -LARGEST, SMALLEST + LARGEST)
    print(LARGEST - 1 + 1, SMALLEST + 1 - 1)
    print(abs(-LARGEST), abs(SMALLEST + 1))
    print(LARGEST > SMALLEST, LARGEST < SMALLEST, LARGEST == SMALLEST)
    print(midpoint(LARGEST - 10, LARGEST), midpoint(SMALLEST, -1))
    print(digits_backwards(LARGEST))
    print(3037000499 * 3037000499, -3037000500 * 3037000499)
    print(LARGEST // 2 * 2, LARGEST // -1, LARGEST % 1000, SMALLEST % 1000)
    print(SMALLEST // 2, SMALLEST // 1, SMALLEST % -1, LARGEST >> 62)
    print(LARGEST ^ SMALLEST, LARGEST & SMALLEST, ~LARGEST == SMALLEST)
    print(min(LARGEST, SMALLEST, 0), max(LARGEST, SMALLEST, 0))
    n = LARGEST
    steps = 0
    while n > 0:
        n >>= 1
        steps += 1
    print(steps, LARGEST / 2.0, float(SMALLEST))
    print(LARGEST == 9223372036854775807.0, 2 ** 53 + 1 == 9007199254740992.0)
    print(LARGEST < 9223372036854775807.0, 2 ** 53 + 1 > 9007199254740992.0)


if __name__ == "__main__":
    main()
