"""Opening what is not there, and using a closed file, raise with CPython's texts."""

import os


def attempt(path, mode):
    try:
        with open(path, mode) as f:
            f.write("x")
        print("wrote", path)
    except FileNotFoundError as error:
        print("FileNotFoundError:", error)
    except IsADirectoryError as error:
        print("IsADirectoryError:", error)
    except OSError as error:
        print("OSError:", type(error).__name__, error)
    except ValueError as error:
        print("ValueError:", error)


def main():
    try:
        open("missing.txt")
    except FileNotFoundError as error:
        print(error, error.errno, error.filename, error.strerror)
    try:
        open("nö/such dir'.txt")
    except OSError as error:
        print(error)
    attempt("none/here.txt", "w")
    attempt(".", "w")
    attempt("fine.txt", "w")
    attempt("fine.txt", "q")
    print(os.path.exists("fine.txt"), open("fine.txt").read())
    f = open("fine.txt")
    f.close()
    f.close()
    try:
        print(f.read())
    except ValueError as error:
        print("ValueError:", error)
    try:
        f = open("fine.txt", "r")
        f.write("y")
    except OSError as error:
        print(type(error).__name__, error)


if __name__ == "__main__":
    main()
