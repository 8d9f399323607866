"""functools.partial with keywords, made at import; wrappers that take self among their arguments."""
from functools import partial, wraps

def tag(name, text, sep=":", *, upper=False):
    out = name + sep + text
    return out.upper() if upper else out

loud = partial(tag, upper=True)
h1 = partial(tag, "h1", sep="=")
binary = partial(int, base=2)

def traced(f):
    @wraps(f)
    def wrapper(*args):
        print("call", f.__name__, len(args))
        return f(*args)
    return wrapper

@traced
def add(a, b):
    return a + b

class Meter:
    def __init__(self, n):
        self.n = n
    @traced
    def plus(self, m):
        return Meter(self.n + m)

def main():
    print(loud("a", "b"), h1("t"), binary("1011"), int("ff", base=16), add(1, 2), Meter(3).plus(4).n, add.__name__)

if __name__ == "__main__":
    main()
