"""f-strings: expressions, conversions, nested fields, and = forms."""


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __str__(self):
        return f"({self.x}; {self.y})"

    def __repr__(self):
        return f"Point({self.x!r}, {self.y!r})"


class OnlyRepr:
    def __repr__(self):
        return "OnlyRepr"


def main():
    name = "World"
    n = 42
    x = 2.5
    point = Point(1, "two")
    items = [1, 2, 3]
    print(f"Hello, {name}!", f"{n}", f"{n + 1} {n * x}", f"{{braces}} {n}", f"")
    print(f"{name!r} {name!s} {'é'!a} {point} {point!r} {point!s} {OnlyRepr()}")
    print(f"{items} {items[0]} {(1, 'a')} {None} {True} { {'k': 1}['k'] } {len(items)}")
    print(f"{n=} {x = } {name=} {n + 1=} {name=!s}")
    width = 8
    precision = 3
    print(f"|{n:{width}}|{x:{width}.{precision}f}|{name:>{width}}|{name:{'^'}{width}}|")
    print(f"{name.upper()} {'yes' if n > 40 else 'no'} {[i * 2 for i in items]}")
    print(f"{'a' 'b'}" f"{n}" " plain " f'{name}' f"""{x}
    second line""")
    print(f"{n:d}{x:>6}{name:.3}{n:>+5d}")


if __name__ == "__main__":
    main()
