"""Objects with `__index__` where CPython takes an integer: subscripts, slices, repetition, built-in functions."""
import operator


class At:
    def __init__(self, n):
        self.n = n

    def __index__(self):
        return self.n


class Lost:
    def __index__(self):
        raise ValueError("lost")


if __name__ == "__main__":
    xs = [1, 2, 3, 4]
    i = At(2)
    print(xs[i], "abcd"[i], b"abc"[i], range(10)[i], tuple(xs)[At(-1)])
    print(xs[i:], xs[:i], xs[At(1):At(3)], "abcdef"[At(1):At(5):i], b"abcd"[i:], tuple(xs)[:i], range(9)[i:])
    print(list(range(i)), list(range(At(1), At(7), i)))
    print(hex(i), bin(i), oct(i), int(i), chr(At(65)), bytes(i), float(i), round(2.345, i), operator.index(i))
    xs[i] = 9
    del xs[At(0)]
    print(xs, [0] * i, "ab" * i, i * "c", xs.pop(At(0)))
    xs[At(0):At(1)] = [7, 7]
    xs.insert(At(1), 8)
    del xs[i:At(3)]
    print(xs)
    for values in [[1], [2, 3]]:
        try:
            print(values[At(1)])
        except IndexError as error:
            print("IndexError:", error)
    try:
        print(xs[Lost()])
    except ValueError as error:
        print("ValueError:", error)
