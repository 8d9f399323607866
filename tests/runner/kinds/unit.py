"""unit: the Catch2 programs that tests/CMakeLists.txt finds, one job each, one result per test case."""

import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path

from .. import process
from ..model import Context, Job, Result, failed, verdict

TIMEOUT = 300


def jobs(context: Context, folder: Path | None = None) -> Iterator[Job]:
    """folder: another build that has, or will have, the same programs."""
    table = context.build / "tests" / "unit_tests.txt"
    paths = table.read_text().split() if table.exists() else []
    for path in map(Path, paths):
        if folder:
            path = folder / path.relative_to(context.build)
        name = f"unit/{path.name.removeprefix('test_')}"
        yield Job(name, lambda name=name, path=path: run_catch(context, name, path))


def left_out(context: Context) -> str:
    return ""


def run_catch(context: Context, name: str, path: Path) -> list[Result]:
    env = process.environment(context.scratch / "cache")
    done = process.run([path, "-r", "xml"], cwd=context.root, env=env, timeout=TIMEOUT)
    try:
        report = ElementTree.fromstring(done.stdout)
    except ElementTree.ParseError:
        return [failed(name, done.complaint or f"no report:\n{done.output}")]

    results = [verdict(f"{name}: {case.get('name')}", _complaint(case)) for case in report.iter("TestCase")]
    if not results:
        return [failed(name, "has no test case")]
    if done.status and not any(result.detail for result in results):
        results.append(failed(name, done.complaint))
    return results


def _complaint(case: ElementTree.Element) -> str:
    verdict_of_case = case.find("OverallResult")
    if verdict_of_case is not None and verdict_of_case.get("success") == "true":
        return ""
    lines = []
    for element in case.iter():
        if element.tag == "Expression" and element.get("success") == "false":
            where = f"{element.get('filename')}:{element.get('line')}"
            original, expanded = (element.findtext(tag, "").strip() for tag in ("Original", "Expanded"))
            lines.append(f"{where}: {element.get('type')}({original})\n    became {expanded}")
            lines += [f"    {thrown.text.strip()}" for thrown in element.iter("Exception") if thrown.text]
        elif element.tag in ("Failure", "FatalErrorCondition", "Info") or (
            element.tag == "Exception" and not lines
        ):
            lines.append(f"{element.get('filename', '')}:{element.get('line', '')}: {(element.text or '').strip()}")
    return "\n".join(lines) or "failed without saying where"
