"""Built-in functions and methods refuse arguments of the wrong kind."""

import math


def main():
    n = len("abc")
    print(len(n))  # error: bad_argument "len"
    print(ord(n))  # error: bad_argument "ord"
    print(chr("a"))  # error: bad_argument "chr"
    print("-".join([1, 2]))  # error: bad_argument "join"
    print(math.sqrt("2"))  # error: bad_argument "sqrt"
    print(int([1]))  # error: bad_argument "int"
    print("abc".startswith(1))  # error: bad_argument "startswith"
    print(range("3"))  # error: bad_argument "range"
    print("abc".find(n))  # error: bad_argument "find"
    print(abs("x"))  # error: bad_argument "abs"


if __name__ == "__main__":
    main()
