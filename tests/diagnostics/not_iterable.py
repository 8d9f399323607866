"""Loops, comprehensions, unpacking and functions over what has no items."""


class Box:
    def __init__(self):
        self.items = [1]


def main():
    n = len("abc")
    for i in n:  # error: not_iterable
        print(i)
    print([x for x in n])  # error: not_iterable
    for item in Box():  # error: not_iterable
        print(item)
    a, b = n  # error: not_iterable
    print(list(n))  # error: not_iterable
    print(sum(1.5))  # error: not_iterable
    for i, x in enumerate(n):  # error: not_iterable
        print(i)
    print(1 in n)  # error: not_iterable


if __name__ == "__main__":
    main()
