"""Built-in functions that need objects of the interpreter."""


def main():
    breakpoint()  # error: unsupported "breakpoint"
    print(dir())  # error: unsupported "dir"
    print(memoryview(b"x") is None)  # error: unsupported "memoryview"


if __name__ == "__main__":
    main()
