"""Results as the ground truth looks them up: a race of the pack, its marks, splits and dates as ranges."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Protocol

import msgspec
from msgspec.structs import replace

from harness.records.model import Evidence
from harness.truth.changes import as_it_stood
from harness.truth.pack import Competition, Edition, Event, PackResult, Race
from harness.truth.printed_marks import (
    mark_and_step,
    official_attempt,
    official_mark,
    official_split,
    step_of_marks,
)
from harness.values import Range, exactly, hull, partial_date

if TYPE_CHECKING:
    from harness.truth.index import Truth

_LONGEST_SPRINT = 400  # metres: beyond, times by hand and electronic ones stand side by side in the lists

MEDALS = {1: "gold", 2: "silver", 3: "bronze"}


class RaceNames(Protocol):
    """What a race's ids refer to."""

    competitions: dict[str, Competition]
    editions: dict[str, Edition]
    events: dict[str, Event]

    def nation_of(self, athlete: str, day: int) -> str | None: ...


class Result(msgspec.Struct, frozen=True, eq=False, gc=False, kw_only=True, omit_defaults=True):
    """One athlete in one race, ready to be looked up. `date` is in day ordinals, `mark` and `splits` in smallest units.

    `mark` and `place` are ranges: where sources disagree they hold all that is printed. `attempts` are marks by round,
    None where there is none; `tries` those at each height. `part_of` is the combined event of which it is a part.
    `annulled` is the day from which the result no longer stands; `since` the day on which it came to stand so, by a
    correction or as reinstated; `was` the place before somebody ahead was struck out, and the day that ended. `step` is
    one unit of the mark's last digit; by `hand_slack` an electronic time may have been slower. `team`: the result is
    the team's, and the athlete's as one of its members, who ran the leg with the number `leg`. `legs` are the times of
    a team's legs. `heats_only`: who ran for the team in an earlier round only has its place, and no start in the final.
    """

    id: str
    athlete: str
    event: str
    sex: str
    date: Range
    nation: str | None = None
    edition: str | None = None
    competition: str | None = None
    level: str = "meeting"
    official: bool = True
    gives_medals: bool = False
    round: str = ""
    section: str | None = None
    match: str | None = None
    indoor: bool = False
    en_route: bool = False
    place: Range | None = None
    mark: Range | None = None
    printed: str = ""
    step: int = 10
    hand_slack: int = 0
    net: Range | None = None
    sets: tuple[int, ...] = ()
    shootout: int | None = None
    scorers: dict[str, int] = {}
    decided: str | None = None
    members: tuple[str, ...] = ()
    legs: tuple[Range | None, ...] = ()
    leg: int | None = None
    team: str | None = None
    heats_only: bool = False
    status: str = "finished"
    splits: dict[str, Range] = {}
    order: dict[str, int] = {}
    attempts: tuple[Range | None, ...] = ()
    tries: dict[int, str] = {}
    overall: int | None = None
    stopped: str | None = None
    pacemaker: bool = False
    part_of: str | None = None
    qualified: str | None = None
    annulled: int | None = None
    since: int | None = None
    was: tuple[int, int] | None = None
    city: str | None = None
    venue: str | None = None
    country: str | None = None
    sources: tuple[str, ...] = ()
    finishers_complete: bool = False
    assisted: bool = False
    ineligible: bool = False
    note: str | None = None

    def evidence(self, truth: Truth) -> Evidence:
        """The result as what a verdict rests on."""
        return truth.evidence(self)

    def exists(self, as_of: int) -> bool:
        """Whether the result had been run, and still stood, on the day."""
        ran = self.date.high is not None and max(self.date.high, self.since or 0) <= as_of
        return ran and (self.annulled is None or as_of < self.annulled)

    @property
    def electronic(self) -> Range | None:
        """The mark as lists and records compare it: a time by hand over a short distance is too good."""
        if self.mark is None or not self.hand_slack or self.mark.high is None:
            return self.mark
        return Range(self.mark.low, self.mark.high + self.hand_slack)

    def place_as_of(self, as_of: int) -> Range | None:
        """The place on the day: a later disqualification moves others up, and not in an older article."""
        if self.was is not None and as_of < self.was[1]:
            return exactly(self.was[0])
        return self.place

    def medal_as_of(self, as_of: int) -> str | None:
        """gold, silver or bronze, where the race gives medals and the place is known for certain; else None."""
        place = self.place_as_of(as_of)
        if not self.gives_medals or self.round != "final" or place is None or place.low != place.high:
            return None
        return MEDALS.get(place.low or 0)


def race_of(result: Result) -> tuple[object, ...]:
    """What tells the race from every other one."""
    where = result.edition or result.city
    return (result.event, result.sex, where, result.round, result.section, result.match, result.date, result.en_route)


def on_open_list(result: Result, event: str) -> Result:
    """What a part of a combined event counts as on the lists of the open event: a mark taken on the way."""
    return replace(result, id=f"@{result.id}", event=event, en_route=True, part_of=None, round="")


def results_of_all(races: Iterable[Race], names: RaceNames) -> Iterator[Result]:
    """The results of all races, and those of parts that count on the lists of an open event as well."""
    for race in races:
        same_as = names.events[race.event].same_as
        for result in results_of(race, names):
            yield result
            if same_as is not None:
                yield on_open_list(result, same_as)


def results_of(race: Race, names: RaceNames) -> Iterator[Result]:
    """The results of a race of the pack, its printed marks and dates read; ValueError where one cannot be."""
    edition = names.editions.get(race.edition or "")
    competition = names.competitions.get(edition.competition) if edition else None
    date = partial_date(race.date)
    if edition is not None and date.low != date.high:  # the edition's own days are the better bound
        date = Range(partial_date(edition.start).low, partial_date(edition.end).high)
    event = names.events[race.event]
    for row in race.results:
        where = (
            race.edition or f"{race.city or 'unknown'}-{race.date}",
            race.event,
            race.round,
            f"section-{race.section}" if race.section else "",
            race.match or "",
            row.athlete,
        )
        on_the_way = "@" if race.en_route else ""
        final = Result(
            id=on_the_way + "/".join(part.replace(" ", "-").lower() for part in where if part),
            athlete=row.athlete,
            event=race.event,
            sex=race.sex,
            date=date,
            nation=row.nation or names.nation_of(row.athlete, date.low or 0),
            edition=race.edition,
            competition=competition.id if competition else None,
            level=competition.level if competition else "meeting",
            official=edition.official if edition else True,
            gives_medals=competition.medals and event.part_of is None if competition else False,
            round=race.round,
            section=race.section,
            match=race.match,
            indoor=race.indoor or (edition.indoor if edition else False),
            en_route=race.en_route,
            place=None if race.section is not None else disputed_place(row),
            mark=_disputed_mark(row, event.measure),
            printed=row.mark or "",
            step=step_of_marks(row, event.measure),
            hand_slack=_hand_slack(row, event),
            net=None if row.net is None else official_mark(row.net, event.measure),
            members=row.members,
            sets=row.sets,
            shootout=row.shootout,
            scorers=row.scorers,
            decided=race.decided,
            legs=tuple(None if leg == "-" else official_split(leg, event.measure) for leg in row.legs),
            status=row.status,
            splits={at: _disputed_split(row, at, event.measure) for at in row.splits},
            order=row.order,
            attempts=tuple(official_attempt(attempt, event.measure) for attempt in row.attempts),
            tries={official_mark(height, event.measure).low or 0: tries for height, tries in row.tries.items()},
            overall=row.overall,
            stopped=row.stopped,
            pacemaker=row.pacemaker,
            part_of=event.part_of,
            qualified=row.qualified,
            annulled=partial_date(row.annulled.start).low if row.annulled else None,
            was=(row.was.place, partial_date(row.was.end).low or 0) if row.was and row.was.place else None,
            city=race.city or (edition.city if edition else None),
            venue=race.venue or (edition.venue if edition else None),
            country=race.nation or (edition.nation if edition else None),
            sources=tuple(dict.fromkeys((*row.sources, *race.sources))),
            finishers_complete=race.finishers_complete,
            assisted=row.assisted,
            ineligible=row.ineligible is not None,
            note=row.note or race.note,
        )
        yield from as_it_stood(final, row, partial(mark_and_step, measure=event.measure))


def disputed_place(row: PackResult) -> Range | None:
    if row.place is None:
        return None
    others = [exactly(int(dispute.value)) for dispute in row.disputes if dispute.field == "place"]
    return _all_of(exactly(row.place), others)


def _disputed_mark(row: PackResult, measure: str) -> Range | None:
    if row.mark is None:
        return None
    others = [official_mark(dispute.value, measure) for dispute in row.disputes if dispute.field == "mark"]
    return _all_of(official_mark(row.mark, measure), others)


def _hand_slack(row: PackResult, event: Event) -> int:
    """By how much a hand time is too fast beside electronic ones, as the scoring tables for combined events have it:
    0.24 s, over 400 m 0.14 s, beyond nothing."""
    if not (row.mark or "").endswith("h") or event.metres is None or event.metres > _LONGEST_SPRINT:
        return 0
    return 140 if event.metres == _LONGEST_SPRINT else 240


def _disputed_split(row: PackResult, at: str, measure: str) -> Range:
    others = [official_split(dispute.value, measure) for dispute in row.disputes if dispute.field == f"split {at}"]
    return _all_of(official_split(row.splits[at], measure), others)


def _all_of(first: Range, others: list[Range]) -> Range:
    for further in others:
        joined = hull(first, further)
        assert isinstance(joined, Range)
        first = joined
    return first
