def main(argv):
    n = len(argv)
    inside = 0 < n <= 3
    if inside or n is None:
        return 1
