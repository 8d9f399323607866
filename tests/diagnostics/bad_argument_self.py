"""Methods read from a built-in type and called with a value of another."""


def main():
    print(dict.copy([1]))  # error: bad_argument "dict.copy"
    print(str.upper(3))  # error: bad_argument "str.upper"
    print(set.union(frozenset({1}), {2}))  # error: bad_argument "set.union"
    print(str.upper("a"), frozenset.union(frozenset({1}), {2}), int.bit_length(True))


if __name__ == "__main__":
    main()
