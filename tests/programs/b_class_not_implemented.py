"""Operators whose methods answer NotImplemented: reflected methods, subclasses first, identity, TypeError."""

class Meters:
    def __init__(self, v): self.v = v
    def __repr__(self): return f"Meters({self.v})"
    def __add__(self, other):
        if isinstance(other, Meters): return Meters(self.v + other.v)
        if isinstance(other, int): return Meters(self.v + other)
        return NotImplemented
    def __radd__(self, other):
        if isinstance(other, int): return Meters(other + self.v)
        return NotImplemented
    def __mul__(self, k):
        if not isinstance(k, int): return NotImplemented
        return Meters(self.v * k)
    __rmul__ = __mul__
    def __eq__(self, other):
        if not isinstance(other, Meters): return NotImplemented
        return self.v == other.v
    def __lt__(self, other):
        if not isinstance(other, Meters): return NotImplemented
        return self.v < other.v
    def __hash__(self): return hash(self.v)
class Feet:
    def __init__(self, v): self.v = v
    def __radd__(self, other):
        if isinstance(other, Meters): return Meters(other.v + self.v // 3)
        return NotImplemented
    def __eq__(self, other):
        if isinstance(other, Feet): return self.v == other.v
        if isinstance(other, Meters): return self.v == other.v * 3
        return NotImplemented
    def __gt__(self, other):
        return self.v > other.v * 3
class Base:
    def __init__(self, n): self.n = n
    def __add__(self, o): return f"Base.add {self.n} {o.n}"
    def __radd__(self, o): return f"Base.radd {self.n} {o.n}"
    def __eq__(self, o):
        print("Base.eq", self.n, o.n)
        return NotImplemented
    def __lt__(self, o): return f"Base.lt {self.n}" == "Base.lt 1"
class Derived(Base):
    def __radd__(self, o): return f"Derived.radd {self.n} {o.n}"
    def __eq__(self, o):
        print("Derived.eq", self.n, o.n)
        return self.n == o.n
    def __gt__(self, o): return self.n == 7
def pick(i): return Derived(i) if i % 2 else Base(i)
class Weird:
    def __eq__(self, o): return "eq!"
    def __lt__(self, o): return [1, 2]
class Maybe:
    def __init__(self, v): self.v = v
    def __add__(self, o):
        if self.v > 3: return NotImplemented
        return self.v + o.v
    def __radd__(self, o):
        if self.v > 5: return NotImplemented
        return 100
    def __lt__(self, o):
        if o.v == 0: return NotImplemented
        return self.v < o.v
    def __iadd__(self, o):
        if o.v == 1: return NotImplemented
        self.v += o.v
        return self
def main():
    m = Meters(3)
    print(m + m, m + 4, 4 + m, m * 2, 2 * m, m + Feet(6))
    print(m == Meters(3), m != Meters(3), m == 3, 3 == m, m != 3, m == "x", m == None, None == m, m != None)
    print(m == Feet(9), Feet(9) == m, m != Feet(9), Feet(1) == 3, Feet(2) != Feet(2))
    print(m < Meters(4), m > Meters(4), m < Feet(10), m in [Meters(3)], [m] == [Meters(3)], (m, 1) == (Meters(3), 1))
    print(Base(1) + Base(2), Base(1) + Derived(2), Derived(1) + Base(2), Derived(1) + Derived(2))
    print(Base(1) == Base(1), Base(1) == Derived(1), Derived(1) == Base(1), Base(1) != Derived(2))
    for i in range(3):
        for j in range(3):
            print(pick(i) + pick(j), pick(i) == pick(j), pick(i) < pick(j + 5))
    print(Weird() == Weird(), Weird() < Weird(), Weird() != Weird())
    for a in range(2, 8, 2):
        for b in (0, 1, 4, 6):
            try:
                print(a, b, Maybe(a) + Maybe(b))
            except TypeError as e:
                print(e)
            try:
                print(a, b, Maybe(a) < Maybe(b))
            except (TypeError, AttributeError) as e:
                print(e)
    x = Maybe(1)
    y = x
    n = m if len("abc") > 5 else None
    print(n == m, m == n, n != m, n == None)
    try:
        print(n + m)
    except TypeError as e:
        print(e)
    print(sorted([Meters(3), Meters(1)]), {Meters(1): 2}[Meters(1)], max(Meters(4), Meters(9)))
if __name__ == "__main__":
    main()
