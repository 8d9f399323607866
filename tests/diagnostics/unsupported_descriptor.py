"""Descriptors of the program's own classes, read and stored; an instance without `__get__` is an ordinary value."""


class Twice:
    def __get__(self, instance, owner):
        return instance.n * 2


class Checked:
    def __set__(self, instance, value):
        instance.n = value


class Plain:
    def __init__(self):
        self.n = 5


class A:
    twice = Twice()
    checked = Checked()
    plain = Plain()

    def __init__(self, n):
        self.n = n


def main():
    a = A(4)
    print(a.twice)  # error: unsupported "descriptor `twice` of class `A`"
    a.checked = 3  # error: unsupported "descriptor `checked` of class `A`"
    print(a.n, a.plain.n)


if __name__ == "__main__":
    main()
