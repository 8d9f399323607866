"""A misspelled attribute of an instance, read in a method."""


class Account:
    def __init__(self, balance):
        self.balance = balance

    def total(self):
        return self.balence  # error: unknown_attribute "balence"  # note: "did you mean `balance`?"


def main():
    print(Account(3).total())


if __name__ == "__main__":
    main()
