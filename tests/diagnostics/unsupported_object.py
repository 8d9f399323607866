"""Objects made at import that have no translation."""

import threading

LOCK = threading.Lock()
NUMBERS = (n for n in range(3))


def main():
    LOCK.acquire()  # error: unsupported_object "_thread.lock"
    for n in NUMBERS:  # error: unsupported_object "generator"
        print(n)


if __name__ == "__main__":
    main()
