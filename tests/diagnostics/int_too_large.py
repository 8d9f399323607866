"""Constants beyond 64 bits, written out or computed at import."""

HUGE = 2**80


def main():
    print(9223372036854775808)  # error: int_too_large
    print(HUGE)  # error: int_too_large
    print(9223372036854775807, -9223372036854775808)


if __name__ == "__main__":
    main()
