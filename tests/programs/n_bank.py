"""A small ledger: classes, dicts, exceptions and formatting together."""


class LedgerError(Exception):
    pass


class NoAccount(LedgerError):
    def __init__(self, name):
        super().__init__("no account " + name)
        self.name = name


class Account:
    def __init__(self, name, opening=0):
        self.name = name
        self.entries = [("opening", opening)]

    def balance(self):
        return sum([amount for _, amount in self.entries])

    def post(self, text, amount):
        if self.balance() + amount < self.floor():
            raise LedgerError(f"{self.name} would fall to {self.balance() + amount}")
        self.entries.append((text, amount))

    def floor(self):
        return 0


class CreditAccount(Account):
    def __init__(self, name, limit):
        super().__init__(name)
        self.limit = limit

    def floor(self):
        return -self.limit


class Ledger:
    def __init__(self):
        self.accounts = {}
        self.failures = []

    def add(self, account):
        self.accounts[account.name] = account
        return self

    def find(self, name):
        account = self.accounts.get(name)
        if account is None:
            raise NoAccount(name)
        return account

    def transfer(self, source, target, amount, text="transfer"):
        payer = self.find(source)
        payee = self.find(target)
        payer.post(text + " to " + target, -amount)
        payee.post(text + " from " + source, amount)

    def run(self, script):
        for line in script.split("\n"):
            words = line.split()
            if not words:
                continue
            try:
                if words[0] == "pay":
                    self.transfer(words[1], words[2], int(words[3]), "payment")
                elif words[0] == "give":
                    self.transfer(words[1], words[2], int(words[3]))
                else:
                    raise LedgerError("what is " + words[0])
            except NoAccount as error:
                self.failures.append("missing " + error.name)
            except (LedgerError, ValueError, IndexError) as error:
                self.failures.append(f"{type(error).__name__}: {error}")

    def report(self):
        for name, account in sorted(self.accounts.items()):
            print(f"{name:<8}{account.balance():>8,}")
            for text, amount in account.entries:
                print(f"    {text:<24}{amount:+6d}")


def main():
    ledger = Ledger().add(Account("ann", 1500)).add(Account("bob")).add(CreditAccount("cy", 200))
    ledger.run("""
        pay ann bob 1200
        pay bob cy 100
        give cy ann 250
        pay ann bob 9999
        give cy bob 300
        pay dora ann 1
        steal ann bob 5
        pay ann bob many
        pay ann
    """)
    ledger.report()
    for failure in ledger.failures:
        print("!", failure)


if __name__ == "__main__":
    main()
