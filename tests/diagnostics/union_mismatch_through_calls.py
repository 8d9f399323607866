"""The two sides of a mismatch come from different callers of one method."""


class Log:
    def __init__(self):
        self.entries = []

    def add(self, entry):
        self.entries.append(entry)  # error: union_mismatch


def number(log):
    log.add(1)


def text(log):
    log.add("x")


def main():
    log = Log()
    number(log)
    text(log)
    print(len(log.entries))


if __name__ == "__main__":
    main()
