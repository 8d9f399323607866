"""Both sides of a mismatch in one statement, each with the calls that it came through."""


class Journal:
    def __init__(self):
        self.rows = []

    def append_row(self, value):
        self.rows.append(value)  # error: union_mismatch "the list holds `str` here and `int` elsewhere"


def record(journal, value):
    journal.append_row(value)  # note: "`str` passes through this call"  # note: "`int` passes through this call"


def read_thermometer(journal):
    record(journal, 21)  # note: "`int` comes from here"


def read_label(journal):
    record(journal, "hall")  # note: "`str` comes from here"


def main():
    journal = Journal()
    read_thermometer(journal)
    read_label(journal)
    for row in journal.rows:
        print(row)


if __name__ == "__main__":
    main()
