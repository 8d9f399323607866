"""Code of the standard library that cannot be translated is told where the program uses it, once for each use."""
import pprint
import statistics
import zlib


def main():
    print(pprint.pformat([1]))  # error: unsupported_object "pprint.pformat"
    print(statistics.median_grouped([1, 2]), statistics.mean([1, 2]))  # error: unsupported_object "statistics.mean"
    print(zlib.crc32(b"x"))  # error: unsupported "zlib.crc32"


if __name__ == "__main__":
    main()
