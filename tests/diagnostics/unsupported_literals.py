"""Complex numbers and the ellipsis."""


def later():
    ...


def main():
    print(2j == 1)  # error: unsupported "a complex number"
    print(... is None)  # error: unsupported "`...`"
    later()


if __name__ == "__main__":
    main()
