"""formatting.py against format() and the % operator."""

from emulation import INTERESTING_FLOATS, INTERESTING_INTS, ll, outcome, same, seeded, some_float, some_int

import formatting

rng = seeded(5)
WITH = {int: formatting.ll_format_int, bool: formatting.ll_format_bool, float: formatting.ll_format_float,
        str: formatting.ll_format_str}
STRINGS = ["", "a", "abc", "né", "日本語", "x" * 40, "\U0001f600!"]


def some_spec():
    spec = ""
    if rng.random() < 0.4:
        if rng.random() < 0.6:
            spec += rng.choice(["0", "*", " ", "<", "é", "日", "\U0001f600", "+"])
        spec += rng.choice("<>=^")
    spec += rng.choice(["", "", "", "+", "-", " "])
    spec += rng.choice(["", "", "", "", "z"])
    spec += rng.choice(["", "", "", "#"])
    spec += rng.choice(["", "", "0"])
    spec += rng.choice(["", str(rng.randrange(30)), str(rng.randrange(8))])
    spec += rng.choice(["", "", "", ",", "_"])
    spec += rng.choice(["", "", "." + str(rng.randrange(20))])
    spec += rng.choice([""] + list("bcdeEfFgGnosxX%")) if rng.random() < 0.9 else rng.choice(["q", "é", "dd", ".", ",_", "\n"])
    return spec


def some_value():
    kind = rng.randrange(4)
    if kind == 0:
        return some_int(rng)
    if kind == 1:
        return some_float(rng)
    return rng.choice([True, False, rng.randrange(-2000, 2000), rng.randrange(0x300), *STRINGS])


for _ in range(12000):
    value, spec = some_value(), some_spec()
    same(WITH[type(value)], format, value, spec)
    if type(value) is not str:
        same(formatting.ll_format_number, format, value, spec)
ODD = ["", "<", "<<", "<<5", "^^7", "=5", "05", "=05", "0<5", "é<5", "5.", "5.x.", "1,234", ",_", "_,", "__", ",,", "dd", "d5", "{",
       "99999999999999999999", "9223372036854775808", "3.99999999999999999999", "z", "zf", "-z", "z#", "\n", "c",
       "+c", "#c", "_c", ".2c", ",n", "_n", "_%", "+%", "x<", "e5", "٣", "05s", "é", "\x7f", "ー", "10٣d"]
for spec in ODD:
    for value in (5, -1, 0x110000, 1.5, -0.0, float("nan"), "abc", "", True):
        same(WITH[type(value)], format, value, spec)
        if type(value) is not str:
            same(formatting.ll_format_number, format, value, spec)
    same(formatting.ll_format_number, format, None, spec)
for width in range(20):
    for value in (0, 1, 12, 999, 1000, 12345678, -1, -999999):
        for head in ("0", "=", "0=", "+0", "x=", "#0"):
            for tail in (",", "_", "_b", "_x", ",.1f", ",%"):
                same(formatting.ll_format_int, format, value, head + str(width) + tail)


def percent(value, flags, width, precision, kind):
    text = "%" + flags + ("" if width < 0 else str(width)) + ("" if precision < 0 else "." + str(precision)) + kind
    return text % (value,)


def ll_percent(value, flags, width, precision, kind):
    bits, code = sum(1 << "-0+ #".index(flag) for flag in set(ll.ptr_str(flags))), ord(ll.ptr_str(kind))
    if chr(code) == "s":
        return formatting.ll_percent_text(value, bits, width, precision)
    if chr(code) == "c":
        convert = formatting.ll_percent_char if type(value) is int else formatting.ll_percent_char_str
        return convert(value, bits, width)
    convert = formatting.ll_percent_int if chr(code) in "diuoxX" else formatting.ll_percent_float
    return convert(value, code, bits, width, precision)


for _ in range(8000):
    flags = "".join(rng.choice(["", "", flag]) for flag in "-+ #0")
    width = rng.choice([-1, 0, 1, 5, 12, 30])
    precision = rng.choice([-1, -1, 0, 1, 3, 12, 25])
    same(ll_percent, percent, rng.choice(STRINGS), flags, width, precision, "s")
    same(ll_percent, percent, rng.choice([65, 0x20AC, 0x10FFFF, 0x110000, -1, "é", "ab", ""]), flags, width, precision, "c")
    same(ll_percent, percent, rng.choice(INTERESTING_INTS + [some_int(rng)]), flags, width, precision, rng.choice("diuoxX"))
    same(ll_percent, percent, rng.choice(INTERESTING_FLOATS + [some_float(rng)]), flags, width, precision, rng.choice("eEfFgG"))


def raised_by_percent(kind, value):
    return ("%" + kind) % value


for kind in "diuoxXeEfFgG":
    for value, name in ((None, "NoneType"), ("x", "str"), ([], "list"), (1.5, "float")):
        if outcome(raised_by_percent, kind, value)[0] == "TypeError":
            same(lambda k, v: formatting.ll_raise_percent_type(ord(ll.ptr_str(k)), ll.str_ptr(name)), raised_by_percent, kind, value)
