"""A local function captures one variable."""


def make_adder(n):
    def add(x):
        return x + n

    return add


if __name__ == "__main__":
    add_five = make_adder(5)
    print(add_five(10), make_adder(1)(2))
