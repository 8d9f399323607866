"""A stored global holds one type, beginning with its value at import."""

mode = 1


def set_mode(text):
    global mode
    mode = text  # error: union_mismatch "mode"


def main():
    set_mode("fast")
    print(mode)


if __name__ == "__main__":
    main()
