"""Long texts are built by joining, adding in loops, and taken apart again."""


def wrap(text, width):
    lines = []
    line = ""
    for word in text.split():
        if line and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = ""
        line += " " + word if line else word
    if line:
        lines.append(line)
    return lines


def encode_runs(text):
    parts = []
    i = 0
    while i < len(text):
        j = i
        while j < len(text) and text[j] == text[i]:
            j += 1
        parts.append(str(j - i) + text[i])
        i = j
    return "".join(parts)


def decode_runs(text):
    result = ""
    count = ""
    for letter in text:
        if letter.isdigit():
            count += letter
        else:
            result += letter * int(count)
            count = ""
    return result


def main():
    text = "the rain in spain stays mainly in the plain while the fox sleeps under a tree"
    for line in wrap(text, 20):
        print("|" + line + " " * (20 - len(line)) + "|")
    runs = encode_runs("aaabccddddddddddddé")
    print(runs, decode_runs(runs))
    big = ""
    for i in range(2000):
        big += str(i % 10)
    print(len(big), big[1995:], big.count("7"))
    lines = "\n".join(["line %d" % i for i in range(3)])
    print(lines)
    print(lines.split("\n"), lines.replace("\n", "|"))


if __name__ == "__main__":
    main()
