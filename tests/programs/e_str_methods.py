"""Each str method of the language, on ASCII text."""


def main():
    text = "  The quick brown fox \t\n"
    print(repr(text.strip()), repr(text.lstrip()), repr(text.rstrip()), repr("xxaxbxx".strip("x")))
    print("abcba".strip("ab"), "abcba".lstrip("ab"), "abcba".rstrip("ab"), repr("aaa".strip("a")))
    print(text.split(), "a,b,,c".split(","), "a--b--c".split("--"), "".split(), "".split(","), ",".split(","))
    print("a b c d".split(" ", 2), "  a  b ".split(" "), "a  b  c ".split(None, 1), "a,b,c".split(",", -1))
    print("-".join(["a", "b", "c"]), ",".join([]), "".join(["x"]), ", ".join("abc"), " ".join(("p", "q")))
    print("hello".find("l"), "hello".find("l", 3), "hello".find("l", 4), "hello".find(""), "hello".find("lo", 1, 4))
    print("hello".find("h", -5), "hello".find("o", -1), "hello".find("", 9), "hello".find("xyz"))
    print("banana".replace("an", "AN"), "banana".replace("a", ""), "banana".replace("a", "oo", 2))
    print("aaa".replace("aa", "b"), "abc".replace("", "-"), "abc".replace("x", "y"))
    print("hello".startswith("he"), "hello".startswith("lo"), "hello".startswith("l", 2), "hello".startswith(""))
    print("hello".endswith("lo"), "hello".endswith("he"), "hello".endswith(""), "hello".endswith("ell", 0, 4))
    print("a.py".endswith((".py", ".txt")), "a.md".startswith(("b", "a")), "a.md".endswith((".py", ".txt")))
    print("Hello World 1".upper(), "Hello World 1".lower())
    for word in ["", "12", "1a", "ab", "a b", " ", " \t\n", "-1", "1.5", "A", "_"]:
        print(repr(word), word.isdigit(), word.isalpha(), word.isalnum(), word.isspace())
    print("banana".count("a"), "banana".count("ana"), "banana".count(""), "banana".count("a", 2), "x".count("xx"))
    print("banana".count("a", 1, -1), "a-b".split("-")[1], "Mixed".lower().upper())
    try:
        "a".split("")
    except ValueError as error:
        print(error)


if __name__ == "__main__":
    main()
