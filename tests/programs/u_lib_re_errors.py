"""Patterns and templates that are wrong: CPython's messages and positions."""
import re

PATTERNS = [
    "(", ")", "a)", "(a", "[", "[a", "[z-a]", "[\\d-z]", "*", "a**", "+a", "a{2}{3}", "a{3,2}", "^*", "(?", "(?P", "(?P<",
    "(?P<a", "(?P<a>", "(?P<1>a)", "(?P<>a)", "(?P<a>a)(?P<a>b)", "(?P=a)", "(?P=a", "(?Pa)", "(?#", "(?z)", "(?<a)",
    "(?i", "(?i-", "(?i-:", "(?i-i:a)", "(?-a:b)", "(?au:b)", "a(?i)", "(?L:a)", "\\", "a\\", "\\x1", "\\u12", "\\U0011",
    "\\U00110000", "\\q", "[\\q]", "\\400", "[\\400]", "\\1", "(\\1)", "(?(1)a)", "(?(0)a)", "(?(x)a)", "(a)(?(1)b|c|d)",
    "(?(1", "(?(", "(?<=a*)", "(?<=(a)\\1)", "(?<!a|bc)", "(?:a", "(?>a", "(?=a", "(?P<é>x)", "a\nb(\n", "a{99999999999}",
    "(?P<n>a)(?P=n", "(?i)(?q)", "[a-\\w]", "(?P>x)", "(?<=(?(2)a|b))",
]
TEMPLATES = ["\\g", "\\g<", "\\g<a", "\\g<>", "\\g<2>", "\\g<-1>", "\\g<x y>", "\\2", "\\400", "\\q", "x\\", "\\g<nope>"]


def main():
    for pattern in PATTERNS:
        try:
            print(re.compile(pattern))
        except re.error as e:
            print(ascii(pattern), e.msg, e.pos, e.lineno, e.colno, ascii(str(e)), ascii(e.pattern))
        except OverflowError as e:
            print(ascii(pattern), "OverflowError", e)
    for template in TEMPLATES:
        try:
            print(re.sub("(a)", template, "banana"))
        except re.error as e:
            print(ascii(template), e, e.pos)
        except IndexError as e:
            print(ascii(template), "IndexError", e)
    for flags in [re.A | re.U, re.L]:
        try:
            print(re.compile("a", flags))
        except ValueError as e:
            print("ValueError", e)
    p = re.compile("(?P<a>x)|(y)")
    m = p.match("y")
    if m:
        for number in [3, -1, 100]:
            try:
                print(m.group(number))
            except IndexError as e:
                print("IndexError", e)
        try:
            print(m["b"])
        except IndexError as e:
            print("IndexError", e)
        print(m.group("a"), m.start("a"), m.span(1), m.end(2))
    try:
        re.compile(p, re.I)
    except ValueError as e:
        print("ValueError", e)
    m = p.match("z")
    try:
        print(m.group())
    except AttributeError as e:
        print("AttributeError", e)


if __name__ == "__main__":
    main()
