"""Methods are what their class says: run-time code cannot replace them, nor give an instance its own."""


class Greeter:
    fallback = None

    def greet(self):
        return "hello"

    def goodbye(self):
        return self.fallback("bye")  # error: unsupported "from an instance"  # note: "`Greeter.fallback`"


def shout(self):
    return "HELLO"


def polite(text, name="friend"):
    return text + ", " + name


def patch(loud):
    if loud:
        Greeter.greet = shout  # error: unsupported "storing method `greet` of class `Greeter`"
        Greeter.__len__ = shout  # error: unsupported "storing method `__len__`"
        Greeter.fallback = polite  # note: "function `polite` comes from here"


def main():
    greeter = Greeter()
    patch(True)
    print(greeter.greet(), Greeter.fallback("from the class"))
    greeter.greet = lambda: "own"  # error: unsupported "which has a method of that name"
    print(greeter.greet(), greeter.goodbye())


if __name__ == "__main__":
    main()
