"""A small Lisp: reader, environments, closures, tail calls in constant space, a prelude.

Shows: interpreters are what this kind of translation was invented for. The values are a class
hierarchy, the built-in functions are collected by a decorator, and the prelude, written in Lisp,
is read and evaluated while the module is imported: a translated program starts with it in place.

Run:   python3 lisp.py [FILE...]                     default: data/tour.lisp beside this program

Special forms: quote if cond define set! lambda let begin and or.  Numbers are integers.
"""

import os.path
import sys

SAMPLE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "data", "tour.lisp")

PRELUDE = """
(define (cadr x) (car (cdr x)))
(define (cddr x) (cdr (cdr x)))
(define (reverse items)
  (let loop ((rest items) (result '()))
    (if (null? rest) result (loop (cdr rest) (cons (car rest) result)))))
(define (fold f start items)
  (if (null? items) start (fold f (f start (car items)) (cdr items))))
(define (map f items)
  (reverse (fold (lambda (done item) (cons (f item) done)) '() items)))
(define (filter keep? items)
  (reverse (fold (lambda (done item) (if (keep? item) (cons item done) done)) '() items)))
(define (append first second)
  (fold (lambda (done item) (cons item done)) second (reverse first)))
(define (length items) (fold (lambda (n item) (+ n 1)) 0 items))
(define (range from to)
  (let loop ((i (- to 1)) (result '()))
    (if (< i from) result (loop (- i 1) (cons i result)))))
(define (for-each f items)
  (if (null? items) '() (begin (f (car items)) (for-each f (cdr items)))))
(define (assoc key pairs)
  (cond ((null? pairs) #f)
        ((equal? key (car (car pairs))) (car pairs))
        (else (assoc key (cdr pairs)))))
(define (compose f g) (lambda (x) (f (g x))))
"""


class LispError(Exception):
    pass


# Values


class Value:
    """Base of everything a program computes with; str() is what `display` shows, repr() re-reads."""

    def __str__(self):
        return self.__repr__()

    def __repr__(self):
        return "#<value>"

    def is_true(self):
        return True

    def equals(self, other):
        return self is other


class Nil(Value):
    def __repr__(self):
        return "()"


class Bool(Value):
    def __init__(self, value):
        self.value = value

    def __repr__(self):
        return "#t" if self.value else "#f"

    def is_true(self):
        return self.value


class Int(Value):
    def __init__(self, value):
        self.value = value

    def __repr__(self):
        return str(self.value)

    def equals(self, other):
        return isinstance(other, Int) and self.value == other.value


class Text(Value):
    def __init__(self, value):
        self.value = value

    def __str__(self):
        return self.value

    def __repr__(self):
        escaped = self.value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
        return f'"{escaped}"'

    def equals(self, other):
        return isinstance(other, Text) and self.value == other.value


class Symbol(Value):
    """One object per name (see `intern`), so `is` compares symbols."""

    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


class Pair(Value):
    def __init__(self, first, rest):
        self.first = first
        self.rest = rest

    def __repr__(self):
        parts = [repr(self.first)]
        rest = self.rest
        while isinstance(rest, Pair):
            parts.append(repr(rest.first))
            rest = rest.rest
        if rest is not NIL:
            parts.append(".")
            parts.append(repr(rest))
        return "(" + " ".join(parts) + ")"

    def equals(self, other):
        left = self
        right = other
        while isinstance(left, Pair) and isinstance(right, Pair):
            if not left.first.equals(right.first):
                return False
            left = left.rest
            right = right.rest
        return not isinstance(left, Pair) and left.equals(right)


class Builtin(Value):
    """A function of the interpreter; `function` takes the list of arguments."""

    def __init__(self, name, function, least, most):
        self.name = name
        self.function = function
        self.least = least
        self.most = most

    def __repr__(self):
        return f"#<builtin {self.name}>"

    def apply(self, args):
        if len(args) < self.least or (self.most >= 0 and len(args) > self.most):
            raise LispError(f"{self.name}: wrong number of arguments: {len(args)}")
        return self.function(args)


class Closure(Value):
    def __init__(self, name, parameters, body, env):
        self.name = name
        self.parameters = parameters
        self.body = body
        self.env = env

    def __repr__(self):
        return f"#<function {self.name}>"

    def bind(self, args):
        """The environment in which the body runs."""
        if len(args) != len(self.parameters):
            raise LispError(
                f"{self.name}: needs {len(self.parameters)} arguments, got {len(args)}"
            )
        env = Environment(self.env)
        for parameter, arg in zip(self.parameters, args):
            env.names[parameter] = arg
        return env


NIL = Nil()
TRUE = Bool(True)
FALSE = Bool(False)
SYMBOLS = {}


def intern(name):
    symbol = SYMBOLS.get(name)
    if symbol is None:
        symbol = Symbol(name)
        SYMBOLS[name] = symbol
    return symbol


QUOTE = intern("quote")
IF = intern("if")
COND = intern("cond")
ELSE = intern("else")
DEFINE = intern("define")
SET = intern("set!")
LAMBDA = intern("lambda")
LET = intern("let")
BEGIN = intern("begin")
AND = intern("and")
OR = intern("or")


def make_bool(value):
    return TRUE if value else FALSE


def make_list(items):
    result = NIL
    for item in reversed(items):
        result = Pair(item, result)
    return result


def list_items(value):
    """The items of a proper list."""
    items = []
    rest = value
    while isinstance(rest, Pair):
        items.append(rest.first)
        rest = rest.rest
    if rest is not NIL:
        raise LispError(f"not a list: {value!r}")
    return items


class Environment:
    def __init__(self, parent):
        self.names = {}
        self.parent = parent

    def find(self, name):
        """The innermost environment that has `name`."""
        env = self
        while env is not None:
            if name in env.names:
                return env
            env = env.parent
        raise LispError(f"unknown name: {name}")

    def lookup(self, name):
        return self.find(name).names[name]


# Reader


class Reader:
    """Turns text into values; None at the end of the text."""

    def __init__(self, text, source):
        self.text = text
        self.source = source
        self.position = 0

    def read(self):
        self.skip_space()
        if self.position >= len(self.text):
            return None
        char = self.text[self.position]
        if char == "(":
            return self.read_list()
        if char == ")":
            raise self.error("unexpected )", self.position)
        if char == "'":
            start = self.position
            self.position += 1
            quoted = self.read()
            if quoted is None:
                raise self.error("nothing after '", start)
            return make_list([QUOTE, quoted])
        if char == '"':
            return self.read_text()
        return self.read_atom()

    def read_list(self):
        start = self.position
        self.position += 1
        items = []
        while True:
            self.skip_space()
            if self.position < len(self.text) and self.text[self.position] == ")":
                self.position += 1
                return make_list(items)
            item = self.read()
            if item is None:
                raise self.error("this ( is never closed", start)
            items.append(item)

    def read_text(self):
        start = self.position
        self.position += 1
        chars = []
        while self.position < len(self.text):
            char = self.text[self.position]
            self.position += 1
            if char == '"':
                return Text("".join(chars))
            if char == "\\" and self.position < len(self.text):
                char = self.text[self.position]
                self.position += 1
                if char == "n":
                    char = "\n"
            chars.append(char)
        raise self.error("text without closing quote", start)

    def read_atom(self):
        start = self.position
        while self.position < len(self.text) and self.text[self.position] not in " \t\r\n();'\"":
            self.position += 1
        word = self.text[start:self.position]
        if word == "#t":
            return TRUE
        if word == "#f":
            return FALSE
        digits = word[1:] if word[0] == "-" else word
        if digits.isdigit():
            return Int(int(word))
        return intern(word)

    def skip_space(self):
        while self.position < len(self.text):
            char = self.text[self.position]
            if char == ";":
                while self.position < len(self.text) and self.text[self.position] != "\n":
                    self.position += 1
            elif char.isspace():
                self.position += 1
            else:
                return

    def error(self, message, position):
        line = self.text[:position].count("\n") + 1
        return LispError(f"{self.source}:{line}: {message}")


# Evaluation


def evaluate(expr, env):
    """The value of `expr`. What stands in tail position is evaluated by going round the loop."""
    while True:
        if isinstance(expr, Symbol):
            return env.lookup(expr.name)
        if not isinstance(expr, Pair):
            return expr
        head = expr.first
        form = list_items(expr)
        if head is QUOTE:
            check_form(form, 2, 2)
            return form[1]
        elif head is IF:
            check_form(form, 3, 4)
            if evaluate(form[1], env).is_true():
                expr = form[2]
            elif len(form) == 4:
                expr = form[3]
            else:
                return NIL
        elif head is COND:
            expr = cond_branch(form, env)
        elif head is DEFINE:
            check_form(form, 3, -1)
            return define(form, env)
        elif head is SET:
            check_form(form, 3, 3)
            name = symbol_name(form[1])
            value = evaluate(form[2], env)
            env.find(name).names[name] = value
            return value
        elif head is LAMBDA:
            check_form(form, 3, -1)
            return Closure("lambda", parameter_names(form[1]), make_body(form[2:]), env)
        elif head is LET:
            check_form(form, 3, -1)
            env = let_environment(form, env)
            expr = make_body(form[3:] if isinstance(form[1], Symbol) else form[2:])
        elif head is BEGIN:
            check_form(form, 2, -1)
            for part in form[1:-1]:
                evaluate(part, env)
            expr = form[-1]
        elif head is AND or head is OR:
            if len(form) == 1:
                return make_bool(head is AND)
            for part in form[1:-1]:
                value = evaluate(part, env)
                if value.is_true() == (head is OR):
                    return value
            expr = form[-1]
        else:
            function = evaluate(head, env)
            args = [evaluate(arg, env) for arg in form[1:]]
            if isinstance(function, Builtin):
                return function.apply(args)
            if not isinstance(function, Closure):
                raise LispError(f"not a function: {function!r}")
            env = function.bind(args)
            expr = function.body


def check_form(form, least, most):
    if len(form) < least or (most >= 0 and len(form) > most):
        raise LispError(f"bad form: {make_list(form)!r}")


def symbol_name(value):
    if not isinstance(value, Symbol):
        raise LispError(f"not a name: {value!r}")
    return value.name


def parameter_names(value):
    return [symbol_name(item) for item in list_items(value)]


def make_body(parts):
    """One expression that stands for a sequence."""
    if len(parts) == 1:
        return parts[0]
    return Pair(BEGIN, make_list(parts))


def cond_branch(form, env):
    for clause in form[1:]:
        parts = list_items(clause)
        check_form(parts, 2, -1)
        if parts[0] is ELSE or evaluate(parts[0], env).is_true():
            return make_body(parts[1:])
    return NIL


def define(form, env):
    """(define name value) or (define (name parameters...) body...)"""
    target = form[1]
    if isinstance(target, Pair):
        name = symbol_name(target.first)
        value = Closure(name, parameter_names(target.rest), make_body(form[2:]), env)
        env.names[name] = value
    else:
        name = symbol_name(target)
        env.names[name] = evaluate(form[2], env)
    return intern(name)


def let_environment(form, env):
    """The environment for the body of (let ((name value)...) body...).

    (let loop ((name value)...) body...) also binds `loop` to a function with that body.
    """
    loop_name = form[1]
    is_loop = isinstance(loop_name, Symbol)
    names = []
    values = []
    for binding in list_items(form[2] if is_loop else form[1]):
        parts = list_items(binding)
        check_form(parts, 2, 2)
        names.append(symbol_name(parts[0]))
        values.append(evaluate(parts[1], env))
    inner = Environment(env)
    if is_loop:
        check_form(form, 4, -1)
        loop = Closure(symbol_name(loop_name), names, make_body(form[3:]), inner)
        inner.names[symbol_name(loop_name)] = loop
        return loop.bind(values)
    for name, value in zip(names, values):
        inner.names[name] = value
    return inner


# Built-in functions

BUILTINS = {}


def builtin(name, least, most):
    """Register a function under `name`; it takes `least` to `most` arguments (-1: any number)."""

    def register(function):
        BUILTINS[name] = Builtin(name, function, least, most)
        return function

    return register


def int_value(value):
    if not isinstance(value, Int):
        raise LispError(f"not a number: {value!r}")
    return value.value


def pair_value(value):
    if not isinstance(value, Pair):
        raise LispError(f"not a pair: {value!r}")
    return value


@builtin("+", 0, -1)
def builtin_add(args):
    return Int(sum([int_value(arg) for arg in args]))


@builtin("*", 0, -1)
def builtin_multiply(args):
    product = 1
    for arg in args:
        product *= int_value(arg)
    return Int(product)


@builtin("-", 1, -1)
def builtin_subtract(args):
    result = int_value(args[0])
    if len(args) == 1:
        return Int(-result)
    for arg in args[1:]:
        result -= int_value(arg)
    return Int(result)


@builtin("quotient", 2, 2)
def builtin_quotient(args):
    divisor = int_value(args[1])
    if divisor == 0:
        raise LispError("division by zero")
    return Int(int_value(args[0]) // divisor)


@builtin("remainder", 2, 2)
def builtin_remainder(args):
    divisor = int_value(args[1])
    if divisor == 0:
        raise LispError("division by zero")
    return Int(int_value(args[0]) % divisor)


COMPARISONS = {
    "=": lambda a, b: a == b,
    "<": lambda a, b: a < b,
    ">": lambda a, b: a > b,
    "<=": lambda a, b: a <= b,
    ">=": lambda a, b: a >= b,
}


def register_comparison(name, compare):
    @builtin(name, 2, -1)
    def comparison(args):
        for left, right in zip(args, args[1:]):
            if not compare(int_value(left), int_value(right)):
                return FALSE
        return TRUE


for comparison_name, comparison_function in COMPARISONS.items():
    register_comparison(comparison_name, comparison_function)


@builtin("cons", 2, 2)
def builtin_cons(args):
    return Pair(args[0], args[1])


@builtin("car", 1, 1)
def builtin_car(args):
    return pair_value(args[0]).first


@builtin("cdr", 1, 1)
def builtin_cdr(args):
    return pair_value(args[0]).rest


@builtin("list", 0, -1)
def builtin_list(args):
    return make_list(args)


@builtin("null?", 1, 1)
def builtin_is_null(args):
    return make_bool(args[0] is NIL)


@builtin("pair?", 1, 1)
def builtin_is_pair(args):
    return make_bool(isinstance(args[0], Pair))


@builtin("number?", 1, 1)
def builtin_is_number(args):
    return make_bool(isinstance(args[0], Int))


@builtin("symbol?", 1, 1)
def builtin_is_symbol(args):
    return make_bool(isinstance(args[0], Symbol))


@builtin("eq?", 2, 2)
def builtin_is_same(args):
    return make_bool(args[0] is args[1])


@builtin("equal?", 2, 2)
def builtin_is_equal(args):
    return make_bool(args[0].equals(args[1]))


@builtin("not", 1, 1)
def builtin_not(args):
    return make_bool(not args[0].is_true())


@builtin("text", 0, -1)
def builtin_text(args):
    return Text("".join([str(arg) for arg in args]))


@builtin("display", 0, -1)
def builtin_display(args):
    print(" ".join([str(arg) for arg in args]))
    return NIL


@builtin("error", 1, -1)
def builtin_error(args):
    raise LispError(" ".join([str(arg) for arg in args]))


# Running programs


def global_environment():
    env = Environment(None)
    for name, function in BUILTINS.items():
        env.names[name] = function
    run(PRELUDE, "prelude", env, False)
    return env


def run(text, source, env, echo):
    """Evaluate every expression of `text`; with `echo`, print each value but the empty list."""
    reader = Reader(text, source)
    expr = reader.read()
    while expr is not None:
        value = evaluate(expr, env)
        if echo and value is not NIL and not isinstance(expr, Symbol) and not is_define(expr):
            print(repr(value))
        expr = reader.read()


def is_define(expr):
    return isinstance(expr, Pair) and expr.first is DEFINE


def main(argv):
    paths = argv[1:] if len(argv) > 1 else [SAMPLE]
    for path in paths:
        try:
            with open(path, encoding="utf-8") as file:
                text = file.read()
            run(text, path, Environment(GLOBALS), True)
        except OSError as error:
            print(f"lisp: {error}", file=sys.stderr)
            return 1
        except LispError as error:
            print(f"error: {error}", file=sys.stderr)
            return 1
    return 0


GLOBALS = global_environment()

if __name__ == "__main__":
    sys.exit(main(sys.argv))
