"""super() reaches the next class for __init__ and for methods."""


class Account:
    def __init__(self, owner, balance=0):
        self.owner = owner
        self.balance = balance

    def deposit(self, amount):
        self.balance += amount
        return self.balance

    def describe(self):
        return self.owner + ": " + str(self.balance)


class Savings(Account):
    def __init__(self, owner, balance, rate):
        super().__init__(owner, balance)
        self.rate = rate

    def describe(self):
        return "savings " + super().describe() + " at " + str(self.rate)


class Bonus(Savings):
    def deposit(self, amount):
        extra = amount // 10
        result = super().deposit(amount + extra)
        print("bonus", extra)
        return result

    def describe(self):
        return "bonus " + super().describe()


class Old(Bonus):
    def describe(self):
        return "old " + super(Bonus, self).describe()


def main():
    accounts = [Account("ann"), Savings("bob", 50, 3), Bonus("cy", 10, 4), Old("di", 1, 1)]
    for account in accounts:
        print(account.deposit(100), account.describe())


if __name__ == "__main__":
    main()
