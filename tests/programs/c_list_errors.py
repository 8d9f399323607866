"""Wrong uses of lists raise with CPython's messages."""


def read(items, index):
    try:
        print(items[index])
    except IndexError as error:
        print("IndexError:", error)


def store(items, index):
    try:
        items[index] = 0
        print(items)
    except IndexError as error:
        print("IndexError:", error)


def main():
    items = [1, 2, 3]
    for index in [-4, -3, 2, 3, 1000000]:
        read(items, index)
        store(items, index)
    try:
        del items[3]
    except IndexError as error:
        print(error)
    try:
        items.pop(7)
    except IndexError as error:
        print(error)
    items.clear()
    try:
        items.pop()
    except IndexError as error:
        print(error)
    try:
        items.remove(5)
    except ValueError as error:
        print(error)
    try:
        items.index(5)
    except ValueError as error:
        print(error)
    try:
        ["a", "b"].index("c")
    except ValueError as error:
        print(error)
    try:
        items[::2] = [1]
    except ValueError as error:
        print(error)
    try:
        items[::0]
    except ValueError as error:
        print(error)
    try:
        print(min(items))
    except ValueError as error:
        print(error)
    try:
        print(max(items))
    except ValueError as error:
        print(error)


if __name__ == "__main__":
    main()
