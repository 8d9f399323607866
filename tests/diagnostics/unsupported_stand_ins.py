"""What the stand-ins of library functions do not do is told where the program uses it."""
import copy
import functools
import io
import random


@functools.lru_cache(typed=True)
def typed(x):
    return x


def main():
    random.seed("text")  # error: unsupported_object "random.seed() with a text"
    print(io.StringIO("a", newline=None).read())  # error: unsupported_object "io.StringIO with newline"
    print(copy.deepcopy([[[[[[[[[1]]]]]]]]]))  # error: unsupported_object "containers nested this deep"
    print(typed(1))  # error: unsupported "functools.lru_cache with typed"
    print(getattr(3, "nope", 5))  # error: unsupported "`hasattr()` or `getattr()` with a default of `int`"


if __name__ == "__main__":
    main()
