"""Abstract bases, protocols, generic classes, slots, diamonds."""

from abc import ABC, abstractmethod
from typing import Protocol, Generic, TypeVar
T = TypeVar("T")
class Shape(ABC):
    @abstractmethod
    def area(self): ...
    @property
    @abstractmethod
    def name(self): ...
    def show(self): return f"{self.name} {self.area()}"
class Sq(Shape):
    def __init__(self, s): self.s = s
    def area(self): return self.s ** 2
    @property
    def name(self): return "sq"
class Ci(Shape):
    def area(self): return 3
    @property
    def name(self): return "ci"
class HasLen(Protocol):
    def size(self) -> int: ...
class Stack(Generic[T]):
    count = 0
    def __init__(self) -> None:
        self.items: list[T] = []
        Stack.count += 1
    def push(self, x: T) -> None: self.items.append(x)
    def pop(self) -> T: return self.items.pop()
    def size(self) -> int: return len(self.items)
class Slots:
    __slots__ = ("a", "b")
    def __init__(self, a): self.a = a
class A0:
    def who(self): return "A0"
class B0(A0):
    def who(self): return "B0" + super().who()
class C0(A0):
    def who(self): return "C0" + super().who()
class D0(B0, C0):
    def who(self): return "D0" + super().who()
def total(h: HasLen): return h.size()
def main():
    for s in [Sq(2), Ci()]: print(s.show())
    st = Stack[int](); st.push(3); st.push(4); print(st.pop(), total(st))
    s2 = Stack(); s2.push("x"); print(s2.pop(), Stack.count)
    s = Slots(3); s.b = 4; print(s.a + s.b)
    del s.b
    try: print(s.b)
    except AttributeError as e: print(e)
    print(D0().who(), [c.__name__ for c in D0.__mro__])
    print(isinstance(st, Stack), issubclass(Sq, Shape))
if __name__ == "__main__":
    main()
