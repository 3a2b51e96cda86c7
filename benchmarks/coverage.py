"""Whether intervals and tests keep what they promise: articles are simulated of which the truth is known.

    python benchmarks/coverage.py            # 1,000 runs a cell, the tables of docs/bench.md, 3 minutes
    python benchmarks/coverage.py --runs 100

Claims of one article hang together: each article draws its own accuracy from a beta distribution round the one that is
asked for, so that two claims of an article correlate as asked (intraclass correlation). Exits 1 where a 95 % interval
covers less than 92 or more than 99.5 % in a cell with five articles or more, a test finds a difference where there is
none in more than 6 % of the runs, or finds the one that it calls detectable in fewer than 75 %; each figure is allowed
two standard errors of the simulation.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from math import sqrt
from typing import Any

import numpy

from harness.statistics import bare_percent, percent, share_interval
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


def coverage_table(runs: int, flaws: list[str]) -> Iterator[str]:
    """A row for each number of articles: the least and the most that any accuracy and correlation gives, and where."""
    yield "| articles | " + " | ".join(f"correlation {correlation}" for correlation in CORRELATIONS) + " |"
    yield "|---:|" + "---:|" * len(CORRELATIONS)
    slack = 2 * sqrt(0.05 * 0.95 / runs)
    for articles in ARTICLES:
        cells = []
        for correlation in CORRELATIONS:
            shares = [covered(articles, accuracy, correlation, runs) for accuracy in ACCURACIES]
            cells.append(" ".join(f"{bare_percent(share)}" for share in shares))
            for accuracy, share in zip(ACCURACIES, shares, strict=True):
                out = share < LEAST - slack or share > min(1.0, MOST + slack)
                if articles >= PROMISED_FROM and out:
                    flaws.append(
                        f"{articles} articles, accuracy {accuracy}, correlation {correlation}: {percent(share)}"
                    )
        yield f"| {articles} | {' | '.join(cells)} |"


def test_table(runs: int, flaws: list[str]) -> Iterator[str]:
    """A row for each number of articles: errors of the test, what it calls detectable, and how often that is found."""
    yield "| articles | p < .05 where none is | interval holds 0 | detects | found that often | interval holds it |"
    yield "|---:|---:|---:|---:|---:|---:|"
    for articles in TESTED:
        type_one, holds_none, detectable = tested(articles, 0.0, runs)
        if type_one > TYPE_ONE + 2 * sqrt(TYPE_ONE * (1 - TYPE_ONE) / runs):
            flaws.append(f"{articles} articles: {percent(type_one)} find a difference that is none")
        cells = [f"{bare_percent(type_one)} %", f"{bare_percent(holds_none)} %", "-", "-", "-"]
        if detectable is not None:
            power, holds, _ = tested(articles, detectable, runs)
            cells[2:] = [f"{detectable:.2f}", f"{bare_percent(power, 0)} %", f"{bare_percent(holds)} %"]
            if power < POWER:
                flaws.append(f"{articles} articles: {percent(power, 0)} find the difference that is called detectable")
        yield f"| {articles} | {' | '.join(cells)} |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=1000)
    runs = parser.parse_args().runs
    flaws: list[str] = []
    print(f"95 % intervals that cover, in per cent, at accuracies {', '.join(map(str, ACCURACIES))}; {runs:,} runs a")
    print(
        f"cell (standard error {100 * sqrt(0.05 * 0.95 / runs):.1f} points), {CLAIMS} claims an article on average:\n"
    )
    print("\n".join(coverage_table(runs, flaws)))
    print(f"\nTwo systems of F1 .7, correlation .05, {runs:,} runs a row:\n")
    print("\n".join(test_table(runs, flaws)))
    for flaw in flaws:
        print(f"NOT KEPT: {flaw}", file=sys.stderr)
    sys.exit(1 if flaws else 0)


if __name__ == "__main__":
    main()
