"""Hints of checks that are left in loops; what needs no check has no hint."""
# test: args=--hints


class Node:
    def __init__(self, value, following):
        self.value = value
        self.following = following


def chain(count):
    node = None
    for value in range(count):
        node = Node(value, node)
    return node


def last_of(node):
    total = 0
    for _ in range(3):
        total |= node.value  # hint: none_check "`node.value` is checked for None in a loop"
        node = node.following  # hint: none_check "`node.following` is checked"
    return total


def walk(node):
    total = 0
    while node is not None:
        total |= node.value
        node = node.following
    return total


def power(base, exponent):
    if exponent == 0:
        return 1
    return base * power(base, exponent - 1)  # hint: overflow_check "1 more on this line are checked for overflow in a recursive function"


def checked(table, size):
    total = 0
    for i in range(size):
        for j in range(size):
            total += table[i][j]  # hint: index_check "`table[i]` and 1 more on this line are checked against the length in 2 nested loops" # hint: overflow_check "`total += table[i][j]` is"
        total |= i % size  # hint: zero_check "`i % size` is checked for a zero divisor in a loop"
    return total


def unchecked(table):
    total = 0
    for row in table:
        for number in row:
            total = (total + number * 31) & 0xFFFF
            total |= number % 7
    return total + 1


def sometimes(names):
    for name in names:
        if name == "a":
            seen = name
        print(seen)  # hint: unbound_check "`seen` is checked for being unbound in a loop"


def helper(number):
    return number * number  # hint: overflow_check "in a loop, its own or its caller's"


def main():
    print(last_of(chain(5)), walk(chain(5)), power(2, 10))
    print(checked([[1, 2], [3, 4]], 2), unchecked([[1, 2], [3, 4]]))
    sometimes(["a", "b"])
    print([helper(i) for i in range(3)])


if __name__ == "__main__":
    main()
