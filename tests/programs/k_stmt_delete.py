"""del of names, list items and slices, dict keys, and several targets at once."""


class Holder:
    def __init__(self):
        self.items = [1, 2, 3, 4]
        self.table = {"a": 1, "b": 2}


def main():
    items = [0, 1, 2, 3, 4, 5, 6]
    del items[0]
    del items[-1], items[0]
    print(items)
    del items[1:3]
    print(items)
    d = {"x": 1, "y": 2, "z": 3}
    del d["y"]
    print(d)
    h = Holder()
    del h.items[1], h.table["a"]
    print(h.items, h.table)
    n = 5
    m = n
    del n
    print(m)
    n = 6
    del (n, m)
    for i in range(3):
        last = i
        del last
    try:
        print(n)
    except UnboundLocalError as error:
        print(error)
    try:
        del d["y"]
    except KeyError as error:
        print("KeyError", error)
    try:
        del h.items[9]
    except IndexError as error:
        print("IndexError", error)
    nested = {"k": [1, 2, 3]}
    del nested["k"][0]
    print(nested, len(items))


if __name__ == "__main__":
    main()
