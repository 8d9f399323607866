"""A user __eq__ that raises in the middle of a look-up goes through the dict and spares it."""


class Key:
    def __init__(self, name):
        self.name = name
        self.armed = False

    def __hash__(self):
        return 7

    def __eq__(self, other):
        if self.armed or other.armed:
            raise ValueError("armed " + self.name + " " + other.name)
        return self.name == other.name


class BadHash:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return 10 // self.n


def main():
    a = Key("a")
    b = Key("b")
    d = {a: 1, b: 2}
    print(d[Key("b")], Key("c") in d)
    b.armed = True
    print(d[a], d[Key("a")])
    try:
        print(d[Key("c")])
    except ValueError as error:
        print(error)
    try:
        d[Key("c")] = 3
    except ValueError as error:
        print(error)
    try:
        print(d.get(Key("b"), 0))
    except ValueError as error:
        print(error)
    print(len(d), d[a])
    b.armed = False
    d[Key("c")] = 3
    del d[Key("a")]
    print([k.name for k in d], [d[k] for k in d])
    hashes = {BadHash(5): "five"}
    try:
        hashes[BadHash(0)] = "zero"
    except ZeroDivisionError as error:
        print(error, len(hashes))
    try:
        b.armed = True
        print([Key("x"), b].count(Key("q")))
    except ValueError as error:
        print(error)


if __name__ == "__main__":
    main()
