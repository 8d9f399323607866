"""Equal int, float and bool keys meet in one dict, which keeps the first key."""


def main():
    names = {1: "int", 2.5: "float"}
    names[1.0] = "float one"
    names[True] = "bool one"
    names[0] = "zero"
    names[False] = "bool zero"
    names[-0.0] = "minus zero"
    print(names, names[2.5], 1.0 in names, 2 in names, 0.0 in names)
    names[2 ** 53] = "big"
    print(float(2 ** 53) in names, 2 ** 53 + 1 in names, names[9007199254740992.0])
    del names[1.0]
    print(names, [key + 1 for key in names])


if __name__ == "__main__":
    main()
