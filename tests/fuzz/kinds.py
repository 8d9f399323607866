"""The types of generated programs: how they are written, matched, chosen, and which constants they have.

A type is a tuple of its head and its parts: ("int",), ("list", T), ("dict", K, V), ("tuple", T...), ("opt", T) (T or None),
("num",) (int or float, not known which), ("iter", T) (an iterator), ("fn",) (a function of one int to an int), and the
classes of the prelude by their names.  In a form one capital letter is a variable: K and L stand for types that are keys,
O for types that have an order, D for those that deques hold, every other letter for any type.
"""

import random
import re
from itertools import product

Type = tuple

INT, FLOAT, BOOL, STR, BYTES = ("int",), ("float",), ("bool",), ("str",), ("bytes",)
CLASSES = ("Box", "Point", "Pair", "Colour", "Level", "Perm", "Money", "Shelf")
SIMPLE = (INT, INT, INT, FLOAT, BOOL, STR, STR, STR, BYTES)
KEYS = (INT, INT, STR, STR, ("tuple", INT, STR), BYTES, ("Colour",), ("frozenset", INT))
ORDERED = (INT, FLOAT, STR, BYTES, ("tuple", INT, STR), ("list", INT), ("Point",), ("Level",))
QUEUED = (INT, STR, FLOAT, ("list", INT), ("tuple", INT, STR))
ITERATED = (INT, STR, ("tuple", INT, STR))
OPTIONAL = (INT, STR, FLOAT, ("list", INT), ("Box",), ("Point",), ("tuple", INT, STR))
CONTAINERS = ("list", "dict", "set", "frozenset", "tuple", "opt", "iter", "deque", "Counter")  # heads that have parts
TEXTS = ("", "a", "abc", "Hello World", "  pad ", "x,y,,z", "12", "-7", "äß€", "tab\\there", "MiXed 9", "aaa", "line\\nnext", "b=1;a",
         "ǅungla", "İi", "\\U0001f600x", "0x1f", "1e3", "{}", "%s")
WORDS = ("a", "b", "ab", "x", "key", "", "Zed")
CHUNKS = ("", "a", "abc", "\\x00\\xff", "Hi there", "12", " pad ", "x,y,,z", "\\xc3\\xa4")


def parse(text: str) -> Type:
    """The type that is written there; ValueError if it is none."""
    t, rest = _parse(text)
    if rest:
        raise ValueError(f"`{rest}` after a type in `{text}`")
    return t


def _parse(text: str) -> tuple[Type, str]:
    match = re.match(r"[A-Za-z]+", text)
    if not match:
        raise ValueError(f"no type in `{text}`")
    name, rest = match[0], text[match.end():]
    if len(name) == 1:
        return ("?", name), rest
    parts: list[Type] = []
    if name in CONTAINERS:
        if not rest.startswith("["):
            raise ValueError(f"`{name}` without its types in `{text}`")
        while not rest.startswith("]"):
            part, rest = _parse(rest[1:])
            parts.append(part)
        rest = rest[1:]
    return (name, *parts), rest


def written(t: Type) -> str:
    return t[0] + ("[" + ",".join(written(part) for part in t[1:]) + "]" if len(t) > 1 else "")


def variables(pattern: Type) -> set[str]:
    if pattern[0] == "?":
        return {pattern[1]}
    return set().union(*(variables(part) for part in pattern[1:]))


def fits(variable: str, t: Type) -> bool:
    """Whether the variable of a form may stand for t."""
    if variable in "KL":
        return t in KEYS
    if variable in "OD":
        return t in (ORDERED if variable == "O" else QUEUED)
    return t[0] not in ("iter", "fn")


def unify(pattern: Type, t: Type, bound: dict[str, Type]) -> bool:
    """Binds the variables of the pattern so that it is t, as far as they are not bound yet."""
    if pattern[0] == "?":
        name = pattern[1]
        if name in bound:
            return bound[name] == t
        if not fits(name, t):
            return False
        bound[name] = t
        return True
    return pattern[0] == t[0] and len(pattern) == len(t) and all(unify(p, part, bound) for p, part in zip(pattern[1:], t[1:]))


def filled(pattern: Type, bound: dict[str, Type]) -> Type:
    if pattern[0] == "?":
        return bound[pattern[1]]
    return (pattern[0], *(filled(part, bound) for part in pattern[1:]))


class Types:
    """The types of one module: few, so that its functions can call each other."""

    def __init__(self, r: random.Random):
        self._random = r
        self.keys = [INT, STR, r.choice(KEYS)]
        self.ordered = [INT, STR, *r.sample(ORDERED, 2)]
        self.queued = [INT, r.choice(QUEUED)]
        self.pool = [*SIMPLE, *(self._made(2) for _ in range(7))]

    def any(self) -> Type:
        return self._random.choice(self.pool)

    def variable(self, name: str) -> Type:
        """A type that the variable of a form may stand for."""
        few = {"K": self.keys, "L": self.keys, "O": self.ordered, "D": self.queued}
        return self._random.choice(few.get(name, self.pool))

    def iterated(self) -> Type:
        return self._random.choice(ITERATED) if self._random.random() < 0.6 else self.any()

    def _made(self, depth: int) -> Type:
        r = self._random
        if depth == 0 or (depth == 1 and r.random() < 0.4):
            return r.choice(SIMPLE)
        head = r.choice(("list", "list", "list", "dict", "dict", "tuple", "opt", "set", "deque", "num", "complex", "frozenset", "class", "class"))
        if head == "class":
            return (r.choice(CLASSES),)
        if head in ("set", "frozenset"):
            return (head, INT)  # the order of the others is not the same in two runs of CPython
        if head == "list":
            return (head, self._made(depth - 1))
        if head == "deque":
            return (head, r.choice(self.queued))
        if head == "dict":
            return (head, r.choice(self.keys), self._made(depth - 1))
        if head == "tuple":
            return (head, *(self._made(depth - 1) for _ in range(r.randint(1, 3))))
        if head == "opt":
            return (head, r.choice(OPTIONAL))
        return (head,)


def constant(r: random.Random, t: Type) -> str:
    """An expression of the type without names of variables."""
    head = t[0]
    if head in _MAKERS:
        return _MAKERS[head](r)
    if head == "list":  # an empty one says which type its items would have
        return "[" + _several(r, t[1], 5, 1) + "]" + ("[:0]" if r.random() < 0.1 else "")
    if head == "deque":
        return f"deque([{_several(r, t[1], 4, 1)}])"
    if head == "set":
        return "{" + _several(r, t[1], 4, 1) + "}"
    if head == "frozenset":
        return "frozenset([" + _several(r, t[1], 4, 1) + "])"
    if head == "dict":
        return "{" + ", ".join(f"{constant(r, t[1])}: {constant(r, t[2])}" for _ in range(r.randint(1, 3))) + "}"
    if head == "Counter":
        return f"Counter([{_several(r, t[1], 5, 1)}])"
    if head == "tuple":
        return "(" + "".join(constant(r, item) + ", " for item in t[1:]) + ")"
    if head == "opt":
        return "None" if r.random() < 0.4 else constant(r, t[1])
    if head == "iter":
        return f"(v for v in [{_several(r, t[1], 4, 1)}])"
    raise ValueError(f"no constant of {written(t)}")


def _several(r: random.Random, t: Type, most: int, least: int = 0) -> str:
    return ", ".join(constant(r, t) for _ in range(r.randint(least, most)))


def _int(r: random.Random) -> str:
    return str(r.choice((0, 1, -1, 2, 3, 5, -7, 10, 100, r.randint(-50, 50), r.randint(-9, 9), 255, 2**31, -(2**40))))


def _float(r: random.Random) -> str:
    return r.choice(("0.0", "1.0", "-1.5", "2.5", "0.1", "1e10", "-0.0", "3.14159", "1e-7", "123456.789", "1e22", "0.5", "7.25"))


def _complex(r: random.Random) -> str:
    return f"complex({r.choice(('0.0', '1.0', '-2.5', '3.0'))}, {r.choice(('0.0', '-1.0', '0.5', '4.0'))})"


def _box(r: random.Random) -> str:
    if r.random() < 0.5:
        return f"Box({_int(r)}, {_str(r)})"
    return f"Crate({_int(r)}, {_str(r)}, {r.choice(('True', 'False'))})"


def _str(r: random.Random) -> str:
    return '"' + r.choice(TEXTS if r.random() < 0.6 else WORDS) + '"'


def _bytes(r: random.Random) -> str:
    return 'b"' + r.choice(CHUNKS) + '"'


_MAKERS = {
    "int": _int,
    "float": _float,
    "bool": lambda r: r.choice(("True", "False")),
    "num": lambda r: _int(r) if r.random() < 0.5 else _float(r),
    "str": _str,
    "bytes": _bytes,
    "bytearray": lambda r: f"bytearray({_bytes(r)})",
    "complex": _complex,
    "fn": lambda r: r.choice(("twice", "(lambda v: v - 3)", "(lambda v: v % 1009 * (v % 97))", "Scale(3)", "Box(4, 'f').plus")),
    "Box": _box,
    "Point": lambda r: f"Point({_int(r)}, {_int(r)})" if r.random() < 0.6 else f"Point({_int(r)}, label={_str(r)})",
    "Pair": lambda r: f"Pair({_str(r)}, {_int(r)})",
    "Colour": lambda r: "Colour." + r.choice(("RED", "GREEN", "BLUE")),
    "Level": lambda r: "Level." + r.choice(("LOW", "MID", "HIGH")),
    "Perm": lambda r: r.choice(("Perm.R", "Perm.W", "Perm.X", "Perm.R | Perm.X", "Perm(0)")).join("()"),
    "Money": lambda r: f"Money({r.randint(-500, 500)})",
    "Shelf": lambda r: f"Shelf([{_several(r, INT, 4)}])",
}


def kinds_of(bound: dict[str, Type], letters: list[str]) -> list[str]:
    """What a form was written with: the kind of its one variable, of both together, or of each of several."""
    each = [f"{name}={bound[name][0]}" for name in letters]
    return each if len(each) != 2 else [", ".join(each)]


def possible_kinds(letters: list[str]) -> list[str]:
    """All that kinds_of can give."""
    every = sorted({t[0] for t in SIMPLE} | {"list", "dict", "tuple", "opt", "set", "frozenset", "deque", "num", "complex", *CLASSES})
    few = {"K": KEYS, "L": KEYS, "O": ORDERED, "D": QUEUED}
    each = [[f"{name}={head}" for head in (sorted({t[0] for t in few[name]}) if name in few else every)] for name in letters]
    return sum(each, []) if len(each) != 2 else [", ".join(both) for both in product(*each)]
