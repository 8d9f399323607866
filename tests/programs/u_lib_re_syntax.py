"""What patterns mean: each is known only when the program runs, and tried on some texts."""
import re

CASES = [
    (r"(a|b)*c", ["ababc", "xac", "ab"]),
    (r"a{2,3}?b|a{,2}c|x{2}", ["aaab", "aac", "xx", "x"]),
    (r"^(\d+)\s*(?:px|em)$", ["12px", "7 em", "12pt", "12px\n"]),
    (r"(?m)^\w+$", ["one\ntwo three\nfour"]),
    (r"(?s)a.b", ["a\nb"]),
    (r"(?x) a  b # comment\n | c", ["ab", "c"]),
    (r"(?i)straße|k|[à-å]", ["STRAßE", "\u212a", "K", "À", "ſ"]),
    (r"(?i:A)b", ["ab", "aB"]),
    (r"(?ai)k|\w", ["\u212a", "K", "é"]),
    (r"(?P<q>['\"])(.*?)(?P=q)", ["say 'it' \"now\"", "'open"]),
    (r"(\w)\1", ["hello", "world"]),
    (r"(?i)(ab)\1", ["abAB"]),
    (r"(\()?[^()]+(?(1)\))$", ["(a)", "a", "(a"]),
    (r"foo(?=bar)", ["foobar", "foobaz"]),
    (r"foo(?!bar)", ["foobar", "foobaz"]),
    (r"(?<=\$)\d+", ["cost $42", "42"]),
    (r"(?<!\$)\b\d+", ["cost $42 17"]),
    (r"(?>a+)ab", ["aaab"]),
    (r"a++b|a*+a", ["aaab", "aaa"]),
    (r"[\w.+-]+@[\w-]+\.[\w.]+", ["mail me: j.d+x@ex-ample.co.uk!"]),
    (r"[^\W\d_]+", ["__12abc34"]),
    (r"[]a-]+|[^]]", ["a]-", "b"]),
    (r"\bfoo\b|\Boo", ["a foo", "food", "oo"]),
    (r"\Aab\Z", ["ab", "ab\n"]),
    (r"\x41\u00e9\101\07|\n\t", ["AéA\x07", "\n\t"]),
    (r"\d+", ["٣٤", "12"]),
    (r"(?a)\d+|\s", ["٣٤", "\u2003 "]),
    (r"\s+", ["a\u2003\x1c b"]),
    (r"(a*)*", ["aa", "b"]),
    (r"(a*)+?b", ["aab"]),
    (r"(?:a|(b))+", ["ba", "ab"]),
    (r"(a)|(b)|(?P<c>c)", ["a", "b", "c"]),
    (r"((a)(b)?)+", ["aba"]),
    (r"x*", ["", "y", "xx"]),
    (r"", ["ab"]),
    (r"(?:(?:(?:(?:a)?)*)+)?b", ["aab"]),
    (r"(ab|a)(bc|c)?$", ["abc", "ac", "ab"]),
    (r"\$\{(?P<name>\w+)(?::(?P<default>[^}]*))?\}", ["${a}", "${b:x y}", "${}"]),
    (r".*;", ["a;b;c", "äö;ü"]),
    (r".*?;", ["a;b;c"]),
    (r"[é-ü]{2}", ["aéüb"]),
    (r"日本(語)?", ["日本語", "日本"]),
    (r"(?:(a)|b)*\1", ["aba", "bb"]),
    (r"(?=(a+))a*b\1", ["aaabaaa", "aaba"]),
    (r"(?<=(?P<x>a)b)c(?P=x)?", ["abca", "abc"]),
]


def show(m):
    if m is None:
        return "None"
    return f"{m.span()} {m.groups()} {m.lastindex} {m.lastgroup} {m.groupdict()}"


def main():
    for pattern, texts in CASES:
        p = re.compile(pattern)
        print(p, p.groups, p.flags, sorted(p.groupindex.items()))
        for text in texts:
            print("  ", ascii(text), show(p.match(text)), "/", show(p.search(text)), "/", show(p.fullmatch(text)))
            print("     ", p.split(text), p.sub("<\\g<0>>", text), [m.span() for m in p.finditer(text)])

    # Large counts, deep nesting, and much to come back to.
    print(show(re.compile("a{1000}").match("a" * 1000)))
    print(show(re.compile("(?:ab){500,100000}c").match("ab" * 600 + "c")))
    print(re.compile("(" * 50 + "a" + ")" * 50).fullmatch("a").lastindex)
    print(show(re.compile("(?:a|b)*(?:c|d)").match("ab" * 30000 + "d")))
    print(show(re.compile("(?:(?:a|b){2})*?c").match("ab" * 5000 + "c")))
    print(show(re.compile("(?:a?){15}a{15}").match("a" * 15)))
    words = "|".join([f"w{i}" for i in range(300)])
    print(re.findall(words, "w299 w0 w1000 w300"), re.findall("(?:" + words + ")$", "w12 w298"))


if __name__ == "__main__":
    main()
