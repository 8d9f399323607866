"""Decorators run at import: they wrap, register and replace functions."""

calls = []
registry = {}


def logged(function):
    def wrapper(x):
        calls.append(function.__name__)
        return function(x)

    return wrapper


def repeat(times):
    def decorate(function):
        def wrapper(x):
            for _ in range(times):
                x = function(x)
            return x

        return wrapper

    return decorate


def register(name):
    def decorate(function):
        registry[name] = function
        return function

    return decorate


def memoized(function):
    cache = {}

    def wrapper(n):
        if n not in cache:
            cache[n] = function(n)
        return cache[n]

    return wrapper


@logged
def square(x):
    return x * x


@repeat(3)
@logged
def double(x):
    return 2 * x


@memoized
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


@register("inc")
def increment(x):
    return x + 1


@register("dec")
def decrement(x):
    return x - 1


def main():
    print(square(7), double(5), fib(60), calls)
    for name in sorted(registry):
        print(name, registry[name](10))
    print(increment(1), registry["inc"] is increment)


if __name__ == "__main__":
    main()
