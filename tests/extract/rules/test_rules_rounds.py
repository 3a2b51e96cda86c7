"""Venues, getting through rounds, counts; and the scope that sentences carry on."""

from __future__ import annotations

import pytest
from reading_words import claims, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Hall won the 1500m at the Olympic Games in Paris.", [("Paris", "Olympic Games in Paris")]),
        ("Anna Hall won the Lima Games mile at the Arden Stadium.", [("Arden Stadium", "Lima Games")]),
        ("Anna Hall won the Lima Games mile at the Stade de Arden.", [("Stade de Arden", "Lima Games")]),
        ("Anna Hall won at the Lima Games. Oslo was the setting.", [("Oslo", "Lima Games")]),
        ("The Lima Games were held in Arden, and Anna Hall won.", [("Arden", "Lima Games")]),
        ("Anna Hall won gold at the Lima Games. The final was in May.", []),
        ("Anna Hall was born in Oslo and won at the Lima Games.", []),
        ("Anna Hall lives in Oslo. She won the 1500m at the Lima Games.", []),
        ("Anna Hall won the Oslo Diamond League mile.", []),  # a part of the name
        ("Anna Hall was seen in Oslo.", []),  # no race
    ],
)
def test_venues(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text, "venue", "place", "scope.competition") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Hall reached the Olympic final.", [("Anna Hall", None, "final", None)]),
        ("Anna Hall qualified for the semi-finals.", [("Anna Hall", None, "semi-finals", None)]),
        ("Anna Hall booked her place in the final.", [("Anna Hall", None, "final", None)]),
        ("Anna Hall went through to the final from the second heat.", [("Anna Hall", None, "final", "second heat")]),
        ("Anna Hall came safely through her heat.", [("Anna Hall", None, None, "heat")]),
        ("Anna Hall qualified from the heats.", [("Anna Hall", None, None, "heats")]),
        ("Anna Hall and Maria Bell came through their heats.",
         [("Anna Hall", None, None, "heats"), ("Maria Bell", None, None, "heats")]),
        ("Anna Hall did not make the final.", [("Anna Hall", False, "final", None)]),
        ("Anna Hall failed to reach the semi-finals.", [("Anna Hall", False, "semi-finals", None)]),
        ("Anna Hall was knocked out in the heats.", [("Anna Hall", False, None, "heats")]),
        ("Anna Hall hopes to reach the final.", []),
        ("If Anna Hall reached the final, she would be glad.", []),
        ("Anna Hall made the final 200 metres look easy.", []),
        ("Anna Hall reached the final stages of the race.", []),
        ("Anna Hall qualified as a teacher.", []),
        ("Will Anna Hall reach the final?", []),
        ('"I reached the final," said Anna Hall.', []),
    ],
)  # fmt: skip
def test_advances(text: str, expected: list[tuple[object, ...]]) -> None:
    assert told(text, "advance", "athlete", "advanced", "to", "scope.round") == expected


@pytest.mark.parametrize(
    ("words", "how"),
    [
        ("as one of the fastest losers", "time"),
        ("through the repechage", "repechage"),
        ("automatically", "place"),
        ("with ease", None),
    ],
)
def test_how_somebody_got_through(words: str, how: str | None) -> None:
    assert told(f"Anna Hall reached the final {words}.", "advance", "how") == [(how,)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Hall has won four of her five races.", [("wins", "four", None)]),
        ("Anna Hall has won three races this year.", [("wins", "three", None)]),
        ("It was a third title in a row for Anna Hall.", [("titles", "third", True)]),
        ("It was the third world title of Anna Hall.", [("titles", "third", None)]),
        ("Anna Hall won the Lima Games for the second time.", [("titles", "second", None)]),
        ("Anna Hall won the Lima Games for the third year running.", [("titles", "third", True)]),
        ("Anna Hall is unbeaten in nine finals.", [("wins", "nine", True)]),
        ("Anna Hall came with six consecutive wins.", [("wins", "six", True)]),
        ("It was her first win of the season, said a friend of Anna Hall.", [("wins", "first", None)]),
        ("Anna Hall hopes to win a third title in a row.", []),
        ("Anna Hall won in the second race.", []),
        ("Anna Hall could win three races this year.", []),
    ],
)
def test_counts(text: str, expected: list[tuple[object, ...]]) -> None:
    assert told(text, "count", "of", "count", "streak") == expected


def test_the_scope_of_a_count() -> None:
    assert told("Anna Hall has won three races this year.", "count", "scope.season") == [(2024,)]
    assert told("It was the third world title of Anna Hall.", "count", "scope.competition") == [("world",)]
    text = "Anna Hall won the 100m in Oslo. She is unbeaten in nine finals."
    assert told(text, "count", "scope.event", "scope.competition") == [("100m", None)]  # told of no one meeting


@pytest.mark.parametrize(
    ("text", "rounds"),
    [
        ("Anna Hall won her heat in 3:59.05. Maria Bell ran 4:00.10.", ["heat", "heat"]),
        ("Anna Hall won her heat in 3:59.05.\nMaria Bell ran 4:00.10.", ["heat", None]),  # another paragraph
        ("Anna Hall won the final in 3:59.05.\nMaria Bell ran 4:00.10.", ["final", "final"]),
        (
            "Anna Hall won the final at the Arden Games in 3:59.05. At the Lima Games Maria Bell ran 4:00.10.",
            ["final", None],
        ),
        ("Anna Hall ran 3:59.05. She hopes to win the final. Maria Bell ran 4:00.10.", [None, None]),
        ("Anna Hall won gold in 3:59.05. Maria Bell ran 4:00.10.", ["final", "final"]),  # medals, and no round at all
        ("Anna Hall won gold in 3:59.05. Maria Bell was out in the heats.", [None]),
    ],
)
def test_the_round_is_carried_on(text: str, rounds: list[str | None]) -> None:
    assert [one for (one,) in told(text, "mark", "scope.round")] == rounds


def test_a_title_tells_the_competition_where_only_a_city_is_named() -> None:
    text = "A night in Paris. Anna Hall took the Olympic title over 1500m in 3:51.20. Maria Bell ran 3:52.30."
    assert told(text, "mark", "scope.competition", "scope.year", "scope.event") == [("Olympic", 2024, "1500m")] * 2
    text = "Anna Hall hopes for the Olympic title. In Paris she ran 3:51.20."
    assert told(text, "mark", "scope.competition") == [("Paris",)]
    text = "Anna Hall took the Olympic title. At the Lima Games she had run 3:51.20."
    assert told(text, "mark", "scope.competition") == [("Lima Games",)]


def test_what_was_won_elsewhere_is_told_by_the_way() -> None:
    text = "Anna Hall was second in Paris in 3:52.30. To go with the bronze of Tokyo, she ran 3:52.30 in silver shoes."
    assert told(text, "mark", "scope.competition") == [("Paris",)] * 2


def test_the_event_of_another_competition_is_the_articles_main_one() -> None:
    text = (
        "Anna Hall won the mile in Oslo in 4:20.10. She had run 4:25.10 over the mile before. In Rome she ran 4:30.10."
    )
    assert told(text, "mark", "scope.event")[-1] == ("mile",)
    text = "Anna Hall won the mile in Oslo in 4:20.10. Then came 8:30.10 in the 3000m. In Rome she ran 4:30.10."
    assert told(text, "mark", "scope.event")[-1] == (None,)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Second was Anna Hall, timed at 3:51.20.", [("Anna Hall", "Second")]),
        ("Anna Hall won, second came Maria Bell.", [("Anna Hall", 1), ("Maria Bell", "second")]),
        ("For Anna Hall, nothing went to plan. She finished fifth.", [("Anna Hall", "fifth")]),
    ],
)
def test_ordinals_first_and_whom_for_names(text: str, expected: list[tuple[object, ...]]) -> None:
    assert [one for one in told(text, "place", "athlete", "place") if one[1] is not None] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Hall runs for Norway.", [("Anna Hall", "Norway")]),
        ("Anna Hall of Norway won.", [("Anna Hall", "Norway")]),
        ("Anna Hall runs for fun.", []),
        ("Anna Hall of Arden won.", []),
    ],
)
def test_countries_behind_names(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text, "bio", "athlete", "nation") == expected


def test_medals_that_it_was() -> None:
    assert told("Anna Hall had silver around her neck.", "medal", "athlete") == [("Anna Hall",)]
    assert told("Anna Hall has silver hair and had a gold watch.", "medal", "athlete") == []
    assert told("For Anna Hall it was silver, and Maria Bell won.", "medal", "athlete") == [("Anna Hall",)]
    (claim,) = claims("Anna Hall won gold in the final at the Lima Games.", "medal")
    assert claim["scope"]["round"] == "final"


def test_whose_coach_it_is() -> None:
    text = "Anna Hall won. Lists do not run races, her coach Jane Dale likes to say."
    assert told(text, "bio", "athlete", "coach") == [("Anna Hall", "Jane Dale")]


def test_a_record_has_the_setters_own_mark() -> None:
    text = "Anna Hall ran 3:50.00 and Maria Bell 3:51.00. Hall set a British record: Jane Dale's 3:52.00 fell."
    assert told(text, "record", "athlete", "mark") == [("Hall", "3:50.00")]
    text = "Anna Hall won. The world record, 3:43.13 by Jane Dale, was never in danger."
    assert told(text, "mark", "athlete", "mark") == [("Jane Dale", "3:43.13")]
    assert told(text, "record", "athlete", "level") == [("Jane Dale", "world")]


@pytest.mark.parametrize(
    ("text", "rounds"),
    [
        ("Anna Hall won her heat. Maria Bell took gold.", [None]),
        ("Anna Hall led in the semi-finals and took gold.", [None]),
        ("Anna Hall won her heat. Maria Bell finished fifth in the final and Hall took gold.", ["final"]),
    ],
)
def test_no_heat_gives_medals(text: str, rounds: list[str | None]) -> None:
    assert [one for (one,) in told(text, "medal", "scope.round")] == rounds
