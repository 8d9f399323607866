"""os.path.join, exists and basename, and os.environ."""

import os
import os.path
from os.path import basename, join


def main():
    print(join("a", "b", "c.txt"), join("a/", "b"), join("a", "/b"), join("", "x"), join("x", ""), os.path.join("one"))
    print(basename("/usr/lib/x.so"), repr(basename("dir/")), basename("plain"), repr(os.path.basename("")), basename("é/ñ"))
    print(os.path.exists("here.txt"), os.path.exists("."), os.path.exists("/"), os.path.exists(""))
    open("here.txt", "w").close()
    print(os.path.exists("here.txt"), os.path.exists(join(".", "here.txt")), os.path.exists("here.txt/x"))
    print("PATH" in os.environ, "NO_SUCH_VARIABLE" in os.environ, os.environ.get("NO_SUCH_VARIABLE"))
    print(os.environ.get("NO_SUCH_VARIABLE", "default"), len(os.environ["PATH"]) > 0)
    try:
        print(os.environ["NO_SUCH_VARIABLE"])
    except KeyError as error:
        print("KeyError", error)


if __name__ == "__main__":
    main()
