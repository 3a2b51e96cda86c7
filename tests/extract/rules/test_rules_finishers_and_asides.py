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
        # a list of finishers that has ended: what follows is the winner's again
        ("Anna Hall won in 3:58.10 from Maria Bell in 3:59.05 with Jane Dale on 4:00.10, and in May a mile in 4:17.30.",
         [("Anna Hall", "3:58.10"), ("Maria Bell", "3:59.05"), ("Jane Dale", "4:00.10"), ("Anna Hall", "4:17.30")]),
        ("Anna Hall won, with Jane Dale fifth in 4:00.10, a record that Norway will like.",
         [("Jane Dale", "4:00.10")]),
        ("Anna Hall won heat two in 4:05.10, with Jane Dale, her rival, winning heat one in 4:04.20.",
         [("Anna Hall", "4:05.10"), ("Jane Dale", "4:04.20")]),
        ("Maria Bell (3:59.51) took fourth; fifth, in 4:00.30, was Jane Dale.",
         [("Maria Bell", "3:59.51"), ("Jane Dale", "4:00.30")]),
        ("Anna Hall was third. The race in Lima was won in 3:58.10.", []),
        ("Three weeks after finishing outside the medals in Lima, fourth in 4:01.10, Anna Hall ran 3:58.10.",
         [("Anna Hall", "3:58.10")]),
        ("Anna Hall won in 3:58.10 with Maria Bell, Jane Dale and Eva Roe all in 3:59.05.",
         [("Anna Hall", "3:58.10"), ("Maria Bell", "3:59.05"), ("Jane Dale", "3:59.05"), ("Eva Roe", "3:59.05")]),
        ("Anna Hall won heat one in 3:58.10, and heat three went to Maria Bell in 3:59.05.",
         [("Anna Hall", "3:58.10"), ("Maria Bell", "3:59.05")]),
        ("Jane Dale was second. For Anna Hall it was a third title, after Lima, where she ran 3:58.10.",
         [("Anna Hall", "3:58.10")]),
        ("Anna Hall won in Lima by a second, 3:58.10 to the 3:59.05 of Jane Dale.",
         [("Anna Hall", "3:58.10"), ("Jane Dale", "3:59.05")]),
        ("Anna Hall won in 3:58.10, Maria Bell third in 3:59.05, with Hall's sister Eva fourth in 4:00.10.",
         [("Anna Hall", "3:58.10"), ("Maria Bell", "3:59.05")]),
        ("Anna Hall won from Eva Roe, Maria Bell of Norway taking the third spot in 4:00.10.",
         [("Maria Bell", "4:00.10")]),
        ("Anna Hall of Norway was in the race. Maria Bell won in 3:58.10, the Norwegian second in 3:59.05.",
         [("Maria Bell", "3:58.10"), ("Anna Hall", "3:59.05")]),
        # a title that got away: whose the figures are is not told
        ("Anna Hall was glad. The world title got away, to Maria Bell, 3:59.05 to 3:59.40.", []),
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
        ("She won her trials in 3:59.05.", None),
        ("In August she ran 3:59.05.", "World Championships in Budapest"),  # the month in which it was held
    ],
)
def test_a_mark_of_another_month_is_not_of_what_is_reported(text: str, expected: str | None) -> None:
    assert _competitions(REPORT + text, "mark", date(2023, 8, 24)) == [expected]


def test_a_mark_behind_a_rival_may_be_either_ones() -> None:
    (mark,) = claims("Anna Hall won from Maria Bell in 3:58.10.", "mark")
    assert "athlete" in mark["inferred"]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("She ran 13:09.24 in the spring.", None),  # no 1500m, and of which race is not told
        ("She ran 3:59.05 in the spring.", "1500m"),
    ],
)
def test_an_event_is_carried_to_marks_that_a_race_of_it_can_have(text: str, event: str | None) -> None:
    assert told(REPORT + text, "mark", "scope.event") == [(event,)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Hall was third, beaten by half a second.", []),  # behind the winner, or the second?
        ("Maria Bell won. Anna Hall was second, beaten by half a second.", [("Maria Bell", "Anna Hall")]),
        ("Maria Bell won, and Anna Hall was second, by 0.14.", [("Maria Bell", "Anna Hall")]),
        ("Anna Hall won. The record was Jane Dale's 3:58.81, and she buried it by 1.02 seconds.", []),
        ("Anna Hall won the 1500m, and her time was her season's best, by 0.42.", []),
        ("Anna Hall finished it 48 points ahead of Maria Bell.", [("Anna Hall", "Maria Bell")]),
        ("Anna Hall was second. She had broken Jane Dale's 3:58.81, set in 2013, by a second.", []),
        ("Anna Hall won the mile. On Friday it was the 1500m, half a second ahead of Maria Bell.",
         [("Anna Hall", "Maria Bell")]),
        ("Anna Hall won it by 0.42.", [("Anna Hall", None)]),
    ],
)  # fmt: skip
def test_who_was_ahead_by_how_much(text: str, expected: list[tuple[str | None, str | None]]) -> None:
    assert told(text, "margin", "ahead", "behind") == expected


@pytest.mark.parametrize(
    "text",
    [
        "Anna Hall seemed to have the race won until the last metre.",
        "Anna Hall was there. The race in Lima was won in 3:58.10.",
        "Anna Hall wins as world champion is beaten.",
    ],
)
def test_what_is_no_win_or_title_of_hers(text: str) -> None:
    assert [c for c in claims(text, "place", "title") if c["quote"] not in ("wins", "Hall wins")] == []


def test_a_month_is_no_birthplace() -> None:
    assert told("Anna Hall, born in September of the year 2000, won.", "bio", "birthplace") == []


def test_a_record_belongs_to_nobody_from_whom_something_else_is_told() -> None:
    text = "Anna Hall won. It gave her a record, the European record, by the width of a vest from Maria Bell's run."
    assert "Maria Bell" not in [athlete for (athlete,) in told(text, "record", "athlete")]


@pytest.mark.parametrize(
    ("text", "competition"),
    [
        ("She was faster than in Oslo two weeks ago, when Maria Bell was second.", "Oslo"),
        ("It was her third title after Lausanne, where she was second.", "Lausanne"),
        ("She was faster than in Oslo two weeks ago, when Maria Bell was second in Lausanne.", "Lausanne"),
    ],
)
def test_a_relative_clause_is_of_the_competition_right_before_it(text: str, competition: str) -> None:
    assert _competitions(REPORT + text, "place", date(2023, 8, 24))[-1] == competition


@pytest.mark.parametrize(
    ("text", "competition"),
    [
        ("So, in 1980, did nobody: Maria Bell was second.", None),
        ("Maria Bell, sixth in 2019, was second.", "World Championships in Budapest"),
    ],
)
def test_a_year_that_opens_a_clause_is_of_what_follows_it(text: str, competition: str | None) -> None:
    assert _competitions(REPORT + text, "place", date(2023, 8, 24))[-1] == competition


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At 1000m Anna Hall was timed in 2:40.10, Maria Bell in 2:40.50 and Jane Dale in 2:41.00.",
         [("Anna Hall", "1000m"), ("Maria Bell", "1000m"), ("Jane Dale", "1000m")]),
        ("At 1000m Anna Hall was timed in 2:40.10, and she won in 3:58.10.",
         [("Anna Hall", "1000m"), ("Anna Hall", None)]),
    ],
)  # fmt: skip
def test_a_split_holds_for_those_who_are_told_in_its_clause(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert told(REPORT + text, "mark", "athlete", "at") == expected


def test_one_place_behind_the_last_of_a_list_is_told_of_him() -> None:
    text = "Anna Hall won, with Jane Dale fourth in 4:00.10, one place ahead of Maria Bell."
    assert told(text, "place", "athlete", "after") == [
        ("Anna Hall", None),
        ("Jane Dale", None),
        ("Maria Bell", "Jane Dale"),
    ]


def test_a_record_that_had_stood_stands_no_more() -> None:
    assert (
        told("Anna Hall won. Jane Dale's European record of 3:59.05 had been there for years.", "record", "when") == []
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # two marks of one athlete are of two races, and which is of which is not told
        ("Maria Bell, who was third in Lausanne and first in Oslo, in 3:59.05 and 3:58.38, was there.", [None, None]),
        ("Maria Bell nearly matched the 3:59.05 she ran in Oslo last month.", ["Oslo"]),
    ],
)
def test_a_mark_is_of_the_race_in_which_it_was_run(text: str, expected: list[str | None]) -> None:
    assert _competitions(REPORT + text, "mark", date(2023, 8, 24)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Maria Bell was second in Ashford in 3:59.05.", [None]),  # where nothing is known to have been held
        ("Maria Bell was second in 3:59.05 in Ashford.", [None]),
        ("Maria Bell won a year ago as a teenager in 3:59.05, Jane Dale taking silver in 3:59.50.", [None, None]),
        # "there" or here? so left open
        (
            "Maria Bell beat Jane Dale in Oslo a year ago in 3:59.05, Eva Roe of Kenya second in 3:59.65.",
            ["Oslo", None],
        ),
    ],
)
def test_a_mark_of_elsewhere_is_not_of_what_is_reported(text: str, expected: list[str | None]) -> None:
    assert _competitions(REPORT + text, "mark", date(2023, 8, 24)) == expected


def test_a_record_is_of_the_one_whose_mark_is_put_beside_it() -> None:
    text = "Anna Hall won. The world record, Jane Dale's 3:56.00, is old."
    assert told(text, "record", "athlete", "when") == [("Jane Dale", "stands")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Hall was third, the first medallist for Kenya since 1988.", [("Anna Hall", "Kenya")]),
        ("Anna Hall was Kenya's first medallist since 1988.", [("Anna Hall", "Kenya")]),
        ("Anna Hall is the first Kenyan to win an Olympic 1500m medal since 1988.", [("Anna Hall", "Kenyan")]),
        ("It was the first medal for Kenya since 1988.", [(None, "Kenya")]),
        ("Anna Hall is the first Olympic medallist since 1988.", [("Anna Hall", None)]),
        # among whom is not known: of a part of a country, of one that is not named
        ("Anna Hall was the first Scottish medallist since 1988.", []),
        ("Anna Hall won a first medal for her country since 1988.", []),
    ],
)
def test_whose_first_medal_it_is(text: str, expected: list[tuple[str | None, str | None]]) -> None:
    assert told(text, "since", "athlete", "scope.nation") == expected


def test_a_nation_that_did_something_is_nobody() -> None:
    assert told("Anna Hall was there. Not since 1988 had Kenya won a medal.", "medal", "athlete") == []
    assert told("Anna Hall of Kenya won a medal.", "medal", "athlete") == [("Anna Hall",)]


def test_whose_mark_is_told_at_the_end_is_not_whom_the_next_paragraph_is_about() -> None:
    text = "Anna Hall was third. The 5000m had been closer: it came down to Maria Bell's 13:21.38.\n\nShe is 20."
    assert told(text, "bio", "athlete", "age") == [("Anna Hall", 20)]


def test_a_rank_of_the_year_is_no_rank_of_all_time() -> None:
    text = "Anna Hall won in 3:58.10, the quickest time in the world this year."
    assert told(text, "rank", "rank", "scope.season") == [(1, 2024)]


def test_a_city_with_two_holdings_is_of_neither_and_nothing_is_carried_over_to_it() -> None:
    text = "BEIJING - Anna Hall won the 1500m.\n\nMaria Bell, third in Munich, was second."
    assert _competitions(text, "place", date(2008, 8, 20)) == ["Beijing", None, "Beijing"]


def test_a_report_without_a_meeting_of_its_own_does_not_take_one_of_long_before() -> None:
    text = (
        "Anna Hall won the 1500m in 3:58.10.\n\nShe had won in Oslo in June.\n\n"
        "At the World Championships in Budapest she was third."
    )
    assert _competitions(text, "mark", date(2023, 12, 30)) == [None]


def test_a_city_is_known_without_its_accents() -> None:
    assert _competitions("ZURICH - Anna Hall won the 1500m.", "place", date(2023, 9, 1)) == ["Zurich"]


def test_a_best_of_ones_own_is_no_record_of_the_world() -> None:
    assert told("Anna Hall's mile best is 4:17.30.", "record", "level", "when") == [("personal", "stands")]


def test_a_best_of_the_season_that_is_told_with_its_mark_was_set_before() -> None:
    assert told("Anna Hall's season's best is 3:58.10.", "record", "when") == [("stands",)]


def test_a_count_of_titles_is_of_those_that_its_verb_names() -> None:
    (count,) = claims("Anna Hall won the European 1500m title for the third time.", "count")
    assert count["scope"] == {"event": "1500m", "competition": "European"}


def test_an_own_record_that_was_beaten_stands_no_more() -> None:
    assert told("Anna Hall took a second off her own European record of 3:58.10.", "record", "mark") == []
    assert told("Anna Hall ran close to her own European record of 3:58.10.", "record", "mark") == [("3:58.10",)]
