"""Records as of a day and whose they are; which results are of one race; medal tables."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from harness.records.model import Setting
from harness.truth import medals, nation_ranks, races, records
from harness.truth.index import Truth
from harness.truth.pack import Athlete, Competition, Edition, Event, Nation, Pack, PackResult, Period, Race, Record
from harness.values import Range, exactly, partial_date

X = ("x",)


def day(printed):
    return date.fromisoformat(printed).toordinal()


def row(level, of, athlete, mark, start, until=None, **more):
    days = {"date": start, "until": until}
    return Record(level=level, of=of, event="mile", sex="men", athlete=athlete, mark=mark, sources=X, **days, **more)


def person(id_, nation):
    return Athlete(id=id_, name=id_.title(), sex="men", sources=X, nations=(Period(value=nation),))


def final(edition, *athletes, round_="final"):
    results = tuple(PackResult(athlete=athlete, place=place) for place, athlete in enumerate(athletes, 1))
    return Race(event="mile", sex="men", date=f"{edition[-4:]}-07-02", results=results, edition=edition, round=round_)


@pytest.fixture(scope="module")
def truth():
    return Truth(
        Pack(
            nations=(
                Nation(id="GBR", name="Great Britain", area="Europe"),
                Nation(id="NOR", name="Norway", area="Europe"),
                Nation(id="KEN", name="Kenya", area="Africa"),
            ),
            events=(Event(id="mile", name="mile", measure="time", better="lower", plausible=("3:40", "5:30")),),
            athletes=(person("bob", "GBR"), person("nils", "NOR"), person("kip", "KEN"), person("tom", "GBR")),
            competitions=(Competition(id="cup", name="Cup", level="world", medals=True),),
            editions=tuple(
                Edition(id=f"cup-{year}", competition="cup", name=f"Cup {year}", start=f"{year}-07-01",
                        end=f"{year}-07-03", sources=X)
                for year in (2020, 2022)
            ),
            races=(final("cup-2020", "bob", "kip", "tom"), final("cup-2022", "kip", "bob", "nils"),
                   final("cup-2022", "tom", "kip", round_="heat 1")),
            records=(
                row("world", None, "tom", "3:48.8h", "1981", "1985-07-27"),
                row("world", None, "bob", "3:46.32", "1985-07-27", "1999-07-07"),
                row("world", None, "kip", "3:43.13", "1999-07-07"),
                row("world", None, "nils", "3:50.00", "1990-01-01", indoor=True),
                row("national", "GBR", "tom", "3:45.00", "2020-01-01", "2021"),
                row("championship", "cup", "nils", "3:49.00", "2020-07-02"),
            ),
        )
    )  # fmt: skip


@pytest.mark.parametrize(
    "level, setting, on, holder",
    [
        pytest.param("world", {}, "1985-07-26", "tom", id="the day before it was broken"),
        pytest.param("world", {}, "1985-07-27", "bob", id="the day it was broken"),
        # A date of a year only may be its last day.
        pytest.param("world", {}, "1981-06-01", None, id="in the year of the first"),
        pytest.param("world", {}, "1981-12-31", "tom", id="at the end of that year"),
        pytest.param("world", {"indoor": True}, "2000-01-01", "nils", id="indoors"),
        pytest.param("national", {"nation": "GBR"}, "2020-12-31", "tom", id="national"),
        pytest.param("national", {"nation": "GBR"}, "2021-06-01", None, id="perhaps broken already"),
        pytest.param("national", {"nation": "KEN"}, "2000-01-01", "kip", id="world, so national"),
        pytest.param("area", {"area": "Africa"}, "2000-01-01", "kip", id="world, so area"),
        pytest.param("area", {"area": "Europe"}, "2000-01-01", None, id="held on another continent"),
        pytest.param("area", {"area": "Europe"}, "1990-01-01", "bob", id="then a European's"),
        pytest.param("championship", {"competition": "cup"}, "2021-01-01", "nils", id="championship"),
        pytest.param(
            "meeting", {"competition": "cup"}, "2021-01-01", "nils", id="meeting record is another word for it"
        ),
        pytest.param("championship", {}, "2021-01-01", None, id="of no competition"),
        pytest.param("olympic", {}, "2021-01-01", None, id="no Olympic row"),
    ],
)
def test_standing(truth, level, setting, on, holder):
    found = records.standing_or_wider(truth, level, Setting(event="mile", sex="men", **setting), day(on))
    assert (found and found.row.athlete) == holder


def test_a_record_that_cannot_be_read_is_refused(truth):
    """lint tells it at its place; nobody looks a record up as if it were not there."""
    unread = Truth(msgspec.structs.replace(truth.pack, records=(row("world", None, "kip", "quick", "1999-07-07"),)))
    with pytest.raises(ValueError, match="'quick' is not a time"):
        records.standing(unread, "world", Setting(event="mile", sex="men", indoor=False), day("2001-01-01"))


@pytest.mark.parametrize("mark, why", [("fast", "'fast' is not a time"), ("sub-3:50", "not an exact time: sub-3:50")])
def test_a_result_that_cannot_be_read_is_refused(truth, mark, why):
    race = Race(event="mile", sex="men", date="2023", city="Oslo", results=(PackResult(athlete="kip", mark=mark),))
    with pytest.raises(ValueError, match=why):
        _ = Truth(msgspec.structs.replace(truth.pack, races=(race,))).results


@pytest.mark.parametrize(
    "metres, printed, electronic",
    [
        pytest.param(100, "10.0h", Range(10_000, 10_240), id="by hand over a sprint"),
        pytest.param(400, "44.5h", Range(44_500, 44_640), id="by hand over one lap"),
        pytest.param(800, "1:44.0h", exactly(104_000), id="by hand over more"),
        pytest.param(100, "10.00", exactly(10_000), id="electronic"),
    ],
)
def test_what_a_time_by_hand_may_be_beside_electronic_ones(truth, metres, printed, electronic):
    event = Event(id="sprint", name="sprint", measure="time", better="lower", plausible=("9", "200"), metres=metres)
    race = Race(event="sprint", sex="men", date="1975", city="Rome", results=(PackResult(athlete="kip", mark=printed),))
    [result] = Truth(msgspec.structs.replace(truth.pack, events=(event,), races=(race,), records=())).results
    assert result.electronic == electronic


def test_hand_times_are_read(truth):
    found = records.standing(truth, "world", Setting(event="mile", sex="men"), day("1984-01-01"))
    assert found.mark == exactly(228_800)


def test_before(truth):
    setting = Setting(event="mile", sex="men")
    current = records.standing(truth, "world", setting, day("2000-01-01"))
    earlier = records.before(truth, "world", setting, current)
    assert earlier.row.athlete == "bob"
    assert records.before(truth, "world", setting, records.before(truth, "world", setting, earlier)) is None


@pytest.mark.parametrize("athlete, mark", [("kip", 223_130), ("bob", None)])
def test_held_by(truth, athlete, mark):
    found = records.held_by(truth, athlete, Setting(event="mile", sex="men"), day("2000-01-01"))
    assert (found and found.mark.low) == mark


@pytest.mark.parametrize(
    "level, kept", [("world", ()), ("national", ("nation",)), ("area", ("area",)), ("meeting", ("competition",))]
)
def test_whose(level, kept):
    scope = Setting(
        event="mile", sex="men", nation="GBR", area="Europe", competition="cup", edition="cup-2020", round="final"
    )
    found = records.whose(scope, level, day("2020-07-02"))
    assert {name for name in ("nation", "area", "competition", "edition", "round") if getattr(found, name)} == set(kept)


def test_a_season_is_the_year_of_the_day():
    found = records.whose(Setting(event="mile"), "season", day("2020-07-02"))
    year = partial_date("2020")
    assert (found.start, found.end) == (year.low, year.high)
    told = records.whose(Setting(event="mile", start=1, end=9), "world lead", day("2020-07-02"))
    assert (told.start, told.end) == (1, 9)


def test_one_race_is_its_own_round(truth):
    heat, *_ = [one for one in truth.results if one.round == "heat 1"]
    assert {one.athlete for one in races.field(truth, heat, day("2023-01-01"))} == {"tom", "kip"}
    assert races.field(truth, heat, day("2021-01-01")) == []
    assert len({races.race_of(one) for one in truth.results}) == 3


@pytest.mark.parametrize(
    "setting, one",
    [({"edition": "cup-2020"}, True), ({"start": 5, "end": 5}, True), ({"start": 5, "end": 6}, False), ({}, False)],
)
def test_one_race(setting, one):
    assert races.one_race(Setting(**setting)) == one


@pytest.mark.parametrize(
    "by, on, table",
    [
        pytest.param("golds", "2021-01-01", {"GBR": 1, "KEN": 2}, id="after the first"),
        # A gold and a silver each: the bronze of 2020 tells.
        pytest.param("golds", "2023-01-01", {"GBR": 1, "KEN": 2, "NOR": 3}, id="level but for a bronze"),
        pytest.param("medals", "2023-01-01", {"GBR": 1, "KEN": 2, "NOR": 3}, id="by all medals"),
    ],
)
def test_medal_table(truth, by, on, table):
    assert medals.table(truth, Setting(event="mile", sex="men", competition="cup"), day(on), by) == table


def test_a_medal_of_no_known_nation_is_in_no_row(truth):
    people = tuple(msgspec.structs.replace(one, nations=()) if one.id == "bob" else one for one in truth.pack.athletes)
    without = Truth(msgspec.structs.replace(truth.pack, athletes=people))
    setting = Setting(event="mile", sex="men", competition="cup")
    assert medals.table(without, setting, day("2021-01-01"), "golds") == {"KEN": 1, "GBR": 2}


def test_equals_share_a_rank_in_the_table(truth):
    setting = Setting(event="mile", sex="men", competition="cup", edition="cup-2022")
    assert medals.table(truth, setting, day("2023-01-01"), "medals") == {"KEN": 1, "GBR": 1, "NOR": 1}
    assert nation_ranks.shares_rank(truth, "KEN", setting, "medals", day("2023-01-01"))
    assert not nation_ranks.shares_rank(truth, "KEN", setting, "golds", day("2023-01-01"))
