"""An attribute and a method that only one of the joined classes has."""


class Animal:
    pass


class Dog(Animal):
    def __init__(self):
        self.tail = 1

    def fetch(self):
        return "stick"


class Fish(Animal):
    def __init__(self):
        self.fins = 4


def tail(animal):
    return animal.tail  # error: attribute_in_some_classes "tail"


def fetch(animal):
    return animal.fetch()  # error: attribute_in_some_classes "fetch"


def main():
    for animal in [Dog(), Fish()]:
        print(tail(animal))
        print(fetch(animal))


if __name__ == "__main__":
    main()
