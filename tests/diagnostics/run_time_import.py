"""An import inside a function is resolved at translation."""


def first():
    import no_such_module_anywhere  # error: run_time_import "no_such_module_anywhere"

    return no_such_module_anywhere.value


def second():
    from math import no_such_function  # error: run_time_import "no_such_function"

    return no_such_function(1)


def main():
    print(first(), second())


if __name__ == "__main__":
    main()
