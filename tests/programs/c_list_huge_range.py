"""list() of a range that no memory can hold is a MemoryError at once."""


def main():
    for step in (1, 2, -3):
        numbers = range(0, step * 10 ** 13, step)
        print(len(numbers), numbers[-1])
        try:
            print(len(list(numbers)))
        except MemoryError:
            print("too large")
    print(list(range(5, -5, -3)), list(range(0)))


if __name__ == "__main__":
    main()
