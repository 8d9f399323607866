"""Class methods through an instance: those of a subclass, whichever the program names first."""


class Base:
    names = ["x", "y"]

    @classmethod
    def listed(cls):
        for n in cls.names:
            yield n


class Derived(Base):
    names = ["p", "q"]


def main():
    for o in [Base(), Derived()]:
        print(list(o.listed()))
    for o in [Base(), Derived()]:
        print(list(o.listed()))


if __name__ == "__main__":
    main()
