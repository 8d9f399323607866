"""abs, min, max, divmod, round and sum of ints, floats and containers."""


def main():
    print(abs(-5), abs(5), abs(-2.5), abs(False), abs(-0.0))
    print(min(3, 1, 2), max(3, 1, 2), min(2.5, 1.5), max("b", "a"), min([4, 2]), max((7, 9)), min("hello"))
    print(min([], default=0), max([3], default=9), min(["bb", "a"], key=len), max([1, -5, 3], key=abs))
    print(min(1, 1.0), max(1, 1.0), min(2, 1.5), max(2, 1.5), max([1, 2.5, 2]), min(True, 0))
    print(divmod(7, 2), divmod(-7, 2), divmod(7.5, 2), divmod(-7, 2.0))
    for x in [0.5, 1.5, 2.5, -0.5, -1.5, 2.675, 1e16, -2.4, 0.49999999999999994]:
        print(x, round(x), round(x, 1), round(x, 2), round(x, 0))
    print(round(1234.5678, -2), round(15, -1), round(25, -1), round(-15, -1), round(7), round(1250, -2), round(7, 2))
    print(round(5e-324, 400), round(1e300, -301), round(1.0), round(123.456, 2), round(2.5, None))
    print(sum([1, 2, 3]), sum([]), sum([0.5, 0.25]), sum([1, 2], 10), sum(range(5)), sum((1.5, 2)), sum([], 0.0))
    print(sum([0.1] * 10), sum([1, 0.5]), sum([True, True]), sum([len(w) for w in ["a", "bb"]]))
    print(sum({1: 2, 3: 4}), sum([[1], [2]], []), max({"a": 1, "b": 0}))
    infinity = float("inf")
    print(min(infinity, 1), max(-infinity, 1), min([infinity, -infinity]))
    try:
        print(round(infinity))
    except OverflowError as error:
        print(error)
    try:
        print(round(infinity - infinity))
    except ValueError as error:
        print(error)


if __name__ == "__main__":
    main()
