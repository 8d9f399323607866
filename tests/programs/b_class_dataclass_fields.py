"""Fields of dataclasses: computed after init, left out of repr and comparison, keyword only; hashes."""

from dataclasses import dataclass, field, KW_ONLY
@dataclass
class B:
    x: int
    total: int = field(init=False)
    note: str = field(default="n", repr=False, compare=False)
    def __post_init__(self):
        self.total = self.x * 2
@dataclass
class D(B):
    y: int = 5
    def __post_init__(self):
        super().__post_init__()
        self.total += self.y
@dataclass(kw_only=True)
class K:
    a: int
    b: str = "q"
@dataclass
class M:
    a: int
    _: KW_ONLY
    b: int = 3
@dataclass(eq=False)
class Ident:
    v: int
@dataclass(unsafe_hash=True)
class UH:
    v: int
    w: str = "s"
def main():
    print(B(3), D(4), D(4, "z", 9), B(3) == B(3, "other"))
    print(K(a=2), K(b="r", a=1), M(1), M(1, b=4))
    i = Ident(3)
    print(i == Ident(3), i == i)
    print(hash(UH(3)) == hash(UH(3)), UH(3) == UH(3))
    print(D(1) == B(1))
if __name__ == "__main__":
    main()
