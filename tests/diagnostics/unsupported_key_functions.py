"""A method that is bound to a built-in value is called, but not yet handed on."""


def main():
    counts = {"x": 3, "y": 7}
    print(max(counts, key=counts.get))  # error: unsupported "a method of a built-in value as a key function"
    print(sorted(counts, key=counts.get))  # error: unsupported "a method of a built-in value as a key function"
    print(list(map(counts.get, ["x"])))  # error: unsupported "map() of a method of a built-in value"
