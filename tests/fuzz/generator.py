"""Random, statically typable Python: batches of typed functions, with calls that print what they do.

`Batch(seed, count)` is a module of `count` functions and a main that calls each with constant arguments, inside of a
try, and prints the result or the exception.  What is generated keeps to the documented language (ints stay within
64 bits, a container has one item type), so that CPython and a translated program must print the same.

A type is a tuple: ("int",), ("float",), ("bool",), ("str",), ("list", T), ("dict", K, V), ("tuple", T...),
("optional", T), ("object",) - the last is the class `Box` of the prelude or its subclass `Crate`.
"""

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

Type = tuple

INT, FLOAT, BOOL, STR, OBJECT = ("int",), ("float",), ("bool",), ("str",), ("object",)
SIMPLE = (INT, INT, FLOAT, BOOL, STR, STR)
KEYS = (INT, STR, ("tuple", INT, STR))
MAX_DEPTH = 4

PRELUDE = '''import math


class Box:
    kind = "box"

    def __init__(self, number, text):
        self.number = number
        self.text = text

    def weight(self):
        return self.number * 2

    def __repr__(self):
        return f"Box({self.number!r}, {self.text!r})"

    def __eq__(self, other):
        return isinstance(other, Box) and self.number == other.number

    def __hash__(self):
        return hash(self.number)

    def __lt__(self, other):
        return self.number < other.number


class Crate(Box):
    kind = "crate"

    def __init__(self, number, text, lid):
        super().__init__(number, text)
        self.lid = lid

    def weight(self):
        return super().weight() + (1 if self.lid else 0)


def report(name, value):
    print(name, value)


'''

TEXTS = ("", "a", "abc", "Hello World", "  pad ", "x,y,,z", "12", "-7", "äß€", "tab\\there", "MiXed 9", "aaa", "line\\n")


def list_of(item: Type) -> Type:
    return ("list", item)


@dataclass
class Function:
    name: str
    parameters: list[tuple[str, Type]]
    result: Type
    lines: list[str] = field(default_factory=list)


class Batch:
    """One generated module.  seen: how often each construct, and each pair of an operator and a type, was written."""

    def __init__(self, seed: int, count: int):
        self.random = random.Random(seed)
        self.seen: Counter[str] = Counter()
        self.functions: list[Function] = []
        for number in range(count):
            self.functions.append(Body(self, number).function)

    def source(self, keep: set[str] | None = None) -> str:
        """The module; of the functions only those in `keep` and what they call, if it is given."""
        kept = [f for f in self.functions if keep is None or f.name in self._needed(keep)]
        called = [f for f in kept if keep is None or f.name in keep]
        parts = [PRELUDE]
        for function in kept:
            head = ", ".join(name for name, _ in function.parameters)
            parts.append(f"def {function.name}({head}):\n" + "\n".join("    " + line for line in function.lines) + "\n\n\n")
        parts.append("def main():\n")
        for function in called:
            for attempt in range(3):
                maker = Body(self, 0, seed=f"{function.name} {attempt}", alone=True)
                given = ", ".join(maker.constant(type_) for _, type_ in function.parameters)
                parts.append(
                    f"    try:\n        report({function.name!r}, repr({function.name}({given})))\n"
                    f"    except Exception as error:\n"
                    f"        report({function.name!r}, type(error).__name__ + ': ' + str(error))\n"
                )
        parts.append('\n\nif __name__ == "__main__":\n    main()\n')
        return "".join(parts)

    def _needed(self, keep: set[str]) -> set[str]:
        needed = set(keep)
        for function in reversed(self.functions):
            if function.name in needed:
                text = "\n".join(function.lines)
                needed |= {other.name for other in self.functions if other.name + "(" in text}
        return needed


class Body:
    """Writes one function."""

    def __init__(self, batch: Batch, number: int, seed: str = "", alone: bool = False):
        self.batch = batch
        self.random = random.Random(seed) if alone else batch.random
        self.variables: list[tuple[str, Type]] = []
        self.fixed: set[str] = set()  # loop counters and parameters of local functions: never assigned
        self.names = 0
        self.in_loop = 0
        self.budget = 60  # of expressions
        if alone:
            return
        parameters = [(f"p{i}", self.type(2)) for i in range(self.random.randint(1, 4))]
        self.variables = list(parameters)
        self.function = Function(f"f{number}", parameters, self.type(2))
        lines = self.block(0, self.random.randint(2, 6))
        lines.append(f"return {self.expression(self.function.result, 0)}")
        self.function.lines = lines

    # ---- types and constants

    def type(self, depth: int) -> Type:
        if depth == 0 or self.random.random() < 0.5:
            return self.pick(SIMPLE)
        kind = self.pick(("list", "list", "dict", "tuple", "optional", "object"))
        if kind == "list":
            return ("list", self.type(depth - 1))
        if kind == "dict":
            return ("dict", self.pick(KEYS), self.type(depth - 1))
        if kind == "tuple":
            return ("tuple", *(self.type(depth - 1) for _ in range(self.random.randint(1, 3))))
        if kind == "optional":
            return ("optional", self.pick((INT, STR, ("list", INT))))
        return OBJECT

    def pick(self, choices):
        return self.random.choice(list(choices))

    def seen(self, construct: str, *types: Type) -> None:
        self.batch.seen[" ".join([construct, *(t[0] for t in types)])] += 1

    def constant(self, t: Type) -> str:
        """A literal without names."""
        r = self.random
        if t == INT:
            return str(r.choice((0, 1, -1, 2, 3, 5, -7, 10, 100, r.randint(-50, 50), 2**31, -(2**40))))
        if t == FLOAT:
            return r.choice(("0.0", "1.0", "-1.5", "2.5", "0.1", "1e10", "-0.0", "3.14159", "1e-7", "123456.789", "1e22"))
        if t == BOOL:
            return r.choice(("True", "False"))
        if t == STR:
            return '"' + r.choice(TEXTS) + '"'
        if t[0] == "list":
            return "[" + ", ".join(self.constant(t[1]) for _ in range(r.randint(0, 4))) + "]"
        if t[0] == "dict":
            items = (f"{self.constant(t[1])}: {self.constant(t[2])}" for _ in range(r.randint(0, 3)))
            return "{" + ", ".join(items) + "}"
        if t[0] == "tuple":
            return "(" + "".join(self.constant(item) + ", " for item in t[1:]) + ")"
        if t[0] == "optional":
            return "None" if r.random() < 0.4 else self.constant(t[1])
        if r.random() < 0.5:
            return f"Box({self.constant(INT)}, {self.constant(STR)})"
        return f"Crate({self.constant(INT)}, {self.constant(STR)}, {self.constant(BOOL)})"

    # ---- expressions

    def expression(self, t: Type, depth: int = 0) -> str:
        self.budget -= 1
        known = [name for name, type_ in self.variables if type_ == t]
        if depth >= MAX_DEPTH or self.budget <= 0:
            return self.pick(known) if known and self.random.random() < 0.8 else self.constant(t)
        if known and self.random.random() < 0.35:
            return self.pick(known)
        if self.random.random() < 0.1:
            return self.constant(t)
        makers: list[Callable[[int], str]] = [self.conditional(t), self.item_of_list(t), self.item_of_dict(t), self.part_of_tuple(t), self.call(t)]
        own: dict[str, Callable[[], list]] = {
            "int": lambda: [self.int_arithmetic] * 4 + [self.int_of] * 4,
            "float": lambda: [self.float_arithmetic] * 3 + [self.float_of] * 2,
            "bool": lambda: [self.comparison] * 4 + [self.logic] * 2 + [self.bool_of] * 3,
            "str": lambda: [self.str_of] * 5 + [self.formatted] * 3,
            "list": lambda: [self.list_maker(t)] * 6,
            "dict": lambda: [self.dict_maker(t)] * 5,
            "tuple": lambda: [self.tuple_maker(t)] * 4,
            "optional": lambda: [self.optional_maker(t)] * 4,
            "object": lambda: [self.object_maker] * 3,
        }
        makers += own[t[0]]()
        return self.pick(makers)(depth + 1)

    def conditional(self, t: Type):
        def make(depth: int) -> str:
            self.seen("if-expression", t)
            return f"({self.expression(t, depth)} if {self.expression(BOOL, depth)} else {self.expression(t, depth)})"
        return make

    def item_of_list(self, t: Type):
        def make(depth: int) -> str:
            self.seen("list item", t)
            return self.item(self.expression(list_of(t), depth), f"[{self.constant(t)}]", depth)
        return make

    def item_of_dict(self, t: Type):
        def make(depth: int) -> str:
            key = self.pick(KEYS)
            self.seen("dict item", key, t)
            d, k = self.atom(("dict", key, t), depth), self.expression(key, depth)
            return f"{d}[{k}]" if self.random.random() < 0.15 else f"{d}.get({k}, {self.expression(t, depth)})"
        return make

    def part_of_tuple(self, t: Type):
        def make(depth: int) -> str:
            others = [self.pick(SIMPLE) for _ in range(self.random.randint(0, 2))]
            place = self.random.randint(0, len(others))
            whole = ("tuple", *others[:place], t, *others[place:])
            self.seen("tuple item", t)
            return f"{self.atom(whole, depth)}[{place}]"
        return make

    def call(self, t: Type):
        def make(depth: int) -> str:
            fitting = [f for f in self.batch.functions if f.result == t]
            if not fitting:
                return self.expression(t, depth)
            function = self.pick(fitting)
            self.seen("call", t)
            given = [self.expression(type_, depth + 1) for _, type_ in function.parameters]
            if given and self.random.random() < 0.3:
                given[-1] = f"{function.parameters[-1][0]}={given[-1]}"
            return f"{function.name}({', '.join(given)})"
        return make

    def item(self, sequence: str, one: str, depth: int) -> str:
        """An item of a sequence; mostly of one that has items: `one` is a sequence of one."""
        if self.random.random() < 0.15:
            return f"({sequence})[{self.small_int(depth)}]"
        return f"(({sequence}) + {one})[{self.pick(('0', '-1', '0', '-1', self.small_int(depth)))}]"

    def atom(self, t: Type, depth: int) -> str:
        """An expression that may be followed by `.` or `[`."""
        return f"({self.expression(t, depth)})"

    def small_int(self, depth: int) -> str:
        return self.pick((self.constant(INT), str(self.random.randint(-3, 3)), f"({self.expression(INT, depth)}) % 3"))

    def int_arithmetic(self, depth: int) -> str:
        a, b = self.atom(INT, depth), self.atom(INT, depth)
        operator = self.pick("+ - * // % & | ^ << >> ** neg inv".split())
        self.seen(f"int {operator}")
        if operator == "*":
            return f"({a} % 100003 * ({b} % 1009))"
        if operator in "<< >>".split():
            return f"({a} % 65536 {operator} ({b} & 15))"
        if operator == "**":
            return f"({a} % 17 ** ({b} & 3))"
        if operator == "neg":
            return f"(-{a} % 1000003)"
        if operator == "inv":
            return f"(~{a} & 0xFFFF)"
        return f"(({a} {operator} {b}) % 1000000007)"

    def int_of(self, depth: int) -> str:
        e = self.expression
        t = self.type(1)
        makers = (
            lambda: f"len({e(STR, depth)})",
            lambda: f"len({e(list_of(t), depth)})",
            lambda: f"ord({self.item(e(STR, depth), repr('z'), depth)})",
            lambda: f"int({self.pick((e(STR, depth), repr('42'), 'str(' + e(INT, depth) + ')', repr(' -3 ')))})",
            lambda: f"int({self.atom(FLOAT, depth)} % 1000)",
            lambda: f"int({e(BOOL, depth)})",
            lambda: f"round({self.atom(FLOAT, depth)} % 1000)",
            lambda: f"{self.atom(STR, depth)}.count({e(STR, depth)})",
            lambda: f"{self.atom(STR, depth)}.find({e(STR, depth)}, {self.small_int(depth)})",
            lambda: f"{self.atom(STR, depth)}.rfind({e(STR, depth)})",
            lambda: f"{self.atom(STR, depth)}.index({self.pick((e(STR, depth), repr('')))})",
            lambda: f"{self.atom(list_of(t), depth)}.count({e(t, depth)})",
            lambda: self.index(t, depth),
            lambda: f"sum({e(list_of(INT), depth)}) % 1000003",
            lambda: f"max({e(INT, depth)}, {e(INT, depth)}, {e(INT, depth)})",
            lambda: f"min({e(list_of(INT), depth)} + [{e(INT, depth)}])",
            lambda: f"max({e(list_of(INT), depth)}, default={e(INT, depth)})",
            lambda: f"abs({e(INT, depth)})",
            lambda: f"divmod({e(INT, depth)}, {e(INT, depth)})[{self.random.randint(0, 1)}]",
            lambda: f"{self.atom(OBJECT, depth)}.weight()",
            lambda: f"{self.atom(OBJECT, depth)}.number",
            lambda: f"sum(1 for v in {e(list_of(t), depth)} if {self.with_variable('v', t, BOOL, depth)})",
            lambda: f"len({e(('dict', self.pick(KEYS), t), depth)})",
        )
        place = self.random.randrange(len(makers))
        self.seen(f"int from {place}")
        return makers[place]()

    def index(self, t: Type, depth: int) -> str:
        wanted = self.expression(t, max(depth, 3))
        return f"({self.expression(list_of(t), depth)} + [{wanted}]).index({wanted})"

    def with_variable(self, name: str, t: Type, result: Type, depth: int) -> str:
        """An expression in which a variable is bound; shadowed ones are hidden."""
        saved = self.variables
        self.variables = [(n, v) for n, v in saved if n != name] + [(name, t)]
        text = self.expression(result, max(depth, 2))
        self.variables = saved
        return text

    def float_arithmetic(self, depth: int) -> str:
        operator = self.pick("+ - * / // %".split())
        self.seen(f"float {operator}")
        left, right = self.pick(((FLOAT, FLOAT), (FLOAT, INT), (INT, FLOAT)))
        if operator == "/" and self.random.random() < 0.3:
            left = right = INT
        return f"({self.atom(left, depth)} {operator} {self.atom(right, depth)})"

    def float_of(self, depth: int) -> str:
        e = self.expression
        makers = (
            lambda: f"float({e(INT, depth)})",
            lambda: f"abs({e(FLOAT, depth)})",
            lambda: f"round({self.atom(FLOAT, depth)} % 1e6, {self.random.randint(0, 4)})",
            lambda: f"math.sqrt(abs({e(FLOAT, depth)}))",
            lambda: f"math.floor({self.atom(FLOAT, depth)} % 1e6) / 2",
            lambda: f"sum({e(list_of(FLOAT), depth)}) * 1.0",
            lambda: f"max({e(FLOAT, depth)}, {e(FLOAT, depth)})",
            lambda: f"float({self.pick((e(STR, depth), repr('2.5e3'), 'str(' + e(FLOAT, depth) + ')'))})",
            lambda: f"-{self.atom(FLOAT, depth)}",
        )
        place = self.random.randrange(len(makers))
        self.seen(f"float from {place}")
        return makers[place]()

    def comparison(self, depth: int) -> str:
        e = self.expression
        operator = self.pick(("==", "!=", "<", "<=", ">", ">=", "in", "not in", "is None", "chain"))
        if operator == "is None":
            known = self.of_type("optional")
            if not known:
                return self.comparison(depth)
            name, t = self.pick(known)
            self.seen("is None", t[1])
            return f"({name} is {self.pick(('', 'not '))}None)"
        if operator in ("in", "not in"):
            t = self.type(1)
            container = self.pick((list_of(t), ("tuple", t, t))) if t not in KEYS else ("dict", t, INT)
            self.seen(operator, container)
            return f"({e(t, depth)} {operator} {e(container, depth)})"
        if operator == "chain":
            self.seen("chained comparison")
            return f"({e(INT, depth)} < {e(INT, depth)} <= {e(INT, depth)})"
        if operator in ("==", "!="):
            left, right = self.comparable()
            self.seen(operator, left, right)
            return f"({e(left, depth)} {operator} {e(right, depth)})"
        t = self.pick((INT, FLOAT, STR, list_of(INT), list_of(STR), ("tuple", INT, STR), BOOL))
        self.seen(operator, t)
        return f"({e(t, depth)} {operator} {e(t, depth)})"

    def comparable(self) -> tuple[Type, Type]:
        """Two types that may be compared for equality: often the same, sometimes alike."""
        t = self.type(2)
        if self.random.random() < 0.6:
            return t, t
        return self.pick((
            (INT, FLOAT), (BOOL, INT), (list_of(INT), list_of(FLOAT)), (("tuple", INT, INT), ("tuple", FLOAT, INT)),
            (("dict", INT, INT), ("dict", INT, FLOAT)), (("optional", INT), INT), (STR, INT), (list_of(t), list_of(t)),
            (list_of(STR), list_of(("optional", STR))), (("list", BOOL), ("list", INT)), (("tuple", t), ("tuple", t, INT)),
        ))

    def logic(self, depth: int) -> str:
        operator = self.pick(("and", "or", "not"))
        self.seen(operator)
        if operator == "not":
            return f"(not {self.expression(self.type(1), depth)})"
        return f"({self.expression(BOOL, depth)} {operator} {self.expression(BOOL, depth)})"

    def bool_of(self, depth: int) -> str:
        e = self.expression
        t = self.type(1)
        makers = (
            lambda: f"bool({e(t, depth)})",
            lambda: f"{self.atom(STR, depth)}.{self.pick(('isdigit', 'isalpha', 'isalnum', 'isspace', 'isupper', 'islower'))}()",
            lambda: f"{self.atom(STR, depth)}.{self.pick(('startswith', 'endswith'))}({e(STR, depth)})",
            lambda: f"({e(STR, depth)} in {e(STR, depth)})",
            lambda: f"{self.pick(('any', 'all'))}({self.with_variable('v', t, BOOL, depth)} for v in {e(list_of(t), depth)})",
            lambda: f"isinstance({e(OBJECT, depth)}, Crate)",
            lambda: f"{self.pick(('any', 'all'))}({e(list_of(INT), depth)})",
        )
        place = self.random.randrange(len(makers))
        self.seen(f"bool from {place}")
        return makers[place]()

    def str_of(self, depth: int) -> str:
        e = self.expression
        t = self.type(2)
        makers = (
            lambda: f"({e(STR, depth)} + {e(STR, depth)})",
            lambda: f"({self.atom(STR, depth)} * ({self.atom(INT, depth)} & 3))",
            lambda: self.item(e(STR, depth), repr("q"), depth),
            lambda: f"{self.atom(STR, depth)}[{self.slice(depth)}]",
            lambda: f"str({e(t, depth)})",
            lambda: f"repr({e(t, depth)})",
            lambda: f"{self.atom(STR, depth)}.{self.pick(('upper', 'lower', 'strip', 'lstrip', 'rstrip'))}()",
            lambda: f"{self.atom(STR, depth)}.strip({e(STR, depth)})",
            lambda: f"{self.atom(STR, depth)}.replace({e(STR, depth)}, {e(STR, depth)})[:50]",
            lambda: f"{self.atom(STR, depth)}.join({e(list_of(STR), depth)})[:60]",
            lambda: f"chr({self.atom(INT, depth)} % 1000 + 32)",
            lambda: f"min({e(STR, depth)}, {e(STR, depth)})",
            lambda: f"{self.atom(OBJECT, depth)}.{self.pick(('text', 'kind'))}",
            lambda: f"''.join(reversed({e(STR, depth)}))",
            lambda: f"''.join(sorted({e(STR, depth)}))",
        )
        place = self.random.randrange(len(makers))
        self.seen(f"str from {place}")
        return makers[place]()

    def slice(self, depth: int) -> str:
        ends = [self.pick(("", self.small_int(depth))) for _ in range(2)]
        step = self.pick(("", "", ":2", ":-1", ":-2", ":" + str(self.random.randint(1, 3))))
        return f"{ends[0]}:{ends[1]}{step}"

    def formatted(self, depth: int) -> str:
        t = self.pick((INT, FLOAT, STR, BOOL))
        specs = {
            "int": ("", ":d", ":5", ":<6", ":^7", ":+", ":05", ":x", ":#x", ":b", ":o", ":,", ":>8,", ":e", ":.2f"),
            "float": ("", ":.3f", ":8.2f", ":e", ":.3g", ":g", ":+.1f", ":<10.2f", ":,.2f", ":%", ":010.3f", ":.0f"),
            "str": ("", ":5", ":<8", ":>8", ":^9", ":*^9", ":.2", ":>6.3", "!r"),
            "bool": ("", "!r", ":5", ":d"),
        }
        if self.random.random() < 0.5:
            spec = self.pick(specs[t[0]])
            self.seen(f"f-string {spec}", t)
            value = self.expression(t, MAX_DEPTH - 1).replace('"', "'")
            if "'" in value or "\\" in value or "\n" in value:
                value = f"{self.pick(('1', '-2', '30')) if t == INT else '2.5' if t == FLOAT else 'True' if t == BOOL else 'PRE'}"
                if value == "PRE":
                    return self.constant(STR)
            return f'f"<{{{value}{spec}}}>"'
        directive = self.pick({"int": ("%d", "%5d", "%-5d|", "%05d", "%x", "%s", "%+d"), "float": ("%f", "%.2f", "%8.3f", "%e", "%g", "%s", "%r"),
                               "str": ("%s", "%5s", "%-6s|", "%r", "%.2s"), "bool": ("%s", "%r", "%d")}[t[0]])
        self.seen(f"% {directive}", t)
        return f'("{directive}" % ({self.expression(t, depth)},))'

    def list_maker(self, t: Type):
        item = t[1]

        def make(depth: int) -> str:
            e = self.expression
            source = self.type(1)
            makers = [
                lambda: "[" + ", ".join(e(item, depth) for _ in range(self.random.randint(0, 4))) + "]",
                lambda: f"({e(t, depth)} + {e(t, depth)})",
                lambda: f"({self.atom(t, depth)} * ({self.atom(INT, depth)} & 3))",
                lambda: f"{self.atom(t, depth)}[{self.slice(depth)}]",
                lambda: f"list(reversed({e(t, depth)}))",
                lambda: f"{self.atom(t, depth)}.copy()",
                lambda: f"[{self.with_variable('v', source, item, depth)} for v in {e(list_of(source), depth)}]",
                lambda: f"[v for v in {e(t, depth)} if {self.with_variable('v', item, BOOL, depth)}]",
                lambda: f"list({e(('dict', self.pick(KEYS), item), depth)}.values())",
            ]
            if item in (INT, STR, FLOAT, ("tuple", INT, STR)):
                makers.append(lambda: f"sorted({e(t, depth)}{self.pick(('', ', reverse=True'))})")
                makers.append(lambda: f"sorted({e(t, depth)}, key=lambda v: {self.with_variable('v', item, INT, depth)})")
            if item == INT:
                makers.append(lambda: f"list(range({self.small_int(depth)}, {self.random.randint(-4, 12)}, {self.pick((1, 2, -1, 3))}))")
                makers.append(lambda: f"[ord(c) for c in {e(STR, depth)}]")
            if item == STR:
                makers.append(lambda: f"{self.atom(STR, depth)}.split({self.pick(('', repr(',')))})")
                makers.append(lambda: f"list({e(STR, depth)})")
                makers.append(lambda: f"list(map(str, {e(list_of(source), depth)}))")
            if item in KEYS:
                makers.append(lambda: f"list({e(('dict', item, source), depth)})")
            if item[0] == "tuple" and len(item) == 3:
                makers.append(lambda: f"list(zip({e(list_of(item[1]), depth)}, {e(list_of(item[2]), depth)}))")
            if item[0] == "tuple" and len(item) == 3 and item[1] == INT:
                makers.append(lambda: f"list(enumerate({e(list_of(item[2]), depth)}))")
            place = self.random.randrange(len(makers))
            self.seen(f"list from {place}", item)
            return makers[place]()
        return make

    def dict_maker(self, t: Type):
        def make(depth: int) -> str:
            e = self.expression
            key, value = t[1], t[2]
            makers = (
                lambda: "{" + ", ".join(f"{e(key, depth)}: {e(value, depth)}" for _ in range(self.random.randint(0, 3))) + "}",
                lambda: f"{{k: {self.with_variable('k', key, value, depth)} for k in {e(list_of(key), depth)}}}",
                lambda: f"dict(zip({e(list_of(key), depth)}, {e(list_of(value), depth)}))",
                lambda: f"({e(t, depth)} | {e(t, depth)})",
                lambda: f"{self.atom(t, depth)}.copy()",
            )
            place = self.random.randrange(len(makers))
            self.seen(f"dict from {place}", key, value)
            return makers[place]()
        return make

    def tuple_maker(self, t: Type):
        def make(depth: int) -> str:
            self.seen("tuple", *t[1:])
            return "(" + "".join(self.expression(item, depth) + ", " for item in t[1:]) + ")"
        return make

    def optional_maker(self, t: Type):
        def make(depth: int) -> str:
            self.seen("optional", t[1])
            value = self.expression(t[1], depth)
            return self.pick((f"({value} if {self.expression(BOOL, depth)} else None)", value, "None"))
        return make

    def object_maker(self, depth: int) -> str:
        e = self.expression
        self.seen("object")
        if self.random.random() < 0.5:
            return f"Box({e(INT, depth)}, {e(STR, depth)})"
        return f"Crate({e(INT, depth)}, {e(STR, depth)}, {e(BOOL, depth)})"

    # ---- statements

    def block(self, depth: int, length: int) -> list[str]:
        saved = list(self.variables)
        lines: list[str] = []
        for _ in range(length):
            lines += self.statement(depth)
        if depth:
            self.variables = saved
        return lines or ["pass"]

    def statement(self, depth: int) -> list[str]:
        makers = [self.assign] * 4 + [self.augmented, self.mutate_list, self.mutate_list, self.mutate_dict, self.unpack, self.closure, self.change_object]
        if depth < 3 and self.budget > 0:
            makers += [self.branch, self.branch, self.loop, self.loop, self.while_loop, self.attempt]
        if self.in_loop:
            makers.append(self.leave)
        if depth:
            makers.append(self.give_up)
        return self.pick(makers)(depth)

    def new_name(self) -> str:
        self.names += 1
        return f"n{self.names}"

    def assign(self, depth: int) -> list[str]:
        stored = [(n, t) for n, t in self.variables if n not in self.fixed]
        if stored and self.random.random() < 0.4:
            name, t = self.pick(stored)
            self.seen("assign again", t)
            return [f"{name} = {self.expression(t)}"]
        name, t = self.new_name(), self.type(2)
        self.seen("assign", t)
        line = f"{name} = {self.expression(t)}"
        self.variables.append((name, t))
        return [line]

    def of_type(self, *kinds: str) -> list[tuple[str, Type]]:
        return [(n, t) for n, t in self.variables if t[0] in kinds]

    def augmented(self, depth: int) -> list[str]:
        targets = [(n, t) for n, t in self.of_type("int", "float", "str", "list") if n not in self.fixed]
        if not targets:
            return self.assign(depth)
        name, t = self.pick(targets)
        self.seen("augmented", t)
        if t == INT:
            return [f"{name} {self.pick(('+=', '-=', '^=', '|=', '&='))} {self.expression(INT)}", f"{name} %= 1000003"]
        if t == STR:
            return [f"{name} += {self.expression(STR)}", f"{name} = {name}[:40]"]
        if t == FLOAT:
            return [f"{name} {self.pick(('+=', '-=', '*='))} {self.expression(FLOAT)}"]
        return [f"{name} += {self.expression(t)}", f"{name} = {name}[:20]"]

    def mutate_list(self, depth: int) -> list[str]:
        targets = self.of_type("list")
        if not targets:
            return self.assign(depth)
        name, t = self.pick(targets)
        item = t[1]
        makers = [
            lambda: f"{name}.append({self.expression(item)})",
            lambda: f"{name}.insert({self.small_int(2)}, {self.expression(item)})",
            lambda: f"{name}[{self.pick(('-1:', ':1', '1:1'))}] = [{self.expression(item)}]",
            lambda: f"{name}[{self.small_int(2)}] = {self.expression(item)}",
            lambda: f"{name}.extend({self.expression(t)}[:3])",
            lambda: f"{name}.reverse()",
            lambda: f"{name}.remove(({name} + [{self.expression(item)}])[0])",
            lambda: f"del {name}[{self.pick(('-1:', ':1', '::2', self.small_int(2)))}]",
            lambda: f"{name}[{self.pick(('', '1', '-2', '3'))}:{self.pick(('', '2', '-1'))}] = {self.expression(t)}[:4]",
            lambda: f"{name}.clear()",
            lambda: f"{name}.pop() if {name} else {self.expression(item)}",
            lambda: f"{name}.pop({self.small_int(2)}) if len({name}) > 2 else {self.expression(item)}",
        ]
        if item in (INT, STR, FLOAT):
            makers.append(lambda: f"{name}.sort({self.pick(('', 'reverse=True'))})")
        place = self.random.randrange(len(makers))
        self.seen(f"list statement {place}", item)
        # What is iterated above may be this list: it must not grow for ever.
        return [f"if len({name}) < 30:", "    " + makers[place]()]

    def mutate_dict(self, depth: int) -> list[str]:
        targets = self.of_type("dict")
        if not targets:
            return self.assign(depth)
        name, t = self.pick(targets)
        _, key, value = t
        makers = (
            lambda: f"{name}[{self.expression(key)}] = {self.expression(value)}",
            lambda: f"{name}.pop({self.expression(key)}, {self.expression(value)})",
            lambda: f"{name}.setdefault({self.expression(key)}, {self.expression(value)})",
            lambda: f"{name}.update({self.expression(t)})",
            lambda: f"{name}.pop({self.expression(key)}) if {self.expression(key)} in {name} else None",
            lambda: f"{name}.clear()",
            lambda: f"{name}.popitem() if {name} else None",
        )
        place = self.random.randrange(len(makers))
        self.seen(f"dict statement {place}", key, value)
        return [makers[place]()]

    def change_object(self, depth: int) -> list[str]:
        targets = self.of_type("object")
        if not targets:
            return self.assign(depth)
        name, _ = self.pick(targets)
        self.seen("attribute store")
        return [self.pick((f"{name}.number = {self.expression(INT)}", f"{name}.text += {self.expression(STR)}[:5]"))]

    def unpack(self, depth: int) -> list[str]:
        types = [self.type(1) for _ in range(self.random.randint(1, 3))]
        whole = ("tuple", *types)
        self.seen("unpack", *types)
        value = self.expression(whole)
        names = [self.new_name() for _ in types]
        self.variables += list(zip(names, types))
        return ["".join(name + ", " for name in names).rstrip() + f" = {value}"]

    def closure(self, depth: int) -> list[str]:
        counters = [(n, t) for n, t in self.variables if t == INT and n not in self.fixed]
        if not counters or self.in_loop:
            return self.assign(depth)
        name, _ = self.pick(counters)
        self.seen("closure")
        function, argument = self.new_name(), "a"
        body = self.with_variable(argument, INT, INT, 2)
        result = self.new_name()
        lines = [f"def {function}({argument}):", f"    nonlocal {name}" if name.startswith("n") or name.startswith("p") else "    pass",
                 f"    {name} = ({name} + {argument}) % 1009", f"    return {body}", f"{result} = {function}({self.expression(INT)})"]
        self.variables.append((result, INT))
        return lines

    def indented(self, lines: list[str]) -> list[str]:
        return ["    " + line for line in lines]

    def branch(self, depth: int) -> list[str]:
        self.seen("if")
        lines = [f"if {self.expression(self.pick((BOOL, BOOL, self.type(1))))}:", *self.indented(self.block(depth + 1, self.random.randint(1, 3)))]
        if self.random.random() < 0.3:
            lines += [f"elif {self.expression(BOOL)}:", *self.indented(self.block(depth + 1, 1))]
        if self.random.random() < 0.5:
            lines += ["else:", *self.indented(self.block(depth + 1, self.random.randint(1, 2)))]
        return lines

    def loop(self, depth: int) -> list[str]:
        t = self.type(1)
        key = self.pick(KEYS)
        a, b = self.new_name(), self.new_name()
        head, bound = self.pick((
            (f"for {a} in range({self.random.randint(0, 6)})", [(a, INT)]),
            (f"for {a} in {self.expression(list_of(t))}[:5]", [(a, t)]),
            (f"for {a} in {self.expression(STR)}[:5]", [(a, STR)]),
            (f"for {a}, {b} in enumerate({self.expression(list_of(t))}[:5])", [(a, INT), (b, t)]),
            (f"for {a}, {b} in zip({self.expression(list_of(t))}[:4], {self.expression(STR)})", [(a, t), (b, STR)]),
            (f"for {a}, {b} in list({self.expression(('dict', key, t))}.items())", [(a, key), (b, t)]),
            (f"for {a} in sorted({self.expression(list_of(INT))})[:4]", [(a, INT)]),
        ))
        self.seen("for " + head.split(" in ")[1].split("(")[0][:9])
        saved = list(self.variables)
        self.variables += bound
        self.fixed |= {a, b}
        self.in_loop += 1
        lines = [head + ":", *self.indented(self.block(depth + 1, self.random.randint(1, 3)))]
        self.in_loop -= 1
        self.variables = saved
        if self.random.random() < 0.2:
            self.seen("for else")
            lines += ["else:", *self.indented(self.block(depth + 1, 1))]
        return lines

    def while_loop(self, depth: int) -> list[str]:
        self.seen("while")
        counter = self.new_name()
        self.fixed.add(counter)
        self.in_loop += 1
        body = self.block(depth + 1, self.random.randint(1, 2))
        self.in_loop -= 1
        condition = self.expression(BOOL)
        return [f"{counter} = 0", f"while {counter} < {self.random.randint(1, 5)} and ({condition} or True):", f"    {counter} += 1", *self.indented(body)]

    def leave(self, depth: int) -> list[str]:
        word = self.pick(("break", "continue"))
        self.seen(word)
        return [f"if {self.expression(BOOL)}:", "    " + word]

    def give_up(self, depth: int) -> list[str]:
        self.seen("early return")
        if self.random.random() < 0.3:
            self.seen("raise")
            return [f"if {self.expression(BOOL)}:", f"    raise {self.pick(('ValueError', 'KeyError', 'RuntimeError'))}({self.expression(STR)})"]
        return [f"if {self.expression(BOOL)}:", f"    return {self.expression(self.function.result)}"]

    def attempt(self, depth: int) -> list[str]:
        self.seen("try")
        lines = ["try:", *self.indented(self.block(depth + 1, self.random.randint(1, 3)))]
        kind = self.pick(("except", "except", "finally", "both"))
        if kind != "finally":
            caught = self.pick(("ValueError", "KeyError", "(IndexError, ValueError)", "LookupError", "Exception", "ZeroDivisionError", "ArithmeticError"))
            name = self.new_name()
            lines += [f"except {caught} as {name}:", *self.indented([f"report('caught', str({name}))", *self.block(depth + 1, 1)])]
            if self.random.random() < 0.3:
                self.seen("try else")
                lines += ["else:", *self.indented(self.block(depth + 1, 1))]
        if kind != "except":
            self.seen("finally")
            saved, self.in_loop = self.in_loop, 0
            lines += ["finally:", *self.indented(["report('finally', 1)", *self.assign(depth + 1)])]
            self.in_loop = saved
        return lines
