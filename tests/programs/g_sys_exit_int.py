"""sys.exit(int) ends the program with that status, after finally clauses ran."""

import sys


def leave(status):
    try:
        print("leaving")
        sys.exit(status)
    finally:
        print("cleanup")


def main():
    try:
        leave(3)
    except Exception:
        print("never")
    print("never")


if __name__ == "__main__":
    try:
        main()
    except SystemExit as error:
        print("caught", error.code)
        sys.exit(error.code + 4)
