"""Optional values, defaults, tokens, results of delegation, closures over what changes later."""


class Node:
    def __init__(self, value):
        self.value = value
        self.children = []

    def walk(self, depth=0):
        yield depth, self.value
        for c in self.children:
            yield from c.walk(depth + 1)

    def __iter__(self):
        return self.walk()


class Stream:
    def __init__(self, n):
        self.source = (i for i in range(n))
        self.pending = None

    def read(self):
        if self.pending is not None:
            v = self.pending
            self.pending = None
            return v
        return next(self.source, None)

    def push(self, v):
        self.pending = v


def maybe(n):
    for i in range(n):
        yield None if i % 2 else i


def tokens(text):
    i = 0
    while i < len(text):
        c = text[i]
        if c.isdigit():
            j = i
            while j < len(text) and text[j].isdigit():
                j += 1
            yield ("num", text[i:j])
            i = j
        elif c == " ":
            i += 1
        else:
            yield ("op", c)
            i += 1
    yield ("end", "")


def counter(start=0, step=1):
    while True:
        start += step
        yield start


def echo():
    last = None
    while True:
        last = yield last


def accumulate():
    total = 0
    try:
        while True:
            x = yield total
            if x is not None:
                total += x
    finally:
        print("total", total)


def delegating(out):
    r = yield from produce(2)
    out.append(r)
    r = yield from produce(3)
    out.append(r)
    return len(out)


def produce(n):
    t = 0
    for i in range(n):
        t += i
        yield i
    return t


def empty():
    return
    yield 1


def nothing():
    if False:
        yield "x"


def main():
    root = Node("r")
    a = Node("a")
    a.children.append(Node("aa"))
    root.children.append(a)
    root.children.append(Node("b"))
    for depth, v in root:
        print("  " * depth + v)
    s = Stream(3)
    print(s.read(), s.read())
    s.push(10)
    print(s.read(), s.read(), s.read())
    print(list(maybe(4)))
    for kind, text in tokens("12 + 34*5"):
        print(kind, repr(text))
    c = counter(step=5)
    print(next(c), next(c))
    e = echo()
    next(e)
    print(e.send("a"), e.send("b"), next(e))
    acc = accumulate()
    next(acc)
    for i in range(5):
        acc.send(i)
    acc.close()
    out = []
    print(list(delegating(out)), out)
    print(list(empty()), len(list(nothing())))
    x = 5
    def local(n):
        for i in range(n):
            yield i * x
    x = 6
    print(list(local(3)))
    g = (a + b for a in "xy" for b in "12" if b != "2")
    print(list(g))
    nested = (sum(j for j in range(i)) for i in range(5))
    print(list(nested))
    fs = [lambda: i for i in range(3)]
    print([f() for f in fs])
    gg = ((lambda: k * 10) for k in range(3))
    print([f() for f in gg])


if __name__ == "__main__":
    main()
