"""Star parameters, star arguments, starred targets and displays."""


def total(*numbers):
    result = 0
    for n in numbers:
        result += n
    return result * 10 + len(numbers)


def labelled(label, *words, end="."):
    return label + ":" + " ".join(words) + end


def add(a, b, c=5):
    return a + b + c


class Box:
    def __init__(self, *items):
        self.items = list(items)

    def put(self, *more):
        self.items.extend(more)
        return len(self.items)


def main():
    print(total(), total(1), total(1, 2, 3))
    pair = (4, 5)
    print(total(*pair), add(*pair), add(1, *(2, 3)), total(9, *pair))
    print(labelled("a"), labelled("b", "x", "y"), labelled("c", "z", end="!"))
    box = Box(1, 2)
    print(box.put(3, 4), box.items)
    first, *rest = [1, 2, 3]
    print(first, rest)
    *init, last = rest
    print(init, last)
    a, *middle, b = [6, 7, 8, 9]
    print(a, middle, b)
    print([*pair, 3, *rest])
    try:
        x, *y = rest[:0]
        print(x, y)
    except ValueError as error:
        print("error", error)


if __name__ == "__main__":
    main()
