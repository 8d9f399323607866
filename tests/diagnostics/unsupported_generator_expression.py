"""Generator expressions as values."""


def main():
    squares = (n * n for n in range(3))  # error: unsupported "generator expression"
    for n in squares:
        print(n)


if __name__ == "__main__":
    main()
