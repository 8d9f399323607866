"""try, except by class, else and finally run in the right order."""


class Problem(Exception):
    pass


class SmallProblem(Problem):
    pass


def act(n):
    print("act", n)
    if n == 1:
        raise SmallProblem("small")
    if n == 2:
        raise Problem("big")
    if n == 3:
        raise ValueError("value")
    if n == 4:
        raise KeyError("key")
    return n * 10


def guarded(n):
    result = -1
    try:
        result = act(n)
    except SmallProblem:
        print("small handler")
    except (Problem, KeyError):
        print("middle handler")
    except Exception as error:
        print("last handler", error)
        result = -3
    else:
        print("no problem")
    finally:
        print("cleanup", result)
    return result


def passing_through(n):
    try:
        return act(n)
    finally:
        print("passing")


def main():
    for n in range(5):
        print(guarded(n))
    for n in range(3):
        try:
            print(passing_through(n))
        except Problem as problem:
            print("outer", problem)
    try:
        try:
            act(3)
        except KeyError:
            print("wrong handler")
    except ValueError:
        print("right handler")
    try:
        act(2)
    except:
        print("bare handler")


if __name__ == "__main__":
    main()
