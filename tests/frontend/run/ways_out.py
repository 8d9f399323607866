"""Every way out of try, finally, with, loops, nested in each other."""


class Guard:
    def __init__(self, name, swallow=False):
        self.name = name
        self.swallow = swallow

    def __enter__(self):
        print("enter", self.name)
        return self

    def __exit__(self, kind, value, trace):
        print("exit", self.name, kind.__name__ if kind is not None else None, value)
        return self.swallow


def loops(n):
    result = []
    for i in range(n):
        try:
            if i == 1:
                continue
            if i == 3:
                break
            result.append(i)
        finally:
            result.append(-i)
    else:
        result.append(100)
    while n > 0:
        n -= 1
        with Guard("while"):
            if n == 2:
                continue
            if n == 1:
                break
    else:
        result.append(200)
    return result


def nested_finally(mode):
    try:
        try:
            if mode == 0:
                return "inner"
            if mode == 1:
                raise ValueError("one")
            if mode == 2:
                raise KeyError("two")
        except ValueError as error:
            print("caught", error)
            if mode == 1:
                return "handled"
        else:
            print("else")
        finally:
            print("finally", mode)
        return "end"
    except KeyError as error:
        return "outer " + str(error)
    finally:
        print("outermost")


def finally_overrides(mode):
    while True:
        try:
            if mode == 0:
                return 1
            raise ValueError
        finally:
            if mode == 0:
                return 2
            break
    return 3


def contexts():
    try:
        try:
            raise ValueError("first")
        except ValueError:
            raise KeyError("second")
    except KeyError as error:
        print(repr(error.__context__), error.__cause__)
    try:
        try:
            raise ValueError("first")
        except ValueError as error:
            raise KeyError("second") from error
    except KeyError as error:
        print(repr(error.__cause__))
    try:
        raise KeyError("x") from None
    except KeyError as error:
        print(error.__cause__, error.__suppress_context__)


def reraise(mode):
    try:
        try:
            [][0]
        except IndexError:
            if mode:
                raise
            print("dropped")
        try:
            raise
        except RuntimeError as error:
            print(error)
    except IndexError as error:
        print("again", error)


def many_guards(fail):
    with Guard("a") as a, Guard("b", True) as b:
        if fail:
            raise ValueError(a.name + b.name)
        print("body")
    print("after")
    try:
        with Guard("c"):
            raise KeyError("k")
    except (KeyError, ValueError) as error:
        print("got", error)


def unbound(n):
    for i in range(n):
        last = i
    try:
        print(last)
    except UnboundLocalError as error:
        print(error)
    try:
        del last
        print(last)
    except UnboundLocalError as error:
        print(error)
    try:
        raise ValueError
    except ValueError as last:
        pass
    try:
        last
    except NameError as error:
        print(error)


def deeply(n):
    out = ""
    for a in range(n):
        for b in range(n):
            try:
                try:
                    if a == b:
                        continue
                    if a > b + 1:
                        break
                    out += f"{a}{b} "
                finally:
                    out += "."
            except ValueError:
                out += "never"
        else:
            out += "!"
    return out


def main():
    print(loops(5), loops(2), loops(0))
    for mode in range(4):
        print(nested_finally(mode))
    print(finally_overrides(0), finally_overrides(1))
    contexts()
    reraise(0)
    reraise(1)
    many_guards(False)
    many_guards(True)
    unbound(0)
    unbound(2)
    print(deeply(4))


if __name__ == "__main__":
    main()
