"""textwrap, and the constants, capwords and templates of string."""
import string
import textwrap

TEXT = ("The quick brown fox jumped over the lazy dog -- a well-known half-truth, e.g. in state-of-the-art "
        "typewriters.\tIt was a supercalifragilisticexpialidocious day!  Right?\n\nYes. ")
GREETING = string.Template("Hello $who, ${what}s cost $$5; $who")


class Percent(string.Template):
    delimiter = "%"
    idpattern = "[a-z]+[.]?[a-z]+"


def main():
    for width in [1, 10, 17, 30, 70]:
        print(textwrap.wrap(TEXT, width))
    print(textwrap.fill(TEXT, width=40, initial_indent="* ", subsequent_indent="  "))
    print(textwrap.wrap(TEXT, 20, break_long_words=False, break_on_hyphens=False))
    print(textwrap.wrap(TEXT, 25, fix_sentence_endings=True, drop_whitespace=False))
    print(textwrap.wrap(TEXT, 25, replace_whitespace=False, expand_tabs=False))
    print(textwrap.wrap(TEXT, 20, max_lines=2), textwrap.wrap(TEXT, 20, max_lines=1, placeholder="..."))
    print(textwrap.wrap("", 5), textwrap.wrap("   ", 5), textwrap.wrap("a-b--c- d", 3), textwrap.wrap("ééé äöü", 3))
    wrapper = textwrap.TextWrapper(width=12, subsequent_indent="> ")
    wrapper.initial_indent = "- "
    print(wrapper.fill("one two three four five six"))
    for width in [0, -1]:
        try:
            textwrap.wrap("a b", width)
        except ValueError as e:
            print("ValueError", e)
    try:
        textwrap.shorten("hello world", 3)
    except ValueError as e:
        print("ValueError", e)
    print(textwrap.shorten("Hello  world!", width=12), textwrap.shorten("Hello  world!", width=11))
    print(textwrap.shorten("Hello world", width=10, placeholder="..."))
    for text in ["  a\n    b\n\n  c\n", "\ta\n\t  b", "  a\n\tb", "a\n  b", "   \n  x\n \t \n", "", "  x\n   y\n z"]:
        print(repr(textwrap.dedent(text)))
    print(textwrap.indent("a\n\n  b\nc", "> "), repr(textwrap.indent("a\n\nb", "+", lambda line: True)))

    print(string.ascii_lowercase, string.digits, string.hexdigits, string.whitespace == " \t\n\r\x0b\x0c")
    print("!" in string.punctuation, "é" in string.ascii_letters, string.octdigits, len(string.printable))
    print(string.capwords("hello  wORLD foo"), string.capwords("a-bc-d", "-"))
    print(GREETING.substitute(who="Tim", what="pen"), GREETING.substitute({"who": "Ada", "what": "book"}))
    print(GREETING.safe_substitute(who="Bob"), GREETING.substitute({"who": "A", "what": "x"}, what="y"))
    try:
        print(GREETING.substitute(who="Bob"))
    except KeyError as e:
        print("KeyError", e)
    for text in ["a $ b", "x\n$(", "${a b}", "$é", "$1"]:
        try:
            print(string.Template(text).substitute(a="1"))
        except ValueError as e:
            print("ValueError", e)
        print(string.Template(text).safe_substitute(a="1"))
    print(Percent("%a.b $x %% %{cd}").substitute({"a.b": "1", "cd": "2"}), GREETING.template)
    print(string.Template("$a$_b1 ${A}c").substitute(a="1", _b1="2", A="3"))


if __name__ == "__main__":
    main()
