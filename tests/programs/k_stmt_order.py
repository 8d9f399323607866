"""Operands, arguments and targets are evaluated from left to right."""

log = []


def t(n):
    log.append(n)
    return n


def show(last=0):
    print(log, last)
    log.clear()


def three(a, b, c):
    return a + b + c


class Node:
    def __init__(self, n):
        self.n = n

    def method(self, a, b):
        return self.n + a + b


def node(n):
    t(n)
    return Node(n)


def main():
    print(t(1) + t(2) * t(3) - t(4))
    show()
    print(three(t(1), c=t(2), b=t(3)))
    show(last=1)
    items = [0] * 9
    items[t(1)] = t(2)
    items[t(3)], items[t(4)] = t(5), t(6)
    show()
    print({t(1): t(2), t(3): t(4)}, [t(5), t(6)], (t(7), t(8)))
    show()
    print(node(1).method(t(2), t(3)))
    show()
    print(t(1) if t(0) else t(2))
    show()
    print(t(1) < t(2) < t(2) < t(9))
    show()
    print(f"{t(1)} {t(2):{t(3)}}")
    show()
    items[t(1) : t(4)] = [t(5)]
    show()
    node(1).n = t(2)
    items[t(0)] += t(3)
    show()
    print([t(a) for a in range(t(2)) if t(a + 10)], t(1) and t(0) and t(5), t(0) or t(6))
    show()


if __name__ == "__main__":
    main()
