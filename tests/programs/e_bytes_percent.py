"""% formatting beyond the everyday: `*`, names with parentheses, mistakes in formats, and bytes."""


def show(attempt):
    try:
        print(attempt())
    except (ValueError, TypeError, KeyError, OverflowError) as error:
        print(type(error).__name__, error)


def stars(n, x, width):
    print("%*d|%-*d|%*d|%.*f|%*.*f|%.*f" % (5, n, 5, n, width, n, 2, x, 10, 3, x, -4, x))
    show(lambda: "%*s" % ("a", 3))
    show(lambda: "%*s" % (5,))
    show(lambda: "%*s" % 5)


def texts(n, text):
    print("%(a(b))s %(é)r %()d" % {"a(b)": n, "é": n, "": n}, "%ld %hd %5.1Lf" % (n, n, 2.25))
    print("%% %5s%%" % text, "%s" % [n], "no conversion" % [n], "none" % {"a": n}, "%a|%8a" % ("é", "é"))
    show(lambda: "%s %(a)d" % {"a": n})
    show(lambda: "%(a)d %d" % {"a": n})
    show(lambda: "%(b)s" % {"a": n})
    show(lambda: "%(a)s" % n)
    show(lambda: "%(a)s" % [n])
    show(lambda: "%(a" % {"a": n})
    show(lambda: "é%z" % n)
    show(lambda: "%b" % n)
    show(lambda: "%5%" % n)
    show(lambda: "%é" % n)
    show(lambda: "%" % n)
    show(lambda: "%5" % n)
    show(lambda: "%." % n)
    show(lambda: "%d" % None)
    show(lambda: "%.2f" % None)
    show(lambda: "%x" % 2.5)
    show(lambda: "%d %d" % (n,))
    show(lambda: "%d" % (n, n))
    show(lambda: "abc" % n)
    show(lambda: "%c" % "ab")


def of_bytes(n, data, text):
    print(b"%d|%5d|%-5d|%05d|%x|%#o" % (n, n, n, n, 255, 8), b"%.2f|%g" % (2.345, 1e20))
    print(b"%s|%b|%5s|%-5s|%.1s|%s" % (data, data, data, data, data, b"\xff\x00"), b"%c%c" % (65, b"\xe9"))
    print(b"%a|%r|%r" % (text, text, data), b"%(k)s %(n)5s%%" % {b"k": data, b"n": b"x"})
    print(b"%(k)d%%" % {b"k": n}, b"%*d|" % (6, n), b"\xff%s\xe9" % data, b"%" b"s" % data, 3 * data, True * data)
    data %= ()
    print(data)
    show(lambda: b"%s" % text)
    show(lambda: b"%d" % text)
    show(lambda: b"%c" % 256)
    show(lambda: b"%c" % b"ab")
    show(lambda: b"%c" % text)
    show(lambda: b"%y" % n)
    show(lambda: b"%d" % (n, n))
    show(lambda: b"%d %d" % n)
    show(lambda: b"%(a)d" % n)


def main():
    stars(42, 3.14159, -7)
    texts(5, "é")
    of_bytes(42, b"ab", "é")


if __name__ == "__main__":
    main()
