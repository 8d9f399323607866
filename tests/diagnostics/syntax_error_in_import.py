"""A syntax error in an imported module is shown as CPython shows it."""

# test: python

import support.broken  # error: syntax_error


def main():
    return support.broken.value
