"""date: days of races, of competitions and of whole events, and how long after another."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from tiny_pack import PACK

from harness.kinds.date import assertions, known
from harness.records.model import Known, Unknown, Unreadable
from harness.truth.index import Truth
from harness.values import Label, Range, clear, inside, label

BUDAPEST = {"event": "1500m", "sex": "men", "competition": "Budapest 2023"}
TOKYO = {"event": "1500m", "sex": "men", "competition": "Tokyo 2020"}
PARIS = {"event": "1500m", "sex": "men", "competition": "Paris 2024"}
ROME = {"event": "1500m", "sex": "men", "competition": "Rome 2024"}
OSLO = {"event": "1500m", "sex": "men", "competition": "Fjord Games", "year": 2024}


def on(printed, scope=BUDAPEST, **fields):
    return {"kind": "date", "date": printed, "scope": scope, **fields}


def after(scope, other, **fields):
    return {"kind": "date", "scope": scope, "relative_to": other, **fields}


@pytest.mark.parametrize(
    "claim, verdict",
    [
        pytest.param(on("23 August 2023"), "supported", id="the day"),
        pytest.param(on("August 2023"), "supported", id="the month"),
        pytest.param(on("24 August 2023"), "refuted", id="a day off"),
        pytest.param(on("2 August 2024", PARIS | {"round": "heat 1"}), "supported", id="a heat"),
        pytest.param(on("6 August 2024", PARIS | {"round": "heat 1"}), "refuted", id="the final's day, not the heat's"),
        pytest.param(on("6 August 2024", PARIS), "supported", id="without a round: the final"),
        # The pack has no such race: it lies inside the competition all the same.
        pytest.param(on("23 August 2023", BUDAPEST | {"sex": "women"}), "not_enough_info", id="a race not in the pack"),
        pytest.param(on("July 2023", BUDAPEST | {"sex": "women"}), "refuted", id="a race outside its competition"),
        pytest.param(on("August 2024", {"competition": "Paris 2024"}), "supported", id="a whole competition"),
        pytest.param(on("July 2024", {"competition": "Paris 2024"}), "refuted", id="a competition at another time"),
        pytest.param(on("1 August 2024", {"competition": "Paris 2024"}), "not_enough_info", id="one of its days"),
        pytest.param(on("2 to 6 August 2024", PARIS, whole=True), "supported", id="heats to final"),
        pytest.param(on("3 to 6 August 2024", PARIS, whole=True), "refuted", id="the heats were before"),
        pytest.param(on("2 to 5 August 2024", PARIS, whole=True), "refuted", id="the final was after"),
        pytest.param(on("6 August 2024", PARIS, whole=True), "refuted", id="not all on one day"),
        # The printed days are the first and the last: a wider span is another one.
        pytest.param(on("1 to 6 August 2024", PARIS, whole=True), "refuted", id="begins too early"),
        pytest.param(on("2 to 10 August 2024", PARIS, whole=True), "refuted", id="ends too late"),
        pytest.param(on("August 2024", PARIS, whole=True), "supported", id="a month holds all its days"),
        # Budapest's heats are not in the pack.
        pytest.param(on("21 to 23 August 2023", whole=True), "not_enough_info", id="first round unknown"),
        pytest.param(on("20 to 22 August 2023", whole=True), "refuted", id="first round unknown, final later"),
        pytest.param(on("August 2024", {"competition": "Olympics"}), "not_enough_info", id="which holding"),
        pytest.param(after(ROME, OSLO, offset="two weeks"), "supported", id="13 days are two weeks"),
        pytest.param(after(ROME, OSLO, offset="13 days"), "supported", id="13 days"),
        pytest.param(after(ROME, OSLO, offset="one week"), "refuted", id="not one week"),
        pytest.param(after(ROME, OSLO), "supported", id="later"),
        pytest.param(after(OSLO, ROME), "refuted", id="earlier"),
        # The words say in which direction: "two weeks before Rome" is true of Oslo, and false of what came after.
        pytest.param(after(OSLO, ROME, offset="two weeks before"), "supported", id="before it, in the words"),
        pytest.param(after(OSLO, ROME, offset="13 days earlier"), "supported", id="earlier, in the words"),
        pytest.param(after(OSLO, ROME, offset="a week before"), "refuted", id="not one week before"),
        pytest.param(after(ROME, OSLO, offset="two weeks before"), "refuted", id="not before but after"),
        pytest.param(after(OSLO, ROME, offset="at least a week before"), "supported", id="a bound, backwards"),
        pytest.param(after(ROME, {"competition": "Olympics"}, offset="a week"), "not_enough_info", id="after which"),
        pytest.param(on("June 2024", ROME, relative_to=OSLO, offset="one week"), "refuted", id="one of two is wrong"),
    ],
)
def test_verdict(judge, claim, verdict):
    assert judge(claim).verdict == verdict


@pytest.mark.parametrize("day", ["2023-01-01", "2023-08-23", "2030-01-01"])
def test_calendars_are_known_beforehand(judge, day):
    assert judge(on("23 August 2023"), day).verdict == "supported"


@pytest.mark.parametrize(
    "printed, verdict", [("Wednesday", "supported"), ("yesterday", "not_enough_info"), ("last Friday", "refuted")]
)
def test_dates_relative_to_the_article(judge, printed, verdict):
    assert judge(on(printed), "2023-08-23").verdict == verdict


@pytest.mark.parametrize(
    "printed, published, verdict",
    [
        # The final was on 23 August 2023: of the months that are over this year, some say "last" of the year before.
        ("last August", "2023-10-01", "supported"),
        ("last August", "2024-09-10", "not_enough_info"),
        ("last August", "2024-08-10", "supported"),  # this year's is not over
        ("last summer", "2024-10-10", "not_enough_info"),
        ("last May", "2023-10-01", "refuted"),
        ("last August", "2025-09-10", "refuted"),
    ],
)
def test_a_month_that_is_last(judge, printed, published, verdict):
    assert judge(on(printed), published).verdict == verdict


@pytest.mark.parametrize(
    "published, verdict",
    [
        # The final was on Wednesday 23 August, in the middle of nine days.
        pytest.param("2023-08-22", "supported", id="the day before"),
        pytest.param("2023-08-17", "supported", id="six days ahead, and another one was the day before"),
        pytest.param("2023-08-29", "supported", id="six days back, and another one is the day after"),
        pytest.param("2023-08-20", "supported", id="three days ahead"),
        pytest.param("2023-08-19", "supported", id="four days ahead, the other one nearer"),
        pytest.param("2023-08-26", "supported", id="three days back"),
        pytest.param("2023-08-27", "supported", id="four days back, the other one nearer"),
        # The week of publication has another Wednesday: the words may mean that, or the one of the championships.
        pytest.param("2023-08-13", "not_enough_info", id="ten days off"),
        pytest.param("2023-09-02", "not_enough_info", id="ten days back"),
        # Nobody looks for the final in the week of publication, and the championships had one Wednesday.
        pytest.param("2025-02-10", "supported", id="a year and a half back"),
        pytest.param("2025-02-12", "supported", id="and published on a Wednesday"),
        pytest.param("2023-01-10", "supported", id="half a year ahead"),
    ],
)
def test_a_bare_weekday_is_the_one_before_or_after_publication(judge, published, verdict):
    assert judge(on("Wednesday"), published).verdict == verdict


def test_another_weekday_is_neither(judge):
    """The next one may be the day where the article was written."""
    for weekday, published, verdict in (
        ("Thursday", "2023-08-20", "not_enough_info"), ("Friday", "2023-08-20", "refuted"),
        ("Tuesday", "2023-08-26", "not_enough_info"), ("Monday", "2023-08-26", "refuted"),
    ):  # fmt: skip
        assert judge(on(weekday), published).verdict == verdict, weekday


@pytest.mark.parametrize(
    "weekday, verdict",
    [
        ("Wednesday", "supported"),
        ("on Wednesday night", "supported"),
        ("Thursday", "not_enough_info"),  # where the article was written
        ("Friday", "refuted"),
        ("Saturday", "not_enough_info"),  # there were two
        ("Monday", "refuted"),  # there was one, and another on the day after the end
        ("last Wednesday", "refuted"),  # that counts from publication
    ],
)
def test_a_weekday_of_championships_long_ago(judge, weekday, verdict):
    assert judge(on(weekday), "2025-02-10").verdict == verdict


@pytest.mark.parametrize("weekday, verdict", [("Thursday", "supported"), ("Friday", "not_enough_info"),
                                             ("Saturday", "refuted")])  # fmt: skip
def test_a_weekday_of_a_meeting_of_one_day_long_ago(judge, weekday, verdict):
    """On a Thursday: further east it was Friday."""
    assert judge(on(weekday, OSLO), "2025-02-10").verdict == verdict


def test_a_weekday_of_a_holding_of_which_only_the_year_is_known(judge):
    editions = tuple(
        replace(one, start="2023", end="2023") if one.id == "worlds-2023" else one for one in PACK.editions
    )
    known = judge(on("Wednesday"), "2025-02-10", truth=Truth(replace(PACK, editions=editions))).known
    assert isinstance(known, Unknown)
    assert str(known.why) == "'Wednesday' may be one of 52 days"


def test_a_weekday_may_be_one_day_off_in_another_time_zone(asserted):
    _, (one,) = asserted({"kind": "date", "date": "Sunday", "scope": {"competition": "Paris 2024"}}, "2024-08-07")
    nearest, later = ((f"{day} August 2024" for day in days) for days in ((3, 4, 5), (10, 11, 12)))
    assert one.claimed == label("4 August 2024", "11 August 2024")
    assert one.outer == label(*nearest, *later)


def test_a_weekday_that_comes_twice_may_be_either(judge):
    """The championships had two Saturdays and two Sundays: from the midweek either, and no Thursday."""
    final = tuple(
        replace(race, date="2023-08-26") if race.edition == "worlds-2023" and race.event == "1500m" else race
        for race in PACK.races
    )
    moved = Truth(replace(PACK, races=final))
    assert judge(on("Saturday"), "2023-08-23", truth=moved).verdict == "supported"
    assert judge(on("Saturday"), "2023-08-21", truth=moved).verdict == "supported"
    assert judge(on("Thursday"), "2023-08-22", truth=moved).verdict == "refuted"


def test_a_weekday_against_a_date_of_the_same_article(resolved, tiny_truth):
    stated = assertions(resolved(on("24 August 2023")))[0]
    (weekday,) = assertions(resolved(on("Saturday"), "2023-08-21"))
    found = known(weekday.quantity, tiny_truth.with_facts((), [("other", stated)]), weekday.as_of)
    assert found.value == Label(frozenset({"24 August 2023"}))
    assert clear(found.value, weekday.claimed)


def test_a_weekday_of_a_race_whose_day_is_not_known(judge):
    """The championships lasted nine days: their final may have been on any Wednesday of these."""
    blurred = tuple(replace(race, date="2023-08") if race.edition == "worlds-2023" else race for race in PACK.races)
    assert judge(on("Wednesday"), "2023-08-20", truth=Truth(replace(PACK, races=blurred))).verdict == "not_enough_info"


def test_no_date(judge):
    assert isinstance(judge({"kind": "date", "scope": BUDAPEST}).known, Unreadable)


def test_an_article_that_gives_two_dates(resolved, tiny_truth):
    """What an article says of two dates tells how far apart they are, whatever the ground truth has."""
    days = {
        "one": assertions(resolved(on("10 June 2024", ROME)))[0],
        "two": assertions(resolved(on("30 May 2024", OSLO)))[0],
    }
    own = tiny_truth.with_facts((), list(days.items()))
    (apart,) = assertions(resolved(after(ROME, OSLO, offset="two weeks")))
    found = known(apart.quantity, own, apart.as_of)
    assert isinstance(found, Known)
    assert found.value == Range(11, 11)
    assert {one.id for one in found.evidence} == {"one", "two"}
    (unsaid,) = assertions(resolved(on("23 August 2023")))
    assert isinstance(known(unsaid.quantity, own, unsaid.as_of), Unknown)


def test_a_day_without_results_is_known_less_well(resolved, tiny_truth):
    (day,) = assertions(resolved(on("23 August 2023")))
    full = known(day.quantity, tiny_truth, day.as_of)
    tiny_truth_without = Truth(replace(PACK, races=()))
    less = known(day.quantity, tiny_truth_without, day.as_of)
    assert inside(full.value, less.value)
    assert full.value != less.value


@pytest.mark.parametrize(
    "races, claim, verdict",
    [
        # Of Tokyo the pack has a heat of the 3rd, a semi-final of the 5th and the final of the 7th of August.
        pytest.param((), on("3 to 7 August 2021", TOKYO, whole=True), "supported", id="all rounds"),
        pytest.param(("heat 1",), on("5 to 7 August 2021", TOKYO, whole=True), "not_enough_info",
                     id="there may have been heats before the semi-final"),
        pytest.param((), on("3 to 7 August 2021", {"competition": "Tokyo 2020"}, whole=True), "refuted",
                     id="the whole competition, not the rounds that the pack has"),
        pytest.param((), on("30 July to 8 August 2021", {"competition": "Tokyo 2020"}, whole=True), "supported",
                     id="the whole competition"),
        pytest.param((), on("27 September 2019", {"competition": "World Championships", "until": "2020"}),
                     "not_enough_info", id="there may have been others by then"),
    ],
)  # fmt: skip
def test_what_the_pack_does_not_have(judge, races, claim, verdict):
    left = tuple(one for one in PACK.races if not (one.edition == "games-2020" and one.round in races))
    assert judge(claim, truth=Truth(replace(PACK, races=left))).verdict == verdict


def test_the_first_day_of_an_event_rests_on_its_heats_and_the_last_on_its_final(resolved, tiny_truth):
    days = assertions(resolved(on("2 to 6 August 2024", PARIS, whole=True)))
    shown = [known(day.quantity, tiny_truth, day.as_of).evidence[0] for day in days]
    assert [result.round for result in shown] == ["heat 1", "final"]


def test_an_unknown_round_is_not_the_final(judge):
    races = tuple(replace(one, round="") if one.edition == "worlds-2019" else one for one in PACK.races)
    doha = BUDAPEST | {"competition": "Doha 2019"}
    assert judge(on("6 October 2019", doha)).verdict == "supported"
    assert judge(on("6 October 2019", doha), truth=Truth(replace(PACK, races=races))).verdict == "not_enough_info"
