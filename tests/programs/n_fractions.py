"""Fractions with comparison, hashing and exact sums, in functions shared with ints and floats."""


def gcd(a, b):
    while b:
        a, b = b, a % b
    return abs(a)


class Fraction:
    zero_message = "a fraction with denominator 0"

    def __init__(self, over, under=1):
        if under == 0:
            raise ZeroDivisionError(self.zero_message)
        if under < 0:
            over, under = -over, -under
        divisor = gcd(over, under)
        self.over = over // divisor
        self.under = under // divisor

    @classmethod
    def parse(cls, text):
        if "/" in text:
            over, under = text.split("/")
            return cls(int(over), int(under))
        return cls(int(text))

    def __str__(self):
        return str(self.over) if self.under == 1 else f"{self.over}/{self.under}"

    def __repr__(self):
        return "Fraction(%d, %d)" % (self.over, self.under)

    def __eq__(self, other):
        return self.over == other.over and self.under == other.under

    def __hash__(self):
        return hash((self.over, self.under))

    def __lt__(self, other):
        return self.over * other.under < other.over * self.under

    def plus(self, other):
        return Fraction(self.over * other.under + other.over * self.under, self.under * other.under)

    def times(self, other):
        return Fraction(self.over * other.over, self.under * other.under)

    def __len__(self):
        return len(str(self))

    def value(self):
        return self.over / self.under


def harmonic(n):
    total = Fraction(0)
    for i in range(1, n + 1):
        total = total.plus(Fraction(1, i))
    return total


def fold(items, f, start):
    for item in items:
        start = f(start, item)
    return start


def main():
    a = Fraction(6, -8)
    print(a, repr(a), Fraction(10, 5), [Fraction.parse(t) for t in ["3/9", "-7", "0/5"]])
    print(harmonic(10), f"{harmonic(20).value():.12f}", harmonic(3) == Fraction(11, 6), len(harmonic(20)))
    parts = [Fraction(1, 3), Fraction(1, 2), Fraction(-1, 6), Fraction(2, 4)]
    print(sorted(parts), min(parts), max(parts), parts.index(Fraction(3, 6)), parts.count(Fraction(1, 2)))
    print(fold(parts, lambda x, y: x.plus(y), Fraction(0)), fold([1, 2], lambda x, y: x + y, 0.5))
    names = {Fraction(1, 2): "half", Fraction(1, 4): "quarter"}
    print(names[Fraction(2, 4)], Fraction(3, 4) in names, {str(k): v for k, v in names.items()})
    for text in ["1/0", "x", "1/2/3"]:
        try:
            print(Fraction.parse(text))
        except (ZeroDivisionError, ValueError) as error:
            print(type(error).__name__ + ":", error)


if __name__ == "__main__":
    main()
