"""Marks, splits and margins in sentences of several sports."""

from __future__ import annotations

import pytest
from reading_words import claims, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Hall ran 49.26 in the 400m.", [("Anna Hall", "49.26")]),
        ("Anna Hall clocked 3:29.05 and Maria Bell 3:30.10.", [("Anna Hall", "3:29.05"), ("Maria Bell", "3:30.10")]),
        ("Anna Hall won in three minutes, 35.83.", [("Anna Hall", "three minutes, 35.83")]),
        ("Anna Hall won the marathon in 2:21:47.", [("Anna Hall", "2:21:47")]),
        ("Anna Hall leapt 6.98m to lead.", [("Anna Hall", "6.98m")]),
        ("Anna Hall threw 90.57 metres.", [("Anna Hall", "90.57 metres")]),
        ("Anna Hall finished on 6,720 points.", [("Anna Hall", "6,720 points")]),
        ("Anna Hall beat Maria Bell (3:31.00).", [("Maria Bell", "3:31.00")]),
        ("Anna Hall was second, edging out Maria Bell's 3:31.00.", [("Maria Bell", "3:31.00")]),
        ("Anna Hall, who ran 3:31.00, was pleased.", [("Anna Hall", "3:31.00")]),
        ("She ran 3:31.00.", []),  # nobody is named
        ("Anna Hall was happy. She had run 3:31.00.", [("Anna Hall", "3:31.00")]),
        ("Anna Hall won, leaving Maria Bell with 3:31.00.", [("Maria Bell", "3:31.00")]),
        ("Anna Hall broke 3:30 for once.", [("Anna Hall", "sub-3:30")]),
        ("Anna Hall won in a misprinted 3:29:38.", [("Anna Hall", "3:29:38")]),
    ],
)
def test_whose_mark_it_is(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text, "mark", "athlete", "mark") == expected


@pytest.mark.parametrize(
    "text",
    [
        "Anna Hall starts at 10:30 am on Friday.",
        "Anna Hall hopes to run 3:29.05.",
        "Anna Hall would need a sub-3:30 run.",
        "Anna Hall could not run 3:29.05.",
        "Will Anna Hall run 3:29.05?",
        "Anna Hall won with a wind of +1.9 m/s behind her.",
        "Published : Aug 02, 2024 16:52 IST. Anna Hall won.",
        "Anna Hall paid £1.50 for it.",
        "Anna Hall never ran 3:29.05.",
        "Anna Hall's share was 12.50%.",
    ],
)
def test_what_is_no_mark(text: str) -> None:
    assert told(text, "mark", "mark") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Hall led through 400m in 56.1 in the 1500m.", [("56.1", "400m")]),
        ("In the 1500m final Anna Hall led at the bell in 2:33.6.", [("2:33.6", "1100m")]),
        ("In the 1500m final, with 200m to go Anna Hall led in 3:01.2.", [("3:01.2", "1300m")]),
        ("Anna Hall passed 5,000m in 15:02.10 on her way to winning the 10,000m.", [("15:02.10", "5000m")]),
        ("Anna Hall won the 1500m in 3:50.12.", [("3:50.12", None)]),
        ("In the 800m Anna Hall led through 400m in 58.3 and won in 1:56.72.", [("58.3", "400m"), ("1:56.72", None)]),
    ],
)
def test_splits(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text, "mark", "mark", "at") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Hall beat Maria Bell by two hundredths.", [("Anna Hall", "Maria Bell", "two hundredths")]),
        ("Anna Hall won by 0.03 seconds.", [("Anna Hall", None, "0.03 seconds")]),
        ("Anna Hall won the long jump by 12 centimetres.", [("Anna Hall", None, "12 centimetres")]),
        ("Anna Hall finished 0.15 seconds ahead of Maria Bell.", [("Anna Hall", "Maria Bell", "0.15 seconds")]),
        ("Anna Hall finished two hundredths of a second behind Maria Bell.",
         [("Maria Bell", "Anna Hall", "two hundredths of a second")]),
        ("Anna Hall improved the record by 0.03 seconds to win.", []),  # on her own mark, not on a rival
        ("Anna Hall won with 1.97 seconds to spare on Maria Bell.", [("Anna Hall", "Maria Bell", "1.97 seconds")]),
        ("Anna Hall had a second to spare over Maria Bell.", [("Anna Hall", "Maria Bell", "a second")]),
        ("Anna Hall made the team with 0.20 seconds to spare.", []),  # on a standard, not on a rival
        ("The gap between Anna Hall and Maria Bell was 0.69 seconds.", []),  # who was ahead?
        ("Anna Hall won the 100m. The gap between Hall and Maria Bell was 0.69 seconds.",
         [("Hall", "Maria Bell", "0.69 seconds")]),
        ("Anna Hall won the 100m. The difference between Maria Bell and Hall was just two hundredths.",
         [("Hall", "Maria Bell", "just two hundredths")]),
        ("Maria Bell finished sixth in the 100m and Anna Hall finished fourth. "
         "The gap between Bell and Hall was 0.69 seconds.", [("Hall", "Bell", "0.69 seconds")]),
        ("Anna Hall finished one place behind Maria Bell. The gap between Hall and Bell was a second.",
         [("Bell", "Hall", "a second")]),
        ("Anna Hall won the 100m. Maria Bell won the 100m. The gap between Hall and Bell was a second.", []),
        ("Anna Hall won the 200m. Maria Bell was glad. In the 100m, the gap between Hall and Bell was a second.", []),
        ("Two hundredths separated Anna Hall and Maria Bell.", []),
        ("Anna Hall won. Two hundredths separated Maria Bell and Hall.", [("Hall", "Maria Bell", "Two hundredths")]),
        ("Anna Hall lost to Maria Bell by 0.15 seconds.", [("Maria Bell", "Anna Hall", "0.15 seconds")]),
        ("Anna Hall won. Maria Bell took silver, 0.15 seconds back.", [("Anna Hall", "Maria Bell", "0.15 seconds")]),
        ("Anna Hall won. Maria Bell took bronze, 0.15 seconds back.", []),  # behind whom?
        ("Maria Bell took silver, 0.15 seconds back.", []),  # nor is it told who won
        ("Anna Hall won. Maria Bell finished second and missed the record by 0.15 seconds.", []),
        ("The gap between Anna Hall and the record was 0.69 seconds.", []),
        ("Anna Hall hopes to win by a second.", []),
        ("Anna Hall arrived a second time.", []),
    ],
)  # fmt: skip
def test_margins(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(text, "margin", "ahead", "behind", "gap") == expected


def test_a_split_and_a_final_time_are_told_apart_in_one_text() -> None:
    text = "In the 1500m Anna Hall went through 800m in 2:08.1. She won in 3:58.20."
    assert [(one["mark"], one.get("at")) for one in claims(text, "mark")] == [("2:08.1", "800m"), ("3:58.20", None)]


@pytest.mark.parametrize(
    "text",
    [
        "Anna Hall had 1.97 seconds to spare on Maria Bell.",
        "Anna Hall made the team with 0.20 seconds in hand.",
        "The gap between Anna Hall and the record was 0.69 seconds.",
        "Anna Hall had a lead of 0.40 seconds.",
    ],
)
def test_a_gap_is_no_mark(text: str) -> None:
    assert claims(text, "mark") == []
