"""Dataclasses: frozen, ordered, with default factories, inherited, with properties and class methods."""

from dataclasses import dataclass, field, replace, asdict, astuple, fields
from typing import Optional
import dataclasses
@dataclass(frozen=True, order=True)
class Version:
    major: int
    minor: int = 0
    tag: str = field(default="", compare=False)
    def bump(self): return Version(self.major, self.minor + 1)
@dataclass(frozen=True)
class Tagged(Version):
    extra: float = 0.0
@dataclass
class Node:
    value: int
    left: Optional["Node"] = None
    right: Optional["Node"] = None
    kids: list["Node"] = field(default_factory=list)
@dataclass(order=True)
class Item:
    priority: int
    name: str = field(compare=False)
@dataclass
class Stats:
    name: str
    values: list[float] = field(default_factory=list)
    cache: dict[str, float] = field(default_factory=dict, repr=False)
    count: int = 0
    @property
    def mean(self) -> float:
        return sum(self.values) / len(self.values) if self.values else 0.0
    def add(self, v):
        self.values.append(v); self.count += 1
        return self
    @classmethod
    def make(cls, name): return cls(name)
    @staticmethod
    def zero(): return Stats("zero")
def main():
    v = Version(1, 2, "x")
    print(v, v.bump(), v == Version(1, 2), v < Version(1, 3), hash(v) == hash(Version(1, 2, "y")))
    for action in range(2):
        try:
            if action: v.tag = "q"
            else: v.major = 3
        except dataclasses.FrozenInstanceError as e: print("frozen:", e)
    t = Tagged(1, 2, extra=2.5)
    print(t, t == v, v == t, t.bump())
    try:
        t.extra = 3.5
    except AttributeError as e: print(e)
    n = Node(1, Node(2), Node(3, kids=[Node(4)]))
    print(n, n == Node(1, Node(2), Node(3, None, None, [Node(4)])))
    print(sorted([Item(3, "c"), Item(1, "a"), Item(2, "b")]), min(Item(4, "x"), Item(1, "y")).name)
    print(Item(1, "a") == Item(1, "b"), Item(1, "a") <= Item(1, "b"))
    s = Stats.make("s").add(1.5).add(2.5)
    print(s, s.mean, Stats.zero(), Stats.zero().mean)
    d = {Version(1): "one", Version(2): "two"}
    print(d[Version(2)], Version(3) in d, {v, } == {Version(1, 2)} if False else 0)
if __name__ == "__main__":
    main()
