"""Count the words of a text file and show the most frequent ones.

Shows: reading a file line by line, a dict as a counter, sorting by a key that is a tuple, f-strings
with format specifications, errors of the operating system.

Run:   python3 wordfreq.py FILE [HOW_MANY]          HOW_MANY words are listed, 10 by default
       python3 wordfreq.py < FILE                   without FILE, standard input is read
"""

import sys


class Tally:
    """What has been seen so far."""

    def __init__(self):
        self.counts = {}
        self.lines = 0
        self.words = 0
        self.characters = 0

    def add_file(self, file):
        for line in file:
            self.add_line(line)

    def add_line(self, line):
        self.lines += 1
        self.characters += len(line)
        for word in split_words(line):
            self.words += 1
            self.counts[word] = self.counts.get(word, 0) + 1

    def most_frequent(self, how_many):
        """Pairs (word, count), the highest count first, equal counts in alphabetical order."""
        by_count = sorted(self.counts.items(), key=lambda pair: (-pair[1], pair[0]))
        return by_count[:how_many]

    def longest_word(self):
        longest = ""
        for word in self.counts:
            if (len(word), longest) > (len(longest), word):  # of the longest, the first in the alphabet
                longest = word
        return longest


def split_words(line):
    """The words of `line` in lower case: runs of letters, which may hold apostrophes and hyphens."""
    words = []
    start = -1
    for position, char in enumerate(line):
        if char.isalpha():
            if start < 0:
                start = position
        elif start >= 0 and char not in "'-":
            words.append(line[start:position].rstrip("'-").lower())
            start = -1
    if start >= 0:
        words.append(line[start:].rstrip("'-").lower())
    return words


def report(tally, how_many):
    print(f"{tally.lines} lines, {tally.words} words, {tally.characters} characters")
    if tally.words == 0:
        return
    different = len(tally.counts)
    once = sum([1 for count in tally.counts.values() if count == 1])
    print(f"{different} different words, {once} of them occur once ({once / different:.1%})")
    print(f"longest word: {tally.longest_word()}")
    print()
    top = tally.most_frequent(how_many)
    width = max([len(word) for word, count in top])
    highest = top[0][1]
    for word, count in top:
        bar = "#" * (count * 40 // highest)
        print(f"{word:<{width}} {count:6d} {count / tally.words:7.2%}  {bar}")


def main(argv):
    how_many = 10
    if len(argv) > 2:
        if not argv[2].isdigit() or int(argv[2]) == 0:
            print(f"wordfreq: not a number of words: {argv[2]!r}", file=sys.stderr)
            return 2
        how_many = int(argv[2])
    tally = Tally()
    if len(argv) < 2:
        tally.add_file(sys.stdin)
    else:
        try:
            with open(argv[1], encoding="utf-8") as file:
                tally.add_file(file)
        except OSError as error:
            print(f"wordfreq: {error}", file=sys.stderr)
            return 1
    report(tally, how_many)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
