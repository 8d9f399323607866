"""An iterator that came to its end stays there; next() with a default; numbers' methods."""


def main():
    items = [1, 2]
    iterator = iter(items)
    for x in iterator:
        print(x, end=" ")
    items.append(3)
    print(list(iterator), next(iterator, -1))
    print(next(iter(items), None), next(iter([]), "none"), next(iter("xy"), "-"), next(zip(items, "ab"), None))
    numbered = enumerate(items)
    print(next(numbered), next(numbered, None))
    print((5).bit_length(), (2.0).is_integer(), items[0].bit_length(), (0.5).is_integer())
    print(max([], key=abs, default=7), min(["bb", "a"], key=len, default=""), sum([[1], [2]], []), sum([]))


if __name__ == "__main__":
    main()
