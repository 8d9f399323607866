"""Whether the fuzzer finds mistakes: plants them one at a time in a copy of the tree and looks for a difference."""

import shutil
import subprocess
import sys
import time
from pathlib import Path

from .compare import Comparison
from .generator import Batch
from .plants import PLANTS, Plant
from .tally import Tally

SECONDS = 300  # for each plant, without its build
FUNCTIONS = 50
BUILD = ["tools/lib/build", "release", "sapwood", "-DCMAKE_BUILD_TYPE=Release"]


def copy_tree(root: Path, copy: Path) -> None:
    """The files that git knows, as they are now; a build folder that the copy has stays."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=root, check=True, capture_output=True, text=True).stdout
    names = set(filter(None, listed.split("\0")))
    for name in names:
        source, target = root / name, copy / name
        if source.exists() and (not target.exists() or target.read_bytes() != source.read_bytes()):
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, target)


def build(copy: Path) -> str:
    """Empty: it is built.  Else what went wrong."""
    done = subprocess.run(BUILD, cwd=copy, capture_output=True, text=True)
    return "" if done.returncode == 0 else (done.stdout + done.stderr)[-2000:]


def find(comparison: Comparison, sound: Comparison, seed: int) -> tuple[str, float]:
    """The first verdict that the sound translator does not give as well, and after how many seconds."""
    start = time.monotonic()
    tally = Tally()
    while time.monotonic() - start < SECONDS:
        batch = Batch(seed, FUNCTIONS)
        verdict = tally.verdict(batch, comparison)
        if verdict and not sound.verdict(batch.source(tally.kept)):
            return verdict, time.monotonic() - start
        seed += 1
    return "", time.monotonic() - start


def test_plant(plant: Plant, root: Path, copy: Path, scratch: Path, sapwood: Path, python: str, seed: int) -> bool:
    path = copy / plant.path
    right = (root / plant.path).read_text()
    path.write_text(plant.planted(root))
    try:
        wrong = build(copy)
        if wrong:
            print(f"NOT BUILT {plant.stage}: {plant.name}\n{wrong}", flush=True)
            return False
        planted = Comparison(copy / "build/release/bin/sapwood", scratch / "planted", python, ["-O1"])
        sound = Comparison(sapwood, scratch / "sound", python, ["-O1"])
        verdict, seconds = find(planted, sound, seed)
    finally:
        path.write_text(right)
    if not verdict:
        print(f"NOT FOUND {plant.stage}: {plant.name} ({seconds:.0f} s)", flush=True)
        return False
    first = " | ".join(line.strip() for line in verdict.splitlines()[:4])
    print(f"found in {seconds:.0f} s, {plant.stage}: {plant.name}: {first[:200]}", flush=True)
    return True


def self_test(root: Path, sapwood: Path, scratch: Path, python: str, seed: int, names: list[str]) -> int:
    """The number of plants that were not found, of those whose name has one of these parts."""
    copy = scratch / "tree"
    copy_tree(root, copy)
    chosen = [plant for plant in PLANTS if not names or any(name in plant.name for name in names)]
    missed = 0
    for plant in chosen:
        try:
            missed += not test_plant(plant, root, copy, scratch, sapwood, python, seed)
        except ValueError as error:
            print(f"NOT PLANTED {error}", flush=True)
            missed += 1
    print(f"{len(chosen)} mistakes planted, {len(chosen) - missed} found")
    sys.stdout.flush()
    return missed
