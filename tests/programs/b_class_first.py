"""One class, one method, one instance."""


class Counter:
    def __init__(self):
        self.value = 0

    def add(self, n):
        self.value = self.value + n


def main():
    counter = Counter()
    counter.add(3)
    counter.add(4)
    print(counter.value)


if __name__ == "__main__":
    main()
