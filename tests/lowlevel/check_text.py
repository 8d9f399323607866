#!/usr/bin/env python3
"""The helpers for str against Python's str, on random texts of all widths."""

import random

from emulation import check_str, ll, outcome
import lists
import numbers_text
import slices
import strings
import text

random.seed(11)

s = ll.str_ptr


def py(pointer):
    check_str(pointer)
    return ll.ptr_str(pointer)


LIST = ll.GcStruct("list_GcRef", ("length", ll.Signed), ("items", ll.Ptr(ll.GcArray(ll.GcRef))))
ALPHABETS = ["ab", "abc \t\n,", "aBc1Éé ß", "a☃é\U0001F600\ud800 \x1c\u2028", "\r\n\x0bx", "'\"\\\x00\x7f\xa0"]


def random_text(longest=12):
    alphabet = random.choice(ALPHABETS)
    return "".join(random.choice(alphabet) for _ in range(random.randrange(longest)))


def strs(lst):
    return [py(item) for item in lst.items.array[:lst.length]]


def make_list(values):
    lst = lists.ll_new(LIST, 0)
    for value in values:
        lists.ll_append(lst, s(value))
    return lst


def optional(value):
    return None if value is None else s(value)


def bound(value, default):
    return default if value is None else value


def steps():
    a = random_text()
    b = random_text(4)
    c = random_text(3)
    if a and random.random() < 0.5:
        i = random.randrange(len(a))
        b = a[i:i + random.randrange(3)]
    i, j = (random.choice([None, random.randrange(-14, 15)]) for _ in range(2))
    start, stop = bound(i, 0), bound(j, slices.MAX)
    step = random.choice([None, 1, 2, -1, -2, -3, 0])
    n = random.randrange(-2, 4)
    first = bound(i, slices.ll_default_start(step or 1))
    last = bound(j, slices.ll_default_stop(step or 1))
    separator = random.choice([None, b, b])
    fill = random.choice("*é☃")
    pieces = [random_text(4) for _ in range(random.randrange(4))]
    A, B, C = s(a), s(b), s(c)
    return random.choice([
        (lambda: a.find(b, i, j), lambda: text.ll_find(A, B, start, stop)),
        (lambda: a.rfind(b, i, j), lambda: text.ll_rfind(A, B, start, stop)),
        (lambda: a.index(b, i, j), lambda: text.ll_index(A, B, start, stop)),
        (lambda: a.count(b, i, j), lambda: text.ll_count(A, B, start, stop)),
        (lambda: a.startswith(b, i, j), lambda: text.ll_startswith(A, B, start, stop)),
        (lambda: a.endswith(b, i, j), lambda: text.ll_endswith(A, B, start, stop)),
        (lambda: a.startswith(tuple(pieces)), lambda: text.ll_startswith_any(A, make_list(pieces), 0, slices.MAX)),
        (lambda: b in a, lambda: text.ll_contains(A, B)),
        (lambda: a.replace(b, c, n), lambda: py(text.ll_replace(A, B, C, n))),
        (lambda: a.split(separator, n), lambda: strs(text.ll_split(LIST, A, optional(separator), n))),
        (lambda: a.rsplit(separator, n), lambda: strs(text.ll_rsplit(LIST, A, optional(separator), n))),
        (lambda: a.splitlines(), lambda: strs(text.ll_splitlines(LIST, A, False))),
        (lambda: a.splitlines(True), lambda: strs(text.ll_splitlines(LIST, A, True))),
        (lambda: a.partition(b), lambda: tuple(map(py, text.ll_partition(A, B)))),
        (lambda: a.rpartition(b), lambda: tuple(map(py, text.ll_rpartition(A, B)))),
        (lambda: a.strip(separator), lambda: py(text.ll_strip(A, optional(separator)))),
        (lambda: a.lstrip(separator), lambda: py(text.ll_lstrip(A, optional(separator)))),
        (lambda: a.rstrip(separator), lambda: py(text.ll_rstrip(A, optional(separator)))),
        (lambda: a.removeprefix(b), lambda: py(text.ll_removeprefix(A, B))),
        (lambda: a.removesuffix(b), lambda: py(text.ll_removesuffix(A, B))),
        (lambda: a.ljust(n + 9, fill), lambda: py(text.ll_ljust(A, n + 9, ord(fill)))),
        (lambda: a.rjust(n + 9, fill), lambda: py(text.ll_rjust(A, n + 9, ord(fill)))),
        (lambda: a.center(n + 9, fill), lambda: py(text.ll_center(A, n + 9, ord(fill)))),
        (lambda: a.zfill(n + 9), lambda: py(text.ll_zfill(A, n + 9))),
        (lambda: ("-" + a).zfill(n + 9), lambda: py(text.ll_zfill(s("-" + a), n + 9))),
        (lambda: a.expandtabs(n + 3), lambda: py(text.ll_expandtabs(A, n + 3))),
        (lambda: [a.lower(), a.upper(), a.title(), a.capitalize(), a.swapcase(), a.casefold()],
         lambda: [py(text.ll_change_case(A, which)) for which in range(6)]),
        (lambda: [a.isalpha(), a.isdigit(), a.isalnum(), a.isspace(), a.islower(), a.isupper(), a.istitle()],
         lambda: [text.ll_isalpha(A), text.ll_isdigit(A), text.ll_isalnum(A), text.ll_isspace(A), text.ll_islower(A),
                  text.ll_isupper(A), text.ll_istitle(A)]),
        (lambda: [a.isprintable(), a.isidentifier(), a.isascii(), a.isnumeric(), a.isdecimal()],
         lambda: [text.ll_isprintable(A), text.ll_isidentifier(A), text.ll_isascii(A), text.ll_isnumeric(A),
                  text.ll_isdecimal(A)]),
        (lambda: a + b, lambda: py(strings.ll_concat(A, B))),
        (lambda: a * n, lambda: py(strings.ll_repeat(A, n))),
        (lambda: b.join(pieces), lambda: py(text.ll_join(B, make_list(pieces)))),
        (lambda: a[i:j], lambda: py(strings.ll_getslice(A, start, stop))),
        (lambda: a[i:j:step], lambda: py(strings.ll_getslice_step(A, first, last, 1 if step is None else step))),
        (lambda: a[n], lambda: chr(strings.ll_getchar(A, n))),
        (lambda: [a == b, a < b, a <= b], lambda: [strings.ll_eq(A, B), strings.ll_lt(A, B), strings.ll_le(A, B)]),
        (lambda: repr(a), lambda: py(numbers_text.ll_repr(A))),
        (lambda: ascii(a), lambda: py(numbers_text.ll_ascii(A))),
        (lambda: ord(b), lambda: text.ll_ord(B)),
    ])


def check_methods():
    for _ in range(80000):
        python, ours = steps()
        want, got = outcome(python), outcome(ours)
        assert got == want, (want, got)


def check_long_text():
    """Texts long enough for the sampled index."""
    for _ in range(30):
        a = "".join(random.choice("ab☃é\U0001F600") for _ in range(random.randrange(200, 1500)))
        A = s(a)
        for _ in range(60):
            i, j = random.randrange(-len(a), len(a)), random.randrange(-len(a), len(a))
            assert chr(strings.ll_getchar(A, i)) == a[i]
            assert py(strings.ll_getslice(A, i, j)) == a[i:j]
            part = a[i:i + 3]
            assert text.ll_find(A, s(part), 0, slices.MAX) == a.find(part)
            assert text.ll_rfind(A, s(part), 0, slices.MAX) == a.rfind(part)


def check_numbers():
    for _ in range(3000):
        n = random.choice([0, 9, 10, -10, 2**63 - 1, -2**63, random.randrange(-2**63, 2**63), random.randrange(-99, 99)])
        assert py(numbers_text.ll_int_to_str(n)) == str(n)
        assert [py(numbers_text.ll_int_prefixed(n, base)) for base in (16, 8, 2)] == [hex(n), oct(n), bin(n)]
        base = random.choice([0, 2, 8, 10, 16, 36, 1, 37])
        literal = random.choice([str(n), hex(n), " 1_0 ", "", "x", "é", "0x", "1__0", "-", "12 3", "'", "\u0663"])
        want = outcome(int, literal, base)
        if want[0] == "gives" and not -2**63 <= int(want[1]) < 2**63:
            continue
        assert outcome(numbers_text.ll_parse_int, s(literal), base) == want, (literal, base, want)
        literal = random.choice(["1.5", " inf", "nan", "1e5", "", "x", "1_0.0", "1e999", "-", "é"])
        assert str(outcome(numbers_text.ll_parse_float, s(literal))) == str(outcome(float, literal))
    for code in (-1, 0, 65, 0x10FFFF, 0x110000):
        assert outcome(lambda: chr(strings.ll_chr(code))) == outcome(chr, code)


check_methods()
check_long_text()
check_numbers()
