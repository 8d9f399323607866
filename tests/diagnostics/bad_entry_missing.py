"""--entry names what the module does not have."""  # error: bad_entry "start"

# test: args="--entry start"


def main():
    print("not chosen")
