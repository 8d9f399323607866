"""Local functions: captured by value and by cell, recursion, defaults, comprehensions, conditional binding."""


def make_stack():
    items = []

    def push(x):
        items.append(x)
        return len(items)

    def pop():
        return items.pop()

    return push, pop


def recursive(n):
    def fact(k):
        return 1 if k < 2 else k * fact(k - 1)

    return fact(n)


def late_binding():
    functions = []
    for i in range(3):
        functions.append(lambda: i)
    early = [lambda i=i: i for i in range(3)]
    return [f() for f in functions], [f() for f in early], [f() for f in [lambda: j for j in range(3)]]


def swap_later(flag):
    if flag:
        value = 1

    def get():
        return value

    try:
        first = get()
    except NameError as error:
        first = type(error).__name__
    value = 2
    return first, get()


def maybe_bound(flag):
    if flag:
        text = "bound"

    def get():
        return text

    try:
        return get()
    except NameError as error:
        return type(error).__name__


def deep():
    x = 1

    def a():
        def b():
            nonlocal x
            x += 1
            return lambda: x * 10

        return b()

    f = a()
    return f(), x


def keyword_only(*, scale=2, offset):
    return scale * 10 + offset


def variadic(first, *rest):
    return first, len(rest), rest


def main():
    push, pop = make_stack()
    push(1)
    print(push(2), pop(), pop())
    print(recursive(6))
    print(late_binding())
    print(swap_later(True), swap_later(False))
    print(maybe_bound(True), maybe_bound(False))
    print(deep())
    print(keyword_only(offset=1), keyword_only(scale=3, offset=2))
    print(variadic(1), variadic(1, 2, 3), variadic(*(4, 5, 6)))
    args = (7, 8)
    print(variadic(*args))


if __name__ == "__main__":
    main()
