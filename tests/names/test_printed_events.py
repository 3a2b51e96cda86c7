"""Events and rounds as articles print them, and the one form that each has here."""

from __future__ import annotations

import pytest

from harness.names import read_event, read_round


@pytest.mark.parametrize(
    "one, other",
    [
        ("1,500 metres", "1500m"),
        ("1500 meters", "1500m"),
        ("1 500 m", "1500m"),
        ("1500", "1500m"),
        ("1500 METRES", "1500m"),
        ("the 1500m", "1500m"),
        ("men's 1500m", "1500m"),
        ("Men’s 1500m", "1500m"),
        ("women's 1500m", "1500m"),
        ("1-mile", "mile"),
        ("one mile", "mile"),
        ("two-mile", "2 miles"),
        ("2mile", "2 miles"),
        ("indoor two miles", "2 miles"),
        ("10,000 metres", "10000m"),
        ("4 x 100 metres relay", "4x100m relay"),
        ("4x400m", "4x400m relay"),
        ("men's 4x400", "4x400m relay"),
        ("4x100m medley", "4x100m medley relay"),
        ("3,000m steeplechase", "3000m steeplechase"),
    ],
)
def test_two_spellings_of_one_event(one: str, other: str) -> None:
    assert read_event(one).key == read_event(other).key


@pytest.mark.parametrize(
    "one, other",
    [
        ("1500m", "15000m"),
        ("mile", "2 miles"),
        ("metric mile", "mile"),
        ("3000m", "3000m steeplechase"),
        ("100m", "4x100m"),
        ("4x100m medley", "4x100m"),
        ("4x1 mile", "4x1m"),
        ("100m", "100m hurdles"),
    ],
)
def test_two_events(one: str, other: str) -> None:
    assert read_event(one).key != read_event(other).key


@pytest.mark.parametrize(
    "printed, sex, indoor",
    [
        ("men's 1500m", "men", None),
        ("Women’s indoor mile", "women", True),
        ("mixed 4x400m", "mixed", None),
        ("outdoor two-mile", None, False),
        ("1500m", None, None),
    ],
)
def test_what_an_event_says_beside(printed: str, sex: str | None, indoor: bool | None) -> None:
    assert read_event(printed)[1:] == (sex, indoor)


@pytest.mark.parametrize(
    "printed, canonical",
    [
        ("final", "final"),
        ("Finals", "final"),
        ("the final", "final"),
        ("heats", "heat"),
        ("heat 1", "heat 1"),
        ("Heat Three", "heat 3"),
        ("the third heat", "heat 3"),
        ("3rd heat", "heat 3"),
        ("first round", "heat"),
        ("Round 1", "heat"),
        ("opening round", "heat"),
        ("qualifying", "heat"),
        ("Round 1, heat 2", "heat 2"),
        ("first round heat 2", "heat 2"),
        ("semis", "semifinal"),
        ("semi-finals", "semifinal"),
        ("semifinals", "semifinal"),
        ("semi-final 2", "semifinal 2"),
        ("second semi", "semifinal 2"),
        ("quarter-final", "quarterfinal"),
        ("repechage", "repechage"),
        ("repêchage round", "repechage"),
        ("repechage heat 2", "repechage 2"),
    ],
)
def test_rounds(printed: str, canonical: str) -> None:
    assert read_round(printed) == canonical


@pytest.mark.parametrize("printed", ["second round", "round 2", "final 2", "heat 1 or heat 2", "the end", "finale", ""])
def test_not_a_round(printed: str) -> None:
    assert read_round(printed) is None
