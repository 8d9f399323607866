"""Too deep recursion raises a RecursionError that can be caught, again and again."""


class Chain:
    def __init__(self, next):
        self.next = next

    def length(self):
        return 1 + self.next.length() if self.next is not None else 1


def endless(n):
    return endless(n + 1) + 1


def careful(n):
    try:
        return careful(n + 1)
    except RecursionError:
        return "bottom"
    finally:
        if n == 0:
            print("unwound")


def main():
    for _ in range(3):
        try:
            print(endless(0))
        except RecursionError as error:
            print("RecursionError", str(error).startswith("maximum recursion depth exceeded"))
    print(careful(0))
    chain = None
    for _ in range(200):
        chain = Chain(chain)
    print(chain.length())
    loop = Chain(None)
    loop.next = loop
    try:
        print(loop.length())
    except RuntimeError as error:
        print(type(error).__name__)


if __name__ == "__main__":
    main()
