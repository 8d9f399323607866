"""KeyErrors print the key's repr; changing the size while iterating is noticed."""


def grow(d):
    try:
        for key in d:
            d[key + "x"] = 1
    except RuntimeError as error:
        print("RuntimeError:", error)


def shrink(d):
    try:
        for key in d:
            if key == "a":
                del d["b"]
    except RuntimeError as error:
        print("RuntimeError:", error)


def grow_items(d):
    try:
        for key, value in d.items():
            d["q"] = value
    except RuntimeError as error:
        print("RuntimeError:", error)


def swap(d):
    try:
        for key in d:
            d.pop(key)
            d["new " + key] = 0
    except RuntimeError as error:
        print("RuntimeError:", error)


def main():
    names = {"a": 1}
    try:
        print(names["b"])
    except KeyError as error:
        print(error, repr(error), str(error) == "'b'")
    try:
        del names["it's"]
    except KeyError as error:
        print(error)
    numbers = {1: "x"}
    try:
        print(numbers[-5])
    except KeyError as error:
        print("KeyError", error)
    pairs = {(1, "a"): 2}
    try:
        print(pairs[(1, "b")])
    except KeyError as error:
        print("KeyError", error)
    grow({"a": 1})
    shrink({"a": 1, "b": 2})
    grow_items({"a": 1, "b": 2})
    swap({"a": 1})
    d = {"a": 1, "b": 2}
    for key in d:
        d[key] += 10
    for key in list(d):
        del d[key]
    print(d, names)


if __name__ == "__main__":
    main()
