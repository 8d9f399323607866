"""A user __eq__ that changes the dict during a look-up does not break it."""


class Sly:
    target = {}

    def __init__(self, n):
        self.n = n
        self.active = False

    def __hash__(self):
        return 3

    def __eq__(self, other):
        if self.active or other.active:
            self.active = False
            other.active = False
            for i in range(50):
                Sly.target[Sly(100 + i)] = i
        return self.n == other.n


def main():
    d = Sly.target
    first = Sly(1)
    d[first] = 10
    d[Sly(2)] = 20
    d[Sly(3)] = 30
    print(d[Sly(3)], len(d))
    first.active = True
    print(d[Sly(3)], len(d))
    first.active = True
    d[Sly(4)] = 40
    print(len(d), d[Sly(4)], d[Sly(149)], Sly(150) in d)
    print(sum(d.values()), [k.n for k in d][:6])


if __name__ == "__main__":
    main()
