def f(a, b=2, *rest, key=None):
    return a


def main(argv):
    f(1)
    f(1, key=argv, b=3)
    f(*argv, key=0)
    return f(*(1, 2))
