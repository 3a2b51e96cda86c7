"""Every mistake that a ground truth pack can hold is found, at its path; a pack without one is left in peace."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from harness.truth.lint import lint
from harness.truth.pack import Pack

Data = dict[str, Any]

# Two editions of one championship, a meeting, the record that fell there; nothing in it is true.
CLEAN = """
{
 "sources": [{"id": "book", "title": "The book", "family": "book"}],
 "nations": [{"id": "NOR", "name": "Norway", "area": "Europe"}, {"id": "KEN", "name": "Kenya", "area": "Africa"}],
 "events": [{"id": "1500m", "name": "1500 m", "measure": "time", "better": "lower", "plausible": ["3:20", "6:00"]},
  {"id": "long-jump", "name": "long jump", "measure": "distance", "better": "higher", "plausible": ["5.00", "9.50"]}],
 "athletes": [
  {"id": "ada", "name": "Ada", "sex": "men", "nations": [{"value": "NOR"}], "sources": ["book"],
   "coaches": [{"value": "Ola", "start": "2018", "end": "2022"}]},
  {"id": "ben", "name": "Ben", "sex": "men", "nations": [{"value": "KEN"}], "sources": ["book"]},
  {"id": "cai", "name": "Cai", "sex": "men", "nations": [{"value": "NOR"}], "sources": ["book"]},
  {"id": "dov", "name": "Dov", "sex": "men", "nations": [{"value": "KEN"}], "sources": ["book"]}],
 "competitions": [{"id": "cup", "name": "Cup", "level": "world", "medals": true, "nation": "NOR"}],
 "editions": [
  {"id": "cup-2020", "competition": "cup", "name": "Cup 2020", "start": "2020-07-01", "end": "2020-07-03",
   "nation": "NOR", "sources": ["book"]},
  {"id": "cup-2022", "competition": "cup", "name": "Cup 2022", "start": "2022", "end": "2022", "sources": ["book"]}],
 "races": [
  {"event": "1500m", "sex": "men", "date": "2020-07-03", "edition": "cup-2020", "round": "final", "sources": ["book"],
   "results": [{"athlete": "ada", "place": 1, "mark": "3:31.00", "splits": {"800m": "1:52.0"}},
    {"athlete": "ben", "place": 2, "mark": "3:32.50",
     "disputes": [{"field": "mark", "value": "3:32.60", "sources": ["book"]}]},
    {"athlete": "cai", "place": 3, "mark": "3:32.50"}]},
  {"event": "1500m", "sex": "men", "date": "2022", "edition": "cup-2022", "round": "final", "sources": ["book"],
   "results": [
    {"athlete": "dov", "place": 1, "annulled": {"start": "2023-01-02", "why": "doping", "sources": ["book"]}},
    {"athlete": "ben", "place": 1, "mark": "3:33.00", "was": {"place": 2, "end": "2023-01-02"}},
    {"athlete": "ada", "place": 2, "mark": "3:34.1h"}, {"athlete": "cai", "place": 2, "mark": "3:34.10"}]},
  {"event": "long-jump", "sex": "men", "date": "2021-05-05", "city": "Oslo",
   "results": [{"athlete": "ada", "place": 1, "mark": "8.20", "sources": ["book"]},
    {"athlete": "ben", "place": 2, "mark": "8.10", "sources": ["book"]}]},
  {"event": "1500m", "sex": "men", "date": "2021-06-01", "city": "Oslo", "sources": ["book"],
   "results": [{"athlete": "ben", "mark": "3:30.00"}, {"athlete": "dov", "status": "DNF"}]}],
 "records": [
  {"level": "world", "event": "1500m", "sex": "men", "mark": "3:31.00", "athlete": "ada", "date": "2020-07-03",
   "until": "2021-06-01", "sources": ["book"]},
  {"level": "area", "of": "Europe", "event": "1500m", "sex": "men", "mark": "3:31.00", "athlete": "ada",
   "date": "2020-07-03", "sources": ["book"]},
  {"level": "national", "of": "KEN", "event": "1500m", "sex": "men", "mark": "3:30.00", "athlete": "ben",
   "date": "2021-06-01", "sources": ["book"]},
  {"level": "championship", "of": "cup", "event": "1500m", "sex": "men", "mark": "3:31.00", "athlete": "ada",
   "date": "2020-07-03", "sources": ["book"]}],
 "medal_tables": [
  {"edition": "cup-2020", "date": "2020-07-03", "sources": ["book"], "rows": [
   {"nation": "NOR", "gold": 1, "silver": 0, "bronze": 1}, {"nation": "KEN", "gold": 0, "silver": 1, "bronze": 2}]}],
 "completeness": [
  {"id": "medals", "covers": "medals", "competition": "cup", "events": ["1500m"], "sex": "men", "start": "2020",
   "end": "2022", "text": "all medals", "sources": ["book"]},
  {"id": "list", "covers": "athletes", "events": ["1500m"], "sex": "men", "down_to": "3:32.00", "start": "2022-01-01",
   "end": "2022-12-31", "text": "a list", "sources": ["book"]},
  {"id": "season", "covers": "races", "athletes": ["ben"], "events": ["1500m"], "start": "2021-01-01",
   "end": "2021-12-31", "text": "a season", "sources": ["book"]},
  {"id": "pair", "covers": "meetings", "athletes": ["ada", "ben"], "start": "2020", "end": "2022", "text": "a pair",
   "sources": ["book"]},
  {"id": "finals", "covers": "finals", "athletes": ["ben"], "levels": ["world"], "start": "2020", "end": "2022",
   "text": "finals", "sources": ["book"]},
  {"id": "editions", "covers": "editions", "competition": "cup", "start": "2020", "end": "2022", "text": "editions",
   "sources": ["book"]},
  {"id": "nations", "covers": "nations", "competition": "cup", "start": "2020", "end": "2020", "down_to": "1 golds",
   "text": "nations with a gold", "sources": ["book"]}]
}
"""


def put(path: str, value: object) -> Callable[[Data], None]:
    """A change: what `path` ("races.0.date") leads to becomes `value`; None takes it away."""

    def change(data: Data) -> None:
        *way, last = [int(step) if step.isdigit() else step for step in path.split(".")]
        at: Any = data
        for step in way:
            at = at[step]
        if value is None:
            del at[last]
        elif isinstance(at, list) and last == len(at):
            at.append(value)
        else:
            at[last] = value

    return change


def also(*changes: Callable[[Data], None]) -> Callable[[Data], None]:
    return lambda data: [change(data) for change in changes] and None


def flaws(change: Callable[[Data], None]) -> list[tuple[str, str]]:
    data = json.loads(CLEAN)
    change(data)
    return [(flaw.path, flaw.message) for flaw in lint(msgspec.convert(data, Pack))]


UNKNOWN = [
    ("a result's athlete", "races.0.results.2.athlete", "eve", "races[0].results[2].athlete"),
    ("a race's event", "races.3.event", "marathon", "races[3].event"),
    ("a race's edition", "races.3.edition", "cup-1999", "races[3].edition"),
    ("a race's nation", "races.3.nation", "XXX", "races[3].nation"),
    ("a race's source", "races.0.sources", ["web"], "races[0].sources"),
    ("a result's nation", "races.0.results.0.nation", "XXX", "races[0].results[0].nation"),
    ("a dispute's source", "races.0.results.1.disputes.0.sources", ["web"], "races[0].results[1].disputes[0].sources"),
    ("an annulment's source", "races.1.results.0.annulled.sources", ["web"], "races[1].results[0].annulled.sources"),
    ("an athlete's nation", "athletes.0.nations.0.value", "XXX", "athletes[0].nations"),
    ("an athlete's source", "athletes.0.sources", ["web"], "athletes[0].sources"),
    ("a competition's nation", "competitions.0.nation", "XXX", "competitions[0].nation"),
    ("an edition's competition", "editions.1.competition", "league", "editions[1].competition"),
    ("an edition's nation", "editions.0.nation", "XXX", "editions[0].nation"),
    ("a record's athlete", "records.0.athlete", "eve", "records[0].athlete"),
    ("a record's event", "records.0.event", "marathon", "records[0].event"),
    ("an area that there is not", "records.1.of", "Atlantis", "records[1].of"),
    ("a nation that there is not", "records.2.of", "XXX", "records[2].of"),
    ("a competition that there is not", "records.3.of", "league", "records[3].of"),
    ("a world record of something", "records.0.of", "Europe", "records[0].of"),
    ("a medal table's edition", "medal_tables.0.edition", "cup-1999", "medal_tables[0].edition"),
    ("a medal table's nation", "medal_tables.0.rows.1.nation", "XXX", "medal_tables[0].rows[1].nation"),
    ("a statement's competition", "completeness.0.competition", "league", "completeness[0].competition"),
    ("a statement's event", "completeness.1.events", ["marathon"], "completeness[1].events"),
    ("a statement's athlete", "completeness.2.athletes", ["eve"], "completeness[2].athletes"),
    ("a statement's nation", "completeness.1.nation", "XXX", "completeness[1].nation"),
]
NO_SOURCE = [
    ("athlete", "athletes.0.sources", [], "athletes[0]"),
    ("edition", "editions.0.sources", [], "editions[0]"),
    ("record", "records.0.sources", [], "records[0]"),
    ("statement", "completeness.0.sources", [], "completeness[0]"),
    ("medal table", "medal_tables.0.sources", [], "medal_tables[0]"),
    ("result of a race without one", "races.2.results.1.sources", None, "races[2].results[1]"),
    ("dispute", "races.0.results.1.disputes.0.sources", [], "races[0].results[1].disputes[0]"),
    ("annulment", "races.1.results.0.annulled.sources", [], "races[1].results[0].annulled"),
]
NO_DATE = [
    ("of a race", "races.3.date", "2021-02-30", "races[3].date"),
    ("of an edition", "editions.0.end", "2020-13", "editions[0].end"),
    ("of a birth", "athletes.0.born", "2001-02-29", "athletes[0].born"),
    ("of a coach", "athletes.0.coaches.0.start", "2018-00", "athletes[0].coaches[0].start"),
    ("of an annulment", "races.1.results.0.annulled.start", "2023-04-31", "races[1].results[0].annulled.start"),
    ("of a lost place", "races.1.results.1.was.end", "2023-04-31", "races[1].results[1].was.end"),
    ("of a record", "records.0.until", "2021-06-31", "records[0].until"),
    ("of a statement", "completeness.3.start", "2020-99", "completeness[3].start"),
]
TOO_EARLY = [
    ("record", "records.0.until", "2020-07-02", "records[0]"),
    ("edition", "editions.0.end", "2020-06-30", "editions[0]"),
    ("coach", "athletes.0.coaches.0.end", "2017", "athletes[0].coaches[0]"),
    ("statement", "completeness.3.end", "2019", "completeness[3]"),
]
NO_MARK = [
    ("unreadable", "races.0.results.0.mark", "fast", "races[0].results[0].mark", "not a time"),
    ("too fast", "races.0.results.0.mark", "3:10.00", "races[0].results[0].mark", "no mark for"),
    ("too slow", "races.0.results.2.mark", "6:32.50", "races[0].results[2].mark", "no mark for"),
    ("too far", "races.2.results.0.mark", "82.00", "races[2].results[0].mark", "no mark for"),
    ("split", "races.0.results.0.splits.800m", "half", "races[0].results[0].splits.800m", "not a time"),
    ("dispute", "races.0.results.1.disputes.0.value", "slow", "races[0].results[1].disputes[0].value", "not a time"),
    ("mark before a correction", "races.1.results.1.was", {"mark": "fast", "end": "2023-01-02"},
     "races[1].results[1].was.mark", "not a time"),
    ("attempt", "races.2.results.0.attempts", ["8.00", "soon", "8.20"], "races[2].results[0].attempts[1]",
     "not a distance"),
    ("height of a try", "races.2.results.0.tries", {"high": "o"}, "races[2].results[0].tries.high", "not a distance"),
    ("disputed place", "races.0.results.1.disputes.0", {"field": "place", "value": "third", "sources": ["book"]},
     "races[0].results[1].disputes[0].value", "not a place"),
    ("record", "records.0.mark", "quick", "records[0].mark", "not a time"),
    ("record too fast", "records.0.mark", "3:10.00", "records[0].mark", "no mark for"),
    ("net time too fast", "races.0.results.0.net", "3:10.00", "races[0].results[0].net", "no mark for"),
    ("too slow before a correction", "races.1.results.1.was", {"mark": "9:00.00", "end": "2023-01-02"},
     "races[1].results[1].was.mark", "no mark for"),
    ("disputed mark too fast", "races.0.results.1.disputes.0.value", "3:10.00",
     "races[0].results[1].disputes[0].value", "no mark for"),
    ("list too deep", "completeness.1.down_to", "9:00.00", "completeness[1].down_to", "no mark for"),
    ("depth of a list", "completeness.1.down_to", "deep", "completeness[1].down_to", "not a time"),
]  # fmt: skip
BOUT = {"event": "1500m", "sex": "men", "date": "2021-07-03", "city": "Rome", "round": "final", "sources": ["book"]}
STRUCK = {"start": "2022-01-02", "why": "doping", "sources": ["book"]}
PLACES = [
    ("a better place with a worse mark", put("races.0.results.0.mark", "3:33.00"), "races[0]", "with a better mark"),
    ("a better place with a shorter jump", put("races.2.results.0.mark", "8.00"), "races[2]", "with a better mark"),
    ("one place, two marks", put("races.0.results.2.place", 2), "", ""),  # the dispute reaches 3:32.50: a tie
    ("two winners", put("races.0.results.1.place", 1), "races[0]", "without a tie"),
    ("two winners of one section", put("races.0", {
        "event": "1500m", "sex": "men", "date": "2020-07-03", "city": "Rome", "round": "heat", "section": "A",
        "sources": ["book"], "results": [{"athlete": "ada", "place": 1, "mark": "3:40.00"},
                                         {"athlete": "cai", "place": 1, "mark": "3:41.00"}]}),
     "races[0]", "without a tie"),
    ("two bronzes of a bout", put("races.4", BOUT | {"results": [
        {"athlete": "ada", "place": 1}, {"athlete": "ben", "place": 2}, {"athlete": "cai", "place": 3},
        {"athlete": "dov", "place": 3}]}), "", ""),
    ("two bronzes and a fourth", put("races.4", BOUT | {"results": [
        {"athlete": "ada", "place": 3}, {"athlete": "cai", "place": 3}, {"athlete": "dov", "place": 4}]}),
     "races[4]", "ada and cai share place 3 without a tie"),
    ("one in a section without a place, one struck out of it", put("races.4", BOUT | {"section": "A", "results": [
        {"athlete": "ada"}, {"athlete": "cai", "place": 1, "annulled": STRUCK}, {"athlete": "dov", "place": 1}]}),
     "", ""),
    ("two golds in two entries of one final",
     put("races.4", {"event": "1500m", "sex": "men", "date": "2020", "edition": "cup-2020", "round": "final",
                     "sources": ["book"], "results": [{"athlete": "dov", "place": 1, "mark": "3:31.50"}]}),
     "races[0]", "without a tie"),
]  # fmt: skip
RECORDS = [
    ("world, beaten before its day", put("races.3.date", "2020-06-01"), "records[0]"),
    ("area, beaten by a European", put("races.3.results.0.athlete", "cai"), "records[1]"),
    ("national, beaten by a countryman", put("races.3.results.1", {"athlete": "dov", "mark": "3:29.00"}), "records[2]"),
    ("championship, beaten there", put("races.1.results.1.mark", "3:30.50"), "records[3]"),
    (
        "of a jump, beaten by one of two",
        also(
            put("races.2.results.0.athlete", "dov"),
            put(
                "records.4",
                {
                    "level": "world",
                    "event": "long-jump",
                    "sex": "men",
                    "mark": "8.15",
                    "athlete": "cai",
                    "date": "2021-01-01",
                    "sources": ["book"],
                },
            ),
        ),
        "records[4]",
    ),
]
AGAIN = {"event": "1500m", "sex": "men", "date": "2020-07-03", "city": "Rome", "sources": ["book"]}
TABLE = {"edition": "cup-2020", "date": "2020-07-03", "sources": ["book"], "rows": []}
DISAGREE = [
    ("a record that is not what its holder did",
     put("records.3.mark", "3:30.90"), "records[3]", "3:30.90 is a record, and cup-2020/1500m/final/ada"),
    ("two records of one list at once", put("records.4", {
        "level": "area", "of": "Europe", "event": "1500m", "sex": "men", "mark": "3:30.50", "athlete": "cai",
        "date": "2022-01-01", "sources": ["book"]}), "records[4]", "3:31.00 of 2020-07-03 is the area record"),
    ("a record in a year that another one lasts", put("records.4", {
        "level": "world", "event": "1500m", "sex": "men", "mark": "3:31.50", "athlete": "cai", "date": "2019-05-01",
        "until": "2020-07-04", "sources": ["book"]}), "records[4]", "3:31.00 of 2020-07-03"),
    ("a performance entered twice",
     put("races.4", AGAIN | {"results": [{"athlete": "ben", "mark": "3:32.50"}]}), "races[4].results[0]", "races[0]"),
    ("a place beyond a whole field",
     also(put("races.0.finishers_complete", True), put("races.0.results.2.place", 4)), "races[0]", "last place is 4"),
    ("a medal fewer than the results have",
     put("medal_tables.0.rows.0.bronze", 0), "medal_tables[0].rows[0].bronze", "NOR won 1 bronze"),
    ("a nation twice in a table",
     put("medal_tables.0.rows.2", {"nation": "NOR", "gold": 1, "silver": 0, "bronze": 1}),
     "medal_tables[0]", "two rows"),
    ("two tables at once", put("medal_tables.1", TABLE), "medal_tables[1]", "a second table of cup-2020"),
]  # fmt: skip
AGREE = [
    ("two holders of one record", put("records.4", {
        "level": "area", "of": "Europe", "event": "1500m", "sex": "men", "mark": "3:31.00", "athlete": "cai",
        "date": "2023-05-05", "sources": ["book"]})),
    ("a record that the next one takes over from on its day",
     also(put("records.1.until", "2023-05-05"), put("records.4", {
         "level": "area", "of": "Europe", "event": "1500m", "sex": "men", "mark": "3:30.50", "athlete": "cai",
         "date": "2023-05-05", "sources": ["book"]}))),
    ("a record of some day in a year in which it was broken", put("records.4", {
        "level": "area", "of": "Europe", "event": "1500m", "sex": "men", "mark": "3:33.00", "athlete": "cai",
        "date": "2020", "until": "2020-07-03", "sources": ["book"]})),
    ("two matches on one day",
     also(put("events.2", {"id": "judo", "name": "judo", "measure": "points", "better": "higher",
                           "plausible": ["0", "99"]}),
          *(put(f"races.{number}", AGAIN | {"event": "judo", "match": match, "results": [
              {"athlete": "ben", "mark": "10"}, {"athlete": other, "mark": "0"}]})
            for number, match, other in ((4, "1", "cai"), (5, "2", "ada"))))),
    ("a heat on the day of the final",
     put("races.4", AGAIN | {"edition": "cup-2020", "city": None, "round": "heat",
                             "results": [{"athlete": "ben", "mark": "3:40.00"}]})),
    ("a mark on the way in a longer race of the day",
     put("races.4", AGAIN | {"en_route": True, "results": [{"athlete": "ben", "mark": "3:40.00"}]})),
    ("a medal more than the results have", put("medal_tables.0.rows.0.gold", 12)),
    ("a table that another one follows",
     also(put("medal_tables.0.until", "2021-01-01"), put("medal_tables.1", TABLE | {"date": "2021-01-01"}))),
]  # fmt: skip
INCOMPLETE = [
    ("no bronze", put("races.0.results.2", None), "completeness[0]", "places [1, 2]"),
    ("no gold", put("races.0.results.0.place", 4), "completeness[0]", "places [2, 3, 4]"),
    ("no final", put("races.1.round", "heat"), "completeness[0]", "nobody"),
    ("no edition", put("completeness.0.start", "2021-01-01"), "", ""),  # 2022 is left
    ("no edition at all", also(put("completeness.0.start", "1990"), put("completeness.0.end", "1991")),
     "completeness[0]", "no edition"),
    ("years without an edition", also(put("completeness.5.start", "1990"), put("completeness.5.end", "1991")), "", ""),
    ("a list without an end", put("completeness.1.down_to", None), "completeness[1].down_to", "down to a mark"),
    ("a list of no event", put("completeness.1.events", []), "completeness[1].down_to", "of one event"),
    ("a record that the list lacks", put("races.3.results.0.mark", "3:30.01"), "completeness[1]", "is a record"),
    ("a record that the season lacks", put("races.3.results.0.mark", "3:30.01"), "completeness[2]", "is a record"),
    ("the races of nobody", put("completeness.2.athletes", []), "completeness[2].athletes", "of whom"),
    ("the meetings of one", put("completeness.3.athletes", ["ada"]), "completeness[3].athletes", "of whom"),
    ("a table that is not there", put("medal_tables", []), "completeness[6]", "no medal table of Cup 2020"),
    ("a table of no depth", put("completeness.6.down_to", "deep"), "completeness[6]", "'5 golds'"),
    ("tables of no edition", also(put("completeness.6.start", "1990"), put("completeness.6.end", "1991")),
     "completeness[6]", "no edition"),
    ("finals anywhere", put("completeness.4.levels", []), "completeness[4].levels", "which levels"),
]  # fmt: skip


def test_a_clean_pack_has_no_flaw() -> None:
    assert flaws(lambda _data: None) == []


@pytest.mark.parametrize(("path", "value", "where"), [row[1:] for row in UNKNOWN], ids=[row[0] for row in UNKNOWN])
def test_a_name_that_nothing_answers_to(path: str, value: object, where: str) -> None:
    assert where in dict(flaws(put(path, value)))


@pytest.mark.parametrize(("path", "value", "where"), [row[1:] for row in NO_SOURCE], ids=[row[0] for row in NO_SOURCE])
def test_a_fact_without_a_source(path: str, value: object, where: str) -> None:
    assert flaws(put(path, value)) == [(where, "no source")]


@pytest.mark.parametrize(("path", "value", "where"), [row[1:] for row in NO_DATE], ids=[row[0] for row in NO_DATE])
def test_a_date_that_does_not_exist(path: str, value: str, where: str) -> None:
    assert (where, f"there is no such date: {value}") in flaws(put(path, value))


@pytest.mark.parametrize(("path", "value", "where"), [row[1:] for row in TOO_EARLY], ids=[row[0] for row in TOO_EARLY])
def test_what_ends_before_it_begins(path: str, value: str, where: str) -> None:
    assert (where, "ends before it begins") in flaws(put(path, value))


@pytest.mark.parametrize(
    ("path", "value", "where", "why"), [row[1:] for row in NO_MARK], ids=[row[0] for row in NO_MARK]
)
def test_a_mark_that_is_none_of_the_event(path: str, value: object, where: str, why: str) -> None:
    assert why in dict(flaws(put(path, value)))[where]


@pytest.mark.parametrize(
    "table", ["sources", "nations", "events", "athletes", "competitions", "editions", "completeness"]
)
def test_two_rows_with_one_id(table: str) -> None:
    def double(data: Data) -> None:
        data[table].append(data[table][0])

    found = flaws(double)
    assert [path for path, message in found if message.startswith("a second")] == [f"{table}[{_last(table)}].id"]


def test_two_results_of_one_athlete_in_one_race() -> None:
    again = {"athlete": "ada", "place": 4, "mark": "3:40.00"}
    assert flaws(put("races.0.results.3", again)) == [("races[0].results[3]", "a second result of ada in this race")]


def test_a_race_outside_the_days_of_its_edition() -> None:
    assert flaws(put("races.0.date", "2020-07-04"))[0] == (
        "races[0].date",
        "2020-07-04 is not a day of Cup 2020 (2020-07-01 to 2020-07-03)",
    )


@pytest.mark.parametrize(("change", "where", "why"), [row[1:] for row in PLACES], ids=[row[0] for row in PLACES])
def test_places_that_the_marks_gainsay(change: Callable[[Data], None], where: str, why: str) -> None:
    found = [flaw for flaw in flaws(change) if flaw[0].startswith("races")]
    assert [path for path, _ in found] == ([where] if where else [])
    assert all(why in message for _, message in found)


@pytest.mark.parametrize(("change", "where"), [row[1:] for row in RECORDS], ids=[row[0] for row in RECORDS])
def test_a_record_that_was_none_on_its_day(change: Callable[[Data], None], where: str) -> None:
    assert "was no" in dict(flaws(change))[where]


@pytest.mark.parametrize(("change", "where", "why"), [row[1:] for row in DISAGREE], ids=[row[0] for row in DISAGREE])
def test_what_does_not_follow_from_the_results(change: Callable[[Data], None], where: str, why: str) -> None:
    found = dict(flaws(change))
    assert why in found[where]


@pytest.mark.parametrize("change", [row[1] for row in AGREE], ids=[row[0] for row in AGREE])
def test_what_the_results_leave_open(change: Callable[[Data], None]) -> None:
    assert flaws(change) == []


@pytest.mark.parametrize(
    ("change", "where", "why"), [row[1:] for row in INCOMPLETE], ids=[row[0] for row in INCOMPLETE]
)
def test_a_completeness_that_the_pack_contradicts(change: Callable[[Data], None], where: str, why: str) -> None:
    found = dict(flaws(change))
    assert (why in found[where]) if where else found == {}


def test_a_final_of_two_whose_whole_field_is_known_has_no_bronze() -> None:
    short = also(put("races.0.results.2", None), put("races.0.finishers_complete", True))
    assert flaws(short) == []


def test_a_dispute_widens_what_a_place_may_go_with() -> None:
    """Third ran 3:32.55: faster than one print of the second man's time, slower than the other."""
    assert flaws(put("races.0.results.2.mark", "3:32.55")) == []


def test_every_flaw_is_found_at_once() -> None:
    several = also(put("races.3.event", "marathon"), put("records.0.mark", "quick"), put("athletes.1.sources", []))
    assert {"races[3].event", "records[0].mark", "athletes[1]"} <= dict(flaws(several)).keys()


def _last(table: str) -> int:
    return len(json.loads(CLEAN)[table])


EARLIER = {"id": "early", "covers": "meetings", "athletes": ["ada", "ben"], "start": "2021", "end": "2023",
           "none_before": True, "text": "they first met in 2021", "sources": ["book"]}  # fmt: skip
FINALS = {"id": "early", "covers": "finals", "athletes": ["cai"], "levels": ["world"], "start": "2021", "end": "2023",
          "none_before": True, "text": "his first final was in 2022", "sources": ["book"]}  # fmt: skip


@pytest.mark.parametrize(
    "change, path",
    [
        pytest.param(put("athletes.2.born", "2021-01-01"), "races[0].results[2].athlete", id="not born yet"),
        pytest.param(put("athletes.2.sex", "women"), "races[0].results[2].athlete", id="a woman in the men's race"),
        pytest.param(put("athletes.1.name", "ADA"), "athletes[1].name", id="one name, no birth"),
        pytest.param(
            also(put("athletes.0.born", "2001"), put("athletes.1.born", "2001-02"), put("athletes.1.name", "Ada")),
            "athletes[1].name",
            id="one name, births that may be one",
        ),
        pytest.param(put("races.0.results.0.splits", {"800m": "3:52.0"}), "races[0].results[0].splits.800m",
                     id="a split after the finish"),
        pytest.param(put("races.0.results.0.splits", {"400m": "1:58.0", "800m": "1:52.0"}),
                     "races[0].results[0].splits.400m", id="a split after the next"),
        pytest.param(also(put("events.0.metres", 1500), put("races.0.results.0.splits", {"1600m": "3:30.0"})),
                     "races[0].results[0].splits.1600m", id="a split beyond the distance"),
        pytest.param(also(put("events.0.metres", 1500), put("races.0.results.0.order", {"1500m": 1})),
                     "races[0].results[0].order.1500m", id="the order at the finish"),
        pytest.param(also(put("races.0.results.0.order", {"800m": 1}), put("races.0.results.2.order", {"800m": 1})),
                     "races[0].results[2].order.800m", id="two leaders at 800 m"),
        pytest.param(put("completeness.7", EARLIER), "completeness[7].none_before", id="met before they first met"),
        pytest.param(put("completeness.7", FINALS), "completeness[7].none_before", id="a final before the first"),
    ],
)  # fmt: skip
def test_what_cannot_be(change: Callable[[Data], None], path: str) -> None:
    assert path in {found for found, _ in flaws(change)}


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(
            also(put("athletes.0.born", "2001"), put("athletes.1.born", "2002"), put("athletes.1.name", "Ada")),
            id="namesakes with two births",
        ),
        pytest.param(
            also(put("athletes.0.namesakes", ["ben"]), put("athletes.1.name", "Ada")), id="namesakes, as the pack says"
        ),
        pytest.param(put("races.0.results.0.splits", {"400m": "55.0", "800m": "1:52.0"}), id="splits that grow"),
        pytest.param(put("races.3.results.1.splits", {"400m": "55.0", "800m": "1:52.0"}), id="splits without a finish"),
        pytest.param(also(put("races.0.results.0.order", {"400m": 1, "800m": 2}),
                          put("races.0.results.1.order", {"400m": 2, "800m": 1})), id="a change of the lead"),
        pytest.param(put("athletes.2.born", "2020"), id="born in the year of the race"),
        pytest.param(put("athletes.2.nations.0.value", "XXX"), id="an athlete that cannot be read"),
    ],
)  # fmt: skip
def test_what_can_be(change: Callable[[Data], None]) -> None:
    assert not [path for path, _ in flaws(change) if "nations" not in path and not path.startswith("completeness")]
