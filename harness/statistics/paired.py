"""Two systems on the same articles: the permutation test of their difference, and the interval that belongs to it.

Under the null hypothesis the two systems' outcomes of an article could be swapped (Noreen 1989, "Computer-intensive
methods"; Yeh 2000, COLING; Dror et al. 2018, ACL). Where at most `EXACT_ARTICLES` differ all 2^n swaps are tried, else
swaps are drawn with the seed, and p = (as far + 1) / (draws + 1): never 0 (Phipson and Smyth 2010). The interval holds
every difference that the same test, on the same swaps, would not reject at 5 %: it has 0 inside where p is .05 or more,
and is everything where no p can be smaller (Garthwaite 1996, Biometrics 52, for the inversion).

The order and the names of articles and of systems play no part: rows are sorted, and the pair is turned so that its
difference is not negative before anything is drawn.
"""

from __future__ import annotations

from math import fsum
from typing import TYPE_CHECKING, Any, NamedTuple

from harness.statistics.shares import t_quantile

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Counts = NDArray[np.float64]

SEED = 0
DRAWS = 10_000
EXACT_ARTICLES = 14
LEVEL = 0.05
_SAME = 1e-12  # two F1 from one set of counts, summed in another order
# How many standard errors are found four times in five, by articles that differ. Fewer than six cannot give p < .05;
# few can give it only by (nearly) all pointing one way, which asks for more than t does. `benchmarks/coverage.py`.
_STANDARD_ERRORS = {6: 4.34, 7: 3.54, 8: 3.37, 9: 3.27}


class Paired(NamedTuple):
    """The first system's F1 minus the second's: its interval, p, and the least p that the articles can give.

    `differing` is the number of articles in which the two differ: all others tell nothing.
    """

    difference: float | None
    low: float | None
    high: float | None
    p: float
    least_p: float
    exact: bool
    detectable: float | None
    differing: int


def compare_paired(first: Counts, second: Counts, draws: int = DRAWS, seed: int = SEED) -> Paired:
    """The test of two tables (articles, 3) of hits, gold and predicted, whose rows are the same articles."""
    import numpy

    order = _order(numpy.concatenate([first, second], axis=1))
    first, second = first[order], second[order]
    difference = _difference(first.sum(axis=0), second.sum(axis=0))
    swing = second - first
    differing = swing.any(axis=1)
    if not differing.any():
        known = None if numpy.isnan(_f1(first.sum(axis=0))) else 0.0
        return Paired(known, known, known, 1.0, 1.0, True, None, 0)
    if _is_turned(first, second, float(difference)):
        turned = compare_paired(second, first, draws, seed)
        ends = [None if end is None else 0.0 - end for end in (turned.difference, turned.high, turned.low)]
        return turned._replace(difference=ends[0], low=ends[1], high=ends[2])
    swing = swing[differing]
    weights = _weights(first[differing], second[differing])
    number = len(swing)
    exact = number <= EXACT_ARTICLES
    swapped = _all_swaps(number) if exact else _drawn_swaps(number, draws, seed)
    moved = swapped @ swing
    permuted = _difference(first.sum(axis=0) + moved, second.sum(axis=0) - moved)
    as_far = int((~(numpy.abs(permuted) < abs(difference) - _SAME)).sum())  # what is undefined counts as far
    more = 0 if exact else 1
    p, least = (as_far + more) / (len(swapped) + more), (2 if exact else 1) / (len(swapped) + more)
    if numpy.isnan(difference):
        return Paired(None, None, None, p, least, exact, None, number)
    unswapped = 1 - 2 * (swapped @ weights)
    low, high = (_end(permuted, unswapped, float(difference), more, up=up) for up in (False, True))
    detectable = None
    if least <= LEVEL:
        detectable = _detectable(first, second, number)
    return Paired(float(difference), low, high, p, least, exact, detectable, number)


def _is_turned(first: Counts, second: Counts, difference: float) -> bool:
    """Whether the pair is to be looked at from the other side, whatever the systems are called."""
    if abs(difference) > _SAME:
        return difference < 0
    import numpy

    ways = (numpy.concatenate(rows, axis=1) for rows in ((first, second), (second, first)))
    ours, theirs = (rows[_order(rows)].tolist() for rows in ways)
    return bool(ours > theirs)


def _end(permuted: Any, unswapped: Any, difference: float, more: int, *, up: bool) -> float:
    """The farthest difference that is not rejected, on one side.

    A difference d is as far from the observed one as a swap is if |permuted - d * unswapped| >= |difference - d|: of
    each swap, that holds up to some d, and of 5 % of the swaps up to the one looked for.
    """
    import numpy

    side = 1.0 if up else -1.0
    observed, drawn = side * difference, side * permuted
    with numpy.errstate(divide="ignore", invalid="ignore"):
        ends = [(observed + drawn) / (1 + unswapped), (observed - drawn) / (1 - unswapped)]
        reach = numpy.maximum(*(numpy.nan_to_num(end, nan=numpy.inf, posinf=numpy.inf) for end in ends))
    reach[numpy.abs(unswapped) > 1 - _SAME] = numpy.inf
    needed = int(numpy.ceil(LEVEL * (len(reach) + more) - more - 1e-9))
    if needed <= 0:
        return side
    farthest = float(numpy.sort(reach)[::-1][needed - 1])
    return side * min(1.0, max(farthest, observed))


def _detectable(first: Counts, second: Counts, differing: int) -> float | None:
    """The true difference that this test would find at p < .05 four times in five."""
    import numpy

    articles = len(first)
    influence = _influence(first) - _influence(second)
    deviation = float(numpy.sqrt(articles / (articles - 1) * fsum(influence**2))) if articles > 1 else 0.0
    if deviation <= _SAME:
        return None
    errors = _STANDARD_ERRORS.get(differing) or t_quantile(differing - 1) + t_quantile(differing - 1, 0.8)
    return min(1.0, errors * deviation)


def _influence(counts: Counts) -> Any:
    """By how much each article moves the F1 of all."""
    total = counts.sum(axis=0)
    sizes = counts[:, 1] + counts[:, 2]
    return (2 * counts[:, 0] - _f1(total) * sizes) / max(1.0, total[1] + total[2])


def _weights(first: Counts, second: Counts) -> Any:
    """Each article's share of all that is gold or predicted."""
    sizes = (first + second)[:, 1:].sum(axis=1)
    return sizes / sizes.sum()


def _all_swaps(articles: int) -> Counts:
    import numpy

    numbers = numpy.arange(1 << articles)[:, None]
    return ((numbers >> numpy.arange(articles)) & 1).astype(numpy.float64)


def _drawn_swaps(articles: int, draws: int, seed: int) -> Counts:
    import numpy

    return numpy.random.default_rng(seed).integers(0, 2, size=(draws, articles)).astype(numpy.float64)


def _order(rows: Any) -> Any:
    """The order of the rows by their own counts."""
    import numpy

    return numpy.lexsort(rows.T[::-1])


def _f1(counts: Any) -> Any:
    """F1 of counts whose last axis is hits, gold, predicted; NaN for 0/0."""
    import numpy

    whole = counts[..., 1] + counts[..., 2]
    return numpy.divide(2 * counts[..., 0], whole, out=numpy.full(numpy.shape(whole), numpy.nan), where=whole != 0)


def _difference(first: Any, second: Any) -> Any:
    return _f1(first) - _f1(second)
