"""A sample of each way of fuzzing, always the same: it finds nothing, and every plant has its place in the sources."""

import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
SAPWOOD = Path(os.environ["SAPWOOD_BUILD"]) / "bin" / "sapwood"
SCRATCH = Path(os.environ["SAPWOOD_SCRATCH"])
sys.path.insert(0, str(HERE.parent))

from fuzz.plants import PLANTS  # noqa: E402

SAMPLES = (["--batches", "2", "--functions", "25", "--seed", "4000"], ["--damaged", "40", "--seed", "7000", "--no-reduce"])


def main() -> int:
    failed = 0
    for plant in PLANTS:
        try:
            plant.planted(ROOT)
        except ValueError as error:
            print(error)
            failed = 1
    for sample in SAMPLES:
        done = subprocess.run([sys.executable, "-m", "fuzz", *sample, "--sapwood", SAPWOOD, "--scratch", SCRATCH],
                              cwd=HERE.parent, capture_output=True, text=True, check=False)
        if done.returncode:
            print(done.stdout, done.stderr)
            failed = 1
    return failed


if __name__ == "__main__":
    sys.exit(main())
