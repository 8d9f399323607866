"""str() and repr() of all kinds of values, nested containers included."""


class Plain:
    def __repr__(self):
        return "Plain<>"


class Both:
    def __str__(self):
        return "as text"

    def __repr__(self):
        return "as repr"


def main():
    print(repr(1), repr(-1.0), repr(True), repr(None), repr("a"), str("a"), repr("'"), repr("\""), repr("'\""))
    print([1, -2], [1.5, 1e100], ["a", "b'c"], [True, False], [None, None], [[1], []], [(1, "x")])
    print((1,), (1, 2.0, "three"), ((), ((),)), ([1],), (None, True))
    print({1: "a"}, {"k": [1, 2]}, {(1, 2): {"x": None}}, {1.5: True}, {})
    print(str([Plain(), Plain()]), str((Both(),)), str({"k": Both()}), str(Both()), [str(Both())])
    print([{"a": (1, [(2, {"b": None})])}], [["x"], ["y", "z"]], str([]) + str(()) + str({}))
    print("%s %s" % ([1.0, 2.5], {"a": "b"}), f"{['q']}{('q',)}{ {'q': 'r'} }", str(range(3)))
    print([0.1 + 0.2, 1e16, 1e-5], ["é", "\n", "\x00", "日"], [ord("a")], [chr(98)])
    nested = [[[1, 2], [3]], [[]]]
    print(nested, len(repr(nested)), repr(nested) == str(nested), repr(repr("x")))
    print(str(12345678901234), repr(-9223372036854775807 - 1), repr(1.0), str(1e300 * 1e10), [float("nan")])
    print(ValueError("v"), repr(ValueError("v")), repr(ValueError()), repr(KeyError("a", 1)), [ValueError("x")])


if __name__ == "__main__":
    main()
