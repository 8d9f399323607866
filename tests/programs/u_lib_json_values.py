"""json.loads and json.load: what a text says, which shows at run time only."""

import io
import json


def kinds(pairs):
    for k, x in pairs.items():
        if isinstance(x, bool):
            print(k, "bool", x)
        elif isinstance(x, int):
            print(k, "int", x + 1)
        elif isinstance(x, float):
            print(k, "float", x * 2)
        elif isinstance(x, str):
            print(k, "str", x.upper())
        elif isinstance(x, list):
            print(k, "list", len(x), x[0])
        elif isinstance(x, dict):
            print(k, "dict", list(x))
        elif x is None:
            print(k, "null")


def total_price(order):
    total = 0
    for item in order["items"]:
        total += item["price"] * item.get("count", 1)
    return total


def main():
    v = json.load(io.StringIO('{"k": [1, 2]}'))
    print(v, v["k"][-1], v["k"][0:1])
    print(sorted(v["k"], reverse=True), max(v["k"]), sum(v["k"]), len(v), list(v), [x + 1 for x in v["k"]])
    w = json.loads(b'{"s": "abc", "n": 3, "f": 2.5, "l": [1, 2], "t": true}')
    print(f"{w['s']:>5}|{w['n']:03d}|{w['f']:.2f}|{w['l']}|{w['t']}|{w['s']!r}")
    print(w["n"] * w["f"], w["n"] - 1, w["n"] / 2, w["n"] // 2, w["n"] % 2, w["n"] ** 2, -w["n"], 10 - w["n"], 10 / w["f"], abs(w["n"]))
    print(w["n"] > 2, w["n"] == 3, w["s"] < "b", w["f"] >= 2.5, w["n"] < w["f"], w["s"] == "abc", "abc" == w["s"], w["t"] == True)
    print(int(w["n"]), float(w["f"]), str(w["s"]), bool(w["l"]), int(w["f"]), round(w["f"]), range(int(w["n"])), [0] * w["n"])
    for i in range(int(w["n"])):
        print(i, end=" ")
    print("d")
    if isinstance(w["l"], list):
        print("list")
    for k, x in w.items():
        if isinstance(x, bool):
            print(k, "bool", x)
        elif isinstance(x, int):
            print(k, "int", x + 1)
        elif isinstance(x, float):
            print(k, "float", x * 2)
        elif isinstance(x, str):
            print(k, "str", x.upper())
        elif isinstance(x, list):
            print(k, "list", len(x), x[0])
        elif isinstance(x, dict):
            print(k, "dict")
    for bad in ["w['s'] + 1"]:
        try:
            print(w["s"] + 1)
        except TypeError as e:
            print(e)
    try:
        print(w["n"]["x"])
    except TypeError as e:
        print(e)
    try:
        print(w["n"].upper())
    except AttributeError as e:
        print(e)
    try:
        for q in w["n"]:
            pass
    except TypeError as e:
        print(e)
    try:
        print(len(w["n"]))
    except TypeError as e:
        print(e)
    try:
        print(w["l"][10])
    except IndexError as e:
        print(e)
    try:
        print(w["l"]["a"])
    except TypeError as e:
        print(e)
    print("abc" in w["s"], 2 in w["l"], "n" in w, 3 not in w["l"])
    print(w["s"] + "!", "<" + w["s"] + ">", w["s"] * 2, w["l"] + w["l"], w["s"][0], w["s"][::-1], w["s"].split("b"))
    print(", ".join(str(x) for x in w["l"]))
    a, b = w["l"]
    print(a, b)
    print(w.get("q", []), w.get("q", {}), w.get("s", "d"), w.get("q", "d"))
    del w["s"]
    w["m"] = None
    w["l"][0] = 2.5
    print(w, w.pop("n"), w.keys(), list(w.values()))
    counts = {}
    for x in json.loads('["a", "b", "a"]'):
        counts[x] = counts.get(x, 0) + 1
    print(counts)
    print(json.loads("[1, 2]") == json.loads("[1, 2.0]"), json.loads("null") is None, json.loads('"x"'))
    print({"a": 1}["a"] == json.loads("1"))
    kinds(json.loads('{"a": true, "b": 1, "c": 1.5, "d": "x", "e": [0], "f": {"g": 1}, "h": null}'))
    print(total_price(json.loads('{"items": [{"price": 2.5, "count": 4}, {"price": 3}]}')))
    everything = json.loads(' {"a": [], "b": {}, "c": "\\u00e9\\ud834\\udd1e\\n", "d": -0.5e-3, "e": [NaN, Infinity, -Infinity]} ')
    print(everything, json.dumps(everything), json.dumps(everything, indent=1, sort_keys=True, ensure_ascii=False))
    everything["a"].append("new")
    everything["b"]["key"] = 1.5
    everything["f"] = []
    everything["f"].extend([1, 2])
    print(json.dumps(everything))


if __name__ == "__main__":
    main()
