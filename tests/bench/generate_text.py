"""Write a text for word_count: the same text for the same number of words, on every machine.

Run:   python3 generate_text.py WORDS OUT

The vocabulary is made of syllables; how often a word occurs falls with its rank as in a natural
language (Zipf). One word in a hundred of the vocabulary has letters beyond ASCII.
"""

import bisect
import os
import sys

VOCABULARY = 40000
SYLLABLES = (
    "ba be bi bo bu da de di do du fa fe ga go ha he hi ka ke ko la le li lo lu ma me mi mo mu na ne "
    "no pa pe po ra re ri ro sa se so ta te ti to va ve wa we zo an en in on un ar er or st sch"
).split()
FOREIGN = ["é", "ü", "ß", "ø", "ñ", "λό", "ния", "語"]


class Random:
    """A 64-bit linear congruential generator; the library's may change with its version."""

    def __init__(self, seed):
        self.state = seed

    def below(self, limit):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.state >> 33) * limit >> 31


def vocabulary(random):
    words = {}
    while len(words) < VOCABULARY:
        # Common words are short, as in a language: the list is in order of frequency.
        length = 1 + random.below(2 + len(words) * 4 // VOCABULARY)
        word = "".join([SYLLABLES[random.below(len(SYLLABLES))] for _ in range(length)])
        if random.below(100) == 0:
            word += FOREIGN[random.below(len(FOREIGN))]
        words[word] = True
    return list(words)


def write(file, count):
    random = Random(2024)
    words = vocabulary(random)
    bounds = []
    total = 0
    for rank in range(len(words)):
        total += 10**9 // (rank + 3)
        bounds.append(total)
    line = []
    for _ in range(count):
        line.append(words[bisect.bisect_right(bounds, random.below(total))])
        if len(line) >= 8 and random.below(8) == 0:
            file.write(" ".join(line) + "\n")
            line = []
    if line:
        file.write(" ".join(line) + "\n")


def main():
    count, path = int(sys.argv[1]), sys.argv[2]
    unfinished = path + ".part"
    with open(unfinished, "w", encoding="utf-8") as file:
        write(file, count)
    os.replace(unfinished, path)


if __name__ == "__main__":
    main()
