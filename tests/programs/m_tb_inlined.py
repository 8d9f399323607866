"""Frames of small functions, wrappers, static and class methods and __str__, which are all inlined."""


class Err(Exception):
    def __init__(self, code, text):
        super().__init__(code, text)
        self.code = code


def low(i):
    try:
        if i == 3:
            raise Err(i, "three")
        elif i == 4:
            raise Err(i, "four")
    except Err as e:
        if e.code == 4:
            raise
        print("swallowed")


def loop():
    for i in range(10):
        low(i)


def lam():
    f = lambda x: loop() if x else None
    f(1)


class T:
    @staticmethod
    def s():
        lam()

    @classmethod
    def c(cls):
        cls.s()

    def __str__(self):
        T.c()
        return "T"


def main():
    t = T()
    print(f"{t}")


if __name__ == "__main__":
    main()
