"""A function returns int on one path and str on another."""


def parse(text):
    if text.isdigit():
        return int(text)
    return text  # error: mixed_return "parse"


def find(items, wanted):
    for i in range(len(items)):
        if items[i] == wanted:
            return i
    return "missing"  # error: mixed_return "find"


def maybe(n):
    if n > 1:
        return None
    return "None may join any type"


def main():
    parse("12")
    find([1, 2], 2)
    print(maybe(1))


if __name__ == "__main__":
    main()
