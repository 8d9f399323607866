"""Static and class methods, called through classes, subclasses and instances."""


class Temperature:
    scale = "C"
    made = 0

    def __init__(self, degrees):
        self.degrees = degrees

    @staticmethod
    def convert(fahrenheit):
        return (fahrenheit - 32) * 5 // 9

    @classmethod
    def from_fahrenheit(cls, fahrenheit):
        return cls(cls.convert(fahrenheit))

    @classmethod
    def label(cls):
        return cls.scale + "/" + cls.__name__

    @classmethod
    def count(cls):
        cls.made += 1
        return cls.made

    def show(self):
        return str(self.degrees) + self.label()


class Shifted(Temperature):
    scale = "S"

    @staticmethod
    def convert(fahrenheit):
        return Temperature.convert(fahrenheit) + 1000


def main():
    print(Temperature.convert(212), Shifted.convert(212), Temperature(0).convert(32))
    a = Temperature.from_fahrenheit(50)
    b = Shifted.from_fahrenheit(50)
    print(a.show(), b.show(), type(b).__name__, isinstance(b, Shifted))
    print(Temperature.label(), Shifted.label(), b.label())
    print(Temperature.count(), Temperature.count(), Temperature.made)


if __name__ == "__main__":
    main()
