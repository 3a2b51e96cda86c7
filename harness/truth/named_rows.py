"""What the facts of a pack name: sources, nations, events, athletes, competitions and their holdings."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from harness.records.explained import explained
from harness.truth.row import Id, Level, PartialDate, Printed, Row, Sex, Sources

UtcOffset = Annotated[str, Meta(pattern="^[+-][0-9]{2}:[0-9]{2}$", description="hours and minutes from UTC: +09:00")]


class Source(Row, frozen=True, kw_only=True):
    """Where facts come from. Sources of one `family` copy from one another and count as one."""

    id: Annotated[Id, explained("by which facts name the source", "olympics")]
    title: Annotated[Printed, explained("what it is", "Olympic results")]
    family: Annotated[Id, explained("sources of one family copy from one another", "olympics")]
    url: Annotated[str | None, explained("where it can be read", "https://olympics.com")] = None
    licence: Annotated[Printed | None, explained("on what terms its facts may be used", "CC0")] = None


class Nation(Row, frozen=True, kw_only=True):
    """`id` is the three-letter code; `area` is the one whose records it counts for (None: a team without a country)."""

    id: Annotated[str, Meta(pattern="^[A-Z]{3}$"), explained("the three-letter code", "GBR")]
    name: Annotated[Printed, explained("its name", "Great Britain")]
    area: Annotated[
        Literal["Africa", "Asia", "Europe", "North America", "Oceania", "South America"] | None,
        explained("whose area records it counts for", "Europe"),
    ] = None
    aliases: Annotated[tuple[Printed, ...], explained("its other names", ["Britain", "GB"])] = ()
    demonyms: Annotated[tuple[Printed, ...], explained("what its people are called", ["British", "Briton"])] = ()


class Event(Row, frozen=True, kw_only=True):
    """`measure` says how marks are written, `better` in which direction they improve; `plausible` is the range of
    possible marks.

    `sport` and `groups` are what a claim can name instead of the event ("swimming", "sprints"); an event that names a
    group names all its groups. `team` distinguishes relays and squads from individual events. A part of a combined
    event is an event of its own with `part_of`, for which no medals are awarded; parts are in the order in which they
    are contested, `day` is the day of each, and `same_as` the open event on whose lists its marks count. `lap` is the
    length of a lap in metres, if it is not the track's 400 (200 indoors); `legs` is the number of legs of a relay, if
    its id does not say it.
    """

    id: Annotated[Id, explained("by which facts name the event", "1500m")]
    name: Annotated[Printed, explained("its name", "1500 metres")]
    measure: Annotated[Literal["time", "distance", "height", "points"], explained("what its marks are", "time")]
    better: Annotated[Literal["lower", "higher"], explained("which way marks improve", "lower")]
    plausible: Annotated[tuple[Printed, Printed], explained("between which marks all real ones lie", ["3:20", "6:00"])]
    aliases: Annotated[tuple[Printed, ...], explained("its other names", ["metric mile"])] = ()
    metres: Annotated[int | None, explained("how long the race is", 1500)] = None
    lap: Annotated[int | None, explained("how long a lap is, if not 400 m", 200)] = None
    sport: Annotated[Printed | None, explained("its sport", "athletics")] = None
    groups: Annotated[tuple[Printed, ...], explained("the groups that it is in", ["middle distance"])] = ()
    team: Annotated[bool, explained("true: a relay's or a squad's", True)] = False
    legs: Annotated[Annotated[int, Meta(ge=2)] | None, explained("how many legs a relay has", 4)] = None
    part_of: Annotated[Id | None, explained("the combined event that it is a part of", "heptathlon")] = None
    same_as: Annotated[Id | None, explained("the open event on whose lists its marks count", "high-jump")] = None
    day: Annotated[Annotated[int, Meta(ge=1)] | None, explained("the day of the combined event that it is on", 1)] = (
        None
    )


class Period(Row, frozen=True, kw_only=True):
    """A value that applied from one date to another (excluded); None means without end."""

    value: Annotated[Printed, explained("what held", "GBR")]
    start: Annotated[PartialDate | None, explained("from when: a year, a month or a day", "2015")] = None
    end: Annotated[PartialDate | None, explained("until when (excluded): a year, a month or a day", "2024-05")] = None


class Athlete(Row, frozen=True, kw_only=True):
    """A person, or a team. `nations`, `coaches`, `clubs` (and colleges) and `homes` apply over time. `numbers`: the
    athlete's number in each source that numbers athletes. `namesakes`: other people with exactly this name."""

    id: Annotated[Id, explained("by which facts name the athlete", "josh-kerr")]
    name: Annotated[Printed, explained("the name, given name first", "Josh Kerr")]
    sex: Annotated[Sex, explained("in whose events they compete", "men")]
    sources: Annotated[Sources, explained("the sources that say so", ["olympics"])]
    aliases: Annotated[tuple[Printed, ...], explained("other ways of printing the name", ["Joshua Kerr"])] = ()
    nations: Annotated[tuple[Period, ...], explained("for whom they competed, and when", [{"value": "GBR"}])] = ()
    born: Annotated[PartialDate | None, explained("day of birth: a year, a month or a day", "1997-10-08")] = None
    birthplace: Annotated[
        tuple[Printed, ...], explained("where they were born, the smallest place first", ["Edinburgh", "Scotland"])
    ] = ()
    coaches: Annotated[tuple[Period, ...], explained("who coached them, and when", [{"value": "Danny Mackey"}])] = ()
    clubs: Annotated[tuple[Period, ...], explained("clubs and colleges, and when", [{"value": "Edinburgh AC"}])] = ()
    homes: Annotated[
        tuple[Period, ...], explained("where they lived or come from, and when", [{"value": "Seattle"}])
    ] = ()
    died: Annotated[PartialDate | None, explained("day of death: a year, a month or a day", "2024-05-12")] = None
    numbers: Annotated[
        dict[Id, Printed], explained("their number in sources that number athletes", {"olympics": "12345"})
    ] = msgspec.field(default_factory=dict)
    namesakes: Annotated[tuple[Id, ...], explained("other people of this very name", ["josh-kerr-1960"])] = ()
    vouched_until: Annotated[
        PartialDate | None, explained("up to when what lasts is known: a year, a month or a day", "2024-08")
    ] = None


class Competition(Row, frozen=True, kw_only=True):
    """A series: the Olympic Games, a yearly meeting. `official` is false if record books leave it out."""

    id: Annotated[Id, explained("by which facts name the series", "olympic-games")]
    name: Annotated[Printed, explained("its name", "Olympic Games")]
    level: Annotated[Level, explained("what it is", "olympic")]
    aliases: Annotated[tuple[Printed, ...], explained("its other names", ["Olympics"])] = ()
    area: Annotated[Printed | None, explained("whose championships they are", "Europe")] = None
    nation: Annotated[Printed | None, explained("whose, or where it always is", "GBR")] = None
    medals: Annotated[bool, explained("true: its finals give medals", True)] = False


class Edition(Row, frozen=True, kw_only=True):
    """One edition of a competition. `start` and `end` are its first and last day, as far as they are known.

    `number` is the edition's ordinal number ("the 117th"); `series` are other competitions to which it also belongs.
    `zone` is the time zone of its days. Texts from before `announced`, if that is given, cannot mean it.
    """

    id: Annotated[Id, explained("by which facts name the holding", "olympic-games-2024")]
    competition: Annotated[Id, explained("the series that it is a holding of", "olympic-games")]
    name: Annotated[Printed, explained("its name", "2024 Olympic Games")]
    start: Annotated[PartialDate, explained("its first day: a year, a month or a day", "2024-07-26")]
    end: Annotated[PartialDate, explained("its last day: a year, a month or a day", "2024-08-11")]
    sources: Annotated[Sources, explained("the sources that say so", ["olympics"])]
    aliases: Annotated[tuple[Printed, ...], explained("its other names", ["Paris 2024"])] = ()
    city: Annotated[Printed | None, explained("where it was held", "Paris")] = None
    nation: Annotated[Printed | None, explained("in which nation", "FRA")] = None
    venue: Annotated[Printed | None, explained("in which stadium", "Stade de France")] = None
    venue_aliases: Annotated[tuple[Printed, ...], explained("other names of the stadium", ["the Stade"])] = ()
    indoor: Annotated[bool, explained("true: indoors", True)] = False
    official: Annotated[bool, explained("false: left out by record books", False)] = True
    number: Annotated[Annotated[int, Meta(ge=1)] | None, explained("which edition it was", 33)] = None
    series: Annotated[tuple[Id, ...], explained("other series that it belongs to", ["diamond-league"])] = ()
    zone: Annotated[UtcOffset | None, explained("time zone of its days: hours and minutes from UTC", "+02:00")] = None
    announced: Annotated[
        PartialDate | None, explained("before it nobody could speak of it: a year, a month or a day", "2017-09-13")
    ] = None
