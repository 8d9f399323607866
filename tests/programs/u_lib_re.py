"""The functions of re, patterns and matches, with patterns that are known at import and in the code."""
import re

LOG = re.compile(r'(?P<ip>\d+(?:\.\d+){3}) \[(?P<time>[^\]]+)\] "(?P<what>[A-Z]+) (?P<path>\S+)" (\d{3})')
TOKEN = re.compile(r"""
    (?P<number>\d+(?:\.\d*)?) |
    (?P<name>[A-Za-z_]\w*) |
    (?P<text>"(?:[^"\\]|\\.)*") |
    (?P<op>[-+*/=<>!]=?|[(),]) |
    (?P<space>\s+) |
    (?P<other>.)""", re.VERBOSE)
RULES = [(re.compile(r"(\w+)=(\d+)"), "assign"), (re.compile(r"#.*"), "comment"), (re.compile(r"(end)"), "end")]


class Scanner:
    def __init__(self, text):
        self.text = text
        self.pos = 0

    def tokens(self):
        while self.pos < len(self.text):
            m = TOKEN.match(self.text, self.pos)
            if m is None:
                break
            self.pos = m.end()
            if m.lastgroup != "space":
                yield m.lastgroup, m.group()


def double(m):
    return m.group(1) * 2


def main():
    m = LOG.match('10.0.0.1 [now] "GET /index.html" 200 rest')
    if m:
        ip, time, what, path, status = m.groups()
        print(ip, time, what, path, int(status))
        print(m.group("ip", "path"), m.group(1, 2, 3), m.group(1, 2, 3, 4, 5), m["what"], m[0])
        print(m.groupdict(), m.lastindex, m.lastgroup, m.regs)
        print(m.start(), m.end(), m.span("path"), m.pos, m.endpos, m.string[:3], m.re is LOG)
        print(m.expand(r"\g<path> from \1\n"), m)
    print(list(Scanner('x = foo(1.5, "a\\"b") + é').tokens()))
    for line in ["a=1", "# note", "end", "?"]:
        for pattern, kind in RULES:
            found = pattern.fullmatch(line)
            if found:
                print(kind, found.groups(), found.group())
                break
        else:
            print("nothing", line)

    print(re.findall(r"\w+", "one two"), re.findall(r"(\w)\w", "one two"))
    for key, value in re.findall(r"(\w+)=(\w*)", "a=1 b= c=3"):
        print(key, value)
    print(re.search("b+", "abbc"), re.match("b", "abc"), re.fullmatch("ABC", "abc", re.I))
    print(re.sub(r"(\w+) (\w+)", r"\2 \1", "hello world"), re.subn("a", "b", "banana", count=2))
    print(re.sub(r"(\d)", double, "a1b2"), re.sub("x*", "-", "abxd"), re.sub(".", lambda m: m.group().upper(), "abc"))
    print(re.sub("é", "e", "café é"), re.sub(r"(a)|b", r"[\1]", "ab"))
    print(re.split(r"\W+", "Words, words, words."), re.split(r"(\W+)", "a, b", maxsplit=1), re.split("x*", "axbc"))
    print([m.span() for m in re.finditer(r"a|(?=b)", "abab")])
    print(re.escape("a.b*c [x]\n"), re.escape("é_1"))
    p = re.compile("(?P<y>a)(b)?", re.I | re.M)
    print(p, p.pattern, p.flags, p.groups, sorted(p.groupindex))
    print(p.search("xxAB", 3), p.search("xxAB", 2, 3), p.match("xab", 1), p.findall("abab", 1), p.split("zabz"))
    print(p == re.compile("(?P<y>a)(b)?", re.I | re.M), p == re.compile("a"), isinstance(p, re.Pattern))
    print(re.search("\\N{DIGIT ONE}+", "0111"), re.findall("^.", "a\nb", flags=re.MULTILINE))
    m = p.match("a")
    print(m and m.groups("-"), m and m.groupdict(""), bool(m), isinstance(m, re.Match))
    text = "naïve café"
    print([text[m.start():m.end()] for m in re.finditer(r"\w+", text)], re.search("é$", text))
    re.purge()


if __name__ == "__main__":
    main()
