"""Horizons: the row's own day, that of its source, that of all rows; what stands without one, and what expiry costs."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec
import pytest
from judging import judge

from harness.truth.agreement import broken_since
from harness.truth.gaps import without_horizons
from harness.truth.horizons import Endless, endless, vouched_day
from harness.truth.index import Truth
from harness.truth.pack import Pack
from harness.truth.show import list_part

Row = dict[str, Any]
PACK: Row = {
    "sources": [{"id": name, "title": name, "family": name} for name in ("book", "daily", "weekly")],
    "nations": [{"id": "NOR", "name": "Norway", "area": "Europe", "demonyms": ["Norwegian"]},
                {"id": "KEN", "name": "Kenya", "area": "Africa"}],
    "events": [{"id": "mile", "name": "mile", "measure": "time", "better": "lower", "plausible": ["3:40", "5:30"]}],
    "athletes": [{"id": "tor-lie", "name": "Tor Lie", "sex": "men", "nations": [{"value": "NOR"}],
                  "coaches": [{"value": "Per Aas"}], "sources": ["weekly"]},
                 {"id": "odd-moe", "name": "Odd Moe", "sex": "men", "sources": ["book"]}],
    "competitions": [{"id": "games", "name": "Games", "level": "olympic", "medals": True}],
    "editions": [{"id": "games-2020", "competition": "games", "name": "Games 2020", "start": "2020-08-01",
                  "end": "2020-08-11", "sources": ["book"]}],
    "records": [
        {"level": "world", "event": "mile", "sex": "men", "mark": "3:44.00", "athlete": "tor-lie",
         "date": "2019-07-07", "sources": ["book", "daily"]},
        {"level": "world", "event": "mile", "sex": "men", "mark": "3:44.00", "athlete": "odd-moe",
         "date": "2020-07-07", "sources": ["book"]},
    ],
    "medal_tables": [{"edition": "games-2020", "date": "2020-08-11", "sources": ["daily"], "rows": [
        {"nation": "NOR", "gold": 3, "silver": 0, "bronze": 1}, {"nation": "KEN", "gold": 1, "silver": 2, "bronze": 0},
    ]}],
    "completeness": [{"id": "table", "covers": "nations", "competition": "games", "start": "2020", "end": "2020-12-31",
                      "text": "every nation", "sources": ["daily"]}],
}  # fmt: skip
BOOK = {"of": "records", "until": "2020-12-31", "sources": ["book"]}


def truth_of(*horizons: Row, **changes: Any) -> Truth:
    return Truth(msgspec.convert({**PACK, "horizons": list(horizons), **changes}, Pack))


def horizon(of: str, until: str, source: str | None = None) -> Row:
    return {"of": of, "until": until, "sources": ["book"]} | ({"source": source} if source else {})


@pytest.mark.parametrize(
    ("horizons", "own", "until"),
    [
        ([], None, None),
        ([BOOK], None, "2020-12-31"),
        ([BOOK, horizon("records", "2022", "daily")], None, "2022-12-31"),
        ([BOOK, horizon("records", "2022", "daily"), horizon("records", "2021", "book")], None, "2022-12-31"),
        ([BOOK, horizon("records", "2022", "weekly")], None, "2020-12-31"),
        ([horizon("records", "2022", "weekly")], None, None),
        ([horizon("athletes", "2022")], None, None),
        ([BOOK, horizon("records", "2022", "daily")], "2019-12", "2019-12-31"),
    ],
    ids=["none", "of all", "of a source", "the latest source", "of another source", "of no source of its",
         "of another sort", "its own"],
)  # fmt: skip
def test_up_to_which_day_a_record_is_vouched_for(horizons: list[Row], own: str | None, until: str | None) -> None:
    record = {**PACK["records"][0], "vouched_until": own}
    truth = truth_of(*horizons, records=[record])
    day = vouched_day(truth, truth.records[0])
    assert (None if day is None else date.fromordinal(day).isoformat()) == until


def gold(nation: str, number: int, medal: str = "gold") -> Row:
    scope = {"competition": "Games", "year": 2020}
    return {"kind": "medal_count", "nation": nation, "medal": medal, "count": number, "scope": scope}


def rank(nation: str, place: int, **more: Any) -> Row:
    scope = {"competition": "Games", "year": 2020}
    return {"kind": "rank", "of": "nations", "by": "golds", "nation": nation, "rank": place, "scope": scope, **more}


@pytest.mark.parametrize(
    ("claim", "before"),
    [
        (gold("Norway", 3), "supported"),
        (gold("Norway", 2), "refuted"),
        (gold("Kenya", 3, "any"), "supported"),
        (rank("Norway", 1), "supported"),
        (rank("Kenya", 1), "refuted"),
        ({"kind": "count", "of": "nations", "feat": {"medal": "any"}, "count": 2,
          "scope": {"competition": "Games", "year": 2020}}, "supported"),
        ({"kind": "comparison", "nation": "Norway", "next": 1, "how": "more",
          "scope": {"competition": "Games", "year": 2020}}, "supported"),
    ],
    ids=["golds", "wrong golds", "all", "first", "not first", "nations", "the next"],
)  # fmt: skip
def test_a_medal_table_stands_up_to_its_horizon(claim: Row, before: str) -> None:
    """Medals are taken away years later; the table of a source that is not followed any more is open then."""
    truth = truth_of(horizon("medal tables", "2021-06-30", "daily"))
    findings = [judge(truth, claim, published=day)[0] for day in ("2021-06-30", "2021-07-01")]
    assert [finding.verdict for finding in findings] == [before, "not_enough_info"], findings[0]
    if claim["kind"] in ("rank", "comparison", "medal_count"):
        assert "vouched for up to 30 June 2021" in " ".join((findings[1].message, *findings[1].arithmetic))
    assert judge(truth_of(), claim, published="2021-07-01")[0].verdict == before


def test_who_shares_a_record_holds_it_as_long_as_anybody_vouches_for_it() -> None:
    """Equal marks are one record: where one of its rows is vouched for, the holder in the other one has it as well."""
    truth = truth_of(BOOK, horizon("records", "2022", "daily"))
    claims = [{"kind": "record", "level": "world", "athlete": name, "scope": {"event": "mile", "sex": "men"}}
              for name in ("Tor Lie", "Odd Moe")]  # fmt: skip
    for day, verdict in (("2020-12-31", "supported"), ("2021-05-05", "supported"), ("2023-01-01", "not_enough_info")):
        assert [finding.verdict for finding in judge(truth, *claims, published=day)] == [verdict, verdict]


def test_what_stands_without_a_day_is_told() -> None:
    assert list(endless(truth_of())) == [Endless("records", 2), Endless("athletes", 1), Endless("medal tables", 1)]
    truth = truth_of(BOOK, horizon("athletes", "2021", "weekly"), horizon("medal tables", "2021", "book"))
    assert list(endless(truth)) == [Endless("medal tables", 1)]


def test_records_that_were_broken_after_the_day_for_which_they_are_vouched() -> None:
    """Each with the first result that is better: the pack is to be brought up to date, and does not contradict itself.
    What is no better, or better by one who cannot hold it, breaks none."""
    marks = (("2021-05-05", "3:43.90", "odd-moe"), ("2022-06-06", "3:43.00", "tor-lie"))
    races = [{"event": "mile", "sex": "men", "date": date, "city": "Oslo", "sources": ["book"],
              "results": [{"athlete": athlete, "mark": mark}]} for date, mark, athlete in marks]  # fmt: skip
    broken = list(broken_since(truth_of(BOOK, races=races)))
    assert [(record.athlete, result.printed) for record, result in broken] == [
        ("tor-lie", "3:43.90"), ("odd-moe", "3:43.90")
    ]  # fmt: skip
    over = [{**row, "until": "2021-05-05"} for row in PACK["records"]]
    assert list(broken_since(truth_of(BOOK, races=races, records=over))) == []
    women = [{**race, "sex": "women"} for race in races]
    assert list(broken_since(truth_of(BOOK, races=women))) == []


def test_the_list_of_horizons_has_those_of_rows_and_what_has_none() -> None:
    record = {**PACK["records"][0], "vouched_until": "2020-03"}
    truth = truth_of(horizon("athletes", "2021", "weekly"), records=[record])
    assert list(list_part(truth, "horizons")) == [
        "athletes of weekly  vouched for until 2021 (book)",
        "records  world mile men: 3:44.00 Tor Lie, 2019-07-07 to now: vouched for until 2020-03",
        "medal tables  1 without a day, taken to stand without end",
    ]


def test_without_horizons_everything_stands() -> None:
    own = [{**record, "vouched_until": "2020-08"} for record in PACK["records"]]
    truth = truth_of(BOOK, records=own)
    claim = {"kind": "record", "level": "world", "athlete": "Odd Moe", "scope": {"event": "mile", "sex": "men"}}
    verdicts = [judge(each, claim, published="2024-01-01")[0].verdict for each in (truth, without_horizons(truth))]
    assert verdicts == ["not_enough_info", "supported"]


def test_a_result_after_the_horizon_is_of_no_known_nation() -> None:
    """The runner may have changed nations since: the medal counts for neither, until a source says so."""
    final = {"edition": "games-2020", "event": "mile", "sex": "men", "date": "2020-08-05", "round": "final",
             "results": [{"athlete": "tor-lie", "place": 1}], "sources": ["book"]}  # fmt: skip
    claims = [{"kind": "medal_count", "nation": nation, "medal": "gold", "count": count,
               "scope": {"competition": "Games", "year": 2020, "event": "mile", "sex": "men"}}
              for nation, count in (("Norway", 1), ("Kenya", 1), ("Norway", "no"))]  # fmt: skip
    every = {"id": "medals", "covers": "medals", "competition": "games", "start": "2020", "end": "2020-12-31",
             "text": "all", "sources": ["book"], "sex": "men"}  # fmt: skip
    changes: Row = {"races": [final], "medal_tables": [], "completeness": [every]}
    known = [finding.verdict for finding in judge(truth_of(**changes), *claims, published="2020-09-01")]
    assert known == ["supported", "refuted", "refuted"]
    expired = truth_of(horizon("athletes", "2020-07"), **changes)
    verdicts = [finding.verdict for finding in judge(expired, *claims, published="2020-09-01")]
    assert verdicts == ["not_enough_info"] * 3
    own = {**final, "results": [{"athlete": "tor-lie", "place": 1, "nation": "NOR"}]}
    told = truth_of(horizon("athletes", "2020-07"), **{**changes, "races": [own]})
    assert [finding.verdict for finding in judge(told, *claims, published="2020-09-01")] == known


def test_whom_an_article_means_by_a_nation_is_told_by_the_last_that_is_known() -> None:
    """ "The Norwegian" is a name, and no claim that the runner has not changed nations since."""
    final = {"edition": "games-2020", "event": "mile", "sex": "men", "date": "2020-08-05", "round": "final",
             "results": [{"athlete": "tor-lie", "place": 1}], "sources": ["book"]}  # fmt: skip
    scope = {"event": "mile", "competition": "Games", "year": 2020}
    claims = [{"kind": "place", "athlete": name, "place": 1, "scope": scope} for name in ("Tor Lie", "the Norwegian")]
    truth = truth_of(horizon("athletes", "2019"), races=[final], medal_tables=[])
    assert [finding.verdict for finding in judge(truth, *claims, published="2020-09-01")] == ["supported"] * 2
