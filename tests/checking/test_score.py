"""Scores: derived from counts, undefined where nothing was counted, and blind to order."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from harness.checking.score import ScoredText, copies, count, headline, scores
from harness.checking.score import total_scores as total_of_texts
from harness.records.model import Bounds, Counts, Finding, Judged, Scores
from harness.statistics import wilson
from harness.values import exactly


def counts(supported: int, refuted: int, open_: int = 0) -> Counts:
    return Counts(claims=supported + refuted + open_, supported=supported, refuted=refuted, not_enough_info=open_)


def total_scores(articles: list[Counts]) -> Scores:
    return total_of_texts([ScoredText(article) for article in articles])


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
    counted = Counts(claims=12, supported=6, refuted=2, not_enough_info=2, not_checkable=2, withdrawn=3, comparable=10)
    scored = scores(counted)
    assert scored.accuracy.value == 6 / 8  # decided claims
    assert scored.coverage == 8 / 10  # checkable claims
    assert scored.consistency == 1 - 3 / 10  # claims that could contradict another
    assert scored.right == Bounds(6 / 10, 8 / 10)  # the open ones counted as wrong, and as right


def test_one_article_has_no_articles_to_compare_with() -> None:
    assert total_scores([counts(9, 1)]).accuracy == wilson(9, 10)


def test_a_few_articles_are_less_sure_than_their_claims_and_those_that_differ_less_again() -> None:
    """Three articles that agree do not show that the next one will."""
    alike, unlike = (total_scores(three).accuracy for three in ([counts(20, 10)] * 3, [counts(30, 0), counts(0, 30)]))
    single = wilson(60, 90)
    assert alike.low <= single.low <= single.value <= single.high <= alike.high
    assert unlike.low < alike.low
    assert unlike.high > alike.high
    perfect = total_scores([counts(30, 0), counts(50, 0)]).accuracy
    assert perfect.low < wilson(80, 80).low  # not 100 to 100 %


def test_a_text_that_is_there_thirty_times_makes_nothing_surer() -> None:
    """Fault: one text under thirty ids narrowed the interval from 55-100 to 86-92."""
    texts = [ScoredText(counts(8, 1), "a"), ScoredText(counts(5, 2), "b"), ScoredText(counts(9, 0), "c")]
    copied = [*texts, *[texts[0]] * 29]
    once, often = total_of_texts(texts).accuracy, total_of_texts(copied).accuracy
    assert often.value == (8 * 30 + 14) / (9 * 30 + 16)
    assert (often.low, often.high) == (once.low, max(once.high, often.value))
    assert copies([("x", "a"), ("y", "b"), ("z", "a"), ("w", "")]) == ("x", "z")


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
        single = wilson(total.supported, total.supported + total.refuted)
        assert accuracy.low <= single.low <= single.high <= accuracy.high


def finding(claim: str, verdict: str, severity: str | None = None, value: int = 1) -> Finding:
    judged = Judged("count.wins(a)", "count", 738000, exactly(value), None, verdict)
    return Finding(
        article="a", claim=claim, kind="count", verdict=verdict, severity=severity, text="t", quote="q", start=0, end=1,
        judged=(judged,),
    )  # fmt: skip


def test_count_of_findings() -> None:
    counted = count([finding("x", "supported"), finding("y", "refuted", "high", 2), finding("z", "supported")])
    assert counted == Counts(claims=3, supported=2, refuted=1, withdrawn=1, high=1, comparable=3, repeated_supported=1)


def test_a_claim_that_is_said_a_thousand_times_at_the_same_words_makes_nothing_surer() -> None:
    once = count([finding("x", "supported"), finding("y", "refuted", "high", 2)])
    often = count([*(finding(f"x{n}", "supported") for n in range(1000)), finding("y", "refuted", "high", 2)])
    assert often.repeated_supported == 999
    interval = scores(often).accuracy
    assert (interval.low, interval.value) == (scores(once).accuracy.low, 1000 / 1001)


def test_what_is_open_and_said_again_is_neither_right_nor_wrong_twice() -> None:
    again = count([finding("x", "not_enough_info"), finding("y", "not_enough_info")])
    assert (again.not_enough_info, again.repeated_supported, again.repeated_refuted) == (2, 0, 0)


def test_a_fact_that_is_printed_twice_is_two_claims() -> None:
    again = finding("again", "supported")
    elsewhere = replace(again, claim="elsewhere", start=10, end=11)
    assert count([again, elsewhere]).repeated_supported == 0


def test_claims_that_nothing_could_contradict_leave_consistency_undefined() -> None:
    """Fault: one file a claim gave 100 %."""
    assert count([finding("x", "supported")]).comparable == 0
    assert scores(count([finding("x", "supported")])).consistency is None


@pytest.mark.parametrize(
    "counted, said",
    [
        (
            Counts(claims=434, supported=320, refuted=4, not_enough_info=16, not_checkable=94),
            "320 of 434 claims confirmed, 4 wrong, 16 open, 94 not checkable; of the 340 checkable, between 94.1 % and "
            "98.8 % are right",
        ),
        (
            Counts(claims=4553, supported=4551, refuted=2),
            "4551 of 4553 claims confirmed, 2 wrong, 0 open, 0 not checkable; of the 4553 checkable, 99.9 % are right",
        ),
        (Counts(claims=1, not_checkable=1), "0 of 1 claim confirmed, 0 wrong, 0 open, 1 not checkable"),
        (
            Counts(claims=2, supported=1, unreadable=1),
            "1 of 2 claims confirmed, 0 wrong, 0 open, 1 unreadable, 0 not checkable; of the 2 checkable, between "
            "50.0 % and 100.0 % are right",
        ),
    ],
)
def test_the_headline_says_what_an_editor_asks(counted: Counts, said: str) -> None:
    assert headline(counted, scores(counted).right) == said
