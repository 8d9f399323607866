"""Methods, super, properties, private names, class-level values, bound methods as values."""


class Base:
    kind = "base"
    registry = {}

    def __init__(self, name):
        self.name = name
        self.__secret = len(name)
        Base.registry[name] = self

    def hello(self, greeting="hi"):
        return greeting + " " + self.name

    def secret(self):
        return self.__secret

    @staticmethod
    def helper(x):
        return x + 1

    @classmethod
    def make(cls, name):
        return cls(name)

    @property
    def loud(self):
        return self.name.upper()

    @loud.setter
    def loud(self, value):
        self.name = value.lower()


class Derived(Base):
    kind = "derived"

    def __init__(self, name, extra):
        super().__init__(name)
        self.extra = extra

    def hello(self, greeting="hey"):
        return super().hello(greeting) + "!" + super(Derived, self).hello()

    @classmethod
    def make(cls, name):
        made = super().make
        return cls(name, 0)

    def each(self):
        return [super(Derived, self).hello(x) for x in ["a", "b"]]


class Slots:
    __slots__ = ("a", "b")

    def __init__(self, a):
        self.a = a


prebuilt = Derived("pre", [1, 2])
bound = prebuilt.hello
say = Base.hello


def main():
    d = Derived("dan", 3)
    print(d.hello(), d.secret(), d.helper(1), Derived.helper(2), Base.make("m").name)
    print(d.loud, d.kind, Derived.kind, Base.kind)
    d.loud = "LOW"
    print(d.name, d.each(), Derived.make("q").extra)
    print(bound("yo"), say(d), prebuilt.extra, sorted(Base.registry))
    s = Slots(1)
    s.b = 2
    print(s.a + s.b, type(s) is Slots, isinstance(d, (Base, Slots)), d.__class__.__name__)
    for cls in (Base, Slots):
        print(cls.__name__, isinstance(d, cls))


if __name__ == "__main__":
    main()
