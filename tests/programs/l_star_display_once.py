"""What stands before a star in a display is evaluated once, and in its turn."""


def loud(x):
    print("loud", x)
    return x


def pair(p):
    match (loud(0), *(p,)):
        case [1, n]:
            return n
        case [first, _]:
            return first


def main():
    xs = [1, 2]
    print((loud(1), loud(2), *xs, loud(3)))
    print((*xs, loud(4), *(loud(5), loud(6))))
    print([loud(7), *xs, loud(8)], sorted({loud(9), *xs}))
    print({loud(1): loud(2), **{3: loud(4)}, loud(5): loud(6)})
    print(loud(1), *xs, loud(2))
    print(pair(3))
    first, *rest = loud(1), *xs
    print(first, rest)
    for item in loud(0), *xs:
        print(item)


if __name__ == "__main__":
    main()
