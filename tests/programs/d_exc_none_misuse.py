"""Using None where an instance, list, text or number is needed raises as in CPython."""


class Node:
    def __init__(self, value):
        self.value = value
        self.next = None

    def double(self):
        return self.value * 2


def find(nodes, value):
    for node in nodes:
        if node.value == value:
            return node
    return None


def maybe_list(flag):
    return [1, 2] if flag else None


def maybe_text(flag):
    if flag:
        return "text"


def maybe_number(flag):
    if flag:
        return 5
    return None


def maybe_function(flag):
    return len if flag else None


def attempt(n, flag):
    nodes = [Node(1), Node(2)]
    node = find(nodes, 2 if flag else 3)
    try:
        if n == 0:
            print(node.value)
        elif n == 1:
            print(node.double())
        elif n == 2:
            node.value = 7
            print(node.value)
        elif n == 3:
            print(maybe_list(flag)[0])
        elif n == 4:
            print(len(maybe_list(flag)))
        elif n == 5:
            for item in maybe_list(flag):
                print(item)
        elif n == 6:
            print(maybe_text(flag).upper())
        elif n == 7:
            print(maybe_number(flag) + 1)
        elif n == 8:
            print(maybe_text(flag) + "!")
        elif n == 9:
            print(maybe_number(flag) < 6)
        elif n == 10:
            a, b = maybe_list(flag)
            print(a, b)
        elif n == 11:
            print("x" in maybe_text(flag))
        elif n == 12:
            print(-maybe_number(flag))
        elif n == 13:
            print(maybe_function(flag)("abc"))
        elif n == 14:
            maybe_list(flag)[0] = 3
            print("stored")
    except AttributeError as error:
        print("AttributeError:", error)
    except TypeError as error:
        print("TypeError:", error)


def main():
    for n in range(15):
        attempt(n, True)
        attempt(n, False)
    print(maybe_number(True) == None, maybe_number(False) == None, maybe_text(False))


if __name__ == "__main__":
    main()
