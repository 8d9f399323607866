"""generate_unicode.py OUTPUT: Unicode properties of the running CPython as C tables.

Every code point has a small integer, its record; the records are few.  The map is in two stages: blocks of 128
code points, equal blocks stored once.  A record holds flags (uni_flags in leaf.def, and two more that only the
runtime sees), the value of a decimal digit, and what is added to the code point to map its case.  Mappings to
several code points are kept apart, sorted by (code point, which)."""

import sys
import unicodedata

BLOCK = 128
CASES = ("lower", "upper", "title", "casefold")  # in the order of the columns
CASED, IGNORABLE, SPECIAL = 1 << 12, 1 << 13, 1 << 14


def is_case_ignorable(c):
    """Seen by the rule for a final sigma: it looks through case-ignorable characters for cased ones."""
    if is_cased(c):
        return ("a\u03a3" + c).lower()[1] == "\u03c2"
    return ("a\u03a3" + c + "a").lower()[1] == "\u03c3"


def is_cased(c):
    return c.islower() or c.isupper() or unicodedata.category(c) == "Lt"


def flags_of(c):
    tests = (
        c.isalpha(),
        c.isdecimal(),
        c.isdigit(),
        c.isnumeric(),
        c.isspace(),
        c.islower(),
        c.isupper(),
        unicodedata.category(c) == "Lt",
        c.isprintable(),
        len(("a" + c + "a").splitlines()) == 2,
        c.isidentifier(),
        ("a" + c).isidentifier(),
        is_cased(c),
        is_case_ignorable(c),
    )
    return sum(1 << bit for bit, holds in enumerate(tests) if holds)


def mappings_of(c):
    return tuple(getattr(c, case)() for case in CASES)


def rows(values, width=16):
    for start in range(0, len(values), width):
        yield "    " + " ".join(f"{value}," for value in values[start : start + width])


def table(kind, name, values):
    return [f"static const {kind} {name}[] = {{", *rows(values), "};"]


def main(path):
    records, special, of_code_point = {}, [], []
    for code in range(sys.maxunicode + 1):
        c = chr(code)
        flags, deltas = flags_of(c), []
        for which, mapped in enumerate(mappings_of(c)):
            deltas.append(ord(mapped) - code if len(mapped) == 1 else 0)
            if len(mapped) > 1:
                flags |= SPECIAL
                special.append((code, which, tuple(map(ord, mapped)) + (0,) * (3 - len(mapped))))
        record = (flags, unicodedata.decimal(c, -1), *deltas)
        of_code_point.append(records.setdefault(record, len(records)))

    blocks, block_of = {}, []
    for start in range(0, len(of_code_point), BLOCK):
        block = tuple(of_code_point[start : start + BLOCK])
        block_of.append(blocks.setdefault(block, len(blocks)))
    assert len(records) < 1 << 16 and len(blocks) < 1 << 16

    lines = [f"// Unicode {unicodedata.unidata_version}, from CPython {sys.version.split()[0]}.  Generated."]
    lines += [f"enum {{ BLOCK_SIZE = {BLOCK}, CASED = {CASED}, IGNORABLE = {IGNORABLE}, SPECIAL = {SPECIAL} }};"]
    lines += table("uint16_t", "kBlockOf", block_of)
    lines += table("uint16_t", "kRecordOf", [record for block in blocks for record in block])
    lines += ["static const struct { uint16_t flags; int8_t digit; int32_t deltas[4]; } kRecords[] = {"]
    lines += [f"    {{{r[0]}, {r[1]}, {{{', '.join(map(str, r[2:]))}}}}}," for r in records]
    lines += ["};", "static const struct { int32_t from; int32_t which; int32_t to[3]; } kSpecial[] = {"]
    lines += [f"    {{{code}, {which}, {{{to[0]}, {to[1]}, {to[2]}}}}}," for code, which, to in special]
    lines += ["};", f"enum {{ SPECIAL_COUNT = {len(special)} }};"]
    with open(path, "w") as file:
        file.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main(sys.argv[1])
