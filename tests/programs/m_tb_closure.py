"""Frames of lambdas, comprehensions, methods and local functions carry their names."""


class Runner:
    def __init__(self, steps):
        self.steps = steps

    def run(self, value):
        return [step(value) for step in self.steps]


def build(divisor):
    def divide(n):
        return n / divisor

    return [lambda n: n + 1, lambda n: divide(n)]


def main():
    print(Runner(build(4)).run(10))
    print(Runner(build(0)).run(10))


if __name__ == "__main__":
    main()
