"""isinstance narrows, with one class, a tuple of classes, and after a None test."""


class Expr:
    pass


class Num(Expr):
    def __init__(self, value):
        self.value = value


class Neg(Expr):
    def __init__(self, inner):
        self.inner = inner


class Bin(Expr):
    def __init__(self, op, left, right):
        self.op = op
        self.left = left
        self.right = right


class SafeBin(Bin):
    pass


def evaluate(e):
    if isinstance(e, Num):
        return e.value
    if isinstance(e, Neg):
        return -evaluate(e.inner)
    assert isinstance(e, Bin)
    a = evaluate(e.left)
    b = evaluate(e.right)
    if e.op == "+":
        return a + b
    if e.op == "*":
        return a * b
    if isinstance(e, SafeBin) and b == 0:
        return 0
    return a // b


def depth(e):
    if e is None:
        return 0
    if isinstance(e, (Num, Neg)):
        return 1 if isinstance(e, Num) else 1 + depth(e.inner)
    if not isinstance(e, Bin):
        return -100
    return 1 + max(depth(e.left), depth(e.right))


def main():
    e = Bin("+", Num(2), Bin("*", Neg(Num(3)), Num(7)))
    print(evaluate(e), depth(e), depth(None), depth(Expr()))
    print(evaluate(SafeBin("/", Num(1), Num(0))))
    try:
        print(evaluate(Bin("/", Num(1), Num(0))))
    except ZeroDivisionError:
        print("division")
    print(isinstance(e, Expr), isinstance(e, SafeBin), isinstance(5, int), isinstance(True, int))
    print(isinstance("s", str), isinstance(2.5, (int, str)), isinstance([1], list))
    print(type(e) is Bin, type(e) is Expr, type(e).__name__)


if __name__ == "__main__":
    main()
