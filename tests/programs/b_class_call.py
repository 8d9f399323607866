"""Instances that are called: by position, by keyword, with the items of a tuple."""


class Sum:
    def __init__(self, start):
        self.start = start

    def __call__(self, a, b=5, *, c=1):
        return self.start + a * 10 + b * 100 + c * 1000


def main():
    add = Sum(1)
    print(add(1), add(1, 2), add(1, b=3), add(b=1, a=2), add(1, c=4), add(a=1, c=2, b=3))
    pair = (1, 2)
    print(add(*pair), add(*pair, c=5), [add(n) for n in range(3)], list(map(add, [1, 2])))
    print(list(map(add, [1], [2])), list(filter(add, [1, 2])), sorted([3, 1], key=add), max([1, 5], key=add))


if __name__ == "__main__":
    main()
