"""What is generated: one line for each construct, with holes.  The names of constructs in reports are these lines.

An expression stands below the type that it has, a statement is a paragraph.  `!` before one: it often raises, so it is
chosen rarely; `+`: it is chosen more often than others.  Holes begin with `$`:

    $int $list[T] $Box     an expression of that type; a capital letter is any type (see kinds), one in the whole form
    $T{v:S,w:int}          the same, in which those variables may be used
    $new:T $loop:T         a variable made here, which may be used afterwards, or only in the blocks of this statement
    $var:T $any:T          a variable of the program that may be assigned, or only changed; `$cell:T` one of the function
    $name:T                a variable, or a constant without quotes and backslashes (inside of f-strings)
    $fun                   a name for a function of this statement
    $1 $2                  the first, second variable of these again
    $block                 statements
    $small $wide $slice $one    an int near 0, one of any size, what stands in [] of a slice, a str that is not empty
    $spec:T $percent:T     a format specification, a directive of %
    $call:T                a call of a generated function
    $(a b ~)               one of these words; ~ is none
    $yield $return         what the generator gives, what the function returns
"""

import functools
import re
from dataclasses import dataclass, field

from .expressions import EXPRESSIONS
from .kinds import CONTAINERS, Type, parse, variables
from .statements import STATEMENTS


@dataclass(frozen=True)
class Hole:
    """Something that is filled in: what, of which type, with which variables; or words to choose from."""

    what: str
    type: Type = ()
    bound: tuple[tuple[str, Type], ...] = ()
    words: tuple[str, ...] = ()


@dataclass(frozen=True)
class Form:
    """One construct: its text, cut into strings and holes."""

    text: str
    result: Type  # of an expression
    place: str  # of a statement: the word after @
    weight: float  # how often it is chosen, others 1
    parts: tuple[str | Hole, ...] = field(compare=False)

    @functools.cached_property
    def name(self) -> str:
        return re.sub(r"\s+", " ", self.text)

    def letters(self) -> set[str]:
        found = variables(self.result) if self.result else set()
        for part in self.parts:
            if isinstance(part, Hole) and part.type:
                found |= variables(part.type)
                for _, t in part.bound:
                    found |= variables(t)
        return found

    def varying(self) -> list[str]:
        """The letters that are chosen anew each time; Y is what a generator yields."""
        return sorted(self.letters() - {"Y"})


_WEIGHTS = {"! ": 0.15, "+ ": 2.0}
# Words that are not types; those that end in a colon have one after it.
_WORDS = ("fun", "block", "small", "wide", "slice", "one", "yield", "return")
_TYPED = ("new", "loop", "fixed", "var", "any", "cell", "name", "spec", "percent", "call")


def cut(text: str) -> tuple[str | Hole, ...]:
    """The text as strings and holes."""
    parts: list[str | Hole] = []
    while "$" in text:
        before, _, text = text.partition("$")
        parts.append(before)
        hole, text = _hole(text)
        parts.append(hole)
    return (*parts, text)


def _hole(text: str) -> tuple[Hole, str]:
    """The hole whose text begins here, and what follows it."""
    if text[0] == "(":
        end = _closing(text, 0)
        return Hole("words", words=tuple("" if w == "~" else w for w in text[1:end].split(" "))), text[end + 1:]
    if text[0].isdigit():
        return Hole("again", words=(text[0],)), text[1:]
    word = re.match(r"[A-Za-z]+", text)[0]
    if word in _WORDS:
        return Hole(word), text[len(word):]
    what = "expression"
    if word in _TYPED:
        what, text = word, text[len(word) + 1:]
    end = re.match(r"[A-Za-z]+", text).end()
    if text[end:end + 1] == "[" and text[:end] in CONTAINERS:
        end = _closing(text, end) + 1
    t, text = parse(text[:end]), text[end:]
    bound: tuple[tuple[str, Type], ...] = ()
    if what == "expression" and text.startswith("{"):
        inside, _, text = text[1:].partition("}")
        bound = tuple((name, parse(kind)) for name, kind in re.findall(r"(\w+):(\w+(?:\[[^:]*\])?)", inside))
    return Hole(what, t, bound), text


def _closing(text: str, start: int) -> int:
    """Where the bracket that opens at `start` closes."""
    depth = 0
    for place in range(start, len(text)):
        depth += (text[place] in "([") - (text[place] in ")]")
        if depth == 0:
            return place
    raise ValueError(f"a bracket stays open in `{text}`")


def _form(text: str, result: Type, place: str) -> Form:
    weight = _WEIGHTS.get(text[:2], 1.0)
    if weight != 1.0:
        text = text[2:]
    return Form(text, result, place, weight, cut(text))


def _expressions() -> list[Form]:
    forms: list[Form] = []
    result: Type = ()
    for line in EXPRESSIONS.splitlines():
        text = line.strip()
        if text and not line.startswith(" "):
            result = parse(text)
        elif text:
            forms.append(_form(text, result, ""))
    return forms


def _statements() -> list[Form]:
    forms: list[Form] = []
    for paragraph in STATEMENTS.strip().split("\n\n"):
        place, _, text = paragraph.partition("\n")
        forms.append(_form(text, (), place[1:]))
    return forms


FORMS = _expressions()
STEPS = _statements()
