"""JSON values: what json.loads() gives, None for null.  Each is a value of its built-in type where a test has
narrowed it to that (`isinstance(v, str)`); before, it answers what any of the types answers, and raises what
CPython raises where its own type does not."""

_other_value = refusal("a list, dict or tuple of a program as part of a JSON value")
_other_operand = refusal("an operator between a JSON value and a list, dict or tuple of a program")

_OBJECT, _ARRAY, _STRING, _INTEGER, _FLOAT, _BOOLEAN = range(6)  # numbers from _INTEGER on
_TYPE_NAMES = ("dict", "list", "str", "int", "float", "bool")


@by_shape
def _type_name(other):
    if other is None:
        return "NoneType"
    if isinstance(other, JSONValue):
        return _TYPE_NAMES[other._kind]
    if isinstance(other, bool):
        return "bool"
    if isinstance(other, int):
        return "int"
    if isinstance(other, float):
        return "float"
    return type(other).__name__


@by_shape
def _as_value(x):
    """A JSON value of what a program has computed."""
    if x is None:
        return None
    if isinstance(x, JSONValue):
        return x
    if isinstance(x, str):
        return JSONString(x)
    if isinstance(x, bool):
        return JSONBoolean(x)
    if isinstance(x, int):
        return JSONInteger(x)
    if isinstance(x, float):
        return JSONFloat(x)
    if isinstance(x, list):
        for _ in x:  # of lists that never hold anything this is not reached
            _other_value(x)
        return JSONArray([])
    if isinstance(x, dict):
        for _ in x:
            _other_value(x)
        return JSONObject({})
    return _other_value(x)


@by_shape
def _compare(a, b):
    """-1, 0, 1, or 2 for what has no order (NaN)."""
    if a < b:
        return -1
    if a > b:
        return 1
    return 0 if a == b else 2


def _compare_items(a, b, operator):
    for i in range(min(len(a), len(b))):
        x = a[i]
        y = b[i]
        if x is None and y is None:
            continue
        if x is None or not x == y:
            if x is not None:
                return x._order(y, operator)
            raise TypeError(f"'{operator}' not supported between instances of 'NoneType' and '{_type_name(y)}'")
    return _compare(len(a), len(b))


class JSONValue:
    def __init__(self, kind):
        self._kind = kind

    # What the classes below give of themselves.
    def _str(self):
        return ""

    def _int(self):
        return 0

    def _float(self):
        return 0.0

    def _list(self):
        """The items of an array; what is iterated over of others."""
        raise TypeError(f"'{_type_name(self)}' object is not iterable")

    def _dict(self):
        raise TypeError(f"'{_type_name(self)}' object is not a mapping")

    def _real(self):
        if self._kind == _FLOAT:
            return self._float()
        return self._int()

    # Errors of what a type does not have.
    def _lacks(self, name):
        return AttributeError(f"'{_type_name(self)}' object has no attribute '{name}'")

    @by_shape
    def _operands(self, symbol, other):
        if symbol == "+" and (self._kind == _STRING or self._kind == _ARRAY):
            name = _type_name(self)
            return TypeError(f'can only concatenate {name} (not "{_type_name(other)}") to {name}')
        return TypeError(f"unsupported operand type(s) for {symbol}: '{_type_name(self)}' and "
                         f"'{_type_name(other)}'")

    @by_shape
    def _reflected(self, symbol, left):
        if symbol == "+" and isinstance(left, str):
            return TypeError(f'can only concatenate str (not "{_type_name(self)}") to str')
        return TypeError(f"unsupported operand type(s) for {symbol}: '{_type_name(left)}' and "
                         f"'{_type_name(self)}'")

    def _text(self, name):
        if self._kind != _STRING:
            raise self._lacks(name)
        return self._str()

    def _items_for(self, name):
        if self._kind != _ARRAY:
            raise self._lacks(name)
        return self._list()

    def _pairs_for(self, name):
        if self._kind != _OBJECT:
            raise self._lacks(name)
        return self._dict()

    # ---- what is asked of any value
    def __str__(self):
        return self._str() if self._kind == _STRING else repr(self)

    def __bool__(self):
        if self._kind == _FLOAT:
            return self._float() != 0.0
        if self._kind >= _INTEGER:
            return self._int() != 0
        return len(self) > 0

    def __len__(self):
        if self._kind == _STRING:
            return len(self._str())
        if self._kind == _ARRAY:
            return len(self._list())
        if self._kind == _OBJECT:
            return len(self._dict())
        raise TypeError(f"object of type '{_type_name(self)}' has no len()")

    def __iter__(self):
        return iter(self._list())

    def __reversed__(self):
        if self._kind >= _INTEGER:
            raise TypeError(f"'{_type_name(self)}' object is not reversible")
        return reversed(self._list())

    @by_shape
    def __contains__(self, item):
        if self._kind == _STRING:
            if isinstance(item, JSONValue):
                if item._kind == _STRING:
                    return item._str() in self._str()
            elif isinstance(item, str):
                return item in self._str()
            raise TypeError(f"'in <string>' requires string as left operand, not {_type_name(item)}")
        if self._kind == _OBJECT:
            if isinstance(item, JSONValue):
                return item._kind == _STRING and item._str() in self._dict()
            if isinstance(item, str):
                return item in self._dict()
            return False
        if self._kind == _ARRAY:
            return any(each == item for each in self._list())
        raise TypeError(f"argument of type '{_type_name(self)}' is not iterable")

    def __hash__(self):
        if self._kind == _STRING:
            return hash(self._str())
        if self._kind == _FLOAT:
            return hash(self._float())
        if self._kind >= _INTEGER:
            return hash(self._int())
        raise TypeError(f"unhashable type: '{_type_name(self)}'")

    @by_shape
    def _position(self, key):
        """The key as an index into a list or str."""
        if isinstance(key, JSONValue):
            if key._kind >= _INTEGER and key._kind != _FLOAT:
                return key._int()
        elif isinstance(key, int):
            return key
        if self._kind == _STRING:
            raise TypeError(f"string indices must be integers, not '{_type_name(key)}'")
        raise TypeError(f"list indices must be integers or slices, not {_type_name(key)}")

    @by_shape
    def _name(self, key):
        """The key as one of an object; None: there is no such."""
        if isinstance(key, JSONValue):
            return key._str() if key._kind == _STRING else None
        if isinstance(key, str):
            return key
        return None

    @by_shape
    def __getitem__(self, key):
        if self._kind == _OBJECT:
            name = self._name(key)
            if name is None:
                raise KeyError(key)
            return self._dict()[name]
        if self._kind == _ARRAY:
            return self._list()[self._position(key)]
        if self._kind == _STRING:
            return JSONString(self._str()[self._position(key)])
        raise TypeError(f"'{_type_name(self)}' object is not subscriptable")

    def __sapwood_getslice__(self, start, stop, step):
        if self._kind == _ARRAY:
            return JSONArray(self._list()[start:stop:step])
        if self._kind == _STRING:
            return JSONString(self._str()[start:stop:step])
        if self._kind == _OBJECT:
            raise TypeError("unhashable type: 'slice'")
        raise TypeError(f"'{_type_name(self)}' object is not subscriptable")

    @by_shape
    def __setitem__(self, key, value):
        if self._kind == _OBJECT:
            name = self._name(key)
            if name is None:
                raise NotImplementedError("a key of a JSON value that is no str")
            self._dict()[name] = _as_value(value)
        elif self._kind == _ARRAY:
            self._list()[self._position(key)] = _as_value(value)
        else:
            raise TypeError(f"'{_type_name(self)}' object does not support item assignment")

    @by_shape
    def __delitem__(self, key):
        if self._kind == _OBJECT:
            name = self._name(key)
            if name is None:
                raise KeyError(key)
            del self._dict()[name]
        elif self._kind == _ARRAY:
            del self._list()[self._position(key)]
        else:
            raise TypeError(f"'{_type_name(self)}' object doesn't support item deletion")

    # ---- comparison
    @by_shape
    def __eq__(self, other):
        if other is None:
            return False
        if isinstance(other, JSONValue):
            if self._kind == _FLOAT or other._kind == _FLOAT:
                return self._kind >= _INTEGER and other._kind >= _INTEGER and self._real() == other._real()
            if self._kind >= _INTEGER:
                return other._kind >= _INTEGER and self._int() == other._int()
            if self._kind != other._kind:
                return False
            if self._kind == _STRING:
                return self._str() == other._str()
            return self._list() == other._list() if self._kind == _ARRAY else self._dict() == other._dict()
        if isinstance(other, str):
            return self._kind == _STRING and self._str() == other
        if isinstance(other, (int, float)):
            return self._kind >= _INTEGER and self._real() == other
        return _other_operand(other)

    @by_shape
    def _order(self, other, operator):
        if isinstance(other, JSONValue):
            if self._kind == _STRING and other._kind == _STRING:
                return _compare(self._str(), other._str())
            if self._kind == _ARRAY and other._kind == _ARRAY:
                return _compare_items(self._list(), other._list(), operator)
            if self._kind >= _INTEGER and other._kind >= _INTEGER:
                return _compare(self._real(), other._real())
        elif isinstance(other, str):
            if self._kind == _STRING:
                return _compare(self._str(), other)
        elif isinstance(other, (int, float)):
            if self._kind >= _INTEGER:
                return _compare(self._real(), other)
        elif other is not None:
            _other_operand(other)
        raise TypeError(f"'{operator}' not supported between instances of '{_type_name(self)}' and "
                        f"'{_type_name(other)}'")

    @by_shape
    def __lt__(self, other):
        return self._order(other, "<") == -1

    @by_shape
    def __le__(self, other):
        return self._order(other, "<=") <= 0

    @by_shape
    def __gt__(self, other):
        return self._order(other, ">") == 1

    @by_shape
    def __ge__(self, other):
        return 0 <= self._order(other, ">=") <= 1

    # ---- arithmetic: with numbers it gives numbers, with texts texts, with JSON values JSON values
    @by_shape
    def __add__(self, other):
        if isinstance(other, JSONValue):
            if self._kind >= _INTEGER and other._kind >= _INTEGER:
                return _as_value(self._real() + other._real())
            if self._kind == _STRING and other._kind == _STRING:
                return JSONString(self._str() + other._str())
            if self._kind == _ARRAY and other._kind == _ARRAY:
                return JSONArray(self._list() + other._list())
        elif isinstance(other, str):
            if self._kind == _STRING:
                return self._str() + other
        elif isinstance(other, (int, float)):
            if self._kind >= _INTEGER:
                return self._real() + other
        elif other is not None:
            _other_operand(other)
        raise self._operands("+", other)

    @by_shape
    def __radd__(self, left):
        if isinstance(left, str):
            if self._kind == _STRING:
                return left + self._str()
        elif isinstance(left, (int, float)):
            if self._kind >= _INTEGER:
                return left + self._real()
        elif left is not None:
            _other_operand(left)
        raise self._reflected("+", left)

    @by_shape
    def __mul__(self, other):
        if isinstance(other, JSONValue):
            if self._kind >= _INTEGER and other._kind >= _INTEGER:
                return _as_value(self._real() * other._real())
            if other._kind >= _INTEGER and other._kind != _FLOAT:
                return self._times(other._int())
            if self._kind >= _INTEGER and self._kind != _FLOAT:
                return other._times(self._int())
        elif isinstance(other, int):
            if self._kind >= _INTEGER:
                return _as_value(self._real() * other)
            return self._times(other)
        elif isinstance(other, float):
            if self._kind >= _INTEGER:
                return self._real() * other
        elif other is not None:
            _other_operand(other)
        raise self._operands("*", other)

    def _times(self, count):
        if self._kind == _STRING:
            return JSONString(self._str() * count)
        if self._kind == _ARRAY:
            return JSONArray(self._list() * count)
        raise TypeError(f"unsupported operand type(s) for *: '{_type_name(self)}' and 'int'")

    @by_shape
    def __rmul__(self, left):
        if isinstance(left, int):
            if self._kind >= _INTEGER:
                return _as_value(left * self._real())
            return self._times(left)
        if isinstance(left, float):
            if self._kind >= _INTEGER:
                return left * self._real()
        elif isinstance(left, str):
            if self._kind >= _INTEGER and self._kind != _FLOAT:
                return left * self._int()
            raise TypeError(f"can't multiply sequence by non-int of type '{_type_name(self)}'")
        elif isinstance(left, list):
            if self._kind >= _INTEGER and self._kind != _FLOAT:
                return left * self._int()
            raise TypeError(f"can't multiply sequence by non-int of type '{_type_name(self)}'")
        elif left is not None:
            _other_operand(left)
        raise self._reflected("*", left)

    @by_shape
    def _operand(self, symbol, other):
        """The other operand of an operator of numbers."""
        if isinstance(other, JSONValue):
            if self._kind >= _INTEGER and other._kind >= _INTEGER:
                return other._real()
        elif isinstance(other, (int, float)):
            if self._kind >= _INTEGER:
                return other
        if symbol == "%" and self._kind == _STRING:
            raise NotImplementedError("% of a JSON value that is a str")
        raise self._operands(symbol, other)

    @by_shape
    def _left_operand(self, symbol, left):
        if isinstance(left, (int, float)):
            if self._kind >= _INTEGER:
                return left
        raise self._reflected(symbol, left)

    @by_shape
    def __sub__(self, other):
        right = self._operand("-", other)
        return self._real() - right

    @by_shape
    def __rsub__(self, left):
        return self._left_operand("-", left) - self._real()

    @by_shape
    def __truediv__(self, other):
        right = self._operand("/", other)
        return self._real() / right

    @by_shape
    def __rtruediv__(self, left):
        return self._left_operand("/", left) / self._real()

    @by_shape
    def __floordiv__(self, other):
        right = self._operand("//", other)
        return self._real() // right

    @by_shape
    def __rfloordiv__(self, left):
        return self._left_operand("//", left) // self._real()

    @by_shape
    def __mod__(self, other):
        right = self._operand("%", other)
        return self._real() % right

    @by_shape
    def __rmod__(self, left):
        return self._left_operand("%", left) % self._real()

    @by_shape
    def __pow__(self, other):
        right = self._operand("** or pow()", other)
        return self._real() ** right

    @by_shape
    def __rpow__(self, left):
        return self._left_operand("** or pow()", left) ** self._real()

    def __neg__(self):
        if self._kind < _INTEGER:
            raise TypeError(f"bad operand type for unary -: '{_type_name(self)}'")
        return -self._real()

    def __pos__(self):
        if self._kind < _INTEGER:
            raise TypeError(f"bad operand type for unary +: '{_type_name(self)}'")
        return self._real()

    def __abs__(self):
        if self._kind < _INTEGER:
            raise TypeError(f"bad operand type for abs(): '{_type_name(self)}'")
        return abs(self._real())

    def __round__(self, ndigits=None):
        if self._kind < _INTEGER:
            raise TypeError(f"type {_type_name(self)} doesn't define __round__ method")
        if ndigits is None:
            return round(self._real())
        return round(self._real(), ndigits)

    def __int__(self):
        if self._kind == _STRING:
            return int(self._str())
        if self._kind == _FLOAT:
            return int(self._float())
        if self._kind >= _INTEGER:
            return self._int()
        raise TypeError("int() argument must be a string, a bytes-like object or a real number, not "
                        f"'{_type_name(self)}'")

    def __float__(self):
        if self._kind == _STRING:
            return float(self._str())
        if self._kind >= _INTEGER:
            return float(self._real())
        raise TypeError(f"float() argument must be a string or a real number, not '{_type_name(self)}'")

    def __index__(self):
        if self._kind >= _INTEGER and self._kind != _FLOAT:
            return self._int()
        raise TypeError(f"'{_type_name(self)}' object cannot be interpreted as an integer")

    def __format__(self, spec):
        if self._kind == _STRING:
            return format(self._str(), spec)
        if self._kind == _FLOAT:
            return format(self._float(), spec)
        if self._kind == _BOOLEAN:
            return format(self._int() != 0, spec)
        if self._kind == _INTEGER:
            return format(self._int(), spec)
        if spec:
            raise TypeError(f"unsupported format string passed to {_type_name(self)}.__format__")
        return str(self)

    # ---- methods of dict
    def __sapwood_dict__(self):
        if self._kind == _STRING and self._str():
            raise ValueError("dictionary update sequence element #0 has length 1; 2 is required")
        if self._kind >= _INTEGER:
            raise TypeError(f"'{_type_name(self)}' object is not iterable")
        if self._kind != _OBJECT:
            raise NotImplementedError("dict() of a JSON value that is a list")
        return self._dict()

    @by_shape
    def get(self, key, default=None):
        pairs = self._pairs_for("get")
        name = self._name(key)
        if name is not None and name in pairs:
            return pairs[name]
        return _as_value(default)

    def keys(self):
        return self._pairs_for("keys").keys()

    def values(self):
        return self._pairs_for("values").values()

    def items(self):
        return self._pairs_for("items").items()

    @by_shape
    def setdefault(self, key, default=None):
        return self._pairs_for("setdefault").setdefault(self._name(key) or "", _as_value(default))

    @by_shape
    def update(self, other):
        pairs = self._pairs_for("update")
        for key, value in other.items():
            pairs[key] = _as_value(value)

    # ---- methods of list
    @by_shape
    def append(self, item):
        self._items_for("append").append(_as_value(item))

    @by_shape
    def insert(self, index, item):
        self._items_for("insert").insert(index, _as_value(item))

    @by_shape
    def extend(self, items):
        mine = self._items_for("extend")
        for item in items:
            mine.append(_as_value(item))

    def reverse(self):
        self._items_for("reverse").reverse()

    def sort(self, *, key=None, reverse=False):
        if key is None:
            self._items_for("sort").sort(reverse=reverse)
        else:
            self._items_for("sort").sort(key=key, reverse=reverse)

    # ---- methods of list and dict, of list and str
    @by_shape
    def pop(self, key=-1):
        if self._kind == _OBJECT:
            name = self._name(key)
            if name is None:
                raise KeyError(key)
            return self._dict().pop(name)
        return self._items_for("pop").pop(self._position(key))

    def clear(self):
        if self._kind == _OBJECT:
            self._dict().clear()
        else:
            self._items_for("clear").clear()

    def copy(self):
        if self._kind == _OBJECT:
            return JSONObject(dict(self._dict()))
        return JSONArray(self._items_for("copy")[:])

    @by_shape
    def count(self, item):
        if self._kind == _ARRAY:
            return sum(each == item for each in self._list())
        return self._text("count").count(str(item))

    # ---- methods of str
    def upper(self):
        return self._text("upper").upper()

    def lower(self):
        return self._text("lower").lower()

    def title(self):
        return self._text("title").title()

    def capitalize(self):
        return self._text("capitalize").capitalize()

    def casefold(self):
        return self._text("casefold").casefold()

    def strip(self, chars=None):
        return self._text("strip").strip(chars)

    def lstrip(self, chars=None):
        return self._text("lstrip").lstrip(chars)

    def rstrip(self, chars=None):
        return self._text("rstrip").rstrip(chars)

    def split(self, sep=None, maxsplit=-1):
        return self._text("split").split(sep, maxsplit)

    def splitlines(self, keepends=False):
        return self._text("splitlines").splitlines(keepends)

    def partition(self, sep):
        return self._text("partition").partition(sep)

    def startswith(self, prefix):
        return self._text("startswith").startswith(prefix)

    def endswith(self, suffix):
        return self._text("endswith").endswith(suffix)

    def replace(self, old, new, count=-1):
        return self._text("replace").replace(old, new, count)

    def find(self, sub):
        return self._text("find").find(sub)

    def encode(self, encoding="utf-8", errors="strict"):
        return self._text("encode").encode(encoding, errors)

    def isdigit(self):
        return self._text("isdigit").isdigit()

    def isalpha(self):
        return self._text("isalpha").isalpha()

    def zfill(self, width):
        return self._text("zfill").zfill(width)

    def ljust(self, width, fillchar=" "):
        return self._text("ljust").ljust(width, fillchar)

    def rjust(self, width, fillchar=" "):
        return self._text("rjust").rjust(width, fillchar)

    def center(self, width, fillchar=" "):
        return self._text("center").center(width, fillchar)

    # ---- methods of numbers
    def is_integer(self):
        if self._kind != _FLOAT:
            raise self._lacks("is_integer")
        return self._float().is_integer()


class JSONObject(JSONValue):
    _sapwood_kind_of_ = dict

    def __init__(self, pairs):
        super().__init__(_OBJECT)
        self._value = pairs

    def __sapwood_value__(self):
        return self._value

    def _dict(self):
        return self._value

    def _list(self):
        return [_as_value(key) for key in self._value]

    def __repr__(self):
        return repr(self._value)


class JSONArray(JSONValue):
    _sapwood_kind_of_ = list

    def __init__(self, items):
        super().__init__(_ARRAY)
        self._value = items

    def __sapwood_value__(self):
        return self._value

    def _list(self):
        return self._value

    def __repr__(self):
        return repr(self._value)


class JSONString(JSONValue):
    _sapwood_kind_of_ = str

    def __init__(self, text):
        super().__init__(_STRING)
        self._value = text

    def __sapwood_value__(self):
        return self._value

    def _str(self):
        return self._value

    def _list(self):
        return [_as_value(character) for character in self._value]

    def __repr__(self):
        return repr(self._value)


class JSONInteger(JSONValue):
    _sapwood_kind_of_ = int

    def __init__(self, number):
        super().__init__(_INTEGER)
        self._value = number

    def __sapwood_value__(self):
        return self._value

    def _int(self):
        return self._value

    def __repr__(self):
        return repr(self._value)


class JSONFloat(JSONValue):
    _sapwood_kind_of_ = float

    def __init__(self, number):
        super().__init__(_FLOAT)
        self._value = number

    def __sapwood_value__(self):
        return self._value

    def _float(self):
        return self._value

    def __repr__(self):
        return repr(self._value)


class JSONBoolean(JSONValue):
    _sapwood_kind_of_ = bool

    def __init__(self, truth):
        super().__init__(_BOOLEAN)
        self._value = truth

    def __sapwood_value__(self):
        return self._value

    def _int(self):
        return int(self._value)

    def __repr__(self):
        return repr(self._value)


for _class, _shown in zip((JSONObject, JSONArray, JSONString, JSONInteger, JSONFloat, JSONBoolean), _TYPE_NAMES):
    _class.__name__ = _class.__qualname__ = _shown
