"""__setattr__ and __getattr__, which know the name of the attribute."""

class Logged:
    def __init__(self, n):
        self.n = n
        self.m = n * 2
    def __setattr__(self, name, value):
        print("set", name, value)
        object.__setattr__(self, name, value)
class Only:
    __slots__ = ("a", "b")
    def __init__(self):
        object.__setattr__(self, "a", 1)
        object.__setattr__(self, "b", "x")
    def __setattr__(self, name, value):
        if name in ("a", "b"):
            raise AttributeError(f"{name} is read only")
        super().__setattr__(name, value)
class Proxy:
    def __init__(self, target): self._target = target
    def __getattr__(self, name): return getattr(self._target, name)
class T:
    def __init__(self): self.x = 3; self.y = "why"
    def hello(self, n): return "hello" * n
class Defaults:
    def __init__(self): self.known = 1
    def __getattr__(self, name):
        if name.startswith("is_"): return False
        raise AttributeError(name)
def main():
    l = Logged(3); l.n = 5; l.n += 1; print(l.n, l.m)
    o = Only()
    print(o.a, o.b)
    try: o.a = 4
    except AttributeError as e: print(e)
    p = Proxy(T())
    print(p.x, p.y, p.hello(2))
    d = Defaults()
    print(d.known, d.is_new)
    try: print(d.foo)
    except AttributeError as e: print("no", e)
if __name__ == "__main__":
    main()
