"""with calls __enter__ and __exit__; a true result of __exit__ swallows the exception."""


class Section:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        print("enter", self.name)
        return self

    def __exit__(self, kind, value, trace):
        print("exit", self.name, kind is None, value)


class Suppress:
    def __init__(self, allowed):
        self.allowed = allowed
        self.count = 0

    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        if isinstance(value, ValueError):
            self.count += 1
            return self.allowed
        return False


def early(name):
    with Section(name) as section:
        return section.name + " result"


def assigned():
    with Section("assigned"):
        result = 5
    return result


def looped():
    for i in range(3):
        with Section("loop"):
            if i == 0:
                continue
            if i == 1:
                break
    return i


def main():
    with Section("plain"):
        print("inside")
    print(early("early"), assigned(), looped())
    with Section("a"), Section("b") as b:
        print("both", b.name)
    suppress = Suppress(True)
    with suppress:
        raise ValueError("hidden")
    print("count", suppress.count)
    try:
        with Suppress(False), Section("s"):
            raise ValueError("shown")
    except ValueError as error:
        print("caught", error)
    try:
        with suppress:
            raise KeyError("k")
    except KeyError as error:
        print("caught", error, suppress.count)


if __name__ == "__main__":
    main()
