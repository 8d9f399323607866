"""Starred targets take what is left of lists, tuples, text and ranges only."""


def main():
    first, *rest = {"a": 1}  # error: unsupported "unpacking of dict"
    print(first, rest)


if __name__ == "__main__":
    main()
