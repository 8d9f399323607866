"""What the stand-ins of re and string do not do is told where the program uses it."""
import re
import string

BYTES = re.compile(b"a+")


def main():
    print(re.Scanner([("a", None)]))  # error: unsupported_object "re.Scanner"
    print(re.template("a"))  # error: unsupported_object "re.template()"
    print(string.Formatter())  # error: unsupported_object "string.Formatter"
    print(BYTES.match(b"aa"))  # error: unknown_method "a pattern of bytes"
    print(re.search(b"a", b"aa"))  # error: unsupported_object "a pattern of bytes"


if __name__ == "__main__":
    main()
