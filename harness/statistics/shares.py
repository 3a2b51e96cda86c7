"""A share that is counted in articles, and the 95 % interval that other articles like these would leave it in.

Wilson, E. B. (1927), "Probable inference, the law of succession, and statistical inference", JASA 22; Rao, J. N. K. and
Scott, A. J. (1992), "A simple method for the analysis of clustered binary data", Biometrics 48, for the design effect;
Satterthwaite, F. E. (1946), Biometrics Bulletin 2, and Carter, A. V., Schnepel, K. T. and Steigerwald, D. G. (2017),
Review of Economics and Statistics 99, for the degrees of freedom of few and unlike clusters; Tukey, J. W. (1958) for
the jackknife.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import exp, inf, lgamma, log, log1p, sqrt

from harness.records.model import Ratio

Z95 = 1.959963984540054
# Articles without an error cannot show that errors come together. So the correlation that is estimated is drawn towards
# this one, which annotated articles have, as if a third of an article more had shown it.
PRIOR_CORRELATION = 0.05
PRIOR_ARTICLES = 0.35
# 3, the normal kurtosis, would make as many degrees of freedom as there are articles; shares near 1 are skewed, and
# `benchmarks/coverage.py` asks for a little less.
_KURTOSIS = 2.5


def wilson(hits: float, tries: float, z: float = Z95) -> Ratio:
    """The share of hits with its Wilson score interval, 95 % unless `z` says otherwise; undefined without tries."""
    if tries == 0:
        return Ratio()
    share = hits / tries
    spread = 1 + z**2 / tries
    centre = (share + z**2 / (2 * tries)) / spread
    half = z * sqrt(share * (1 - share) / tries + z**2 / (4 * tries**2)) / spread
    return Ratio(share, max(0.0, min(share, centre - half)), min(1.0, max(share, centre + half)))


def share_interval(clusters: Sequence[tuple[float, float]]) -> Ratio:
    """The share of hits in all the (hits, tries) of articles; its interval says what it would be in other articles.

    It is the wider of two Wilson intervals: from all tries as if they were independent, and from their effective number
    (the number over the design effect), with Student's t in place of the normal quantile. The degrees of freedom count
    the articles that the variance comes from: if one of them has all the errors, there is one and not many. A single
    article cannot be compared with others, so it gets the first interval.
    """
    counted = sorted((hits, tries) for hits, tries in clusters if tries)
    hits, tries = sum(hits for hits, _ in counted), sum(tries for _, tries in counted)
    single = wilson(hits, tries)
    if len(counted) < 2 or single.value is None:
        return single
    effect, freedom = _design(counted, single.value, tries)
    clustered = wilson(hits / effect, tries / effect, t_quantile(freedom))
    lows = [end for end in (single.low, clustered.low) if end is not None]
    highs = [end for end in (single.high, clustered.high) if end is not None]
    return Ratio(single.value, min(lows), max(highs))


def _design(clusters: Sequence[tuple[float, float]], share: float, tries: float) -> tuple[float, float]:
    """By how much the variance exceeds that of single claims, and from how many articles that is known."""
    articles = len(clusters)
    squares = [(hits - share * size) ** 2 for hits, size in clusters]
    single = share * (1 - share) * tries
    excess = sum(size**2 for _, size in clusters) / tries - 1
    freedom = float(articles - 1)
    if excess <= 0:  # one claim an article: there is nothing that could come together
        return 1.0, freedom
    correlation, mixed = 0.0, 0
    if single > 0:
        correlation = (articles / (articles - 1) * sum(squares) / single - 1) / excess
        mixed = min(sum(hits < size for hits, size in clusters), sum(hits > 0 for hits, _ in clusters))
    if fourth := sum(square**2 for square in squares):
        freedom = max(1.0, min(freedom, _KURTOSIS * sum(squares) ** 2 / fourth - 1))
    shrunk = (mixed * correlation + PRIOR_ARTICLES * PRIOR_CORRELATION) / (mixed + PRIOR_ARTICLES)
    return max(1e-6, 1 + excess * shrunk), freedom


def jackknife(whole: float | None, without_each: Sequence[float | None], lowest: float, highest: float) -> Ratio:
    """A figure of any form with the t interval of its values without each article, limited to its possible range."""
    values = [value for value in without_each if value is not None]
    articles = len(values)
    if whole is None:
        return Ratio()
    if articles < 2 or articles < len(without_each):
        return Ratio(whole)
    mean = sum(values) / articles
    variance = (articles - 1) / articles * sum((value - mean) ** 2 for value in values)
    half = t_quantile(articles - 1) * sqrt(variance)
    if half == 0:  # articles that agree in all show no spread, and do not prove that there is none
        return Ratio(whole)
    return Ratio(whole, max(lowest, whole - half), min(highest, whole + half))


@lru_cache(maxsize=1 << 12)
def t_quantile(freedom: float, below: float = 0.975) -> float:
    """The point below which this much of Student's t lies; degrees of freedom need not be whole."""
    low, high = 0.0, 1.0
    while _t_below(high, freedom) < below:
        high *= 2
    while high - low > 1e-10 * high:
        middle = (low + high) / 2
        low, high = (middle, high) if _t_below(middle, freedom) < below else (low, middle)
    return high


def _t_below(t: float, freedom: float) -> float:
    """Student's distribution function of a t that is not negative."""
    return 1 - _incomplete_beta(freedom / 2, 0.5, freedom / (freedom + t * t)) / 2


def _incomplete_beta(a: float, b: float, x: float) -> float:
    """The regularized incomplete beta function by its continued fraction (Lentz's method)."""
    if x in (0.0, 1.0):
        return x
    if x > (a + 1) / (a + b + 2):
        return 1 - _incomplete_beta(b, a, 1 - x)
    front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x)) / a
    value, c, d = 1.0, 1.0, 0.0
    change = inf
    step = 0
    while abs(change - 1) > 1e-14:
        half, odd = divmod(step, 2)
        if step == 0:
            numerator = 1.0
        elif odd:
            numerator = -(a + half) * (a + b + half) * x / ((a + 2 * half) * (a + 2 * half + 1))
        else:
            numerator = half * (b - half) * x / ((a + 2 * half - 1) * (a + 2 * half))
        d = 1 + numerator * d
        d = 1 / (d or 1e-300)
        c = 1 + numerator / (c or 1e-300)
        change = c * d
        value *= change
        step += 1
    return front * (value - 1)
