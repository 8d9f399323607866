#!/usr/bin/env python3
"""`sapwood check --all-functions`: first over a module whose functions are known, then over CPython's standard
library, each module in a process of its own.  Nothing may crash or hang; at least 85 percent of the functions
must give a graph that keeps all rules; each refusal has a place.  Modules that cannot be imported are
listed."""

import os
import re
import subprocess
import sys
import sysconfig
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SAPWOOD = Path(os.environ.get("SAPWOOD_BUILD", ROOT / "build" / "release")) / "bin" / "sapwood"
LIBRARY = Path(sysconfig.get_path("stdlib"))
LIMIT = 60  # seconds, of one module
# Not a construct that is refused, but a program that is broken here: names that other platforms' modules have.
BROKEN = {"unknown_name"}
SHARE = 85  # percent of the functions that must give a verified graph
# Importing these does something: opens windows or a browser, starts a program, changes the installation.
LEFT_OUT = re.compile(r"(^|/)(antigravity|__main__|test|tests|idlelib|turtledemo|site-packages|dist-packages"
                      r"|lib2to3|ensurepip|config-[^/]*)(\.py$|/|$)")
SUMMARY = re.compile(r"^(\d+) functions: (\d+) verified, (\d+) refused, (\d+) replaced, (\d+) unreached, "
                     r"(\d+) faults$", re.MULTILINE)
ERROR = re.compile(r"^(?:(?P<place>[^:\n]+:\d+:\d+): )?error: (?P<text>.*) \[(?P<slug>\w+)\]$", re.MULTILINE)

KNOWN = '''import functools


def plain(number):
    def nested(other):
        return number + other
    return nested(1)


class A:
    def method(self):
        return 1

    @staticmethod
    def static(x):
        return x

    @classmethod
    def made(cls):
        return cls()

    @property
    def value(self):
        return 2

    @value.setter
    def value(self, new):
        self.kept = new

    class B:
        def inner(self):
            yield 1


@functools.lru_cache
def cached(n):
    return n


def generator():
    yield 1
    exec("pass")


key = lambda pair: pair[0]


async def refused():
    def inside():
        return 1
    return inside()


def gone():
    return 1


del gone
'''


@dataclass(frozen=True)
class Outcome:
    status: int | None  # None: it took too long
    output: str
    errors: str

    @property
    def numbers(self) -> tuple[int, ...] | None:
        found = SUMMARY.search(self.output)
        return tuple(map(int, found.groups())) if found else None


def census(path: Path) -> Outcome:
    command = [str(SAPWOOD), "check", "--all-functions", str(path)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, errors="replace", timeout=LIMIT,
                              stdin=subprocess.DEVNULL)
    except subprocess.TimeoutExpired:
        return Outcome(None, "", "")
    return Outcome(done.returncode, done.stdout, done.stderr)


def check_known(scratch: Path) -> None:
    module = scratch / "known.py"
    module.write_text(KNOWN)
    outcome = census(module)
    assert outcome.status == 1 and outcome.numbers == (14, 11, 2, 0, 1, 0), outcome
    assert f"{module}:48:1: error: `async def`" in outcome.errors, outcome
    assert f"{module}:42:5: error: `exec` at run time" in outcome.errors, outcome
    absent = census(scratch / "absent.py")
    assert absent.status == 1 and "the file cannot be read" in absent.errors, absent
    module.write_text("raise ValueError('not today')\n")
    outcome = census(module)
    assert outcome.status == 1 and outcome.numbers is None, outcome
    assert f"{module}:1:1: error: the module level raised ValueError: not today" in outcome.errors, outcome


def library() -> list[Path]:
    return [path for path in sorted(LIBRARY.rglob("*.py"))
            if not LEFT_OUT.search(path.relative_to(LIBRARY).as_posix())]


def check_library() -> None:
    modules = library()
    assert modules, LIBRARY
    with ThreadPoolExecutor(2) as pool:
        outcomes = list(pool.map(census, modules))
    complaints, not_imported, refusals, broken, total = [], [], Counter(), Counter(), Counter()
    for path, outcome in zip(modules, outcomes):
        found = list(ERROR.finditer(outcome.errors))
        complaints += [f"{path}: no place: {each[0]}" for each in found if not each["place"]]
        if outcome.status not in (0, 1):
            how = "takes too long" if outcome.status is None else f"status {outcome.status}"
            complaints.append(f"{path}: {how}\n{outcome.errors[-400:]}")
        elif outcome.numbers is None:
            if any(each["slug"] in ("module_raised", "no_source") for each in found):
                not_imported.append(f"{path.relative_to(LIBRARY)}: {found[0]['text']}")
            else:
                complaints.append(f"{path}: no summary\n{outcome.errors[-400:]}")
        else:
            functions, verified, refused, *_ = outcome.numbers
            total.update(modules=1, functions=functions, verified=verified)
            if refused and not found:
                complaints.append(f"{path}: {refused} refused, and nothing says why")
            for each in found:
                (broken if each["slug"] in BROKEN else refusals)[f"{each['text']} [{each['slug']}]"] += 1
    share = 100 * total["verified"] / max(total["functions"], 1)
    print(f"{total['modules']} modules, {total['functions']} functions, {share:.1f} percent verified")
    for text, count in refusals.most_common(10):
        print(f"{count:6} {text}")
        if "`" not in text:
            complaints.append(f"names no construct: {text}")
    print(f"{broken.total()} uses of {len(broken)} names that nothing defines")
    for each in not_imported:
        print(f"not imported: {each}")
    if 4 * len(not_imported) > len(modules):
        complaints.append("more than a quarter of the modules cannot be imported")
    if share < SHARE:
        complaints.append(f"only {share:.1f} percent of the functions give a verified graph")
    if complaints:
        sys.exit("\n".join(complaints))


def main() -> None:
    scratch = Path(os.environ.get("SAPWOOD_SCRATCH", ROOT / "build" / "all_functions"))
    scratch.mkdir(parents=True, exist_ok=True)
    check_known(scratch)
    check_library()


main()
