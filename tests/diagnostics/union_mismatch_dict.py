"""Keys and values of a dict have one type each."""


def values():
    return {"a": 1, "b": "two"}  # error: union_mismatch


def keys():
    return {1: "a", "b": "c"}  # error: union_mismatch


def stored():
    d = {}
    d["n"] = 1
    d["t"] = "text"  # error: union_mismatch
    return d


def main():
    print(len(values()), len(keys()), len(stored()))


if __name__ == "__main__":
    main()
