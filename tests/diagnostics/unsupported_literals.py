"""bytes, complex numbers and the ellipsis."""


def main():
    print(len(b"bytes"))  # error: unsupported "bytes"
    print(2j == 1)  # error: unsupported "complex"
    print(... is None)  # error: unsupported "..."


if __name__ == "__main__":
    main()
