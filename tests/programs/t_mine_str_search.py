"""What CPython's tests check of searching, counting, splitting and replacing in texts."""


def told(call):
    try:
        print(repr(call()))
    except (ValueError, TypeError, IndexError, OverflowError) as error:
        print(type(error).__name__, error)


def finding():
    text = "abcdefghiabc"
    for what, start, stop in [("abc", 0, 12), ("abc", 1, 12), ("def", 4, 12), ("", 0, 12), ("", 12, 12), ("", 13, 20), ("", 3, 1),
                              ("abc", -3, 100), ("ghi", -6, -3), ("ghi", -6, -4), ("i", 8, 9), ("i", 9, 8), ("x", -100, 100)]:
        print(what, start, stop, text.find(what, start, stop), text.rfind(what, start, stop), text.count(what, start, stop))
    print(text.find("abc", None), text.rfind("abc", None, None), text.find("abc", 1, None), text.count("", None, -12))
    for start in (None, 1, -4, None):
        for stop in (5, None):
            print(text.find("a", start, stop), text.count("", start, stop), text.startswith("b", start), b"abcabc".rfind(b"c", start, stop))
    told(lambda: text.index("hib"))
    told(lambda: text.index("abc", -2))
    told(lambda: text.rindex("ghi", -6, -4))
    told(lambda: "".index(""))
    told(lambda: "".rindex("a"))
    print("aaa".count("aa"), "aaa".count(""), "".count(""), "".count("xx"), "aaa".count("", 1), "aaa".count("", 3), "aaa".count("", 10))
    print("ab" in "cab", "" in "", "abc" in "ab", "\u20ac" in "a\u20ac", "a\u20ac".find("\u20ac"), "\U0001f600\u20aca".rfind("a"))
    words = ["", "a", "b", "ab", "ba", "aab", "bab"]
    total = 0
    for hay in words:
        for needle in words:
            at = hay.find(needle)
            total = total * 7 % 100003 + at + hay.count(needle) * 3 + hay.rfind(needle)
            assert (needle in hay) == (at != -1)
    print(total)


def splitting():
    text = "a|b|c|d"
    for limit in (-1, 0, 1, 2, 3, 4, 100):
        print(limit, text.split("|", limit), text.rsplit("|", limit), " a  b   c ".split(None, limit), " a  b   c ".rsplit(None, limit))
    print("a//b//c//d".split("//", 2), "a//b//c//d".rsplit("//", 2), "endcase test".split("test"), "startcase".rsplit("start"))
    print("||a||".split("|"), "".split("|"), "".split(), "   ".split(), "x".split("xx"), "aaa".split("aa"), "aaa".rsplit("aa"))
    print("a\x1cb\x1dc\u2003d\x85e\xa0f".split(), "bbbb".split("b"), "bbbb".rsplit("b", 1), "a b c".split(maxsplit=1), "a,b".split(sep=","))
    told(lambda: "hello".split(""))
    told(lambda: "hello".rsplit("", 1))
    print("this is the partition method".partition("ti"), "http://www".partition("://"), "x".partition("?"), "?x".partition("?"), "x?".rpartition("?"), "xyz".rpartition("?"), "a?b?c".rpartition("?"))
    told(lambda: "x".partition(""))
    print("a\nb\r\nc\rd\x0be\x0cf\x1cg\x85h\u2028i\n".splitlines(), "a\nb\r\nc".splitlines(True), "\n\n".splitlines(), "".splitlines(), "x\r".splitlines(keepends=True))


def replacing():
    for count in (-1, 0, 1, 2, 3, 10):
        print(count, "one!two!three!".replace("!", "@", count), "abc".replace("", "-", count), "aaa".replace("aa", "b", count), "aaaa".replace("aa", "", count))
    print("".replace("", "A"), "".replace("A", ""), "A".replace("", ""), "AA".replace("", "*-"), "spam, spam".replace("spam", "ham"), "bobobob".replace("bob", "bobby"), "bobobobXbobob".replace("bobob", "bob"))
    print("a\u20aca".replace("\u20ac", "e"), "aea".replace("e", "\U0001f600"), "Who goes there?".replace("o", "o"))
    print("spam".removeprefix("sp"), "spam".removeprefix("spamspam"), "spam".removesuffix("am"), "spam".removesuffix(""), "".removeprefix("x"))


def ends():
    text = "helloworld"
    for what, start, stop in [("lowo", 3, 10), ("lowo", 3, 7), ("lowo", 3, 6), ("", 0, 1), ("", 10, 10), ("", 11, 12), ("ld", -2, 100), ("he", -100, 2), ("", 5, 4)]:
        print(what, start, stop, text.startswith(what, start, stop), text.endswith(what, start, stop))
    print(text.startswith(("he", "ha")), text.endswith(("lo", "ld")), text.startswith(()), text.endswith(("low", "rld"), 0, -1), text.startswith(("lo", "ell"), 1))


def stripping():
    text = " \t\n\r\x0b\x0c\x1chello \u2003"
    print([text.strip(), text.lstrip(), text.rstrip()], "xyzzyhelloxyzzy".strip("xyz"), "xyzzyhelloxyzzy".lstrip("xyz"), "xyzzyhelloxyzzy".rstrip("xyz"), "hello".strip("helo"), "".strip("x"), "hi".strip(""), " hi ".strip(None))
    for width in (-1, 0, 3, 4, 5, 6, 9):
        print(repr("abc".center(width)), repr("abcd".center(width, "*")), repr("abc".ljust(width, "-")), repr("abc".rjust(width, "-")), repr("-12".zfill(width)), repr("+".zfill(width)), repr("".zfill(width)), repr("a\u20ac".zfill(width)))
    print(repr("abc\rab\tdef\ng\thi".expandtabs()), repr("abc\rab\tdef\ng\thi".expandtabs(4)), repr("a\tb".expandtabs(0)), repr("a\tb".expandtabs(-3)), repr(" \ta\n\tb".expandtabs(1)), repr("\t".expandtabs(tabsize=3)))


def main():
    finding()
    splitting()
    replacing()
    ends()
    stripping()


if __name__ == "__main__":
    main()
