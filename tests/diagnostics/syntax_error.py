"""A syntax error is shown as CPython shows it."""

# test: python


def main():
    print("before"
    return 1  # error: syntax_error
