"""dict() and update() of the kinds of dict of the library."""

import json
from collections import ChainMap, Counter, OrderedDict, defaultdict


def main():
    groups = defaultdict(list)
    for word in ["ant", "bee", "ape"]:
        groups[word[0]].append(word)
    plain = dict(groups)
    groups["z"].append("zebra")
    print(plain, len(groups), dict(Counter("abca")), dict(OrderedDict([(2, "b"), (1, "a")])))
    plain.update(groups)
    print(plain, "q" in plain)
    counts = {"a": 10}
    counts.update(Counter("aab"))
    print(counts, dict(ChainMap({"x": 1}, {"x": 2, "y": 3})))
    value = json.loads('{"k": [1, null], "l": "text"}')
    copy = dict(value)
    del value["k"]
    print(copy, value)
    try:
        print(dict(value["l"]))
    except (AttributeError, ValueError) as error:
        print(type(error).__name__)


if __name__ == "__main__":
    main()
