"""Slices of ASCII and other text, with all signs of start, stop and step."""


def table(text):
    for start in [-9, -3, 0, 2, 9]:
        for stop in [-9, -1, 0, 4, 9]:
            print(start, stop, repr(text[start:stop]), repr(text[start:]), repr(text[:stop]))


def main():
    table("abcdef")
    table("aßc€e😀")
    for text in ["abcdef", "aßc€e😀", "", "é"]:
        for step in [1, 2, 5, -1, -2, -7]:
            print(repr(text[::step]), repr(text[1:5:step]), repr(text[5:1:step]), repr(text[-1:0:step]))
    long = "ascii then ümlauts " * 50
    print(long[500:540], len(long), long[-30:-10], long[949], long[11])
    zero = len("")
    try:
        print("abc"[::zero])
    except ValueError as error:
        print(error)


if __name__ == "__main__":
    main()
