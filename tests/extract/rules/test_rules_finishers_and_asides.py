"""Reports of a race by the way: lists of who came next with which mark, and what is told of other races in an aside."""

from __future__ import annotations

from datetime import date

import pytest
from reading_words import claims, lexicon, told

from harness.extract.rules import find


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Hall won in 3:58.10, ahead of Maria Bell on 3:59.05, with Jane Dale at 4:00.10.",
         [("Anna Hall", "3:58.10"), ("Maria Bell", "3:59.05"), ("Jane Dale", "4:00.10")]),
        ("Anna Hall won, with the Kenyan Maria Bell at 3:59.05 and Jane Dale next in 4:00.10.",
         [("Maria Bell", "3:59.05"), ("Jane Dale", "4:00.10")]),
        ("Anna Hall won it in 3:58.10, from Maria Bell in 3:59.05 and Jane Dale in 4:00.10.",
         [("Anna Hall", "3:58.10"), ("Maria Bell", "3:59.05"), ("Jane Dale", "4:00.10")]),
        ("Anna Hall won in 3:58.10, with Maria Bell of Norway in 3:59.05.",
         [("Anna Hall", "3:58.10"), ("Maria Bell", "3:59.05")]),
        # the winner's own, told last: no mark stands before the rival
        ("Anna Hall won from Maria Bell in 3:58.10.", [("Anna Hall", "3:58.10")]),
        ("Anna Hall ran 3:59.90 in May, and on Friday beat Maria Bell in 3:58.10.",
         [("Anna Hall", "3:59.90"), ("Anna Hall", "3:58.10")]),
        ("Norway's Anna Hall was third. Jane Dale won in 3:57.40, the Norwegian crossing the line later in 3:58.24.",
         [("Jane Dale", "3:57.40"), ("Anna Hall", "3:58.24")]),
        ("Maria Bell was fourth, while Anna Hall of Norway, the record holder, came sixth in 3:58.24.",
         [("Anna Hall", "3:58.24")]),
        ("Anna Hall had beaten Maria Bell in Budapest the summer before, 3:59.38 to 3:59.65.",
         [("Anna Hall", "3:59.38"), ("Maria Bell", "3:59.65")]),
    ],
)  # fmt: skip
def test_whose_mark_it_is_in_a_list_of_finishers(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text, "mark", "athlete", "mark") == expected


REPORT = "Anna Hall won the 1500m at the World Championships in Budapest on Wednesday. "


def _competitions(text: str, kind: str, published: date) -> list[object]:
    found = [claim for claim in find(text, lexicon(), published) if claim["kind"] == kind]
    return [claim["scope"].get("competition") for claim in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In January she ran 3:59.05.", None),
        ("Maria Bell was third, and her best was the 3:59.05 that had brought her here.", None),
        ("In August she ran 3:59.05.", "World Championships in Budapest"),  # the month in which it was held
    ],
)
def test_a_mark_of_another_month_is_not_of_what_is_reported(text: str, expected: str | None) -> None:
    assert _competitions(REPORT + text, "mark", date(2023, 8, 24)) == [expected]


def test_a_mark_behind_a_rival_may_be_either_ones() -> None:
    (mark,) = claims("Anna Hall won from Maria Bell in 3:58.10.", "mark")
    assert "athlete" in mark["inferred"]


def test_a_count_of_titles_is_of_those_that_its_verb_names() -> None:
    (count,) = claims("Anna Hall won the European 1500m title for the third time.", "count")
    assert count["scope"] == {"event": "1500m", "competition": "European"}


def test_an_own_record_that_was_beaten_stands_no_more() -> None:
    assert told("Anna Hall took a second off her own European record of 3:58.10.", "record", "mark") == []
    assert told("Anna Hall ran close to her own European record of 3:58.10.", "record", "mark") == [("3:58.10",)]
