"""Methods without self: told at the calls, not once more in the bodies."""


class Counter:
    def __init__(self):
        self.count = 0

    def increment():  # note: "a method's first parameter"
        self.count += 1

    def add(amount):  # note: "a method's first parameter"
        self.count += amount

    def show(self):
        print(self.count)


def main():
    counter = Counter()
    counter.increment()  # error: argument_count "takes 0 arguments but 1 is given"
    counter.add(2)  # error: argument_count "takes 1 argument but 2 are given"
    counter.show()


if __name__ == "__main__":
    main()
