"""RPython's convention: target(driver, args) returns the entry and its types."""


def entry_point(argv):
    print("arguments:", len(argv) - 1)
    return 7 if len(argv) > 1 else 0


def target(driver, args):
    return entry_point, None
