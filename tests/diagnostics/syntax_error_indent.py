"""A wrong indentation is shown as CPython shows it."""

# test: python


def main():
    total = 1
      total += 1  # error: syntax_error
    return total
