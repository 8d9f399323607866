"""Stands in for operator."""

_abs = abs


def _at_translation(function):
    """Marks a function that runs when the program is translated where all its arguments are constants."""
    function._sapwood_at_translation_ = True
    return function


def lt(a, b, /):
    return a < b


def le(a, b, /):
    return a <= b


def eq(a, b, /):
    return a == b


def ne(a, b, /):
    return a != b


def ge(a, b, /):
    return a >= b


def gt(a, b, /):
    return a > b


def not_(a, /):
    return not a


def truth(a, /):
    return True if a else False


def is_(a, b, /):
    return a is b


def is_not(a, b, /):
    return a is not b


def abs(a, /):
    return _abs(a)


def add(a, b, /):
    return a + b


def and_(a, b, /):
    return a & b


def floordiv(a, b, /):
    return a // b


def index(a, /):
    if isinstance(a, int):
        return a
    return a.__index__()


def invert(a, /):
    return ~a


def lshift(a, b, /):
    return a << b


def mod(a, b, /):
    return a % b


def mul(a, b, /):
    return a * b


def neg(a, /):
    return -a


def or_(a, b, /):
    return a | b


def pos(a, /):
    return +a


def pow(a, b, /):
    return a ** b


def rshift(a, b, /):
    return a >> b


def sub(a, b, /):
    return a - b


def truediv(a, b, /):
    return a / b


def xor(a, b, /):
    return a ^ b


def concat(a, b, /):
    return a + b


def contains(a, b, /):
    return b in a


def countOf(a, b, /):
    count = 0
    for item in a:
        if item is b or item == b:
            count += 1
    return count


def delitem(a, b, /):
    del a[b]


def getitem(a, b, /):
    return a[b]


def indexOf(a, b, /):
    i = 0
    for item in a:
        if item is b or item == b:
            return i
        i += 1
    raise ValueError("sequence.index(x): x not in sequence")


def setitem(a, b, c, /):
    a[b] = c


def iadd(a, b, /):
    a += b
    return a


def iand(a, b, /):
    a &= b
    return a


def iconcat(a, b, /):
    a += b
    return a


def ifloordiv(a, b, /):
    a //= b
    return a


def ilshift(a, b, /):
    a <<= b
    return a


def imod(a, b, /):
    a %= b
    return a


def imul(a, b, /):
    a *= b
    return a


def ior(a, b, /):
    a |= b
    return a


def ipow(a, b, /):
    a **= b
    return a


def irshift(a, b, /):
    a >>= b
    return a


def isub(a, b, /):
    a -= b
    return a


def itruediv(a, b, /):
    a /= b
    return a


def ixor(a, b, /):
    a ^= b
    return a


@_at_translation
def itemgetter(item, /, *items):
    every = (item, *items)
    reads = ", ".join(f"obj[value{i}]" for i in range(len(every)))
    return _made(f"def get(obj):\n    return ({reads})\n", every)


@_at_translation
def attrgetter(attr, /, *attrs):
    reads = ", ".join(f"obj.{each}" for each in (attr, *attrs))
    return _made(f"def get(obj):\n    return ({reads})\n", ())


@_at_translation
def methodcaller(name, /, *args):
    given = ", ".join(f"value{i}" for i in range(len(args)))
    return _made(f"def get(obj):\n    return obj.{name}({given})\n", args)


def _made(source, values):
    """The function `get` of a text that is made at translation, and that knows the values as value0, value1..."""
    names = {"__name__": "operator", "_sapwood_stand_in_": _sapwood_stand_in_}
    for i, value in enumerate(values):
        names[f"value{i}"] = value
    exec(source, names)
    return names["get"]


def _getter(make):
    def prebuilt(live):
        return make(*live.__reduce__()[1])
    return prebuilt


def _caller(live):
    made, args = live.__reduce__()
    if made is not type(live):  # a partial of the class, with keywords
        raise NotImplementedError("operator.methodcaller with keywords")
    return methodcaller(*args)


itemgetter._prebuilt_ = _getter(itemgetter)
attrgetter._prebuilt_ = _getter(attrgetter)
methodcaller._prebuilt_ = _caller
