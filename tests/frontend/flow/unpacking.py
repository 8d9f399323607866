def main(argv):
    a, b = argv[1], argv[0]
    a, b = b, a
    (c, d), *rest, e = argv
    return len(rest)
