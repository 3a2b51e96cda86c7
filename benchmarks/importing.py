"""What bringing a table into a pack costs, as ratios: time and memory by rows, and one row into a large pack.

Run as a script. Each size is a process of its own; the fixed cost (a table of ten rows) is taken off.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

SIZES = (1_000, 10_000, 95_000)
ATHLETES = 30_000
ROUNDS = 3
SOURCE = '{"sources": [{"id": "list", "title": "List", "family": "list"}]}'


class Cost(NamedTuple):
    """Processor seconds, and the most memory in MB."""

    seconds: float
    megabytes: int


def rows(count: int) -> Iterator[str]:
    """Invented results: each athlete three times and more, on days and in cities that repeat."""
    random = Random(5)
    syllables = [consonant + vowel for consonant in "bcdfghklmnprstvw" for vowel in "aeiou"]
    names = [
        f"{''.join(random.choices(syllables, k=3)).title()} {''.join(random.choices(syllables, k=4)).title()}"
        for _ in range(min(ATHLETES, max(1, count // 3)))
    ]
    births = [f"{random.randint(1960, 1999)}-{random.randint(1, 12):02}-{random.randint(1, 28):02}" for _ in names]
    yield "athlete,athlete_nation,born,mark,date,city"
    for number in range(count):
        at = number % len(names)
        day = f"{2000 + number % 20}-{1 + number // 20 % 12:02}-{1 + number // 7 % 28:02}"
        yield f"{names[at]},NOR,{births[at]},1:{50 + number % 9}.{number % 100:02},{day},City {number % 997}"


def add(folder: Path, table: Path) -> Cost:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    constants = ("event=800m", "sex=men", "sources=list")
    options = [part for constant in constants for part in ("--set", constant)]
    command = [sys.executable, "-m", "harness", "truth", "add", "--from", str(table), "--truth", str(folder)]
    subprocess.run([*command, "--new", "all", "--partial", *options], check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return Cost(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, after.ru_maxrss // 1024)


def cost(count: int, folder: Path) -> Cost:
    """The least of some runs, each into an empty pack."""
    table = folder / f"{count}.csv"
    table.write_text("\n".join(rows(count)) + "\n", encoding="utf-8")
    runs = []
    for number in range(ROUNDS if count <= 10_000 else 1):
        pack = folder / f"pack-{count}-{number}"
        pack.mkdir()
        (pack / "sources.json").write_text(SOURCE, encoding="utf-8")
        runs.append(add(pack, table))
    return min(runs)


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        fixed = cost(10, folder)
        first = None
        for count in SIZES:
            spent = cost(count, folder)
            over = spent.seconds - fixed.seconds
            first = first or over
            times = f"{over:6.2f} s over the fixed {fixed.seconds:.2f} s ({over / first:5.1f} x the first)"
            print(f"{count:>7,} rows: {times}, {spent.megabytes} MB")
        large = folder / f"pack-{SIZES[-1]}-0"
        read = lint(large)
        one_more = folder / "one.csv"
        header = next(rows(1))
        one_more.write_text(f"{header}\nOne More,NOR,1990-01-01,1:50.00,2024-01-01,Oslo\n", encoding="utf-8")
        added = add(large, one_more)
        print(f"one row into the large pack: {added.seconds:.2f} s; reading it: {read:.2f} s")


def lint(folder: Path) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-m", "harness", "truth", "lint", str(folder)], check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    main()
