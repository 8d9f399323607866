"""Lists and dicts as keys of dicts, directly and inside tuples."""


def main():
    d = {[1, 2]: "list"}  # error: unhashable
    e = {}
    e[{"a": 1}] = 2  # error: unhashable
    f = {(1, [2]): 3}  # error: unhashable
    g = {k: 1 for k in [[1], [2]]}  # error: unhashable
    print(len(d), len(e), len(f), len(g))


if __name__ == "__main__":
    main()
