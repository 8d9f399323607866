"""What CPython's tests check of the iterators of itertools that do not end."""
import itertools


def endless():
    take = lambda n, it: list(itertools.islice(it, n))
    print(take(5, itertools.count()), take(3, itertools.count(-5)), take(4, itertools.count(2, -3)), take(3, itertools.count(0.5, 0.25)), take(7, itertools.cycle("abc")))
    print(list(itertools.repeat(4, 3)), list(itertools.repeat("x", 0)), list(itertools.repeat(1, -3)), list(map(pow, range(5), itertools.repeat(2))), take(2, itertools.repeat([0])))
    print(take(3, zip(itertools.count(1), "abcdef")), list(itertools.takewhile(lambda n: n < 5, itertools.count(1))), list(itertools.dropwhile(lambda n: n < 3, [1, 2, 3, 1])))


def main():
    endless()


if __name__ == "__main__":
    main()
