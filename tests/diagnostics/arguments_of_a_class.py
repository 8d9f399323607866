"""Arguments that do not fit; an instance that could not be made is not told of further."""


class Rect:
    def __init__(self, x, y, width, height):
        self.area = width * height
        self.x = x
        self.y = y


def label(text, count):
    return text * count  # error: bad_operand "`str` and `str`"


def repeat(count, text):
    out = ""
    for i in range(count):  # error: bad_argument
        out += text  # error: bad_operand
    return out


def main():
    print(label("a", "b"))  # note: "`str` comes from here"
    print(repeat("ab", 3))  # note: "`int` comes from here"
    r = Rect(1, 2, 3)  # error: missing_argument "height"
    print(r.area, Rect(1, 2, 3, 4, 5).area)  # error: argument_count
    print(Rect(1, 2, 3, width=4).area)  # error: duplicate_argument


if __name__ == "__main__":
    main()
