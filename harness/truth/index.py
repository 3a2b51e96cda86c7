"""The ground truth, indexed: every look-up is as of a date; what was won, run or annulled later does not exist yet."""

from __future__ import annotations

from bisect import bisect_right
from collections import OrderedDict, defaultdict
from collections.abc import Iterable
from functools import cached_property
from typing import Any, TypeVar

from msgspec.structs import replace

from harness.model import Assertion, Evidence, Measure, Setting
from harness.truth.birthplaces import Birthplaces
from harness.truth.groups import takes_in
from harness.truth.pack import (
    Athlete,
    Competition,
    Completeness,
    Edition,
    Entry,
    Event,
    MedalTable,
    Nation,
    Pack,
    Record,
    Total,
)
from harness.truth.remembered import remembered
from harness.truth.results import Result, results_of_all
from harness.truth.row import LEVELS as LEVELS
from harness.truth.teams import of_members as members_of
from harness.values import HUNDREDTH, Label, Location, Range, Value, exactly, partial_date, show

_Key = TypeVar("_Key")


class Truth:
    """A pack, indexed. `stated` holds what an article itself asserts, when its claims are read as a ground truth."""

    def __init__(self, pack: Pack, digest: str = "", stated: Iterable[tuple[str, Assertion]] = ()) -> None:
        self.pack = pack
        self.digest = digest
        self.sources = {source.id: source for source in pack.sources}
        self.nations: dict[str, Nation] = {nation.id: nation for nation in pack.nations}
        self.events: dict[str, Event] = {event.id: event for event in pack.events}
        self.athletes: dict[str, Athlete] = {athlete.id: athlete for athlete in pack.athletes}
        self.competitions: dict[str, Competition] = {one.id: one for one in pack.competitions}
        self.editions: dict[str, Edition] = {edition.id: edition for edition in pack.editions}
        self.records: tuple[Record, ...] = pack.records
        self.completeness: tuple[Completeness, ...] = pack.completeness
        self.medal_tables: tuple[MedalTable, ...] = pack.medal_tables
        self.totals: tuple[Total, ...] = pack.totals
        self.entries: tuple[Entry, ...] = pack.entries
        self.stated = tuple(stated)
        self._take(results_of_all(pack.races, self))

    def with_facts(self, results: Iterable[Result], stated: Iterable[tuple[str, Assertion]]) -> Truth:
        """A truth over the same names that knows these facts only, and is complete in nothing."""
        own = Stated.__new__(Stated)
        own.__dict__.update(self._names)
        own.stated = tuple(stated)
        own._take(results)
        return own

    @cached_property
    def _names(self) -> dict[str, Any]:
        """What a truth over the same names has in common with this one, which is complete in nothing."""
        tables = ("pack", "digest", "sources", "nations", "events", "athletes", "competitions", "editions")
        shared = {name: getattr(self, name) for name in (*tables, "editions_by_competition")}
        return {**shared, "records": (), "completeness": (), "medal_tables": (), "totals": (), "entries": ()}

    def _take(self, results: Iterable[Result]) -> None:
        self._unsorted = results
        self.answers: dict[Any, OrderedDict[Any, Any]] = defaultdict(OrderedDict)  # see remembered.py

    @cached_property
    def results(self) -> list[Result]:
        """Every result, oldest first, read when the first is asked for."""
        return sorted(self._unsorted, key=_by_date)

    @cached_property
    def by_athlete(self) -> dict[str, list[Result]]:
        return _grouped((result.athlete, result) for result in (*self.results, *self.of_members))

    @cached_property
    def of_members(self) -> tuple[Result, ...]:
        """What teams did, as what their members did: looked up by athlete only, since they are no starters."""
        return tuple(sorted(members_of(self.results), key=_by_date))

    @cached_property
    def by_athlete_edition(self) -> dict[tuple[str, str], list[Result]]:
        every = (*self.results, *self.of_members)
        return _grouped(((one.athlete, one.edition), one) for one in every if one.edition is not None)

    @cached_property
    def by_edition(self) -> dict[str, list[Result]]:
        return _grouped((result.edition, result) for result in self.results if result.edition is not None)

    @cached_property
    def by_event(self) -> dict[str, list[Result]]:
        return _grouped((result.event, result) for result in self.results)

    @cached_property
    def by_competition(self) -> dict[str, list[Result]]:
        return _grouped((result.competition, result) for result in self.results if result.competition is not None)

    def sexes_of(self, event: str) -> frozenset[str]:
        """The sexes of the event's races that are known."""
        return frozenset({result.sex for result in self.by_event.get(event, ())})

    def nation_of(self, athlete: str, day: int) -> str | None:
        """The athlete's nation on the day, or None where the pack does not say."""
        person = self.athletes.get(athlete)
        for period in person.nations if person else ():
            start = partial_date(period.start).low if period.start else None
            end = partial_date(period.end).low if period.end else None
            if (start is None or start <= day) and (end is None or day < end):
                return period.value
        return None

    def matching(
        self, setting: Setting, as_of: int, athlete: str | None = None, *, en_route: bool = False
    ) -> list[Result]:
        """The results inside `setting` that stood on the day, oldest first; of one athlete, where one is given."""
        if athlete is None and setting.place is None and setting.medal is None:
            return [one for one in self.ever(setting) if one.exists(as_of) and (en_route or not one.en_route)]
        return [
            result for result in self._pool(setting, athlete)
            if result.exists(as_of) and (en_route or not result.en_route) and self.fits(result, setting, as_of)
        ]  # fmt: skip

    def last_change(self, as_of: int) -> int:
        """The last day, up to this one, on which results came, went or moved up: they are the same as of both."""
        return self._changes[bisect_right(self._changes, as_of) - 1]

    @cached_property
    def _changes(self) -> list[int]:
        """The days on which results came, went or moved up, behind one before them all."""
        came = {result.date.high for result in self.results if result.date.high is not None}
        went = {result.annulled for result in self.results if result.annulled is not None}
        up = {result.was[1] for result in self.results if result.was is not None}
        return [0, *sorted(came | went | up)]

    @remembered(512)
    def ever(self, setting: Setting) -> list[Result]:
        """Everybody's results inside the setting, whenever they were; its place or medal is that of the first day."""
        return [result for result in self._pool(setting, None) if self.fits(result, setting, 0)]

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

    def fits(self, result: Result, setting: Setting, as_of: int) -> bool:
        """Whether the result lies inside the setting. Editions that record books leave out fit only when named."""
        if setting.event is not None:
            if result.event != setting.event:
                return False
        elif result.part_of is not None or not takes_in(self.events, setting, result.event):
            return False  # a part of a combined event is no race, win or final of its own
        if setting.edition is not None:
            if result.edition != setting.edition:
                return False
        elif not result.official:
            return False
        if setting.competition is not None and result.competition != setting.competition:
            return False
        if setting.round is not None and not round_fits(result.round, setting.round):
            return False
        if setting.sex is not None and result.sex != setting.sex:
            return False
        if setting.indoor is not None and result.indoor != setting.indoor:
            return False
        if setting.level is not None and result.level not in LEVELS[setting.level]:
            return False
        if setting.start is not None and (result.date.low is None or result.date.low < setting.start):
            return False
        if setting.end is not None and (result.date.high is None or result.date.high > setting.end):
            return False
        if setting.nation is not None and result.nation != setting.nation:
            return False
        if setting.area is not None and (
            result.nation not in self.nations or self.nations[result.nation].area != setting.area
        ):
            return False
        if setting.place is not None and result.place_as_of(as_of) != exactly(setting.place):
            return False
        medal = setting.medal and result.medal_as_of(as_of)
        return setting.medal is None or (medal is not None and setting.medal in ("any", medal))

    @cached_property
    def parts_of(self) -> dict[str, tuple[str, ...]]:
        """The parts of each combined event, in the order in which the pack has them: that of the contest."""
        grouped: dict[str, tuple[str, ...]] = defaultdict(tuple)
        for event in self.pack.events:
            if event.part_of is not None:
                grouped[event.part_of] += (event.id,)
        return grouped

    @cached_property
    def editions_by_competition(self) -> dict[str, list[Edition]]:
        """The editions of each competition, oldest first."""
        grouped: dict[str, list[Edition]] = defaultdict(list)
        for edition in sorted(self.pack.editions, key=lambda one: one.start):
            for competition in (edition.competition, *edition.series):
                grouped[competition].append(edition)
        return grouped

    @cached_property
    def birthplaces(self) -> Birthplaces:
        return Birthplaces(self.nations.values(), self.athletes.values())

    def name(self, entity: str) -> str:
        """How a person knows the athlete, nation, event, competition or edition with this id."""
        for table in (self.athletes, self.editions, self.competitions, self.events, self.nations):
            if entity in table:
                return table[entity].name
        return entity

    def called(self, result: Result) -> str:
        """A result in words: "Josh Kerr, 1500 m, final, Olympic Games Paris 2024"."""
        where = self.name(result.edition) if result.edition else result.city or ""
        parts = (self.name(result.athlete), self.events[result.event].name, result.round, where)
        return ", ".join([part for part in parts if part])

    def show(self, value: Value, measure: Measure, step: int = HUNDREDTH) -> str:
        """A value for people: figures as they are written, ids as the names behind them."""
        if isinstance(value, Label):
            value = Label(frozenset(self.name(name) for name in value.names))
        elif isinstance(value, Location):
            value = replace(value, nation=frozenset(self.name(name) for name in value.nation))
        return show(value, measure, step)

    def show_setting(self, setting: Setting) -> str:
        """The setting in words, for messages: "1500m, Olympic Games Paris 2024, heat 1"."""
        named = (setting.event, setting.edition or setting.competition)
        parts: list[str | None] = [self.name(part) for part in named if part]
        parts += [" and ".join(map(self.name, setting.events or ()))]
        parts += [setting.group, setting.level, setting.round, setting.area]
        if setting.individual is not None:
            parts.append("individual events" if setting.individual else "team events")
        if setting.nation:
            parts.append(self.name(setting.nation))
        if setting.indoor is not None:
            parts.append("indoors" if setting.indoor else "outdoors")
        if setting.start is not None or setting.end is not None:
            parts.append(show(Range(setting.start, setting.end), "date"))
        return ", ".join(part for part in parts if part) or "any race"

    @remembered(1 << 14)
    def evidence(self, result: Result) -> Evidence:
        """The result as evidence: who, what, where, when, and the sources with their addresses."""
        parts = [self.called(result), result.printed or result.status]
        if result.place is not None and result.place.low == result.place.high:
            parts.append(f"place {result.place.low}")
        summary, date = ", ".join(part for part in parts if part), show(result.date, "date")
        return Evidence(result.id, summary, self.cite(result.sources), date)

    def cite(self, sources: Iterable[str]) -> tuple[str, ...]:
        """Source ids as a person wants them: title and address."""
        found = (self.sources.get(source) for source in sources)
        return tuple(f"{one.title} ({one.url})" if one.url else one.title for one in found if one is not None)


class Stated(Truth):
    """What an article states, read as a ground truth: the claim is all the evidence there is of a fact.

    It is asked a few questions only, so that it looks through its few results for each.
    """

    def last_change(self, as_of: int) -> int:
        return as_of

    def evidence(self, result: Result) -> Evidence:
        return Evidence(result.id, "stated here")


def round_fits(actual: str, wanted: str) -> bool:
    """ "heat" takes in "heat 1" to "heat 15"; "heat 1" only itself."""
    return actual == wanted or actual.startswith(wanted + " ")


def _grouped(entries: Iterable[tuple[_Key, Result]]) -> dict[_Key, list[Result]]:
    grouped: dict[_Key, list[Result]] = defaultdict(list)
    for key, result in entries:
        grouped[key].append(result)
    return grouped


def _by_date(result: Result) -> tuple[int, str]:
    return (result.date.high or 0, result.id)
