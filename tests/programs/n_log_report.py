"""An inventory of log lines: named tuples, flags, re, tuples of any length, combinations."""
import re
from collections import Counter, defaultdict
from enum import Flag, IntEnum, auto
from itertools import combinations
from typing import NamedTuple


class Level(IntEnum):
    DEBUG = 10
    INFO = 20
    ERROR = 40


class Has(Flag):
    USER = auto()
    CODE = auto()


class Entry(NamedTuple):
    time: int
    level: Level
    words: tuple[str, ...]
    has: Has = Has(0)

    @property
    def minute(self):
        return self.time // 60


LINE = re.compile(r"(?P<time>\d+) (?P<level>[A-Z]+) (?P<text>.*)")
LEVELS = {"DEBUG": Level.DEBUG, "INFO": Level.INFO, "ERROR": Level.ERROR}


def parse(text):
    for line in text.splitlines():
        m = LINE.fullmatch(line)
        if not m:
            raise ValueError(f"bad line: {line!r}")
        has = Has(0)
        if re.search(r"user=\w+", line):
            has |= Has.USER
        if re.search(r"code=\d+", line):
            has |= Has.CODE
        yield Entry(int(m["time"]), LEVELS[m["level"]], tuple(m["text"].split()), has)


TEXT = """60 INFO login user=ann
75 ERROR failed user=bob code=7
130 DEBUG tick
190 ERROR failed code=9
200 INFO logout user=ann"""


def main():
    entries = list(parse(TEXT))
    for e in entries:
        print(e, e.minute, e.level >= Level.ERROR, Has.USER in e.has)
    print(Counter(w for e in entries for w in e.words).most_common(2))
    by = defaultdict(list)
    for e in entries:
        by[e.level].append(e.time)
    for level, times in sorted(by.items()):
        print(f"{level.name:>6} {level:3d} {times}")
    pairs = [(a.time, b.time) for a, b in combinations(entries, 2) if set(a.words) & set(b.words)]
    print(pairs, max(entries, key=lambda e: len(e.words)).words)
    first, *rest, last = entries
    print(first.time, len(rest), last._replace(time=0, has=Has.USER | Has.CODE))
    times, levels = zip(*[(e.time, int(e.level)) for e in entries])
    print(times, levels, sum(times))
    try:
        list(parse("nonsense"))
    except ValueError as error:
        error.add_note("in the sample")
        print(error, error.__notes__)


if __name__ == "__main__":
    main()
