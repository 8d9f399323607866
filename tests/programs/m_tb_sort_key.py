"""A sort key that raises has its own frames, and none of the sorting."""


def key(x):
    return 10 // (x - 3)


def ordered(xs):
    return sorted(xs, key=key)


class A:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        if self.n == 3:
            raise KeyError("lt")
        return self.n < other.n


def main():
    try:
        ordered([1, 2, 3])
    except ZeroDivisionError:
        print("zero")
    try:
        xs = [A(1), A(3), A(2)]
        xs.sort()
    except KeyError:
        print("key")
    xs = [A(1), A(2), A(3)]
    print(len(sorted(xs, key=lambda a: a.n)))
    ys = [5, 4, 3]
    ys.sort(
        key=lambda y: key(y))


if __name__ == "__main__":
    main()
