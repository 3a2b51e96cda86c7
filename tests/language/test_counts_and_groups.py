"""Claims of groups of events and of several medals at one holding, of tables, totals and ages."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from judging import judge
from msgspec.structs import replace

from harness.records.model import Finding
from harness.truth.counted import Total
from harness.truth.index import Truth
from harness.truth.pack import Completeness, Dispute
from harness.truth.totals import TotalFact

LAKE = {"competition": "Lake Games", "year": 2024}
POOL = {"competition": "Lake Games", "group": "swimming", "sex": "men"}
S, R, N, U = "supported", "refuted", "not_enough_info", "unreadable"


def medals(who: dict[str, Any], scope: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"kind": "medal_count", **who, "scope": scope, **more}


def only(member: str, feat: dict[str, Any], scope: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"kind": "only", "members": [member], "feat": feat, "scope": scope, **more}


def since(athlete: str, feat: dict[str, Any], scope: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"kind": "since", "athlete": athlete, "feat": feat, "scope": scope, **more}


ROUX, FORD, USA = {"athlete": "Leo Roux"}, {"athlete": "Mick Ford"}, {"nation": "United States"}


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        (medals(ROUX, {**POOL, "year": 2024}, medal="gold", count="three"), S),
        (medals(ROUX, {**POOL, "year": 2024}, medal="gold", count=2), R),
        (medals(ROUX, {**POOL, "year": 2024}, count=4), S),  # the relay's bronze too
        (medals(ROUX, {**POOL, "year": 2024, "individual": True}, count=3), S),
        (medals(ROUX, {**POOL, "year": 2024, "individual": False}, medal="bronze", count=1), S),
        (medals(ROUX, {**LAKE, "sex": "men", "events": ["200m butterfly", "200m breaststroke"]}, count=2), S),
        (medals(ROUX, {**LAKE, "sex": "men", "events": ["200m butterfly", "200m breaststroke"]}, count=3), R),
        (medals(ROUX, LAKE, medal="gold", count="three"), N),  # there are other sports
        (medals(ROUX, {**LAKE, "group": "jumps"}, count=1), N),  # nobody says that these are all
        (medals(FORD, {**POOL, "individual": True}, medal="gold", count=4), S),
        (medals(FORD, {"competition": "Lake Games", "group": "Swimming"}, medal="gold", count=5), R),
        (medals(ROUX, {**LAKE, "group": "bobsleigh"}, count=1), N),
        (medals(ROUX, {**LAKE, "group": "swimming", "event": "200m butterfly"}, count=1), U),
        (medals(ROUX, {**LAKE, "events": ["200m butterfly"]}, count=1), U),
        (medals(ROUX, {**LAKE, "events": ["200m butterfly", "shot put"]}, count=1), N),
    ],
)
def test_groups_of_events(claim: dict[str, Any], verdict: str, finding_of: Callable[..., Finding]) -> None:
    finding = finding_of(claim)
    assert finding.verdict == verdict, finding


THREE = {"titles": "three", "within": "holding"}
BOTH = {"titles": 2, "within": "day"}
ALONE = {**POOL, "individual": True}


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        (since("Leo Roux", THREE, {**ALONE, "year": 2024}, since="2008", last_holder="Mick Ford"), S),
        (since("Leo Roux", THREE, {**ALONE, "year": 2024}, since="2016"), R),
        (since("Leo Roux", THREE, {**ALONE, "year": 2024}), R),  # not the first ever
        (since("Leo Roux", THREE, {**POOL, "year": 2024}, since="2008"), S),
        (since("Mick Ford", THREE, {**ALONE, "year": 2008}), S),
        (since("Mick Ford", THREE, {**ALONE, "year": 2016}, since="2008"), R),  # he had one that year
        # by the statement about everybody with three golds, whatever the sport
        (since("Leo Roux", THREE, {**LAKE, "sex": "men"}, since="2008", last_holder="Mick Ford"), S),
        (since("Leo Roux", THREE, {**LAKE, "sex": "men"}, last_holder="Ben Cole"), R),
        (since("Leo Roux", THREE, {**LAKE, "sex": "men"}), R),
        (since("Leo Roux", THREE, LAKE, last_holder="Mick Ford"), N),  # some of Falk's titles may be of one holding
        (since("Leo Roux", {"titles": 2, "within": "holding"}, {**LAKE, "sex": "men"}, since="2008"), N),
        (only("Leo Roux", BOTH, {**ALONE}, how="first"), S),
        (only("Leo Roux", BOTH, {**ALONE}), S),
        (only("Mick Ford", BOTH, {**ALONE}), R),
        (only("Leo Roux", THREE, {**ALONE}), R),
        (only("Leo Roux", THREE, {**ALONE}, how="nth", nth=2), S),
        (only("Leo Roux", {"titles": 4, "within": "holding"}, {**ALONE}), R),
        (only("Leo Roux", {"medals": 4, "within": "holding"}, {**POOL}), N),
        (only("Leo Roux", {"titles": 2, "within": "holding"}, {**ALONE, "group": "jumps"}), N),
        (only("Mick Ford", {"titles": 4}, ALONE), S),
        (only("Leo Roux", {"titles": 4}, ALONE), R),
    ],
)
def test_several_at_one_holding(claim: dict[str, Any], verdict: str, finding_of: Callable[..., Finding]) -> None:
    finding = finding_of(claim)
    assert finding.verdict == verdict, finding


@pytest.mark.parametrize(
    ("athlete", "holding", "verdict"),
    [
        ("ford", "lake-2008", S),  # the results say so too
        ("wang", "lake-2016", N),  # in another sport, and after Ford
        ("ford", "lake-2016", N),
        ("stein", "lake-2008", N),  # in the days of Ford's
        ("stein", "lake-2028", S),  # after Roux
    ],
)
def test_a_published_total_of_three_golds_is_of_its_own_holding(
    athlete: str, holding: str, verdict: str, world: Truth
) -> None:
    total = Total(of="gold", athlete=athlete, edition=holding, count=3, date="2028-08-05", sources=("book",))
    (lund,) = (edition for edition in world.pack.editions if edition.id == "lake-2024")
    later = replace(lund, id="lake-2028", name="Lake Games Lund 2028", start="2028-07-20", end="2028-08-05")
    pack = replace(world.pack, totals=(*world.pack.totals, total), editions=(*world.pack.editions, later))
    claim = since("Leo Roux", THREE, {**LAKE, "sex": "men"}, since="2008", last_holder="Mick Ford")
    assert [finding.verdict for finding in judge(Truth(pack), claim, published="2024-10-01")] == [verdict]


def test_all_of_several_events(finding_of: Callable[..., Finding]) -> None:
    claim = {"kind": "count", "of": "finals", "count": 3, "all": {"place": 1}, "athlete": "Leo Roux"}
    scope = {**LAKE, "group": "swimming", "individual": True}
    assert finding_of({**claim, "scope": scope}).verdict == N  # finals in which he was not among the first three
    assert finding_of({**claim, "of": "titles", "scope": scope}).verdict == S
    assert finding_of({**claim, "scope": {**scope, "individual": False}}).verdict == R


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ({"count": 3, "all": {"place": 1}}, S),
        ({"count": 3, "all": {"place": 2}}, R),
        ({"count": 3}, S),
        ({"count": 4}, R),
        ({"count": 3, "all": {"place": 1}, "scope": {"individual": None}}, N),  # and perhaps a relay
    ],
)
def test_a_published_total_says_that_none_is_missing(
    claim: dict[str, Any], verdict: str, finding_of: Callable[..., Finding]
) -> None:
    scope = {**LAKE, "year": 2008, "group": "swimming", "individual": True, **claim.get("scope", {})}
    scope = {field: value for field, value in scope.items() if value is not None}
    finding = finding_of({"kind": "count", "of": "finals", "athlete": "Mick Ford", **claim, "scope": scope})
    assert finding.verdict == verdict, finding


def test_a_group_that_no_event_is_of_is_told_with_those_there_are(finding_of: Callable[..., Finding]) -> None:
    message = finding_of(medals(ROUX, {**LAKE, "group": "bobsleigh"}, count=1)).message
    assert "no event of a group or sport 'bobsleigh'" in message
    assert "swimming" in message


def count(of: str, number: int | str, scope: dict[str, Any] | None = None, **more: Any) -> dict[str, Any]:
    return {"kind": "count", "of": of, "count": number, **({"scope": scope} if scope else {}), **more}


AFRICAN = {**LAKE, "area": "Africa"}
MEDAL = {"feat": {"medal": "any"}}
BUTTERFLY = {**LAKE, "event": "200m butterfly", "sex": "men"}


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        # areas, in the published table
        (medals({}, AFRICAN, count=17), S),
        (medals({}, AFRICAN, medal="gold", count=6), S),
        (medals({}, AFRICAN, golds=6, silvers=5, bronzes=6, total=17), S),
        (medals({}, AFRICAN, count=12), R),
        (medals({}, {**AFRICAN, "competition": "Grand Games"}, count=12), N),  # not every nation is in that table
        (medals({}, {**AFRICAN, "competition": "Grand Games"}, count="at least 12"), S),
        (medals({}, {**AFRICAN, "competition": "Grand Games"}, count=11), R),
        (medals({}, {**BUTTERFLY, "area": "Europe"}, count=2), S),
        (medals({}, {**BUTTERFLY, "area": "Africa"}, count=1), R),
        (medals(ROUX, {**BUTTERFLY, "year": 2024, "area": "Africa"}, count=1), R),  # he swims for a nation of Europe
        (medals(ROUX, {**BUTTERFLY, "year": 2024, "area": "Europe"}, count=1), S),
        (medals({"nation": "Japan"}, LAKE, count=0), S),  # all nations with a medal are in the table
        (medals({"nation": "Japan"}, LAKE, count=1), R),
        # nations and athletes, each once
        (count("nations", 3, AFRICAN, **MEDAL), S),
        (count("nations", "twelve", AFRICAN, **MEDAL), R),
        (count("nations", 3, AFRICAN, feat={"medal": "gold"}), S),
        (count("nations", 2, AFRICAN, feat={"medal": "silver"}), S),
        (count("nations", 7, LAKE, **MEDAL), S),
        (count("nations", 1, {**LAKE, "competition": "Grand Games", "area": "Africa"}, **MEDAL), N),
        (count("nations", 0, {**LAKE, "competition": "Grand Games", "area": "Africa"}, **MEDAL), R),
        (count("nations", 3, BUTTERFLY, **MEDAL), S),
        (count("nations", 2, BUTTERFLY, **MEDAL), R),
        (count("athletes", 5, {**POOL, "individual": True, "year": 2024}, **MEDAL), R),
        (count("athletes", 4, {**POOL, "individual": True, "year": 2024}, **MEDAL), S),
        (count("athletes", 5, {**POOL, "year": 2024}, **MEDAL), N),  # who swam in the relay's heats is not known
        (count("athletes", 4, {**POOL, "year": 2024}, **MEDAL), R),
        # who took part
        (count("nations", 91, LAKE), S),
        (count("nations", "over ninety", LAKE), S),
        (count("nations", 92, LAKE), R),
        (count("athletes", "10,714", LAKE), S),
        (count("athletes", 10_500, LAKE), R),
        (count("athletes", 10_500, {**LAKE, "year": 2016}), N),
        (
            count(
                "athletes", 4, {**LAKE, "competition": "Grand Games", "event": "1500m", "sex": "men", "round": "final"}
            ),
            S,
        ),
        (
            count(
                "athletes", 5, {**LAKE, "competition": "Grand Games", "event": "1500m", "sex": "men", "round": "final"}
            ),
            R,
        ),
        (
            count("athletes", 5, {**LAKE, "competition": "Grand Games", "event": "1500m", "sex": "men"}),
            N,
        ),  # with heats?
        (count("athletes", 3, BUTTERFLY), N),
        (count("athletes", 2, {**BUTTERFLY, "round": "final"}), R),
        # bad words
        (count("nations", 3, AFRICAN, nation="Kenya"), U),
        (count("nations", 3, AFRICAN, all={"medal": "any"}), U),
        (count("titles", 3, LAKE, athlete="Leo Roux", feat={"medal": "any"}), U),
        (medals({}, LAKE, count=1), U),
    ],
)
def test_areas_and_who_did_something(claim: dict[str, Any], verdict: str, finding_of: Callable[..., Finding]) -> None:
    finding = finding_of(claim)
    assert finding.verdict == verdict, finding


FALK = {"athlete": "Ada Falk"}
MAJORS = {"level": "global championship", "group": "swimming"}


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        (count("goals", "100th", **FALK, as_of="1 June 2024"), S),
        (count("goals", 102, **FALK, as_of="1 July 2024"), N),  # between 100 and 104
        (count("goals", 99, **FALK, as_of="1 July 2024"), R),
        (count("goals", 105, **FALK, as_of="1 July 2024"), R),
        (count("goals", 104, **FALK), N),  # and perhaps more since
        (count("goals", "over a hundred", **FALK), S),
        (count("goals", 103, **FALK), R),
        (count("goals", 101, **FALK, as_of="1 May 2024"), R),
        (count("goals", 80, **FALK, as_of="1 May 2023"), N),
        (count("goals", 12, {"competition": "Lake Games"}, **FALK), N),
        (count("caps", 12, **FALK), N),
        (count("goals", 5, **FALK, streak=True), U),
        (count("titles", "22nd", MAJORS, **FALK, as_of="10 August 2024"), S),
        (count("titles", 23, MAJORS, **FALK), N),
        (count("titles", 21, MAJORS, **FALK), R),
        (count("titles", 23, MAJORS, **FALK, as_of="1 August 2024"), R),
        (count("titles", 23, {**MAJORS, "individual": True}, **FALK, as_of="1 August 2024"), R),  # no more than of all
        (count("titles", 20, {**MAJORS, "individual": True}, **FALK, as_of="1 August 2024"), N),
        (count("titles", 3, {**MAJORS, "after": "2022"}, **FALK, as_of="1 August 2024"), N),
        (count("titles", 23, {"group": "swimming", "level": "major championship"}, **FALK), N),
        (count("titles", 21, {"group": "swimming"}, **FALK), R),  # no fewer than of some
        ({"kind": "start", **FALK, "appearance": "fourth", "scope": {"competition": "Lake Games"}}, N),
        ({"kind": "start", **FALK, "appearance": "third", "scope": {"competition": "Lake Games"}}, R),
        ({"kind": "bio", "athlete": "Leo Roux", "home": "Toulouse"}, S),
        ({"kind": "bio", "athlete": "Leo Roux", "home": "Paris"}, N),
        ({"kind": "bio", "athlete": "Ingrid Dahl", "home": "Voss"}, S),
        ({"kind": "bio", "athlete": "Ingrid Dahl", "home": "Voss", "as_of": "2012"}, N),
    ],
)
def test_published_totals_and_homes(claim: dict[str, Any], verdict: str, finding_of: Callable[..., Finding]) -> None:
    finding = finding_of(claim)
    assert finding.verdict == verdict, finding


def test_a_total_is_cited_with_its_day(finding_of: Callable[..., Finding]) -> None:
    (evidence,) = finding_of(count("goals", 100, **FALK, as_of="1 June 2024")).evidence
    assert (evidence.summary, evidence.date) == ("Ada Falk: 100 goals", "1 June 2024")
    assert evidence.sources == ("The invented book of the sport",)
    assert finding_of(count("caps", 12, **FALK)).missing == "caps of Ada Falk, any race"


@pytest.mark.parametrize(
    ("of", "summary"),
    [
        ("titles", "Ada Falk: 22 titles, swimming, global championship"),
        ("finals", "Mick Ford: 3 finals, Lake Games Nantes 2008, swimming, individual events"),
        ("nations", "Lake Games Lund 2024: 91 nations"),  # the holding is whose total it is, and not told twice
    ],
)
def test_a_total_is_cited_with_its_scope(of: str, summary: str, world: Truth) -> None:
    (total,) = (one for one in world.pack.totals if one.of == of)
    assert TotalFact(total).evidence(world).summary == summary


def comparison(how: str, who: dict[str, Any], scope: dict[str, Any] | None = None, **more: Any) -> dict[str, Any]:
    return {"kind": "comparison", "how": how, **who, "scope": LAKE if scope is None else scope, **more}


CHINA, FRANCE, KENYA, SWEDEN = ({"nation": name} for name in ("China", "France", "Kenya", "Sweden"))
GOLDS = {"medal": "gold"}


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        # than others
        (comparison("more", USA, nations=["China"]), S),
        (comparison("more", USA, nations=["China"], **GOLDS), R),  # level on golds
        (comparison("as many", USA, nations=["China"], **GOLDS), S),
        (comparison("as many", USA, nations=["China"]), R),
        (comparison("fewer", CHINA, nations=["United States"]), S),
        (comparison("more", USA, nations=["China"], by=35), S),
        (comparison("more", USA, nations=["China"], by="over thirty"), S),
        (comparison("more", USA, nations=["China"], by=34), R),
        (comparison("fewer", CHINA, nations=["United States"], by=35), S),
        (comparison("more", USA, nations=["France", "Sweden", "Kenya", "Ethiopia"], **GOLDS), S),
        (comparison("more", USA, nations=["France", "China"], **GOLDS), R),
        (comparison("more", {}, {**LAKE, "area": "Africa"}, nations=["Sweden"]), S),
        (comparison("more", USA, nations=["Japan"]), S),  # who has no medal at all
        (comparison("more", ROUX, {**POOL, "year": 2024}, athletes=["Ben Cole"]), S),
        (comparison("more", {"athlete": "Ben Cole"}, {**POOL, "year": 2024}, athletes=["Leo Roux"]), R),
        (comparison("more", ROUX, LAKE, athletes=["Ben Cole"]), N),  # in all sports
        (comparison("more", KENYA, {**LAKE, "competition": "Grand Games"}, nations=["Morocco"]), N),
        (comparison("more", {"nation": "Norway"}, {**LAKE, "competition": "Grand Games"}, nations=["Kenya"]), S),
        # than the next
        (comparison("more", USA, next=2, **GOLDS), R),
        (comparison("more", USA, next=1), S),
        (comparison("more", FRANCE, next=3, **GOLDS), S),
        (comparison("more", FRANCE, next="three", **GOLDS), S),
        (comparison("more", USA, next="two", **GOLDS), R),
        (comparison("more", USA, next="several", **GOLDS), U),
        (comparison("more", USA, next=0, **GOLDS), U),
        (comparison("more", FRANCE, next=3, by=7, **GOLDS), S),
        (comparison("more", FRANCE, next=3, by=8, **GOLDS), R),
        (comparison("more", FRANCE, next=9), N),
        (comparison("more", {"nation": "Norway"}, {**LAKE, "competition": "Grand Games"}, next=1, **GOLDS), N),
        (comparison("more", {"nation": "Sweden"}, {**LAKE, "competition": "Grand Games"}, next=1, by=6, **GOLDS), R),
        # places in the table
        (comparison("ahead", USA, nations=["China"]), S),  # on silvers
        (comparison("behind", CHINA, nations=["United States"]), S),
        (comparison("ahead", CHINA, nations=["United States"]), R),
        (comparison("level", CHINA, nations=["United States"]), R),
        (comparison("ahead", KENYA, nations=["Sweden"]), R),
        (comparison("ahead", USA, nations=["China", "France"]), U),
        # than at another holding
        (comparison("as many", KENYA, compared_to={**LAKE, "year": 2016}), R),
        (comparison("fewer", KENYA, compared_to={**LAKE, "year": 2016}), S),
        (comparison("fewer", KENYA, compared_to={**LAKE, "year": 2016}, by="two"), S),
        (comparison("as many", {"nation": "Ethiopia"}, compared_to={**LAKE, "year": 2016}, **GOLDS), S),
        (comparison("more", FRANCE, compared_to={**LAKE, "year": 2024}), U),
        # the most since, the fewest since
        (comparison("most", CHINA, since="2008", **GOLDS), S),
        (comparison("most", CHINA, since="2016", **GOLDS), R),
        (comparison("most", FRANCE), S),
        (comparison("most", CHINA, **GOLDS), R),
        (comparison("most", FRANCE, since="2008"), R),  # it never had more
        (comparison("fewest", KENYA, **GOLDS), S),
        (comparison("fewest", CHINA, since="2016"), S),
        (comparison("fewest", CHINA, since="2008"), R),  # fewer in 2016
        (comparison("most", SWEDEN, since="2016"), S),  # as many in 2016: the words leave that open
        (comparison("most", SWEDEN, **GOLDS), S),
        (comparison("most", {"nation": "Norway"}, {**LAKE, "competition": "Grand Games"}), N),
        (comparison("most", FRANCE, {"competition": "Lake Games"}), N),
        # bad words
        (comparison("more", USA), U),
        (comparison("more", USA, nations=["United States"]), U),
        (comparison("more", USA, nations=["China", "China"]), U),
        (comparison("more", USA, nations=["China"], next=2), U),
        (comparison("most", USA, nations=["China"]), U),
        (comparison("most", USA, by=35), U),
        (comparison("more", {}, nations=["China"]), U),
    ],
)
def test_comparisons(claim: dict[str, Any], verdict: str, finding_of: Callable[..., Finding]) -> None:
    finding = finding_of(claim)
    assert finding.verdict == verdict, finding


@pytest.mark.parametrize(
    ("claim", "sum_of_them"),
    [
        (comparison("more", USA, nations=["China"], **GOLDS), "40 - 40 = 0"),
        (comparison("more", USA, nations=["France", "China"], **GOLDS), "40 - (40 + 16) = -16"),
        (comparison("more", USA, {**LAKE, "year": 2008}, nations=["Sweden"], **GOLDS), "36 - 0 = 36"),
        (comparison("more", SWEDEN, {**LAKE, "year": 2008}, nations=["Kenya"], **GOLDS), "0 - 6 = -6"),
        (comparison("more", SWEDEN, {**LAKE, "year": 2008}, compared_to=LAKE, **GOLDS), "0 - 4 = -4"),
        (comparison("more", USA, next=2, **GOLDS), "40 - (40 + 16) = -16"),
    ],
)
def test_how_a_difference_comes_about(
    claim: dict[str, Any], sum_of_them: str, finding_of: Callable[..., Finding]
) -> None:
    assert finding_of(claim).arithmetic == (sum_of_them,)


@pytest.mark.parametrize(
    ("area", "total", "sum_of_nations"),
    [("Africa", 21, ("13 + 8 = 21",)), ("Asia", 70, ())],  # Kenya and Ethiopia; China alone
)
def test_the_medals_of_an_area_are_added_up(
    area: str, total: int, sum_of_nations: tuple[str, ...], finding_of: Callable[..., Finding]
) -> None:
    finding = finding_of(medals({}, {**LAKE, "year": 2016, "area": area}, count=total))
    assert (finding.verdict, finding.arithmetic) == (S, sum_of_nations)


@pytest.mark.parametrize(
    ("claim", "difference"),
    [
        (comparison("more", USA, nations=["China"]), "126 - 91 = 35"),
        (comparison("more", USA, nations=["France", "Sweden"], **GOLDS), "40 - (16 + 4) = 20"),
        (comparison("fewer", KENYA, compared_to={**LAKE, "year": 2016}), "11 - 13 = -2"),
    ],
)
def test_a_comparison_shows_what_is_taken_from_what(
    claim: dict[str, Any], difference: str, finding_of: Callable[..., Finding]
) -> None:
    finding = finding_of(claim)
    assert (finding.verdict, finding.arithmetic) == (S, (difference,))


def test_who_is_level_in_the_table_is_one_of_the_next(world: Truth) -> None:
    """Kenya with the same medals of each colour as Sweden: Sweden and the next two are Kenya and Ethiopia."""
    tables = [
        replace(
            table,
            rows=tuple(
                replace(row, gold=4, silver=4, bronze=3) if row.nation in ("KEN", "SWE") else row for row in table.rows
            ),
        )
        for table in world.pack.medal_tables
    ]
    level = Truth(replace(world.pack, medal_tables=tuple(tables)))
    (finding,) = judge(level, comparison("fewer", SWEDEN, next=2, by=1, **GOLDS), published="2024-10-01")
    assert (finding.verdict, finding.arithmetic) == (S, ("4 - (4 + 1) = -1",))


@pytest.mark.parametrize(
    ("end", "verdict"),
    [
        ("2024-07-19", S),  # the Games began on 20 July 2024: all that came before them are known
        ("2024-07-18", N),
    ],
)
def test_the_most_ever_needs_to_know_the_holdings_up_to_the_day_before(end: str, verdict: str, world: Truth) -> None:
    statements = [replace(one, end=end) if one.id == "lake-editions" else one for one in world.pack.completeness]
    until_then = Truth(replace(world.pack, completeness=tuple(statements)))
    (finding,) = judge(until_then, comparison("most", FRANCE), published="2024-10-01")
    assert finding.verdict == verdict, finding


@pytest.mark.parametrize(("end", "verdict"), [("2024-07-19", R), ("2024-07-18", N)])
def test_there_never_were_more_where_all_holdings_up_to_the_day_before_are_known(
    end: str, verdict: str, world: Truth
) -> None:
    statements = [replace(one, end=end) if one.id == "lake-editions" else one for one in world.pack.completeness]
    until_then = Truth(replace(world.pack, completeness=tuple(statements)))
    (finding,) = judge(until_then, comparison("most", FRANCE, since="2008"), published="2024-10-01")
    assert finding.verdict == verdict, finding


def test_no_medals_are_compared_with_those_of_a_holding_to_come(finding_of: Callable[..., Finding]) -> None:
    claim = comparison("fewer", KENYA, {**LAKE, "year": 2016}, compared_to=LAKE)
    finding = finding_of(claim, published="2020-01-01")
    assert (finding.verdict, finding.missing) == (N, "later: Lake Games Lund 2024")


@pytest.mark.parametrize(
    ("claim", "claimed", "found"),
    [
        (comparison("more", USA, nations=["China"], **GOLDS), "more", "as many"),
        (comparison("as many", USA, nations=["China"]), "as many", "35 more"),
        (comparison("more", CHINA, nations=["United States"]), "more", "35 fewer"),
        (comparison("ahead", CHINA, nations=["United States"]), "ahead", "behind"),
        (comparison("behind", USA, nations=["China"]), "behind", "ahead"),
        (comparison("level", CHINA, nations=["United States"]), "level", "behind"),
        (comparison("most", CHINA, **GOLDS), "never more before", "1 earlier with more"),
        (comparison("more", ROUX, LAKE, athletes=["Ben Cole"]), "more", "perhaps as many, more or fewer"),
    ],
)
def test_a_comparison_in_words(
    claim: dict[str, Any], claimed: str, found: str, finding_of: Callable[..., Finding]
) -> None:
    finding = finding_of(claim)
    assert (finding.claimed, finding.found) == (claimed, found)


def rank(athlete: str, number: int, by: str, scope: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"kind": "rank", "athlete": athlete, "rank": number, "by": by, "scope": scope, **more}


IN_POOL = {**POOL, "year": 2024, "individual": True}


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        (rank("Leo Roux", 1, "medals", IN_POOL), S),
        (rank("Leo Roux", 1, "golds", IN_POOL), S),
        (rank("Hugo Stein", 2, "medals", IN_POOL), S),
        (rank("Hugo Stein", 1, "medals", IN_POOL), R),
        (rank("Wang Bo", 2, "golds", IN_POOL), S),
        (rank("Hugo Stein", 2, "golds alone", IN_POOL), S),
        (rank("Mick Ford", 1, "golds", {**POOL, "individual": True}), S),
        (rank("Leo Roux", 1, "golds", {**POOL, "individual": True}), R),
        (rank("Leo Roux", 1, "medals", LAKE), N),  # in other sports somebody may have more
        (rank("Ben Cole", 1, "medals", LAKE), N),  # so may he
        (rank("Leo Roux", 1, "medals", {**POOL, "year": 2024}), N),  # who else has the relay's is not known
        (rank("Leo Roux", 1, "medals", IN_POOL, mark="1:50.00"), U),
        (rank("Ada Falk", 1, "medals", LAKE), N),  # she has none that is known
        # by age
        (rank("Leo Roux", 1, "youngest", {**BUTTERFLY, "medal": "gold"}), S),
        (rank("Leo Roux", 1, "youngest", {**BUTTERFLY, "medal": "any"}), S),
        (rank("Hugo Stein", 1, "oldest", {**BUTTERFLY, "medal": "any"}), S),
        (rank("Hugo Stein", 1, "youngest", {**BUTTERFLY, "medal": "any"}), R),
        (rank("Wang Bo", 1, "youngest", {**POOL, "individual": True, "medal": "gold"}), S),
        (rank("Leo Roux", 1, "youngest", {**POOL, "individual": True, "medal": "gold"}), R),
        (rank("Hugo Stein", 4, "youngest", {**POOL, "individual": True, "place": 1}), S),
        (rank("Mick Ford", 1, "youngest", {**POOL, "individual": True, "medal": "gold"}), R),
        (rank("Anders Berg", 1, "youngest", {"event": "1500m", "competition": "Grand Games", "year": 2024}), S),
        (rank("Omar Alami", 1, "youngest", {"event": "1500m", "competition": "Grand Games", "year": 2024}), R),
        (rank("Ingrid Dahl", 1, "youngest", {"event": "1500m", "competition": "Grand Games", "year": 2024}), R),  # Mori
        (rank("Aya Mori", 1, "youngest", {"event": "1500m", "competition": "Grand Games", "year": 2024}), N),  # others?
        (rank("Aya Mori", 1, "youngest", {"event": "javelin"}), N),
    ],
)
def test_ranks_by_medals_and_by_age(claim: dict[str, Any], verdict: str, finding_of: Callable[..., Finding]) -> None:
    finding = finding_of(claim)
    assert finding.verdict == verdict, finding


@pytest.mark.parametrize(
    ("event", "individual", "medal", "message"),
    [
        ("butterfly", True, "gold", ""),
        ("butterfly", False, "gold", "`individual` leaves out the event that the scope names"),
        ("4x100 m medley relay", True, "bronze", "`individual` leaves out the event that the scope names"),
        ("4x100 m medley relay", False, "bronze", ""),
    ],
)
def test_an_event_of_the_other_sort_than_the_words_say(
    event: str, individual: bool, medal: str, message: str, finding_of: Callable[..., Finding]
) -> None:
    scope = {**LAKE, "sex": "men", "event": event, "individual": individual}
    finding = finding_of(medals({"athlete": "Leo Roux"}, scope, medal=medal, count=1))
    assert (finding.verdict, finding.message) == (N if message else S, message)


def test_a_rank_by_medals_shows_six_of_the_medals_at_most(finding_of: Callable[..., Finding]) -> None:
    """His own two, and of the seven of those ahead of him four."""
    finding = finding_of(rank("Ben Cole", 4, "golds", IN_POOL))
    assert (finding.verdict, len(finding.evidence)) == (S, 6)


def test_sources_that_disagree_on_places_leave_ranks_by_medals_open(world: Truth) -> None:
    """Wang was second in the breaststroke and Stein third, or the other way round: either has the more silvers."""
    told = {"wang": "3", "stein": "2"}
    races = []
    for race in world.pack.races:
        if (race.edition, race.event, race.sex) == ("lake-2024", "breaststroke", "men"):
            rows = [
                replace(row, disputes=(Dispute(field="place", value=told[row.athlete], sources=("book",)),))
                if row.athlete in told
                else row
                for row in race.results
            ]
            race = replace(race, results=tuple(rows))
        races.append(race)
    claims = [rank("Wang Bo", number, "golds", IN_POOL) for number in (1, 2, 3, 4)]
    findings = judge(Truth(replace(world.pack, races=tuple(races))), *claims, published="2024-10-01")
    assert [finding.verdict for finding in findings] == [R, N, N, R]


def best(level: str, printed: str, **more: Any) -> dict[str, Any]:
    scope = {"event": "200m freestyle", **more.pop("scope", {})}
    return {"kind": "record", "level": level, "athlete": "Ada Falk", "mark": printed, "scope": scope, **more}


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        # who has three golds of one Games is all there
        (rank("Leo Roux", 1, "golds alone", LAKE), S),
        (rank("Ben Cole", 1, "golds alone", LAKE), R),
        (rank("Ben Cole", 2, "golds alone", LAKE), N),  # somebody else may have two
        (only("Leo Roux", THREE, {"competition": "Lake Games"}, how="nth", nth=2), N),  # Falk has titles in some sport
        (
            only("Leo Roux", THREE, {"competition": "Lake Games", "sex": "men"}, how="nth", nth=1),
            N,
        ),  # or he had them earlier
        (only("Leo Roux", {"titles": 2, "within": "holding"}, {"competition": "Lake Games"}), R),
        (only("Mick Ford", {"titles": 2, "within": "holding"}, {"competition": "Lake Games", "sex": "women"}), N),
        # whose best is there, and every race
        (best("personal", "1:55.00"), S),
        (best("personal", "1:56.00"), R),
        (best("season", "1:55.00", scope={"season": 2024}), S),
        (best("season", "1:55.00", scope={"season": 2023}), N),
        (best("personal", "1:55.00", as_of="1 August 2024"), N),
        (count("races", "first", {"event": "200m freestyle"}, athlete="Ada Falk"), S),
        (count("races", "second", {"event": "200m freestyle"}, athlete="Ada Falk"), R),
        (count("races", "first", {"event": "1500m"}, athlete="Ada Falk"), N),
    ],
)
def test_what_statements_of_totals_and_bests_settle(
    claim: dict[str, Any], verdict: str, finding_of: Callable[..., Finding]
) -> None:
    finding = finding_of(claim)
    assert finding.verdict == verdict, finding


def test_the_medal_of_a_relay_told_of_two_of_its_runners_is_one(world: Truth) -> None:
    relay = {**LAKE, "event": "4x100 m medley relay", "sex": "men"}
    won = [{"kind": "medal", "athlete": runner, "medal": "bronze", "scope": relay} for runner in ("Roux", "Dubois")]
    findings = judge(world, *won, medals({"nation": "France"}, relay, medal="any", count=1), published="2024-10-01")
    assert [finding.against for finding in findings] == [()] * 3


def test_whose_team_won_a_medal_need_not_have_been_in_the_final(world: Truth) -> None:
    relay = {**LAKE, "event": "4x100 m medley relay"}
    won = {"kind": "medal", "athlete": "Roux", "medal": "bronze", "scope": relay}
    none = {"kind": "count", "athlete": "Roux", "of": "finals", "count": 0, "scope": relay}
    assert [finding.against for finding in judge(world, won, none, published="2024-10-01")] == [(), ()]


def test_who_is_listed_with_so_many_medals_has_most_of_them_all(world: Truth) -> None:
    """Everybody with four medals of one Lake Games is told, in all sports: who is not known to have so many has fewer.
    A statement of some sports says nothing of the others."""
    every = Completeness(id="four-medals", covers="totals", competition="lake", down_to="4 medals", within="holding",
                         start="2008-01-01", end="2024-12-31", text="all with four", sources=("book",))  # fmt: skip
    claims = [
        rank(*who, "medals", LAKE) for who in (("Leo Roux", 1), ("Leo Roux", 2), ("Ben Cole", 1), ("Ben Cole", 2))
    ]
    of_one_sport = rank("Leo Roux", 2, "medals", {**POOL, "year": 2024})  # with four of all, one may have more of these
    verdicts_of = {None: [N, N, N, N], every: [S, R, R, N], replace(every, group="swimming"): [N, N, N, N]}
    for statement, verdicts in verdicts_of.items():  # behind Roux somebody may have three, and Cole has two
        added = () if statement is None else (statement,)
        truth = Truth(replace(world.pack, completeness=(*world.pack.completeness, *added)))
        assert [finding.verdict for finding in judge(truth, *claims, published="2024-10-01")] == verdicts
        (other,) = judge(truth, of_one_sport, published="2024-10-01")
        assert other.verdict == N


def test_what_is_counted_and_a_total_that_contradicts_it_are_both_held_possible(world: Truth) -> None:
    total = Total(of="gold", athlete="roux", edition="lake-2024", group="swimming", count=2,
                  date="2024-08-05", sources=("book",))  # fmt: skip
    truth = Truth(replace(world.pack, totals=(*world.pack.totals, total)))
    claims = [medals(ROUX, {**POOL, "year": 2024}, medal="gold", count=number) for number in (1, 2, 3, 4)]
    assert [finding.verdict for finding in judge(world, *claims, published="2024-10-01")] == [R, R, S, R]
    assert [finding.verdict for finding in judge(truth, *claims, published="2024-10-01")] == [R, N, N, R]
