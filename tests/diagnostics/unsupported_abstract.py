"""An abstract class has no instances: CPython raises TypeError."""

from abc import ABC, abstractmethod


class Shape(ABC):
    @abstractmethod
    def area(self):
        pass


class Square(Shape):
    def area(self):
        return 4


def main():
    print(Square().area())
    Shape()  # error: unsupported "an instance of the abstract class `Shape`"


if __name__ == "__main__":
    main()
