"""A parameter of the entry has an annotation that the command line cannot give."""


def main(count: int, items: list):  # error: bad_entry_signature "items"
    print(count, len(items))
