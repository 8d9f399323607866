"""Writes the Unicode property tables of the Python that runs this script, as C.

    make_unicode_tables.py OUTPUT

Two-level tables: a code point's block gives a row, the row gives an index into the distinct records.
"""
import sys
import unicodedata

BLOCK = 128
LINE_BREAKS = {0x0A, 0x0B, 0x0C, 0x0D, 0x1C, 0x1D, 0x1E, 0x85, 0x2028, 0x2029}


def flags(char):
    code = ord(char)
    properties = [
        char.isalpha(), char.isdecimal(), char.isdigit(), char.isnumeric(), char.isspace(),
        char.islower(), char.isupper(), unicodedata.category(char) == "Lt", char.isprintable(),
        code in LINE_BREAKS, char.isidentifier(), ("a" + char).isidentifier(),
        is_cased(char), is_case_ignorable(char),
    ]
    return sum(1 << i for i, holds in enumerate(properties) if holds)


def is_cased(char):
    # title() makes a letter after a cased character small.
    return ("\u01c5" != char) and (char + "A").title()[-1] == "a" or char == "\u01c5"


def is_case_ignorable(char):
    # A capital sigma at the end of a word becomes final; what is ignorable between does not change that.
    final = ("A" + char + "\u03a3").lower()[-1] == "\u03c2"
    return final and not ("." + char + "\u03a3").lower()[-1] == "\u03c2"


def mapping(char, method):
    mapped = getattr(char, method)()
    # Alone, a capital sigma is not final.
    return tuple(ord(c) for c in mapped)


def main(path):
    records, record_index = [], {}
    sequences, sequence_index = [0], {}
    rows, row_index, blocks = [], {}, []

    def sequence(code, mapped):
        if mapped == (code,):
            return 0
        if mapped not in sequence_index:
            sequence_index[mapped] = len(sequences)
            sequences.extend((len(mapped),) + mapped)
        return sequence_index[mapped]

    for start in range(0, 0x110000, BLOCK):
        row = []
        for code in range(start, start + BLOCK):
            char = chr(code)
            digit = unicodedata.decimal(char, -1)
            cases = []
            for method in ("lower", "upper", "title", "casefold"):
                mapped = mapping(char, method)
                # One-to-one mappings are kept as distances, so that neighbours share a record.
                if len(mapped) == 1:
                    cases += [mapped[0] - code, 0]
                else:
                    cases += [0, sequence(code, mapped)]
            record = (flags(char), digit, *cases)
            if record not in record_index:
                record_index[record] = len(records)
                records.append(record)
            row.append(record_index[record])
        row = tuple(row)
        if row not in row_index:
            row_index[row] = len(rows)
            rows.append(row)
        blocks.append(row_index[row])

    def table(kind, name, values):
        lines = [f"static const {kind} {name}[] = {{"]
        for i in range(0, len(values), 16):
            lines.append("    " + ", ".join(str(v) for v in values[i:i + 16]) + ",")
        return lines + ["};", ""]

    lines = [f"/* Unicode {unicodedata.unidata_version}, made by make_unicode_tables.py. */", ""]
    lines.append("static const struct unicode_record unicode_records[] = {")
    for properties, digit, *cases in records:
        pairs = ", ".join(f"{{{cases[i]}, {cases[i + 1]}}}" for i in range(0, 8, 2))
        lines.append(f"    {{{properties}, {digit}, {{{pairs}}}}},")
    lines += ["};", ""]
    lines += table("int32_t", "unicode_sequences", sequences)
    lines += table("uint16_t", "unicode_rows", [index for row in rows for index in row])
    lines += table("uint16_t", "unicode_blocks", blocks)
    with open(path, "w") as output:
        output.write("\n".join(lines))


if __name__ == "__main__":
    main(sys.argv[1])
