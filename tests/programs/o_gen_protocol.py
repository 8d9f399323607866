"""Generators: send, throw, close, what return gives, yield from passes all of it on, messages."""


def average():
    total, n = 0.0, 0
    avg = 0.0
    while True:
        value = yield avg
        if value is None:
            return total, n
        total += value
        n += 1
        avg = total / n


def guarded(log):
    try:
        log.append("start")
        yield 1
        log.append("middle")
        yield 2
    except ValueError as e:
        log.append("caught " + str(e))
        yield 3
    finally:
        log.append("finally")


def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2


def bad():
    yield 1
    raise StopIteration


def outer(log):
    result = yield from inner(log)
    log.append("inner gave " + str(result))
    yield result


def inner(log):
    got = yield 10
    log.append("got " + str(got))
    try:
        yield 20
    except KeyError as e:
        log.append("inner caught " + repr(e))
    return 42


def main():
    a = average()
    print(next(a), a.send(10.0), a.send(20.0))
    try:
        a.send(None)
    except StopIteration as e:
        print("done")
    log = []
    g = guarded(log)
    print(next(g))
    print(g.throw(ValueError("boom")))
    print(next(g, -1), log)
    log = []
    g = guarded(log)
    next(g)
    g.close()
    print(log)
    g.close()
    print(next(g, -5))
    g = guarded(log)
    g.close()
    print(log)
    s = stubborn()
    next(s)
    try:
        s.close()
    except RuntimeError as e:
        print(e)
    b = bad()
    next(b)
    try:
        next(b)
    except RuntimeError as e:
        print(e, repr(e.__cause__))
    log = []
    o = outer(log)
    print(next(o), o.send(5), o.throw(KeyError("k")))
    print(log)
    try:
        average().send(1.0)
    except TypeError as e:
        print(e)
    o = outer(log)
    try:
        o.throw(KeyError)
    except KeyError as e:
        print(repr(e))
    print(next(o, 7))
    try:
        o.throw(IndexError("late"))
    except IndexError as e:
        print(repr(e))


if __name__ == "__main__":
    main()
