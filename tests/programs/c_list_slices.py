"""Slices of lists as source, with all signs of start, stop and step."""


def show(items, start, stop, step):
    print(start, stop, step, items[start:stop:step])


def main():
    items = list(range(6))
    for start in [-8, -3, 0, 2, 7]:
        for stop in [-8, -2, 0, 4, 9]:
            print(start, stop, items[start:stop], items[start:], items[:stop])
    for step in [1, 2, -1, -2, 10, -10]:
        show(items, 1, 5, step)
        show(items, 5, 1, step)
        show(items, -1, -7, step)
        show(items, 100, -100, step)
    print(items[::], items[::-1], items[::3], items[4::-2], items[:2:-1])
    copy = items[:]
    copy[0] = 77
    print(items[0], copy[0], items[None:2], items[3:None])
    words = "the quick brown fox".split()
    print(words[1:3], words[-2:], words[::-1])
    print([][1:], [1][5:], items[2:2])


if __name__ == "__main__":
    main()
