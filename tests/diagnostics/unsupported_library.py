"""Code of the standard library that cannot be translated is told where the program uses it, once for each use."""
import functools
import random
import re


@functools.lru_cache(maxsize=None)
def cached(n):
    return n + 1


def main():
    print(re.match("a", "b"))  # error: unsupported_object "re.match"
    print(random.randint(1, 2))  # error: unsupported_object "randint"
    print(cached(1))  # error: unsupported "_lru_cache_wrapper"


if __name__ == "__main__":
    main()
