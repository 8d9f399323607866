"""Slices of lists as targets, and del of items and slices."""


def replaced(start, stop, new):
    items = [0, 1, 2, 3, 4, 5]
    items[start:stop] = new
    return items


def main():
    print(replaced(1, 3, [10]))
    print(replaced(1, 3, [10, 11, 12, 13]))
    print(replaced(2, 2, [8, 9]))
    print(replaced(0, 6, []))
    print(replaced(4, 1, [7]))
    print(replaced(-2, 100, [7, 7]))
    print(replaced(-100, -4, range(50, 53)))
    items = list(range(10))
    items[::2] = [0] * 5
    print(items)
    items[8:2:-3] = [81, 51]
    print(items)
    items[3:6] = items
    print(items)
    items[:] = [1, 2, 3, 4, 5, 6, 7]
    del items[0]
    del items[-1]
    print(items)
    del items[1:3]
    print(items)
    items.extend(range(20, 30))
    del items[::3]
    print(items)
    del items[-1:-5:-2]
    print(items)
    del items[5:2]
    del items[100:]
    print(items)
    items[1:2] += [5, 5]
    print(items)
    try:
        items[::2] = [1, 2]
    except ValueError as error:
        print(error)
    del items[:]
    print(items)


if __name__ == "__main__":
    main()
