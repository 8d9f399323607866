"""A second parameter of the entry without an annotation."""


def main(count: int, name):  # error: bad_entry_signature "name"
    print(count, name)
