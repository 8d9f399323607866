"""An attribute stored on the class and on instances: an instance has the class's until it has its own."""


class A:
    limit = 10

    def __init__(self, n):
        self.n = n


class B(A):
    limit = 20


class Tally:
    total = 0

    def __init__(self):
        Tally.total += 1

    def bump(self):
        self.total += 100
        return self.total


ONE = Tally()


def main():
    a, b = A(1), B(2)
    print(a.limit, b.limit, A.limit, B.limit)
    a.limit = 99
    A.limit = 1000
    print(a.limit, b.limit, A(1).limit, B(1).limit, A.limit, B.limit)
    B.limit = 7
    print(b.limit, B(1).limit, a.limit, A(3).limit)
    b.limit += 1
    print(b.limit, B.limit)
    for x in [a, b, A(5), B(6)]:
        print(x.limit, end=" ")
    print()
    t = Tally()
    print(t.bump(), Tally.total, t.total, ONE.total, Tally().total, ONE.bump(), Tally.total, ONE.total)
    Tally.total = -1
    print(t.total, ONE.total, Tally().total)


if __name__ == "__main__":
    main()
