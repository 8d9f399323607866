"""contextlib: contextmanager of functions and methods, suppress, closing, nullcontext; copy."""
import copy
from contextlib import contextmanager, suppress, closing, nullcontext

LOG = []

@contextmanager
def tag(name):
    print("<" + name + ">")
    try:
        yield name.upper()
    except ValueError as e:
        print("swallowed", e)
    finally:
        print("</" + name + ">")

class Box:
    def __init__(self):
        self.items = [1]
    @contextmanager
    def editing(self, extra):
        self.items.append(extra)
        yield self
        self.items.append(-extra)
    def close(self):
        print("closed")

@contextmanager
def twice():
    yield 1
    yield 2

def main():
    with tag("a") as a, tag("b") as b:
        print(a, b)
    with tag("c"):
        raise ValueError("bad")
    b = Box()
    with b.editing(5) as same:
        print(same.items)
    print(b.items)
    with suppress(KeyError, ValueError):
        raise KeyError("gone")
    with closing(Box()) as box:
        print(box.items)
    with nullcontext(3) as n:
        print(n)
    try:
        with twice() as t:
            print(t)
    except RuntimeError as e:
        print(e)
    try:
        with tag("d"):
            {}["x"]
    except KeyError as e:
        print("key", e)
    try:
        with tag("f"):
            raise StopIteration("passes")
    except StopIteration as e:
        print("stop", e)
    shared = [1]
    twice_there = copy.deepcopy([shared, shared])
    twice_there[0].append(2)
    print(twice_there, copy.deepcopy({(1, 2): {3}}))
    rows = [[1, 2], [3]]
    deep = copy.deepcopy(rows)
    flat = copy.copy(rows)
    rows[0].append(9)
    print(rows, deep, flat, copy.deepcopy({"a": [1]}), copy.copy({1, 2}))
    try:
        with tag("e"):
            raise IndexError("out")
    except IndexError as e:
        print("index", e)

if __name__ == "__main__":
    main()
