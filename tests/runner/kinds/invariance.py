"""invariance: types come from inference and names from the program, never from annotations or from order.

Replacing every annotation below the entry by `object`, and putting the top-level definitions in another
order, leaves the emitted C identical up to source positions."""

from collections.abc import Callable, Iterator
from pathlib import Path

from .. import rewrite
from ..ctext import without_positions
from ..model import Context, Job, Result, failed, verdict
from ..programs import Program, translatable_programs
from .roundtrip import emit, first_difference

Rewriting = Callable[[str], str]


def jobs(context: Context) -> Iterator[Job]:
    for program in translatable_programs(context.root):
        source = program.path.read_text()
        changed = {}
        if "annotations" not in program.directives:
            changed["annotations"] = rewrite.annotations_to_object(source)
        changed["order"] = rewrite.reorder_definitions(source)
        variants = {label: text for label, text in changed.items() if text != source}
        if variants:
            name = f"invariance/{context.relative(program.path)}"
            yield Job(
                name,
                lambda name=name, program=program, variants=variants: compare(context, name, program, variants),
            )


def left_out(context: Context) -> str:
    return ""


def compare(context: Context, name: str, program: Program, variants: dict[str, str]) -> list[Result]:
    # All are emitted from one path: the program may hold constants made of its own `__file__`.
    home = context.scratch_folder(name.replace("/", "_"))
    for beside in program.path.parent.iterdir():
        if beside.name != program.path.name and (beside.is_dir() or beside.suffix == ".py"):
            (home / beside.name).symlink_to(beside)
    original, why = _emit_text(context, program, home, program.path.read_text())
    if why:
        return [failed(f"{name}[{label}]", why) for label in variants]
    return [
        verdict(f"{name}[{label}]", _difference(context, program, home, label, text, original))
        for label, text in variants.items()
    ]


def _difference(
    context: Context, program: Program, home: Path, label: str, text: str, original: bytes
) -> str:
    changed, why = _emit_text(context, program, home, text)
    if why:
        return why
    return first_difference(
        without_positions(original), without_positions(changed), "C of the program", f"C with other {label}"
    )


def _emit_text(context: Context, program: Program, home: Path, text: str) -> tuple[bytes, str]:
    (home / program.path.name).write_text(text)
    return emit(context, home / program.path.name, home / "emitted.c")
