"""The module level calls main itself: it has run when the program is translated."""


def main():
    return 0


main()  # error: bad_entry "called it already"
