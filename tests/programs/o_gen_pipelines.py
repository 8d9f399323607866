"""Pipelines, mutual generators, sieve recursion, generators in containers."""


def numbers(n):
    for i in range(n):
        yield i


def only(pred, it):
    for x in it:
        if pred(x):
            yield x


def mapped(f, it):
    for x in it:
        yield f(x)


def chain(*its):
    for it in its:
        for x in it:
            yield x


def sieve(it):
    while True:
        p = next(it)
        yield p
        it = only_not_multiple(p, it)


def only_not_multiple(p, it):
    for x in it:
        if x % p:
            yield x


def from_two():
    n = 2
    while True:
        yield n
        n += 1


def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


def permutations(items):
    if len(items) <= 1:
        yield list(items)
        return
    for i in range(len(items)):
        rest = items[:i] + items[i + 1:]
        for p in permutations(rest):
            yield [items[i]] + p


def hanoi(n, a, b, c):
    if n:
        yield from hanoi(n - 1, a, c, b)
        yield a + c
        yield from hanoi(n - 1, b, a, c)


def round_robin(gens):
    queue = list(gens)
    while queue:
        g = queue.pop(0)
        try:
            yield next(g)
        except StopIteration:
            continue
        queue.append(g)


def lines(text):
    for line in text.split("\n"):
        yield line


def fields(it):
    for line in it:
        yield line.split(",")


def main():
    print(list(mapped(lambda x: x * x, only(lambda x: x % 2 == 0, numbers(10)))))
    print(list(mapped(str, numbers(3))), list(mapped(float, numbers(3))))
    print(list(mapped(len, ["a", "bb"])))
    print(list(chain([1, 2], [3], [])))
    s = sieve(from_two())
    print([next(s) for _ in range(10)])
    for x in fib():
        if x > 50:
            break
        print(x, end=" ")
    print()
    print(list(permutations([1, 2, 3])))
    print(list(hanoi(3, "a", "b", "c")))
    print(list(round_robin([numbers(3), numbers(1), numbers(2)])))
    d = {"a": numbers(2), "b": numbers(3)}
    for k in d:
        print(k, sum(d[k]))
    for f in fields(lines("a,b\nc,d")):
        print(f)
    gens = [numbers(2), fib()]
    print([next(g) for g in gens], [next(g) for g in gens])
    print(max(numbers(5)), min(mapped(lambda x: -x, numbers(4))))
    print(sorted(mapped(lambda x: x % 3, numbers(6))))
    print(list(map(lambda x: x + 1, numbers(3))), list(filter(None, numbers(3))))
    print(3 in numbers(5), 7 in numbers(5))
    xs = [0]
    xs.extend(numbers(3))
    xs += list(numbers(2))
    print(xs, "-".join(mapped(str, numbers(4))))
    print([*numbers(3), *numbers(2)])
    first, *rest = list(numbers(4))
    print(first, rest)
    print(list(zip(numbers(3), numbers(5))), list(enumerate(fibs(3), 1)))


def fibs(n):
    g = fib()
    for _ in range(n):
        yield next(g)


if __name__ == "__main__":
    main()
