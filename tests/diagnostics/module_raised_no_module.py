"""A module that is not there, imported at module level."""

# test: python

import no_such_module_anywhere  # error: module_raised


def main():
    print(no_such_module_anywhere.value)
