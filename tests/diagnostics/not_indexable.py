"""Indexes and slices of what has no items."""


class Box:
    def __init__(self):
        self.items = [1]


def main():
    n = len("abc")
    print(n[0])  # error: not_indexable
    print(Box()[0])  # error: not_indexable
    print(main[0])  # error: not_indexable
    print((1.5)[1:2])  # error: not_indexable
    Box()[0] = 1  # error: not_indexable
    del n[0]  # error: not_indexable


if __name__ == "__main__":
    main()
