"""Containers whose types differ compare item by item: numbers, texts of one letter, nothing in them, None, instances."""


class Point:
    def __init__(self, x):
        self.x = x

    def __eq__(self, other):
        return isinstance(other, Point) and self.x == other.x

    def __hash__(self):
        return hash(self.x)


class Wide(Point):
    def __init__(self, x, width):
        Point.__init__(self, x)
        self.width = width


class Anything:
    def __eq__(self, other):
        return True


class Unrelated:
    def __init__(self):
        self.name = "u"


class Mock:
    def __init__(self):
        self.prices = {}
        self.stack = []

    def fill(self, key, value):
        self.prices[key] = value
        self.stack.append(value)


def optional(n):
    return n if n >= 0 else None


def letters():
    print("a b".split() == ["a", "b"], ["a", "b"] == "a b".split(), "a b".split() != ["a", "b"])
    print(sorted("ba") == "a b".split(), sorted("ba") == ["a", "bc"])
    words = {}
    words["long"] = 1
    words["x"] = 2
    del words["long"]
    print(words == {"x": 2}, words.items() == {"x": 2}.items(), words.keys() == {"x": 5}.keys())
    print({"x": 2} == words, words == {"y": 2}, words == {"x": 3})
    print({1: "a"} == {1: "ab"[:1]}, {1: "ab"} == {1: "a"})


def empty():
    numbers = [1]
    print(numbers == [], [] == numbers)
    numbers.clear()
    print(numbers == [], [] == numbers, numbers != [], "".split() == [], [] == [], {} == {}, () == ())
    mock = Mock()
    print(mock.prices == {}, mock.stack == [], {} == mock.prices)
    mock.fill("a", 1.5)
    print(mock.prices == {}, mock.stack == [], {} != mock.prices)
    stack = [1, 2, 3]
    while stack != []:
        print(stack.pop(), end=" ")
    print([[]] == [[], []], [[]] == [[]], [[1]] == [[]])


def numbers():
    print([1, 2] == [1.0, 2.0], [1, 2] == [1.0, 2.5], [True] == [1], [True, False] == [1.0, 0.0])
    print([optional(1), optional(2)] == [1, 2], [optional(-1)] == [None], [optional(-1)] == [0])
    print({1: 2} == {1.0: 2.0}, {1: 2.5} == {True: 2.5}, {1: 2} == {2.0: 2.0})
    print((1, 2) in [(1.0, 2.0)], [(1, 2)] == [(1, 2.0)], (1, 2) == (1, 2.0), (1, (2, 3)) == (1.0, (2.0, 4)))
    print([1, 2].index(1.0), [1, 2, 1].count(True), [2.0, 1.0].index(1), (2.5, 1).index(1.0), (1, 2.0, 1).count(1.0))
    big = 2**53 + 1
    print([big] == [float(2**53)], big in [float(2**53)], float(2**53) in [big - 1])
    print([1, 2] == (1, 2), [1] == "1", [1] == 1, {1: 1} == [1], (1,) == [1])
    values = [3, 4]
    values.remove(4.0)
    print(values)
    try:
        values.remove(9.5)
    except ValueError as error:
        print(error)
    try:
        print(values.index(2.5))
    except ValueError as error:
        print(error)


def order():
    print("b a".split() > ["a"], ["a"] < [], [] <= ["a"], [] < [1], [1, 2] < [1.5], [1, 2] >= [1.0, 2.0], [True] < [2])
    print([[1], []] < [[1.5]], [[]] <= [[1]], ["ab"] > ["a"], sorted("ba") <= "a b".split(), [1.5] > [1, 2])


def keys():
    by_pair = {(1.0, 2.5): "a", (3.0, 4.0): "b"}
    print((3, 4) in by_pair, by_pair[(3, 4)], by_pair.get((1, 2), "none"))
    by_letter = {"a": 1, "b": 2}
    print("ab"[:1] in by_letter, by_letter.get("ab", 0), by_letter["xb"[1:]])
    try:
        print(by_pair[(9, 9)])
    except KeyError as error:
        print("KeyError", error)


def instances():
    print({1: Point(1)} == {1: Wide(1, 2)}, [Point(1)] == [Wide(1, 5)], [Wide(2, 2)] == [Point(1)])
    print([Anything()] == [Unrelated()], Anything() in [Unrelated()], (Anything(), 1) == (Unrelated(), 1))
    print([Unrelated()] == [Unrelated()], [Unrelated()] == [Anything()], Point(3) in [Wide(3, 1)])
    print([None, Point(1)] == [None, Wide(1, 1)], [None] == [None, None])
    u = Unrelated()
    print([u] == [u], (u, 1) == (u, 1.0), u in [u], {u: 1} == {u: True})


def main():
    letters()
    empty()
    numbers()
    order()
    keys()
    instances()


if __name__ == "__main__":
    main()
