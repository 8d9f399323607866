"""int(text, base) as CPython does it, within 64 bits."""

from leaves import FEWER, check, encoded, finish, leaves, random, random_text

MALFORMED, TOO_LARGE = 1, 2
BASES = [0, *range(2, 37)]


def parsed(s, base):
    data = encoded(s)
    got = leaves.int_parse(b"7" + data + b"7", 1, 1 + len(data), base)
    status = leaves.status()
    try:
        wanted = int(s, base)
        wanted_status = 0 if -(2**63) <= wanted < 2**63 else TOO_LARGE
    except ValueError:
        wanted_status = MALFORMED
    check((None if status else got, status), (None if wanted_status else wanted, wanted_status), "int", s, base)


DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def in_base(value, base):
    digits = ""
    while True:
        value, digit = divmod(value, base)
        digits = DIGITS[digit] + digits
        if not value:
            return digits


CASES = """0 00 0_0 007 0x 0x1f 0X_1F 0x__1 0b101 0b 0b_1 0o17 0O17 0o_ 0_x1 -0x1f +5 - + -- +-1 1_000 1__0 _1 1_ 1_000_
    9223372036854775807 9223372036854775808 -9223372036854775808 -9223372036854775809 99999999999999999999x 0b2 0o8
    0xg zz ZZ z_z 1e5 1.0 ٣٤ -१२ １_２ ½ 1² 000000000000000000000000000000000001 0b1b 0 1_0_0""".split()
for s in [*CASES, "", " ", " 12 ", "\t-3\n", "1 2", "- 1", "1\0", "\x1c1", "1\x1f", "\xa012\u2003", "\xa0\x1c1", "0_", "_", "__"]:
    for base in BASES:
        parsed(s, base)
for _ in range(150_000 // FEWER):
    base = random.choice([10, 10, 0, 2, 8, 16, 36])
    parsed("".join(random.choices("0123456789abx_o-+ 1010", k=random.randrange(1, 9))), base)
for _ in range(30_000 // FEWER):
    base = random.randrange(2, 37)
    value = random.choice([random.getrandbits(random.randrange(1, 67)), 2**63 + random.randrange(-3, 4)])
    parsed(random.choice(["", "-", "+"]) + in_base(value, base), base)
    parsed(str(value), 10)
    parsed(random_text(8), 10)
finish()
