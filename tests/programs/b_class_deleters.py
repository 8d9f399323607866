"""`del` of properties: deleters, those of subclasses, and plain attributes beside them."""


class Cache:
    def __init__(self):
        self._value = 1
        self.plain = 5

    @property
    def value(self):
        return self._value

    @value.setter
    def value(self, new):
        self._value = new

    @value.deleter
    def value(self):
        print("forgets", self._value)
        self._value = 0


class Strict(Cache):
    @Cache.value.deleter
    def value(self):
        raise AttributeError("kept")


def forget(cache):
    try:
        del cache.value
    except AttributeError as error:
        print("AttributeError:", error)
    return cache.value


if __name__ == "__main__":
    cache = Cache()
    cache.value = 7
    del cache.value
    print(cache.value)
    for each in [Cache(), Strict()]:
        print(forget(each))
    delattr(cache, "value")
    del cache.plain
    print(hasattr(cache, "plain"))
