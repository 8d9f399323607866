"""The smallest program: one line of text."""

if __name__ == "__main__":
    print("hello, world")
