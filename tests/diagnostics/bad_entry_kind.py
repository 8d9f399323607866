"""--entry names what is not a function."""  # error: bad_entry "START"

# test: args="--entry START"

START = 5


def main():
    print("not chosen")
