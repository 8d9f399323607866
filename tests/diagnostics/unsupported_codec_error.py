"""A UnicodeDecodeError has five arguments of known types; CPython raises TypeError for any others."""


def main():
    print(UnicodeDecodeError("utf-8", b"a", 0, 1, "why"))
    print(UnicodeDecodeError("why"))  # error: unsupported


if __name__ == "__main__":
    main()
