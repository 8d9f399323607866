"""The ellipsis."""


def later():
    ...


def main():
    print(... is None)  # error: unsupported "`...`"
    later()


if __name__ == "__main__":
    main()
