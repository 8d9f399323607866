"""An exception while importing another module shows the frames of both."""

# test: python

import support.fails  # error: module_raised


def main():
    print(support.fails.height)
