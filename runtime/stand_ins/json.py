"""Stands in for json: dumps() and dump() of what a program has, a copy of the writer for each type; loads() and
load() to JSON values (json.values.py)."""

_is_record = inquiry("sapwood.is_record", lambda value: True)  # a tuple whose items differ in type
_other_class = refusal("json with a class of encoder or decoder")
_other_hooks = refusal("json.loads() with hooks")
_INFINITY = float("inf")
_HEX = "0123456789abcdef"
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\b": "\\b", "\f": "\\f", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_UNESCAPED = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}


# ---- writing

class _Writer:
    def __init__(self, skipkeys, ensure_ascii, check_circular, allow_nan, indent, item, key, sort_keys):
        self.parts = []
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.indent = indent  # None: on one line
        self.item = item
        self.key = key
        self.sort_keys = sort_keys
        self.open = []  # ids of the containers that are being written
        self.margin = "\n"

    def put(self, text):
        self.parts.append(text)

    def begin(self, bracket, identity):
        if self.check_circular:
            if identity and identity in self.open:
                raise ValueError("Circular reference detected")
            self.open.append(identity)
        self.put(bracket)
        if self.indent is not None:
            self.margin += self.indent

    def next(self, first):
        if not first:
            self.put(self.item)
        if self.indent is not None:
            self.put(self.margin)

    def end(self, bracket):
        if self.check_circular:
            self.open.pop()
        if self.indent is not None:
            self.margin = self.margin[:len(self.margin) - len(self.indent)]
            self.put(self.margin)
        self.put(bracket)

    def float(self, x):
        if x != x or x == _INFINITY or x == -_INFINITY:
            if not self.allow_nan:
                raise ValueError("Out of range float values are not JSON compliant")
            return "NaN" if x != x else "Infinity" if x > 0 else "-Infinity"
        return repr(x)

    def string(self, text):
        plain = True
        for character in text:
            if character < " " or character == '"' or character == "\\" or character > "~" and self.ensure_ascii:
                plain = False
                break
        if plain:
            return '"' + text + '"'
        parts = ['"']
        for character in text:
            if character in _ESCAPES:
                parts.append(_ESCAPES[character])
            elif " " <= character <= "~" or character > "~" and not self.ensure_ascii:
                parts.append(character)
            else:
                code = ord(character)
                if code > 0xffff:
                    code -= 0x10000
                    parts.append(_escaped(0xd800 | code >> 10))
                    code = 0xdc00 | code & 0x3ff
                parts.append(_escaped(code))
        parts.append('"')
        return "".join(parts)


def _escaped(code):
    return "\\u" + _HEX[code >> 12] + _HEX[code >> 8 & 15] + _HEX[code >> 4 & 15] + _HEX[code & 15]


@by_shape
def _write(w, x, default):
    if x is None:
        w.put("null")
    elif isinstance(x, JSONValue):
        _write_value(w, x)
    elif isinstance(x, str):
        w.put(w.string(x))
    elif isinstance(x, bool):
        w.put("true" if x else "false")
    elif isinstance(x, int):
        w.put(str(int(x)))
    elif isinstance(x, float):
        w.put(w.float(x))
    elif isinstance(x, dict):
        _write_dict(w, x, default)
    elif isinstance(x, list):
        _write_items(w, x, default)
    elif isinstance(x, tuple):
        if len(x) == 0:
            w.put("[]")
        elif isinstance(x[0], _Display):
            _write_display(w, x[1], x[2], default)
        elif _is_record(x):
            w.begin("[", 0)
            w.next(True)
            _write(w, x[0], default)
            _write_rest(w, x[1:], default)
            w.end("]")
        else:
            _write_items(w, x, default)
    elif default is None:
        raise TypeError(f"Object of type {type(x).__name__} is not JSON serializable")
    else:
        _write(w, default(x), default)


class _Display:
    """Marks a dict display that the call has as its argument: (_display, keys, values)."""


_display = _Display()


@by_shape
def _write_display(w, keys, values, default):
    w.begin("{", 0)
    texts = []
    before = w.parts
    _put_values(w, keys, values, default, texts)
    w.parts = before
    order = sorted(range(len(texts)), key=lambda i: keys[i]) if w.sort_keys else list(range(len(texts)))
    for i in order:
        w.next(i == order[0])
        w.put(w.string(keys[i]))
        w.put(w.key)
        w.put(texts[i])
    w.end("}")


@by_shape
def _put_values(w, keys, values, default, texts):
    if values:
        w.parts = []
        _write(w, values[0], default)
        texts.append("".join(w.parts))
        _put_values(w, keys, values[1:], default, texts)


@by_shape
def _write_items(w, items, default):
    if not items:
        w.put("[]")
        return
    w.begin("[", id(items))
    first = True
    for item in items:
        w.next(first)
        first = False
        _write(w, item, default)
    w.end("]")


@by_shape
def _write_rest(w, items, default):
    if items:
        w.next(False)
        _write(w, items[0], default)
        _write_rest(w, items[1:], default)


@by_shape
def _write_dict(w, pairs, default):
    if not pairs:
        w.put("{}")
        return
    w.begin("{", id(pairs))
    first = True
    keys = sorted(pairs) if w.sort_keys else list(pairs)
    for key in keys:
        name = _key(w, key)
        if name is None:
            if w.skipkeys:
                continue
            raise TypeError(f"keys must be str, int, float, bool or None, not {type(key).__name__}")
        w.next(first)
        first = False
        w.put(w.string(name))
        w.put(w.key)
        _write(w, pairs[key], default)
    w.end("}")


@by_shape
def _key(w, key):
    if key is None:
        return "null"
    if isinstance(key, JSONValue):
        if key._kind == _BOOLEAN:
            return "true" if key else "false"
        if key._kind == _FLOAT:
            return w.float(key._float())
        return str(key)
    if isinstance(key, str):
        return key
    if isinstance(key, bool):
        return "true" if key else "false"
    if isinstance(key, int):
        return str(int(key))
    if isinstance(key, float):
        return w.float(key)
    return None


def _write_value(w, x):
    if x is None:
        w.put("null")
    elif x._kind == _STRING:
        w.put(w.string(x._str()))
    elif x._kind == _INTEGER:
        w.put(repr(x._int()))
    elif x._kind == _FLOAT:
        w.put(w.float(x._float()))
    elif x._kind == _BOOLEAN:
        w.put("true" if x else "false")
    elif x._kind == _ARRAY:
        items = x._list()
        if not items:
            w.put("[]")
            return
        w.begin("[", id(items))
        first = True
        for item in items:
            w.next(first)
            first = False
            _write_value(w, item)
        w.end("]")
    else:
        pairs = x._dict()
        if not pairs:
            w.put("{}")
            return
        w.begin("{", id(pairs))
        first = True
        for key in sorted(pairs) if w.sort_keys else list(pairs):
            w.next(first)
            first = False
            w.put(w.string(key))
            w.put(w.key)
            _write_value(w, pairs[key])
        w.end("}")


def _indent_text(indent):
    if indent is None:
        return None
    if isinstance(indent, int):
        return " " * indent
    return indent


def _item_separator(separators, indent):
    if separators is None:
        return ", " if indent is None else ","
    return separators[0]


def _key_separator(separators):
    return ": " if separators is None else separators[1]


@by_shape
def dumps(obj, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None,
          separators=None, default=None, sort_keys=False):
    if cls is not None:
        _other_class()
    w = _Writer(skipkeys, ensure_ascii, check_circular, allow_nan, _indent_text(indent),
                _item_separator(separators, indent), _key_separator(separators), sort_keys)
    _write(w, obj, default)
    return "".join(w.parts)


@by_shape
def dump(obj, fp, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None,
         separators=None, default=None, sort_keys=False):
    if cls is not None:
        _other_class()
    w = _Writer(skipkeys, ensure_ascii, check_circular, allow_nan, _indent_text(indent),
                _item_separator(separators, indent), _key_separator(separators), sort_keys)
    _write(w, obj, default)
    fp.write("".join(w.parts))


dumps._sapwood_records_ = dump._sapwood_records_ = _display


# ---- reading

class JSONDecodeError(ValueError):
    def __init__(self, msg, doc, pos):
        lineno = doc.count("\n", 0, pos) + 1
        colno = pos - doc.rfind("\n", 0, pos)
        super().__init__(f"{msg}: line {lineno} column {colno} (char {pos})")
        self.msg = msg
        self.doc = doc
        self.pos = pos
        self.lineno = lineno
        self.colno = colno


class _Parser:
    """Works on UTF-8: a byte is found at once where a character of a text would have to be looked for."""

    def __init__(self, text):
        self.text = text
        self.data = text.encode("utf-8")
        self.at = 0

    def error(self, message, at):
        return JSONDecodeError(message, self.text, len(self.data[:at].decode("utf-8")))

    def peek(self):
        """The next byte that is no space; -1 at the end."""
        data = self.data
        at = self.at
        while at < len(data):
            c = data[at]
            if c != 32 and c != 10 and c != 13 and c != 9:
                self.at = at
                return c
            at += 1
        self.at = at
        return -1

    def value(self):
        c = self.peek()
        if c == 0x22:
            return JSONString(self.string())
        if c == 0x7b:
            return self.object()
        if c == 0x5b:
            return self.array()
        if c == 0x2d or 0x30 <= c <= 0x39:
            return self.number()
        if self.word(b"true"):
            return JSONBoolean(True)
        if self.word(b"false"):
            return JSONBoolean(False)
        if self.word(b"null"):
            return None
        if self.word(b"NaN"):
            return JSONFloat(float("nan"))
        if self.word(b"Infinity"):
            return JSONFloat(_INFINITY)
        raise self.error("Expecting value", self.at)

    def word(self, word):
        if self.data[self.at:self.at + len(word)] != word:
            return False
        self.at += len(word)
        return True

    def digits(self, at):
        data = self.data
        while at < len(data) and 0x30 <= data[at] <= 0x39:
            at += 1
        return at

    def number(self):
        data = self.data
        size = len(data)
        start = self.at
        at = start
        if data[at] == 0x2d:
            at += 1
            self.at = at
            if self.word(b"Infinity"):
                return JSONFloat(-_INFINITY)
            self.at = start
        end = self.digits(at)
        if end == at:
            raise self.error("Expecting value", start)
        if data[at] == 0x30:
            end = at + 1
        exact = True
        if end + 1 < size and data[end] == 0x2e and 0x30 <= data[end + 1] <= 0x39:
            end = self.digits(end + 1)
            exact = False
        if end < size and (data[end] == 0x65 or data[end] == 0x45):
            first = end + 1
            if first < size and (data[first] == 0x2b or data[first] == 0x2d):
                first += 1
            last = self.digits(first)
            if last > first:
                end = last
                exact = False
        self.at = end
        text = data[start:end].decode("ascii")
        if exact:
            return JSONInteger(int(text))
        return JSONFloat(float(text))

    def string(self):
        """From the quote at self.at to behind the one that ends it."""
        data = self.data
        begin = self.at
        at = begin + 1
        start = at
        parts = []
        while True:
            if at >= len(data):
                raise self.error("Unterminated string starting at", begin)
            c = data[at]
            if c == 0x22:
                break
            if c < 0x20:
                raise self.error("Invalid control character at", at)
            if c != 0x5c:
                at += 1
                continue
            parts.append(data[start:at].decode("utf-8"))
            if at + 1 >= len(data):
                raise self.error("Unterminated string starting at", begin)
            escape = chr(data[at + 1])
            if escape == "u":
                code = self.code_unit(at)
                at += 6
                if 0xd800 <= code <= 0xdbff and at + 6 < len(data) and data[at:at + 2] == b"\\u":
                    low = self.code_unit(at)
                    if 0xdc00 <= low <= 0xdfff:
                        code = 0x10000 + ((code & 0x3ff) << 10 | low & 0x3ff)
                        at += 6
                parts.append(chr(code))
            elif escape in _UNESCAPED:
                parts.append(_UNESCAPED[escape])
                at += 2
            else:
                raise self.error("Invalid \\escape", at)
            start = at
        self.at = at + 1
        text = data[start:at].decode("utf-8")
        if not parts:
            return text
        parts.append(text)
        return "".join(parts)

    def code_unit(self, at):
        """Of the escape that begins here."""
        if at + 6 >= len(self.data):
            raise self.error("Invalid \\uXXXX escape", at + 1)
        code = 0
        for i in range(at + 2, at + 6):
            c = self.data[i]
            if 0x30 <= c <= 0x39:
                code = code << 4 | c - 0x30
            elif 0x61 <= c <= 0x66 or 0x41 <= c <= 0x46:
                code = code << 4 | (c | 0x20) - 0x57
            else:
                raise self.error("Invalid \\uXXXX escape", at + 1)
        return code

    def array(self):
        items = []
        self.at += 1
        if self.peek() == 0x5d:
            self.at += 1
            return JSONArray(items)
        while True:
            items.append(self.value())
            c = self.peek()
            if c == 0x5d:
                self.at += 1
                return JSONArray(items)
            if c != 0x2c:
                raise self.error("Expecting ',' delimiter", self.at)
            self.at += 1

    def object(self):
        pairs = {}
        self.at += 1
        if self.peek() == 0x7d:
            self.at += 1
            return JSONObject(pairs)
        while True:
            if self.peek() != 0x22:
                raise self.error("Expecting property name enclosed in double quotes", self.at)
            key = self.string()
            if self.peek() != 0x3a:
                raise self.error("Expecting ':' delimiter", self.at)
            self.at += 1
            pairs[key] = self.value()
            c = self.peek()
            if c == 0x7d:
                self.at += 1
                return JSONObject(pairs)
            if c != 0x2c:
                raise self.error("Expecting ',' delimiter", self.at)
            self.at += 1


def _decoded(s):
    if isinstance(s, str):
        if s.startswith("\ufeff"):
            raise JSONDecodeError("Unexpected UTF-8 BOM (decode using utf-8-sig)", s, 0)
        return s
    data = bytes(s)
    return data[3:].decode("utf-8") if data.startswith(b"\xef\xbb\xbf") else data.decode("utf-8")


def loads(s, *, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None,
          object_pairs_hook=None):
    if cls is not None:
        _other_class()
    if object_hook is not None or parse_float is not None or parse_int is not None or (
            parse_constant is not None) or object_pairs_hook is not None:
        _other_hooks()
    parser = _Parser(_decoded(s))
    result = parser.value()
    if parser.peek() >= 0:
        raise parser.error("Extra data", parser.at)
    return result


def load(fp, *, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None,
         object_pairs_hook=None):
    return loads(fp.read(), cls=cls, object_hook=object_hook, parse_float=parse_float, parse_int=parse_int,
                 parse_constant=parse_constant, object_pairs_hook=object_pairs_hook)
