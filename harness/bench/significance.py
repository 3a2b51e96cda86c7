"""How certain the figures of the bench are: intervals of precision, recall and F1 over articles, tests between systems.

The statistics themselves are in `harness.statistics`: nothing here samples. F1 is treated as the share of hits in (gold
+ predicted) / 2 claims. Tables have the shape (articles, measures, 3): hits, gold and predicted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import msgspec

from harness.records.model import Ratio
from harness.statistics import jackknife, share_interval
from harness.statistics.paired import DRAWS, EXACT_ARTICLES, LEVEL, SEED, compare_paired
from harness.statistics.several import holm

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Table = NDArray[np.float64]

__all__ = [
    "DRAWS", "EXACT_ARTICLES", "LEVEL", "SEED", "Interval", "PairedComparison", "PairedTest", "compare", "corrected",
    "intervals", "table",
]  # fmt: skip


class Interval(msgspec.Struct, frozen=True, gc=False):
    """One measure's precision, recall and F1, each with its 95 % interval."""

    precision: Ratio
    recall: Ratio
    f1: Ratio


class PairedTest(msgspec.Struct, frozen=True, gc=False):
    """Two systems on one measure's F1: `difference` is the first's minus the second's.

    `p` is two-sided; `least_p` the smallest that can come of the articles in which the two differ, `differing` of them.
    `detectable` is the difference that would come out at p < 0.05 four times in five (Card et al. 2020, EMNLP), None
    where the two never differ or no p could be so small. `holm` is p for all comparisons of the run on it (Holm 1979).
    """

    measure: str
    difference: Ratio
    p: float
    least_p: float
    exact: bool
    detectable: float | None
    wins: int
    losses: int
    ties: int
    differing: int = 0
    holm: float | None = None


class PairedComparison(msgspec.Struct, frozen=True, gc=False):
    """Two systems, paired by article; differences are the first's minus the second's."""

    first: str
    second: str
    tests: tuple[PairedTest, ...]


def table(rows: Sequence[Sequence[tuple[float, float, float]]]) -> Table:
    """The counts of every article (hits, gold, predicted of each measure) as one array."""
    import numpy

    return numpy.array(rows, dtype=numpy.float64).reshape(len(rows), -1, 3)


def intervals(counts: Table) -> list[Interval]:
    """The figures of each measure with their intervals."""
    return [_interval(counts[:, measure].tolist()) for measure in range(counts.shape[1])]


def _interval(rows: Sequence[Sequence[float]]) -> Interval:
    shares = [
        [(hits, predicted) for hits, _, predicted in rows],
        [(hits, gold) for hits, gold, _ in rows],
        [(hits, (gold + predicted) / 2) for hits, gold, predicted in rows],
    ]
    return Interval(*(share_interval([(min(pair), pair[1]) for pair in pairs]) for pairs in shares))


def compare(
    one: Table, other: Table, measures: Sequence[str], draws: int = DRAWS, seed: int = SEED
) -> list[PairedTest]:
    """One test for each measure of the two systems, whose tables have the same articles in the same order."""
    return [_test(name, one[:, measure], other[:, measure], draws, seed) for measure, name in enumerate(measures)]


def _test(name: str, one: Table, other: Table, draws: int, seed: int) -> PairedTest:
    paired = compare_paired(one, other, draws, seed)
    first, second = _or_perfect(one), _or_perfect(other)
    return PairedTest(
        measure=name,
        difference=Ratio(paired.difference, paired.low, paired.high),
        p=paired.p,
        least_p=paired.least_p,
        exact=paired.exact,
        detectable=paired.detectable,
        wins=int((first > second).sum()),
        losses=int((first < second).sum()),
        ties=int((first == second).sum()),
        differing=paired.differing,
    )


def corrected(comparisons: Sequence[PairedComparison]) -> tuple[PairedComparison, ...]:
    """The comparisons with Holm's p of each test, corrected over all comparisons on one measure; a single one stays
    as it is."""
    if len(comparisons) < 2:
        return tuple(comparisons)
    columns = zip(*(comparison.tests for comparison in comparisons), strict=True)
    adjusted = [
        [msgspec.structs.replace(test, holm=p) for test, p in zip(tests, holm([test.p for test in tests]), strict=True)]
        for tests in columns
    ]
    rows = zip(comparisons, zip(*adjusted, strict=True), strict=True)
    return tuple(msgspec.structs.replace(comparison, tests=tests) for comparison, tests in rows)


def jackknife_of_tables(
    tables: Sequence[Counter[tuple[str, str]]],
    figure: Callable[[Counter[tuple[str, str]]], float | None],
    lowest: float,
) -> Ratio:
    """A figure of a table of labels that is summed over texts, with its interval; cells may be whole or fractions."""
    whole = sum(tables, Counter[tuple[str, str]]())
    return jackknife(figure(whole), [figure(whole - table) for table in tables], lowest, 1.0)


def _or_perfect(counts: Table) -> Any:
    """F1 of each article; 1 where there was nothing to find and nothing was said, so that a false alarm there loses."""
    import numpy

    whole = counts[:, 1] + counts[:, 2]
    return numpy.divide(2 * counts[:, 0], whole, out=numpy.ones(len(counts)), where=whole != 0)
