"""How sure the figures are: articles resampled for intervals, and permuted between two systems for tests.

Articles, not claims, are what is drawn: claims of one article hang together (Field and Welsh 2007, JRSS B 69; Berg-
Kirkpatrick et al. 2012, EMNLP). Tests are paired by article (Noreen 1989, "Computer-intensive methods"; Yeh 2000,
COLING; Dror et al. 2018, ACL): every way to swap the two systems' names in some of the articles is tried where that is
possible, else swaps are drawn with the seed; (hits + 1) / (draws + 1) then: p is never 0 (Phipson and Smyth 2010).
The rows are sorted first, so that neither the order of the articles nor their names play a part; a third system plays
no part in a comparison of two. Tables have the shape (articles, measures, 3): hits, gold and predicted.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import msgspec

from harness.checking.score import wilson
from harness.model import Ratio

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Table = NDArray[np.float64]

SEED = 0
RESAMPLES = 2000
EXACT_ARTICLES = 14  # all 2^14 swaps are tried where no more articles than this differ
POWER = 1.959963984540054 + 0.8416212335729143  # z of 5 % on two sides, and of 80 % power
_MIDDLE = (0.025, 0.975)
_SAME = 1e-12  # two F1 from one set of counts, summed in another order


class Interval(msgspec.Struct, frozen=True, gc=False):
    """One measure's precision, recall and F1, each with its 95 % interval."""

    precision: Ratio
    recall: Ratio
    f1: Ratio


class PairedTest(msgspec.Struct, frozen=True, gc=False):
    """Two systems on one measure's F1: `difference` is the first's minus the second's.

    `p` is two-sided; `least_p` the smallest that so many differing articles can give. `detectable` is the difference
    that would come out at p < 0.05 four times in five (Card et al. 2020, EMNLP), None where the two never differ.
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


def table(rows: Sequence[Sequence[tuple[int, int, int]]]) -> Table:
    """The counts of every article (hits, gold, predicted of each measure) as one array."""
    import numpy

    return numpy.array(rows, dtype=numpy.float64).reshape(len(rows), -1, 3)


def intervals(counts: Table, resamples: int = RESAMPLES, seed: int = SEED) -> list[Interval]:
    """The figures of each measure with their intervals: the middle 95 % over resampled articles, or Wilson's interval
    of so many single claims where that is wider. F1 is taken for the share of hits in (gold + predicted) / 2 claims."""
    total = counts.sum(axis=0)
    sums = _resampled(counts, resamples, seed)
    found = []
    for measure in range(counts.shape[1]):
        hits, gold, predicted = total[measure].tolist()
        tries = (predicted, gold, (gold + predicted) / 2)
        shares = zip(_shares(total[measure]), _shares(sums[:, measure]), tries, strict=True)
        found.append(Interval(*(_no_surer(_ratio(value, spread), hits, of) for value, spread, of in shares)))
    return found


def _no_surer(resampled: Ratio, hits: float, tries: float) -> Ratio:
    """The wider of two intervals: claims of one article hang together, and never tell more than as many single ones."""
    single = wilson(min(hits, tries), tries)  # a hit that is counted twice is for the self-test to find
    lows = [one.low for one in (resampled, single) if one.low is not None]
    highs = [one.high for one in (resampled, single) if one.high is not None]
    return Ratio(resampled.value, min(lows, default=None), max(highs, default=None))


def compare(
    one: Table, other: Table, measures: Sequence[str], resamples: int = RESAMPLES, seed: int = SEED
) -> list[PairedTest]:
    """One test for each measure of the two systems, whose tables have the same articles in the same order."""
    import numpy

    both = numpy.concatenate([one, other], axis=2)
    sums = _resampled(both, resamples, seed)
    return [_test(name, both[:, measure], sums[:, measure], resamples, seed) for measure, name in enumerate(measures)]


def _test(name: str, both: Table, sums: Table, resamples: int, seed: int) -> PairedTest:
    """`both` is (articles, 6): the counts of one system and of the other; `sums` the same for each resample."""
    import numpy

    difference = _difference(both.sum(axis=0))
    spread = _difference(sums)
    deviation = float(numpy.nanstd(spread)) if len(sums) and not numpy.isnan(spread).all() else 0.0
    p, least, exact = _permuted(both, resamples, seed)
    first, second = _or_perfect(both[:, :3]), _or_perfect(both[:, 3:])
    return PairedTest(
        measure=name,
        difference=_ratio(difference, spread),
        p=p,
        least_p=least,
        exact=exact,
        detectable=POWER * deviation if deviation > _SAME else None,
        wins=int((first > second).sum()),
        losses=int((first < second).sum()),
        ties=int((first == second).sum()),
    )


def _resampled(counts: Table, resamples: int, seed: int) -> Table:
    """The summed counts of each resample, (resamples, measures, columns); none where there is nothing to resample."""
    import numpy

    articles = len(counts)
    if articles < 2:
        return numpy.empty((0, *counts.shape[1:]))
    flat = _in_order(counts.reshape(articles, -1))
    draws = numpy.random.default_rng(seed).multinomial(articles, [1 / articles] * articles, size=resamples)
    return (draws.astype(numpy.float64) @ flat).reshape(resamples, *counts.shape[1:])


def _permuted(both: Table, resamples: int, seed: int) -> tuple[float, float, bool]:
    """The two-sided p of the difference in F1, the least that could come out, and whether all swaps were tried."""
    import numpy

    swing = both[:, 3:] - both[:, :3]
    differing = swing.any(axis=1)
    swing = _in_order(swing[differing])
    articles = len(swing)
    if articles == 0:
        return 1.0, 1.0, True
    exact = articles <= EXACT_ARTICLES
    swapped = _all_swaps(articles) if exact else _drawn_swaps(articles, resamples, seed)
    moved = swapped @ swing
    total = both.sum(axis=0)
    permuted = numpy.abs(_difference(numpy.concatenate([total[:3] + moved, total[3:] - moved], axis=1)))
    as_far = int((~(permuted < abs(_difference(total)) - _SAME)).sum())  # what is undefined counts as far
    if exact:
        return as_far / len(swapped), 2 / len(swapped), True
    return (as_far + 1) / (resamples + 1), 1 / (resamples + 1), False


def _all_swaps(articles: int) -> Table:
    import numpy

    numbers = numpy.arange(1 << articles)[:, None]
    return ((numbers >> numpy.arange(articles)) & 1).astype(numpy.float64)


def _drawn_swaps(articles: int, draws: int, seed: int) -> Table:
    import numpy

    return numpy.random.default_rng(seed).integers(0, 2, size=(draws, articles)).astype(numpy.float64)


def _in_order(rows: Table) -> Table:
    """The rows sorted by their own counts."""
    import numpy

    return rows[numpy.lexsort(rows.T[::-1])] if len(rows) else rows


def _shares(counts: Table) -> tuple[Any, Any, Any]:
    """Precision, recall and F1 of counts whose last axis is hits, gold, predicted; NaN for 0/0."""
    hits, gold, predicted = counts[..., 0], counts[..., 1], counts[..., 2]
    return _divide(hits, predicted), _divide(hits, gold), _divide(2 * hits, gold + predicted)


def _difference(both: Table) -> Any:
    """F1 of the first three columns minus that of the last three."""
    return _shares(both[..., :3])[2] - _shares(both[..., 3:])[2]


def _or_perfect(counts: Table) -> Any:
    """F1 of each article; 1 where there was nothing to find and nothing was said, so that a false alarm there loses."""
    import numpy

    return numpy.nan_to_num(_shares(counts)[2], nan=1.0)


def _divide(part: Any, whole: Any) -> Any:
    import numpy

    return numpy.divide(part, whole, out=numpy.full(numpy.shape(whole), numpy.nan), where=numpy.asarray(whole) != 0)


def _ratio(value: Any, spread: Any) -> Ratio:
    import numpy

    if numpy.isnan(value):
        return Ratio()
    known = spread[~numpy.isnan(spread)]
    if not len(known):
        return Ratio(float(value))
    low, high = numpy.quantile(known, _MIDDLE)
    return Ratio(float(value), float(low), float(high))
