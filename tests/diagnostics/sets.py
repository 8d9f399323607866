"""What sets cannot hold, and what cannot be done to them."""


def main():
    rows = [[1], [2]]
    print({row for row in rows})  # error: unhashable "list[int]"
    print({1, "a"})  # error: union_mismatch "set"
    print(len({1} | {"a"}))  # error: union_mismatch "set"
    frozen = frozenset([1])
    frozen.add(2)  # error: unknown_method "add"
    print({1, 2} + {3})  # error: bad_operand "+"
    print({1, 2} | [3])  # error: bad_operand "|"


if __name__ == "__main__":
    main()
