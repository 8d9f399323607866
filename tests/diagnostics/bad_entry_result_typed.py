"""The same of an entry with annotated parameters; what it is annotated to return does not matter."""


def main(n: int) -> str:
    return "x"  # error: bad_entry "it returns `str`"
