"""Places, medals, and who came behind whom."""

from __future__ import annotations

import pytest
from reading_words import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Hall won the 100m in Lima.", [("Anna Hall", 1)]),
        ("Anna Hall powered past Maria Bell to win.", [("Anna Hall", 1)]),
        ("Anna Hall emerged victorious in Lima.", [("Anna Hall", 1)]),
        ("Anna Hall sealed the win in the last round.", [("Anna Hall", 1)]),
        ("The second heat was won impressively by Maria Bell.", [("Maria Bell", 1)]),
        ("Anna Hall's win was her fifth of the year.", [("Anna Hall", 1)]),
        ("Anna Hall ran well. Her victory was popular.", [("Anna Hall", 1)]),
        ("Anna Hall finished a disappointed 10th in Lima.", [("Anna Hall", "10th")]),
        ("Anna Hall wound up sixth.", [("Anna Hall", "sixth")]),
        ("In third, Anna Hall was happy.", [("Anna Hall", "third")]),
        ("Anna Hall won, with Maria Bell third in 10.92.", [("Anna Hall", 1), ("Maria Bell", "third")]),
        ("Anna Hall was happy with her second-place finish.", [("Anna Hall", "second")]),
        ("Anna Hall was runner-up in Lima.", [("Anna Hall", 2)]),
        ("Anna Hall suffered a surprising defeat.", [("Anna Hall", "at least 2")]),
        ("Anna Hall took first place.", [("Anna Hall", 1)]),
    ],
)
def test_places(text: str, expected: list[tuple[str, object]]) -> None:
    assert told(text, "place", "athlete", "place") == expected


@pytest.mark.parametrize(
    "text",
    [
        "Anna Hall won gold in Lima.",  # a medal
        "Anna Hall won a second world title.",  # a title
        "Anna Hall ran in the third heat.",
        "Anna Hall was the first to arrive.",
        "It was the third time for Anna Hall.",
        "Anna Hall wants to win in Lima.",
        "Anna Hall did not win in Lima.",
        "Anna Hall ran her fourth-fastest time.",
        "Anna Hall spoke after the victory.",  # told already
        "Anna Hall has a streak of 1500m wins.",
        '"Maria won in Lima," said Anna Hall.',
        "Anna Hall ran in Lima. In the medal table Norway won 14, with 22 silvers.",
        "Anna Hall had 20 races and won 14.",
    ],
)
def test_no_places(text: str) -> None:
    assert told(text, "place", "place") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Hall finished one place behind Maria Bell.", [("Anna Hall", "Maria Bell", "one")]),
        ("Anna Hall came home just ahead of Maria Bell.", [("Maria Bell", "Anna Hall", "at least 1")]),
        ("Anna Hall held off Maria Bell.", [("Maria Bell", "Anna Hall", "at least 1")]),
        ("Anna Hall hopes to stay ahead of Maria Bell.", []),
    ],
)
def test_who_came_behind_whom(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(text, "place", "athlete", "after", "by") == expected


def test_a_running_order_is_at_the_distance_told_last() -> None:
    text = "In the 1500m, with 200m to go Anna Hall led. Behind, Maria Bell was in third.\nIn third, Bell was glad."
    assert told(text, "place", "place", "at") == [(1, "1300m"), ("third", "1300m"), ("third", None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Hall won gold in Lima.", [("Anna Hall", "gold")]),
        ("Anna Hall held on to silver.", [("Anna Hall", "silver")]),
        ("Anna Hall beat Olympic bronze medallist Maria Bell.", [("Maria Bell", "bronze")]),
        ("Anna Hall, silver medallist in Lima, was there.", [("Anna Hall", "silver")]),
        ("Anna Hall jumped 6.98m for bronze.", [("Anna Hall", "bronze")]),
        ("Anna Hall takes 100m gold.", [("Anna Hall", "gold")]),
        ("Anna Hall won 100m and 200m gold medals.", [("Anna Hall", "gold"), ("Anna Hall", "gold")]),
        ("Anna Hall delivers medal.", [("Anna Hall", "any")]),
        ("Anna Hall is a gold medal favourite.", []),
        ("Anna Hall could win gold.", []),
        ("Anna Hall missed out on a medal.", []),
        ("The first British gold since 1988 was for Anna Hall.", []),
    ],
)
def test_medals(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text, "medal", "athlete", "medal") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Hall has won six Olympic medals, three of them gold.",
         [("Anna Hall", None, "six", "any"), ("Anna Hall", None, "three", "gold")]),
        ("Kenya leads the table with six golds and 13 medals so far.",
         [(None, "Kenya", "six", "gold"), (None, "Kenya", "13", "any")]),
        ("Anna Hall came away with only a bronze.", [("Anna Hall", None, "only a", "bronze")]),
        ("Anna Hall hopes for a first Olympic gold.", [("Anna Hall", None, 0, "gold")]),
        ("Anna Hall touched in 59.05 to share silver.", []),  # no "05 silvers"
    ],
)  # fmt: skip
def test_medal_counts(text: str, expected: list[tuple[object, ...]]) -> None:
    assert told(text, "medal_count", "athlete", "nation", "count", "medal") == expected


def test_a_count_of_olympic_medals_is_of_the_olympics() -> None:
    text = "At the World Championships in Lima, Anna Hall, who has six Olympic medals, won the 100m."
    assert told(text, "medal_count", "scope.competition") == [("Olympic",)]
