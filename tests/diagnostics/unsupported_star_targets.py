"""Starred targets take what is left of lists only."""


def main():
    *letters, last = "abc"  # error: unsupported "starred unpacking of str"
    print(letters, last)


if __name__ == "__main__":
    main()
