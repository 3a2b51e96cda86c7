"""The contents of a ground truth pack, as in its JSON files: every file holds any part, the pack is all of them.

Marks and dates are written as published; `harness.truth.index` turns them into ranges. Every fact names its sources.
"""

from __future__ import annotations

from typing import Annotated

from harness.records.explained import explained
from harness.truth.counted import Completeness as Completeness
from harness.truth.counted import EventEntry as EventEntry
from harness.truth.counted import Horizon as Horizon
from harness.truth.counted import MedalTable as MedalTable
from harness.truth.counted import NationMedals as NationMedals
from harness.truth.counted import Record as Record
from harness.truth.counted import Total as Total
from harness.truth.named_rows import Athlete as Athlete
from harness.truth.named_rows import Competition as Competition
from harness.truth.named_rows import Edition as Edition
from harness.truth.named_rows import Event as Event
from harness.truth.named_rows import Nation as Nation
from harness.truth.named_rows import Period as Period
from harness.truth.named_rows import Source as Source
from harness.truth.named_rows import UtcOffset as UtcOffset
from harness.truth.race_rows import Annulled as Annulled
from harness.truth.race_rows import Dispute as Dispute
from harness.truth.race_rows import OnTheWay as OnTheWay
from harness.truth.race_rows import PackResult as PackResult
from harness.truth.race_rows import Race as Race
from harness.truth.race_rows import Round as Round
from harness.truth.race_rows import Was as Was
from harness.truth.race_rows import Wind as Wind
from harness.truth.row import HorizonOf as HorizonOf
from harness.truth.row import Id as Id
from harness.truth.row import Level as Level
from harness.truth.row import PartialDate as PartialDate
from harness.truth.row import Printed as Printed
from harness.truth.row import Row as Row
from harness.truth.row import Sex as Sex
from harness.truth.row import Sources as Sources


class Pack(Row, frozen=True, kw_only=True):
    """A whole ground truth: the parts of all its files, combined in file order."""

    sources: Annotated[
        tuple[Source, ...],
        explained("where facts come from", [{"id": "olympics", "title": "Olympic results", "family": "olympics"}]),
    ] = ()
    nations: Annotated[
        tuple[Nation, ...], explained("nations and teams of no country", [{"id": "NOR", "name": "Norway"}])
    ] = ()
    events: Annotated[
        tuple[Event, ...],
        explained(
            "events and parts of events",
            [{"id": "mile", "name": "mile", "measure": "time", "better": "lower", "plausible": ["3:35", "7:00"]}],
        ),
    ] = ()
    athletes: Annotated[
        tuple[Athlete, ...],
        explained(
            "people and teams", [{"id": "josh-kerr", "name": "Josh Kerr", "sex": "men", "sources": ["olympics"]}]
        ),
    ] = ()
    competitions: Annotated[
        tuple[Competition, ...],
        explained("series of competitions", [{"id": "olympic-games", "name": "Olympic Games", "level": "olympic"}]),
    ] = ()
    editions: Annotated[
        tuple[Edition, ...],
        explained(
            "holdings of them",
            [
                {
                    "id": "olympic-games-2024",
                    "competition": "olympic-games",
                    "name": "2024 Olympic Games",
                    "start": "2024",
                    "end": "2024",
                    "sources": ["olympics"],
                }
            ],
        ),
    ] = ()
    races: Annotated[
        tuple[Race, ...],
        explained("races, with their results", [{"event": "mile", "sex": "men", "date": "2024", "results": []}]),
    ] = ()
    records: Annotated[
        tuple[Record, ...],
        explained(
            "records, and when they stood",
            [
                {
                    "level": "world",
                    "event": "mile",
                    "sex": "men",
                    "mark": "3:43.13",
                    "athlete": "josh-kerr",
                    "date": "1999",
                    "sources": ["olympics"],
                }
            ],
        ),
    ] = ()
    medal_tables: Annotated[
        tuple[MedalTable, ...],
        explained(
            "published medal tables",
            [{"edition": "olympic-games-2024", "date": "2024-08-11", "rows": [], "sources": ["olympics"]}],
        ),
    ] = ()
    entries: Annotated[
        tuple[EventEntry, ...],
        explained(
            "who was entered or selected",
            [
                {
                    "athlete": "josh-kerr",
                    "edition": "olympic-games-2024",
                    "status": "selected",
                    "date": "2024-07",
                    "sources": ["olympics"],
                }
            ],
        ),
    ] = ()
    totals: Annotated[
        tuple[Total, ...],
        explained(
            "published counts of a career or a holding",
            [{"of": "goals", "count": 100, "date": "2024-06-01", "sources": ["olympics"]}],
        ),
    ] = ()
    completeness: Annotated[
        tuple[Completeness, ...],
        explained(
            "what the pack has all of",
            [
                {
                    "id": "games",
                    "covers": "editions",
                    "start": "1896",
                    "end": "2024",
                    "text": "every Games",
                    "sources": ["olympics"],
                }
            ],
        ),
    ] = ()
    horizons: Annotated[
        tuple[Horizon, ...],
        explained("up to when what lasts is known", [{"of": "records", "until": "2024-08", "sources": ["olympics"]}]),
    ] = ()
