"""Without a __main__ block the entry is main(); its int result is the exit status."""


def helper(n):
    return n * 2


def main():
    print("in main", helper(21))
    return helper(2)
