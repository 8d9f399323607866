"""Text beyond ASCII: methods, case mapping, searching and ordering by code point."""


def show(text):
    print(text, len(text), text.upper(), text.lower(), repr(text), [ord(c) for c in text])


def main():
    for text in ["naïve", "Straße", "Ωmega", "日本語", "😀 smile", "İstanbul", "ŉ ǆ", "éa"]:
        show(text)
    text = "žluťoučký kůň úpěl ďábelské ódy"
    print(text.split(), text.find("kůň"), text.find("x"), text.count("ů"), text.replace("ů", "u"))
    print(text.upper(), text.upper().lower() == text, text.startswith("žlu"), text.endswith("dy"))
    print("-".join(list("€£¥")), "ß" * 3, "é" in "café", "e" in "café", "\u00a0\u2003x\u3000".strip())
    print(repr("\u00a0a\u2028b".split()), "\u2003".isspace(), "٣".isdigit(), "²".isdigit(), "½".isdigit())
    print("é".isalpha(), "日".isalnum(), "٣".isalnum(), "ª".isalpha(), "😀".isalpha(), "₂".isdigit())
    print(sorted(["z", "é", "a", "😀", "日", "Z"]), "é" > "z", "\uffff" < "\U00010000")
    print(repr("\x00\x1f\x7f\x80\xa0\xad\u200b\u2028\U000e0001"), repr("tab\t'\""), repr("it's"), repr('"'))
    print(repr("a\\b\r\n"), ["é\n"], {"ñ": "'"}, ("\u0301", "e\u0301"))
    print("ſ".upper(), "ﬁ".upper(), "Σας".upper(), "ΑΣ".lower(), "ΑΣΑ".lower(), "K".lower())
    long = "é" * 1000 + "x" + "日" * 1000
    print(long[999], long[1000], long[1001], long.find("x"), long.find("日"), len(long[990:1010]))
    print(int("٣٤"), float("٣.٥"), "%s|%5s|%-4s|" % ("é", "日本", "ñ"), f"{'é':>4}|{'日本':^6}|{'😀':*<3}|")


if __name__ == "__main__":
    main()
