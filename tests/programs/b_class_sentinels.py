"""Objects made at import that stand for "not given": what is compared with them is known per call."""
from dataclasses import dataclass, field

MISSING = object()
UNSET = object()


class Undefined:
    def __repr__(self):
        return "undefined"


UNDEFINED = Undefined()


@dataclass
class Basket:
    owner: str
    items: list = field(default_factory=list)
    prices: dict = field(default_factory=dict)

    def put(self, item, price):
        self.items.append(item)
        self.prices[item] = price


@dataclass
class Named:
    names: list = field(default_factory=lambda: ["nobody"])


def lookup(table, key, default=MISSING):
    if key in table:
        return table[key]
    if default is MISSING:
        raise KeyError(key)
    return default


def clamp(value, low=UNSET, high=UNSET):
    if low is not UNSET and value < low:
        return low
    if high is not UNSET and value > high:
        return high
    return value


def describe(value=UNDEFINED):
    return "nothing" if value is UNDEFINED else f"{value!r}"


def same(a, b):
    return a is b


def which(marker):
    if marker is MISSING:
        return "missing"
    return "unset" if marker is UNSET else "neither"


def main():
    ages = {"ann": 31, "bob": 25}
    print(lookup(ages, "ann"), lookup(ages, "carl", 40))
    try:
        lookup(ages, "dora")
    except KeyError as error:
        print("no", error)
    words = {"a": "alpha"}
    print(lookup(words, "a"), lookup(words, "b", "beta"))
    print(clamp(5), clamp(5, 7), clamp(5, high=3), clamp(5, 1, 9), clamp(2.5, low=3.5))
    print(describe(), describe(3), describe("x"), describe([1]), describe(None))
    print(same(MISSING, MISSING), same(MISSING, UNSET), same(UNDEFINED, Undefined()), UNDEFINED)
    for marker in [MISSING, UNSET, object()]:
        print(which(marker), marker is None)

    first, second = Basket("eve"), Basket("fay", ["egg"])
    first.put("tea", 3)
    second.put("ham", 5)
    print(first, second)
    print(first == Basket("eve", ["tea"], {"tea": 3}), first.items is second.items)
    named = Named()
    named.names.append("somebody")
    print(named, Named(), Named(["x"]))


if __name__ == "__main__":
    main()
