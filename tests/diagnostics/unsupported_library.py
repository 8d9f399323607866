"""Code of the standard library that cannot be translated is told where the program uses it, once for each use."""
import calendar
import pprint
import struct


def main():
    print(pprint.pformat([1]))  # error: unsupported_object "pprint.pformat"
    print(calendar.month(2024, 1))  # error: unsupported_object "calendar"
    print(struct.pack("<i", 1))  # error: unsupported "_struct.pack"


if __name__ == "__main__":
    main()
