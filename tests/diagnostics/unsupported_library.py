"""Code of the standard library that cannot be translated is told where the program uses it, once for each use."""
import re
import shlex
import struct


def main():
    print(re.match("a", "b"))  # error: unsupported_object "re.match"
    print(shlex.quote("a b"))  # error: unsupported_object "shlex.quote"
    print(struct.pack("<i", 1))  # error: unsupported "_struct.pack"


if __name__ == "__main__":
    main()
