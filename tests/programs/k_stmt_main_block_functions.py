"""Local functions of the __main__ block that read names bound after them, or in one branch only."""

import sys

if __name__ == "__main__":
    def late():
        return later() + 1

    def later():
        return 4

    print(late())
    if len(sys.argv) < 5:
        step = 3

    def use():
        return step * 2

    print(use())

    def even(n):
        return n == 0 or odd(n - 1)

    def odd(n):
        return n != 0 and even(n - 1)

    print(even(10), odd(7))
    count = 1

    def show():
        return count

    count = 2
    print(show())

    def early():
        return word

    try:
        print(early())
    except NameError as e:
        print(type(e).__name__, e)
    word = "w"
    print(early())
