"""str.translate and str.maketrans in all forms."""

VOWELS = str.maketrans("aeiou", "AEIOU")
RULES = {ord("x"): "ks", ord("é"): "e", ord("-"): None}


def show(attempt):
    try:
        print(attempt())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)


def tables(text):
    print(text.translate(VOWELS), text.translate(RULES), text.translate({97: None}), text.translate({}))
    print(text.translate({97: 0x1F600, 98: 233}), "".translate(VOWELS))
    print(text.translate(str.maketrans("ab", "é😀")), text.translate(str.maketrans("a", "b", "x-")))
    print(text.translate(str.maketrans({"a": "1", "é": "22"})), text.translate(str.maketrans({97: "z"})))
    print(str.maketrans("ab", "xy"), str.maketrans("a", "b", "c"), str.maketrans({"a": None}))


def main():
    for text in ["a-xéb", "plain", "", "ééé"]:
        tables(text)
    show(lambda: str.maketrans("ab", "c"))
    show(lambda: str.maketrans({"ab": 1}))
    show(lambda: "abc".translate({98: -1}))
    show(lambda: "abc".translate({98: 0x110000}))
    show(lambda: "abc".translate({122: 0x110000}))
    print(" ".join(word.translate(str.maketrans("", "", ".,!")) for word in ["well,", "done!"]))


if __name__ == "__main__":
    main()
