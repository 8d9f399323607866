"""Texts are joined and measured."""


def greet(name):
    return "hello, " + name + "!"


if __name__ == "__main__":
    text = greet("world")
    print(text)
    print(len(text))
