"""One function is used with several types, each use with its own result type."""


def larger(a, b):
    return a if a > b else b


def pair(a, b):
    return (a, b)


def identity(x):
    return x


def repeat(x, n):
    return [x] * n


def first(items):
    return items[0]


def total(items, start):
    for item in items:
        start += item
    return start


def show_all(items):
    for item in items:
        print(item, end=" ")
    print(len(items))


def swap(p):
    return p[1], p[0]


def index_of(items, wanted):
    for i in range(len(items)):
        if items[i] == wanted:
            return i
    return -1


def main():
    print(larger(3, 4), larger(2.5, 1.5), larger("a", "b"), larger((1, 2), (1, 1)), larger([1], [2]))
    print(pair(1, "x"), pair("x", 1), pair(pair(1, 2), None), identity(5) + 1, identity("s") + "t")
    print(repeat(0, 3), repeat("ab", 2), repeat([], 1), repeat(1.5, 2))
    print(first([1, 2]) * 2, first(["x"]) * 2, first("text"), first((2.5, 3.5)), first([[1], [2]]))
    print(total([1, 2], 0), total([1.5, 2], 0.0), total(["a", "b"], ""), total([[1], [2]], []))
    show_all([1, 2])
    show_all("xyz")
    show_all({"k": 1})
    show_all((True, None))
    print(swap((1, "one")), swap(("one", 1)), index_of([5, 6], 6), index_of(["a"], "b"), index_of("abc", "c"))


if __name__ == "__main__":
    main()
