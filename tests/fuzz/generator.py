"""Random, statically typable Python: batches of typed functions, with calls that print what they do.

`Batch(seed, count)` is a module of `count` functions, generators and methods, filled in from the forms, and a main that
calls each with constant arguments, inside of a try, and prints the result or the exception.  What is generated keeps to
the documented language (ints stay within 64 bits, a container has one item type, sets are printed only where their order
is defined), so that CPython and a translated program must print the same.
"""

import random
import re
from collections import Counter
from dataclasses import dataclass, field

from .forms import FORMS, STEPS, Form, Hole
from .kinds import INT, SIMPLE, STR, Type, Types, constant, filled, fits, kinds_of, unify
from .prelude import PRELUDE

MAX_DEPTH = 3
EXPRESSIONS = 36  # of a function
CALLS = 3  # of each function by main
SIZED = ("str", "bytes", "list")  # what may grow in a loop, and has slices


class Unfit(Exception):
    """This form cannot be filled in here."""


@dataclass
class Function:
    """A generated function, generator (result is an iter) or method (owner is the class)."""

    name: str
    parameters: list[tuple[str, Type]]
    result: Type
    owner: "Class | None" = None
    defaults: dict[str, str] = field(default_factory=dict)
    keyword_only: int = 0  # how many parameters at the end
    lines: list[str] = field(default_factory=list)

    def head(self) -> str:
        names = [f"{name}={self.defaults[name]}" if name in self.defaults else name for name, _ in self.parameters]
        if self.keyword_only:
            names.insert(len(names) - self.keyword_only, "*")
        return f"def {self.name}({', '.join(['self'] * bool(self.owner) + names)}):"


@dataclass
class Class:
    name: str
    fields: list[tuple[str, Type]]

    def head(self) -> list[str]:
        names = [name for name, _ in self.fields]
        return [f"class {self.name}:", f"    def __init__(self, {', '.join(names)}):", *(f"        self.{name} = {name}" for name in names), ""]


class Batch:
    """One generated module.  seen: how often each form, and each form with the heads of its types, was written."""

    def __init__(self, seed: int, count: int):
        self.random = random.Random(seed)
        self.types = Types(self.random)
        # Half of the forms in each: what is done often in one batch meets itself.
        self.left_out = {form.name for form in (*FORMS, *STEPS) if self.random.random() < 0.5}
        self.seen: Counter[str] = Counter()
        self.pairs: Counter[tuple[str, str]] = Counter()
        self.functions: list[Function] = []
        self.classes: list[Class] = []
        for number in range(count):
            self.functions.append(Body(self, number).function)

    def owner(self) -> Class | None:
        """The class for the next function, if it is to be a method."""
        if self.random.random() < 0.75:
            return None
        if not self.classes or self.random.random() < 0.4:
            fields = [(name, self.types.any()) for name in ("a", "b", "c")[: self.random.randint(1, 3)]]
            self.classes.append(Class(f"C{len(self.classes)}", fields))
        return self.random.choice(self.classes)

    def source(self, keep: set[str] | None = None) -> str:
        """The module; of the functions only those in `keep` and what they call, if it is given."""
        needed = self._needed({f.name for f in self.functions} if keep is None else keep)
        parts = [PRELUDE]
        for owner in self.classes:
            methods = [f for f in self.functions if f.owner is owner and f.name in needed]
            if methods:
                lines = owner.head()
                for method in methods:
                    lines += ["    " + line for line in (method.head(), *("    " + line for line in method.lines), "")]
                parts.append("\n".join(lines) + "\n\n")
        for function in self.functions:
            if function.name in needed and not function.owner:
                parts.append(function.head() + "\n" + "\n".join("    " + line for line in function.lines) + "\n\n\n")
        called = [f for f in self.functions if keep is None or f.name in keep]
        parts += [self._trial(function) for function in called]
        parts.append("def main():\n" + "".join(f"    try_{f.name}()\n" for f in called) + '\n\nif __name__ == "__main__":\n    main()\n')
        return "".join(parts)

    def _trial(self, function: Function) -> str:
        """A function that calls it several times."""
        r = random.Random(function.name)
        lines = [f"def try_{function.name}():"]
        for _ in range(CALLS):
            given = [f"{name}={constant(r, t)}" if r.random() < 0.2 or place >= len(function.parameters) - function.keyword_only else constant(r, t)
                     for place, (name, t) in enumerate(function.parameters)]
            while given and r.random() < 0.4 and function.parameters[len(given) - 1][0] in function.defaults:
                given.pop()
            first = next((place for place, text in enumerate(given) if re.match(r"p\d+=", text)), len(given))
            given[first:] = [text if re.match(r"p\d+=", text) else f"p{place}={text}" for place, text in enumerate(given[first:], first)]
            call = f"{function.name}({', '.join(given)})"
            lines += ["    METER.fuel, METER.lines = 300, 0", "    try:"]
            if function.owner:
                owner = function.owner
                lines.append(f"        this = {owner.name}({', '.join(constant(r, t) for _, t in owner.fields)})")
                call = "this." + call
            shown = f"list({call})" if function.result[0] == "iter" else call
            lines.append(f"        print({function.name!r}, repr({shown})[:500])")
            if function.owner:
                lines += [f"        show(repr(this.{name}))" for name, t in owner.fields]
            lines += ["    except Exception as error:", f"        print({function.name!r}, described(error))"]
        return "\n".join(lines) + "\n\n\n"

    def without(self, names: set[str]) -> set[str]:
        """The functions that need none of these."""
        return {f.name for f in self.functions if not self._needed({f.name}) & names}

    def _needed(self, keep: set[str]) -> set[str]:
        needed = set(keep)
        for function in reversed(self.functions):
            if function.name in needed:
                needed |= set(re.findall(r"\b[fgm]\d+\b(?=\()", "\n".join(function.lines)))
        return needed


_candidates: dict[Type, list[Form]] = {}


def candidates(t: Type) -> list[Form]:
    """The forms of expressions that may have the type."""
    if t not in _candidates:
        _candidates[t] = [form for form in FORMS if unify(form.result, t, {})]
    return _candidates[t]


class Body:
    """Writes one function."""

    def __init__(self, batch: Batch, number: int):
        self.batch = batch
        self.random = batch.random
        self.variables: list[tuple[str, Type]] = []
        self.fixed: set[str] = set()  # loop counters and parameters of local functions: never assigned
        self.names = 0
        self.in_loop = 0
        self.nested = 0  # functions, lambdas and comprehensions around what is written
        self.budget = EXPRESSIONS
        r = self.random
        parameters = [(f"p{i}", batch.types.any()) for i in range(r.randint(1, 4))]
        owner = batch.owner()
        generator = owner is None and r.random() < 0.2
        self.yields: Type = ()
        if generator:
            self.yields = batch.types.iterated()
        result = ("iter", self.yields) if generator else batch.types.any()
        letter = "m" if owner else "g" if generator else "f"
        self.function = Function(f"{letter}{number}", parameters, result, owner)
        self.function.keyword_only = r.choice((0, 0, 0, 1)) if len(parameters) > 1 else 0
        if parameters[-1][1] in SIMPLE and r.random() < 0.4:
            self.function.defaults[parameters[-1][0]] = constant(r, parameters[-1][1])
        self.variables = list(parameters)
        if owner:
            self.variables += [("self." + name, t) for name, t in owner.fields]
        lines = ["burn()", *self.block(0, r.randint(2, 5))]
        if generator:
            lines.append(f"yield {self.expression(self.yields, 0)}")
        else:
            lines.append(f"return {self.expression(result, 0)}")
        self.function.lines = lines

    # ---- choosing

    def choose(self, forms: list[Form]) -> Form:
        """One of the forms, rather one that was not written often in this batch."""
        seen = self.batch.seen
        left_out = self.batch.left_out
        weights = [(0.01 if form.name in left_out else form.weight) / (1 + seen[form.name]) for form in forms]
        return self.random.choices(forms, weights)[0]

    def chance(self, probability: float) -> bool:
        return self.random.random() < probability

    def known(self, t: Type) -> list[str]:
        return [name for name, other in self.variables if other == t]

    def new_name(self) -> str:
        self.names += 1
        return f"n{self.names}"

    def letter(self, name: str) -> Type:
        """A type for a variable of a form, often one that a variable of the program has."""
        if self.chance(0.5):
            fitting = [t for _, t in self.variables if fits(name, t)]
            if fitting:
                return self.random.choice(fitting)
        return self.batch.types.variable(name)

    # ---- expressions

    def expression(self, t: Type, depth: int) -> str:
        self.budget -= 1
        known = self.known(t)
        if known and self.chance(0.8 if depth >= MAX_DEPTH or self.budget <= 0 else 0.3):
            return self.random.choice(known)
        if depth >= MAX_DEPTH or self.budget <= 0 or self.chance(0.08):
            return constant(self.random, t)
        forms = candidates(t)
        for _ in range(5):
            if not forms:
                break
            form = self.choose(forms)
            bound: dict[str, Type] = {}
            unify(form.result, t, bound)
            try:
                return Filling(self, form, bound, depth).text()
            except Unfit:
                continue
        return constant(self.random, t)

    def fill_word(self, hole: Hole, bound: dict[str, Type], depth: int) -> str:
        """What stands for a hole that makes no name."""
        r = self.random
        what = hole.what
        if what == "words":
            return r.choice(hole.words)
        if what == "small":
            return r.choice((str(r.randint(-4, 4)), f"({self.expression(INT, depth)} % 5 - 2)"))
        if what == "wide":
            return r.choice((str(r.randint(-9, 9)), self.expression(INT, depth)))
        if what == "slice":
            return self.slice(depth)
        if what == "one":
            text = self.expression(STR, depth)
            return r.choice((r.choice(('"a"', '","', '"ab"', '"äx"', '"l"', '" "')), f'({text} or "z")'))
        if what == "yield":
            return self.expression(self.yields, depth)
        if what == "return":
            return "" if self.yields else self.expression(self.function.result, depth)
        t = filled(hole.type, bound)
        if what == "spec":
            return SPECIFICATIONS[t[0]](r)
        if what == "percent":
            return percent(r, t)
        if what == "name":
            known = self.known(t)
            if known:
                return r.choice(known)
            if t[0] in ("int", "float", "bool"):
                return constant(r, t)
            raise Unfit
        if what == "call":
            return self.call(t, depth)
        return self.expression(t, depth)

    def slice(self, depth: int) -> str:
        r = self.random
        ends = [r.choice(("", str(r.randint(-9, 9)), str(r.randint(-3, 3)), f"({self.expression(INT, depth + 1)} % 9 - 4)")) for _ in range(2)]
        return f"{ends[0]}:{ends[1]}{r.choice(('', '', ':2', ':-1', ':-1', ':-2', ':3'))}"

    def call(self, t: Type, depth: int) -> str:
        fitting = [f for f in self.batch.functions if f.result == t]
        if not fitting:
            raise Unfit
        function = self.random.choice(fitting)
        given = [self.expression(type_, depth + 1) for _, type_ in function.parameters]
        last = function.parameters[-1][0]
        if last in function.defaults and self.chance(0.5):
            given.pop()
        elif function.keyword_only or self.chance(0.3):
            given[-1] = f"{last}={given[-1]}"
        text = f"{function.name}({', '.join(given)})"
        if not function.owner:
            return text
        if function.owner is self.function.owner:
            return f"self.{text}"
        fields = ", ".join(self.expression(type_, depth + 1) for _, type_ in function.owner.fields)
        return f"{function.owner.name}({fields}).{text}"

    # ---- statements

    def block(self, depth: int, length: int) -> list[str]:
        saved = list(self.variables)
        lines: list[str] = []
        for _ in range(length):
            lines += self.statement(depth)
        if depth:
            self.variables = saved
        return lines

    def statement(self, depth: int) -> list[str]:
        places = ["plain", "plain", "list"]
        if depth < 3 and self.budget > 0:
            places += ["compound"] * 3
        if self.in_loop:
            places.append("loop")
        if depth and self.chance(0.3):
            places.append("inner")
        if self.yields:
            places.append("generator")
        if not self.in_loop and not self.nested:
            places.append("function")
        for _ in range(20):
            place = self.random.choice(places)
            form = self.choose([form for form in STEPS if form.place == place])
            saved, nested = list(self.variables), self.nested
            try:
                return Filling(self, form, {"Y": self.yields} if self.yields else {}, 0, depth).lines()
            except Unfit:
                self.variables, self.nested = saved, nested
        return ["show('')"]


class Filling:
    """One form that is being filled in."""

    def __init__(self, body: Body, form: Form, bound: dict[str, Type], depth: int, indented: int = 0):
        self.body, self.form, self.bound, self.depth, self.indented = body, form, bound, depth, indented
        self.names: list[str] = []
        self.pending: list[tuple[str, Type]] = []
        self.made: list[tuple[str, Type]] = []
        self.looped: list[tuple[str, Type]] = []
        self.loops = bool(re.match(r"\s*(for|while)\b", form.text)) or "\nwhile" in form.text
        # The names v and w of a form are others within another form.
        self.suffix = str(body.nested) if body.nested else ""

    def text(self) -> str:
        self._bind()
        written_parts = [self._part(part, "") for part in self.form.parts]
        self._count()
        return "".join(written_parts)

    def lines(self) -> list[str]:
        """The statement; its new variables are there for the next ones, those of its loops are not."""
        saved = list(self.body.variables)
        self._bind()
        text = ""
        for part in self.form.parts:
            text += self._part(part, text)
        self._flush()
        self.body.variables = saved + self.made
        self._count()
        text = self._guarded(text)
        return text.split("\n")

    def _guarded(self, text: str) -> str:
        """What is iterated around a statement may be the list that grows there, and a variable may double in a loop."""
        if self.form.place == "list":
            return f"if len({self.names[0]}) < 30:\n    " + text.replace("\n", "\n    ")
        match = re.fullmatch(r"(\S+) = (.*)", text, re.DOTALL)
        if match and self.form.text == "$var:T = $T" and self.bound["T"][0] in SIZED:
            return f"{match[1]} = ({match[2]})[:40]"
        return text

    def _bind(self) -> None:
        """Types for the variables of the form; those of `$var` and `$any` follow from the variables of the program."""
        for part in self.form.parts:
            if isinstance(part, Hole) and part.what in ("var", "any", "cell"):
                name = self._pick(part)
                self.names.append(name)
        self.picked = list(self.names)
        self.names = []
        for name in sorted(self.form.letters()):
            if name not in self.bound:
                self.bound[name] = self.body.letter(name)

    def _pick(self, hole: Hole) -> str:
        fitting = []
        for name, t in self.body.variables:
            if hole.what != "any" and (name in self.body.fixed or (hole.what == "cell" and "." in name)):
                continue
            # CPython 3.11 compiles `a, a = x, y` to the wrong order.
            if name not in self.names and unify(hole.type, t, dict(self.bound)):
                fitting.append((name, t))
        if not fitting:
            raise Unfit
        name, t = self.body.random.choice(fitting)
        unify(hole.type, t, self.bound)
        return name

    def _part(self, part: str | Hole, before: str) -> str:
        body = self.body
        if isinstance(part, str):
            if "\n" in part:
                self._flush()
            return re.sub(r"\b([vw])\b", rf"\g<1>{self.suffix}", part) if self.suffix else part
        if part.what == "again":
            return self.names[int(part.words[0]) - 1]
        if part.what in ("var", "any", "cell"):
            self.names.append(self.picked.pop(0))
            return self.names[-1]
        if part.what == "fun":
            self.names.append(body.new_name())
            return self.names[-1]
        if part.what in ("new", "loop", "fixed"):
            name = body.new_name()
            if part.what != "new":
                body.fixed.add(name)
            self.names.append(name)
            variable = (name, filled(part.type, self.bound))
            self.pending.append(variable)
            (self.looped if part.what == "loop" else self.made).append(variable)
            return name
        if part.what == "block":
            self._flush()
            indent = before[before.rfind("\n") + 1:]
            inside = self.loops and not before.endswith("\nelse:\n    ")
            body.in_loop += inside
            lines = body.block(self.indented + 1, body.random.randint(1, 3))
            body.in_loop -= inside
            body.variables = [variable for variable in body.variables if variable not in self.looped]  # not in what follows it
            return ("\n" + indent).join(lines)
        if part.bound:
            return self._within(part)
        return body.fill_word(part, self.bound, self.depth + 1)

    def _within(self, hole: Hole) -> str:
        """An expression in a function, lambda or comprehension."""
        body = self.body
        saved = body.variables
        inner = [(name + self.suffix, filled(t, self.bound)) for name, t in hole.bound]
        names = {name for name, _ in inner}
        body.variables = [(n, t) for n, t in saved if n not in names] + inner
        body.nested += 1
        body.fixed |= names
        text = body.expression(filled(hole.type, self.bound), max(self.depth + 1, MAX_DEPTH - 1))
        body.nested -= 1
        body.variables = saved
        return text

    def _flush(self) -> None:
        self.body.variables += self.pending
        self.pending = []

    def _count(self) -> None:
        batch = self.body.batch
        batch.seen[self.form.name] += 1
        for kinds in kinds_of(self.bound, self.form.varying()):
            batch.pairs[self.form.name, kinds] += 1


# ---- formats

def _fill(r: random.Random, aligns: str) -> str:
    if r.random() < 0.4:
        return ""
    return r.choice(("", "", "*", "0", " ", "é")) + r.choice(aligns)


def int_specification(r: random.Random) -> str:
    kind = r.choice(("", "d", "d", "b", "o", "x", "X", "e", "f", "g", "%"))
    text = _fill(r, "<>^=") + r.choice(("", "", "+", "-", " "))
    if kind in ("b", "o", "x", "X"):
        text += r.choice(("", "#"))
    text += r.choice(("", "", "0")) + r.choice(("", "5", "9", "14"))
    text += r.choice(("", "", "_")) if kind in ("b", "o", "x", "X") else r.choice(("", "", ",", "_"))
    if kind in ("e", "f", "g", "%"):
        text += r.choice(("", ".0", ".2", ".5"))
    return text + kind


def float_specification(r: random.Random) -> str:
    kind = r.choice(("", "", "e", "E", "f", "F", "g", "G", "%"))
    text = _fill(r, "<>^=") + r.choice(("", "", "+", "-", " ")) + r.choice(("", "", "#", "z")[:3])
    text += r.choice(("", "", "0")) + r.choice(("", "6", "12")) + r.choice(("", "", ",", "_"))
    return text + r.choice(("", ".0", ".1", ".3", ".10")) + kind


def str_specification(r: random.Random) -> str:
    return _fill(r, "<>^") + r.choice(("", "3", "8", "12")) + r.choice(("", "", ".0", ".2", ".5")) + r.choice(("", "s"))


SPECIFICATIONS = {"int": int_specification, "float": float_specification, "str": str_specification}


def percent(r: random.Random, t: Type) -> str:
    flags = "".join(flag for flag in "-+ 0#" if r.random() < 0.2)
    width = r.choice(("", "", "5", "9"))
    precision = r.choice(("", "", ".0", ".2", ".4"))
    kinds = {"int": "diosrxXefg", "float": "fFeEgGsrd", "str": "sra"}[t[0]]
    kind = r.choice(kinds)
    if t[0] == "float" and kind == "d":
        kind = "f"
    return flags + width + precision + kind
