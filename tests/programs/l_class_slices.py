"""A class's own methods for items get slices as values; slices stored, compared, and given to built-in sequences."""


class Row:
    def __init__(self, items):
        self.items = items

    def __len__(self):
        return len(self.items)

    def __getitem__(self, index):
        if isinstance(index, slice):
            return Row(self.items[index])
        if not 0 <= index < len(self.items):
            raise IndexError("row index out of range")
        return self.items[index]

    def __setitem__(self, index, value):
        if isinstance(index, slice):
            self.items[index] = [value] * len(range(*index.indices(len(self.items))))
        else:
            self.items[index] = value

    def __delitem__(self, index):
        del self.items[index]

    def __repr__(self):
        return f"Row({self.items!r})"


class Window:
    """Only slices."""

    def __getitem__(self, bounds):
        return bounds.start, bounds.stop, bounds.step


EVERY_OTHER = slice(None, None, 2)


def main():
    row = Row([1, 2, 3, 4, 5, 6])
    print(row[1], row[-0], row[1:3], row[::-1], row[:2][1], len(row[4:]))
    row[1:5:2] = 9
    row[0] = 7
    print(row)
    del row[1:3]
    del row[0]
    print(row)
    try:
        print(row[10])
    except IndexError as error:
        print(error)
    print(Window()[1:2], Window()[:5], Window()[::3], Window()[2:None:-1])
    s = slice(1, 4)
    print(s, s.start, s.stop, s.step, s == slice(1, 4, None), slice(5), s == EVERY_OTHER)
    print([10, 20, 30, 40, 50][s], "abcdef"[s], b"abcdef"[s], range(10)[s], (1, 2, 3, 4, 5)[EVERY_OTHER])
    for length in (0, 3, 10):
        print(s.indices(length), slice(-2, None).indices(length), slice(None, None, -1).indices(length), slice(8, -9, -3).indices(length))
    xs = list(range(8))
    xs[s] = [0]
    print(xs)
    del xs[EVERY_OTHER]
    print(xs)
    for part in (slice(0, 2), slice(2, None), slice(None, None, -1)):
        print("parted"[part], [1, 2, 3, 4][part])
    try:
        print("abc"[slice(None, None, 0)])
    except ValueError as error:
        print(error)


if __name__ == "__main__":
    main()
