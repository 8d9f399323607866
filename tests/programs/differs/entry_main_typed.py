"""Annotated parameters of main are parsed from the command line."""


def main(count: int, name: str, factor: float):
    for i in range(count):
        print(i, name * (i + 1), factor * i)
    return count
