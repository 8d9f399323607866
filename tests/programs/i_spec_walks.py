"""Functions that walk over nested values: a copy for each type that they meet on the way."""


def depth(value):
    if isinstance(value, list):
        return 1 + max([depth(item) for item in value], default=0)
    if isinstance(value, dict):
        return 1 + max((depth(item) for item in value.values()), default=0)
    return 0


def shown(value):
    if isinstance(value, dict):
        parts = []
        for key, item in value.items():
            parts.append(key + "=" + shown(item))
        return "{" + " ".join(parts) + "}"
    if isinstance(value, list):
        return "[" + " ".join(shown(item) for item in value) + "]"
    if isinstance(value, tuple):
        return "(" + " ".join(of_tuple(value)) + ")"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if value is None:
        return "-"
    if isinstance(value, float):
        return f"{value:.2f}"
    return str(value)


def of_tuple(values):
    if not values:
        return []
    return [shown(values[0])] + of_tuple(values[1:])


def leaves(value):
    """In two functions that call each other."""
    if isinstance(value, list):
        return sum_of(value)
    return 1


def sum_of(values):
    total = 0
    for value in values:
        total += leaves(value)
    return total


class Tree:
    def __init__(self, label, children):
        self.label = label
        self.children = children


def size(value):
    if isinstance(value, Tree):
        return 1 + size(value.children)
    if isinstance(value, list):
        return sum(size(item) for item in value)
    return len(value)


def main():
    print(depth(1), depth([]), depth([1, 2]), depth([[1], []]), depth({"a": [[2.5]]}), depth([{"x": {"y": "z"}}]))
    print(shown({"a": [1, 2], "b": []}), shown([[1.5, 2.25]]), shown("text"), shown(None), shown([True, False]))
    print(shown((1, "a", (2.5, None), [3])), shown(()), shown({"t": (1, [2])}), shown([None, 4]))
    print(leaves([[1, 2], [3]]), leaves("x"), leaves([[["a"]]]), leaves([]))
    print(size(Tree("root", [Tree("left", []), Tree("right", [Tree("deep", [])])])), size(["ab", "c"]), size("abc"))


if __name__ == "__main__":
    main()
