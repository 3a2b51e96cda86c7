"""What printed names and figures of a claim are, which results it speaks of, and what it takes to count.

A field's type says what its words are (`AthleteName`, `PrintedMark` and the like): the resolve stage reads those roles,
so that a kind never resolves a name or parses a figure itself. Names, marks and events stand as printed.
"""

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from harness.records.explained import explained
from harness.truth.row import Levels


def _role(name: str, description: str) -> Meta:
    return Meta(min_length=1, max_length=200, description=description, extra={"role": name})


AthleteName = Annotated[str, _role("athlete", "a person or team as the article prints the name")]
NationName = Annotated[str, _role("nation", "a nation as printed: Britain, GB, the Kenyan")]
EventName = Annotated[str, _role("event", "an event as printed: 1,500 metres, metric mile")]
GroupName = Annotated[str, _role("group", "a group of events or a sport as printed: the sprints, swimming")]
PlaceName = Annotated[str, _role("venue", "a stadium, a city or a country as printed")]
BirthplaceName = Annotated[str, _role("birthplace", "a town, a part of a country or a country as printed")]
CoachName = Annotated[str, _role("coach", "a coach as printed, by the whole name or a part of it")]
ClubName = Annotated[str, _role("club", "a club as printed, by the whole name or a part of it")]
HomeName = Annotated[str, _role("home", "where somebody lives or comes from, as printed: Indianapolis")]
CompetitionName = Annotated[str, _role("competition", "a competition as printed: Olympic Games, the Budapest worlds")]
RoundName = Annotated[
    str, Meta(min_length=1, max_length=40, description="a round as printed: heat 1, semis", extra={"role": "round"})
]
PrintedMark = Annotated[str, _role("mark", "a mark as printed: 3:29.05, three minutes, 35.83, 8.95m")]
PrintedGap = Annotated[str, _role("gap", "a margin as printed: 69 hundredths of a second, 0.03")]
PrintedDate = Annotated[str, _role("date", "a date of any precision as printed: 25 May 2024, last summer")]
PrintedSpan = Annotated[str, _role("span", "a length of time as printed: one week, nine years")]
PrintedCount = Annotated[
    int | str, Meta(description="5, five, fourth, at least 2, two or three", extra={"role": "count"})
]
PrintedPlace = Annotated[
    int | str,
    Meta(description="5, fourth, runner-up, on the podium, last, last but one", extra={"role": "place"}),
]
PrintedAge = Annotated[int | str, Meta(description="24, 24-year-old, teenage, in her thirties", extra={"role": "age"})]
PointOnTheWay = Annotated[
    str, _role("point", "800m, halfway, the bell, 200m to go, three laps; of a combined event: the high jump, day one")
]
PrintedLeg = Annotated[
    int | str,
    Meta(description="a leg of a relay: anchor, lead-off, third; own: whichever it was", extra={"role": "leg"}),
]
PrintedScore = Annotated[str, _role("score", "the points of both sides as printed: 31-17, 3:1, two-nil")]
LapLength = Annotated[str, _role("lap", "how long each lap is: 400m, a lap, a quarter, 5km")]
StretchOfTheWay = Annotated[str, _role("stretch", "last 400m, second lap, first half, 600m to 1000m")]
Medal = Literal["gold", "silver", "bronze", "any"]
Year = Annotated[int, Meta(ge=1800, le=2200)]
InferredField = Annotated[
    str, Meta(pattern="^[a-z_]+([.][a-z_]+)?$", max_length=40, description="a field, or one of a scope: scope.year")
]


class Scope(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True, cache_hash=True):
    """Which results a claim is about. What the words leave open is left out.

    `part` is one of the parts of a combined event ("high jump" of the heptathlon). Instead of `event`, `events` names
    several, `group` a group of events or a sport ("sprints", "swimming"), and `individual` excludes team events.
    `competition` is a series ("Olympic Games"), one edition of it ("Paris Olympics", "the Budapest worlds") or a race
    with a name of its own ("Bowerman Mile"); `year` says which edition. `level` names several competitions at once.
    `after` and `until` limit dates (`after` excluded, `until` included), `on` is one date, `season` one calendar year.
    """

    event: Annotated[EventName | None, explained("the event", "1500m")] = None
    part: Annotated[EventName | None, explained("a part of a combined event", "high jump")] = None
    sex: Annotated[Literal["men", "women", "mixed"] | None, explained("whose event", "women")] = None
    competition: Annotated[CompetitionName | None, explained("a series, or one holding of it", "Paris Olympics")] = None
    year: Annotated[Year | None, explained("which holding, by its year", 2024)] = None
    level: Annotated[Levels | None, explained("all competitions of the level", "global championship")] = None
    round: Annotated[RoundName | None, explained("the round", "semi-final")] = None
    nation: Annotated[NationName | None, explained("only athletes of the nation", "Britain")] = None
    area: Annotated[
        Literal["Africa", "Asia", "Europe", "North America", "Oceania", "South America"] | None,
        explained("only nations or athletes of the area", "Africa"),
    ] = None
    indoor: Annotated[bool | None, explained("indoors only, or outdoors only", True)] = None
    after: Annotated[PrintedDate | None, explained("only what came after the date", "1 May 2024")] = None
    until: Annotated[PrintedDate | None, explained("only what came by the date", "August 2024")] = None
    on: Annotated[PrintedDate | None, explained("only what was on the date", "6 August 2024")] = None
    season: Annotated[Year | None, explained("only what was in the calendar year", 2024)] = None
    place: Annotated[Annotated[int, Meta(ge=1)] | None, explained("only results with the place", 1)] = None
    medal: Annotated[Medal | None, explained("only results with the medal", "gold")] = None
    events: Annotated[tuple[EventName, ...], explained("several events", ["100m", "200m"])] = ()
    group: Annotated[GroupName | None, explained("a group of events, or a sport", "swimming")] = None
    individual: Annotated[bool | None, explained("without the events of teams; false: those only", True)] = None


class Feat(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """The condition of a feat, for `since`, `only` and `count`: every field that is given must be met.

    `mark` is a bound ("3:26.73 or better", "sub-3:30"); `titles` a number of wins in the scope; `medal` one at any
    edition in the scope; `place` a place in a race; `race` any start at all; `beats` an opponent who finishes behind in
    the same race. `within` says that one athlete won all the `titles` or `medals` at one edition, or on one day.
    """

    medal: Annotated[Medal | None, explained("a medal of the colour", "gold")] = None
    medals: Annotated[PrintedCount | None, explained("so many medals", "four")] = None
    titles: Annotated[PrintedCount | None, explained("so many titles", "two")] = None
    mark: Annotated[PrintedMark | None, explained("the mark or better", "sub-3:30")] = None
    place: Annotated[Annotated[int, Meta(ge=1)] | None, explained("the place", 1)] = None
    race: Annotated[Literal["any"] | None, explained("any start at all", "any")] = None
    beats: Annotated[AthleteName | None, explained("finishing ahead of somebody", "Ingebrigtsen")] = None
    within: Annotated[
        Literal["holding", "day"] | None, explained("all of them at one holding, or on one day", "holding")
    ] = None
