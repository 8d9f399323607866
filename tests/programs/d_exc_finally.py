"""finally runs on return, break, continue and raise, and its own exits win."""


def on_return():
    try:
        return "from try"
    finally:
        print("finally of return")


def overriding():
    try:
        return "from try"
    finally:
        return "from finally"


def swallowing():
    try:
        raise ValueError("lost")
    finally:
        return "swallowed"


def loops():
    log = []
    for i in range(6):
        try:
            if i == 1:
                continue
            if i == 4:
                break
            log.append("body %d" % i)
        finally:
            log.append("finally %d" % i)
    return log


def value_kept():
    n = 1
    try:
        return n
    finally:
        n = 2
        print("n is now", n)


def nested(n):
    try:
        try:
            if n == 0:
                raise KeyError("inner")
            if n == 1:
                return "returned"
            print("straight")
        finally:
            print("inner finally", n)
    except KeyError as error:
        print("caught", error)
    finally:
        print("outer finally", n)
    return "end"


def replaced():
    try:
        try:
            raise ValueError("first")
        finally:
            raise TypeError("second")
    except TypeError as error:
        context = error.__context__
        return str(error) + " after " + str(context)


def main():
    print(on_return(), overriding(), swallowing())
    print(loops())
    print(value_kept())
    for n in range(3):
        print(nested(n))
    print(replaced())


if __name__ == "__main__":
    main()
