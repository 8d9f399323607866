"""global and nonlocal choose which variable is stored."""

total = 0
history = ["start"]
limit = 10
name = "module"


def add(n):
    global total
    total += n
    history.append("add %d" % n)
    return total


def shadow():
    total = 1000
    name = "local"
    return total, name


def lower_limit():
    global limit, fresh
    limit -= 3
    fresh = limit * 2


def nested():
    name = "outer"

    def read():
        return name

    def write(new):
        nonlocal name
        name = new

    def deeper():
        def deepest():
            nonlocal name
            name += "+"

        deepest()

    write("changed")
    deeper()
    return read(), name


def both():
    value = 1

    def inner():
        global name
        nonlocal value
        name = "set by inner"
        value += 1

    inner()
    return value


def main():
    print(add(5), add(6), total, history, shadow(), total)
    lower_limit()
    lower_limit()
    print(limit, fresh, nested(), name, both(), name)


if __name__ == "__main__":
    main()
    total = -1
    print(total, add(1))
