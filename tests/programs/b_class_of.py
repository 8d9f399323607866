"""The run-time class of instances: type(x), x.__class__, their names and identity."""


class Animal:
    kind = "animal"

    def name(self):
        return type(self).__name__ + "/" + self.__class__.__name__

    def make(self):
        return type(self)()


class Dog(Animal):
    kind = "dog"


class Puppy(Dog):
    kind = "puppy"


def make():
    class Inner:
        pass
    return Inner


Inner = make()


class Late(Inner):
    pass


class Trouble(LookupError):
    pass


class MoreTrouble(Trouble, ValueError):
    pass


def trouble(n):
    if n == 0:
        return [1][n + 5]
    if n == 1:
        return {"a": 1}["b"]
    if n == 2:
        return 1 // (n - 2)
    if n == 3:
        return int("three")
    if n == 4:
        raise NotImplementedError("later")
    if n == 5:
        raise Trouble("five")
    if n == 6:
        raise MoreTrouble("six")
    if n == 7:
        open("/nowhere/at/all")
    if n == 8:
        raise Exception("plain")
    if n == 9:
        raise UnicodeError("nine")
    return 99


def names(n):
    try:
        return str(trouble(n))
    except LookupError as error:
        return "lookup " + type(error).__name__
    except ArithmeticError as error:
        return "arithmetic " + error.__class__.__name__ + " " + type(error).__qualname__
    except Exception as error:
        return f"other {type(error).__name__} {type(error)}"


def same(n):
    try:
        trouble(n)
    except Exception as error:
        if type(error) is Trouble:
            return "trouble"
        if type(error) == KeyError:
            return "key"
        if type(error) is LookupError:
            return "look"
        if type(error) is IndexError:
            return "index"
        return "else"
    return "none"


def main():
    for animal in [Animal(), Dog(), Puppy()]:
        print(animal.name(), type(animal).kind, animal.make().kind, type(animal) is Dog)
    for value in [Inner(), Late()]:
        print(type(value), type(value).__qualname__, type(value).__name__)
    print(type(Inner()).__qualname__, type(Inner()).__module__)
    colours = {Animal: "grey", Dog: "brown"}
    print([colours[type(animal)] for animal in [Dog(), Animal()]])
    for n in range(11):
        print(n, names(n), same(n))


if __name__ == "__main__":
    main()
