"""f(*values) where the number of values shows at run time and f has a `*` parameter itself."""


def total(*numbers):
    return sum(numbers)


def show(first, second=0, *others, sep=" "):
    return sep.join([str(first), str(second), *[str(each) for each in others]]) + f" ({len(others)})"


def joined(*parts, sep=","):
    return sep.join(parts)


def passed(*args):
    return show(*args)


def fails(a, b, *rest):
    raise ValueError(f"{a} {b} {rest}")


def attempt(call):
    try:
        print(call())
    except TypeError as error:
        print("TypeError:", error)


if __name__ == "__main__":
    numbers = [1, 2, 3]
    print(total(*numbers), total(*range(10)), total(10, 20, *numbers), total(*[n for n in numbers if n > 5]))
    print(show(*numbers), show(0, *numbers, sep="-"), show(7, 8, 9, *numbers), show(*numbers[:1]))
    print(joined(*["a", "b"], sep="+"), joined(*"xyz"), joined("w", *{"k": 1}))
    print(passed(1, 2.5), passed("a", "b", "c"), show(*(1, "x", 2.5)))
    for count in range(3):
        attempt(lambda: show(*numbers[:count]))
    attempt(lambda: fails(*numbers[:1]))
    fails(*numbers)
