"""% formatting: flags, widths, precisions, types, and its errors."""


class Thing:
    def __str__(self):
        return "thing"

    def __repr__(self):
        return "Thing()"


def main():
    print("%d %i %5d|%-5d|%05d|%+d|% d|%x|%X|%o|%#x|%#o" % (1, 2, 3, 4, 5, 6, 7, 255, 255, 8, 255, 8))
    print("%d %d %d" % (-5, True, 3.99), "%5.3d|%-6.2d|" % (7, 7), "%+05d" % 42)
    print("%s %s %s %s %s" % ("s", 1, 2.5, None, True), "%r %r %s" % ("q'", [1], (1, 2)))
    print("%5s|%-5s|%.2s|%5.1s|" % ("abc", "abc", "abc", "abc"), "%s %r" % (Thing(), Thing()))
    print("%f %.2f %8.3f|%-8.1f|%08.2f|%+.1f|%.0f" % (1.5, 2.345, 3.14159, 4.25, -5.5, 6.0, 0.5))
    print("%e %.2e %E %g %G %.3g %g %g" % (12345.678, 12345.678, 1e-10, 1e-5, 1e20, 1234.5, 100000.0, 1000000.0))
    print("%c%c%c" % ("a", 98, 8364), "100%%", "%d%%" % 50, "plain %s" % "one")
    print("%*d|%-*d|%.*f" % (5, 42, 6, 7, 2, 3.14159))
    print("%(name)s is %(age)03d" % {"name": 1, "age": 7}, "%s" % ("tuple",), "%s" % [1, 2])
    template = "%s=" + "%d"
    print(template % ("n", 5))
    for n in [1, 22, 333]:
        print("%4d|%-4d|%04d" % (n, n, n))
    print("%5d" % 123456789, "%.3f" % float("inf"), "%d" % -0, "%5.1f%%" % 99.55)


if __name__ == "__main__":
    main()
