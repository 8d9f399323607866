"""del of attributes: what is missing afterwards."""


class Plain:
    def __init__(self):
        self.a = 1
        self.b = 2


class Problem(Exception):
    pass


def main():
    plain = Plain()
    del plain.a
    try:
        print(plain.a)
    except AttributeError as error:
        print(error)
    try:
        del plain.a
    except AttributeError as error:
        print(error)
    plain.a = 4
    print(plain.a)
    del plain.a, plain.b
    print(hasattr(plain, "a"), hasattr(plain, "b"))
    problem = Problem("x")
    problem.info = 3
    print(problem.info)
    del problem.info
    print(hasattr(problem, "info"))


if __name__ == "__main__":
    main()
