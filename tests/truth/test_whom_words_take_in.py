"""What words take in, and up to when: both sexes, a whole Games, teams, precision, horizons, shared titles."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from judging import judge

from harness.truth.index import Truth
from harness.truth.pack import Pack

Row = dict[str, Any]


def person(id_: str, nation: str, sex: str, **more: Any) -> Row:
    name = id_.replace("-", " ").title()
    return {"id": id_, "name": name, "sex": sex, "nations": [{"value": nation}], "sources": ["book"], **more}


def holding(competition: str, name: str, year: int, **more: Any) -> Row:
    return {
        "id": f"{competition}-{year}",
        "competition": competition,
        "name": f"{name} {year}",
        "start": f"{year}-07-01",
        "end": f"{year}-07-09",
        "sources": ["book"],
        **more,
    }


def ran(athlete: str, place: int | None = None, mark: str | None = None, **more: Any) -> Row:
    given = {"place": place, "mark": mark}
    return {"athlete": athlete, **{name: value for name, value in given.items() if value is not None}, **more}


def race(edition: str, event: str, sex: str, day: int, *results: Row, **more: Any) -> Row:
    return {
        "edition": edition,
        "event": event,
        "sex": sex,
        "round": "final",
        "date": f"{edition[-4:]}-07-0{day}",
        "results": list(results),
        "sources": ["book"],
        **more,
    }


def statement(id_: str, covers: str, **more: Any) -> Row:
    return {"id": id_, "covers": covers, "start": "2010", "end": "2022", "text": id_, "sources": ["book"], **more}


SPRINT, RELAY = "200m", "4x200m"
MEDALS = {"competition": "isles", "events": [SPRINT], "none_before": True}
WORLD: Row = {
    "sources": [{"id": "book", "title": "Book", "family": "book"}],
    "nations": [
        {"id": "ISL", "name": "Iceland", "area": "Europe", "demonyms": ["Icelandic", "Icelander"]},
        {"id": "MLT", "name": "Malta", "area": "Europe", "demonyms": ["Maltese"]},
        {"id": "NEU", "name": "Neutral Athletes", "demonyms": ["neutral"]},
    ],
    "events": [
        {
            "id": SPRINT,
            "name": "200 m",
            "measure": "time",
            "better": "lower",
            "plausible": ["19.00", "40.00"],
            "metres": 200,
        },
        {
            "id": RELAY,
            "name": "4x200 m relay",
            "measure": "time",
            "better": "lower",
            "plausible": ["1:18.00", "2:30.00"],
            "metres": 800,
            "team": True,
            "aliases": ["relay"],
        },
        {
            "id": "10km",
            "name": "10 km",
            "measure": "time",
            "better": "lower",
            "plausible": ["26:00", "59:00"],
            "metres": 10000,
        },
    ],
    "athletes": [
        person("anna-berg", "ISL", "women"),
        person("bera-dahl", "ISL", "women"),
        person("carla-zammit", "MLT", "women"),
        person("david-egg", "ISL", "men", born="1990"),
        person("erik-falk", "ISL", "men"),
        person("fred-grech", "MLT", "men"),
        person("gunnar-holm", "NEU", "men"),
        person("hugo-ivar", "ISL", "men"),
        {"id": "isl-relay", "name": "Iceland", "sex": "men", "nations": [{"value": "ISL"}], "sources": ["book"]},
        {"id": "mlt-relay", "name": "Malta", "sex": "men", "nations": [{"value": "MLT"}], "sources": ["book"]},
    ],
    "competitions": [
        {"id": "isles", "name": "Isles Games", "level": "continental", "medals": True},
        {"id": "fair", "name": "Harbour Fair", "level": "meeting"},
    ],
    "editions": [
        holding("isles", "Isles Games", 2010),
        holding("isles", "Isles Games", 2014),
        holding("isles", "Isles Games", 2018),
        {**holding("fair", "Harbour Fair", 2019), "start": "2019-07-04", "end": "2019-07-04"},
    ],
    "races": [
        race(
            "isles-2010",
            SPRINT,
            "women",
            3,
            ran("anna-berg", 1, "23.00"),
            ran("bera-dahl", 2, "23.10"),
            ran("carla-zammit", 3, "23.20"),
        ),
        race(
            "isles-2010",
            SPRINT,
            "men",
            4,
            ran("fred-grech", 1, "21.00"),
            ran("david-egg", 2, "21.10"),
            ran("erik-falk", 3, "21.20"),
        ),
        race(
            "isles-2014",
            SPRINT,
            "women",
            3,
            ran("anna-berg", 1, "23.05"),
            ran("carla-zammit", 1, "23.05"),
            ran("bera-dahl", 3, "23.15"),
        ),
        race(
            "isles-2014",
            SPRINT,
            "men",
            4,
            ran("david-egg", 1, "21.00"),
            ran("fred-grech", 2, "21.00"),
            ran("gunnar-holm", 3, "21.30"),
        ),
        race(
            "isles-2018",
            SPRINT,
            "women",
            3,
            ran("carla-zammit", 1, "23.00"),
            ran("anna-berg", 2, "23.01"),
            ran("bera-dahl", 3, "23.02"),
        ),
        race(
            "isles-2018",
            SPRINT,
            "men",
            4,
            ran("david-egg", 1, "20.90"),
            ran("erik-falk", 2, "21.0h"),
            ran("fred-grech", 3, "21.40"),
        ),
        race(
            "isles-2018",
            RELAY,
            "men",
            5,
            ran("isl-relay", 1, "1:25.00", members=["david-egg", "erik-falk"]),
            ran("mlt-relay", 2, "1:26.00"),
        ),
        race(
            "isles-2018",
            RELAY,
            "men",
            4,
            ran("isl-relay", 1, "1:26.50", members=["erik-falk", "hugo-ivar"]),
            round="heat 1",
        ),
        race("fair-2019", "10km", "men", 4, ran("erik-falk", 9, "40:10", net="39:50")),
        race("fair-2019", SPRINT, "men", 4, ran("david-egg", 1, "20.80"), ran("erik-falk", 2, "20.95")),
    ],
    "records": [
        {
            "level": "world",
            "event": SPRINT,
            "sex": "men",
            "mark": "19.50",
            "athlete": "david-egg",
            "date": "2015-05-05",
            "until": "2017-08-08",
            "sources": ["book"],
        },
        {
            "level": "world",
            "event": SPRINT,
            "sex": "men",
            "mark": "19.40",
            "athlete": "erik-falk",
            "date": "2017-08-08",
            "sources": ["book"],
        },
        {
            "level": "world",
            "event": SPRINT,
            "sex": "men",
            "mark": "19.40",
            "athlete": "fred-grech",
            "date": "2018-03-03",
            "sources": ["book"],
        },
    ],
    "completeness": [
        statement("medals-men", "medals", sex="men", **MEDALS),
        statement("medals-women", "medals", sex="women", **MEDALS),
        statement("medals-relay", "medals", sex="men", competition="isles", events=[RELAY], none_before=True),
        statement("of-hugo", "races", athletes=["hugo-ivar"], indoor_too=True, none_before=True),
        statement("editions", "editions", competition="isles", none_before=True),
    ],
    "horizons": [
        {"of": "records", "until": "2020-12-31", "sources": ["book"]},
        {"of": "athletes", "until": "2020-12-31", "sources": ["book"]},
    ],
}


def truth_of(**changes: Any) -> Truth:
    return Truth(msgspec.convert({**WORLD, **changes}, Pack))


@pytest.fixture(scope="module")
def truth() -> Truth:
    return truth_of()


AT_ISLES: Row = {"event": SPRINT, "competition": "Isles Games"}


def first(who: str, how: str = "first", **scope: Any) -> Row:
    return {"kind": "only", "members": [who], "feat": {"titles": 2}, "how": how, "scope": AT_ISLES | scope}


def since(who: str | None, feat: Row, scope: Row, **more: Any) -> Row:
    return {
        "kind": "since",
        "feat": feat,
        "order": "first",
        "scope": scope,
        **({"athlete": who} if who else {}),
        **more,
    }


def medal(who: str, medal: str, **scope: Any) -> Row:
    return {"kind": "medal", "athlete": who, "medal": medal, "scope": scope}


def title(who: str, year: int | None = None, status: str = "won", **scope: Any) -> Row:
    return {"kind": "title", "athlete": who, "status": status, "scope": scope | ({"year": year} if year else {})}


def mark(who: str, printed: str, **scope: Any) -> Row:
    return {"kind": "mark", "athlete": who, "mark": printed, "scope": scope}


def record(who: str, printed: str | None = None, **more: Any) -> Row:
    figure = {"mark": printed} if printed else {}
    return {
        "kind": "record",
        "level": "world",
        "athlete": who,
        "scope": {"event": SPRINT, "sex": "men"},
        **figure,
        **more,
    }


WOMEN_2014, MEN_2018 = {"year": 2014, "sex": "women"}, {"year": 2018, "sex": "men"}


def count_of(athlete: str, of: str, number: int | str) -> Row:
    return {"kind": "count", "athlete": athlete, "of": of, "count": number, "scope": {"competition": "Isles Games"}}


def started(athlete: str, **scope: Any) -> Row:
    return {"kind": "start", "athlete": athlete, "status": "started", "scope": RELAY_2018 | scope}


def place_of(athlete: str, place: int) -> Row:
    return {"kind": "place", "athlete": athlete, "place": place, "scope": RELAY_2018 | {"round": "final"}}


RELAY_2018 = {"event": "relay", "competition": "Isles Games", "year": 2018}
FAIR = {"event": "10 km", "competition": "Harbour Fair", "year": 2019}

ROWS = [
    # No silent sex: a person is a man or a woman.
    ("first person to win twice", first("David Egg"), "refuted"),
    ("first man to win twice", first("David Egg", sex="men"), "supported"),
    ("she was before him", first("Anna Berg"), "supported"),
    ("only person to win twice", first("David Egg", how="only"), "refuted"),
    ("only man to win twice", first("David Egg", how="only", sex="men"), "supported"),
    (
        "first Icelander since 2014, of all",
        since("David Egg", {"titles": 1}, AT_ISLES | {"year": 2018, "nation": "Iceland"}, since="2014"),
        "supported",
    ),
    (
        "first Icelander since 2010",
        since("David Egg", {"titles": 1}, AT_ISLES | {"year": 2018, "nation": "Iceland"}, since="2010"),
        "refuted",
    ),
    # A first Games is about the Games, whatever was run elsewhere.
    (
        "first Games of Zammit",
        since("Carla Zammit", {"race": "any"}, {"competition": "Isles Games", "year": 2018}),
        "refuted",
    ),
    # Two medals in one final are two.
    (
        "two Icelandic women",
        since(None, {"medals": 2}, AT_ISLES | {"year": 2018, "sex": "women", "nation": "Iceland"}, since="2014"),
        "supported",
    ),
    (
        "not since 2010",
        since(None, {"medals": 2}, AT_ISLES | {"year": 2018, "sex": "women", "nation": "Iceland"}, since="2010"),
        "refuted",
    ),
    (
        "two Icelandic men, the first since 2010",
        since(None, {"medals": 2}, AT_ISLES | MEN_2018 | {"nation": "Iceland"}, since="2010"),
        "supported",
    ),
    (
        "not since 2014, when there was one",
        since(None, {"medals": 2}, AT_ISLES | MEN_2018 | {"nation": "Iceland"}, since="2014"),
        "refuted",
    ),
    # Without an event every event is meant.
    ("a medallist of 2018", medal("Erik Falk", "silver", competition="Isles Games", year=2018), "supported"),
    # Shared titles.
    ("one of two champions", title("Anna Berg", **AT_ISLES, **WOMEN_2014), "supported"),
    ("the other", title("Carla Zammit", **AT_ISLES, **WOMEN_2014), "supported"),
    ("third", title("Bera Dahl", **AT_ISLES, **WOMEN_2014), "refuted"),
    # A shared record is each one's.
    ("holds it", record("Fred Grech"), "supported"),
    ("holds it too", record("Erik Falk"), "supported"),
    ("held it before", record("David Egg"), "refuted"),
    # A record set in a printed year.
    (
        "in 2017",
        record("Erik Falk", "19.40", when="set", scope={"event": SPRINT, "sex": "men", "on": "2017"}),
        "supported",
    ),
    (
        "not in 2016",
        record("Erik Falk", "19.40", when="set", scope={"event": SPRINT, "sex": "men", "on": "2016"}),
        "refuted",
    ),
    (
        "in May 2015",
        record("David Egg", "19.50", when="set", scope={"event": SPRINT, "sex": "men", "on": "May 2015"}),
        "supported",
    ),
    (
        "another mark of 2017",
        record("Erik Falk", "19.10", when="set", scope={"event": SPRINT, "sex": "men", "on": "2017"}),
        "not_enough_info",
    ),
    # Titles of a meeting, which gives no medals.
    (
        "a title there",
        {
            "kind": "count",
            "of": "titles",
            "athlete": "David Egg",
            "count": 1,
            "scope": {"event": SPRINT, "competition": "Harbour Fair", "year": 2019},
        },
        "supported",
    ),
    (
        "not two",
        {
            "kind": "count",
            "of": "titles",
            "athlete": "David Egg",
            "count": 2,
            "scope": {"event": SPRINT, "competition": "Harbour Fair", "year": 2019},
        },
        "refuted",
    ),
    # Teams: in the final, in the heat only, of the other nation, with a line-up that nobody knows.
    ("ran in the final", medal("David Egg", "gold", **RELAY_2018), "supported"),
    ("ran in the heat", medal("Hugo Ivar", "gold", **RELAY_2018), "supported"),
    ("no medal is wrong", medal("David Egg", "none", **RELAY_2018), "refuted"),
    ("of another nation", medal("Fred Grech", "gold", **RELAY_2018), "refuted"),
    ("perhaps of the second team", medal("Fred Grech", "silver", **RELAY_2018), "not_enough_info"),
    ("perhaps of none", medal("Fred Grech", "none", **RELAY_2018), "not_enough_info"),
    ("ran the heat only: no final", count_of("Hugo Ivar", "finals", 1), "refuted"),
    ("ran the heat only: none", count_of("Hugo Ivar", "finals", 0), "supported"),
    ("ran the final", count_of("Erik Falk", "finals", "at least 3"), "supported"),
    ("ran the heat only: a medal", count_of("Hugo Ivar", "medals", 1), "supported"),
    ("ran the heat only: a title", count_of("Hugo Ivar", "titles", 1), "supported"),
    ("ran the heat only: perhaps a win", count_of("Hugo Ivar", "wins", 2), "not_enough_info"),
    ("no start in the final", started("Hugo Ivar", round="final"), "not_enough_info"),
    ("a start in the heat", started("Hugo Ivar", round="heat 1"), "supported"),
    ("a start in the final", started("David Egg", round="final"), "supported"),
    ("no place in the final", place_of("Hugo Ivar", 1), "not_enough_info"),
    ("champions all", title("Hugo Ivar", **RELAY_2018), "supported"),
    ("no champion", title("Fred Grech", **RELAY_2018), "refuted"),
    # Precision: what is printed finer than the official mark.
    ("as official", mark("Erik Falk", "20.95", event=SPRINT, competition="Harbour Fair", year=2019), "supported"),
    (
        "a thousandth that fits",
        mark("Erik Falk", "20.944", event=SPRINT, competition="Harbour Fair", year=2019),
        "not_enough_info",
    ),
    (
        "a thousandth that does not",
        mark("Erik Falk", "20.934", event=SPRINT, competition="Harbour Fair", year=2019),
        "refuted",
    ),
    ("by hand, to the tenth", mark("Erik Falk", "21.0", **AT_ISLES, **MEN_2018), "supported"),
    ("by hand, to the hundredth", mark("Erik Falk", "21.00", **AT_ISLES, **MEN_2018), "not_enough_info"),
    ("by hand, another tenth", mark("Erik Falk", "21.15", **AT_ISLES, **MEN_2018), "refuted"),
    # Gun and chip.
    ("the gun", mark("Erik Falk", "40:10", **FAIR), "supported"),
    ("the chip", mark("Erik Falk", "39:50", **FAIR), "supported"),
    ("under forty minutes", mark("Erik Falk", "under 40 minutes", **FAIR), "supported"),
    ("neither", mark("Erik Falk", "38:50", **FAIR), "refuted"),
    # Who runs for a neutral team is of a country all the same.
    ("neutral", {"kind": "bio", "athlete": "Gunnar Holm", "nation": "Neutral Athletes"}, "supported"),
    ("perhaps an Icelander", {"kind": "bio", "athlete": "Gunnar Holm", "nation": "Icelander"}, "not_enough_info"),
    ("no Maltese", {"kind": "bio", "athlete": "Erik Falk", "nation": "Maltese"}, "refuted"),
]


@pytest.mark.parametrize(("claim", "verdict"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_verdict(truth: Truth, claim: Row, verdict: str) -> None:
    (finding,) = judge(truth, claim, published="2019-12-01")
    assert finding.verdict == verdict, finding.message


@pytest.mark.parametrize(
    "claim",
    [
        record("Erik Falk", "19.40"),
        record("David Egg"),
        {"kind": "bio", "athlete": "Erik Falk", "nation": "Icelander"},
        {"kind": "bio", "athlete": "Erik Falk", "nation": "Maltese"},
    ],
    ids=["the record", "not the record", "the nation", "not the nation"],
)
def test_after_the_horizon_everything_that_lasts_is_open(truth: Truth, claim: Row) -> None:
    before, after = (judge(truth, claim, published=day)[0] for day in ("2020-12-31", "2021-01-01"))
    assert before.verdict in ("supported", "refuted")
    assert after.verdict == "not_enough_info"
    assert "31 December 2020" in after.message


def test_a_record_vouched_for_by_itself_reaches_further() -> None:
    rows = [{**row, "vouched_until": "2021-06-01"} for row in WORLD["records"]]
    (finding,) = judge(truth_of(records=rows), record("Erik Falk", "19.40"), published="2021-05-01")
    assert finding.verdict == "supported"


def test_without_a_horizon_what_stands_stands() -> None:
    (finding,) = judge(truth_of(horizons=[]), record("Erik Falk", "19.40"), published="2029-05-01")
    assert finding.verdict == "supported"


def test_members_are_no_starters(truth: Truth) -> None:
    """The team is once in the race, and its nation has one medal for it."""
    claim = {
        "kind": "medal_count",
        "nation": "Iceland",
        "medal": "any",
        "count": 1,
        "scope": RELAY_2018 | {"sex": "men"},
    }
    (finding,) = judge(truth, claim, published="2019-12-01")
    assert finding.verdict == "supported", finding.message


def test_two_shared_titles_are_no_conflict(truth: Truth) -> None:
    from harness.checking.gathering import conflicts_among

    findings = judge(
        truth,
        title("Anna Berg", **AT_ISLES, **WOMEN_2014),
        title("Carla Zammit", **AT_ISLES, **WOMEN_2014),
        published="2019-12-01",
    )
    assert conflicts_among(findings) == ()


@pytest.mark.parametrize(
    ("printed", "scope", "suggestion"),
    [
        ("21.4", AT_ISLES | MEN_2018, "21.0"),
        ("21.42", AT_ISLES | MEN_2018, "21.0"),
        ("21.4", {"event": SPRINT, "competition": "Harbour Fair", "year": 2019}, "21.0"),
        ("21.42", {"event": SPRINT, "competition": "Harbour Fair", "year": 2019}, "20.95"),
    ],
)
def test_a_correction_is_no_finer_than_source_and_article(truth, printed, scope, suggestion) -> None:
    (finding,) = judge(truth, mark("Erik Falk", printed, **scope), published="2019-12-01")
    assert (finding.verdict, finding.suggestion) == ("refuted", suggestion)


def relay_without(nations: list[Row], **team: Any) -> Truth:
    """The relay of 2018 with a team of whose runners nothing is known, and one runner of these nations."""
    races = [
        race("isles-2018", RELAY, "men", 5, ran("isl-relay", **team), ran("mlt-relay", 3, members=["fred-grech"])),
        race("isles-2018", RELAY, "men", 4, ran("mlt-relay", 1, members=["fred-grech"]), round="heat 1"),
    ]
    people = [{**one, "nations": nations} if one["id"] == "erik-falk" else one for one in WORLD["athletes"]]
    return truth_of(races=races, athletes=people, completeness=[])


@pytest.mark.parametrize("colour", ["gold", "silver", "bronze", "none"])
def test_a_team_whose_place_is_not_known_may_have_won_anything(colour: str) -> None:
    truth = relay_without([{"value": "ISL"}], place=None, mark="1:25.00")
    assert (
        judge(truth, medal("Erik Falk", colour, **RELAY_2018), published="2019-01-01")[0].verdict == "not_enough_info"
    )


def test_who_is_of_no_known_nation_may_have_run_for_a_team_that_is_not_told() -> None:
    truth = relay_without([], place=2)
    verdicts = [judge(truth, medal("Erik Falk", colour, **RELAY_2018), published="2019-01-01")[0].verdict
                for colour in ("gold", "silver", "none")]  # fmt: skip
    assert verdicts == ["not_enough_info"] * 3
    known = judge(relay_without([{"value": "ISL"}], place=2), medal("Erik Falk", "gold", **RELAY_2018),
                  published="2019-01-01")  # fmt: skip
    assert known[0].verdict == "refuted"


@pytest.mark.parametrize(("heat", "verdict"), [({}, "not_enough_info"), ({"qualified": ""}, "refuted")])
def test_who_ran_the_heat_of_a_final_that_is_not_told_may_have_its_medal(heat: Row, verdict: str) -> None:
    """Every race of the runner is known, and the final was none of them: the medal is theirs all the same."""
    ran_heat = ran("isl-relay", 1, "1:26.00", members=["erik-falk", "hugo-ivar"], **heat)
    races = [race("isles-2018", RELAY, "men", 4, ran_heat, round="heat 1")]
    every = statement("of-erik", "races", athletes=["erik-falk"], indoor_too=True, none_before=True)
    truth = truth_of(races=races, completeness=[every])
    claims = [count_of("Erik Falk", "medals", 1), count_of("Erik Falk", "titles", "at least one")]
    assert [finding.verdict for finding in judge(truth, *claims, published="2019-01-01")] == [verdict] * 2
    known = judge(truth, count_of("Erik Falk", "races", 1), published="2019-01-01")
    assert known[0].verdict == "supported"


def test_a_sprint_of_unknown_round_may_be_the_heat_of_the_same_day() -> None:
    """The final of that day is not told: the place and the time of the heat refute nothing of it."""
    heat = race("fair-2019", SPRINT, "men", 4, ran("erik-falk", 1, "20.50"), round="")
    slow = race("fair-2019", "10km", "men", 4, ran("erik-falk", 1, "30:00"), round="")
    truth = truth_of(races=[heat, slow], completeness=[])
    day = {"competition": "Harbour Fair", "year": 2019, "on": "4 July 2019"}
    claims: list[Row] = [{"kind": "place", "athlete": "Erik Falk", "place": 3, "scope": {**day, "event": event}}
              for event in ("200 m", "10 km")]  # fmt: skip
    assert [finding.verdict for finding in judge(truth, *claims, published="2019-08-01")] == [
        "not_enough_info", "refuted",
    ]  # fmt: skip


def test_a_mark_on_the_way_is_none_of_a_championship_named_without_a_year() -> None:
    """At a championship of several days the event's name is that of a race; at a meeting it may be one on the way."""
    races = [
        race(at, "10km", "men", 4, ran("erik-falk", mark="29:59"), round="", en_route=True)
        for at in ("isles-2018", "fair-2019")
    ]
    half = {**WORLD["events"][2], "id": "half", "name": "half marathon", "metres": 21097}
    longer = {**half, "plausible": ["57:00", "2:59:00"]}
    every = statement("of-erik", "races", athletes=["erik-falk"], indoor_too=True, none_before=True)
    truth = truth_of(events=[*WORLD["events"], longer], races=races, completeness=[every])
    claims: list[Row] = [
        {"kind": "mark", "athlete": "Erik Falk", "mark": "29:59", "scope": {"event": "10 km", "competition": name}}
        for name in ("Isles Games", "Harbour Fair")
    ]
    verdicts = [finding.verdict for finding in judge(truth, *claims, published="2019-08-01")]
    assert verdicts == ["not_enough_info", "supported"]


def test_of_several_meetings_one_known_final_is_not_the_only_one_meant() -> None:
    """Of the fair of 2018 the round is not known: it may be the final that the words mean."""
    told = race("fair-2019", SPRINT, "men", 4, ran("erik-falk", 1, "20.50"))
    open_round = race("isles-2018", SPRINT, "men", 4, ran("erik-falk", 2, "20.90"), round="")
    every = statement("of-erik", "races", athletes=["erik-falk"], indoor_too=True, none_before=True)
    truth = truth_of(races=[told, open_round], completeness=[every])
    claim = {"kind": "mark", "athlete": "Erik Falk", "mark": "20.90", "scope": {"event": "200 m"}}
    (finding,) = judge(truth, claim, published="2019-08-01")
    assert finding.verdict == "not_enough_info"
