"""Text is indexed, joined, repeated, searched, compared and iterated."""


def reverse(text):
    result = ""
    for letter in text:
        result = letter + result
    return result


def is_palindrome(text):
    return text == reverse(text)


def caesar(text, shift):
    result = ""
    for letter in text:
        if "a" <= letter <= "z":
            letter = chr((ord(letter) - ord("a") + shift) % 26 + ord("a"))
        result += letter
    return result


def main():
    text = "hello, world"
    print(text, len(text), text[0], text[-1], text[4] + text[7], text * 2, 2 * "ab", "x" * 0, "x" * -3)
    print(reverse(text), is_palindrome("level"), is_palindrome("levels"))
    print(caesar(text, 3), caesar(caesar(text, 3), -3))
    print("lo" in text, "" in text, "xyz" not in text, "h" in "", text == "hello" + ", " + "world")
    print("abc" < "abd", "abc" < "ab", "Z" < "a", "" < "a", "b" > "abc", min("hello"), max("hello"))
    print(ord("A"), chr(97), ord("€"), chr(8364), chr(0x1F600), len(chr(0x1F600)))
    print(str(12) + str(-3.5) + str(True) + str(None) + str("s"))
    for i, letter in enumerate("héé"):
        print(i, letter, ord(letter))
    counts = {}
    for letter in "mississippi":
        counts[letter] = counts.get(letter, 0) + 1
    print(counts, sorted("banana"), list("añb"))
    print("tab\there", 'quote"s', "new\nline", "back\\slash", "\x41\u00e9", r"raw\n", "con" "cat")
    print("""several
lines""", bool(""), not "x", text is not None)
    try:
        print(text[12])
    except IndexError as error:
        print(error)
    try:
        print(chr(-1))
    except ValueError as error:
        print(error)


if __name__ == "__main__":
    main()
