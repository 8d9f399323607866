"""A tuple with items of several types is indexed by a variable."""


def main():
    t = (1, "one", 2.5)
    for i in range(3):
        print(t[i])  # error: dynamic_tuple_index
    same = (10, 20, 30)
    for i in range(3):
        print(same[i])


if __name__ == "__main__":
    main()
