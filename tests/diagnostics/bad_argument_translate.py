"""A table of str.translate has texts, code points or None."""


def main():
    print("abc".translate({97: [1]}))  # error: bad_argument "str.translate"
    print("abc".translate({97: 1.5}))  # error: bad_argument "str.translate"


if __name__ == "__main__":
    main()
