def main(argv):
    n = len(argv)
    print(f"{n:>{n}} of {argv!r}", "%d" % n)
