"""Classes below one that hold other types in what its methods store; operators whose operands may be None."""


class Table:
    def __init__(self):
        self.rows = {}

    def put(self, key, value):
        self.rows[key] = value

    def take(self, key):
        return self.rows[key]

    def __len__(self):
        return len(self.rows)


class Names(Table):
    pass


class Numbers(Table):
    pass


class Money:
    def __init__(self, amount):
        self.amount = amount

    def __add__(self, other):
        if isinstance(other, Money):
            return Money(self.amount + other.amount)
        return self.amount + other

    def __radd__(self, left):
        return left + self.amount

    def __neg__(self):
        return Money(-self.amount)

    def __lt__(self, other):
        return self.amount < other.amount


def found(purse, i):
    return purse[i] if i < len(purse) else None


def main():
    names = Names()
    names.put(1, "one")
    numbers = Numbers()
    numbers.put("one", 1)
    numbers.put("two", 2)
    print(names.take(1).upper(), numbers.take("two") + 1, len(names), len(numbers))

    purse = [Money(1), Money(2.5), None, Money(4)]
    print((found(purse, 0) + found(purse, 1)).amount, found(purse, 0) + 1, (-found(purse, 1)).amount)
    total = 0
    for i in range(2):
        total += found(purse, i)
    print(total, found(purse, 0) < found(purse, 1))
    for i in range(4):
        try:
            total += found(purse, i)
            print(total)
            print((found(purse, 3) + found(purse, i)).amount)
            print((-found(purse, i)).amount)
        except TypeError as error:
            print(error)
    try:
        print(-found(purse, 9))
    except TypeError as error:
        print(error)
    both = Money(1) + Money(2)
    print(both + 1, (both + both).amount)


if __name__ == "__main__":
    main()
