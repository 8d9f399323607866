"""Frames of list, dict and nested comprehensions, of generator expressions, and of the calls that read them."""


class Broken(Exception):
    pass


def check(n):
    try:
        if n > 2:
            raise Broken("at " + str(n))
        return n
    finally:
        print("leaving", n)


def work(items):
    return [check(i) for i in items]


def table(items):
    return {i: check(i) for i in items}


def nested(items):
    return [[check(j) for j in range(i)] for i in items]


def total(items):
    return sum(check(i) for i in items)


def anyone(items):
    return any(check(i) > 5 for i in items)


def main():
    for which in range(5):
        try:
            if which == 0:
                work([1, 2, 3])
            elif which == 1:
                table([1, 2, 3])
            elif which == 2:
                nested([1, 3, 5])
            elif which == 3:
                total([1, 3])
            else:
                anyone([1, 3])
        except Broken as e:
            print(e)
    nested([
        1,
        2,
        5])


if __name__ == "__main__":
    main()
