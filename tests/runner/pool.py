"""Runs jobs side by side and tells how they went, as they end."""

import sys
import textwrap
import time
import traceback
from collections import Counter
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass, field

from .model import Job, Result, Status, failed


@dataclass
class Tally:
    """What became of all tests so far."""

    known: frozenset[str] = frozenset()  # names of tests that are known to fail: see known_failures
    counts: Counter[Status] = field(default_factory=Counter)
    failures: list[str] = field(default_factory=list)
    mended: list[str] = field(default_factory=list)  # known to fail, but they pass

    def add(self, results: list[Result]) -> None:
        for result in results:
            if result.name in self.known:
                if result.status is Status.PASSED:
                    self.mended.append(result.name)
                elif result.status is Status.FAILED:
                    self.counts[Status.SKIPPED] += 1
                    continue
            self.counts[result.status] += 1
            if result.status is Status.FAILED:
                self.failures.append(result.name)
                say(f"FAILED {result.name}\n{textwrap.indent(result.detail.rstrip(), '    ')}")
            elif result.status is Status.SKIPPED:
                say(f"skipped {result.name}: {result.detail}")

    @property
    def ok(self) -> bool:
        return not self.failures

    def line(self) -> str:
        """The last line of a run."""
        parts = [f"{self.counts[status]} {status.value}" for status in (Status.PASSED, Status.FAILED)]
        if self.counts[Status.SKIPPED]:
            parts.append(f"{self.counts[Status.SKIPPED]} skipped")
        return ", ".join(parts)


def say(text: str) -> None:
    print(text, flush=True)


def run_jobs(jobs: list[Job], workers: int, tally: Tally) -> None:
    """Runs them all, in order of their start; prints failures at once and a line when a kind is done."""
    remaining = Counter(job.kind for job in jobs)
    per_kind: dict[str, Counter[Status]] = {kind: Counter() for kind in remaining}
    seconds: Counter[str] = Counter()
    done = 0
    with ThreadPoolExecutor(workers) as executor:
        futures = {executor.submit(_guarded, job): job for job in jobs}
        try:
            for future in as_completed(futures):
                kind = futures[future].kind
                results, took = future.result()
                tally.add(results)
                per_kind[kind].update(result.status for result in results)
                seconds[kind] += took
                remaining[kind] -= 1
                done += 1
                if not remaining[kind]:
                    counts = ", ".join(f"{per_kind[kind][s]} {s.value}" for s in Status if per_kind[kind][s])
                    say(f"{kind}: {counts or 'nothing'} ({seconds[kind]:.0f} s)")
                if sys.stderr.isatty():
                    print(f"\r{done}/{len(jobs)} ", end="", file=sys.stderr, flush=True)
        except KeyboardInterrupt:
            executor.shutdown(wait=False, cancel_futures=True)
            raise


def _guarded(job: Job) -> tuple[list[Result], float]:
    """A mistake of the runner is a failure of the test that met it."""
    start = time.monotonic()
    try:
        results = job.run()
    except Exception:  # noqa: BLE001
        results = [failed(job.name, traceback.format_exc())]
    return results, time.monotonic() - start
