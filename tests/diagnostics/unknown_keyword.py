"""Keyword arguments that nothing takes."""


class Window:
    def __init__(self, title, width=80):
        self.title = title
        self.width = width


def show(text, times=1):
    return text * times


def main():
    print(show("a", time=2))  # error: unknown_keyword "time"
    print(show(txet="a"))  # error: unknown_keyword "txet"
    window = Window("w", height=3)  # error: unknown_keyword "height"
    print("a", end="", seperator=" ")  # error: unknown_keyword "seperator"
    print(sorted([2, 1], reversed=True))  # error: unknown_keyword "reversed"
    print(window is None)


if __name__ == "__main__":
    main()
