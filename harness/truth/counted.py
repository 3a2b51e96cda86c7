"""Facts of a pack beside its results: medal tables, records, entries, published totals, and what it has all of."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

from harness.truth.row import HorizonOf as HorizonOf
from harness.truth.row import Id, Level, Levels, PartialDate, Printed, Row, Sex, Sources


class NationMedals(Row, frozen=True, kw_only=True):
    """A nation's row in a medal table."""

    nation: Printed
    gold: Annotated[int, Meta(ge=0)]
    silver: Annotated[int, Meta(ge=0)]
    bronze: Annotated[int, Meta(ge=0)]
    sources: Sources = ()


class MedalTable(Row, frozen=True, kw_only=True):
    """The published medal table of a whole edition, all its events together, for the nations that the pack has.

    It stood from `date` to `until` (excluded), when medals were taken away or given; None if it stands, as far as is
    known on the day `vouched_until`. `sources` hold for all of its rows. Ranks follow from the counts.
    """

    edition: Id
    date: PartialDate
    rows: tuple[NationMedals, ...]
    sources: Sources
    until: PartialDate | None = None
    note: str | None = None
    vouched_until: PartialDate | None = None


class EventEntry(Row, frozen=True, kw_only=True):
    """That an athlete was entered, selected or withdrawn for an event of an edition; no `event` means the edition.

    `date` is the day on which it became known. A later entry takes the place of an earlier one.
    """

    athlete: Id
    edition: Id
    status: Literal["entered", "selected", "withdrew", "not selected"]
    date: PartialDate
    sources: Sources
    event: Id | None = None
    note: str | None = None


class Total(Row, frozen=True, kw_only=True):
    """A count of a career (or of a holding) as published, on the day to which it counts.

    `of` is what is counted; the other fields narrow it as a claim's scope does. Who has a total is `athlete`, `nation`
    or everybody (the `nations` and the `athletes` that took part in an edition). What is struck out later apart, a
    career's total never falls, so that it bounds what was on earlier days and on later ones.
    """

    of: Literal[
        "races", "wins", "finals", "medals", "gold", "silver", "bronze", "titles", "records", "appearances", "goals",
        "points", "runs", "caps", "nations", "athletes",
    ]  # fmt: skip
    count: Annotated[int, Meta(ge=0)]
    date: PartialDate
    sources: Sources
    athlete: Id | None = None
    nation: Printed | None = None
    events: tuple[Id, ...] = ()
    group: Printed | None = None
    competition: Id | None = None
    edition: Id | None = None
    level: Levels | None = None
    sex: Sex | None = None
    area: Printed | None = None
    note: str | None = None


class Horizon(Row, frozen=True, kw_only=True):
    """Up to which day the sources vouch for what lasts: `of` records that stand, of athletes' nations, coaches, clubs
    and homes that hold, or of medal tables that stand, where a row has no `vouched_until` of its own.

    With `source` it is of the rows that cite that source; of several such, the latest counts. After that day nobody
    knows.
    """

    of: HorizonOf
    until: PartialDate
    sources: Sources
    source: Id | None = None


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

    id: Id
    covers: Literal[
        "medals", "athletes", "marks", "races", "meetings", "finals", "editions", "nations", "starts", "totals",
        "records", "bests",
    ]  # fmt: skip
    start: PartialDate
    end: PartialDate
    text: Printed
    sources: Sources
    events: tuple[Id, ...] = ()
    group: Printed | None = None
    sex: Sex | None = None
    competition: Id | None = None
    levels: tuple[Level, ...] = ()
    level: Literal["world", "olympic", "area", "national", "championship", "meeting"] | None = None
    athletes: tuple[Id, ...] = ()
    nation: Printed | None = None
    down_to: Printed | None = None
    indoor: bool = False
    indoor_too: bool = False
    none_before: bool = False
    season: int | None = None
    within: Literal["holding", "day"] | None = None


class Record(Row, frozen=True, kw_only=True):
    """A record and the time that it stood: from `date` to `until` (excluded), None if it stands.

    Who shares a record has a row of their own with the same mark: all who share it are in the pack, or none.
    `level`: whose record. `of` is the nation, area or competition concerned (None for the world's).
    `vouched_until` is the last day for which the source says that it stands; after it nobody knows. `ratified` is the
    day on which it was ratified, `unratified_until` a day on which it was known to be not yet.
    """

    level: Literal["world", "olympic", "area", "national", "championship", "meeting"]
    event: Id
    sex: Sex
    mark: Printed
    athlete: Id
    date: PartialDate
    sources: Sources
    of: Printed | None = None
    indoor: bool = False
    until: PartialDate | None = None
    city: Printed | None = None
    note: str | None = None
    vouched_until: PartialDate | None = None
    ratified: PartialDate | None = None
    unratified_until: PartialDate | None = None
