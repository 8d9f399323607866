"""hasattr and getattr with a default ask `__getattr__` where the object has no such attribute."""


class Proxy:
    def __init__(self):
        self.known = 1

    def __getattr__(self, name):
        if name == "bad":
            raise AttributeError("no " + name)
        return "made_" + name


def main():
    proxy = Proxy()
    print(proxy.known, proxy.other, getattr(proxy, "third"))
    print(hasattr(proxy, "fourth"), hasattr(proxy, "bad"), hasattr(proxy, "known"))
    print(getattr(proxy, "fifth", "default"), getattr(proxy, "bad", "default"))
    try:
        print(proxy.bad)
    except AttributeError as error:
        print(error)


if __name__ == "__main__":
    main()
