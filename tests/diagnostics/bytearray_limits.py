"""What a bytearray cannot be: a key of a dict."""


def main():
    buffer = bytearray(b"abc")
    print({buffer: 1})  # error: unhashable


if __name__ == "__main__":
    main()
