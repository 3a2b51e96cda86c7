"""Whether intervals and tests keep what they promise: articles are simulated of which the truth is known.

    python benchmarks/coverage.py --output benchmarks/coverage.json  # 1,000 runs a cell, 3 minutes
    python benchmarks/coverage.py --runs 100

The tables of docs/bench.md are those of the committed `coverage.json`, and a test draws some of its cells again.

Claims of one article hang together: each article draws its own accuracy from a beta distribution round the one that is
asked for, so that two claims of an article correlate as asked (intraclass correlation). Exits 1 where a 95 % interval
covers less than 92 or more than 99.5 % in a cell with five articles or more, a test finds a difference where there is
none in more than 6 % of the runs, or finds the one that it calls detectable in fewer than 75 %. Coverage is allowed two
standard errors of the simulation.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from itertools import product
from math import sqrt
from pathlib import Path
from typing import Any

import numpy

from harness.statistics import bare_percent, share, share_interval
from harness.statistics.paired import compare_paired

ARTICLES = (2, 3, 5, 7, 10, 20, 50)
ACCURACIES = (0.8, 0.9, 0.95, 0.98)
CORRELATIONS = (0.0, 0.02, 0.05, 0.1)
CLAIMS = 60  # of an article, on average: from half to one and a half times as many
TESTED = (5, 6, 8, 10, 14, 20, 30)
PROMISED_FROM = 5
LEAST, MOST, TYPE_ONE, POWER = 0.92, 0.995, 0.06, 0.75


def draw(generator: Any, articles: int, accuracy: float, correlation: float) -> tuple[Any, Any]:
    """How many claims of each article are right, and how many there are."""
    tries = generator.integers(CLAIMS // 2, CLAIMS * 3 // 2 + 1, articles)
    if correlation:
        spread = (1 - correlation) / correlation
        shares = generator.beta(accuracy * spread, (1 - accuracy) * spread, articles)
    else:
        shares = numpy.full(articles, accuracy)
    return generator.binomial(tries, shares), tries


def covered(articles: int, accuracy: float, correlation: float, runs: int) -> float:
    """The share of runs whose interval holds the accuracy that they were drawn with."""
    generator = numpy.random.default_rng([articles, round(1000 * accuracy), round(1000 * correlation)])
    inside = 0
    for _ in range(runs):
        hits, tries = draw(generator, articles, accuracy, correlation)
        interval = share_interval(list(zip(hits.tolist(), tries.tolist(), strict=True)))
        assert interval.low is not None
        assert interval.high is not None
        inside += interval.low <= accuracy <= interval.high
    return inside / runs


def tested(articles: int, difference: float, runs: int) -> tuple[float, float, float | None]:
    """Of two systems so far apart: how often p < .05, how often the interval holds it, the mean of `detects`."""
    generator = numpy.random.default_rng([articles, round(10_000 * difference)])
    rejected, inside = 0, 0
    detectable = []
    for _ in range(runs):
        hits, gold = draw(generator, articles, 0.7 + difference / 2, 0.05)
        shares = generator.beta((0.7 - difference / 2) * 19, (0.3 + difference / 2) * 19, articles)
        sides = (hits, generator.binomial(gold, shares))
        first, second = (numpy.stack([side, gold, gold], axis=1).astype(float) for side in sides)
        paired = compare_paired(first, second, 1000)
        assert paired.low is not None
        assert paired.high is not None
        rejected += paired.p < 0.05
        inside += paired.low <= difference <= paired.high
        if paired.detectable is not None:
            detectable.append(paired.detectable)
    return rejected / runs, inside / runs, float(numpy.mean(detectable)) if detectable else None


def measure(runs: int) -> dict[str, Any]:
    """Every cell, as `coverage.json` keeps it."""
    return {
        "runs": runs,
        "numpy": numpy.__version__,
        "intervals": [interval_cell(*cell, runs) for cell in product(ARTICLES, CORRELATIONS, ACCURACIES)],
        "tests": [test_row(articles, runs) for articles in TESTED],
    }


def interval_cell(articles: int, correlation: float, accuracy: float, runs: int) -> dict[str, float]:
    share = covered(articles, accuracy, correlation, runs)
    return {"articles": articles, "correlation": correlation, "accuracy": accuracy, "covered": share}


def test_row(articles: int, runs: int) -> dict[str, float | None]:
    """What the test gives where there is no difference, what it calls detectable, and how often that is found."""
    type_one, holds_none, detectable = tested(articles, 0.0, runs)
    power, holds = tested(articles, detectable, runs)[:2] if detectable is not None else (None, None)
    return {
        "articles": articles, "type_one": type_one, "holds_none": holds_none, "detectable": detectable,
        "power": power, "holds": holds,
    }  # fmt: skip


def coverage_table(record: dict[str, Any]) -> Iterator[str]:
    """A row for each number of articles: in per cent, for each correlation, what the accuracies give."""
    yield "| articles |" + " | ".join(f"correlation {correlation}" for correlation in CORRELATIONS) + " |"
    yield "|---:|" + "---:|" * len(CORRELATIONS)
    shares = {
        (cell["articles"], cell["correlation"], cell["accuracy"]): cell["covered"] for cell in record["intervals"]
    }
    for articles in ARTICLES:
        cells = [
            " ".join(bare_percent(shares[articles, correlation, accuracy]) for accuracy in ACCURACIES)
            for correlation in CORRELATIONS
        ]
        yield f"| {articles} | {' | '.join(cells)} |"


def test_table(record: dict[str, Any]) -> Iterator[str]:
    """A row for each number of articles: errors of the test, what it calls detectable, and how often that is found."""
    yield "| articles |p < .05 where none is | interval holds 0 | detects | found that often | interval holds it |"
    yield "|---:|---:|---:|---:|---:|---:|"
    for row in record["tests"]:
        cells = [f"{bare_percent(row['type_one'])} %", f"{bare_percent(row['holds_none'])} %", "-", "-", "-"]
        if row["detectable"] is not None:
            cells[2:] = [
                share(row["detectable"], 2),
                f"{bare_percent(row['power'], 0)} %",
                f"{bare_percent(row['holds'])} %",
            ]
        yield f"| {row['articles']} | {' | '.join(cells)} |"


def flaws(record: dict[str, Any]) -> Iterator[str]:
    """What is not kept, two standard errors allowed."""
    runs = record["runs"]
    for cell in record["intervals"]:
        low, high = LEAST - _slack(LEAST, runs), MOST + _slack(MOST, runs)
        if cell["articles"] >= PROMISED_FROM and not low <= cell["covered"] <= high:
            yield f"coverage: {cell}"
    for row in record["tests"]:
        if row["type_one"] > TYPE_ONE:
            yield f"a difference found where there is none: {row}"
        if row["power"] is not None and row["power"] < POWER:
            yield f"the difference that is called detectable is not found: {row}"


def _slack(share: float, runs: int) -> float:
    return 2 * sqrt(share * (1 - share) / runs)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=1000)
    parser.add_argument("--output", type=Path, help="keep the figures as JSON, as in benchmarks/coverage.json")
    arguments = parser.parse_args()
    record = measure(arguments.runs)
    if arguments.output:
        arguments.output.write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")
    runs = f"{arguments.runs:,} runs"
    print(f"95 % intervals that cover, in per cent, at accuracies {', '.join(map(str, ACCURACIES))}; {runs} a cell,")
    print(f"{CLAIMS} claims an article on average:\n")
    print("\n".join(coverage_table(record)))
    print(f"\nTwo systems of F1 .7, correlation .05, {runs} a row:\n")
    print("\n".join(test_table(record)))
    not_kept = list(flaws(record))
    for flaw in not_kept:
        print(f"NOT KEPT: {flaw}", file=sys.stderr)
    sys.exit(1 if not_kept else 0)


if __name__ == "__main__":
    main()
