"""Classes made and changed at import: by functions, type(), loops and class decorators."""


def make_class(name, legs):
    class Animal:
        def __init__(self, sound):
            self.sound = sound

        def describe(self):
            return f"{name} with {legs} legs says {self.sound}"

    Animal.__name__ = name
    return Animal


Dog = make_class("Dog", 4)
Bird = make_class("Bird", 2)


class Base:
    tag = "base"

    def who(self):
        return self.tag


Made = type("Made", (Base,), {"tag": "made", "extra": lambda self, n: n * 3})

classes = []


def listed(cls):
    cls.number = len(classes)
    classes.append(cls)
    return cls


@listed
class First(Base):
    tag = "first"


@listed
class Second(Base):
    def who(self):
        return "second of " + super().who()


for _name in ["alpha", "beta"]:

    def _method(self, _suffix="-" + _name):
        return self.tag + _suffix

    setattr(Base, "get_" + _name, _method)


def main():
    print(Dog("wuff").describe(), "|", Bird("tweet").describe(), "|", Dog.__name__, Dog is Bird)
    made = Made()
    print(made.who(), made.extra(5), isinstance(made, Base), Made.__name__)
    for cls in classes:
        item = cls()
        print(cls.number, item.who(), item.number, item.get_alpha(), item.get_beta())


if __name__ == "__main__":
    main()
