"""One name for a text and for what is made of it: both sides are where the name gets them."""


def parse(line):
    if line.startswith("#"):
        value = line  # note: "`str` here"
    else:
        value = line.split(",")  # error: union_mismatch "variable `value` holds `list[str]` here and `str` elsewhere"
    return len(value)


def loop(text):
    result = ""  # note: "`str` here"
    for n in range(3):
        result = result + text
        if n == 2:
            result = len(result)  # error: union_mismatch "variable `result` holds `int` here and `str` elsewhere"
    return result


def main():
    print(parse("a,b"))  # note: "`str` comes from here"
    print(loop("x"))


if __name__ == "__main__":
    main()
