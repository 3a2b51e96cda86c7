"""The ground truth, indexed. Every look-up is as of a date; whatever was won, run or annulled later does not exist
yet."""

from __future__ import annotations

from bisect import bisect_right
from collections import OrderedDict, defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any, TypeVar

from harness.records.model import Assertion, Evidence, Setting
from harness.truth import overview
from harness.truth.birthplaces import Birthplaces
from harness.truth.entities import Entities
from harness.truth.fits import fits
from harness.truth.horizons import is_past_horizon
from harness.truth.list_steps import ListSteps
from harness.truth.pack import (
    Athlete,
    Competition,
    Completeness,
    Edition,
    Event,
    EventEntry,
    Horizon,
    MedalTable,
    Nation,
    Pack,
    Record,
    Total,
)
from harness.truth.remembered import remembered
from harness.truth.results import Result, race_of, results_of_all
from harness.truth.teams import named_after
from harness.truth.teams import of_members as members_of
from harness.values import partial_date, show

_Key = TypeVar("_Key")


class Truth(Entities):
    """A pack, indexed. `stated` holds what an article itself asserts, if its claims are used as a ground truth."""

    def __init__(self, pack: Pack, digest: str = "", stated: Iterable[tuple[str, Assertion]] = ()) -> None:
        self.pack = pack
        self.digest = digest
        self.sources = {source.id: source for source in pack.sources}
        self.nations: dict[str, Nation] = {nation.id: nation for nation in pack.nations}
        self.events: dict[str, Event] = {event.id: event for event in pack.events}
        self.athletes: dict[str, Athlete] = {athlete.id: athlete for athlete in pack.athletes}
        self.competitions: dict[str, Competition] = {competition.id: competition for competition in pack.competitions}
        self.editions: dict[str, Edition] = {edition.id: edition for edition in pack.editions}
        self.records: tuple[Record, ...] = pack.records
        self.completeness: tuple[Completeness, ...] = pack.completeness
        self.medal_tables: tuple[MedalTable, ...] = pack.medal_tables
        self.totals: tuple[Total, ...] = pack.totals
        self.entries: tuple[EventEntry, ...] = pack.entries
        self.horizons: tuple[Horizon, ...] = pack.horizons
        self.stated = tuple(stated)
        self._take(results_of_all(pack.races, self))

    def with_facts(self, results: Iterable[Result], stated: Iterable[tuple[str, Assertion]]) -> Truth:
        """A truth with the same names that has only these facts, and is complete in nothing."""
        own = Stated.__new__(Stated)
        own.__dict__.update(self._names)
        own.stated = tuple(stated)
        own._take(results)
        return own

    @cached_property
    def _names(self) -> dict[str, Any]:
        """What a truth over the same names has in common with this one, which is complete in nothing."""
        tables = ("digest", "horizons", "sources", "nations", "events", "athletes", "competitions", "editions")
        shared = {name: getattr(self, name) for name in (*tables, "editions_by_competition", "named_as_teams")}
        return {
            **shared,
            "whole": self,
            "records": (),
            "completeness": (),
            "medal_tables": (),
            "totals": (),
            "entries": (),
        }

    def _take(self, results: Iterable[Result]) -> None:
        self._unsorted = results
        self.answers: dict[Any, OrderedDict[Any, Any]] = defaultdict(OrderedDict)  # see remembered.py

    @cached_property
    def results(self) -> list[Result]:
        """Every result, oldest first, read on first use."""
        return sorted(self._unsorted, key=_by_date)

    @cached_property
    def by_athlete(self) -> dict[str, list[Result]]:
        return _grouped((result.athlete, result) for result in (*self.results, *self.of_members))

    @cached_property
    def of_members(self) -> tuple[Result, ...]:
        """What teams did, as results of their members: looked up by athlete only, since members are not starters."""
        return tuple(sorted(members_of(self.results), key=_by_date))

    @cached_property
    def by_athlete_edition(self) -> dict[tuple[str, str], list[Result]]:
        every = (*self.results, *self.of_members)
        return _grouped(((result.athlete, result.edition), result) for result in every if result.edition is not None)

    @cached_property
    def by_edition(self) -> dict[str, list[Result]]:
        return _grouped((result.edition, result) for result in self.results if result.edition is not None)

    @cached_property
    def by_event(self) -> dict[str, list[Result]]:
        return _grouped((result.event, result) for result in self.results)

    @cached_property
    def by_competition(self) -> dict[str, list[Result]]:
        return _grouped((result.competition, result) for result in self.results if result.competition is not None)

    @cached_property
    def sexes(self) -> dict[str, frozenset[str]]:
        """For every event, the sexes of its known races."""
        return overview.sexes(self.results)

    @cached_property
    def of_nobody(self) -> dict[str, int]:
        """The events and sexes in which listed marks belong to athletes whose nation is not known."""
        return overview.of_nobody(self.results)

    @cached_property
    def teams(self) -> frozenset[str]:
        """The ids whose results are a team's: they have members, run in team events, or have a nation's name."""
        ran = (result.athlete for result in self.results if result.members or self.events[result.event].team)
        return self.named_as_teams.union(ran)

    @cached_property
    def named_as_teams(self) -> frozenset[str]:
        """The ids that have a nation's name."""
        return named_after(self.nations.values(), self.athletes.values())

    def race(self, result: Result) -> Sequence[Result]:
        """Every result of the same race, whenever it stood."""
        return self._races[race_of(result)]

    @cached_property
    def _races(self) -> dict[tuple[object, ...], list[Result]]:
        return _grouped((race_of(result), result) for result in self.results)

    is_full = False  # of a store: so much of it was read that it is time to `make_room`

    def make_room(self) -> None:
        """Drop what was read from a store."""

    def list_steps(self, of: str, setting: Setting) -> ListSteps | None:
        """The list of "athletes" or "performances", if it was computed before; else None."""
        return None

    def nation_of(self, athlete: str, day: int, *, vouched: bool = True) -> str | None:
        """The athlete's nation on the day, or None if the pack does not say, or vouches for it no longer."""
        person = self.athletes.get(athlete)
        if person is None:
            return None
        for period in person.nations:
            start = partial_date(period.start).low if period.start else None
            end = partial_date(period.end).low if period.end else None
            if (start is None or start <= day) and (end is None or day < end):
                expired = vouched and end is None and is_past_horizon(self, person, day)
                return None if expired else period.value
        return None

    def matching(
        self, setting: Setting, as_of: int, athlete: str | None = None, *, en_route: bool = False
    ) -> list[Result]:
        """The results inside `setting` that stood on the day, oldest first; only those of `athlete`, if one is
        given."""
        if athlete is None and setting.place is None and setting.medal is None:
            return [
                result for result in self.ever(setting) if result.exists(as_of) and (en_route or not result.en_route)
            ]
        return [
            result
            for result in self._pool(setting, athlete)
            if result.exists(as_of) and (en_route or not result.en_route) and fits(result, setting, as_of, self)
        ]

    def last_change(self, as_of: int) -> int:
        """The last day, up to this one, on which results were added, removed or moved up: look-ups as of both days are
        the same."""
        return self.changes[bisect_right(self.changes, as_of) - 1]

    @cached_property
    def changes(self) -> list[int]:
        """The days on which results were added, removed or moved up, after one day before all of them."""
        return overview.changes(self.results)

    @remembered(512)
    def ever(self, setting: Setting) -> list[Result]:
        """Everybody's results inside the setting, whatever their day; its place or medal is that of the first day."""
        return [result for result in self._pool(setting, None) if fits(result, setting, 0, self)]

    def _pool(self, setting: Setting, athlete: str | None) -> list[Result]:
        """The smallest list that holds everything inside the setting."""
        if athlete is not None and setting.edition is not None:
            return self.by_athlete_edition.get((athlete, setting.edition), [])
        if athlete is not None:
            return self.by_athlete.get(athlete, [])
        if setting.edition is not None:
            return self.by_edition.get(setting.edition, [])
        if setting.competition is not None:
            return self.by_competition.get(setting.competition, [])
        return self.results if setting.event is None else self.by_event.get(setting.event, [])

    @cached_property
    def parts_of(self) -> dict[str, tuple[str, ...]]:
        """The parts of each combined event in the order of the pack, which is that of the competition."""
        grouped: dict[str, tuple[str, ...]] = defaultdict(tuple)
        for event in self.events.values():
            if event.part_of is not None:
                grouped[event.part_of] += (event.id,)
        return grouped

    @cached_property
    def editions_by_competition(self) -> dict[str, list[Edition]]:
        """The editions of each competition, oldest first."""
        grouped: dict[str, list[Edition]] = defaultdict(list)
        for edition in sorted(self.editions.values(), key=lambda held: held.start):
            for competition in (edition.competition, *edition.series):
                grouped[competition].append(edition)
        return grouped

    @cached_property
    def birthplaces(self) -> Birthplaces:
        return Birthplaces(self.nations.values(), self.athletes.values())

    @remembered(1 << 12)
    def evidence(self, result: Result) -> Evidence:
        """The result as evidence: who, what, where, when, and the sources with their addresses."""
        parts = [self.called(result), result.printed or result.status]
        if result.place is not None and result.place.low == result.place.high:
            parts.append(f"place {result.place.low}")
        summary, date = ", ".join(part for part in parts if part), show(result.date, "date")
        return Evidence(result.id, summary, self.cite(result.sources), date)


class Stated(Truth):
    """An article's claims, used as a ground truth: the claim is the only evidence of a fact.

    Few questions are asked of it, so it searches its few results for each.
    """

    whole: Truth  # over the same names

    def __getattr__(self, name: str) -> Any:
        if name == "pack":
            return self.whole.pack
        raise AttributeError(name)

    def last_change(self, as_of: int) -> int:
        return as_of

    def evidence(self, result: Result) -> Evidence:
        return Evidence(result.id, "stated here")


def _grouped(entries: Iterable[tuple[_Key, Result]]) -> dict[_Key, list[Result]]:
    grouped: dict[_Key, list[Result]] = defaultdict(list)
    for key, result in entries:
        grouped[key].append(result)
    return grouped


def _by_date(result: Result) -> tuple[int, str]:
    return (result.date.high or 0, result.id)
