"""Iterators that told their end stay at it, whatever becomes of the dict."""


def step(it):
    try:
        return str(next(it))
    except StopIteration:
        return "end"
    except RuntimeError as e:
        return str(e)


def forwards():
    d = {"a": 1}
    keys = iter(d)
    values = iter(d.values())
    items = iter(d.items())
    for _ in range(2):
        print(step(keys), step(values), step(items))
    d["b"] = 2
    print(step(keys), step(values), step(items))
    for k in keys:
        print("never", k)
    del d["a"]
    del d["b"]
    print(step(keys), list(values), list(items))


def backwards():
    d = {"a": 1, "b": 2}
    keys = reversed(d)
    for _ in range(3):
        print(step(keys))
    d["c"] = 3
    print(step(keys), list(keys))


def last_read_but_end_not_told():
    d = {"a": 1}
    it = iter(d)
    print(step(it))
    d["b"] = 2
    print(step(it))
    del d["b"]
    print(step(it), step(it))


def keys_changed():
    d = {"a": 1}
    it = iter(d)
    print(step(it))
    del d["a"]
    d["b"] = 2
    print(step(it))
    print(step(it))
    d["c"] = 3
    print(step(it))


def main():
    forwards()
    backwards()
    last_read_but_end_not_told()
    keys_changed()


if __name__ == "__main__":
    main()
