r"""Read JSON and write it back with one value per line.

Shows: a class hierarchy as a tagged union, a recursive-descent parser, string escapes (surrogate
pairs included), exceptions that carry line and column, building text from parts.

Run:   python3 json_pretty.py [OPTIONS] [FILE]       default: data/sample.json beside this program
       -          as FILE: read standard input
       --indent N --compact --sort --ascii           layout
       --stats    print what the document holds instead of the document

A document that is not JSON gives `FILE:line:column: message` and status 1.
"""

import os.path
import sys

SAMPLE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "data", "sample.json")
MAX_DEPTH = 200

HEX_DIGITS = "0123456789abcdef"
ESCAPES_READ = {
    '"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t",
}
ESCAPES_WRITTEN = {
    char: "\\" + letter for letter, char in ESCAPES_READ.items() if letter != "/"
}


class JsonError(Exception):
    """The text is not JSON; lines and columns count from 1."""

    def __init__(self, message, line, column):
        super().__init__(message)
        self.message = message
        self.line = line
        self.column = column


class Style:
    """How a document is laid out; an indent of 0 means everything on one line."""

    def __init__(self):
        self.indent = 4
        self.sort_keys = False
        self.ascii_only = False

    def line_start(self, level):
        if self.indent == 0:
            return ""
        return "\n" + " " * (self.indent * level)


class Stats:
    """What a document holds."""

    def __init__(self):
        self.kinds = {}
        self.depth = 0
        self.total = 0.0

    def count(self, kind, level):
        self.kinds[kind] = self.kinds.get(kind, 0) + 1
        self.depth = max(self.depth, level)


class JsonValue:
    """Base of the six kinds of values."""

    kind = "value"

    def write(self, parts, style, level):
        """Append the value's text to `parts`; `level` is how deep it is nested."""
        raise NotImplementedError

    def survey(self, stats, level):
        stats.count(self.kind, level)


class JsonNull(JsonValue):
    kind = "null"

    def write(self, parts, style, level):
        parts.append("null")


class JsonBool(JsonValue):
    kind = "boolean"

    def __init__(self, value):
        self.value = value

    def write(self, parts, style, level):
        parts.append("true" if self.value else "false")


class JsonNumber(JsonValue):
    """A number keeps its spelling: rewriting 1e3 or 0.10 is not a pretty-printer's business."""

    kind = "number"

    def __init__(self, text):
        self.text = text

    def write(self, parts, style, level):
        parts.append(self.text)

    def survey(self, stats, level):
        stats.count(self.kind, level)
        stats.total += float(self.text)


class JsonString(JsonValue):
    kind = "string"

    def __init__(self, value):
        self.value = value

    def write(self, parts, style, level):
        write_string(self.value, parts, style)


class JsonArray(JsonValue):
    kind = "array"

    def __init__(self):
        self.items = []

    def write(self, parts, style, level):
        if not self.items:
            parts.append("[]")
            return
        separator = "["
        for item in self.items:
            parts.append(separator)
            parts.append(style.line_start(level + 1))
            item.write(parts, style, level + 1)
            separator = ","
        parts.append(style.line_start(level))
        parts.append("]")

    def survey(self, stats, level):
        stats.count(self.kind, level)
        for item in self.items:
            item.survey(stats, level + 1)


class JsonObject(JsonValue):
    kind = "object"

    def __init__(self):
        self.members = {}

    def write(self, parts, style, level):
        if not self.members:
            parts.append("{}")
            return
        keys = list(self.members)
        if style.sort_keys:
            keys.sort()
        separator = "{"
        for key in keys:
            parts.append(separator)
            parts.append(style.line_start(level + 1))
            write_string(key, parts, style)
            parts.append(": " if style.indent > 0 else ":")
            self.members[key].write(parts, style, level + 1)
            separator = ","
        parts.append(style.line_start(level))
        parts.append("}")

    def survey(self, stats, level):
        stats.count(self.kind, level)
        for item in self.members.values():
            item.survey(stats, level + 1)


def write_string(text, parts, style):
    parts.append('"')
    for char in text:
        if char in ESCAPES_WRITTEN:
            parts.append(ESCAPES_WRITTEN[char])
        elif char < " " or (style.ascii_only and char > "~"):
            parts.append(unicode_escape(ord(char)))
        else:
            parts.append(char)
    parts.append('"')


def unicode_escape(code):
    """\\uXXXX, or two of them for a character beyond the basic plane."""
    if code <= 0xFFFF:
        return f"\\u{code:04x}"
    code -= 0x10000
    return f"\\u{0xD800 + (code >> 10):04x}\\u{0xDC00 + (code & 0x3FF):04x}"


class Parser:
    """A cursor over the text; every method leaves it behind what it has read."""

    def __init__(self, text):
        self.text = text
        self.position = 0

    def document(self):
        value = self.value(0)
        self.skip_space()
        if self.position < len(self.text):
            raise self.error(f"expected the end of the text, found {self.peek()!r}", self.position)
        return value

    def value(self, depth):
        self.skip_space()
        if depth > MAX_DEPTH:
            raise self.error(f"more than {MAX_DEPTH} levels of nesting", self.position)
        char = self.peek()
        if char == "{":
            return self.object(depth)
        if char == "[":
            return self.array(depth)
        if char == '"':
            return JsonString(self.string())
        if char == "-" or is_digit(char):
            return JsonNumber(self.number())
        if "a" <= char <= "z":
            return self.word()
        if char == "":
            raise self.error("expected a value, found the end of the text", self.position)
        raise self.error(f"expected a value, found {char!r}", self.position)

    def object(self, depth):
        result = JsonObject()
        self.expect("{")
        self.skip_space()
        if self.accept("}"):
            return result
        while True:
            self.skip_space()
            start = self.position
            if self.peek() != '"':
                raise self.error("expected a key in quotes", start)
            key = self.string()
            if key in result.members:
                raise self.error(f"key {key!r} occurs twice", start)
            self.skip_space()
            self.expect(":")
            result.members[key] = self.value(depth + 1)
            self.skip_space()
            if self.accept("}"):
                return result
            self.expect(",")

    def array(self, depth):
        result = JsonArray()
        self.expect("[")
        self.skip_space()
        if self.accept("]"):
            return result
        while True:
            result.items.append(self.value(depth + 1))
            self.skip_space()
            if self.accept("]"):
                return result
            self.expect(",")

    def word(self):
        start = self.position
        while "a" <= self.peek() <= "z":
            self.position += 1
        word = self.text[start:self.position]
        if word == "null":
            return JsonNull()
        if word == "true" or word == "false":
            return JsonBool(word == "true")
        raise self.error(f"unknown word {word!r}", start)

    def number(self):
        start = self.position
        self.accept("-")
        if self.accept("0"):
            if is_digit(self.peek()):
                raise self.error("a number does not begin with 0", start)
        else:
            self.digits("a digit")
        if self.accept("."):
            self.digits("a digit after the point")
        if self.accept("e") or self.accept("E"):
            if not self.accept("+"):
                self.accept("-")
            self.digits("a digit in the exponent")
        return self.text[start:self.position]

    def digits(self, what):
        if not is_digit(self.peek()):
            raise self.error("expected " + what, self.position)
        while is_digit(self.peek()):
            self.position += 1

    def string(self):
        start = self.position
        self.expect('"')
        parts = []
        while True:
            char = self.peek()
            if char == '"':
                self.position += 1
                return "".join(parts)
            if char == "" or char == "\n":
                raise self.error("string without closing quote", start)
            if char < " ":
                raise self.error(f"control character {char!r} in a string", self.position)
            if char == "\\":
                parts.append(self.escape())
            else:
                parts.append(self.plain_run())

    def plain_run(self):
        """The text up to the next character that means something in a string."""
        start = self.position
        end = start
        while end < len(self.text) and self.text[end] >= " " and self.text[end] not in '"\\':
            end += 1
        self.position = end
        return self.text[start:end]

    def escape(self):
        start = self.position
        self.expect("\\")
        char = self.peek()
        if char == "u":
            return chr(self.code_point(start))
        if char not in ESCAPES_READ:
            raise self.error(f"unknown escape '\\{char}'", start)
        self.position += 1
        return ESCAPES_READ[char]

    def code_point(self, start):
        """What follows the backslash of \\uXXXX, with a second one if the first is half a pair."""
        high = self.hex_unit(start)
        if high < 0xD800 or high > 0xDFFF:
            return high
        if high < 0xDC00 and self.accept("\\"):
            low = self.hex_unit(start)
            if 0xDC00 <= low <= 0xDFFF:
                return 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00)
        raise self.error("half a surrogate pair", start)

    def hex_unit(self, start):
        self.expect("u")
        unit = 0
        for _ in range(4):
            digit = HEX_DIGITS.find(self.peek().lower())
            if digit < 0 or self.peek() == "":
                raise self.error("\\u needs four hexadecimal digits", start)
            unit = unit * 16 + digit
            self.position += 1
        return unit

    def peek(self):
        """The next character, or "" at the end."""
        if self.position < len(self.text):
            return self.text[self.position]
        return ""

    def accept(self, char):
        if self.peek() == char:
            self.position += 1
            return True
        return False

    def expect(self, char):
        if not self.accept(char):
            found = repr(self.peek()) if self.peek() else "the end of the text"
            raise self.error(f"expected {char!r}, found {found}", self.position)

    def skip_space(self):
        while self.position < len(self.text) and self.text[self.position] in " \t\r\n":
            self.position += 1

    def error(self, message, position):
        before = self.text[:position]
        return JsonError(message, before.count("\n") + 1, position - before.rfind("\n"))


def is_digit(char):
    return "0" <= char <= "9"


def print_stats(document):
    stats = Stats()
    document.survey(stats, 0)
    for kind in sorted(stats.kinds):
        print(f"{kind:<8} {stats.kinds[kind]:5}")
    print(f"depth    {stats.depth:5}")
    print(f"sum      {stats.total:8.2f}")


def read_text(path):
    if path == "-":
        return sys.stdin.read()
    with open(path, encoding="utf-8") as file:
        return file.read()


class UsageError(Exception):
    pass


class Options:
    def __init__(self, argv):
        self.path = SAMPLE
        self.style = Style()
        self.stats = False
        i = 1
        while i < len(argv):
            option = argv[i]
            if option == "--indent":
                i += 1
                if i == len(argv) or not argv[i].isdigit():
                    raise UsageError("--indent needs a number")
                self.style.indent = int(argv[i])
            elif option == "--compact":
                self.style.indent = 0
            elif option == "--sort":
                self.style.sort_keys = True
            elif option == "--ascii":
                self.style.ascii_only = True
            elif option == "--stats":
                self.stats = True
            elif option.startswith("--"):
                raise UsageError(f"unknown option {option}")
            else:
                self.path = option
            i += 1


def main(argv):
    try:
        options = Options(argv)
        document = Parser(read_text(options.path)).document()
    except UsageError as error:
        print(f"json_pretty: {error}", file=sys.stderr)
        return 2
    except OSError as error:
        print(f"json_pretty: {error}", file=sys.stderr)
        return 1
    except JsonError as error:
        print(f"{options.path}:{error.line}:{error.column}: {error.message}", file=sys.stderr)
        return 1
    if options.stats:
        print_stats(document)
        return 0
    parts = []
    document.write(parts, options.style, 0)
    print("".join(parts))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
