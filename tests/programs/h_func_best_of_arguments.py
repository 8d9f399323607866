"""min and max of several arguments with a key, which is a constant, a lambda, a closure or a method."""

class Scale:
    def __init__(self, factor):
        self.factor = factor

    def weight(self, n):
        return n * self.factor


def farthest(a, b, c, centre):
    return max(a, b, c, key=lambda n: abs(n - centre))


def counted():
    calls = []

    def size(word):
        calls.append(word)
        return len(word)

    print(min("ccc", "bb", "aaaa", "dd", key=size), calls)


if __name__ == "__main__":
    print(max(3, -4, key=abs), min(3, -4, key=abs))
    print(max("abc", "de", key=len), min("abc", "de", "f", key=len))
    print(max(2, -2, key=abs), min(-2, 2, key=abs))  # the first of equal ones
    print(farthest(1, 5, 9, 8), farthest(1, 5, 9, 3))
    print(max(1, 2, 3, key=Scale(-1).weight), max(1, 2, 3, key=Scale(2).weight))
    print(max((1, "b"), (0, "c"), key=lambda pair: pair[1]), max(1, 2, key=None))
    counted()
