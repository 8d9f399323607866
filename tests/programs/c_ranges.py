"""Ranges as values: attributes, indexing, slices, membership, comparison, truth, repr, unpacking; in containers."""

EVENS = range(0, 20, 2)


class Span:
    def __init__(self, low, high):
        self.numbers = range(low, high)

    def halves(self):
        middle = len(self.numbers) // 2
        return self.numbers[:middle], self.numbers[middle:]


def describe(numbers):
    return f"{numbers} {len(numbers)} {bool(numbers)} {numbers.start}:{numbers.stop}:{numbers.step}"


def main():
    for numbers in [EVENS, range(5), range(5, 0), range(9, -9, -4), range(2, 3)]:
        print(describe(numbers))
        if numbers:
            print(numbers[0], numbers[-1], numbers[::-1], list(numbers[1:]))
    print(EVENS == range(0, 19, 2), EVENS != range(0, 20), range(0) == range(3, 3))
    print(4 in EVENS, 5 in EVENS, 40 in EVENS, -2 in EVENS, True in EVENS, 7 not in range(9, -9, -2))
    low, middle, high = range(3, 6)
    print(low, middle, high)
    try:
        a, b = range(3)
        print(a, b)
    except ValueError as error:
        print(error)
    try:
        print(EVENS[10])
    except IndexError as error:
        print(error)
    left, right = Span(3, 10).halves()
    print(left, right, sum(left), max(right), sorted(right, reverse=True))
    print(list(reversed(range(1, 8, 3))), [i for r in (left, right) for i in r])
    try:
        print(range(1, 10, len(left) - 3))
    except ValueError as error:
        print(error)


if __name__ == "__main__":
    main()
