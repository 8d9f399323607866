"""Maybe-unbound locals: reading one that is not bound is an UnboundLocalError."""


def assigned_in_branch(flag):
    if flag:
        value = 10
    return value


def assigned_in_loop(n):
    for i in range(n):
        last = i * 2
    return last


def loop_variable(n):
    for i in range(n):
        pass
    return i


def deleted(flag):
    value = 3
    if flag:
        del value
    return value


def handler_variable(text):
    try:
        number = int(text)
    except ValueError as error:
        print("handled", error)
    return number


def exception_name():
    try:
        raise ValueError("v")
    except ValueError as error:
        kept = str(error)
    try:
        print(error)
    except UnboundLocalError as unbound:
        print(unbound)
    return kept


def captured(flag):
    if flag:
        inner_value = 1

    def inner():
        return inner_value

    return inner()


def attempt(n, flag):
    try:
        if n == 0:
            print(assigned_in_branch(flag))
        elif n == 1:
            print(assigned_in_loop(4 if flag else 0))
        elif n == 2:
            print(loop_variable(4 if flag else 0))
        elif n == 3:
            print(deleted(not flag))
        elif n == 4:
            print(handler_variable("12" if flag else "twelve"))
        else:
            print(captured(flag))
    except UnboundLocalError as error:
        print("UnboundLocalError:", error)
    except NameError as error:
        print("NameError:", error)


def main():
    for n in range(6):
        attempt(n, True)
        attempt(n, False)
    print(exception_name())


if __name__ == "__main__":
    main()
