"""Nations, events, places and competitions: what a mention names in a ground truth."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from running_pack import NAMES, PUBLISHED, day

from harness.names import Context, NamedMeeting
from harness.records.model import Unknown
from harness.values import exactly


@pytest.mark.parametrize(
    "mention, nation",
    [
        ("Britain", "GBR"),
        ("GB", "GBR"),
        ("GBR", "GBR"),
        ("Team GB", "GBR"),
        ("Great Britain's", "GBR"),
        ("the Scot", "GBR"),
        ("Britons", "GBR"),
        ("the Kenyan", "KEN"),
        ("Kenyans", "KEN"),
        ("KENYA", "KEN"),
        ("the United States", "USA"),
        ("US", "USA"),
    ],
)
def test_nations(mention: str, nation: str) -> None:
    assert NAMES.nation(mention) == nation


@pytest.mark.parametrize("mention", ["Slovenia", "Norwey", "Kenia", "Brit", "", "the"])
def test_a_nation_is_never_guessed(mention: str) -> None:
    """The ground truth has Slovakia, and two letters are off: that is another country."""
    found = NAMES.nation(mention)
    assert isinstance(found, Unknown)
    assert found.missing == f"nation: {mention}"


@pytest.mark.parametrize(
    "mention, event",
    [
        ("1,500 metres", "1500m"),
        ("metric mile", "1500m"),
        ("men's 1500m", "1500m"),
        ("mile", "mile"),
        ("one mile", "mile"),
        ("two-mile", "2-miles"),
        ("5k", "5000m"),
        ("5,000m", "5000m"),
        ("long jump", "long-jump"),
        ("Long-Jump", "long-jump"),
    ],
)
def test_events(mention: str, event: str) -> None:
    assert NAMES.event(mention) == event


@pytest.mark.parametrize("mention", ["3000m", "miles and miles", "1500m steeplechase", ""])
def test_events_that_are_not_there(mention: str) -> None:
    assert NAMES.event(mention) == Unknown(f"the ground truth has no event called {mention!r}", f"event: {mention}")


@pytest.mark.parametrize(
    "mention, places",
    [
        ("Eugene", ("Eugene, OR",)),
        ("Eugene, Oregon", ("Eugene, OR",)),
        ("Stade de France", ("Stade de France",)),
        ("the Stade", ("Stade de France",)),
        ("Saint-Denis", ("Saint-Denis (Paris)",)),
        ("Norway", ("NOR",)),
        ("Tokyo", ("Tokyo",)),
        ("Stade de France, Saint-Denis", ("Stade de France",)),
        ("Stade de France, France", ("Stade de France",)),
        ("Hayward Field, Track Town", ("Hayward Field",)),  # a place that is not known says nothing
    ],
)
def test_places(mention: str, places: tuple[str, ...]) -> None:
    assert NAMES.places(mention) == places


@pytest.mark.parametrize("mention", ["Hayward Field, Tokyo", "Stade de France, Eugene", "Tokyo, Norway"])
def test_a_place_somewhere_else_is_another_place(mention: str) -> None:
    assert isinstance(NAMES.places(mention), Unknown)


def test_a_place_that_is_not_there() -> None:
    assert NAMES.places("Atlantis") == Unknown("the ground truth has no place called 'Atlantis'", "venue: Atlantis")


def occasion(mention: str, **context: Any) -> NamedMeeting | Unknown:
    return NAMES.meetings.find(mention, Context(PUBLISHED, **context))


@pytest.mark.parametrize(
    "mention, context, edition",
    [
        ("Paris Olympics", {}, "olympics-2024"),  # not 1924: that is a hundred years from the article
        ("Paris Olympics", {"year": 1924}, "olympics-1924"),
        ("1924 Paris Olympics", {}, "olympics-1924"),
        ("Paris 2024", {}, "olympics-2024"),
        ("Paris 2024 Olympic Games", {}, "olympics-2024"),
        ("the 2024 Olympics", {}, "olympics-2024"),
        ("Olympic Games", {"year": 2024}, "olympics-2024"),
        ("Olympic Games", {"year": 2020}, "olympics-2021"),  # called 2020, held in 2021
        ("Olympic Games", {"year": 2021}, "olympics-2021"),
        ("Tokyo 2020", {"year": 2021}, "olympics-2021"),
        ("Tokyo Olympics", {}, "olympics-2021"),
        ("Tokyo", {"event": "1500m"}, "olympics-2021"),  # the other meeting there had no 1500 m
        ("Tokyo", {"year": 2024}, "golden-grand-prix-2024"),
        ("Paris", {"year": 1924}, "olympics-1924"),
        ("Los Angeles Olympics", {}, "olympics-1984"),
        ("Budapest worlds", {}, "worlds-2023"),
        ("the Budapest World Championships", {}, "worlds-2023"),
        ("2023 World Championship", {}, "worlds-2023"),
        ("World Athletics Championships in Budapest", {}, "worlds-2023"),
        ("Budapest", {}, "worlds-2023"),
        ("world champs", {"year": 2022}, "worlds-2022"),
        ("World Indoor Championships Glasgow", {}, "indoor-worlds-2024"),
        ("Glasgow", {}, "indoor-worlds-2024"),
        ("Prefontaine Classic 2024", {}, "prefontaine-2024"),
        ("2024 Diamond League Prefontaine Classic", {}, "prefontaine-2024"),
        ("2024 Bowerman Mile", {}, "prefontaine-2024"),
        ("Eugene Diamond League meeting", {"year": 2023}, "prefontaine-2023"),
        ("Prefontaine Classic", {"on": exactly(day(2024, 5, 25))}, "prefontaine-2024"),
        ("Eugene", {"on": exactly(day(2022, 7, 19))}, "worlds-2022"),
        ("Eugene", {"year": 2024}, "prefontaine-2024"),
        ("Eugene", {"event": "1500m"}, "worlds-2022"),
        ("Hayward Field", {}, "prefontaine-2024"),
        ("Oslo Diamond League", {}, "bislett-2024"),
    ],
)
def test_holdings(mention: str, context: dict[str, Any], edition: str) -> None:
    found = occasion(mention, **context)
    assert isinstance(found, NamedMeeting), found
    assert found == NamedMeeting(NAMES.truth.editions[edition].competition, edition)


@pytest.mark.parametrize(
    "mention, context, expected",
    [
        ("Olympic Games", {}, NamedMeeting("olympics")),
        ("the Olympics", {}, NamedMeeting("olympics")),
        ("Olympic", {}, NamedMeeting("olympics")),
        ("World Championships", {}, NamedMeeting("worlds")),
        ("World Indoor Championships", {}, NamedMeeting("indoor-worlds")),
        ("Bowerman Mile", {}, NamedMeeting("prefontaine")),
        ("Bislett", {}, NamedMeeting("bislett")),
        ("Eugene Diamond League", {}, NamedMeeting("prefontaine")),  # all its holdings are there
        ("Diamond League", {}, NamedMeeting(level="Diamond League")),
        ("major championships", {}, NamedMeeting(level="major championship")),
        ("Olympic Games", {"year": 2016}, NamedMeeting("olympics", year=2016)),  # no such holding in the ground truth
        ("2016 Olympics", {}, NamedMeeting("olympics", year=2016)),
        ("European Championships", {"year": 2018}, NamedMeeting("europeans", year=2018)),
        ("Eugene Diamond League", {"year": 2019}, NamedMeeting("prefontaine", year=2019)),
    ],
)
def test_series(mention: str, context: dict[str, Any], expected: NamedMeeting) -> None:
    assert occasion(mention, **context) == expected


@pytest.mark.parametrize(
    "mention, context, why",
    [
        ("Tokyo", {}, "ambiguous between Golden Grand Prix 2024 and Olympic Games Tokyo 2020"),
        ("Eugene", {"event": "mile"}, "ambiguous between Prefontaine Classic 2023 and Prefontaine Classic 2024"),
        ("Los Angeles", {}, "no competition of these years"),  # forty years before the article
        ("Commonwealth Games", {}, "has no competition called"),
        ("European U20 Championships", {}, "has no competition called"),  # U20 is another competition
        ("Olympic trials", {}, "has no competition called"),
        ("London Olympics", {}, "has no competition called"),
        ("Budapest", {"year": 2022}, "at that time"),
        ("Norway", {}, "has no competition called"),  # a country alone names no meeting
        ("the meeting", {}, "has no competition called"),
    ],
)
def test_competitions_that_stay_open(mention: str, context: dict[str, Any], why: str) -> None:
    found = occasion(mention, **context)
    assert isinstance(found, Unknown), found
    assert why in found.why
    assert mention in found.missing


def test_a_holding_still_to_come_is_not_meant() -> None:
    """In 1974 the Paris Olympics can only be those of 1924."""
    found = NAMES.meetings.find("Paris Olympics", Context(day(1974, 1, 1)))
    assert isinstance(found, NamedMeeting)
    assert NAMES.truth.name(found.edition or "") == "Olympic Games Paris 1924"


def test_a_city_that_held_two_of_many_is_not_the_whole_series() -> None:
    """Half a century after either, the Paris Olympics are two holdings, not all Olympic Games."""
    found = NAMES.meetings.find("Paris Olympics", Context(day(2074, 1, 1)))
    assert isinstance(found, Unknown)
    assert found.why == "'Paris Olympics' is ambiguous between Olympic Games Paris 1924 and Olympic Games Paris 2024"


@pytest.mark.parametrize("timetable", [False, True])
@pytest.mark.parametrize("year", [None, 2022, 2024])
def test_in_one_period_a_mention_names_the_same(year: int | None, timetable: bool) -> None:
    """Around every day that can make a difference to a holding, and on days between."""
    editions = NAMES.truth.editions.values()
    names = {name for row in (*editions, *NAMES.truth.competitions.values()) for name in (row.name, *row.aliases)}
    places = {place for row in editions for place in (row.city, row.venue) if place}
    told = [date.fromisoformat(row.start).toordinal() for row in editions if len(row.start) == 10]
    told += [date.fromisoformat(row.announced).toordinal() for row in editions if row.announced is not None]
    far = (0, -365, -366, -5 * 366, 5 * 366)
    days = {begins + turn + off for begins in told for turn in far for off in (-1, 0, 1, 2)}
    days |= set(range(day(2010, 1, 1), day(2032, 1, 1), 50))
    periods = 0
    for mention in sorted(names | places | {"the Olympics", "world championships", "no such meeting"}):
        named: dict[int, NamedMeeting | Unknown] = {}
        for published in sorted(days):
            found = NAMES.meetings.find(mention, Context(published, year, timetable=timetable))
            assert named.setdefault(NAMES.meetings.period(mention, published), found) == found, (mention, published)
        periods += len(named)
    assert periods > len(names | places)
