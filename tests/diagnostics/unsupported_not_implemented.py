"""NotImplemented is for the operators that ask: elsewhere it is no value."""


class Length:
    def __init__(self, value):
        self.value = value

    def __add__(self, other):
        return NotImplemented


def main():
    print(Length(1).__add__(2))  # error: unsupported "NotImplemented"
    print([NotImplemented])  # error: unsupported "NotImplemented"


if __name__ == "__main__":
    main()
