"""The items of two lists meet in a third, two calls further down."""


def push(target, value):
    target.append(value)  # error: union_mismatch "the list holds `str` here and `int` elsewhere"


def push_all(target, values):
    for value in values:
        push(target, value)  # note: "`str` passes through this call"  # note: "`int` passes through this call"


def collect():
    found = []
    push_all(found, [1, 2, 3])  # note: "`int` comes from here"
    push_all(found, ["one", "two"])  # note: "`str` comes from here"
    return found


def main():
    items = collect()
    print(len(items))
    for item in items:
        print(item)


if __name__ == "__main__":
    main()
