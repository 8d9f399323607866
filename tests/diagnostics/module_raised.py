"""An exception of the module level is shown as CPython shows it, with the program's frames only."""

# test: python


def table(n):
    return [100 // i for i in range(n)]


TABLE = table(5)  # error: module_raised


def main():
    print(TABLE)
