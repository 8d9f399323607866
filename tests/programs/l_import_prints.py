"""What module level prints comes before what the program prints."""
# test: run

import sys

print("first line of module level")
seen = []


def note(text):
    seen.append(text)
    print("note", len(seen), text)


note("at import")
print("to stderr at import", file=sys.stderr)

if __name__ == "__main__":
    note("at run time")
    print(seen)
