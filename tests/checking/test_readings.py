"""Claims with several readings: supported only if all hold, refuted only if all fail, else open with each reading."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from judging import claim_file, judge

from harness.checking.readings import MOST_READINGS, supervaluate
from harness.checking.run import Checker
from harness.truth.index import Truth
from harness.truth.pack import Pack

PUBLISHED = "2021-09-01"


def runner(id_, name, **more):
    return {"id": id_, "name": name, "sex": "men", "nations": [{"value": "GBR"}], "sources": ["book"], **more}


def holding(id_, name, start, city):
    return {
        "id": id_, "competition": id_.rpartition("-")[0], "name": name, "start": start, "end": start, "city": city,
        "nation": "GBR", "sources": ["book"],
    }  # fmt: skip


def final(edition, date, *order):
    results = [
        {"athlete": athlete, "mark": f"1:4{place}.00", "place": place} for place, athlete in enumerate(order, start=1)
    ]
    return {
        "edition": edition, "event": "800m", "sex": "men", "round": "final", "date": date, "results": results,
        "finishers_complete": True, "sources": ["book"],
    }  # fmt: skip


WORLD = {
    "sources": [{"id": "book", "title": "Book", "family": "book"}],
    "nations": [{"id": "GBR", "name": "Great Britain", "area": "Europe", "demonyms": ["British"]}],
    "events": [
        {"id": "800m", "name": "800 m", "measure": "time", "better": "lower", "plausible": ["1:38.00", "2:30.00"],
         "metres": 800},
    ],
    "athletes": [
        runner("adam-vane", "Adam Vane"), runner("carl-vane", "Carl Vane"), runner("dirk-rusk", "Dirk Rusk"),
        runner("evan-rusk", "Evan Rusk"), runner("finn-oake", "Finn Oake"),
    ],
    "competitions": [
        {"id": "cup", "name": "Severn Cup", "level": "meeting"},
        {"id": "bowl", "name": "Severn Bowl", "level": "meeting"},
        {"id": "worlds", "name": "World Championships", "level": "world", "medals": True, "aliases": ["worlds"]},
    ],
    "editions": [
        holding("cup-2020", "Severn Cup 2020", "2020-06-01", "Thornby"),
        holding("bowl-2021", "Severn Bowl 2021", "2021-06-01", "Thornby"),
        holding("worlds-2019", "World Championships Pell 2019", "2019-08-01", "Pell"),
    ],
    "races": [
        final("cup-2020", "2020-06-01", "adam-vane", "carl-vane", "finn-oake", "dirk-rusk"),
        final("bowl-2021", "2021-06-01", "adam-vane", "finn-oake", "carl-vane", "evan-rusk"),
        final("worlds-2019", "2019-08-01", "finn-oake", "dirk-rusk", "evan-rusk"),
    ],
    "completeness": [
        {"id": "editions", "covers": "editions", "competition": "worlds", "start": "2019", "end": "2021",
         "text": "every holding", "sources": ["book"]},
    ],
}  # fmt: skip


@pytest.fixture(scope="module")
def truth():
    return Truth(msgspec.convert(WORLD, Pack))


def place(athlete, place, competition="Thornby", **scope):
    scope = {"event": "800m", "competition": competition, **scope}
    return {"kind": "place", "athlete": athlete, "place": place, "scope": scope}


@pytest.mark.parametrize(
    "claim, verdict",
    [
        pytest.param(place("Adam Vane", 1), "supported", id="won both of the meetings in Thornby"),
        pytest.param(place("Adam Vane", 4), "refuted", id="fourth in neither"),
        pytest.param(place("Finn Oake", 2), "not_enough_info", id="second in one, third in the other"),
        pytest.param(place("Finn Oake", 2, year=2021), "supported", id="the year tells which"),
        pytest.param(place("Rusk", 2, "Pell worlds"), "not_enough_info", id="one Rusk was second, one third"),
        pytest.param(place("Rusk", 1, "Pell worlds"), "refuted", id="neither Rusk won"),
        pytest.param(place("Rusk", "second or third", "Pell worlds"), "supported", id="whichever Rusk it was"),
        pytest.param(place("Vane", "in the top three"), "supported", id="either Vane in either meeting"),
        pytest.param(place("Vane", 4), "refuted", id="neither Vane in either meeting"),
    ],
)
def test_verdict(truth, claim, verdict):
    (finding,) = judge(truth, claim, published=PUBLISHED)
    assert finding.verdict == verdict


def test_one_reading_of_a_scope_is_not_the_next_claims(truth):
    findings = judge(truth, place("Finn Oake", 2), place("Finn Oake", 2), published=PUBLISHED)
    assert [finding.verdict for finding in findings] == ["not_enough_info"] * 2


def test_the_finding_tells_each_reading(truth):
    (finding,) = judge(truth, place("Finn Oake", 2), published=PUBLISHED)
    assert "several_readings" in finding.notes
    assert finding.names == ("true if 'Thornby' is Severn Bowl 2021", "false if 'Thornby' is Severn Cup 2020")


def test_a_correction_is_printed_only_where_it_is_right_in_every_reading(truth):
    wrong, right_in_both = judge(truth, place("Rusk", 1, "Pell worlds"), place("Adam Vane", 4), published=PUBLISHED)
    assert (wrong.verdict, wrong.suggestion) == ("refuted", "")
    assert (right_in_both.verdict, right_in_both.suggestion) == ("refuted", "1st")


@pytest.mark.parametrize(
    "claim, severity",
    [
        pytest.param(place("Adam Vane", 4), "high", id="wrong in either meeting"),
        pytest.param(place("Adam Vane", 1), None, id="right in both"),
        pytest.param(place("Finn Oake", 2), None, id="wrong in one alone"),
    ],
)
def test_only_what_is_wrong_in_every_reading_has_a_severity(truth, claim, severity):
    (finding,) = judge(truth, claim, published=PUBLISHED)
    assert finding.severity == severity


def test_two_readings_are_no_conflict_with_a_third_claim(truth):
    from harness.checking.gathering import conflicts_among

    findings = judge(truth, place("Finn Oake", 2), place("Finn Oake", 3, year=2020), published=PUBLISHED)
    assert conflicts_among(findings) == ()


def test_too_many_readings_stay_open(truth):
    crowd = [
        runner(f"vane-{number}", f"{chr(97 + number // 26)}{chr(97 + number % 26)} Vane")
        for number in range(MOST_READINGS)
    ]
    crowded = Truth(msgspec.convert({**WORLD, "athletes": [*WORLD["athletes"], *crowd]}, Pack))
    (finding,) = judge(crowded, {"kind": "bio", "athlete": "Vane", "nation": "British"}, published=PUBLISHED)
    assert finding.verdict == "not_enough_info"
    assert "ambiguous" in finding.message


@given(st.lists(st.sampled_from(["supported", "refuted", "not_enough_info"]), min_size=1))
def test_the_law_of_readings(verdicts):
    verdict = supervaluate(verdicts)
    assert (verdict == "supported") == (set(verdicts) == {"supported"})
    assert (verdict == "refuted") == (set(verdicts) == {"refuted"})


PELL_1951 = {
    **WORLD,
    "editions": [*WORLD["editions"], holding("worlds-1951", "World Championships Pell 1951", "1951-08-01", "Pell")],
    "athletes": [*WORLD["athletes"], runner("gert-hume", "Gert Hume")],
    "races": [
        final("worlds-1951", "1951-08-01", "gert-hume", "finn-oake"),
        final("worlds-2019", "2019-08-01", "adam-vane", "dirk-rusk"),
    ],
}


@pytest.mark.parametrize(
    ("athlete", "place", "competition", "more", "verdict"),
    [
        ("Adam Vane", 1, "the Pell worlds", {}, "supported"),  # of late, the words mean 2019
        ("Dirk Rusk", 1, "the Pell worlds", {}, "refuted"),
        ("Gert Hume", 1, "the Pell worlds", {}, "not_enough_info"),  # they may mean 1951, where it is so
        ("Gert Hume", 1, "Pell", {}, "not_enough_info"),
        ("Gert Hume", 2, "the Pell worlds", {}, "refuted"),
        ("Gert Hume", 1, "the Pell worlds", {"year": 2019}, "refuted"),
        ("Gert Hume", 1, "the 2019 worlds in Pell", {}, "refuted"),
        ("Gert Hume", 1, "the Pell worlds", {"on": "1 August 2019"}, "refuted"),
        ("Gert Hume", 1, "the Pell worlds", {"year": 1951}, "supported"),
    ],
)
def test_what_is_true_of_an_older_holding_in_the_same_city_is_not_refuted(
    athlete: str, place: int, competition: str, more: dict, verdict: str
) -> None:
    truth = Truth(msgspec.convert(PELL_1951, Pack))
    scope = {"event": "800m", "competition": competition, **more}
    claim = {"kind": "place", "athlete": athlete, "place": place, "scope": scope}
    (finding,) = judge(truth, claim, published=PUBLISHED)
    assert finding.verdict == verdict, finding.message
    if verdict == "not_enough_info":
        assert "Pell 1951" in finding.message


def test_an_older_holding_with_several_of_the_name_may_be_meant() -> None:
    """Only one Vane ran at Pell in 2019, and two did in 1951, when one of them won."""
    races = [final("worlds-1951", "1951-08-01", "carl-vane", "finn-oake", "adam-vane"),
             final("worlds-2019", "2019-08-01", "dirk-rusk", "adam-vane")]  # fmt: skip
    truth = Truth(msgspec.convert({**PELL_1951, "races": races}, Pack))
    (won, third, last) = judge(
        truth, *(place("Vane", number, "the Pell worlds") for number in (1, 3, 4)), published=PUBLISHED
    )
    assert (won.verdict, third.verdict, last.verdict) == ("not_enough_info", "not_enough_info", "refuted")
    assert won.message == (
        "false if 'the Pell worlds' is World Championships Pell 2019; "
        "true if 'the Pell worlds' is World Championships Pell 1951, 'Vane' is Carl Vane"
    )


def test_an_older_holding_may_be_meant_where_two_of_the_name_were_at_the_later_one() -> None:
    races = [final("worlds-1951", "1951-08-01", "carl-vane", "finn-oake"),
             final("worlds-2019", "2019-08-01", "dirk-rusk", "adam-vane", "carl-vane")]  # fmt: skip
    truth = Truth(msgspec.convert({**PELL_1951, "races": races}, Pack))
    won, last, of_one = judge(
        truth, place("Vane", 1, "the Pell worlds"), place("Vane", 4, "the Pell worlds"),
        place("Vane", 1, "the Pell worlds", year=2019), published=PUBLISHED,
    )  # fmt: skip
    assert (won.verdict, last.verdict, of_one.verdict) == ("not_enough_info", "refuted", "refuted")
    assert "true if 'the Pell worlds' is World Championships Pell 1951" in won.message


def test_no_older_holding_is_meant_where_two_of_late_were_in_the_place() -> None:
    """Thornby has had a Cup and a Bowl of late: which of the two is open, but not whether it was a Cup of 1951."""
    editions = [*WORLD["editions"], holding("cup-1951", "Severn Cup 1951", "1951-06-01", "Thornby")]
    races = [*WORLD["races"], final("cup-1951", "1951-06-01", "finn-oake", "carl-vane")]
    truth = Truth(msgspec.convert({**WORLD, "editions": editions, "races": races}, Pack))
    of_late, of_1951 = judge(truth, place("Finn Oake", 1), place("Finn Oake", 1, year=1951), published=PUBLISHED)
    assert (of_late.verdict, of_1951.verdict) == ("refuted", "supported"), of_late.message


TWO_OF_A_NAME = {
    **WORLD,
    "nations": [
        *WORLD["nations"],
        {"id": "COD", "name": "DR Congo", "area": "Africa", "aliases": ["Congo"]},
        {"id": "CGO", "name": "Republic of the Congo", "area": "Africa", "aliases": ["Congo"]},
    ],
    "events": [
        *WORLD["events"],
        {"id": "mile", "name": "Mile", "measure": "time", "better": "lower", "plausible": ["3:40.00", "6:00.00"],
         "metres": 1609, "aliases": ["the classic"]},
        {"id": "long-jump", "name": "Long jump", "measure": "distance", "better": "higher",
         "plausible": ["4.00", "9.50"], "aliases": ["the classic"]},
    ],
    "athletes": [*WORLD["athletes"], runner("gil-mbaye", "Gil Mbaye", nations=[{"value": "COD"}])],
}  # fmt: skip


def classic(mark, **more):
    return {"kind": "mark", "athlete": "Adam Vane", "mark": mark, "scope": {"event": "the classic"}, **more}


@pytest.mark.parametrize(
    ("claim", "verdict", "names"),
    [
        pytest.param({"kind": "bio", "athlete": "Gil Mbaye", "nation": "Congo"}, "not_enough_info",
                     ("false if 'Congo' is Republic of the Congo", "true if 'Congo' is DR Congo"), id="two nations"),
        pytest.param({"kind": "bio", "athlete": "Adam Vane", "nation": "Congo"}, "refuted",
                     ("false if 'Congo' is Republic of the Congo", "false if 'Congo' is DR Congo"), id="of neither"),
        # what one of the events cannot be measured in says nothing against the other
        pytest.param(classic("8.95m"), "not_enough_info",
                     ("unreadable if 'the classic' is Mile", "open if 'the classic' is Long jump"), id="a length"),
        pytest.param(classic("4:01.5"), "not_enough_info",
                     ("open if 'the classic' is Mile", "unreadable if 'the classic' is Long jump"), id="a time"),
        pytest.param(classic("quick"), "unreadable", (), id="no mark of either"),
    ],
)  # fmt: skip
def test_a_name_that_two_have(claim, verdict, names):
    truth = Truth(msgspec.convert(TWO_OF_A_NAME, Pack))
    (finding,) = judge(truth, claim, published=PUBLISHED)
    assert (finding.verdict, finding.names) == (verdict, names)


@pytest.mark.parametrize(("athlete", "stale"), [("Adam Vane", True), ("Vane", False)])
def test_what_was_true_of_all_readings_is_not_dated(athlete: str, stale: bool) -> None:
    """Both Vanes run for another nation since 2022: of one, the day is told; two have a history each."""
    nations = [{"value": "GBR", "end": "2022-01-01"}, {"value": "NOR", "start": "2022-01-01"}]
    moved = [{**one, "nations": nations} if one["name"].endswith("Vane") else one for one in WORLD["athletes"]]
    norway = {"id": "NOR", "name": "Norway", "area": "Europe", "demonyms": ["Norwegian"]}
    truth = Truth(msgspec.convert({**WORLD, "nations": [*WORLD["nations"], norway], "athletes": moved}, Pack))
    file = claim_file({"kind": "bio", "athlete": athlete, "nation": "British"}, published=PUBLISHED)
    ((then,), (now,)) = (Checker(truth, day).check_article(file) for day in (None, date(2023, 5, 1).toordinal()))
    assert (then.verdict, now.verdict) == ("supported", "refuted")
    assert ("stale" in now.notes, "no longer since 1 January 2022" in now.message) == (stale, stale)


@pytest.mark.parametrize(
    ("lenient", "notes"),
    [
        ({"athlete": "Carl Vane"}, ("lenient_refuted",)),
        ({"athlete": "Nobody"}, ("lenient_not_enough_info",)),
        ({"athlete": "A. Vane"}, ()),
    ],
)
def test_a_looser_reading_that_comes_out_otherwise_is_noted(truth, lenient, notes):
    (finding,) = judge(truth, {**place("Adam Vane", 1, "Severn Cup 2020"), "lenient": lenient}, published=PUBLISHED)
    assert (finding.verdict, finding.notes) == ("supported", notes)


def test_a_holding_still_to_come_is_not_meant_for_being_nearer() -> None:
    """Of the Pell worlds of seven years ago and of those in three years, an article tells the date of the former."""
    held = [holding("worlds-2014", "World Championships Pell 2014", "2014-08-01", "Pell"),
            holding("worlds-2024", "World Championships Pell 2024", "2024-08-01", "Pell")]  # fmt: skip
    truth = Truth(msgspec.convert({**WORLD, "editions": held, "races": []}, Pack))
    claim = {"kind": "date", "date": "1 August 2014", "scope": {"competition": "the Pell worlds"}}
    (finding,) = judge(truth, claim, published=PUBLISHED)
    assert finding.verdict == "supported", finding.message


@pytest.mark.parametrize(
    ("day", "verdict"),
    [("1 May 2022", "supported"), ("1 August 2014", "not_enough_info"), ("2 May 2022", "refuted")],
)
def test_a_holding_of_long_ago_may_be_meant_beside_one_that_is_to_come(day: str, verdict: str) -> None:
    held = [holding("worlds-2014", "World Championships Pell 2014", "2014-08-01", "Pell"),
            holding("worlds-2022", "World Championships Pell 2022", "2022-05-01", "Pell")]  # fmt: skip
    truth = Truth(msgspec.convert({**WORLD, "editions": held, "races": []}, Pack))
    claim = {"kind": "date", "date": day, "whole": True, "scope": {"competition": "the Pell worlds"}}
    (finding,) = judge(truth, claim, published=PUBLISHED)
    assert finding.verdict == verdict, finding.message


def test_a_holding_of_years_ahead_is_not_meant_where_the_one_that_is_meant_is_missing() -> None:
    held = [holding("worlds-2026", "World Championships Pell 2026", "2026-05-01", "Pell")]
    truth = Truth(msgspec.convert({**WORLD, "editions": held, "races": []}, Pack))
    claims = [{"kind": "date", "date": day, "scope": {"competition": "the Pell worlds"}} for day in ("2016", "2026")]
    assert {finding.verdict for finding in judge(truth, *claims, published=PUBLISHED)} == {"not_enough_info"}
    named = {"kind": "date", "date": "May 2026", "scope": {"competition": "the Pell worlds", "year": 2026}}
    assert judge(truth, named, published=PUBLISHED)[0].verdict == "supported"


def test_an_appearance_at_a_holding_that_is_missing_is_not_counted_from_later_ones() -> None:
    """The first start was at the cup of 2015, which the pack lacks; it has those of 2016 and 2017."""
    held = [holding(f"cup-{year}", f"Severn Cup {year}", f"{year}-06-01", "Thornby") for year in (2016, 2017)]
    races = [final(f"cup-{year}", f"{year}-06-01", "adam-vane") for year in (2016, 2017)]
    truth = Truth(msgspec.convert({**WORLD, "editions": held, "races": races}, Pack))
    claims = [
        {"kind": "start", "athlete": "Adam Vane", "appearance": "first",
         "scope": {"competition": "Severn Cup", "year": year}}
        for year in (2015, 2017)
    ]  # fmt: skip
    verdicts = [finding.verdict for finding in judge(truth, *claims, published=PUBLISHED)]
    assert verdicts[0] == "not_enough_info"
    assert verdicts[1] == "refuted"
