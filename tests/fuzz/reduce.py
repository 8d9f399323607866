"""Makes failing programs small: first functions go, then statements, as long as the failure stays of its kind."""

import ast
from collections.abc import Callable

from .generator import Batch

Verdict = Callable[[str], str]


def kind(verdict: str) -> str:
    return verdict.partition("\n")[0]


def reduced(batch: Batch, verdict: Verdict, first: str, names: list[str]) -> tuple[str, str]:
    """The smallest program found with some of these functions of the batch, and its verdict."""
    wanted = kind(first)
    best, told = batch.source(set(names)), first
    while len(names) > 1:
        half = len(names) // 2
        for part in (names[:half], names[half:]):
            source = batch.source(set(part))
            found = verdict(source)
            if kind(found) == wanted:
                names, best, told = part, source, found
                break
        else:
            break
    return _without_statements(best, verdict, told)


def _without_statements(source: str, verdict: Verdict, told: str) -> tuple[str, str]:
    wanted = kind(told)
    place = 0
    tries = 0
    while tries < 200:
        smaller = _without_one(source, place)
        if smaller is None:
            return source, told
        tries += 1
        found = verdict(smaller)
        if kind(found) == wanted:
            source, told = smaller, found
        else:
            place += 1
    return source, told


def _without_one(source: str, place: int) -> str | None:
    """The program with one statement less, or with a compound statement replaced by its body, or None at the end."""
    tree = ast.parse(source)
    blocks: list[list[ast.stmt]] = []
    for node in ast.walk(tree):
        for name in ("body", "orelse", "finalbody"):
            block = getattr(node, name, None)
            if isinstance(block, list) and block and isinstance(block[0], ast.stmt):
                blocks.append(block)
    choices = [(block, i) for block in blocks for i in range(len(block))]
    while place < len(choices):
        block, i = choices[place]
        starts = block is tree.body and isinstance(block[i], ast.If)  # the entry
        if not starts and (not isinstance(block[i], (ast.FunctionDef, ast.Import)) or len(block) > 1):
            break
        place += 1
    if place >= len(choices):
        return None
    block, i = choices[place]
    del block[i]
    if not block:
        block.append(ast.Pass())
    try:
        return ast.unparse(ast.fix_missing_locations(tree)) + "\n"
    except (ValueError, AttributeError):
        return None
