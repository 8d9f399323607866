"""raise SystemExit with a status works like sys.exit; output is flushed before."""

import sys


def main():
    print("partial line", end="")
    sys.stdout.write("; more")
    status = len("seven!!")
    raise SystemExit(status)


if __name__ == "__main__":
    main()
