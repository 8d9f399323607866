"""What module level decides by if, try and loops is fixed when the program is translated."""
# test: run

import sys

if sys.version_info >= (3, 8):

    def newer():
        return "new"

else:

    def newer():
        return 0

try:
    import module_that_does_not_exist
except ImportError:
    module_that_does_not_exist = None

VERBOSE = "--verbose" in ["x", "y"]
FAST = not VERBOSE
SIZE = 0
while SIZE * SIZE < 200:
    SIZE += 1

handlers = []
for _word in "one two three".split():
    handlers.append(lambda n, word=_word: word * n)


class Settings:
    level = 3 if FAST else "slow"
    names = [w.upper() for w in "a b".split()]


def optional():
    if module_that_does_not_exist is None:
        return "without"
    return module_that_does_not_exist.run()


def main():
    print(newer() + "er", optional(), SIZE, FAST and not VERBOSE)
    print([h(2) for h in handlers], Settings.level + 1, Settings.names)


print("module level is done")

if __name__ == "__main__":
    main()
