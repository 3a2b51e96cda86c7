"""What takes long: memory of large runs, two processes against one, and a run on a local Dask cluster.

    python benchmarks/scale.py [CLAIMS ON DASK]

Every run is `harness check` in a process of its own. Memory is the highest of the process and of any that it started;
the runs on one and on two processes take turns, and say something only where two cores are free.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import NamedTuple

import pipeline

SMALL, LARGE, ROUNDS = 10_000, 300_000, 3
ON_DASK = 1_000_000


class Cost(NamedTuple):
    """Of one run: seconds on the clock, seconds of processor time, megabytes at the peak."""

    clock: float
    processor: float
    memory: float


def main() -> None:
    """Write the synthetic files, measure, print."""
    on_dask = int(sys.argv[1]) if len(sys.argv) > 1 else ON_DASK
    with tempfile.TemporaryDirectory() as folder:
        where = Path(folder)
        world = pipeline.write_world(where)
        for claims in (SMALL, 10 * SMALL, LARGE):
            pipeline.write_articles(where / str(claims), world, claims)
        peaks = {claims: run(where, claims, "--jobs", "1").memory for claims in (SMALL, LARGE)}
        print(", ".join(f"{claims:,} claims: {memory:.0f} MB" for claims, memory in peaks.items()))
        print(f"memory of check --format json-lines, {LARGE:,} against {SMALL:,}: {peaks[LARGE] / peaks[SMALL]:.2f}x")
        turns = [[run(where, 10 * SMALL, "--jobs", jobs) for jobs in ("1", "2")] for _ in range(ROUNDS)]
        gains = [one.clock / two.clock for one, two in turns]
        share = [one.processor / one.clock for one, _ in turns]
        print(f"two processes: {median(gains):.2f}x (from {min(gains):.2f} to {max(gains):.2f}); "
              f"the one had {median(share):.0%} of a core")  # fmt: skip
        costs = {}
        for claims in (on_dask // 10, on_dask):
            pipeline.write_articles(where / f"dask-{claims}", world, claims)
            costs[claims] = run(where, f"dask-{claims}", "--engine", "dask", "--jobs", "2")
            cost = costs[claims]
            print(f"{claims:,} claims on two Dask workers: {cost.clock:.0f} s, {cost.processor / claims * 1e6:.0f} us "
                  f"of processor time a claim, {cost.memory:.0f} MB at the peak of a process")  # fmt: skip


def run(where: Path, claims: int | str, *options: str) -> Cost:
    """`harness check` of so many claims, every finding written."""
    command = [sys.executable, "-m", "harness", "check", str(where / str(claims)), "--truth", str(where / "truth")]
    command += ["--format", "json-lines", "--fail-on", "never", "--output", os.devnull, *options]
    started = time.perf_counter()
    process = subprocess.Popen(command, cwd=pipeline.ROOT, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode in (0, 2), command  # 2: some of the drawn claims are unreadable
    return Cost(time.perf_counter() - started, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


if __name__ == "__main__":
    main()
