"""sys.exit() and sys.exit(None) end with status 0, also from a nested call."""

import sys


class Resource:
    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        print("released", kind is SystemExit)


def main(quick):
    with Resource():
        if quick:
            sys.exit()
        sys.exit(None)


if __name__ == "__main__":
    try:
        main(False)
    except SystemExit as error:
        print(error.code, repr(error))
    main(True)
