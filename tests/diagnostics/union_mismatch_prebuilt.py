"""What an object made at import holds is told where the program uses the object."""

TABLE = {"a": (1,), "b": ("x", 2)}


def main():
    print(TABLE["a"])  # error: union_mismatch "the dict, as values,"


if __name__ == "__main__":
    main()
