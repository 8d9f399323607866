"""Lists, dicts and instances made at import are changed while the program runs."""


class Account:
    count = 0

    def __init__(self, owner, balance):
        self.owner = owner
        self.balance = balance
        self.friends = []
        Account.count += 1

    def __repr__(self):
        return f"{self.owner}={self.balance}"


ANN = Account("ann", 100)
BOB = Account("bob", 50)
ANN.friends.append(BOB)
BOB.friends.append(ANN)
ACCOUNTS = [ANN, BOB]
BY_NAME = {account.owner: account for account in ACCOUNTS}
BY_ACCOUNT = {ANN: "first", BOB: "second"}
LOG = []
GRID = [[0] * 3 for _ in range(2)]
SHARED = [GRID[0], GRID[0]]
NOBODY = None
CURRENT = ANN


def pay(source, target, amount):
    source.balance -= amount
    target.balance += amount
    LOG.append((source.owner, target.owner, amount))


def switch():
    global CURRENT, NOBODY
    CURRENT = CURRENT.friends[0]
    NOBODY = Account("nobody", 0)
    ACCOUNTS.append(NOBODY)


def main():
    pay(ANN, BOB, 30)
    pay(BY_NAME["bob"], BY_NAME["ann"], 5)
    print(ACCOUNTS, LOG, ANN.friends[0] is BOB, BOB.friends[0].friends)
    print(Account.count, CURRENT, NOBODY is None)
    switch()
    print(Account.count, CURRENT, NOBODY, ACCOUNTS, BY_ACCOUNT[CURRENT], BY_ACCOUNT[ANN])
    BY_NAME["cy"] = Account("cy", 7)
    del BY_NAME["ann"]
    print(BY_NAME, len(BY_NAME), "ann" in BY_NAME)
    SHARED[1][2] = 9
    GRID.append([1])
    print(GRID, SHARED, SHARED[0] is GRID[0])
    LOG.clear()
    print(LOG)


if __name__ == "__main__":
    main()
