"""What a handler, a finally and a call over several lines raise, each while another exception is handled."""


def fail(n):
    raise ValueError(
        "no %d"
        % n)


def combine(a, b,
            c):
    return a + b + c


def use(n):
    try:
        return combine(
            1,
            fail(n),
            3)
    except ValueError as e:
        raise KeyError(
            n
        ) from e


def again(n):
    try:
        return use(n)
    except KeyError:
        print("again")
        raise


def fin(n):
    try:
        again(n)
    finally:
        raise RuntimeError("in finally")


def main():
    try:
        fin(3)
    except RuntimeError:
        fin(
            4
        )


if __name__ == "__main__":
    main()
