"""Scores: count once, derive all. Accuracy never comes without coverage, and 0/0 is undefined, not zero.

Wilson, E. B. (1927), "Probable inference, the law of succession, and statistical inference", JASA 22; Field, C. A. and
Welsh, A. H. (2007), "Bootstrapping clustered data", JRSS B 69: totals are resampled by article, not by claim. Claims of
one article hang together, so that a total is never surer than it would be if they did not: where the resampled
articles agree more than that, as a few without an error do, the Wilson interval of all claims stands.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations_with_replacement
from math import factorial, prod, sqrt

from harness.checking.consistency import fewest_withdrawals
from harness.model import Counts, Finding, Ratio, Scores

SEED = 0
RESAMPLES = 2000
EXACT_ARTICLES = 7  # of so few, every resample is looked at: 1,716 of seven
_Z95 = 1.959963984540054
_MIDDLE = (0.025, 0.975)


def count(findings: Iterable[Finding]) -> Counts:
    """The counts of one article."""
    findings = list(findings)
    tally = dict.fromkeys(Counts.__struct_fields__, 0)
    tally["claims"] = len(findings)
    for finding in findings:
        tally[finding.verdict] += 1
        if finding.severity is not None:
            tally[finding.severity] += 1
    tally["withdrawn"] = fewest_withdrawals(findings)
    return Counts(**tally)


def scores(counts: Counts) -> Scores:
    """The scores of one article, from its counts alone."""
    decided = counts.supported + counts.refuted
    checkable = decided + counts.not_enough_info + counts.unreadable
    return Scores(
        accuracy=wilson(counts.supported, decided),
        coverage=decided / checkable if checkable else None,
        consistency=1 - counts.withdrawn / counts.claims if counts.claims else None,
    )


def total_scores(articles: Sequence[Counts]) -> Scores:
    """The scores of all articles together; the interval says how they would vary with other articles."""
    total = sum(articles, Counts())
    single = scores(total)
    decided = [(one.supported, one.supported + one.refuted) for one in articles if one.supported + one.refuted]
    if len(decided) < 2:
        return single
    low, high = (_every_resample if len(decided) <= EXACT_ARTICLES else _drawn)(sorted(decided))
    value, least, most = single.accuracy.value, single.accuracy.low, single.accuracy.high
    assert least is not None
    assert most is not None
    return Scores(Ratio(value, min(low, least), max(high, most)), single.coverage, single.consistency)


def wilson(hits: float, tries: float) -> Ratio:
    """The share of hits with its 95 % Wilson score interval; undefined without tries."""
    if tries == 0:
        return Ratio()
    share = hits / tries
    spread = 1 + _Z95**2 / tries
    centre = (share + _Z95**2 / (2 * tries)) / spread
    half = _Z95 * sqrt(share * (1 - share) / tries + _Z95**2 / (4 * tries**2)) / spread
    return Ratio(share, max(0.0, min(share, centre - half)), min(1.0, max(share, centre + half)))


def _every_resample(decided: Sequence[tuple[int, int]]) -> tuple[float, float]:
    """The middle 95 % of the accuracy over all ways to draw as many articles as there are, each as likely as it is."""
    articles = len(decided)
    shares: Counter[float] = Counter()
    for draw in combinations_with_replacement(range(articles), articles):
        hits, tries = sum(decided[one][0] for one in draw), sum(decided[one][1] for one in draw)
        orders = factorial(articles) // prod(factorial(times) for times in Counter(draw).values())
        shares[hits / tries] += orders
    low, high = (_quantile(shares, share * articles**articles) for share in _MIDDLE)
    return low, high


def _quantile(weights: Counter[float], below: float) -> float:
    """The least value up to which at least `below` of the weight lies."""
    passed = 0
    for value in sorted(weights):
        passed += weights[value]
        if passed >= below:
            return value
    raise ValueError("more weight was asked for than there is")


def _drawn(decided: Sequence[tuple[int, int]]) -> tuple[float, float]:
    """The middle 95 % of the accuracy over drawn resamples of whole articles."""
    import numpy

    counts = numpy.array(decided, dtype=numpy.int64)
    draws = numpy.random.default_rng(SEED).multinomial(len(counts), [1 / len(counts)] * len(counts), size=RESAMPLES)
    sums = draws @ counts
    low, high = numpy.quantile(sums[:, 0] / sums[:, 1], _MIDDLE)
    return float(low), float(high)
