"""Local functions and lambdas capture variables, share them and change them."""


def make_counter(start):
    count = start

    def step(by):
        nonlocal count
        count += by
        return count

    return step


def make_account():
    balance = 0
    log = []

    def deposit(amount):
        nonlocal balance
        balance += amount
        log.append(amount)
        return balance

    def report():
        return "%d in %d steps" % (balance, len(log))

    return deposit, report


def adder(n):
    return lambda x: x + n


def compose(f, g):
    return lambda x: f(g(x))


def outer(n):
    def middle():
        def inner():
            nonlocal n
            n *= 2
            return n

        inner()
        return inner()

    return middle() + n


def seen_later():
    def show():
        return value

    value = 1
    first = show()
    value = 2
    return first, show()


def local_recursion(n):
    def factorial(k):
        return 1 if k <= 1 else k * factorial(k - 1)

    return [factorial(i) for i in range(n)]


def main():
    a = make_counter(10)
    b = make_counter(100)
    print(a(1), a(2), b(5), a(0), b(-1))
    deposit, report = make_account()
    deposit(50)
    deposit(-20)
    print(report(), deposit(1), report())
    print(adder(3)(4), compose(adder(1), adder(10))(100), compose(a, b)(1))
    print(outer(3), seen_later(), local_recursion(8))
    functions = []
    for i in range(3):
        functions.append(adder(i))
    print([f(1) for f in functions], (lambda x, y=2: x * y)(4), (lambda: "none")())


if __name__ == "__main__":
    main()
