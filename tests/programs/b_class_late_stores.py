"""Stores to classes and modules through calls, parameters, containers and locals are seen by all who read before."""
from support import state


class Node:
    made = 0
    limit = 3

    def __init__(self):
        self.register(Node)

    def register(self, class_):
        class_.limit = class_.limit + 1


class Registry:
    current = None
    items = 0
    pick = 0


class Config:
    verbose = False
    width = 80


class Options:
    def __init__(self):
        self.target = Config

    @property
    def width(self):
        return self.target.width

    @width.setter
    def width(self, value):
        self.target.width = value

    def apply(self):
        self.target.verbose = True
        self.target.width = self.target.width // 2


def get_registry():
    return Registry


def poke():
    get_registry().items += 1
    setattr(get_registry(), "current", Node())


def set_in_module(text):
    module = state
    module.late = text


def outer(classes):
    def inner(value):
        classes[0].pick = value

    return inner


def run(callback):
    callback()


def show():
    mode = "loud" if Config.verbose else "quiet"
    print(Registry.items, Registry.current is None, Registry.pick, Node.limit, mode, Config.width, state.late)


if __name__ == "__main__":
    show()
    poke()
    show()
    options = Options()
    callbacks = {"apply": options.apply}
    run(callbacks["apply"])
    show()
    options.width = 7
    show()
    outer([Registry])(9)
    show()
    {"text": set_in_module}["text"]("late")
    show()
    for each in (Node, Node):
        each.limit *= 10
    show()
