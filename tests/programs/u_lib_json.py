"""json.dumps and json.dump: what a program has, of any type, as JSON."""

import io
import json
from collections import OrderedDict, defaultdict, namedtuple
from dataclasses import dataclass
from enum import IntEnum

P = namedtuple("P", "x y")

class Color(IntEnum):
    RED = 1

@dataclass
class D:
    a: int
    b: str

def enc(o):
    if isinstance(o, D):
        return {"a": str(o.a), "b": o.b}
    raise TypeError(f"no {o!r}")

def main():
    print(json.dumps(P(1, "s")), json.dumps([Color.RED, Color.RED]))
    print(json.dumps({1: 2, 3: 4}), json.dumps({1.5: 2}), json.dumps({True: 1}), json.dumps({None: 1}))
    print(json.dumps([D(1, "x"), D(2, "y")], default=enc))
    print(json.dumps({"b": 1, "a": 2}, sort_keys=True))
    print(json.dumps([1.0, 1e100, 1e-7, float("inf"), float("nan")]))
    try:
        json.dumps([float("inf")], allow_nan=False)
    except ValueError as e:
        print(e)
    print(json.dumps([1, 2], indent="\t"), json.dumps([[1, 2], []], indent=0), json.dumps({}, indent=3))
    print(json.dumps([1, 2], separators=(",", ":")), json.dumps({"a": 1}, separators=(",", ":"), indent=1))
    print(json.dumps("h\u00e9\x7f\x00\u2028\"\\/", ensure_ascii=False), json.dumps("h\u00e9\x7f\x00\u2028\"\\/"))
    try:
        print(json.dumps({1, 2}))
    except TypeError as e:
        print(e)
    try:
        print(json.dumps({(1, 2): 3}))
    except TypeError as e:
        print(e)
    print(json.dumps({(1, 2): 3}, skipkeys=True))
    print(json.dumps(OrderedDict([("z", 1)])), json.dumps([None, None]), json.dumps([1, None]), json.dumps(True))
    a = []
    a.append(a)
    try:
        print(json.dumps(a))
    except ValueError as e:
        print(e)
    d = defaultdict(list)
    d["x"].append(3)
    print(json.dumps(d))
    out = io.StringIO()
    json.dump({"k": [1, 2]}, out, indent=2)
    json.dump("end", out)
    print(out.getvalue())
    print(json.dumps((1, "x", None, 2.5, [1, 2], {"a": None})), json.dumps([(1, "a"), (2, "b")]), json.dumps(()))
    print(json.dumps({"point": P(1, 2), "next": P(3, 4)}, indent=4))
    ds = [D(1, "a"), D(2, "b\u00e9")]
    print(json.dumps({"id": 1, "name": "x", "tags": ["a", 2, None, {"z": 1.5}], "empty": [], "none": {}}))
    print(json.dumps([{"a": d.a, "b": d.b} for d in ds], indent=2, sort_keys=True))
    print(json.dumps({"b": 1, "a": {"y": [1, "2"], "x": (1, "t")}}, sort_keys=True, separators=(",", ":")))
    print(json.dumps([1, [2, [3]]]), json.dumps({"a": {"b": {"c": [True, "d"]}}}))
    print(json.dumps({"all": [{"a": d.a, "b": d.b, "even": d.a % 2 == 0} for d in ds], "count": len(ds)}))


if __name__ == "__main__":
    main()
