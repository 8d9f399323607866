"""Direct and mutual recursion over ints."""


def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


def gcd(a, b):
    return a if b == 0 else gcd(b, a % b)


def ackermann(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))


def is_even(n):
    return True if n == 0 else is_odd(n - 1)


def is_odd(n):
    return False if n == 0 else is_even(n - 1)


def hanoi(n, source, target, spare):
    if n == 0:
        return 0
    moves = hanoi(n - 1, source, spare, target)
    if n == 4:
        print("disc", n, source, "->", target)
    return moves + 1 + hanoi(n - 1, spare, target, source)


def main():
    print(fib(20), gcd(1071, 462), ackermann(2, 5))
    print(is_even(100), is_odd(100), is_even(7))
    print(hanoi(6, 1, 3, 2))


if __name__ == "__main__":
    main()
