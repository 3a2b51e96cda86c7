"""What a ground truth pack holds, as it stands in its JSON files: every file holds any part, the pack is all of them.

Marks and dates are printed as published; `harness.truth.index` turns them into ranges. Every fact names its sources.
"""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from harness.truth.counted import Completeness as Completeness
from harness.truth.counted import EventEntry as EventEntry
from harness.truth.counted import Horizon as Horizon
from harness.truth.counted import MedalTable as MedalTable
from harness.truth.counted import NationMedals as NationMedals
from harness.truth.counted import Record as Record
from harness.truth.counted import Total as Total
from harness.truth.row import HorizonOf as HorizonOf
from harness.truth.row import Id as Id
from harness.truth.row import Level as Level
from harness.truth.row import PartialDate as PartialDate
from harness.truth.row import Printed as Printed
from harness.truth.row import Row as Row
from harness.truth.row import Sex as Sex
from harness.truth.row import Sources as Sources

OnTheWay = Annotated[
    str,
    Meta(
        pattern="^([1-9][0-9]*m|bell|[1-9][0-9]?lap|[a-z][a-z0-9.-]*)$",
        description="a point on the way: 800m, 3lap (laps run), bell, or the part of a combined event just over",
    ),
]
Wind = Annotated[str, Meta(pattern=r"^[+-]?[0-9]{1,2}[.][0-9]$", description="metres a second: +2.9")]
UtcOffset = Annotated[str, Meta(pattern="^[+-][0-9]{2}:[0-9]{2}$", description="hours and minutes from UTC: +09:00")]
Round = Annotated[
    str,
    Meta(
        pattern="^(final|(semifinal|quarterfinal|heat|repechage)( [1-9][0-9]?)?)?$",
        description="empty where it is not known",
    ),
]


class Source(Row, frozen=True, kw_only=True):
    """Where facts come from. Sources of one `family` copy from one another and count as one."""

    id: Id
    title: Printed
    family: Id
    url: str | None = None
    licence: Printed | None = None


class Nation(Row, frozen=True, kw_only=True):
    """`id` is the three-letter code; `area` whose records it counts for (None: a team of no country)."""

    id: Annotated[str, Meta(pattern="^[A-Z]{3}$")]
    name: Printed
    area: Literal["Africa", "Asia", "Europe", "North America", "Oceania", "South America"] | None = None
    aliases: tuple[Printed, ...] = ()
    demonyms: tuple[Printed, ...] = ()


class Event(Row, frozen=True, kw_only=True):
    """`measure` says how marks are written, `better` which way they improve; `plausible` bounds what can be one.

    `sport` and `groups` are what a claim can name in place of the event ("swimming", "sprints"); an event that names a
    group names all that it is in. `team` tells relays and squads from individual events. A part of a combined event is
    an event of its own with `part_of`, which gives no medals; parts stand in the order in which they are contested,
    `day` is the day of each, and `same_as` the open event on whose lists its marks count. `lap` is the length of a lap
    in metres, where it is not the track's 400 (200 indoors); `legs` how many a relay has, where its id does not say it.
    """

    id: Id
    name: Printed
    measure: Literal["time", "distance", "height", "points"]
    better: Literal["lower", "higher"]
    plausible: tuple[Printed, Printed]
    aliases: tuple[Printed, ...] = ()
    metres: int | None = None
    lap: int | None = None
    sport: Printed | None = None
    groups: tuple[Printed, ...] = ()
    team: bool = False
    legs: Annotated[int, Meta(ge=2)] | None = None
    part_of: Id | None = None
    same_as: Id | None = None
    day: Annotated[int, Meta(ge=1)] | None = None


class Period(Row, frozen=True, kw_only=True):
    """A value that held from a date to a date (excluded); None is without end."""

    value: Printed
    start: PartialDate | None = None
    end: PartialDate | None = None


class Athlete(Row, frozen=True, kw_only=True):
    """A person, or a team. `nations`, `coaches`, `clubs` (colleges too) and `homes` hold over time. `numbers`: the
    athlete's in each source that numbers athletes. `namesakes`: other people of this very name.
    """

    id: Id
    name: Printed
    sex: Sex
    sources: Sources
    aliases: tuple[Printed, ...] = ()
    nations: tuple[Period, ...] = ()
    born: PartialDate | None = None
    birthplace: tuple[Printed, ...] = ()
    coaches: tuple[Period, ...] = ()
    clubs: tuple[Period, ...] = ()
    homes: tuple[Period, ...] = ()
    died: PartialDate | None = None
    numbers: dict[Id, Printed] = msgspec.field(default_factory=dict)
    namesakes: tuple[Id, ...] = ()
    vouched_until: PartialDate | None = None


class Competition(Row, frozen=True, kw_only=True):
    """A series: the Olympic Games, a yearly meeting. `official` is false for what record books leave out."""

    id: Id
    name: Printed
    level: Level
    aliases: tuple[Printed, ...] = ()
    area: Printed | None = None
    nation: Printed | None = None
    medals: bool = False


class Edition(Row, frozen=True, kw_only=True):
    """One holding of a competition. `start` and `end` are its first and last day, as far as they are known.

    `number` is the edition's own count ("the 117th"); `series` are other competitions that it belongs to as well.
    `zone` is the time zone of its days. Before `announced`, if that is given, nobody could speak of it.
    """

    id: Id
    competition: Id
    name: Printed
    start: PartialDate
    end: PartialDate
    sources: Sources
    aliases: tuple[Printed, ...] = ()
    city: Printed | None = None
    nation: Printed | None = None
    venue: Printed | None = None
    venue_aliases: tuple[Printed, ...] = ()
    indoor: bool = False
    official: bool = True
    number: Annotated[int, Meta(ge=1)] | None = None
    series: tuple[Id, ...] = ()
    zone: UtcOffset | None = None
    announced: PartialDate | None = None


class Dispute(Row, frozen=True, kw_only=True):
    """What other sources give for one field of a result ("mark", "place", "split 400m"), side by side."""

    field: Printed
    value: Printed
    sources: Sources


class Annulled(Row, frozen=True, kw_only=True):
    """A result struck out from a date on; until `end` (excluded), if it was reinstated."""

    start: PartialDate
    why: Printed
    sources: Sources
    end: PartialDate | None = None


class Was(Row, frozen=True, kw_only=True):
    """The place that stood until a date (excluded), before somebody ahead was struck out; the mark before a change."""

    end: PartialDate
    place: Annotated[int, Meta(ge=1)] | None = None
    mark: Printed | None = None


class PackResult(Row, frozen=True, kw_only=True):
    """One athlete's result in a race: of the runner, the jumper, or the team.

    Who shares a place has it as well: all who share one are in the pack, or none.
    `status` says why there is no mark: did not finish, did not start, disqualified, or no valid attempt ("NM").
    `assisted`: the mark counts in its contest, and neither on lists nor for records (wind, a course too short);
    `ineligible` says why one that lists take in cannot be a record (a course too steep, a suit that was banned later).
    `order` is the place at points on the way ({"800m": 1}: the leader there), `splits` the times; in a combined event
    both are the standing after a part ({"high-jump": 1}, {"high-jump": "2018"}).
    `attempts` are a field event's rounds in order ("8.10", "x", "-"), `tries` those at a height ({"1.92": "xo"}).
    `overall` is the place among everybody who started together, in a race of both sexes. Of who did not finish,
    `stopped` says where; `pacemaker` who was there to set the pace.
    `qualified` is "Q" (by place), "q" (by time), "qR" (to the repechage), "qJ" (by the jury) or "" (out).
    `members` are all who ran for a team in this race; `legs` are their times in the order of the members, "-" where
    one is not known: only with them does that order say who ran which leg. `net` is the time from the start line
    beside the official one from the gun. Of a match, `sets` are a side's points in each, `shootout` those in no mark,
    and `scorers` who scored how many of the mark.
    """

    athlete: Id
    mark: Printed | None = None
    place: Annotated[int, Meta(ge=1)] | None = None
    status: Literal["finished", "DNF", "DNS", "DQ", "NM"] = "finished"
    nation: Printed | None = None
    splits: dict[OnTheWay, str] = msgspec.field(default_factory=dict)
    order: dict[OnTheWay, Annotated[int, Meta(ge=1)]] = msgspec.field(default_factory=dict)
    attempts: tuple[Printed, ...] = ()
    tries: dict[str, Annotated[str, Meta(pattern="^[xo-]{1,3}$")]] = msgspec.field(default_factory=dict)
    overall: Annotated[int, Meta(ge=1)] | None = None
    stopped: OnTheWay | None = None
    pacemaker: bool = False
    qualified: Literal["Q", "q", "qR", "qJ", ""] | None = None
    sources: Sources = ()
    disputes: tuple[Dispute, ...] = ()
    annulled: Annulled | None = None
    was: Was | None = None
    assisted: bool = False
    wind: Wind | None = None
    ineligible: Printed | None = None
    note: str | None = None
    members: tuple[Id, ...] = ()
    legs: tuple[Printed, ...] = ()
    net: Printed | None = None
    sets: tuple[Annotated[int, Meta(ge=0)], ...] = ()
    shootout: Annotated[int, Meta(ge=0)] | None = None
    scorers: dict[Id, Annotated[int, Meta(ge=1)]] = msgspec.field(default_factory=dict)


class Race(Row, frozen=True, kw_only=True):
    """One race (or field final) and the results of it that the pack has; `sources` hold for all of them.

    `edition` is None where only the place and the day are known. `en_route`: marks taken on the way in a longer race.
    `finishers_complete`: every athlete who started is here, so that who is not here was not in it.
    `section` tells races of one round apart ("2" of "final 2"): a place in it is none of the round's. `match` tells a
    day's matches or bouts apart; `decided` says after what a match ended.
    """

    event: Id
    sex: Sex
    date: PartialDate
    results: tuple[PackResult, ...]
    sources: Sources = ()
    edition: Id | None = None
    round: Round = ""
    section: Printed | None = None
    match: Printed | None = None
    decided: Literal["regular time", "extra time"] | None = None
    indoor: bool = False
    en_route: bool = False
    finishers_complete: bool = False
    city: Printed | None = None
    nation: Printed | None = None
    venue: Printed | None = None
    note: str | None = None


class Pack(Row, frozen=True, kw_only=True):
    """A whole ground truth: the parts of all its files, put together in file order."""

    sources: tuple[Source, ...] = ()
    nations: tuple[Nation, ...] = ()
    events: tuple[Event, ...] = ()
    athletes: tuple[Athlete, ...] = ()
    competitions: tuple[Competition, ...] = ()
    editions: tuple[Edition, ...] = ()
    races: tuple[Race, ...] = ()
    records: tuple[Record, ...] = ()
    medal_tables: tuple[MedalTable, ...] = ()
    entries: tuple[EventEntry, ...] = ()
    totals: tuple[Total, ...] = ()
    completeness: tuple[Completeness, ...] = ()
    horizons: tuple[Horizon, ...] = ()
