"""An __exit__ that raises while the body raised; conversions in the body have no frames of helpers."""


class Ctx:
    def __init__(self, bad):
        self.bad = bad

    def __enter__(self):
        return self

    def __exit__(self, t, v, tb):
        if self.bad:
            raise OSError("exit failed")
        print("exit")
        return False


def f(bad):
    with Ctx(bad) as c:
        x = int("1" + "2x"[:1 + len("b")])
        print(x, c.bad)


def main():
    try:
        f(False)
    except ValueError as e:
        print(e)
    f(True)


if __name__ == "__main__":
    main()
