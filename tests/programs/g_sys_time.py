"""time.time, perf_counter and monotonic are floats that go forward."""

import time
from time import perf_counter


def work(n):
    total = 0
    for i in range(n):
        total += i * i % 7
    return total


def main():
    start = time.time()
    a = perf_counter()
    m = time.monotonic()
    total = work(20000)
    b = perf_counter()
    print(total, b > a, b - a < 60.0, time.monotonic() >= m, time.time() >= start)
    print(start > 1.6e9, start < 1e11, isinstance(start, float), isinstance(m, float))
    elapsed = time.perf_counter() - a
    print(f"{elapsed:.9f}" != "", elapsed >= b - a)


if __name__ == "__main__":
    main()
