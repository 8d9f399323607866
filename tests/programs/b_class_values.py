"""Classes, functions and bound methods are values: stored, compared, passed, called."""


class Plus:
    symbol = "+"

    def apply(self, a, b):
        return a + b


class Minus:
    symbol = "-"

    def apply(self, a, b):
        return a - b


class Op:
    def __init__(self, n):
        self.n = n

    def scale(self, x):
        return self.n * x

    def shift(self, x):
        return self.n + x


class Twice(Op):
    def scale(self, x):
        return 2 * self.n * x


def double(x):
    return 2 * x


def negate(x):
    return -x


def apply_all(functions, x):
    return [f(x) for f in functions]


def make(cls, n):
    return cls(n)


def main():
    functions = [double, negate, Op(5).scale, Twice(5).scale, Op(100).shift]
    print(apply_all(functions, 7))
    print(functions[0] is double, functions[0] is negate, double == double)
    made = [make(cls, 3).scale(4) for cls in [Op, Twice]]
    print(made, Op is Twice, Op == Op)
    print([cls.__name__ for cls in (Op, Twice)], double.__name__)
    table = {"double": double, "negate": negate}
    for name in sorted(table):
        print(name, table[name](21))
    print(Plus().apply(5, 2), Minus().apply(5, 2), Plus.symbol + Minus.symbol)
    op = Op(6)
    method = op.scale
    op.n = 7
    print(method(2), Op.scale(op, 3), Op.shift(Twice(1), 1))
    choice = None
    for f in functions:
        if f(1) < 0:
            choice = f
    if choice is not None:
        print(choice(9))


if __name__ == "__main__":
    main()
