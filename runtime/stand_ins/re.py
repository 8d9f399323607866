"""Stands in for re: patterns, matches and the functions of the module.

Patterns that are known at translation are compiled then; others when the program meets them, by the same code."""

from sys import maxsize, version_info

_no_scanner = refusal("re.Scanner")
_no_bytes = refusal("a pattern of bytes")
_no_template = refusal("re.template()")
_NAMES_OF_FLAGS = ((_IGNORECASE, "re.IGNORECASE"), (_LOCALE, "re.LOCALE"), (_MULTILINE, "re.MULTILINE"),
                   (_DOTALL, "re.DOTALL"), (_UNICODE, "re.UNICODE"), (_VERBOSE, "re.VERBOSE"), (_DEBUG, "re.DEBUG"),
                   (_ASCII, "re.ASCII"))
_ESCAPED = "()[]{}?*+-|^$\\.&~# \t\n\r\v\f"
_MOST_CACHED = 512
_cache = {}


class RegexFlag:
    @staticmethod
    def _prebuilt_(live):
        return int(live)


class _Decoded:
    """The text of other than ASCII characters that was searched last, and its code points."""

    def __init__(self):
        self.text = ""
        self.codes = [0]


_decoded = _Decoded()


def _code_points(text):
    if _decoded.text != text:
        _decoded.codes = [ord(character) for character in text]
        _decoded.text = text
    return _decoded.codes


class Pattern:
    """The methods that need to know how many groups there are belong to the classes below."""

    def __init__(self, pattern, flags, groups, groupindex, program):
        self.pattern = pattern
        self.flags = flags
        self.groups = groups
        self.groupindex = groupindex
        self._program = program
        self._templates = {}

    @staticmethod
    def _prebuilt_(live):
        if isinstance(live.pattern, bytes):
            raise NotImplementedError("a pattern of bytes")
        return _known(live.pattern, live.flags & ~_UNICODE)

    def _registers(self):
        """New registers, or those that were of no use to a search that found nothing."""
        program = self._program
        if program.spare:
            return program.spare.pop()
        return [-1] * program.registers

    def _find(self, string, registers, begin, end, mode):
        """Whether there is a match from `begin` on."""
        if begin > end:
            return False
        if string.isascii():
            return _search(self._program, string, registers, begin, end, mode) >= 0
        return _search(self._program, _code_points(string), registers, begin, end, mode) >= 0

    def _find_next(self, string, registers, end, found):
        """Whether there is another match behind the one of the registers, or the first if none was found yet."""
        begin = registers[1]
        empty = begin == registers[0]
        if not found:
            return self._find(string, registers, begin, end, 0)
        for i in range(self._program.closed + 1):
            registers[i] = -1
        return self._find(string, registers, begin, end, _ADVANCE if empty else 0)

    def _match_at(self, string, pos, endpos, mode):
        size = len(string)
        begin = min(max(pos, 0), size)
        end = min(max(endpos, 0), size)  # before `begin`, perhaps: there empty matches are found
        registers = self._registers()
        stop = -1
        if string.isascii():
            stop = _run(self._program, string, registers, begin, end, mode)
        else:
            stop = _run(self._program, _code_points(string), registers, begin, end, mode)
        if stop < 0:
            self._program.spare.append(registers)
            return None
        return Match(self, string, begin, end, registers)

    def match(self, string, pos=0, endpos=maxsize):
        return self._match_at(string, pos, endpos, 0)

    def fullmatch(self, string, pos=0, endpos=maxsize):
        return self._match_at(string, pos, endpos, _FULL)

    def search(self, string, pos=0, endpos=maxsize):
        size = len(string)
        begin = min(max(pos, 0), size)
        end = min(max(endpos, 0), size)
        registers = self._registers()
        if not self._find(string, registers, begin, end, 0):
            self._program.spare.append(registers)
            return None
        return Match(self, string, begin, end, registers)

    def finditer(self, string, pos=0, endpos=maxsize):
        size = len(string)
        begin = min(max(pos, 0), size)
        end = min(max(endpos, 0), size)
        mode = 0
        while True:
            registers = self._registers()
            if not self._find(string, registers, begin, end, mode):
                self._program.spare.append(registers)
                return
            begin = registers[1]
            mode = _ADVANCE if begin == registers[0] else 0
            yield Match(self, string, min(max(pos, 0), size), end, registers)

    def split(self, string, maxsplit=0):
        result = []
        size = len(string)
        last = 0
        registers = self._first_registers(0)
        while maxsplit == 0 or len(result) < maxsplit * (self.groups + 1):
            if not self._find_next(string, registers, size, len(result) > 0):
                break
            result.append(string[last:registers[0]])
            for group in range(1, self.groups + 1):
                result.append(_piece(string, registers, group, None))
            last = registers[1]
        result.append(string[last:])
        return result

    def _first_registers(self, begin):
        registers = [-1] * self._program.registers
        registers[1] = begin
        return registers

    def sub(self, repl, string, count=0):
        return self._replaced(repl, string, count)[0]

    def subn(self, repl, string, count=0):
        return self._replaced(repl, string, count)

    def _replaced(self, repl, string, count):
        size = len(string)
        parts = []
        done = 0
        last = 0
        registers = self._first_registers(0)
        if isinstance(repl, str):
            template = self._template(repl)
            while count == 0 or done < count:
                if not self._find_next(string, registers, size, done > 0):
                    break
                if last < registers[0]:
                    parts.append(string[last:registers[0]])
                template.put(parts, string, registers)
                last = registers[1]
                done += 1
        else:
            while count == 0 or done < count:
                if not self._find_next(string, registers, size, done > 0):
                    break
                if last < registers[0]:
                    parts.append(string[last:registers[0]])
                piece = repl(Match(self, string, 0, size, registers[:]))
                if piece is not None:
                    parts.append(piece)
                last = registers[1]
                done += 1
        if done == 0:
            return string, 0
        if last < size:
            parts.append(string[last:])
        return "".join(parts), done

    def _template(self, text):
        if text not in self._templates:
            if len(self._templates) >= _MOST_CACHED:
                self._templates.clear()
            self._templates[text] = _parse_template(text, self.groups, self.groupindex)
        return self._templates[text]

    def _name_of(self, number):
        for name, index in self.groupindex.items():
            if index == number:
                return name
        return None

    def __eq__(self, other):
        if not isinstance(other, Pattern):
            return NotImplemented
        return self.flags == other.flags and self.pattern == other.pattern

    def __hash__(self):
        return hash((self.pattern, self.flags))

    def __repr__(self):
        text = repr(self.pattern)[:200]
        flags = self.flags
        if flags & _KINDS_OF_TEXT == _UNICODE:
            flags &= ~_UNICODE
        if flags == 0:
            return f"re.compile({text})"
        names = []
        for flag, name in _NAMES_OF_FLAGS:
            if flags & flag:
                names.append(name)
                flags &= ~flag
        if flags:
            names.append(hex(flags))
        return f"re.compile({text}, {'|'.join(names)})"


class _PatternOfOne(Pattern):
    """With one group at most."""

    def findall(self, string, pos=0, endpos=maxsize):
        if self.groups > 1:
            raise NotImplementedError("findall() of a pattern with several groups that is known only at run time")
        size = len(string)
        end = min(max(endpos, 0), size)
        registers = self._first_registers(min(max(pos, 0), size))
        result = []
        while self._find_next(string, registers, end, len(result) > 0):
            result.append(_piece(string, registers, self.groups, ""))
        return result


class _PatternOfMore(Pattern):
    def findall(self, string, pos=0, endpos=maxsize):
        size = len(string)
        end = min(max(endpos, 0), size)
        registers = self._first_registers(min(max(pos, 0), size))
        result = []
        while self._find_next(string, registers, end, len(result) > 0):
            result.append(tuple([_piece(string, registers, group, "") for group in range(1, self.groups + 1)]))
        return result


def _piece(string, registers, group, default):
    """What a group has matched."""
    end = registers[2 * group + 1]
    if end < 0:
        return default
    return string[registers[2 * group]:end]


class Match:
    def __init__(self, pattern, string, pos, endpos, registers):
        self.re = pattern
        self.string = string
        self.pos = pos
        self.endpos = endpos
        self._registers = registers

    def _number(self, group):
        if isinstance(group, str):
            if group not in self.re.groupindex:
                raise IndexError("no such group")
            return self.re.groupindex[group]
        if group < 0 or group > self.re.groups:
            raise IndexError("no such group")
        return group

    def _text(self, group):
        return _piece(self.string, self._registers, self._number(group), None)

    def group(self, *groups):
        if not groups:
            return self.string[self._registers[0]:self._registers[1]]
        if not groups[1:]:
            return self._text(*groups)
        return self._texts(*groups)

    def _texts(self, *groups):
        if not groups[2:]:
            return self._text(groups[0]), self._text(groups[1])
        if not groups[3:]:
            return self._text(groups[0]), self._text(groups[1]), self._text(groups[2])
        if not groups[4:]:
            return self._text(groups[0]), self._text(groups[1]), self._text(groups[2]), self._text(groups[3])
        return tuple([self._text(group) for group in groups])

    def __getitem__(self, group):
        return self._text(group)

    def groups(self, default=None):
        return tuple([_piece(self.string, self._registers, group, default) for group in range(1, self.re.groups + 1)])

    def groupdict(self, default=None):
        return {name: _piece(self.string, self._registers, group, default)
                for name, group in self.re.groupindex.items()}

    def start(self, group=0, /):
        number = self._number(group)
        return self._registers[2 * number] if self._registers[2 * number + 1] >= 0 else -1

    def end(self, group=0, /):
        return self._registers[2 * self._number(group) + 1]

    def span(self, group=0, /):
        return self.start(group), self.end(group)

    def expand(self, template):
        parts = []
        _parse_template(template, self.re.groups, self.re.groupindex).put(parts, self.string, self._registers)
        return "".join(parts)

    @property
    def lastindex(self):
        last = self._registers[self.re._program.closed]
        return last if last > 0 else None

    @property
    def lastgroup(self):
        last = self._registers[self.re._program.closed]
        return self.re._name_of(last) if last > 0 else None

    @property
    def regs(self):
        return tuple([(self.start(group), self.end(group)) for group in range(self.re.groups + 1)])

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __repr__(self):
        return f"<re.Match object; span=({self.start()}, {self.end()}), match={self.group()!r}>"


class _Template:
    """What a match is replaced by: texts, and groups where numbers are not negative."""

    def __init__(self):
        self.texts = []
        self.numbers = []

    def add(self, text, number):
        if number < 0 and self.numbers and self.numbers[-1] < 0:
            self.texts[-1] += text
            return
        self.texts.append(text)
        self.numbers.append(number)

    def put(self, parts, string, registers):
        for i in range(len(self.texts)):
            number = self.numbers[i]
            if number < 0:
                parts.append(self.texts[i])
            else:
                parts.append(_piece(string, registers, number, ""))


def _parse_template(text, groups, groupindex):
    result = _Template()
    if "\\" not in text:
        result.add(text, -1)
        return result
    reader = _Reader(text, True)
    while reader.next != "":
        token = reader.get()
        if token[0] != "\\":
            result.add(token, -1)
            continue
        letter = token[1]
        if letter == "g":
            if not reader.match("<"):
                raise reader.error("missing <")
            name = reader.get_until(">", "group name")
            number = 0
            if name.isidentifier():
                if name not in groupindex:
                    raise IndexError(f"unknown group name {name!r}")
                number = groupindex[name]
            else:
                number = reader.number_of_group(name)
            if number > groups:
                raise reader.error(f"invalid group reference {number}", len(name) + 1)
            result.add("", number)
        elif letter == "0":
            digits = "0" + reader.get_while(2, _OCTAL_DIGITS)
            result.add(chr(int(digits, 8) & 255), -1)
        elif letter in _DIGITS:
            if _one_of(reader.next, _DIGITS):
                token += reader.get()
                if letter in _OCTAL_DIGITS and token[2] in _OCTAL_DIGITS and _one_of(reader.next, _OCTAL_DIGITS):
                    result.add(chr(reader.octal(token + reader.get())), -1)
                    continue
            number = int(token[1:])
            if number > groups:
                raise reader.error(f"invalid group reference {number}", len(token) - 1)
            result.add("", number)
        elif token in _ESCAPES:
            result.add(chr(_ESCAPES[token]), -1)
        elif letter in _LETTERS:
            raise reader.error(f"bad escape {token}", len(token))
        else:
            result.add(token, -1)
    return result


def _parsed(pattern, flags):
    if flags & _DEBUG:
        raise NotImplementedError("re.DEBUG")
    parser = _Parser(pattern, True, flags)
    root = parser.parse()
    groups = len(parser.open) - 1
    program = _Compiler(groups).compile(root)
    return _PatternOfOne(pattern, parser.flags, groups, parser.names, program)


def _known(pattern, flags=0):
    """A pattern that is known at translation: its class depends on its groups."""
    if isinstance(pattern, bytes):
        raise NotImplementedError("a pattern of bytes")
    from re import findall as live_findall
    from unicodedata import lookup
    for name in live_findall(r"\\N\{([^}]*)\}", pattern):
        try:
            _character_names[name] = ord(lookup(name))
        except KeyError:
            pass  # an error, or no name
    made = _parsed(pattern, int(flags))
    if made.groups > 1:
        made.__class__ = _PatternOfMore
    return made


def _compiled(pattern, flags):
    if isinstance(pattern, Pattern):
        if flags:
            raise ValueError("cannot process flags argument with a compiled pattern")
        return pattern
    if isinstance(pattern, bytes):
        return _no_bytes()
    key = pattern, flags
    if key not in _cache:
        made = _parsed(pattern, flags)
        if len(_cache) >= _MOST_CACHED:
            del _cache[next(iter(_cache))]
        _cache[key] = made
    return _cache[key]


def compile(pattern, flags=0):
    return _compiled(pattern, flags)


def match(pattern, string, flags=0):
    return _compiled(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    return _compiled(pattern, flags).fullmatch(string)


def search(pattern, string, flags=0):
    return _compiled(pattern, flags).search(string)


def sub(pattern, repl, string, count=0, flags=0):
    return _compiled(pattern, flags).sub(repl, string, count)


def subn(pattern, repl, string, count=0, flags=0):
    return _compiled(pattern, flags).subn(repl, string, count)


def split(pattern, string, maxsplit=0, flags=0):
    return _compiled(pattern, flags).split(string, maxsplit)


def findall(pattern, string, flags=0):
    return _compiled(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    return _compiled(pattern, flags).finditer(string)


def escape(pattern):
    parts = []
    for character in pattern:
        if character in _ESCAPED:
            parts.append("\\")
        parts.append(character)
    return "".join(parts)


def purge():
    _cache.clear()


def template(pattern, flags=0):
    _no_template()


class Scanner:
    def __init__(self, lexicon, flags=0):
        _no_scanner()


_known._sapwood_at_translation_ = True
for _function in (compile, match, fullmatch, search, sub, subn, split, findall, finditer):
    _function._sapwood_prepared_ = _known

if version_info >= (3, 13):
    error.__name__ = error.__qualname__ = "PatternError"
