"""The races of a pack, and the results in them."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from harness.records.explained import explained
from harness.truth.row import Id, PartialDate, Printed, Row, Sex, Sources

OnTheWay = Annotated[
    str,
    Meta(
        pattern="^([1-9][0-9]*m|bell|[1-9][0-9]?lap|[a-z][a-z0-9.-]*)$",
        description="a point on the way: 800m, 3lap (laps run), bell, or the part of a combined event just over",
    ),
]
Wind = Annotated[str, Meta(pattern=r"^[+-]?[0-9]{1,2}[.][0-9]$", description="metres a second: +2.9")]
Round = Annotated[
    str,
    Meta(
        pattern="^(final|(semifinal|quarterfinal|heat|repechage)( [1-9][0-9]?)?)?$",
        description="empty where it is not known",
    ),
]


class Dispute(Row, frozen=True, kw_only=True):
    """The values that other sources give for one field of a result ("mark", "place", "split 400m")."""

    field: Annotated[Printed, explained("what is told otherwise", "mark")]
    value: Annotated[Printed, explained("what the others tell", "3:29.06")]
    sources: Annotated[Sources, explained("who tells it", ["wikipedia"])]


class Annulled(Row, frozen=True, kw_only=True):
    """A result annulled from a date on; until `end` (excluded), if it was reinstated."""

    start: Annotated[PartialDate, explained("from when it was struck out: a year, a month or a day", "2013-05")]
    why: Annotated[Printed, explained("for what", "doping")]
    sources: Annotated[Sources, explained("the sources that say so", ["olympics"])]
    end: Annotated[
        PartialDate | None,
        explained("until when, if it was reinstated (excluded): a year, a month or a day", "2015-01"),
    ] = None


class Was(Row, frozen=True, kw_only=True):
    """The place before a date (excluded) on which an athlete ahead was disqualified; or the mark before a
    correction."""

    end: Annotated[PartialDate, explained("until when it stood (excluded): a year, a month or a day", "2009-11-18")]
    place: Annotated[Annotated[int, Meta(ge=1)] | None, explained("the place that stood", 2)] = None
    mark: Annotated[Printed | None, explained("the mark that stood", "3:33.11")] = None


class PackResult(Row, frozen=True, kw_only=True):
    """One athlete's result in a race: of the runner, the jumper, or the team.

    Everybody who shares a place has it as well: either all of them are in the pack, or none. `status` says why there is
    no mark: did not finish, did not start, disqualified, or no valid attempt ("NM"). `assisted`: the mark counts in its
    competition, but not on lists or for records (wind, a course too short); `ineligible` says why a mark that counts on
    lists cannot be a record (a course too steep, a suit that was banned later). `order` is the place at points during
    the race ({"800m": 1}: the leader there), `splits` the times; in a combined event both are the standing after a part
    ({"high-jump": 1}, {"high-jump": "2018"}). `attempts` are a field event's rounds in order ("8.10", "x", "-"),
    `tries` those at a height ({"1.92": "xo"}). `overall` is the place among everybody who started together, in a race
    of both sexes or one inside another. For an athlete who did not finish, `stopped` says where; `pacemaker` says that
    they were there to set the pace. `qualified` is "Q" (by place), "q" (by time), "qR" (to the repechage), "qJ" (by the
    jury) or "" (out). `members` are all who ran for a team in this race; `legs` are their times in the order of the
    members, "-" for an unknown one: only with them does that order say who ran which leg. `net` is the chip time beside
    the official gun time. For a match, `sets` are a side's points in each, `shootout` those that are not part of the
    mark, and `scorers` says who scored how many of the mark.
    """

    athlete: Annotated[Id, explained("whose result it is", "josh-kerr")]
    mark: Annotated[Printed | None, explained("the mark as published", "3:27.79")] = None
    place: Annotated[Annotated[int, Meta(ge=1)] | None, explained("the place", 2)] = None
    status: Annotated[Literal["finished", "DNF", "DNS", "DQ", "NM"], explained("why there is no mark", "DNF")] = (
        "finished"
    )
    nation: Annotated[Printed | None, explained("for whom they ran, if not as their row says", "ROT")] = None
    splits: Annotated[dict[OnTheWay, str], explained("times at points on the way", {"800m": "1:51.38"})] = (
        msgspec.field(default_factory=dict)
    )
    order: Annotated[
        dict[OnTheWay, Annotated[int, Meta(ge=1)]], explained("places at points on the way", {"bell": 3})
    ] = msgspec.field(default_factory=dict)
    attempts: Annotated[
        tuple[Printed, ...], explained("the rounds of a field event, in order", ["8.10", "x", "-"])
    ] = ()
    tries: Annotated[
        dict[str, Annotated[str, Meta(pattern="^[xo-]{1,3}$")]], explained("the tries at each height", {"1.92": "xo"})
    ] = msgspec.field(default_factory=dict)
    overall: Annotated[
        Annotated[int, Meta(ge=1)] | None, explained("the place among all who started together", 104)
    ] = None
    stopped: Annotated[OnTheWay | None, explained("where on the way they stopped", "900m")] = None
    pacemaker: Annotated[bool, explained("true: there to set the pace", True)] = False
    qualified: Annotated[
        Literal["Q", "q", "qR", "qJ", ""] | None, explained("how they went through; empty: not", "Q")
    ] = None
    sources: Annotated[Sources, explained("the sources that say so", ["olympics"])] = ()
    disputes: Annotated[
        tuple[Dispute, ...],
        explained("what other sources tell of it", [{"field": "place", "value": "3", "sources": ["wikipedia"]}]),
    ] = ()
    annulled: Annotated[
        Annulled | None,
        explained("that it was struck out", {"start": "2013-05", "why": "doping", "sources": ["olympics"]}),
    ] = None
    was: Annotated[Was | None, explained("what stood before it was changed", {"end": "2009-11-18", "place": 2})] = None
    assisted: Annotated[bool, explained("true: for no list and no record", True)] = False
    wind: Annotated[Wind | None, explained("wind in metres a second", "+2.9")] = None
    ineligible: Annotated[Printed | None, explained("why it can be no record", "a course too steep")] = None
    note: Annotated[str | None, explained("what a reader should know besides", "hand timed")] = None
    members: Annotated[tuple[Id, ...], explained("who ran for the team", ["ann-lee", "eva-holm"])] = ()
    legs: Annotated[tuple[Printed, ...], explained("their times, in order; - is not known", ["50.10", "-"])] = ()
    net: Annotated[Printed | None, explained("the time from the start line", "2:59:58")] = None
    sets: Annotated[tuple[Annotated[int, Meta(ge=0)], ...], explained("a side's points in each set", [6, 3, 7])] = ()
    shootout: Annotated[Annotated[int, Meta(ge=0)] | None, explained("a side's points in the shoot-out", 4)] = None
    scorers: Annotated[dict[Id, Annotated[int, Meta(ge=1)]], explained("who scored how many", {"mia-falk": 2})] = (
        msgspec.field(default_factory=dict)
    )


class Race(Row, frozen=True, kw_only=True):
    """One race (or field final) with those of its results that the pack has; `sources` apply to all of them.

    `edition` is None if only the place and the day are known. `en_route`: marks taken during a longer race.
    `finishers_complete`: every athlete who started is here, so an athlete who is not was not in the race. `section`
    tells races of one round apart ("2" of "final 2"): a place in it is not a place in the round. `match` tells a day's
    matches or bouts apart; `decided` says after what a match ended.
    """

    event: Annotated[Id, explained("the event", "1500m")]
    sex: Annotated[Sex, explained("whose race", "men")]
    date: Annotated[PartialDate, explained("when it was: a year, a month or a day", "2024-08-06")]
    results: Annotated[
        tuple[PackResult, ...],
        explained("the results that are known", [{"athlete": "josh-kerr", "place": 2, "mark": "3:27.79"}]),
    ]
    sources: Annotated[Sources, explained("the sources that say so, for all of it", ["olympics"])] = ()
    edition: Annotated[Id | None, explained("the holding that it was at", "olympic-games-2024")] = None
    round: Annotated[Round, explained("the round; empty where it is not known", "semifinal 2")] = ""
    section: Annotated[Printed | None, explained("which of several races of the round", "2")] = None
    match: Annotated[Printed | None, explained("which match or bout of the day", "3")] = None
    decided: Annotated[
        Literal["regular time", "extra time"] | None, explained("after what the match ended", "extra time")
    ] = None
    indoor: Annotated[bool, explained("true: indoors", True)] = False
    en_route: Annotated[bool, explained("true: marks taken in a longer race", True)] = False
    finishers_complete: Annotated[bool, explained("true: all who started are here", True)] = False
    city: Annotated[Printed | None, explained("where it was, without a holding", "Oslo")] = None
    nation: Annotated[Printed | None, explained("in which nation, without a holding", "NOR")] = None
    venue: Annotated[Printed | None, explained("in which stadium, without a holding", "Bislett")] = None
    note: Annotated[str | None, explained("what a reader should know besides", "hand timed")] = None
