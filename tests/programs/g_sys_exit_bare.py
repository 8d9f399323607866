"""exit() as site gives it: it closes standard input, which was never opened by the program."""


def work(n):
    if n > 2:
        exit(n)
    return n + 1


if __name__ == "__main__":
    n = 0
    while True:
        n = work(n)
        print(n)
