"""An attribute holds one type in all instances of its class."""


class Cell:
    def __init__(self):
        self.value = 0

    def fill(self, text):
        self.value = text  # error: union_mismatch "value"


def main():
    cell = Cell()
    cell.fill("text")
    print(cell.value)


if __name__ == "__main__":
    main()
