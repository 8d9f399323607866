"""Each list method does what CPython's does."""


class Item:
    def __init__(self, key):
        self.key = key

    def __eq__(self, other):
        return self.key == other.key

    def __repr__(self):
        return "<" + str(self.key) + ">"


def main():
    a = [5, 2]
    a.append(9)
    a.extend([2, 7])
    a.extend(range(3))
    a.extend((40, 41))
    print(a)
    a.insert(0, -1)
    a.insert(3, -3)
    a.insert(100, 100)
    a.insert(-1, 99)
    a.insert(-100, -100)
    print(a)
    print(a.pop(), a.pop(0), a.pop(-2), a.pop(3), a)
    a.remove(2)
    print(a, a.count(2), a.count(7), a.count(12345))
    print(a.index(2), a.index(7, 2), a.index(40, 1, -1))
    a.reverse()
    print(a)
    b = a.copy()
    a.sort()
    print(a, b, a is b)
    a.sort(reverse=True)
    print(a)
    a.clear()
    print(a, len(a), len(b))
    items = [Item(1), Item(2), Item(1)]
    print(items.count(Item(1)), items.index(Item(2)), Item(3) in items)
    items.remove(Item(1))
    print(items)
    words = "pear Fig apple".split()
    words.sort(key=lambda w: w.lower())
    print(words)
    words.extend("xy")
    print(words, words.append("end"))


if __name__ == "__main__":
    main()
