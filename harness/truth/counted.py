"""Facts of a pack other than results: medal tables, records, entries, published totals, and completeness statements."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

from harness.records.explained import explained
from harness.truth.row import HorizonOf as HorizonOf
from harness.truth.row import Id, Level, Levels, PartialDate, Printed, Row, Sex, Sources


class NationMedals(Row, frozen=True, kw_only=True):
    """A nation's row in a medal table."""

    nation: Annotated[Printed, explained("the nation", "GBR")]
    gold: Annotated[int, Meta(ge=0), explained("golds", 14)]
    silver: Annotated[int, Meta(ge=0), explained("silvers", 22)]
    bronze: Annotated[int, Meta(ge=0), explained("bronzes", 29)]
    sources: Annotated[Sources, explained("the sources that say so", ["olympics"])] = ()


class MedalTable(Row, frozen=True, kw_only=True):
    """The published medal table of a whole edition with all its events, for the nations that the pack has.

    It stood from `date` to `until` (excluded), when medals were withdrawn or awarded; None if it still stands, as far
    as is known on the day `vouched_until`. `sources` apply to all of its rows. Ranks are computed from the counts.
    """

    edition: Annotated[Id, explained("the holding", "olympic-games-2024")]
    date: Annotated[PartialDate, explained("from when it stood: a year, a month or a day", "2024-08-11")]
    rows: Annotated[
        tuple[NationMedals, ...],
        explained("the nations that are known", [{"nation": "GBR", "gold": 14, "silver": 22, "bronze": 29}]),
    ]
    sources: Annotated[Sources, explained("the sources that say so, for all of it", ["olympics"])]
    until: Annotated[
        PartialDate | None, explained("until when it stood (excluded): a year, a month or a day", "2024-08-20")
    ] = None
    note: Annotated[str | None, explained("what a reader should know besides", "hand timed")] = None
    vouched_until: Annotated[
        PartialDate | None, explained("until when it is known to stand: a year, a month or a day", "2024-08-12")
    ] = None


class EventEntry(Row, frozen=True, kw_only=True):
    """That an athlete was entered, selected or withdrawn for an event of an edition; no `event` means the edition.

    `date` is the day on which it became known. A later entry replaces an earlier one.
    """

    athlete: Annotated[Id, explained("who", "josh-kerr")]
    edition: Annotated[Id, explained("the holding", "olympic-games-2024")]
    status: Annotated[
        Literal["entered", "selected", "withdrew", "not selected"], explained("what became known", "selected")
    ]
    date: Annotated[PartialDate, explained("when it became known: a year, a month or a day", "2024-07-05")]
    sources: Annotated[Sources, explained("the sources that say so", ["olympics"])]
    event: Annotated[Id | None, explained("the event; without it, the holding", "1500m")] = None
    note: Annotated[str | None, explained("what a reader should know besides", "hand timed")] = None


class Total(Row, frozen=True, kw_only=True):
    """A count over a career (or at an edition) as published, with the day up to which it counts.

    `of` is what is counted; the other fields narrow it in the same way as a claim's scope. The total belongs to
    `athlete`, to `nation` or to everybody (the `nations` and the `athletes` that took part in an edition). Apart from
    later annulments, a career's total never falls, so it bounds the count on earlier and later days.
    """

    of: Annotated[Literal[
        "races", "wins", "finals", "medals", "gold", "silver", "bronze", "titles", "records", "appearances", "goals",
        "points", "runs", "caps", "nations", "athletes",
    ], explained("what is counted", "goals")]  # fmt: skip
    count: Annotated[int, Meta(ge=0), explained("how many", 100)]
    date: Annotated[PartialDate, explained("up to when they are counted: a year, a month or a day", "2024-06-01")]
    sources: Annotated[Sources, explained("the sources that say so", ["olympics"])]
    athlete: Annotated[Id | None, explained("whose they are", "mia-falk")] = None
    nation: Annotated[Printed | None, explained("the nation whose they are", "NOR")] = None
    events: Annotated[tuple[Id, ...], explained("in which events only", ["1500m"])] = ()
    group: Annotated[Printed | None, explained("in which group of events or sport only", "swimming")] = None
    individual: Annotated[bool | None, explained("without the events of teams; false: those only", True)] = None
    competition: Annotated[Id | None, explained("at which competition only", "olympic-games")] = None
    edition: Annotated[Id | None, explained("at which holding only", "olympic-games-2024")] = None
    level: Annotated[Levels | None, explained("at which competitions only", "global championship")] = None
    sex: Annotated[Sex | None, explained("whose events only", "women")] = None
    area: Annotated[Printed | None, explained("of which area's nations only", "Africa")] = None
    note: Annotated[str | None, explained("what a reader should know besides", "hand timed")] = None


class Horizon(Row, frozen=True, kw_only=True):
    """The day up to which the sources vouch for lasting facts: `of` current records, of athletes' current nations,
    coaches, clubs and homes, or of current medal tables, where a row has no `vouched_until` of its own.

    With `source` it applies to the rows that cite that source; if several do, the latest counts. After that day nothing
    is known.
    """

    of: Annotated[HorizonOf, explained("of what", "records")]
    until: Annotated[PartialDate, explained("the last day that is vouched for: a year, a month or a day", "2024-08-01")]
    sources: Annotated[Sources, explained("the sources that say so", ["olympics"])]
    source: Annotated[Id | None, explained("only of the rows that cite this source", "olympics")] = None


class Completeness(Row, frozen=True, kw_only=True):
    """What the pack has all of: the one licence to conclude from absence.

    `covers`:
      medals    every medal of `event` at `competition`, editions from `start` to `end`
      athletes  the best mark of every athlete down to `down_to`, on every as-of date from `start` to `end`
      marks     every performance down to `down_to`, on every as-of date from `start` to `end`
      bests     of `athletes` in `events` the best mark that each had, on every as-of date from `start` to `end`: of a
                career, outdoors unless `indoor`, or of one `season`
      races     every race (finals and rounds, outdoors unless `indoor`) of `athletes` in `events`, from `start` to
                `end`
      meetings  every race that both of `athletes` were in, in `events`, from `start` to `end`
      finals    every final of `athletes` at `competition` or at competitions of `levels`, in `events`, from `start` to
                `end`
      editions  every edition of `competition` from `start` to `end`
      starts    every edition of `competition` at which `athletes` started, from `start` to `end`
      records   every record of `level` that `athletes` set in `events`, from `start` to `end`, each with its own row
      totals    every athlete with at least `down_to` ("4 medals", "3 golds") at `competition`, from `start` to `end`,
                by results or by a published total; with `within`, so many at one holding or on one day
      nations   in the medal tables of `competition`, editions from `start` to `end`, every nation with at least
                `down_to` ("5 golds", "20 medals"); every nation with a medal where it is left out
    `none_before`: there was no meeting, race, final, medal or edition before `start`: the statement holds for ever.
    A race of `races` has the marks taken on the way as well. Lists and records leave out what is not official.
    No `events` means all events, or all those of the `group` (or the sport). `nation` narrows a list to one nation's
    athletes, `season` to one calendar year.
    Dates are of the results covered, or of the as-of look-up.
    """

    id: Annotated[Id, explained("by which evidence names the statement", "1500m-medals")]
    covers: Annotated[Literal[
        "medals", "athletes", "marks", "races", "meetings", "finals", "editions", "nations", "starts", "totals",
        "records", "bests",
    ], explained("what is complete", "medals")]  # fmt: skip
    start: Annotated[PartialDate, explained("from when: a year, a month or a day", "1896")]
    end: Annotated[PartialDate, explained("until when: a year, a month or a day", "2024-08")]
    text: Annotated[Printed, explained("the statement, in the words of its source", "every medallist since 1896")]
    sources: Annotated[Sources, explained("the sources that say so", ["olympics"])]
    events: Annotated[tuple[Id, ...], explained("in which events", ["1500m"])] = ()
    group: Annotated[Printed | None, explained("in which group of events or sport", "swimming")] = None
    sex: Annotated[Sex | None, explained("in whose events", "men")] = None
    competition: Annotated[Id | None, explained("at which competition", "olympic-games")] = None
    levels: Annotated[tuple[Level, ...], explained("at competitions of which levels", ["olympic", "world"])] = ()
    level: Annotated[
        Literal["world", "olympic", "area", "national", "championship", "meeting"] | None,
        explained("whose records", "world"),
    ] = None
    athletes: Annotated[tuple[Id, ...], explained("of which athletes", ["josh-kerr"])] = ()
    nation: Annotated[Printed | None, explained("of which nation's athletes", "GBR")] = None
    down_to: Annotated[Printed | None, explained("down to which mark or number", "3:30.00")] = None
    indoor: Annotated[bool, explained("true: indoors", True)] = False
    indoor_too: Annotated[bool, explained("true: indoors and outdoors", True)] = False
    none_before: Annotated[bool, explained("true: there was none before the start", True)] = False
    season: Annotated[int | None, explained("of which calendar year", 2024)] = None
    within: Annotated[
        Literal["holding", "day"] | None, explained("so many at one holding, or on one day", "holding")
    ] = None


class Record(Row, frozen=True, kw_only=True):
    """A record and the time during which it stood: from `date` to `until` (excluded), None if it still stands.

    Athletes who share a record each have a row with the same mark: either all of them are in the pack, or none.
    `level`: whose record. `of` is the nation, area or competition concerned (None for the world's). `vouched_until` is
    the last day for which the source says that it stands; after it nothing is known. `ratified` is the day on which it
    was ratified, `unratified_until` a day on which it was known not to be ratified yet. `women_only`: which of the two
    it is, where the record of women in races without men is kept apart from that in mixed races.
    """

    level: Annotated[
        Literal["world", "olympic", "area", "national", "championship", "meeting"],
        explained("whose record it is", "national"),
    ]
    event: Annotated[Id, explained("the event", "1500m")]
    sex: Annotated[Sex, explained("whose event", "men")]
    mark: Annotated[Printed, explained("the mark as published", "3:26.00")]
    athlete: Annotated[Id, explained("who set it", "hicham-el-guerrouj")]
    date: Annotated[PartialDate, explained("when it was set: a year, a month or a day", "1998-07-14")]
    sources: Annotated[Sources, explained("the sources that say so", ["olympics"])]
    of: Annotated[Printed | None, explained("the nation, area or competition", "MAR")] = None
    indoor: Annotated[bool, explained("true: indoors", True)] = False
    women_only: Annotated[bool | None, explained("true: of races for women only; false: of mixed ones", True)] = None
    until: Annotated[
        PartialDate | None, explained("until when it stood (excluded): a year, a month or a day", "2015-07-17")
    ] = None
    city: Annotated[Printed | None, explained("where it was set", "Rome")] = None
    note: Annotated[str | None, explained("what a reader should know besides", "hand timed")] = None
    vouched_until: Annotated[
        PartialDate | None, explained("until when it is known to stand: a year, a month or a day", "2024-08")
    ] = None
    ratified: Annotated[PartialDate | None, explained("when it was ratified: a year, a month or a day", "1998-09")] = (
        None
    )
    unratified_until: Annotated[
        PartialDate | None, explained("when it was known to be not yet ratified: a year, a month or a day", "1998-08")
    ] = None
