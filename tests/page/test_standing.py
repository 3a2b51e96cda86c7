"""What a finding is to an editor, and a list of findings in one sentence."""

from __future__ import annotations

import pytest
from findings import finding, judged

from harness.present.page.standing import WORST_FIRST, badness, headline, printed_figure, standing, tally
from harness.records.model import Judged, Waiver
from harness.values import Label, Range, exactly, label


def undecided(*parts: Judged) -> str:
    return standing(finding("x", "x", "not_enough_info", judged=parts)).word


@pytest.mark.parametrize(
    "verdict, word",
    [
        ("supported", "confirmed"),
        ("refuted", "error"),
        ("not_checkable", "not checkable"),
        ("unreadable", "unreadable"),
        ("not_enough_info", "not covered"),  # nothing was judged
    ],
)
def test_a_verdict_in_an_editors_words(verdict: str, word: str) -> None:
    assert standing(finding("x", "x", verdict)).word == word


@pytest.mark.parametrize(
    "measure, found, word",
    [
        pytest.param("time", Range(56101, 56499), "to decide", id="the sources disagree"),
        pytest.param("count", Range(1, None), "to decide", id="at least one is known"),
        pytest.param("count", Range(0, None), "not covered", id="at least none says nothing"),
        pytest.param("count", Range(None, 3), "to decide", id="at most three"),
        pytest.param("date", Range(0, None), "to decide", id="a day is never nothing"),
        pytest.param("count", None, "not covered", id="not known at all"),
        pytest.param("label", label("a", "b"), "to decide", id="one of two names"),
        pytest.param("label", Label(frozenset()), "not covered", id="no name"),
    ],
)
def test_an_open_claim_is_the_editors_where_something_is_known(measure: str, found: object, word: str) -> None:
    claimed = label("c") if measure == "label" else exactly(2)
    assert undecided(judged("not_enough_info", measure, claimed, found)) == word  # type: ignore[arg-type]


def test_only_the_part_that_decided_counts() -> None:
    right = judged("supported", "count", exactly(1), exactly(1))
    assert undecided(right, judged("not_enough_info", "count", exactly(1), None)) == "not covered"


def test_no_two_standings_look_or_read_alike() -> None:
    assert len({one.sign for one in WORST_FIRST}) == len({one.word for one in WORST_FIRST}) == len(WORST_FIRST)


def test_the_headline() -> None:
    mixed = [finding("x", "x", verdict) for verdict in ("refuted", "supported", "supported", "not_checkable")]
    assert headline(mixed) == "1 error, 0 to decide, 0 not covered, 2 confirmed"
    assert headline([]) == "0 errors, 0 to decide, 0 not covered, 0 confirmed"
    assert headline([finding("x", "x", "unreadable")]).startswith("0 errors, 1 unreadable, 0 to decide")


def test_waived_errors_are_counted_and_said_to_be_waived() -> None:
    errors = [finding("x", "x", "refuted"), finding("x", "x", "refuted", waiver=Waiver("sic", "Ed", "2024-06-03"))]
    assert headline(errors).startswith("2 errors (1 waived), 0 to decide")


def test_every_finding_is_counted_once() -> None:
    mixed = [finding("x", "x", verdict) for verdict in ("refuted", "supported", "not_enough_info", "not_checkable")]
    assert sum(tally(mixed).values()) == 4


def test_the_worst_comes_first_and_what_is_waived_after_what_is_new() -> None:
    sic = Waiver("known", "ed", "2024-06-03")
    worst_first = [
        finding("x", "x", "refuted", severity="high"),
        finding("x", "x", "refuted", severity="low"),
        finding("x", "x", "refuted", severity="high", waiver=sic),
        finding("x", "x", "not_enough_info"),
        finding("x", "x", "supported"),
        finding("x", "x", "not_checkable"),
    ]
    assert sorted(worst_first[3:] + worst_first[:3], key=badness) == worst_first


def test_the_figure_at_issue_is_the_slips_where_a_right_claim_has_one() -> None:
    rank = judged("supported", "ordinal", exactly(4), exactly(4), printed="fourth")
    mark = judged("supported", "time", exactly(207140), exactly(207140), printed="3:27:14")
    slip = finding("x", "x", "supported", judged=(rank, mark), claimed="fourth", suggestion="3:27.14")
    assert printed_figure(slip) == "3:27:14"
    assert printed_figure(finding("x", "x", "supported", judged=(rank, mark), claimed="fourth")) == "fourth"
