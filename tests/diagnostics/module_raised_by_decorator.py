"""A decorator that raises while the module is imported."""

# test: python

registry = {}


def register(name):
    def decorate(function):
        if name in registry:
            raise KeyError("registered twice: " + name)
        registry[name] = function
        return function

    return decorate


@register("a")
def first():
    return 1


@register("a")  # error: module_raised
def second():
    return 2


def main():
    print(registry["a"]())
