"""How often each word of a text occurs: reading lines, splitting, a dict of strings, sorting."""

import sys


def count_words(path):
    counts = {}
    with open(path, encoding="utf-8") as file:
        for line in file:
            for word in line.split():
                counts[word] = counts.get(word, 0) + 1
    return counts


def main(path):
    counts = count_words(path)
    print(f"{sum(counts.values())} words, {len(counts)} different")
    ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    for word, count in ranked[:25]:
        print(f"{count:8d} {word}")


if __name__ == "__main__":
    main(sys.argv[1])
