"""Tables computed at import are constant data: primes, sines, a CRC, nested structures."""

import math

LIMIT = 100
PRIMES = []
for _n in range(2, LIMIT):
    if all(_n % p for p in PRIMES):
        PRIMES.append(_n)

SINES = tuple([round(math.sin(i * math.pi / 8), 6) for i in range(8)])


def _crc_entry(n):
    for _ in range(8):
        n = (n >> 1) ^ 0xEDB88320 if n & 1 else n >> 1
    return n


CRC = [_crc_entry(n) for n in range(256)]

MORSE = {letter: code for letter, code in zip("etanim", [".", "-", ".-", "-.", "..", "--"])}
REVERSE = {code: letter for letter, code in MORSE.items()}
TREE = {"root": [("left", 1), ("right", 2)], "leaf": []}
SETTINGS = {"width": 10, "height": 4} if LIMIT > 50 else {"width": 1}
DEBUG = False


def crc32(text):
    crc = 0xFFFFFFFF
    for letter in text:
        crc = CRC[(crc ^ ord(letter)) & 0xFF] ^ (crc >> 8)
    return crc ^ 0xFFFFFFFF


def main():
    print(PRIMES, len(PRIMES), SINES)
    print(f"{crc32('123456789'):08x} {crc32(''):x} {crc32('hello'):x}")
    text = " ".join([MORSE[letter] for letter in "eat"])
    print(text, "".join([REVERSE[code] for code in text.split()]))
    for key, children in TREE.items():
        print(key, children)
    print(SETTINGS["width"] * SETTINGS["height"])
    if DEBUG:
        undefined_name.never_translated(1, "x" + 2)


if __name__ == "__main__":
    main()
