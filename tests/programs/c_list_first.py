"""A list of ints is built by append and summed by a loop."""


def main():
    items = []
    for i in range(5):
        items.append(i * i)
    total = 0
    for item in items:
        total += item
    print(total, len(items), items[2])


if __name__ == "__main__":
    main()
