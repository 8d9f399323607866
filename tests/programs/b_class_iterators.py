"""Iterators of the program's own: __iter__ that returns self, another object or a built-in iterator; __next__."""


class Countdown:
    def __init__(self, start):
        self.left = start

    def __iter__(self):
        return self

    def __next__(self):
        if self.left <= 0:
            raise StopIteration
        self.left -= 1
        return self.left + 1


class Slow(Countdown):
    def __next__(self):
        self.left -= 0.5
        return super().__next__()


class Table:
    def __init__(self, rows):
        self.rows = rows

    def __iter__(self):
        return TableIterator(self)


class TableIterator:
    def __init__(self, table):
        self.table = table
        self.row = 0
        self.column = -1

    def __iter__(self):
        return self

    def __next__(self):
        self.column += 1
        while self.row < len(self.table.rows) and self.column >= len(self.table.rows[self.row]):
            self.row += 1
            self.column = 0
        if self.row == len(self.table.rows):
            raise StopIteration
        return self.table.rows[self.row][self.column]


class Words:
    def __init__(self, text):
        self.words = text.split()

    def __iter__(self):
        return iter(self.words)


def main():
    for number in Countdown(3):
        print(number, end=" ")
    print([number * 2 for number in Countdown(4)], sum(Countdown(4)), max(Countdown(2)))
    print(list(Slow(4)))
    table = Table([[1, 2], [], [3], []])
    print([cell for cell in table], list(table), 3 in [cell for cell in table])
    for left, right in zip(table, Words("a b c")):
        print(left, right)
    first = iter(table)
    print(next(first), next(first), next(first))
    print(sorted(Words("one two three")))


if __name__ == "__main__":
    main()
