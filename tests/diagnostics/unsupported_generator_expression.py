"""`:=` in a generator expression that is a value would store into the function around it."""


def main():
    total = 0
    sums = (total := total + n for n in range(3))  # error: unsupported ":="
    for n in sums:
        print(n)


if __name__ == "__main__":
    main()
