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
    folder = context.scratch_folder(name.replace("/", "_"))
    original, why = emit(context, program.path, folder / "original.c")
    if why:
        return [failed(f"{name}[{label}]", why) for label in variants]
    return [
        verdict(f"{name}[{label}]", _difference(context, program, folder, label, text, original))
        for label, text in variants.items()
    ]


def _difference(
    context: Context, program: Program, folder: Path, label: str, text: str, original: bytes
) -> str:
    # In a folder of its own under the program's own name, beside links to the modules it may import.
    home = folder / label
    home.mkdir()
    for beside in program.path.parent.iterdir():
        if beside.name != program.path.name and (beside.is_dir() or beside.suffix == ".py"):
            (home / beside.name).symlink_to(beside)
    rewritten = home / program.path.name
    rewritten.write_text(text)
    changed, why = emit(context, rewritten, home / "rewritten.c")
    if why:
        return why
    return first_difference(
        without_positions(original), without_positions(changed), "C of the program", f"C with other {label}"
    )
