"""str.format and str.format_map: fields, numbering, conversions, nested specifications, and the errors of templates."""


class Point:
    def __init__(self, x, name):
        self.x = x
        self.name = name
        self.marks = [10, 20]

    def __str__(self):
        return f"point {self.x}"

    def __repr__(self):
        return f"Point({self.x}, é)"


class Temperature:
    def __format__(self, spec):
        return "<" + spec + ">"


LINE = "{:>6}|{:<6}|{:^6}"
tell = "value {0}, again {0!r}".format


def show(attempt):
    try:
        print(attempt())
    except (ValueError, KeyError, IndexError, TypeError) as error:
        print(type(error).__name__, error)


def fields(n, text, x):
    point = Point(3, "née")
    print("{} {}".format(n, text), "{0} {1} {0}".format(n, text), "{a} {b}".format(a=n, b=text))
    print("{} {a} {}".format(n, x, a=text), "{{}} {} }}{{".format(n), "".format(), "plain".format(n))
    print("{:5d}|{:<5}|{:^8.2f}|{:,}|{:%}".format(n, text, x, 1234567, 0.25))
    print("{!r} {!s} {!a} {!r:>10} {!s:.3}".format(text, text, text, text, text))
    print("{0.x} {0.name} {0.marks[1]} {p.marks[0]:>4}".format(point, p=point))
    print("{0[1]} {1[a]} {1[b]} {2[-1]}".format([n, 2], {"a": n, "b": 7}, {"-1": text}))
    print("{:{}}|{:{w}.{p}f}|{:{}{}}".format(n, 6, x, text, ">", 7, w=10, p=2), "{0:{0}}".format(5))
    print("{} {!r} {!a} {!s:>12}".format(point, point, point, point))
    print("{:abc} {:{}} {}".format(Temperature(), Temperature(), text, Temperature()))
    print("{} {} {}".format(None, [n, None], (n, text)), "{!s:>6}".format(None), "{:d} {:5}".format(True, False))
    print("{0:x} {0:#o} {0:b} {0:c} {0:+}".format(65), LINE.format(n, text, x), tell(text))
    print("{a}|{b:>5}".format_map({"a": 1, "b": 2}), "{a}".format(**{"a": text}))
    print(str.format("{}-{}", n, text))


def stars(words, row, **options):
    print("{} and {}".format(*words), "{2} {0}".format(*row), "{} {} {}".format("first", *words))
    print("{size} {colour}".format(**options), "{0} {size}".format(words[0], **options))


def errors(n, text):
    show(lambda: "{".format(n))
    show(lambda: "}".format(n))
    show(lambda: "{}}".format(n))
    show(lambda: "{0".format(n))
    show(lambda: "{0!".format(n))
    show(lambda: "{0:".format(n))
    show(lambda: "{!}".format(n))
    show(lambda: "{!rr}".format(n))
    show(lambda: "{!x}".format(n))
    show(lambda: "{0.}".format(n))
    show(lambda: "{0[}".format(n))
    show(lambda: "{0[]}".format([n]))
    show(lambda: "{0[a]x}".format({"a": n}))
    show(lambda: "{0 }".format(n))
    show(lambda: "{-1}".format(n))
    show(lambda: "{} {0}".format(n, n))
    show(lambda: "{0} {}".format(n, n))
    show(lambda: "{2}".format(n, n))
    show(lambda: "{}{}".format(n))
    show(lambda: "{}".format())
    show(lambda: "{a}".format(b=n))
    show(lambda: "{:{:{}}}".format(n, n, n))
    show(lambda: "{0[5]}".format([n]))
    show(lambda: "{0[b]}".format({"a": n}))
    show(lambda: "{a}".format_map({"b": n}))
    show(lambda: "{}".format_map({"b": n}))
    show(lambda: "{} {} {}".format(*text.split()))
    show(lambda: "{:d}".format(text))
    show(lambda: "{:s}".format(n))
    show(lambda: "{:=5}".format(text))


def main():
    for n in [1, 42]:
        fields(n, "hé'llo", 3.14159)
    stars(["ham", "eggs"], (1, "two", 3.0), size=4, colour="red")
    errors(5, "a b")


if __name__ == "__main__":
    main()
