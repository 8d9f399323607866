"""A mixin is no common type: the layouts of the classes that it is mixed into begin with other bases."""


class Visible:
    def show(self):
        return "<" + self.name + ">"


class Animal:
    def __init__(self, name):
        self.name = name


class Stone:
    def __init__(self, weight):
        self.weight = weight
        self.name = "stone"


class Dog(Animal, Visible):
    pass


class Gem(Stone, Visible):
    pass


def main():
    items = []
    items.append(Dog("Rex"))
    items.append(Gem(5))  # error: union_mismatch "holds `Gem` here and `Dog`"
    for item in items:
        print(item.show())


if __name__ == "__main__":
    main()
