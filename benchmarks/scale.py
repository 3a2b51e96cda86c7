"""What takes long: memory of large runs, two processes against one, and a run on a local Dask cluster.

    python benchmarks/scale.py                 everything
    python benchmarks/scale.py dask CLAIMS     on Dask alone, so many claims against a tenth as many

Every run is `harness check` in a process of its own. Memory is the highest of the process and of any that it started;
the runs on one and on two processes take turns, and say something only where two cores are free. The claim files of a
run on Dask are written before it, and gone after it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import NamedTuple

import pipeline
import synthetic

SMALL, LARGE, ROUNDS = 10_000, 300_000, 3
ON_DASK = 1_000_000
# `harness check`, and the most memory that any of its workers had, in kilobytes, in the file of the first argument.
WITH_WORKERS = """
import resource, sys
from pathlib import Path
from harness.cli.main import main
from harness.engine import dask

told, gather_on = Path(sys.argv.pop(1)), dask.gather_on

def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

def and_measure(client, *rest):
    gathered = gather_on(client, *rest)
    told.write_text(str(max(client.run(peak).values())))
    return gathered

dask.gather_on = and_measure
if __name__ == "__main__":
    main()
"""


class Cost(NamedTuple):
    """Of one run: seconds on the clock, seconds of processor time, megabytes at the peak, of a worker too."""

    clock: float
    processor: float
    memory: float
    worker: float = 0.0


def main() -> None:
    """Write the synthetic files, measure, print."""
    if sys.argv[1:2] == ["dask"]:
        with tempfile.TemporaryDirectory() as folder:
            _on_dask(Path(folder), pipeline.write_world(Path(folder)), int(sys.argv[2]))
        return
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
        _on_dask(where, world, ON_DASK)


def _on_dask(where: Path, world: synthetic.World, most: int) -> None:
    """What a claim costs on two workers, of a tenth as many claims and of all."""
    each = {}
    for claims in (most // 10, most):
        folder = where / f"dask-{claims}"
        pipeline.write_articles(folder, world, claims)
        cost = run(where, folder.name, "--engine", "dask", "--jobs", "2")
        shutil.rmtree(folder)
        each[claims] = cost.processor / claims * 1e6
        print(f"{claims:,} claims on two Dask workers: {cost.clock:.0f} s, {each[claims]:.0f} us of processor time a "
              f"claim, {cost.worker:.0f} MB at the peak of a worker, {cost.memory:.0f} MB of any process",
              flush=True)  # fmt: skip
    print(f"a claim of {most:,} costs {each[most] / each[most // 10]:.2f}x one of {most // 10:,}")


def run(where: Path, claims: int | str, *options: str) -> Cost:
    """`harness check` of so many claims, every finding written."""
    told = where / "worker"
    program = ["-c", WITH_WORKERS, str(told)] if "dask" in options else ["-m", "harness"]
    command = [sys.executable, *program, "check", str(where / str(claims)), "--truth", str(where / "truth")]
    command += ["--format", "json-lines", "--fail-on", "never", "--output", os.devnull, *options]
    started = time.perf_counter()
    process = subprocess.Popen(command, cwd=pipeline.ROOT, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode in (0, 2), command  # 2: some of the drawn claims are unreadable
    worker = int(told.read_text()) / 1024 if "dask" in options else 0.0
    return Cost(time.perf_counter() - started, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, worker)


if __name__ == "__main__":
    main()
