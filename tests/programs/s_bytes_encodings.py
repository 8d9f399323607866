"""Encodings beyond UTF-8, handlers of errors, and what UnicodeDecodeError and UnicodeEncodeError tell."""

TEXT = "Grüße, €5 \U0001f600 ½ć"
NAMES = ["utf-8", "UTF-16", "utf_16_le", "utf-16be", "utf-32", "U32", "utf-32-le", "utf-32-be", "utf-8-sig", "cp1252",
         "Windows-1252", "iso8859-15", "latin9", "cp437", "IBM437", "koi8-r", "mac_roman", "iso-8859-2", "ascii", "646",
         " Latin 1 "]
HANDLERS = ["strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace", "surrogateescape", "surrogatepass"]


def encoded(text, encoding, errors):
    try:
        return str(text.encode(encoding, errors))
    except UnicodeEncodeError as error:
        return f"{error.encoding} {error.start} {error.end} {error.reason} {error.object == text} {error}"


def decoded(data, encoding, errors):
    try:
        return ascii(data.decode(encoding, errors))
    except UnicodeDecodeError as error:
        return f"{error.encoding} {error.start} {error.end} {error.reason} {error.object} {error}"


def lookups():
    for name in ("nope", "", "rot13", "hex", "utf-8\0"):
        try:
            print("a".encode(name))
        except LookupError as error:
            print("LookupError", error)
        except ValueError as error:
            print("ValueError", error)
    try:
        print("é".encode("ascii", "nope"))
    except LookupError as error:
        print(error)
    try:
        print(b"\xff".decode("ascii", "xmlcharrefreplace"))
    except TypeError as error:
        print(error)


def user_made():
    try:
        raise UnicodeDecodeError("mine", b"abc", 1, 2, "because")
    except UnicodeDecodeError as error:
        print(error, error.args, error.start + error.end, error.reason.upper(), error.object[1:], repr(error))
    for first, last in ((0, 1), (1, 2), (0, 2), (2, 3), (5, 6)):
        error = UnicodeEncodeError("mine", "a€\U0001f600", first, last, "because")
        print(error, isinstance(error, ValueError), error.encoding, ascii(error.object))


def main():
    for name in NAMES:
        for handler in HANDLERS:
            print(name, handler, encoded(TEXT, name, handler))
        print(encoded("a\ud800\udc80b", name, "surrogateescape"), encoded("\ud800b", name, "surrogatepass"))
    for name in NAMES:
        data = TEXT.encode(name, "ignore")
        print(name, ascii(data.decode(name)), data == data.decode(name).encode(name))
        for bad in (b"abc\xff\x81\x9d", b"\xff\xfea\0\0\xd8", b"\xfe\xff\0a\xdc\0\0", b"\xff\xfe\0\0a\0\0\0\0\0\x11\0", b"\xef\xbb\xbfa\xc3"):
            for handler in ("strict", "ignore", "replace", "backslashreplace", "surrogateescape"):
                print(name, handler, decoded(bad, name, handler))
    print(decoded(b"\xed\xa0\x80a", "utf-8", "surrogatepass"), decoded(b"\0\xd8", "utf-16-le", "surrogatepass"))
    print(decoded(b"\xed\xa0a", "utf-8", "surrogatepass"), str(b"\x80", "cp1252"), bytes("€", "cp1252"))
    lookups()
    user_made()
    print(b"ab\xe9".decode("utf-8"))


if __name__ == "__main__":
    main()
