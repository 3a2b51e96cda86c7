"""Printed, official, difference: in words, with unit and precision as published."""

from __future__ import annotations

import pytest
from findings import finding, judged

from harness.present.page.figures import Figures, difference, figures
from harness.values import Range, Value, exactly, label


@pytest.mark.parametrize(
    "measure, claimed, exact, found, words",
    [
        pytest.param("time", Range(210091, 210109), 210100, exactly(210120), "0.02 s too fast", id="a time"),
        pytest.param("time", Range(210121, 210139), 210130, exactly(210120), "0.01 s too slow", id="a slower time"),
        pytest.param("gap", Range(681, 699), 690, exactly(880), "0.19 s too small", id="a margin"),
        pytest.param("distance", Range(8941, 8959), 8950, exactly(8900), "0.05 m too long", id="a jump"),
        pytest.param("height", Range(2441, 2459), 2450, exactly(2460), "0.01 m too low", id="a height"),
        pytest.param("points", exactly(8994000), 8994000, exactly(8995000), "1 point too few", id="points"),
        pytest.param("count", exactly(3), 3, exactly(1), "2 too many", id="a count"),
        pytest.param("count", Range(2, None), None, exactly(1), "at least 1 too many", id="at least two"),
        pytest.param("count", exactly(0), 0, Range(3, None), "at least 3 too few", id="known to be at least three"),
        pytest.param("ordinal", Range(1, 2), None, exactly(4), "at least 2 places too high", id="one of two places"),
        pytest.param("ordinal", exactly(5), 5, exactly(4), "1 place too low", id="a place"),
        pytest.param("date", exactly(738002), 738002, exactly(738000), "2 days too late", id="a date"),
        pytest.param("days", Range(6, 8), None, exactly(5), "at least 1 day too long", id="a week"),
        pytest.param("years", exactly(25), 25, exactly(26), "1 year too few", id="an age"),
        pytest.param("label", label("a"), None, label("b"), "another name", id="names"),
    ],
)
def test_the_difference(measure: str, claimed: Value, exact: int | None, found: Value, words: str) -> None:
    assert difference(judged("refuted", measure, claimed, found, exact=exact, printed="so")) == words


@pytest.mark.parametrize(
    "verdict, claimed, found, words",
    [
        pytest.param("supported", exactly(1), exactly(1), "none", id="the same"),
        pytest.param("supported", Range(1, None), exactly(3), "none", id="within what is claimed"),
        pytest.param("not_enough_info", exactly(1), Range(1, None), "open", id="not settled"),
        pytest.param("not_enough_info", exactly(1), None, "", id="not known"),
        pytest.param("supported", label("a"), label("a"), "none", id="the same name"),
        pytest.param("not_enough_info", label("a"), label("a", "b"), "open", id="one of two names"),
    ],
)
def test_no_difference_to_speak_of(verdict: str, claimed: Value, found: Value | None, words: str) -> None:
    measure = "label" if claimed == label("a") else "count"
    assert difference(judged(verdict, measure, claimed, found)) == words


def test_the_units_of_a_clock_time_are_named() -> None:
    part = judged("refuted", "time", Range(210091, 210109), exactly(210120), exact=210100)
    one = finding("x", "x", "refuted", judged=(part,), claimed="3:30.10", found="3:30.12")
    assert figures(one) == Figures(
        "3:30.10", "", "3:30.12", "0.02 s too fast", "min:s", "min:s", quantity="mark"
    )  # "mark: mark" would say it twice


@pytest.mark.parametrize(
    "claimed, measure, exact, unit, read_as",
    [
        pytest.param("56.1", "time", 56100, "seconds", "56.10", id="seconds"),
        pytest.param("2:01:09", "time", 7269000, "h:min:s", "", id="hours"),
        pytest.param("three minutes", "time", 180000, "", "3:00.00", id="in words"),
        pytest.param("third", "ordinal", 3, "", "3rd", id="an ordinal in words"),
        pytest.param("5", "count", 5, "", "", id="a count"),
    ],
)
def test_a_printed_figure_is_read_out_where_that_differs(
    claimed: str, measure: str, exact: int, unit: str, read_as: str
) -> None:
    part = judged("supported", measure, exactly(exact), exactly(exact), exact=exact, printed=claimed)
    shown = figures(finding("x", "x", judged=(part,), claimed=claimed))
    assert shown is not None
    assert (shown.printed_unit, shown.read_as) == (unit, read_as)


def test_a_slip_is_shown_with_its_own_figures() -> None:
    rank = judged("supported", "ordinal", exactly(4), exactly(4), printed="fourth")
    mark = judged("supported", "time", exactly(207140), exactly(207140), printed="3:27:14", heading="rank: mark")
    slip = finding("x", "x", judged=(rank, mark), claimed="fourth", found="4th", suggestion="3:27.14")
    shown = figures(slip)
    assert shown is not None
    assert (shown.printed, shown.official, shown.quantity) == ("3:27:14", "3:27.14", "rank: mark")


def test_nothing_was_judged() -> None:
    assert figures(finding("x", "x", "not_enough_info")) is None


def test_words_that_are_no_figure_have_no_size_to_be_off_by() -> None:
    part = judged("refuted", "count", exactly(0), Range(3, None), heading="since", difference="")
    shown = figures(finding("x", "x", "refuted", judged=(part,), claimed="no earlier race", found="at least 3 earlier"))
    assert shown == Figures("no earlier race", "", "at least 3 earlier", "it is not so", quantity="since")


def test_two_athletes_are_wrong_each_by_as_much_as_he_is() -> None:
    parts = [judged("refuted", "ordinal", Range(1, 2), exactly(place), printed="1 or 2") for place in (4, 20)]
    shown = figures(finding("x", "x", "refuted", judged=tuple(parts), claimed="1 or 2", found="Holt 4th, Berg 20th"))
    assert shown is not None
    assert shown.difference == "at least 2 places too high, at least 18 places too high"
