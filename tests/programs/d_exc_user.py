"""User exceptions carry attributes, arguments and their own __str__."""


class BankError(Exception):
    pass


class Overdrawn(BankError):
    def __init__(self, account, missing):
        super().__init__(account, missing)
        self.account = account
        self.missing = missing


class Locked(BankError):
    def __init__(self, account):
        self.account = account

    def __str__(self):
        return "account " + self.account + " is locked"


class Limit(BankError):
    limit = 500

    def __init__(self, amount):
        BankError.__init__(self, "over the limit by %d" % (amount - self.limit))


def withdraw(account, balance, amount):
    if account == "vault":
        raise Locked(account)
    if amount > Limit.limit:
        raise Limit(amount)
    if amount > balance:
        raise Overdrawn(account, amount - balance)
    return balance - amount


def attempt(account, balance, amount):
    try:
        print("left", withdraw(account, balance, amount))
    except Overdrawn as error:
        print(error.account, error.missing, error, repr(error))
    except Locked as error:
        print(error, error.account)
    except BankError as error:
        print(type(error).__name__, error, repr(error), str(error))


def main():
    attempt("ann", 100, 30)
    attempt("ann", 100, 130)
    attempt("vault", 100, 30)
    attempt("bob", 9000, 730)
    errors = [BankError("a"), Overdrawn("x", 1), Locked("y"), BankError(), BankError("a", 2)]
    for error in errors:
        print(str(error), isinstance(error, Locked))
    try:
        raise BankError
    except BankError as error:
        print(repr(error), repr(str(error)))


if __name__ == "__main__":
    main()
