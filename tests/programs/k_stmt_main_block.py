"""A long __main__ block: its names are module globals, seen and changed by functions."""


def show():
    print("total is", total, "name is", name)


def reset():
    global total
    total = 0


if __name__ == "__main__":
    total = 5
    name = "block"
    show()
    for i in range(4):
        total += i
        if i == 2:
            name = "looped"
            show()
    squares = [total * n for n in range(3)]
    print(squares, i)
    reset()
    show()
    try:
        value = int("12x")
    except ValueError:
        value = -1
    finally:
        print("value", value)

    def local(n):
        return n + value

    print(local(10))
    while total < 3:
        total += 1
    else:
        show()
