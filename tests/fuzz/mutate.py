"""Damaged Python files: `Mutator(corpus).file(seed)` is a file of the corpus with a few random changes.

Changes are made to the syntax tree (what comes out parses, and is often translatable), to tokens and lines (what a
typing user leaves behind) and to bytes (what no editor writes).  The same seed and corpus give the same bytes.
"""

import ast
import io
import random
import tokenize
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

FOLDERS = ("tests/programs", "tests/diagnostics", "examples")
MOST_BYTES = 12_000  # larger files of the corpus take their share of time and find nothing more

WORDS = (
    "None True False and or not in is lambda yield await async def class return if else elif for while break continue "
    "pass del global nonlocal import from as with try except finally raise assert match case := -> ** // << >> ... @ "
    "( ) [ ] { } , : ; . = == != < > + - * / % & | ^ ~ self super() int str list dict 0 -1 1e400 0x 9223372036854775808 "
    "'' b'' f'{' f'{x!r:>{y}}' '\\ud800' __class__ __init__ __name__ print len"
).split()
CONSTANTS = (
    None, True, False, 0, 1, -1, 2, 255, 2**31, 2**63 - 1, 2**63, -(2**64), 0.0, -0.0, 1e308, float("inf"), float("nan"),
    1j, "", "a", "%s %d", "{0!r:>{1}}", "\0", "äß€", "\ud800", b"", b"\xff", (), (1, "a"), ...,
)
OPERATORS = tuple(ast.operator.__subclasses__())
COMPARISONS = tuple(ast.cmpop.__subclasses__())
UNARY = tuple(ast.unaryop.__subclasses__())


@dataclass(frozen=True)
class Damaged:
    """A changed file: what it was made from, and by which changes."""

    origin: str
    changes: tuple[str, ...]
    source: bytes


class Mutator:
    def __init__(self, root: Path):
        paths = sorted(path for folder in FOLDERS for path in (root / folder).glob("*.py"))
        sources = ((path.relative_to(root).as_posix(), path.read_bytes()) for path in paths)
        self.corpus = [(name, source) for name, source in sources if len(source) <= MOST_BYTES]

    def file(self, seed: int) -> Damaged:
        chance = random.Random(seed)
        origin, source = chance.choice(self.corpus)
        _, other = chance.choice(self.corpus)
        kind = chance.choices((of_tree, of_tokens, of_lines, of_bytes), (10, 4, 3, 2))[0]
        changed, names = kind(source, other, chance)
        return Damaged(origin, tuple(names), changed)


def how_many(chance: random.Random) -> int:
    return chance.choice((1, 1, 1, 2, 3, 5))


# ---- bytes


def of_bytes(source: bytes, other: bytes, chance: random.Random) -> tuple[bytes, list[str]]:
    data = bytearray(source)
    names = []
    for _ in range(how_many(chance)):
        at = chance.randrange(len(data) + 1)
        end = min(len(data), at + chance.choice((1, 1, 2, 8, 100)))
        name = chance.choice(("insert", "replace", "delete", "repeat", "cut", "splice"))
        names.append("bytes " + name)
        if name == "insert":
            data[at:at] = chance.choice((b"\0", b"\xff", b"\r", b"\f", b"\t", b"\xef\xbb\xbf", b"\\", b"'", b'"""', b"(" * 300, b"\xe2\x82"))
        elif name == "replace":
            data[at:end] = chance.randbytes(end - at)
        elif name == "delete":
            del data[at:end]
        elif name == "repeat":
            data[at:end] = bytes(data[at:end]) * chance.choice((2, 3, 60))
        elif name == "cut":
            del data[at:]
        else:
            begin = chance.randrange(len(other) + 1)
            data[at:end] = other[begin : begin + 80]
    return bytes(data), names


# ---- lines


def of_lines(source: bytes, other: bytes, chance: random.Random) -> tuple[bytes, list[str]]:
    lines = source.splitlines(keepends=True)
    more = other.splitlines(keepends=True)
    names = []
    for _ in range(how_many(chance)):
        if not lines:
            break
        a, b = chance.randrange(len(lines)), chance.randrange(len(lines))
        name = chance.choice(("delete", "repeat", "swap", "move", "indent", "dedent", "foreign"))
        names.append("lines " + name)
        if name == "delete":
            del lines[a : a + chance.choice((1, 1, 2, 5))]
        elif name == "repeat":
            lines[b:b] = lines[a : a + chance.choice((1, 1, 4))]
        elif name == "swap":
            lines[a], lines[b] = lines[b], lines[a]
        elif name == "move":
            lines.insert(b, lines.pop(a))
        elif name == "indent":
            lines[a] = b"    " + lines[a]
        elif name == "dedent":
            lines[a] = lines[a].removeprefix(b"    ")
        elif more:
            begin = chance.randrange(len(more))
            lines[a:a] = more[begin : begin + chance.choice((1, 2, 6))]
    return b"".join(lines), names


# ---- tokens


def of_tokens(source: bytes, other: bytes, chance: random.Random) -> tuple[bytes, list[str]]:
    try:
        tokens = list(tokenize.tokenize(io.BytesIO(source).readline))
        text = source.decode()
    except (tokenize.TokenError, SyntaxError, UnicodeDecodeError):
        return of_bytes(source, other, chance)
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    plain = (tokenize.NAME, tokenize.OP, tokenize.NUMBER, tokenize.STRING)
    spans = [(starts[t.start[0] - 1] + t.start[1], starts[t.end[0] - 1] + t.end[1]) for t in tokens if t.type in plain]
    if not spans:
        return of_bytes(source, other, chance)
    words = [text[begin:end] for begin, end in spans]
    names = []
    for place in sorted(chance.sample(range(len(spans)), min(len(spans), how_many(chance))), reverse=True):
        begin, end = spans[place]
        name = chance.choice(("delete", "repeat", "word", "word", "known", "swap"))
        names.append("tokens " + name)
        new = {"delete": "", "repeat": f"{words[place]} {words[place]}", "word": chance.choice(WORDS), "known": chance.choice(words),
               "swap": words[place - 1]}[name]
        text = text[:begin] + " " * text[begin - 1 : begin].isalnum() + new + text[end:]
    return text.encode(), names


# ---- the tree


class Places(ast.NodeVisitor):
    """Where expressions and statements stand: (node, field, index or None)."""

    def __init__(self, tree: ast.AST):
        self.expressions: list[tuple[ast.AST, str, int | None]] = []
        self.blocks: list[list[ast.stmt]] = []
        self.nodes: list[ast.AST] = []
        self.visit(tree)

    def generic_visit(self, node: ast.AST) -> None:
        self.nodes.append(node)
        for field, value in ast.iter_fields(node):
            if isinstance(value, ast.expr):
                self.expressions.append((node, field, None))
            elif isinstance(value, list) and value and isinstance(value[0], ast.stmt):
                self.blocks.append(value)
            elif isinstance(value, list):
                self.expressions += [(node, field, i) for i, item in enumerate(value) if isinstance(item, ast.expr)]
        super().generic_visit(node)


Change = Callable[[Places, Places, random.Random], None]


def at(place: tuple[ast.AST, str, int | None]) -> ast.expr:
    node, field, index = place
    return getattr(node, field) if index is None else getattr(node, field)[index]


def put(place: tuple[ast.AST, str, int | None], new: ast.expr) -> None:
    node, field, index = place
    if index is None:
        setattr(node, field, new)
    else:
        getattr(node, field)[index] = new


def copied(node: ast.AST) -> ast.AST:
    """A deep copy, which keeps a tree a tree when its own parts are moved about."""
    fields = {name: [copied(v) if isinstance(v, ast.AST) else v for v in value] if isinstance(value, list)
              else copied(value) if isinstance(value, ast.AST) else value for name, value in ast.iter_fields(node)}
    return type(node)(**fields)


def replace_expression(own: Places, other: Places, chance: random.Random) -> None:
    put(chance.choice(own.expressions), copied(at(chance.choice(own.expressions))))


def foreign_expression(own: Places, other: Places, chance: random.Random) -> None:
    put(chance.choice(own.expressions), copied(at(chance.choice(other.expressions))))


def constant_for_expression(own: Places, other: Places, chance: random.Random) -> None:
    put(chance.choice(own.expressions), ast.Constant(chance.choice(CONSTANTS)))


def wrap_expression(own: Places, other: Places, chance: random.Random) -> None:
    place = chance.choice(own.expressions)
    inside = at(place)
    name = ast.Name("x", ast.Load())
    put(place, chance.choice((
        lambda: ast.List([inside], ast.Load()), lambda: ast.Tuple([inside, inside], ast.Load()), lambda: ast.Starred(inside, ast.Load()),
        lambda: ast.Dict([inside], [inside]), lambda: ast.Set([inside]), lambda: ast.Yield(inside), lambda: ast.YieldFrom(inside),
        lambda: ast.Await(inside), lambda: ast.NamedExpr(name, inside), lambda: ast.IfExp(inside, inside, ast.Constant(None)),
        lambda: ast.Call(inside, [], []), lambda: ast.Call(inside, [inside], [ast.keyword(None, inside)]),
        lambda: ast.Subscript(inside, ast.Slice(None, inside, None), ast.Load()), lambda: ast.Attribute(inside, "x", ast.Load()),
        lambda: ast.UnaryOp(chance.choice(UNARY)(), inside), lambda: ast.BinOp(inside, chance.choice(OPERATORS)(), inside),
        lambda: ast.Lambda(ast.arguments([], [], None, [], [], None, []), inside), lambda: ast.JoinedStr([ast.FormattedValue(inside, -1, None)]),
        lambda: ast.ListComp(inside, [ast.comprehension(ast.Name("x", ast.Store()), inside, [], 0)]),
        lambda: ast.GeneratorExp(inside, [ast.comprehension(ast.Name("x", ast.Store()), inside, [inside], 0)]),
    ))())


def change_constant(own: Places, other: Places, chance: random.Random) -> None:
    constants = [node for node in own.nodes if isinstance(node, ast.Constant)]
    if constants:
        chance.choice(constants).value = chance.choice(CONSTANTS)


def change_operator(own: Places, other: Places, chance: random.Random) -> None:
    found = [node for node in own.nodes if isinstance(node, (ast.BinOp, ast.AugAssign, ast.Compare, ast.UnaryOp, ast.BoolOp))]
    if not found:
        return
    node = chance.choice(found)
    if isinstance(node, ast.Compare):
        node.ops[chance.randrange(len(node.ops))] = chance.choice(COMPARISONS)()
    elif isinstance(node, ast.BoolOp):
        node.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()
    else:
        node.op = chance.choice(UNARY if isinstance(node, ast.UnaryOp) else OPERATORS)()


def change_name(own: Places, other: Places, chance: random.Random) -> None:
    names = [node for node in own.nodes if isinstance(node, ast.Name)]
    if names:
        chance.choice(names).id = chance.choice([*(node.id for node in names), "undefined", "len", "Exception", "self", "super"])


def change_attribute(own: Places, other: Places, chance: random.Random) -> None:
    found = [node for node in own.nodes if isinstance(node, ast.Attribute)]
    if found:
        chance.choice(found).attr = chance.choice([*(node.attr for node in found), "nothing", "__class__", "__dict__", "append"])


def change_arguments(own: Places, other: Places, chance: random.Random) -> None:
    calls = [node for node in own.nodes if isinstance(node, ast.Call)]
    if not calls:
        return
    call = chance.choice(calls)
    if call.args and chance.random() < 0.6:
        del call.args[chance.randrange(len(call.args))]
    elif call.keywords and chance.random() < 0.5:
        chance.choice(call.keywords).arg = chance.choice(("key", "x", None))
    else:
        call.args.insert(0, copied(at(chance.choice(own.expressions))))


def change_parameters(own: Places, other: Places, chance: random.Random) -> None:
    found = [node for node in own.nodes if isinstance(node, ast.arguments)]
    if not found:
        return
    node = chance.choice(found)
    if node.args and chance.random() < 0.5:
        del node.args[chance.randrange(len(node.args))]
        del node.defaults[len(node.args) + len(node.posonlyargs) :]
    elif node.vararg is None and chance.random() < 0.5:
        node.vararg = ast.arg("rest")
    else:
        node.kwonlyargs.append(ast.arg("only"))
        node.kw_defaults.append(chance.choice((None, ast.Constant(chance.choice(CONSTANTS)))))


def delete_statement(own: Places, other: Places, chance: random.Random) -> None:
    block = chance.choice(own.blocks)
    del block[chance.randrange(len(block))]
    if not block:
        block.append(ast.Pass())


def swap_statements(own: Places, other: Places, chance: random.Random) -> None:
    block = chance.choice(own.blocks)
    a, b = chance.randrange(len(block)), chance.randrange(len(block))
    block[a], block[b] = block[b], block[a]


def move_statement(own: Places, other: Places, chance: random.Random) -> None:
    """Elsewhere, as a copy: a `return` in a class, a class in a loop, an `except` without what it needs."""
    source, target = chance.choice(own.blocks), chance.choice(own.blocks)
    target.insert(chance.randrange(len(target) + 1), copied(chance.choice(source)))


def foreign_statement(own: Places, other: Places, chance: random.Random) -> None:
    target = chance.choice(own.blocks)
    target.insert(chance.randrange(len(target) + 1), copied(chance.choice(chance.choice(other.blocks))))


def wrap_statement(own: Places, other: Places, chance: random.Random) -> None:
    block = chance.choice(own.blocks)
    place = chance.randrange(len(block))
    inside = block[place]
    test = copied(at(chance.choice(own.expressions)))
    name = ast.Name("x", ast.Store())
    empty = [ast.Pass()]
    block[place] = chance.choice((
        lambda: ast.While(test, [inside], []), lambda: ast.For(name, test, [inside], [ast.Break()]), lambda: ast.If(test, [inside], []),
        lambda: ast.Try([inside], [ast.ExceptHandler(test, "e", empty)], [], []), lambda: ast.Try([inside], [], [], [ast.Continue()]),
        lambda: ast.Try(empty, [], [], [inside]), lambda: ast.With([ast.withitem(test, name)], [inside]),
        lambda: ast.FunctionDef("x", ast.arguments([], [], None, [], [], None, []), [inside], []),
        lambda: ast.ClassDef("X", [test], [], [inside], []), lambda: ast.Match(test, [ast.match_case(ast.MatchAs(None, "x"), test, [inside])]),
        lambda: ast.Return(test), lambda: ast.Delete([test]), lambda: ast.Raise(test, test), lambda: ast.Assign([test], test),
        lambda: ast.Global(["x"]), lambda: ast.Nonlocal(["x"]),
    ))()


TREE_CHANGES: tuple[Change, ...] = (
    replace_expression, replace_expression, foreign_expression, constant_for_expression, wrap_expression, wrap_expression, change_constant,
    change_operator, change_name, change_attribute, change_arguments, change_parameters, delete_statement, swap_statements, move_statement,
    foreign_statement, wrap_statement,
)


def of_tree(source: bytes, other: bytes, chance: random.Random) -> tuple[bytes, list[str]]:
    try:
        tree, donor = ast.parse(source), ast.parse(other)
    except (SyntaxError, ValueError):
        return of_bytes(source, other, chance)
    names = []
    for _ in range(how_many(chance)):
        own, foreign = Places(tree), Places(donor)
        if not (own.expressions and own.blocks and foreign.expressions and foreign.blocks):
            break
        change = chance.choice(TREE_CHANGES)
        change(own, foreign, chance)
        names.append(change.__name__)
    try:
        return ast.unparse(ast.fix_missing_locations(tree)).encode(errors="surrogatepass") + b"\n", names
    except Exception:  # unparse raises what it likes for trees that no text has
        return of_tokens(source, other, chance)
