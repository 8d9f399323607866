"""Exceptions in loops keep the values of variables as they were at the raise."""


class Stop(Exception):
    def __init__(self, value):
        self.value = value


def walk(limit):
    position = 0
    steps = []
    try:
        while True:
            position += 3
            steps.append(position)
            if position > limit:
                raise Stop(position)
            position -= 1
    except Stop as stop:
        return stop.value, position, steps


def parse_all(texts):
    good = 0
    bad = []
    for i, text in enumerate(texts):
        try:
            value = int(text)
        except ValueError:
            bad.append(i)
            continue
        good += value
    return good, bad


def retry(fail_times):
    attempts = 0
    while True:
        attempts += 1
        try:
            if attempts <= fail_times:
                raise OSError("again")
            return attempts
        except OSError:
            if attempts == 3:
                return -attempts


def deep(n):
    if n == 0:
        raise Stop(n)
    try:
        deep(n - 1)
    except Stop as stop:
        raise Stop(stop.value + n)


def main():
    print(walk(10))
    print(parse_all(["1", "x", "20", "", "300", "4 4"]))
    print(retry(0), retry(1), retry(2), retry(9))
    try:
        deep(20)
    except Stop as stop:
        print(stop.value)


if __name__ == "__main__":
    main()
