"""What a mistake gives flows back to where it was made; it is told all the same."""


class Node:
    def __init__(self, value, successor=None):
        self.value = value
        self.successor = successor


class Account:
    def __init__(self):
        self.balance = 0

    def deposit(self, amount):
        self.balance += amount  # error: bad_operand "`int` and `str`"
        self.deposits += 1  # error: unknown_attribute "deposits"


def length(node):
    count = 0
    while node:
        count += 1
        node = node.succesor  # error: unknown_attribute  # note: "did you mean `successor`?"
    return count


def total(lines):
    result = 0
    for line in lines:
        result += line  # error: bad_operand "`int` and `str`"
    return result


def main():
    print(length(Node(1, Node(2))))
    print(total(["1", "2"]))
    account = Account()
    account.deposit("5")
    print(account.balance)


if __name__ == "__main__":
    main()
