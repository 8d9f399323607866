"""int() and float() of texts: what they accept, and the messages when they do not."""


def try_int(text):
    try:
        print(repr(text), int(text))
    except ValueError as error:
        print("ValueError:", error)


def try_float(text):
    try:
        print(repr(text), float(text))
    except ValueError as error:
        print("ValueError:", error)


def try_base(text, base):
    try:
        print(repr(text), base, int(text, base))
    except ValueError as error:
        print("ValueError:", error)


def main():
    for text in ["0", "42", "-17", "+5", "  12\n", "007", "1_000", "-0", "9223372036854775807", "-9223372036854775808"]:
        try_int(text)
    for text in ["", " ", "x", "1.5", "1e3", "--5", "+ 5", "_1", "1__0", "1_", "0x10", "12a", "é", "1 2", "'", "٤٢", "\x00"]:
        try_int(text)
    for text in ["0", "1.5", "-1.5e3", ".5", "5.", "1_0.5", " 2.5 ", "inf", "-Infinity", "nan", "1e400", "1e-400", "+3", "00.1"]:
        try_float(text)
    for text in ["", ".", "e5", "1e", "1.5.2", "0x1", "1 2", "infin", "--1", "1_", "1,5", "é"]:
        try_float(text)
    print(float("0.1000000000000000055511151231257827"), float("9007199254740993"), float("123456789" * 3))
    for text, base in [("ff", 16), ("0xFF", 16), ("-101", 2), ("0b11", 0), ("0o17", 0), ("z", 36), ("10", 0), ("12", 2)]:
        try_base(text, base)
    for text, base in [("g", 16), ("", 10), ("010", 0), ("1", 1), ("1", 37), ("0x1", 10), ("Zz", 36), ("1_f", 16)]:
        try_base(text, base)
    print(int(3.99), int(-3.99), int(1e18), int(True), int(), float(), float(7), float(True), int("8") + float("0.5"))
    try:
        print(int(float("nan")))
    except ValueError as error:
        print(error)
    try:
        print(int(float("inf")))
    except OverflowError as error:
        print(error)


if __name__ == "__main__":
    main()
