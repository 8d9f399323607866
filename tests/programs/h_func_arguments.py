"""Default, keyword and positional arguments of functions, methods and constructors."""


def describe(name, size=1, color="red", heavy=False):
    return name + ":" + str(size) + ":" + color + ("!" if heavy else "")


def accumulate(item, items=[]):
    items.append(item)
    return len(items)


def box(width, height=None):
    if height is None:
        height = width
    return width * height


class Window:
    def __init__(self, title, width=80, height=25):
        self.title = title
        self.width = width
        self.height = height

    def resize(self, width=None, height=None):
        if width is not None:
            self.width = width
        if height is not None:
            self.height = height
        return self

    def __str__(self):
        return f"{self.title} {self.width}x{self.height}"


def ordered(first, second, third):
    return first * 100 + second * 10 + third


def tick(tag):
    print("tick", tag, end=" ")
    return tag


base = 10


def late(n, factor=base * 2):
    return n * factor


def main():
    print(describe("a"), describe("b", 2), describe("c", 3, "blue"), describe("d", 4, "green", True))
    print(describe("e", color="black"), describe(size=9, name="f"), describe("g", heavy=True, size=7))
    print(accumulate(1), accumulate(2), accumulate(3, [9]), accumulate(4))
    print(box(3), box(3, 4), box(height=5, width=2))
    print(Window("w"), Window("v", 10), Window("u", height=5), Window(title="t", height=1, width=2))
    print(Window("w").resize(height=3), Window("w").resize(1, 2))
    print(ordered(tick(1), third=tick(2), second=tick(3)))
    print(late(2), late(2, 1))


if __name__ == "__main__":
    main()
