"""What the batches of a run held, and what became of them."""

import re
from collections import Counter

from .compare import Comparison, refused_functions
from .forms import FORMS, STEPS
from .generator import Batch
from .kinds import possible_kinds


LEAST = 0.9  # of the functions


class Tally:
    """Counts over the batches of a run."""

    def __init__(self) -> None:
        self.failures = 0
        self.functions = 0
        self.compared = 0  # of them, under CPython and translated
        self.refused: Counter[str] = Counter()
        self.kept: set[str] = set()  # functions of the last batch that were compared
        self.seen: Counter[str] = Counter()
        self.pairs: Counter[tuple[str, str]] = Counter()

    def add(self, batch: Batch) -> None:
        self.functions += len(batch.functions)
        self.seen += batch.seen
        self.pairs += batch.pairs

    def verdict(self, batch: Batch, comparison: Comparison) -> str:
        """That of the batch without the functions that are refused with a place, which are counted."""
        self.kept = {function.name for function in batch.functions}
        left_out: set[str] = set()
        while True:
            source = batch.source(self.kept)
            verdict = comparison.verdict(source)
            named = refused_functions(source, verdict) if verdict.startswith("refused") else set()
            if not named:
                self.compared += len(self.kept) if comparison.compared else 0
                return verdict
            self.refused.update(re.findall(r"error: (.*) \[\w+\]$", verdict, re.MULTILINE))
            left_out |= named
            self.kept = batch.without(left_out)
            if not self.kept:
                return ""

    def enough(self) -> bool:
        """Whether most functions were compared: else the run says little."""
        return self.compared >= LEAST * self.functions

    def report(self, untouched: bool) -> None:
        print(f"{self.compared} of {self.functions} functions were compared" + ("" if self.enough() else ": too few"))
        forms = [form for form in (*FORMS, *STEPS)]
        pairs = {(form.name, heads) for form in forms for heads in possible_kinds(form.varying())}
        missing = [form.name for form in forms if not self.seen[form.name]]
        missing_pairs = sorted(pairs - set(self.pairs))
        print(f"{len(forms)} constructs, written {sum(self.seen.values())} times, {len(missing)} of them not; "
              f"{len(pairs)} pairs of a construct and kinds of values, {len(missing_pairs)} of them not")
        for name in missing:
            print(f"  not written: {name}")
        if untouched:
            for name, heads in missing_pairs:
                print(f"  not written: {name} with {heads}")
        if self.refused:
            print(f"refused, and left out ({sum(self.refused.values())} messages; the most frequent):")
            for text, count in self.refused.most_common(10):
                print(f"  {count} times: {text[:150]}")
