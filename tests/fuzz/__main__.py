"""`tools/fuzz`: batches of generated programs under CPython and translated, compared; failures reduced.

`--self-test` plants mistakes in a copy of the tree and looks whether the batches find them; `--damaged N` feeds the
translator N files that were changed at random.
"""

import argparse
import os
import sys
from pathlib import Path

from .compare import Comparison
from .generator import Batch
from .reduce import reduced
from .robustness import feed
from .self_test import self_test
from .tally import Tally

PROGRESS = 25  # batches after which a run tells how far it is
ROOT = Path(__file__).resolve().parents[2]


def main() -> int:
    parser = argparse.ArgumentParser(prog="fuzz", description=__doc__)
    parser.add_argument("--batches", type=int, default=20)
    parser.add_argument("--functions", type=int, default=50, help="in each batch")
    parser.add_argument("--seed", type=int, default=1, help="of the first batch; the next have the next numbers")
    parser.add_argument("--sapwood", type=Path, default=ROOT / "build" / "release" / "bin" / "sapwood")
    parser.add_argument("--scratch", type=Path, default=ROOT / "build" / "fuzz")
    parser.add_argument("--python", default="/usr/bin/python3")
    parser.add_argument("--option", action="append", default=["-O0"], help="for the translator")
    parser.add_argument("--no-reduce", action="store_true", help="do not look for the smallest failing program")
    parser.add_argument("--untouched", action="store_true", help="print the pairs of constructs and kinds that no batch had")
    parser.add_argument("--self-test", nargs="*", metavar="PART", help="plant the mistakes whose names have such a part (all)")
    parser.add_argument("--damaged", type=int, default=0, metavar="N", help="feed N damaged files to the translator")
    arguments = parser.parse_args()
    if arguments.self_test is not None:
        missed = self_test(ROOT, arguments.sapwood, arguments.scratch, arguments.python, arguments.seed, arguments.self_test)
        return 1 if missed else 0
    if arguments.damaged:
        causes = feed(ROOT, arguments.sapwood, arguments.scratch, arguments.python, arguments.damaged, arguments.seed,
                      not arguments.no_reduce)
        return 1 if causes else 0

    comparison = Comparison(arguments.sapwood, arguments.scratch, arguments.python, arguments.option)
    tally = Tally()
    for seed in range(arguments.seed, arguments.seed + arguments.batches):
        done = seed - arguments.seed
        if done and done % PROGRESS == 0:
            print(f"{done} batches, {tally.failures} failures", flush=True)
        batch = Batch(seed, arguments.functions)
        tally.add(batch)
        verdict = tally.verdict(batch, comparison)
        if not verdict:
            continue
        tally.failures += 1
        source = batch.source(tally.kept)
        if not arguments.no_reduce:
            source, verdict = reduced(batch, comparison.verdict, verdict, sorted(tally.kept))
        path = arguments.scratch / f"failure_{seed}.py"
        path.write_text(source)
        print(f"batch {seed}: {verdict}\n  kept as {os.path.relpath(path)}", flush=True)
    print(f"{arguments.batches} batches of {arguments.functions} functions, {tally.failures} failures, "
          f"{comparison.not_compared} that CPython did not finish")
    tally.report(arguments.untouched)
    return 1 if tally.failures or not tally.enough() else 0


if __name__ == "__main__":
    sys.exit(main())
