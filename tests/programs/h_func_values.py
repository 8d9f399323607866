"""Built-in functions, lambdas and methods are passed on as values."""


def apply(f, items):
    return [f(item) for item in items]


def fold(f, items, start):
    result = start
    for item in items:
        result = f(result, item)
    return result


def twice(f):
    def both(x):
        return f(f(x))

    return both


class Scaler:
    def __init__(self, factor):
        self.factor = factor
        self.calls = 0

    def scale(self, x):
        self.calls += 1
        return x * self.factor


OPERATIONS = {
    "add": lambda a, b: a + b,
    "sub": lambda a, b: a - b,
    "max": lambda a, b: a if a > b else b,
}


def main():
    print(apply(abs, [-1, 2, -3]), apply(len, ["a", "bcd"]), apply(str, [1, 2]), apply(int, ["7", "8"]))
    print(sorted(["bb", "a", "ccc"], key=len), max(["bb", "a", "ccc"], key=len))
    print(sorted(["b", "A", "c"], key=str.lower), apply(str.upper, ["x", "y"]))
    counts = {"x": 3, "y": 7, "z": 5}
    print(max(counts, key=lambda name: counts[name]), sorted(counts, key=lambda name: counts[name]))
    print(fold(lambda a, b: a * b, [1, 2, 3, 4], 1), fold(max, [3, 9, 2], 0), fold(min, [3, 9, 2], 5))
    for name in OPERATIONS:
        print(name, OPERATIONS[name](7, 9), end=" ")
    print()
    scaler = Scaler(3)
    print(apply(scaler.scale, [1, 2, 3]), scaler.calls, twice(scaler.scale)(5), scaler.calls)
    out = []
    push = out.append
    for i in range(3):
        push(i * i)
    print(out, twice(twice(lambda x: x + 1))(0))


if __name__ == "__main__":
    main()
