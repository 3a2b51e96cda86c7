"""What newspapers do with figures, years and names: scores, brackets, primes, look-backs, conditions, comparisons."""

from __future__ import annotations

from datetime import date

import pytest
from reading_words import claims, lexicon, told

from harness.extract.rules import find


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Hall won the 1500m from Maria Bell, 3:59.26 to 4:01.38.",
         [("Anna Hall", "3:59.26"), ("Maria Bell", "4:01.38")]),
        ("Anna Hall got the better of Maria Bell, the favourite, by seven hundredths, 54.63 to 54.70.",
         [("Anna Hall", "54.63"), ("Maria Bell", "54.70")]),
        ("Anna Hall was second to Maria Bell in the mile, 4:16.46 to 4:17.48.",
         [("Maria Bell", "4:16.46"), ("Anna Hall", "4:17.48")]),
        ("Anna Hall kept her title by fourteen hundredths of a second: 15:11.30 against 15:11.44 for Maria Bell.",
         [("Anna Hall", "15:11.30"), ("Maria Bell", "15:11.44")]),
        ("Anna Hall beat Maria Bell in the long jump, 6.98m to 6.90m.",
         [("Anna Hall", "6.98m"), ("Maria Bell", "6.90m")]),
        ("Anna Hall lost to Maria Bell by 36 points, 6844 to 6880.", [("Anna Hall", "6844"), ("Maria Bell", "6880")]),
        ("Anna Hall got up to win by a hundredth, 3:45.94 to 3:45.95.", [("Anna Hall", "3:45.94")]),
        ("Anna Hall took her record from 3:59.05 to 3:58.10.", [("Anna Hall", "3:58.10")]),
    ],
)  # fmt: skip
def test_the_better_mark_of_a_score_is_the_winners(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text, "mark", "athlete", "mark") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Hall won from Maria Bell (NOR, 3:59.65) and Jane Dale (NOR, 3:59.68).",
         [("Maria Bell", "3:59.65"), ("Jane Dale", "3:59.68")]),
        ("Anna Hall finished just behind Maria Bell (3:33.34) in 3:33.40.",
         [("Maria Bell", "3:33.34"), ("Anna Hall", "3:33.40")]),
        ("Anna Hall, 19, and Maria Bell ran 4:01.70 and 4:01.87.",
         [("Anna Hall", "4:01.70"), ("Maria Bell", "4:01.87")]),
        ("Anna Hall won in 3’59”30.", [("Anna Hall", "3'59\"30")]),
        ("Anna Hall ran 15'20\"11 and Maria Bell 15'21''30.",
         [("Anna Hall", "15'20\"11"), ("Maria Bell", "15'21''30")]),
        ("Anna Hall won the marathon in 2h29'56\".", [("Anna Hall", "2h29'56\"")]),
        ("Anna Hall won the 1500m in 4.04,03.", [("Anna Hall", "4.04,03")]),
        ("Anna Hall put 21.1 seconds between herself and Maria Bell.", []),
        ("Anna Hall ran 3:58.10, bettering the earlier mark of 3:59.32 which was Maria Bell's.",
         [("Anna Hall", "3:58.10")]),
        ("Anna Hall threw 68.31m and improved the 66.90m that she threw in May.", [("Anna Hall", "68.31m")]),
        ("The women's winner, Anna Hall, ran 2:22:44.", [("Anna Hall", "2:22:44")]),
        ("Maria Bell won. Had Anna Hall run 3:57.64 she would have been first.", []),
        ("Maria Bell won. Four women in the field had run 3:59 or better.", []),
        ("Anna Hall came third in 4:04.25, and a second Hall, Jane, fourth in 4:04.50.", [("Anna Hall", "4:04.25")]),
    ],
)  # fmt: skip
def test_whose_figure_it_is(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text, "mark", "athlete", "mark") == expected


def test_what_is_quoted_does_not_end_with_the_primes_of_a_time() -> None:
    text = 'Anna Hall won in 3\'59"30. "I ran as I can," she said. Maria Bell was second.'
    assert told(text, "place", "athlete") == [("Anna Hall",), ("Maria Bell",)]


@pytest.mark.parametrize(
    "text",
    [
        "Anna Hall won in her best time of the year, three hundredths quicker than she had run in Lausanne.",
        "Anna Hall won with 68.31m and improved the 66.90m that she threw at home by 1.41m.",
    ],
)
def test_what_is_no_margin_of_hers(text: str) -> None:
    assert told(text, "margin", "ahead") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Maria Bell set a record, only for Anna Hall to slip through and beat her by a tenth.", "Anna Hall"),
        ("The duel between Maria Bell and Jane Dale failed to come about. Anna Hall won by a tenth.", "Anna Hall"),
        ("Anna Hall beat the record which Maria Bell had set in Monaco and won by a tenth.", "Anna Hall"),
    ],
)
def test_who_was_ahead(text: str, expected: str) -> None:
    assert told(text, "margin", "ahead") == [(expected,)]


def test_a_description_after_a_duel_is_of_neither() -> None:
    text = "The duel between Anna Hall and Maria Bell failed to come about. The 23-year-old won in 3:59.10."
    assert told(text, "mark", "mark") == []


def _scopes(text: str, kind: str, published: date = date(2024, 12, 31)) -> list[tuple[object, object, bool]]:
    """Competition and year of each claim of the kind, and whether the competition is printed there."""
    found = [claim for claim in find(text, lexicon(), published) if claim["kind"] == kind]
    return [
        (
            claim["scope"].get("competition"),
            claim["scope"].get("year"),
            "scope.competition" not in claim.get("inferred", ()),
        )
        for claim in found
    ]


REPORT = "Anna Hall won the 1500m at the World Championships in Budapest on Wednesday. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (REPORT + "Maria Bell, who won in 2022, was third.",
         [("World Championships in Budapest", 2023, True), ("World Athletics Championships", 2022, False),
          ("World Championships in Budapest", 2023, False)]),
        (REPORT + "In Oslo Maria Bell finished first; here she came third.",
         [("World Championships in Budapest", 2023, True), ("Oslo", 2023, True),
          ("World Championships in Budapest", 2023, False)]),
        (REPORT + "In Kenya there were trials. Maria Bell won there.",
         [("World Championships in Budapest", 2023, True), (None, None, False)]),
    ],
)  # fmt: skip
def test_a_year_here_and_there_tell_of_which_holding_a_place_is(
    text: str, expected: list[tuple[object, object, bool]]
) -> None:
    assert _scopes(text, "place", date(2023, 8, 24)) == expected


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("The finest hour was the Olympic final in Rome in 1960. Anna Hall was second in 3:58.4.", 1960),
        ("Maria Bell won the 1500m in Rome in 1960. Four years later in Tokyo Anna Hall ran 3:58.1.", 1964),
        ("Maria Bell has held it since 2020, when Anna Hall ran 3:58.68 in Monaco.", 2020),
        ("Eva Dole won the final in Zürich on 13 August 1997 and Anna Hall ran 3:59.67.", 1997),
        ("1960: Anna Hall (USA) 3:57.65", 1960),
    ],
)
def test_a_look_back_is_of_the_years_that_it_prints(text: str, year: int) -> None:
    assert told(text, "mark", "scope.year")[-1] == (year,)


@pytest.mark.parametrize("heading", ["Rome 1960.", "Rome, 1960.", "Rome, 1960:"])
def test_a_city_and_its_year_head_what_is_told_of_those_games(heading: str) -> None:
    text = f"{heading} Anna Hall won the 1500m in 3:58.4.\n\nFour years on, in Mexico City, Maria Bell won in 3:57.2."
    assert told(text, "mark", "scope.competition")[0] == ("Rome 1960",)


def test_a_row_of_a_list_of_years_tells_no_place() -> None:
    text = "Champions of the Olympic 1500m\n\n2024: Anna Hall (USA) 3:57.65\n2021: Maria Bell (NOR) 3:58.32"
    assert told(text, "place", "place") == []


def test_ages_in_a_look_back_are_not_those_of_its_day() -> None:
    text = "Anna Hall, 21, won the 1500m in Sydney in 2000. Maria Bell was second."
    assert [claim for claim in find(text, lexicon(), date(2020, 9, 29)) if claim["kind"] == "bio"] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Hall won the 1500m in Monaco on 19 July 2013.", [("19 July 2013", "Monaco", 2013)]),
        ("Anna Hall ran a record for the mile in Rome on 7 July 1999.", []),  # no meeting that is known
        ("Anna Hall, who won the 1500m in Riga in January 2019, is 31.", []),  # not on 20 January
        ("Anna Hall won the 1500m. She had been sure, on Tuesday, that she would.", []),
    ],
)
def test_days_are_of_a_holding_in_their_year(text: str, expected: list[tuple[object, ...]]) -> None:
    assert told(text, "date", "date", "scope.competition", "scope.year") == expected


def test_a_month_that_is_still_to_come_was_that_of_the_year_before() -> None:
    text = "Anna Hall won the 1500m in Oslo on Thursday. Her record was set here in Oslo in October."
    found = find(text, lexicon(), date(2024, 5, 31))
    assert [claim["date"] for claim in found if claim["kind"] == "date"] == ["Thursday"]


@pytest.mark.parametrize(
    "text",
    [
        "Maria Bell's European record of 3:59.53 was cut by two seconds by Anna Hall.",
        "Anna Hall won ahead of Maria Bell, whose European record of 3:59.25 she broke.",
        "Maria Bell's 3:59.67 had stood since 1985, when it was a world record.",
    ],
)
def test_a_record_that_is_over_does_not_stand(text: str) -> None:
    assert [claim for claim in claims(text, "record") if claim.get("when") == "stands"] == []
    assert ("Maria Bell",) not in told(text, "record", "athlete")


def test_a_record_set_by_somebody_is_theirs() -> None:
    text = "Anna Hall won the 1500m in Monaco. The world record, 3:50.07, was set by Maria Bell in Florence."
    assert told(text, "record", "athlete", "when") == [("Maria Bell", "stands")]


def test_a_time_in_the_possessive_is_no_age() -> None:
    assert told("Anna Hall beat Maria Bell's 12:48.45.", "bio", "age") == []


def test_the_bell_in_an_aside_is_not_where_the_place_was() -> None:
    text = "In the 1500m final Anna Hall, who led at the bell, was second in 3:59.86."
    assert told(text, "mark", "mark", "at") == [("3:59.86", None)]


def test_won_by_so_many_minutes_has_no_agent() -> None:
    text = "Anna Hall won the marathon; the men's was won by 3:36 from Tom Bell."
    assert ("Tom Bell",) not in told(text, "place", "athlete")


def test_a_title_of_a_level_that_the_city_never_held_does_not_name_its_competition() -> None:
    text = "Anna Hall ran 3:28.81 over 1500m in Monaco on Friday. Maria Bell is the Olympic champion."
    assert _scopes(text, "mark", date(2013, 7, 20)) == [("Monaco", 2013, True)]


def test_a_ground_tells_what_was_held_there_just_now() -> None:
    text = "Anna Hall was second over 1500m at the Stade de France. Maria Bell was third. She won in Tokyo in 2021."
    assert _scopes(text, "place", date(2024, 8, 8))[1] == ("Olympic Games Paris 2024", 2024, False)


def test_semi_is_a_round() -> None:
    assert told("Anna Hall was 2nd in her heat and was 3rd in her semi.", "place", "place", "scope.round") == [
        ("2nd", "heat"), ("3rd", "semi"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Hall won. Third place went in 4:01.30, to Maria Bell.", [("Maria Bell", "4:01.30")]),
        ("Anna Hall won. Silver went to Britain's Maria Bell in 4:01.44.", [("Maria Bell", "4:01.44")]),
        ("Anna Hall ran a record of 3:58.10: the old one, 3:59.27, had been held by Maria Bell.",
         [("Anna Hall", "3:58.10")]),
        ("The 25-year-old Hillside Harriers ace tore past everybody to win in 3:59.38.", []),
        ("Anna Hall was seventh. Another teenager, Maria Bell, finished tenth in 4:01.25.",
         [("Maria Bell", "4:01.25")]),
        ("Anna Hall was second. Another Norwegian, Maria Bell, came seventh in 4:01.46.",
         [("Maria Bell", "4:01.46")]),
    ],
)  # fmt: skip
def test_whose_figure_it_is_where_nobody_won_it(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text, "mark", "athlete", "mark") == expected


SHORT = "Anna Hall won the 1500m at the World Championships in Budapest on Wednesday in 3:59.20. "


@pytest.mark.parametrize(
    ("text", "year"),
    [
        (SHORT + "Maria Bell, second in 2019 and third in 2022, was fourth in 4:01.10.", 2023),
        (SHORT + "Maria Bell, two years earlier the runner-up in 3:58.40, was fourth.", None),
        (SHORT + "Back then Maria Bell ran 4:03.10.", None),
        (SHORT + "It was so in Doha in 2019, when Maria Bell ran 4:03.10.", 2019),
    ],
)
def test_of_which_year_a_mark_is(text: str, year: int | None) -> None:
    found = [claim for claim in find(text, lexicon(), date(2023, 8, 24)) if claim["kind"] == "mark"]
    assert found[1]["scope"].get("year") == year


def test_a_city_in_a_look_back_is_of_the_year_told_before_it() -> None:
    text = "Maria Bell won the 1500m in Oslo on 27 July 1985. Anna Hall ran 3:59.46 in Berlin on 23 August."
    found = [claim for claim in find(text, lexicon(), date(2024, 3, 1)) if claim["kind"] == "mark"]
    assert [claim["scope"].get("year") for claim in found] == [1985]


def test_rows_of_years_stay_lines_however_wide_they_are() -> None:
    text = "\n".join([
        "2000 Sydney: Anna Hall (KEN) 3:52.07, Maria Bell (MAR) 3:52.32, Jane Dale (KEN) 3:52.44",
        "2004 Athens: Eva Dole (MAR) 3:54.18, Tess Orr (KEN) 3:54.30, Ann Lee (POR) 3:54.68",
        "2012 London: Ida Falk (ALG) 3:54.08, Mia Toft (USA) 3:54.79, Kim Vale (MAR) 3:55.13",
    ])  # fmt: skip
    assert ("Jane Dale", 2004) not in told(text, "mark", "athlete", "scope.year")
    assert ("Jane Dale", 2000) in told(text, "mark", "athlete", "scope.year")


def test_a_count_of_back_then_is_none_of_today() -> None:
    text = "When Anna Hall won her first European title in Rome four years ago she was glad."
    assert told(text, "count", "count") == []


def test_medals_in_a_row_of_events_are_of_no_one_event() -> None:
    text = "Anna Hall leaves Paris with three gold medals, in the 800m, the 1500m and the 5000m."
    assert told(text, "medal_count", "count", "scope.event") == [("three", None)]


def test_what_was_missed_has_no_margin() -> None:
    text = "Anna Hall was fourth. She missed the bronze medal by six hundredths of a second, and silver by two tenths."
    assert told(text, "margin", "gap") == []


def test_a_city_is_known_by_what_its_games_are_called() -> None:
    assert told("Anna Hall won the 1500m in Rio in 2016.", "place", "scope.competition", "scope.year") == [
        ("Rio", 2016)
    ]


def test_a_relative_clause_may_name_its_own_competition() -> None:
    text = SHORT + "Maria Bell, who'd beaten Jane Dale by a tenth for gold in Eugene last summer, was third."
    found = [claim for claim in find(text, lexicon(), date(2023, 8, 24)) if claim["kind"] == "margin"]
    assert [claim["scope"]["competition"] for claim in found] == ["Eugene"]


def test_a_meeting_record_that_stands_is_that_of_a_meeting() -> None:
    text = "Anna Hall won the 1500m at the Bislett Games. Maria Bell's meeting record of 3:50.40 still stands."
    assert told(text, "record", "scope.competition") == [("Bislett Games",)]


def test_a_first_win_of_a_nation_is_nobodys_place_and_no_duel() -> None:
    text = "Anna Hall was fourth. It was the first American win over the distance since Maria Bell triumphed in Rio."
    assert told(text, "place", "athlete") == [("Anna Hall",), ("Maria Bell",)]
    assert told(text, "head_to_head", "athlete") == []


def test_an_age_before_a_relative_clause_joins_nobody() -> None:
    text = '"I had more," says Anna Hall, 24, who has won five of her seven competitions this summer.'
    assert told(text, "count", "athlete", "count") == [("Anna Hall", "five")]


def test_a_former_star_is_who_was_spoken_of() -> None:
    text = "Anna Hall has several titles. The former University of Oregon star got here by winning the trials."
    assert ("Anna Hall", 1) in told(text, "place", "athlete", "place")


def test_a_count_of_today_may_stand_beside_an_earlier_year() -> None:
    text = "Anna Hall won in Boston. It was her fourth Boston win, and in 2019 and a year ago she had come second."
    assert told(text, "count", "count") == [("fourth",)]


def test_a_year_of_another_holding_leaves_the_event() -> None:
    text = "Maria Bell won the 1500m in Budapest. Anna Hall ran 3:58.10 over the mile in Oslo, slower than in 1981."
    assert told(text, "mark", "scope.event") == [("mile",)]
