"""Part of what stands in for re: from the text of a pattern to a tree.

The flags that hold where a node stands are part of it: flags for all of a pattern stand at its start, so nothing is
parsed before they are known."""

_IGNORECASE = 2
_LOCALE = 4
_MULTILINE = 8
_DOTALL = 16
_UNICODE = 32
_VERBOSE = 64
_DEBUG = 128
_ASCII = 256
_KINDS_OF_TEXT = _ASCII | _LOCALE | _UNICODE

_MANY = 4294967295  # the number of repetitions that means any number
_MAX_GROUPS = 1073741823

# Kinds of node.
_SEQUENCE = 0   # children
_CHAR = 1       # value
_SET = 2        # set
_ANY = 3
_BRANCH = 4     # children
_REPEAT = 5     # low, high, value (how), child
_GROUP = 6      # value (number), child
_SCOPE = 7      # child: (?:...), with or without flags
_ATOMIC = 8     # child
_LOOK = 9       # child, value: 1 ahead, -1 behind
_LOOK_NOT = 10  # the same
_BACKREF = 11   # value
_CONDITION = 12  # value, children: yes, no
_AT = 13        # value

# How a node is repeated.
_GREEDY = 0
_LAZY = 1
_POSSESSIVE = 2

# Places.
_AT_START = 0
_AT_LINE_START = 1
_AT_LAST_LINE_END = 2
_AT_LINE_END = 3
_AT_END = 4
_AT_BOUNDARY = 5
_AT_NO_BOUNDARY = 6
_AT_ASCII_BOUNDARY = 7
_AT_NO_ASCII_BOUNDARY = 8

# Categories, as bits.
_DIGIT = 1
_NOT_DIGIT = 2
_SPACE = 4
_NOT_SPACE = 8
_WORD = 16
_NOT_WORD = 32

_DIGITS = "0123456789"
_OCTAL_DIGITS = "01234567"
_HEX_DIGITS = "0123456789abcdefABCDEF"
_LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_SPECIAL = ".\\[{()*+?^$|"
_BLANKS = " \t\n\r\v\f"
_CATEGORIES = {"\\d": _DIGIT, "\\D": _NOT_DIGIT, "\\s": _SPACE, "\\S": _NOT_SPACE, "\\w": _WORD, "\\W": _NOT_WORD}
_ESCAPES = {"\\a": 7, "\\b": 8, "\\f": 12, "\\n": 10, "\\r": 13, "\\t": 9, "\\v": 11, "\\\\": 92}
_FLAGS = {"i": _IGNORECASE, "L": _LOCALE, "m": _MULTILINE, "s": _DOTALL, "x": _VERBOSE, "a": _ASCII, "u": _UNICODE}

# Lower case characters with one upper case, in groups.
_ONE_UPPER_CASE = (
    (0x69, 0x131), (0x73, 0x17f), (0xb5, 0x3bc), (0x345, 0x3b9, 0x1fbe), (0x390, 0x1fd3), (0x3b0, 0x1fe3),
    (0x3b2, 0x3d0), (0x3b5, 0x3f5), (0x3b8, 0x3d1), (0x3ba, 0x3f0), (0x3c0, 0x3d6), (0x3c1, 0x3f1), (0x3c2, 0x3c3),
    (0x3c6, 0x3d5), (0x432, 0x1c80), (0x434, 0x1c81), (0x43e, 0x1c82), (0x441, 0x1c83), (0x442, 0x1c84, 0x1c85),
    (0x44a, 0x1c86), (0x463, 0x1c87), (0x1c88, 0xa64b), (0x1e61, 0x1e9b), (0xfb05, 0xfb06),
)
_SAME_CASELESS = {code: [other for other in group if other != code] for group in _ONE_UPPER_CASE for code in group}

_character_names = {}  # of the \N{...} in patterns that are known at translation


class error(Exception):
    def __init__(self, msg, pattern=None, pos=None):
        self.msg = msg
        self.pattern = pattern
        self.pos = pos
        self.lineno = None
        self.colno = None
        if pattern is not None and pos is not None:
            msg = f"{msg} at position {pos}"
            self.lineno = pattern.count("\n", 0, pos) + 1
            self.colno = pos - pattern.rfind("\n", 0, pos)
            if "\n" in pattern:
                msg = f"{msg} (line {self.lineno}, column {self.colno})"
        super().__init__(msg)


class _Node:
    def __init__(self, kind, value=0):
        self.kind = kind
        self.value = value
        self.flags = 0
        self.low = 0
        self.high = 0
        self.children = []
        self.set = None
        self.shortest = 0       # how many characters it matches
        self.longest = 0
        self.first = None       # see re.compiler.py
        self.passes = False

    def add(self, child):
        self.children.append(child)
        return self


class _Set:
    """A set of characters: ranges of code points and categories, or all but these.  Of one that ignores case, the
    members are lower case, and so is what is looked for."""

    def __init__(self, ascii_only, folds):
        self.ascii_only = ascii_only
        self.folds = folds
        self.negated = False
        self.categories = 0
        self.ranges = []        # first and last of each, in order when it is complete
        self.low = b""          # for the code points below 256: whether it holds them

    def add(self, first, last):
        self.ranges.append(first)
        self.ranges.append(last)

    def add_folded(self, first, last):
        """As the set ignores case, what the characters are in lower case too."""
        self.add(first, last)
        if not self.folds:
            return
        for code in range(first, min(last, 0x1FFFF) + 1):
            lower = _lower(code, self.ascii_only)
            if lower != code:
                self.add(lower, lower)
            if not self.ascii_only and lower in _SAME_CASELESS:
                for other in _SAME_CASELESS[lower]:
                    self.add(other, other)

    def complete(self):
        pairs = [(self.ranges[i], self.ranges[i + 1]) for i in range(0, len(self.ranges), 2)]
        pairs.sort()
        self.ranges = []
        for first, last in pairs:
            if self.ranges and first <= self.ranges[-1] + 1:
                self.ranges[-1] = max(self.ranges[-1], last)
            else:
                self.add(first, last)
        self.low = _as_bytes([1 if self.holds(code) else 0 for code in range(256)])

    def holds(self, code):
        if self.folds:
            code = _lower(code, self.ascii_only)
        return self._lists(code) != self.negated

    def _lists(self, code):
        ranges = self.ranges
        begin = 0
        end = len(ranges)
        while begin < end:  # the first range that does not end before it
            middle = (begin + end) // 4 * 2
            if ranges[middle + 1] < code:
                begin = middle + 2
            else:
                end = middle
        if begin < len(ranges) and ranges[begin] <= code:
            return True
        categories = self.categories
        if categories == 0:
            return False
        if categories & (_WORD | _NOT_WORD):
            if categories & (_WORD if _is_word(code, self.ascii_only) else _NOT_WORD):
                return True
        if categories & (_DIGIT | _NOT_DIGIT):
            if categories & (_DIGIT if _is_digit(code, self.ascii_only) else _NOT_DIGIT):
                return True
        if categories & (_SPACE | _NOT_SPACE):
            if categories & (_SPACE if _is_space(code, self.ascii_only) else _NOT_SPACE):
                return True
        return False

    def key(self):
        return f"{self.ascii_only}{self.folds}{self.negated}{self.categories}{self.ranges}"


def _lower(code, ascii_only):
    if code < 128:
        return code + 32 if 65 <= code <= 90 else code
    if ascii_only:
        return code
    lower = chr(code).lower()
    return ord(lower) if len(lower) == 1 else ord(lower[0])


def _is_cased(code, ascii_only):
    if code < 128:
        return 65 <= code <= 90 or 97 <= code <= 122
    if ascii_only:
        return False
    character = chr(code)
    if character.lower() != character:
        return True
    upper = character.upper()
    return len(upper) == 1 and upper != character


def _is_word(code, ascii_only):
    if code < 128:
        return 97 <= code <= 122 or 65 <= code <= 90 or 48 <= code <= 57 or code == 95
    return not ascii_only and chr(code).isalnum()


def _is_digit(code, ascii_only):
    if code < 128:
        return 48 <= code <= 57
    return not ascii_only and chr(code).isdecimal()


def _is_space(code, ascii_only):
    if code < 128:
        return code == 32 or 9 <= code <= 13 or (28 <= code <= 31 and not ascii_only)
    return not ascii_only and chr(code).isspace()


def _as_bytes(numbers):
    """Of numbers below 128."""
    return "".join([chr(number) for number in numbers]).encode()


def _one_of(token, characters):
    return len(token) == 1 and token in characters


def _times(a, b):
    """The product of two widths, at most _MANY."""
    if a != 0 and b > _MANY // a:
        return _MANY
    return a * b


class _Reader:
    """A text read by tokens: a character, or a backslash and a character.  `next` is the one that comes, "" at the
    end."""

    def __init__(self, text, is_text):
        self.text = text
        self.is_text = is_text  # not bytes
        self.index = 0
        self.next = ""
        self.advance()

    def advance(self):
        index = self.index
        if index >= len(self.text):
            self.next = ""
            return
        token = self.text[index]
        if token == "\\":
            index += 1
            if index >= len(self.text):
                raise error("bad escape (end of pattern)", self.text, len(self.text) - 1)
            token += self.text[index]
        self.index = index + 1
        self.next = token

    def match(self, token):
        if self.next != token:
            return False
        self.advance()
        return True

    def get(self):
        token = self.next
        self.advance()
        return token

    def get_while(self, count, characters):
        result = ""
        while count > 0 and _one_of(self.next, characters):
            result += self.get()
            count -= 1
        return result

    def get_until(self, terminator, what):
        result = ""
        while True:
            token = self.get()
            if token == "":
                if result == "":
                    raise self.error("missing " + what)
                raise self.error(f"missing {terminator}, unterminated name", len(result))
            if token == terminator:
                if result == "":
                    raise self.error("missing " + what, 1)
                return result
            result += token

    def tell(self):
        return self.index - len(self.next)

    def seek(self, index):
        self.index = index
        self.advance()

    def error(self, message, offset=0):
        return error(message, self.text, self.tell() - offset)

    def check_name(self, name):
        if not name.isidentifier():
            raise self.error(f"bad character in group name {name!r}", len(name) + 1)

    def number_of_group(self, name):
        """Of a reference that is no identifier."""
        digits = name.strip()
        if digits.startswith("+"):
            digits = digits[1:]
        if not digits.replace("_", "").isdecimal():
            raise self.error(f"bad character in group name {name!r}", len(name) + 1)
        number = _MAX_GROUPS
        try:
            number = int(digits)
        except OverflowError:
            pass
        except ValueError:
            raise self.error(f"bad character in group name {name!r}", len(name) + 1) from None
        return number

    def octal(self, escape):
        code = int(escape[1:], 8)
        if code > 255:
            raise self.error(f"octal escape value {escape} outside of range 0-0o377", len(escape))
        return code


class _Parser:
    def __init__(self, text, is_text, flags):
        self.reader = _Reader(text, is_text)
        self.flags = flags          # of the whole pattern
        self.names = {}
        self.open = [False]         # by number of group
        self.shortest = [0]
        self.longest = [0]
        self.behind = -1            # how many groups there were before the lookbehind around
        self.conditions = {}        # where a condition names a group first
        self.varies_behind = False

    def parse(self):
        reader = self.reader
        root = self.alternatives(0, True)
        self.flags = _fixed_flags(self.flags, reader.is_text)
        if reader.next != "":
            raise reader.error("unbalanced parenthesis")
        for number, position in self.conditions.items():
            if number >= len(self.open):
                raise error(f"invalid group reference {number}", reader.text, position)
        if self.varies_behind:
            raise error("look-behind requires fixed-width pattern")
        return root

    def alternatives(self, scope, outermost):
        """`scope` is the flags that hold around; of the outermost alternatives, those that stand at the start are
        still to be read."""
        reader = self.reader
        first = self.sequence(self.flags if outermost else scope, outermost)
        if reader.next != "|":
            return first
        result = _Node(_BRANCH)
        result.children.append(first)
        while reader.match("|"):
            result.children.append(self.sequence(self.flags if outermost else scope, False))
        result.shortest = min([each.shortest for each in result.children])
        result.longest = max([each.longest for each in result.children])
        return result

    def sequence(self, scope, at_start):
        reader = self.reader
        items = []
        while reader.next != "" and reader.next != "|" and reader.next != ")":
            token = reader.get()
            if scope & _VERBOSE:
                if _one_of(token, _BLANKS):
                    continue
                if token == "#":
                    while True:
                        token = reader.get()
                        if token == "" or token == "\n":
                            break
                    continue
            if token[0] == "\\":
                items.append(self.escape(token, scope))
            elif token not in _SPECIAL:
                items.append(_literal(ord(token), scope, reader.is_text))
            elif token == "[":
                items.append(self.set_of_characters(scope))
            elif token == ".":
                items.append(_unit(_ANY, 0, scope))
            elif token == "^":
                items.append(_place(_AT_LINE_START if scope & _MULTILINE else _AT_START))
            elif token == "$":
                items.append(_place(_AT_LINE_END if scope & _MULTILINE else _AT_LAST_LINE_END))
            elif token == "(":
                if reader.next == "?":
                    node = self.extension(scope, at_start and not items)
                    if node is not None:
                        items.append(node)
                    elif at_start and not items:
                        scope = self.flags
                else:
                    items.append(self.group("", scope, reader.tell() - 1))
            else:
                self.quantifier(token, items, scope)
        if len(items) == 1:
            return items[0]
        result = _Node(_SEQUENCE)
        result.children = items
        shortest = 0
        longest = 0
        for item in items:
            shortest = min(shortest + item.shortest, _MANY)
            longest = min(longest + item.longest, _MANY)
        result.shortest = min(shortest, _MANY - 1)
        result.longest = longest
        return result

    def quantifier(self, token, items, scope):
        reader = self.reader
        here = reader.tell()
        low = 0
        high = _MANY
        if token == "?":
            high = 1
        elif token == "+":
            low = 1
        elif token == "{":
            if reader.next == "}":
                items.append(_literal(123, scope, reader.is_text))
                return
            first = reader.get_while(_MANY, _DIGITS)
            last = first
            if reader.match(","):
                last = reader.get_while(_MANY, _DIGITS)
            if not reader.match("}"):
                items.append(_literal(123, scope, reader.is_text))
                reader.seek(here)
                return
            if first != "":
                low = _count(first)
            if last != "":
                high = _count(last)
                if high < low:
                    raise reader.error("min repeat greater than max repeat", reader.tell() - here)
        if not items or items[-1].kind == _AT:
            raise reader.error("nothing to repeat", reader.tell() - here + len(token))
        item = items[-1]
        if item.kind == _REPEAT:
            raise reader.error("multiple repeat", reader.tell() - here + len(token))
        how = _GREEDY
        if reader.match("?"):
            how = _LAZY
        elif reader.match("+"):
            how = _POSSESSIVE
        node = _Node(_REPEAT, how)
        node.low = low
        node.high = high
        node.children.append(item)
        node.shortest = min(_times(item.shortest, low), _MANY - 1)
        node.longest = _times(item.longest, high)
        items[-1] = node

    # ---- groups

    def extension(self, scope, at_start):
        """Behind "(" where "?" comes next; None: it stands for nothing."""
        reader = self.reader
        start = reader.tell() - 1
        reader.advance()
        token = reader.get()
        if token == "":
            raise reader.error("unexpected end of pattern")
        if token == "P":
            if reader.match("<"):
                name = reader.get_until(">", "group name")
                reader.check_name(name)
                return self.group(name, scope, start)
            if reader.match("="):
                return self.named_reference(scope)
            token = reader.get()
            if token == "":
                raise reader.error("unexpected end of pattern")
            raise reader.error("unknown extension ?P" + token, len(token) + 2)
        if token == ":":
            return self.closed(_Node(_SCOPE), scope, start)
        if token == "#":
            while True:
                if reader.next == "":
                    raise reader.error("missing ), unterminated comment", reader.tell() - start)
                if reader.get() == ")":
                    return None
        if token == "=" or token == "!" or token == "<":
            return self.look(token, scope, start)
        if token == "(":
            return self.condition(scope, start)
        if token == ">":
            return self.closed(_Node(_ATOMIC), scope, start)
        if token in _FLAGS or token == "-":
            inner = self.read_flags(token, scope)
            if inner < 0:
                if not at_start:
                    raise reader.error("global flags not at the start of the expression", reader.tell() - start)
                return None
            return self.closed(_Node(_SCOPE), inner, start)
        raise reader.error("unknown extension ?" + token, len(token) + 1)

    def closed(self, node, scope, start):
        """The node with the alternatives up to the closing parenthesis as its child."""
        reader = self.reader
        child = self.alternatives(scope, False)
        if not reader.match(")"):
            raise reader.error("missing ), unterminated subpattern", reader.tell() - start)
        node.children.append(child)
        node.shortest = child.shortest
        node.longest = child.longest
        return node

    def group(self, name, scope, start):
        number = len(self.open)
        if name != "":
            if name in self.names:
                raise self.reader.error(f"redefinition of group name {name!r} as group {number}; "
                                        f"was group {self.names[name]}", len(name) + 1)
            self.names[name] = number
        self.open.append(True)
        self.shortest.append(0)
        self.longest.append(0)
        node = self.closed(_Node(_GROUP, number), scope, start)
        self.open[number] = False
        self.shortest[number] = node.shortest
        self.longest[number] = node.longest
        return node

    def look(self, token, scope, start):
        reader = self.reader
        direction = 1
        around = self.behind
        if token == "<":
            token = reader.get()
            if token == "":
                raise reader.error("unexpected end of pattern")
            if token != "=" and token != "!":
                raise reader.error("unknown extension ?<" + token, len(token) + 2)
            direction = -1
            if around < 0:
                self.behind = len(self.open)
        child = self.alternatives(scope, False)
        self.behind = around
        if not reader.match(")"):
            raise reader.error("missing ), unterminated subpattern", reader.tell() - start)
        if direction < 0 and child.shortest != child.longest:
            self.varies_behind = True
        return _Node(_LOOK if token == "=" else _LOOK_NOT, direction).add(child)

    def named_reference(self, scope):
        reader = self.reader
        name = reader.get_until(")", "group name")
        reader.check_name(name)
        if name not in self.names:
            raise reader.error(f"unknown group name {name!r}", len(name) + 1)
        number = self.names[name]
        if self.open[number]:
            raise reader.error("cannot refer to an open group", len(name) + 1)
        return self.reference(number, scope)

    def reference(self, number, scope):
        self.check_behind(number)
        node = _Node(_BACKREF, number)
        node.flags = scope
        node.shortest = self.shortest[number]
        node.longest = self.longest[number]
        return node

    def check_behind(self, number):
        if self.behind < 0:
            return
        if number >= len(self.open) or self.open[number]:
            raise self.reader.error("cannot refer to an open group")
        if number >= self.behind:
            raise self.reader.error("cannot refer to group defined in the same lookbehind subpattern")

    def condition(self, scope, start):
        reader = self.reader
        name = reader.get_until(")", "group name")
        number = 0
        if name.isidentifier():
            if name not in self.names:
                raise reader.error(f"unknown group name {name!r}", len(name) + 1)
            number = self.names[name]
        else:
            number = reader.number_of_group(name)
            if number == 0:
                raise reader.error("bad group number", len(name) + 1)
            if number >= _MAX_GROUPS:
                raise reader.error(f"invalid group reference {name}", len(name) + 1)
            if number not in self.conditions:
                self.conditions[number] = reader.tell() - len(name) - 1
        self.check_behind(number)
        yes = self.sequence(scope, False)
        no = _Node(_SEQUENCE)
        if reader.match("|"):
            no = self.sequence(scope, False)
            if reader.next == "|":
                raise reader.error("conditional backref with more than two branches")
        if not reader.match(")"):
            raise reader.error("missing ), unterminated subpattern", reader.tell() - start)
        node = _Node(_CONDITION, number).add(yes).add(no)
        node.shortest = min(yes.shortest, no.shortest)
        node.longest = max(yes.longest, no.longest)
        return node

    def read_flags(self, token, scope):
        """The flags of a group; -1 if they are those of the whole pattern, which they are added to."""
        reader = self.reader
        added = 0
        removed = 0
        if token != "-":
            while True:
                if token == "L" and reader.is_text:
                    raise reader.error("bad inline flags: cannot use 'L' flag with a str pattern")
                if token == "u" and not reader.is_text:
                    raise reader.error("bad inline flags: cannot use 'u' flag with a bytes pattern")
                flag = _FLAGS[token]
                added |= flag
                if flag & _KINDS_OF_TEXT and added & _KINDS_OF_TEXT != flag:
                    raise reader.error("bad inline flags: flags 'a', 'u' and 'L' are incompatible")
                token = reader.get()
                if token == "":
                    raise reader.error("missing -, : or )")
                if token == ")" or token == "-" or token == ":":
                    break
                if token not in _FLAGS:
                    raise reader.error("unknown flag" if token.isalpha() else "missing -, : or )", len(token))
        if token == ")":
            self.flags |= added
            return -1
        if token == "-":
            token = reader.get()
            if token == "":
                raise reader.error("missing flag")
            if token not in _FLAGS:
                raise reader.error("unknown flag" if token.isalpha() else "missing flag", len(token))
            while True:
                flag = _FLAGS[token]
                if flag & _KINDS_OF_TEXT:
                    raise reader.error("bad inline flags: cannot turn off flags 'a', 'u' and 'L'")
                removed |= flag
                token = reader.get()
                if token == "":
                    raise reader.error("missing :")
                if token == ":":
                    break
                if token not in _FLAGS:
                    raise reader.error("unknown flag" if token.isalpha() else "missing :", len(token))
        if added & removed:
            raise reader.error("bad inline flags: flag turned on and off", 1)
        if added & _KINDS_OF_TEXT:
            scope &= ~_KINDS_OF_TEXT
        return (scope | added) & ~removed

    # ---- characters

    def escape(self, token, scope):
        reader = self.reader
        if token in _CATEGORIES:
            made = _set_for(scope, reader.is_text)
            made.categories = _CATEGORIES[token]
            return _set_node(made, scope)
        narrow = scope & _ASCII or not reader.is_text
        if token == "\\A":
            return _place(_AT_START)
        if token == "\\Z":
            return _place(_AT_END)
        if token == "\\b":
            return _place(_AT_ASCII_BOUNDARY if narrow else _AT_BOUNDARY)
        if token == "\\B":
            return _place(_AT_NO_ASCII_BOUNDARY if narrow else _AT_NO_BOUNDARY)
        letter = token[1]
        if letter == "0":
            return _literal(int((token + reader.get_while(2, _OCTAL_DIGITS))[1:], 8), scope, reader.is_text)
        if letter in _DIGITS:
            if _one_of(reader.next, _DIGITS):
                token += reader.get()
                if token[1] in _OCTAL_DIGITS and token[2] in _OCTAL_DIGITS and _one_of(reader.next, _OCTAL_DIGITS):
                    return _literal(reader.octal(token + reader.get()), scope, reader.is_text)
            number = int(token[1:])
            if number >= len(self.open):
                raise reader.error(f"invalid group reference {number}", len(token) - 1)
            if self.open[number]:
                raise reader.error("cannot refer to an open group", len(token))
            return self.reference(number, scope)
        return _literal(self.character(token), scope, reader.is_text)

    def character(self, token):
        """The code point that an escape stands for inside and outside of sets."""
        reader = self.reader
        if token in _ESCAPES:
            return _ESCAPES[token]
        letter = token[1]
        if letter == "x":
            return self.hexadecimal(token, 2)
        if letter == "u" and reader.is_text:
            return self.hexadecimal(token, 4)
        if letter == "U" and reader.is_text:
            return self.hexadecimal(token, 8)
        if letter == "N" and reader.is_text:
            return self.named_character()
        if letter in _LETTERS:
            raise reader.error(f"bad escape {token}", len(token))
        return ord(letter)

    def hexadecimal(self, token, count):
        token += self.reader.get_while(count, _HEX_DIGITS)
        if len(token) != count + 2:
            raise self.reader.error(f"incomplete escape {token}", len(token))
        code = int(token[2:], 16)
        if code > 0x10FFFF:
            raise self.reader.error(f"bad escape {token}", len(token))
        return code

    def named_character(self):
        reader = self.reader
        if not reader.match("{"):
            raise reader.error("missing {")
        name = reader.get_until("}", "character name")
        if name not in _character_names:
            raise NotImplementedError("\\N in a pattern that is known only at run time")
        return _character_names[name]

    def set_member(self, token):
        """A code point, or the bits of a category as a negative number."""
        reader = self.reader
        if token[0] != "\\":
            return ord(token)
        if token in _CATEGORIES:
            return -_CATEGORIES[token]
        if token in _ESCAPES:
            return _ESCAPES[token]
        if token[1] in _OCTAL_DIGITS:
            return reader.octal(token + reader.get_while(2, _OCTAL_DIGITS))
        if token[1] in _DIGITS:
            raise reader.error(f"bad escape {token}", len(token))
        return self.character(token)

    def set_of_characters(self, scope):
        reader = self.reader
        here = reader.tell() - 1
        made = _set_for(scope, reader.is_text)
        made.negated = reader.match("^")
        empty = True
        while True:
            token = reader.get()
            if token == "":
                raise reader.error("unterminated character set", reader.tell() - here)
            if token == "]" and not empty:
                break
            empty = False
            first = self.set_member(token)
            if not reader.match("-"):
                _add_member(made, first)
                continue
            other = reader.get()
            if other == "":
                raise reader.error("unterminated character set", reader.tell() - here)
            if other == "]":
                _add_member(made, first)
                _add_member(made, 45)
                break
            last = self.set_member(other)
            if first < 0 or last < first:
                raise reader.error(f"bad character range {token}-{other}", len(token) + 1 + len(other))
            made.add_folded(first, last)
        return _set_node(made, scope)


def _add_member(made, member):
    if member < 0:
        made.categories |= -member
    else:
        made.add_folded(member, member)


def _set_for(scope, is_text):
    return _Set(scope & _ASCII != 0 or not is_text, scope & _IGNORECASE != 0)


def _unit(kind, value, scope):
    node = _Node(kind, value)
    node.flags = scope
    node.shortest = 1
    node.longest = 1
    return node


def _set_node(made, scope):
    made.complete()
    node = _unit(_SET, 0, scope)
    node.set = made
    return node


def _place(where):
    return _Node(_AT, where)


def _literal(code, scope, is_text):
    made = _set_for(scope, is_text)
    if not made.folds or not _is_cased(code, made.ascii_only):
        return _unit(_CHAR, code, scope)
    made.add_folded(code, code)
    return _set_node(made, scope)


def _count(digits):
    """A number of repetitions."""
    significant = digits.lstrip("0")
    if len(significant) > 10 or (significant != "" and int(significant) >= _MANY):
        raise OverflowError("the repetition number is too large")
    return int(significant) if significant != "" else 0


def _fixed_flags(flags, is_text):
    if is_text:
        if flags & _LOCALE:
            raise ValueError("cannot use LOCALE flag with a str pattern")
        if flags & _ASCII == 0:
            return flags | _UNICODE
        if flags & _UNICODE:
            raise ValueError("ASCII and UNICODE flags are incompatible")
        return flags
    if flags & _UNICODE:
        raise ValueError("cannot use UNICODE flag with a bytes pattern")
    if flags & _LOCALE:
        raise NotImplementedError("re.LOCALE")
    return flags
