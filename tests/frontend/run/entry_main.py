"""No main block: `main` is the entry, and argv is sys.argv."""


def main(argv):
    print(len(argv), argv[1:])
    return 5
