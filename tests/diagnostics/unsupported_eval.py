"""eval, exec and their relatives belong to import time."""

import importlib

SQUARES = eval("[n * n for n in range(3)]")


def main():
    print(eval("1 + 1"))  # error: unsupported "eval"
    exec("x = 1")  # error: unsupported "exec"
    compile("1", "text", "eval")  # error: unsupported "compile"
    print(globals())  # error: unsupported "globals"
    print(locals())  # error: unsupported "locals"
    print(vars())  # error: unsupported "vars"
    __import__("math")  # error: unsupported "__import__"
    importlib.import_module("math")  # error: unsupported "import_module"
    print(SQUARES)


if __name__ == "__main__":
    main()
