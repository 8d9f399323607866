"""Texts that are no JSON, and uses of values that their types do not have."""

import json

BAD = ["", "{", "[1,", "[1 2]", '{"a"', '{"a":', '{"a":1', '{"a":1,}', "{a:1}", '"abc', '"\\x"', '"\\u12"', '"a\nb"', "nul",
       "tru", "1 2", "[1,]", "-", "01", "1.", "1e", "[", '{"a" 1}', "\ufeff1", '"\\', '"\\u', "[1]]", '{"a":1 "b"}', "+1",
       ".5", "--1", "{,}", '{"a":1,,}', '{"a":}', "[,]", '"\\u1234', '"\\ud800\\u12"', '{\n "a": 1,\n "é": ?}']


def attempt(name, action, value):
    try:
        print(name, action(value))
    except (TypeError, AttributeError, KeyError, IndexError, ValueError) as error:
        print(name, type(error).__name__, error)


def main():
    for text in BAD:
        try:
            print(json.loads(text))
        except json.JSONDecodeError as error:
            print(repr(text), error, error.msg, error.pos, error.lineno, error.colno)
    try:
        json.loads(b"[")
    except ValueError as error:
        print(type(error).__name__, error)
    for text in ['"text"', "3", "2.5", "true", "[1]", '{"k": 1}']:
        value = json.loads(text)
        print(text)
        attempt("  [0]", lambda v: v[0], value)
        attempt("  ['k']", lambda v: v["k"], value)
        attempt("  len", lambda v: len(v), value)
        attempt("  iteration", lambda v: [each for each in v], value)
        attempt("  + 1", lambda v: v + 1, value)
        attempt("  1 +", lambda v: 1 + v, value)
        attempt("  + str", lambda v: v + "x", value)
        attempt("  str +", lambda v: "x" + v, value)
        attempt("  - 1", lambda v: v - 1, value)
        attempt("  / 2", lambda v: v / 2, value)
        attempt("  < 2", lambda v: v < 2, value)
        attempt("  < str", lambda v: v < "u", value)
        attempt("  neg", lambda v: -v, value)
        attempt("  upper", lambda v: v.upper(), value)
        attempt("  items", lambda v: list(v.items()), value)
        attempt("  int", lambda v: int(v), value)
        attempt("  float", lambda v: float(v), value)
        attempt("  in", lambda v: "k" in v, value)
        attempt("  hash", lambda v: hash(v) != 0, value)
        attempt("  format", lambda v: f"{v:>6}", value)


if __name__ == "__main__":
    main()
