"""The match statement."""


def name(n):
    match n:  # error: unsupported "match"
        case 0:
            return "zero"
        case _:
            return "many"


def main():
    print(name(0))


if __name__ == "__main__":
    main()
