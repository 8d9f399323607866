"""generate_codecs.py OUTPUT: names and tables of the running CPython's encodings as C tables.

An encoding is a number: those of the list below by their place in it (rtyper/lowlevel/charsets.py knows them), then
one for each that maps bytes to characters one by one.  Names are as encodings.normalize_encoding leaves them."""

import codecs
import encodings
import encodings.aliases
import pkgutil
import sys

ALGORITHMS = ("utf_8", "ascii", "latin_1", "utf_16", "utf_16_le", "utf_16_be", "utf_32", "utf_32_le", "utf_32_be", "utf_8_sig")
NOT_BUILT, NO_TEXT = -2, -3


def characters_of(name):
    """The code points of the 256 bytes, -1 where there is none; None: it is no such encoding."""
    module = getattr(encodings, name, None)
    if not any(hasattr(module, table) for table in ("decoding_table", "decoding_map")):
        return None
    codes = []
    for byte in range(256):
        try:
            codes.append(ord(bytes([byte]).decode(name)))
        except UnicodeDecodeError:
            codes.append(-1)
    return codes


def bytes_of(name, codes):
    """Pairs of code point and byte, sorted; at most 256."""
    return [(code, chr(code).encode(name)[0]) for code in sorted(set(codes) - {-1})]


def main(path):
    numbers = {name: i for i, name in enumerate(ALGORITHMS)}
    maps = []
    for module in sorted(each.name for each in pkgutil.iter_modules(encodings.__path__)):
        try:
            found = codecs.lookup(module)
        except LookupError:
            continue
        if module in numbers or module == "charmap":
            continue
        codes = characters_of(module)
        if not found._is_text_encoding:
            numbers[module] = NO_TEXT
        elif codes is None:
            numbers[module] = NOT_BUILT
        else:
            numbers[module] = len(ALGORITHMS) + len(maps)
            maps.append((codes, bytes_of(module, codes)))
    names = dict(numbers)
    for alias, module in encodings.aliases.aliases.items():
        if module in numbers:
            names[alias] = numbers[module]
    lines = [f"// From CPython {sys.version.split()[0]}.  Generated."]
    lines += ["#include <stdint.h>", f"enum {{ FIRST_MAP = {len(ALGORITHMS)}, NAME_COUNT = {len(names)} }};"]
    lines += ["static const struct { const char* name; int number; } kNames[] = {"]
    lines += [f'    {{"{name}", {number}}},' for name, number in sorted(names.items())]
    lines += ["};", "static const int32_t kCharacters[][256] = {"]
    lines += [f"    {{{', '.join(map(str, codes))}}}," for codes, _ in maps]
    lines += ["};", "static const struct { int count; struct { int32_t code; int byte; } rows[256]; } kBytes[] = {"]
    for _, pairs in maps:
        lines += [f"    {{{len(pairs)}, {{{', '.join(f'{{{code}, {byte}}}' for code, byte in pairs)}}}}},"]
    lines += ["};"]
    with open(path, "w") as file:
        file.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main(sys.argv[1])
