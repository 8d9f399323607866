"""What every operation says when its operand is None at run time, at the place where it happens."""


class Node:
    def __init__(self, value):
        self.value = value

    def show(self):
        return "node " + str(self.value)


def find(items, wanted):
    for item in items:
        if item == wanted:
            return item
    return None


def node_for(n):
    return Node(n) if n > 1 else None


def list_for(n):
    return [n, n + 1] if n > 1 else None


def dict_for(n):
    return {"n": n} if n > 1 else None


def text_for(n):
    return "text" if n > 1 else None


def attempt(what, n):
    if what == "attribute":
        return node_for(n).value
    if what == "method":
        return len(node_for(n).show())
    if what == "store":
        node_for(n).value = 3
        return 3
    if what == "index":
        return list_for(n)[0]
    if what == "item store":
        list_for(n)[1] = 7
        return 7
    if what == "key":
        return dict_for(n)["n"]
    if what == "len":
        return len(list_for(n))
    if what == "in":
        return int(2 in list_for(n))
    if what == "for":
        return sum([item for item in list_for(n)])
    if what == "unpack":
        a, b = list_for(n)
        return a + b
    if what == "slice":
        return len(list_for(n)[1:])
    if what == "upper":
        return len(text_for(n).upper())
    if what == "concatenate":
        return len(text_for(n) + "!")
    if what == "del":
        items = list_for(n)
        del items[0]
        return len(items)
    if what == "append":
        list_for(n).append(1)
        return 1
    return 0


def main():
    for what in ["attribute", "method", "store", "index", "item store", "key", "len", "in", "for", "unpack", "slice",
                 "upper", "concatenate", "del", "append", "nothing"]:
        for n in (2, 1):
            try:
                print(what, n, attempt(what, n))
            except (AttributeError, TypeError) as error:
                print(what, n, type(error).__name__, error)
    print(find([1, 2], 2), find([1, 2], 3), find(["a"], "b"))


if __name__ == "__main__":
    main()
