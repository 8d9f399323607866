"""int, float and bool meet in one variable, list and attribute, and print as themselves."""


class Cell:
    def __init__(self, value):
        self.value = value


def choose(flag):
    return 1 if flag else 2.5


def half(n):
    return n // 2 if n % 2 == 0 else n / 2


def average(values):
    return sum(values) / len(values)


def main():
    mixed = [1, 2.5, True, -3, 0.0]
    print(mixed, sum(mixed), average(mixed), max(mixed), min(mixed), sorted(mixed))
    for x in mixed:
        print(x, x + 1, x * 2, -x, x / 2, x // 1, x % 2, x == 1, x < 2, bool(x), int(x), float(x), abs(x), not x)
    print([half(n) for n in range(5)], choose(True), choose(False), choose(True) + choose(False))
    total = 0
    for x in mixed:
        total += x
        print(total, end=" ")
    print()
    cell = Cell(1)
    print(cell.value, end=" ")
    cell.value = 0.5
    print(cell.value, end=" ")
    cell.value = False
    print(cell.value)
    for x in [choose(True), choose(False)]:
        print(isinstance(x, int), isinstance(x, float), isinstance(x, bool), f"{x:.2f}", "%d" % x, str(x), repr(x))
        if isinstance(x, int):
            print(x << 3, x & 7)
        else:
            print(round(x, 1))
    a = 7
    if total > 0:
        a = a / 2
    print(a, a * a, a ** 2, divmod(a, 2), round(a), 1 + a, 2 - a, 2 ** a, 10 // a, 10 % a)
    print(True + 0.5, 1 == 1.0, True == 1.0, hash(1) == hash(1.0), mixed.index(1.0), mixed.count(True))
    small = [x for x in mixed if x <= 1]
    small.append(99)
    print(small, 2.5 in small, 99.0 in small, {x: -x for x in small})


if __name__ == "__main__":
    main()
