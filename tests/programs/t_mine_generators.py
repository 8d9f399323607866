"""What CPython's tests check of generators: send, throw, close, results, delegation, exceptions that pass, laziness."""


def told(call):
    try:
        print(repr(call()))
    except (StopIteration, ValueError, TypeError, KeyError, RuntimeError, IndexError) as error:
        print(type(error).__name__, error)


def fib(most):
    a, b = 0, 1
    while a <= most:
        yield a
        a, b = b, a + b


def averager():
    total, count = 0.0, 0
    average = 0.0
    try:
        while True:
            value = yield average
            total += value
            count += 1
            average = total / count
    except ValueError as error:
        print("gives up:", error)
        return count
    finally:
        print("averager ends", count)


def results():
    def inner(n):
        got = []
        while len(got) < n:
            got.append((yield len(got)))
        return sum(got)

    def outer():
        first = yield from inner(2)
        second = yield from inner(1)
        return first * 100 + second

    g = outer()
    print(next(g), g.send(5), g.send(6), end=" ")
    try:
        g.send(7)
    except StopIteration as stop:
        print("value", stop.value)
    told(lambda: next(g))
    told(lambda: g.send(1))

    def empty():
        return 3
        yield 1
    try:
        next(empty())
    except StopIteration as stop:
        print(stop.value, stop.args)
    print(list(empty()), [*fib(30)], sum(fib(100)), max(fib(50)), dict(zip("abc", fib(9))), tuple(fib(3)), 13 in fib(20), 4 in fib(20))


def thrown():
    g = averager()
    next(g)
    print(g.send(10), g.send(20))
    try:
        g.throw(ValueError("enough"))
    except StopIteration as stop:
        print("counted", stop.value)
    h = averager()
    next(h)
    h.close()
    h.close()
    told(lambda: next(h))
    fresh = averager()
    told(lambda: fresh.throw(KeyError("early")))
    told(lambda: next(fresh))
    unstarted = averager()
    unstarted.close()
    told(lambda: next(unstarted))
    told(lambda: averager().send(1))


def passing():
    def risky(n):
        for i in range(n):
            try:
                yield 10 // (2 - i)
            except ZeroDivisionError:
                yield -99
            else:
                continue
            finally:
                print("[" + str(i) + "]", end="")
    print(list(risky(2)))
    told(lambda: list(risky(4)))

    def relays(inner):
        try:
            yield from inner
        except ZeroDivisionError as error:
            yield str(error)
        yield "after"

    def broken():
        yield "one"
        raise ZeroDivisionError("inside")
    print(list(relays(broken())), list(relays(iter(["x", "y"]))))

    def stops():
        yield 1
        raise StopIteration(7)
    told(lambda: list(stops()))

    def ignores_close():
        try:
            yield 1
        except GeneratorExit:
            yield 2
    g = ignores_close()
    next(g)
    told(lambda: g.close())

    def cleans():
        try:
            yield 1
            yield 2
        finally:
            print("cleaned")
    for n in cleans():
        print(n)
    with_break = cleans()
    for n in with_break:
        break
    with_break.close()

    def replaced():
        try:
            yield 1
        except ValueError as error:
            raise KeyError("other") from error
    g2 = replaced()
    next(g2)
    try:
        g2.throw(ValueError("first"))
    except KeyError as error:
        print(repr(error), repr(error.__cause__))


class Tree:
    def __init__(self, label, left=None, right=None):
        self.label = label
        self.left = left
        self.right = right

    def __iter__(self):
        if self.left:
            yield from self.left
        yield self.label
        if self.right:
            yield from self.right


def tree(labels):
    if not labels:
        return None
    middle = len(labels) // 2
    return Tree(labels[middle], tree(labels[:middle]), tree(labels[middle + 1:]))


def queens(n):
    def place(row, columns):
        if row == n:
            yield columns
            return
        for column in range(n):
            if all(column != c and abs(column - c) != row - r for r, c in enumerate(columns)):
                yield from place(row + 1, columns + [column])
    yield from place(0, [])


def lazily():
    trace = []

    def logged(n):
        for i in range(n):
            trace.append(i)
            yield i
    g = (x * x for x in logged(5) if x % 2)
    print(trace, next(g), trace, list(g), trace, list(g))
    a = 1
    later = (a * i for i in range(3))
    a = 10
    print(list(later), "".join(c.upper() for c in "abc"), any(x > 1 for x in logged(9)), trace[-3:], [y for x in range(3) for y in (x, -x)])
    print("".join(tree("ABCDEFG")), len(list(queens(6))), next(queens(8)), sorted(tree([3, 1, 2])))

    def primes():
        n, known = 2, []
        while True:
            if all(n % p for p in known):
                known.append(n)
                yield n
            n += 1
    gen = primes()
    print([next(gen) for _ in range(10)], next(gen), [p for p, _ in zip(primes(), range(4))])


def main():
    results()
    thrown()
    passing()
    lazily()


if __name__ == "__main__":
    main()
