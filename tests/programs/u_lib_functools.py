"""functools: reduce, partial, caches made at import, cmp_to_key; no frames of theirs in tracebacks."""
import functools
from functools import lru_cache, cache, partial, cmp_to_key, reduce

@lru_cache(maxsize=None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)

@cache
def dist(a, b):
    print("computing", a, b)
    return len(a) + len(b)

@lru_cache(maxsize=2)
def sq(n):
    print("sq", n)
    return n * n

class Grid:
    def __init__(self, n):
        self.n = n

    @lru_cache(maxsize=128)
    def paths(self, x, y):
        if x == 0 or y == 0:
            return 1
        return self.paths(x - 1, y) + self.paths(x, y - 1)

def add(a, b):
    return a + b

def power(b, e):
    return b ** e

def divide(a, b):
    return a // b

inc = partial(add, 1)

def main():
    print(fib(80))
    print(fib.cache_info())
    print(dist("ab", "c"), dist("ab", "c"))
    print(sq(1), sq(2), sq(1), sq(3), sq(2), sq(1))
    print(sq.cache_info())
    sq.cache_clear()
    print(sq(1))
    print(Grid(3).paths(10, 10))
    print(inc(5))
    two = partial(power, 2)
    hello = partial(add, "hello ")
    print(two(10), hello("you"))
    print(sorted(["bb", "a", "ccc"], key=cmp_to_key(lambda a, b: len(b) - len(a))))
    print(list(map(partial(add, 10), [1, 2])))
    print(functools.reduce(lambda a, b: a + b, [1, 2, 3]))
    print(reduce(lambda a, b: a + b, ["a", "b"], "x"))
    print(reduce(lambda a, b: a + len(b), ["a", "bcd"], 0))
    try:
        reduce(add, [n for n in range(0)])
    except TypeError as e:
        print(e)
    reduce(divide, [1, 0])

if __name__ == "__main__":
    main()
