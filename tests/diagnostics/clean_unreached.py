"""What the entry does not reach is not translated, so its mistakes are not told."""


def unreached():
    eval("1")
    return [1, "x"] + undefined_name


class Unused:
    def method(self):
        yield 1


def main():
    print("fine")
    if False:
        unreached()


if __name__ == "__main__":
    main()
