"""float.hex and float.fromhex: both forms of digits, rounding of ties, subnormals, the ends of the range, errors."""

TEXTS = ["0x1.8p3", "1", "0x.8", "1.8p1", " -0x1.0P+4\t", "+0XAB.CDp-3", "inf", "-Infinity", "NaN", "0x0p99999999999999",
         "0x1.00000000000008p0", "0x1.00000000000018p0", "0x1.000000000000080000000001p0", "0x1.fffffffffffff8p0",
         "0x1p-1074", "0x1p-1075", "0x1.8p-1075", "-0x1p-1076", "0x0.00000000000018p-1022", "0x1p-99999999999999999999",
         "0x1.fffffffffffffp1023", "0x123456789abcdef0123456789p-40", "00000000000000000000000001.8", "0x1.fffffffffffff7p1023",
         "0x1.fffffffffffff8p1023", "0x1p1024", "", "0x", "zz", "1.2.3", "1p", "1p+", "1px", "0x1 p3", "- 1", "infinite", "."]

if __name__ == "__main__":
    print((1.5).hex(), (0.1).hex(), (-0.0).hex(), float("nan").hex(), (5e-324).hex(), (1e308).hex())
    for text in TEXTS:
        try:
            value = float.fromhex(text)
            print(repr(text), value, value.hex())
        except (ValueError, OverflowError) as error:
            print(repr(text), type(error).__name__, error)
    for value in [0.1, 1 / 3, 2.2250738585072014e-308, 1.7976931348623157e308, -123.456]:
        print(float.fromhex(value.hex()) == value)
