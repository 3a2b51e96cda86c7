"""Scores: derived from counts, undefined where nothing was counted, and blind to order."""

from __future__ import annotations

import random
from itertools import product
from math import ceil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harness.checking.score import EXACT_ARTICLES, _drawn, _every_resample, count, scores, total_scores, wilson
from harness.model import Counts, Finding, Judged
from harness.values import exactly


def counts(supported: int, refuted: int, open_: int = 0) -> Counts:
    return Counts(claims=supported + refuted + open_, supported=supported, refuted=refuted, not_enough_info=open_)


# Values from Newcombe, R. G. (1998), Statistics in Medicine 17, table I, method 3.
@pytest.mark.parametrize(
    "hits, tries, low, high",
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_wilson_interval(hits: int, tries: int, low: float, high: float) -> None:
    ratio = wilson(hits, tries)
    assert ratio.low == pytest.approx(low, abs=5e-5)
    assert ratio.high == pytest.approx(high, abs=5e-5)


def test_nothing_counted_is_undefined() -> None:
    undefined = scores(Counts())
    assert (undefined.accuracy.value, undefined.coverage, undefined.consistency) == (None, None, None)
    assert total_scores([]).accuracy.value is None


def test_each_score_has_its_own_denominator() -> None:
    counted = Counts(claims=12, supported=6, refuted=2, not_enough_info=2, not_checkable=2, withdrawn=3)
    scored = scores(counted)
    assert scored.accuracy.value == 6 / 8  # decided claims
    assert scored.coverage == 8 / 10  # checkable claims
    assert scored.consistency == 1 - 3 / 12  # all claims


def test_one_article_has_no_articles_to_resample() -> None:
    assert total_scores([counts(9, 1)]).accuracy == wilson(9, 10)


def test_articles_that_agree_are_no_surer_than_their_claims_and_those_that_differ_are_less_sure() -> None:
    assert total_scores([counts(9, 1)] * 6).accuracy == wilson(54, 60)
    assert total_scores([counts(30, 0), counts(50, 0)]).accuracy == wilson(80, 80)  # not 100 to 100 %
    unequal, single = total_scores([counts(10, 0), counts(0, 10), counts(10, 0)]).accuracy, wilson(20, 30)
    assert unequal.low < single.low < unequal.value < single.high < unequal.high


@pytest.mark.parametrize(
    "decided",
    [
        [(3, 4), (9, 9)],
        [(1, 2), (1, 2), (5, 9)],
        [(0, 3), (2, 2), (7, 8), (30, 31)],
        [(4, 9), (8, 9), (9, 9), (1, 9), (6, 6)],
    ],
)
def test_every_resample_is_every_way_to_draw(decided: list[tuple[int, int]]) -> None:
    draws = product(decided, repeat=len(decided))
    shares = sorted(sum(hits for hits, _ in draw) / sum(tries for _, tries in draw) for draw in draws)
    low, high = (shares[ceil(part * len(shares)) - 1] for part in (0.025, 0.975))
    assert _every_resample(decided) == (low, high)


def test_few_articles_looked_at_and_drawn_give_much_the_same() -> None:
    decided = [(40, 41), (30, 36), (77, 80), (12, 20), (51, 55), (9, 9), (61, 70)]
    assert len(decided) == EXACT_ARTICLES
    assert _drawn(decided) == pytest.approx(_every_resample(decided), abs=0.01)


articles = st.lists(st.builds(counts, st.integers(0, 9), st.integers(0, 9), st.integers(0, 9)), max_size=9)


@given(articles, st.randoms(use_true_random=False))
def test_the_order_of_articles_changes_nothing(counted: list[Counts], shuffler: random.Random) -> None:
    shuffled = list(counted)
    shuffler.shuffle(shuffled)
    assert total_scores(shuffled) == total_scores(counted)


@given(articles)
def test_counts_add_up(counted: list[Counts]) -> None:
    total = sum(counted, Counts())
    assert total.claims == total.supported + total.refuted + total.not_enough_info
    accuracy = total_scores(counted).accuracy
    if accuracy.value is not None:
        assert 0 <= accuracy.low <= accuracy.value + 1e-12
        assert accuracy.value <= accuracy.high + 1e-12
        single = scores(total).accuracy
        assert accuracy.low <= single.low <= single.high <= accuracy.high


def finding(claim: str, verdict: str, severity: str | None = None, value: int = 1) -> Finding:
    judged = Judged("count.wins(a)", "count", 738000, exactly(value), None, verdict)
    return Finding(
        article="a", claim=claim, kind="count", verdict=verdict, severity=severity, text="t", quote="q", start=0, end=1,
        judged=(judged,),
    )  # fmt: skip


def test_count_of_findings() -> None:
    counted = count([finding("x", "supported"), finding("y", "refuted", "high", 2), finding("z", "supported")])
    assert counted == Counts(claims=3, supported=2, refuted=1, withdrawn=1, high=1)
