"""int and str meet in a list: in a display, by append, by insert and by a store."""


def display():
    return [1, "x"]  # error: union_mismatch


def appended():
    items = [1, 2]
    items.append("three")  # error: union_mismatch
    return items


def inserted():
    items = ["a"]
    items.insert(0, 5)  # error: union_mismatch
    return items


def stored():
    items = [0] * 3
    items[1] = "one"  # error: union_mismatch
    return items


def added():
    return [1] + ["a"]  # error: union_mismatch


def main():
    print(len(display()), len(appended()), len(inserted()), len(stored()), len(added()))


if __name__ == "__main__":
    main()
