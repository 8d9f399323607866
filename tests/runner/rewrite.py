"""Rewrites a program into another that means the same: annotations replaced, definitions reordered.

Both keep the rest of the text as it is.  They are conservative: what might change the meaning at import
stays where it was."""

import ast
import builtins
from collections import Counter
from dataclasses import dataclass

_KEPT_ANNOTATIONS = {"ClassVar", "InitVar", "KW_ONLY"}  # dataclass reads them
_HARMLESS_DECORATORS = {"dataclass", "dataclasses.dataclass", "total_ordering", "functools.total_ordering"}
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)


def annotations_to_object(source: str) -> str:
    """Annotates with `object` whatever below the entry has an annotation, and every parameter, so that
    the many programs without annotations test something too.  The entry's own stay: those of `main`, if
    the program has no `if __name__ == "__main__":` block."""
    tree = ast.parse(source)
    entry = None
    if not any(_is_main_block(statement) for statement in tree.body):
        entry = next((s for s in tree.body if isinstance(s, ast.FunctionDef) and s.name == "main"), None)
    changes = []
    for node in ast.walk(tree):
        found: list[ast.expr | None] = []
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node is not entry:
            found = [argument.annotation for argument in _arguments(node)] + [node.returns]
            changes += [(_end(a), _end(a), ": object") for a in _arguments(node) if not a.annotation]
        elif isinstance(node, ast.AnnAssign):
            found = [node.annotation]
        changes += [(_start(a), _end(a), "object") for a in found if a and not _is_kept(a)]

    lines = [line.encode() for line in source.splitlines(keepends=True)]  # the offsets of ast are in bytes
    for (first, start), (last, end), text in sorted(changes, reverse=True):
        lines[first : last + 1] = [lines[first][:start] + text.encode() + lines[last][end:]]
    return b"".join(lines).decode()


def _is_main_block(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.If) and "__name__" in {
        node.id for node in ast.walk(statement.test) if isinstance(node, ast.Name)
    }


def _arguments(function: ast.FunctionDef | ast.AsyncFunctionDef) -> list[ast.arg]:
    arguments = function.args
    stars = [argument for argument in (arguments.vararg, arguments.kwarg) if argument]
    return [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs, *stars]


def _is_kept(annotation: ast.expr) -> bool:
    return any(name in ast.unparse(annotation) for name in _KEPT_ANNOTATIONS)


def _start(node: ast.expr | ast.arg) -> tuple[int, int]:
    return node.lineno - 1, node.col_offset


def _end(node: ast.expr | ast.arg) -> tuple[int, int]:
    return node.end_lineno - 1, node.end_col_offset


@dataclass
class _Statement:
    """A top-level statement with the text that belongs to it, comments above included."""

    node: ast.stmt
    text: str
    binds: set[str]
    needs: set[str]  # names of the module that must be bound when the statement runs
    moves: bool  # a definition that may go elsewhere
    passable: bool  # definitions may move past it


def reorder_definitions(source: str) -> str:
    """Puts the top-level definitions into the order farthest from the given one that keeps the meaning:
    reversed, except that what a definition needs when it is made (bases, decorators, defaults, names used
    by the class body) still comes before it, and that nothing crosses a statement that may call it."""
    statements, tail = _split(source)
    result: list[_Statement] = []
    region: list[_Statement] = []
    for statement in statements:
        if statement.moves or statement.passable:
            region.append(statement)
            continue
        result += _reversed_region(region)
        region = []
        result.append(statement)
    result += _reversed_region(region)
    return "".join(statement.text for statement in result) + tail


def _split(source: str) -> tuple[list[_Statement], str]:
    tree = ast.parse(source)
    lines = source.splitlines(keepends=True)
    bound = Counter(name for node in tree.body for name in _bound_names(node))
    defined = {node.name for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef)}
    hooked = _classes_with_import_hooks(tree)
    futures = any(isinstance(node, ast.ImportFrom) and node.module == "__future__" for node in tree.body)

    statements, after = [], 0
    for node in tree.body:
        first = min([node.lineno, *(d.lineno for d in getattr(node, "decorator_list", []))]) - 1
        if first < after:
            return [], source  # two statements share a line
        binds = _bound_names(node)
        needs = {name for name in _names_at_definition(node, futures) if name in bound}
        once = all(bound[name] == 1 for name in binds | needs)
        statements.append(
            _Statement(
                node,
                "".join(lines[after : node.end_lineno]),
                binds,
                needs,
                moves=once and _is_movable(node, hooked, defined),
                passable=_is_passable(node, defined),
            )
        )
        after = node.end_lineno
    if statements and not statements[-1].text.endswith("\n"):
        return [], source
    return statements, "".join(lines[after:])


def _reversed_region(region: list[_Statement]) -> list[_Statement]:
    local = {name for statement in region for name in statement.binds}
    definitions = [statement for statement in reversed(region) if statement.moves]
    others = [statement for statement in region if not statement.moves]
    done: set[str] = set()
    result = []
    while definitions or others:
        ready = next((s for s in definitions if s.needs & local <= done | s.binds), None)
        if ready:
            definitions.remove(ready)
        else:
            ready = others.pop(0)
        result.append(ready)
        done |= ready.binds
    return result


def _bound_names(node: ast.stmt) -> set[str]:
    """Names of the module that a top-level statement binds."""
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        return {node.name}
    names = set()
    for inner in ast.walk(node):
        if isinstance(inner, ast.Name) and isinstance(inner.ctx, ast.Store):
            names.add(inner.id)
        elif isinstance(inner, ast.alias):
            names.add((inner.asname or inner.name).partition(".")[0])
    return names


def _names_at_definition(node: ast.stmt, lazy_annotations: bool) -> set[str]:
    """Names loaded when the statement runs: everything outside function bodies."""
    names = set()
    pending: list[ast.AST] = [node]
    while pending:
        current = pending.pop()
        if isinstance(current, ast.Name):
            names.add(current.id)
        elif isinstance(current, _FUNCTIONS):
            pending += getattr(current, "decorator_list", [])
            pending += [*current.args.defaults, *(d for d in current.args.kw_defaults if d)]
            if not lazy_annotations and not isinstance(current, ast.Lambda):
                pending += [a.annotation for a in _arguments(current) if a.annotation]
                pending += [current.returns] if current.returns else []
        else:
            pending += ast.iter_child_nodes(current)
    return names


def _is_movable(node: ast.stmt, hooked: set[str], defined: set[str]) -> bool:
    if isinstance(node, ast.FunctionDef):
        return not node.decorator_list
    if not isinstance(node, ast.ClassDef):
        return False
    decorators = {ast.unparse(getattr(d, "func", d)) for d in node.decorator_list}
    calls = {
        call.func.id
        for statement in node.body
        if not isinstance(statement, _FUNCTIONS)
        for call in ast.walk(statement)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name)
    }
    return decorators <= _HARMLESS_DECORATORS and not node.keywords and node.name not in hooked and not calls & defined


def _classes_with_import_hooks(tree: ast.Module) -> set[str]:
    """Classes whose making runs code of the module: below a metaclass or an __init_subclass__."""
    hooked: set[str] = set()
    for node in tree.body:
        if not isinstance(node, ast.ClassDef):
            continue
        own = any(isinstance(s, ast.FunctionDef) and s.name in ("__init_subclass__", "__set_name__") for s in node.body)
        inherited = any(isinstance(base, ast.Name) and base.id in hooked for base in node.bases)
        if own or inherited or node.keywords:
            hooked.add(node.name)
    return hooked


def _is_passable(node: ast.stmt, defined: set[str]) -> bool:
    """An import or a plain assignment that calls nothing of this module."""
    if isinstance(node, ast.ImportFrom):
        return node.module != "__future__"
    if isinstance(node, ast.Import):
        return True
    if not isinstance(node, ast.Assign | ast.AnnAssign):
        return False
    for inner in ast.walk(node):
        if isinstance(inner, ast.Name) and inner.id in defined:
            return False
        if isinstance(inner, ast.Call):
            if not isinstance(inner.func, ast.Name) or not hasattr(builtins, inner.func.id):
                return False
    return True
