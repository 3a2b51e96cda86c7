"""The ground truth, indexed: every look-up is as of a date, and what was won, run or annulled later does not exist yet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property

import msgspec

from harness.model import Assertion, Evidence, Measure, Setting, Unknown
from harness.truth.pack import Athlete, Competition, Completeness, Edition, Event, Nation, Pack, PackResult, Race, Record
from harness.values import Figure, Label, Range, Unread, Value, exactly, hull, partial_date, read_mark, show

LEVELS: dict[str, frozenset[str]] = {
    "global championship": frozenset({"olympic", "world", "world indoor"}),
    "major championship": frozenset({"olympic", "world", "world indoor", "continental"}),
    "championship": frozenset({"olympic", "world", "world indoor", "continental", "national", "age group"}),
    "Diamond League": frozenset({"diamond league"}),
}
MEDALS = {1: "gold", 2: "silver", 3: "bronze"}


class Result(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """One athlete in one race, ready to be looked up. `date` is in day ordinals, `mark` and `splits` in smallest units.

    `mark` and `place` are ranges: where sources disagree they hold all that is printed. `annulled` is the day from
    which the result no longer stands; `was` the place before somebody ahead was struck out, and the day that ended.
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
    indoor: bool = False
    en_route: bool = False
    place: Range | None = None
    mark: Range | None = None
    printed: str = ""
    status: str = "finished"
    splits: dict[str, Range] = {}
    qualified: str | None = None
    annulled: int | None = None
    was: tuple[int, int] | None = None
    city: str | None = None
    venue: str | None = None
    country: str | None = None
    sources: tuple[str, ...] = ()
    finishers_complete: bool = False
    note: str | None = None

    def exists(self, as_of: int) -> bool:
        """Whether the result had been run, and still stood, on the day."""
        ran = self.date.high is not None and self.date.high <= as_of
        return ran and (self.annulled is None or as_of < self.annulled)

    def place_as_of(self, as_of: int) -> Range | None:
        if self.was is not None and as_of < self.was[1]:
            return exactly(self.was[0])
        return self.place

    def medal_as_of(self, as_of: int) -> str | None:
        """gold, silver or bronze, where the race gives medals and the place is known for certain; else None."""
        place = self.place_as_of(as_of)
        if not self.gives_medals or self.round != "final" or place is None or place.low != place.high:
            return None
        return MEDALS.get(place.low or 0)


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
        self.stated = tuple(stated)
        self._index(result for race in pack.races for result in self._results_of(race))

    def with_facts(self, results: Iterable[Result], stated: Iterable[tuple[str, Assertion]]) -> Truth:
        """A truth over the same names that knows these facts only, and is complete in nothing."""
        own = Truth.__new__(Truth)
        own.__dict__.update(self.__dict__)
        own.__dict__.pop("editions_by_competition", None)
        own.records, own.completeness, own.stated = (), (), tuple(stated)
        own._index(results)
        return own

    def _index(self, results: Iterable[Result]) -> None:
        self.by_athlete: dict[str, list[Result]] = defaultdict(list)
        self.by_athlete_edition: dict[tuple[str, str], list[Result]] = defaultdict(list)
        self.by_edition: dict[str, list[Result]] = defaultdict(list)
        self.by_event: dict[str, list[Result]] = defaultdict(list)
        self.results = sorted(results, key=_by_date)
        for result in self.results:
            self.by_athlete[result.athlete].append(result)
            self.by_event[result.event].append(result)
            if result.edition is not None:
                self.by_edition[result.edition].append(result)
                self.by_athlete_edition[result.athlete, result.edition].append(result)

    def _results_of(self, race: Race) -> Iterator[Result]:
        edition = self.editions.get(race.edition or "")
        competition = self.competitions.get(edition.competition) if edition else None
        date = partial_date(race.date)
        if edition is not None and date.low != date.high:  # the edition's own days are the better bound
            date = Range(partial_date(edition.start).low, partial_date(edition.end).high)
        event = self.events[race.event]
        for row in race.results:
            where = (race.edition or f"{race.city or 'unknown'}-{race.date}", race.event, race.round, row.athlete)
            on_the_way = "@" if race.en_route else ""
            yield Result(
                id=on_the_way + "/".join(part.replace(" ", "-").lower() for part in where if part),
                athlete=row.athlete,
                event=race.event,
                sex=race.sex,
                date=date,
                nation=row.nation or self.nation_of(row.athlete, date.low or 0),
                edition=race.edition,
                competition=competition.id if competition else None,
                level=competition.level if competition else "meeting",
                official=edition.official if edition else True,
                gives_medals=competition.medals if competition else False,
                round=race.round,
                indoor=race.indoor,
                en_route=race.en_route,
                place=_disputed_place(row),
                mark=_disputed_mark(row, event.measure),
                printed=row.mark or "",
                status=row.status,
                splits={at: _disputed_split(row, at, event.measure) for at in row.splits},
                qualified=row.qualified,
                annulled=partial_date(row.annulled.start).low if row.annulled else None,
                was=(row.was.place, partial_date(row.was.end).low or 0) if row.was else None,
                city=race.city or (edition.city if edition else None),
                venue=race.venue or (edition.venue if edition else None),
                country=race.nation or (edition.nation if edition else None),
                sources=tuple(dict.fromkeys((*row.sources, *race.sources))),
                finishers_complete=race.finishers_complete,
                note=row.note or race.note,
            )

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
        if athlete is not None and setting.edition is not None:
            pool = self.by_athlete_edition.get((athlete, setting.edition), [])
        elif athlete is not None:
            pool = self.by_athlete.get(athlete, [])
        elif setting.edition is not None:
            pool = self.by_edition.get(setting.edition, [])
        elif setting.event is not None:
            pool = self.by_event.get(setting.event, [])
        else:
            pool = self.results
        return [
            result
            for result in pool
            if result.exists(as_of) and (en_route or not result.en_route) and self.fits(result, setting, as_of)
        ]

    def fits(self, result: Result, setting: Setting, as_of: int) -> bool:
        """Whether the result lies inside the setting. Editions that record books leave out fit only when named."""
        if setting.event is not None and result.event != setting.event:
            return False
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

    def result(self, athlete: str, setting: Setting, as_of: int) -> Result | Unknown:
        """The one result that the words point to. A race without a round is the final; several that fit are unknown."""
        found = [one for one in self.matching(setting, as_of, athlete) if one.status != "DNS"]
        if setting.round is None:
            found = [one for one in found if one.round in ("final", "")]
        name = self.name(athlete)
        where = self.show_setting(setting)
        if not found:
            return Unknown(f"the ground truth has no result of {name} in {where}", f"result: {name}, {where}")
        if len(found) > 1:
            ids = ", ".join(one.id for one in found[:3])
            return Unknown(f"{len(found)} results of {name} fit {where}: {ids}", f"which race: {name}, {where}")
        return found[0]

    @cached_property
    def editions_by_competition(self) -> dict[str, list[Edition]]:
        """The editions of each competition, oldest first."""
        grouped: dict[str, list[Edition]] = defaultdict(list)
        for edition in sorted(self.pack.editions, key=lambda one: one.start):
            grouped[edition.competition].append(edition)
        return grouped

    def name(self, entity: str) -> str:
        """How a person knows the athlete, nation, event, competition or edition with this id."""
        for table in (self.athletes, self.editions, self.competitions, self.events, self.nations):
            if entity in table:
                return table[entity].name
        return entity

    def show(self, value: Value, measure: Measure) -> str:
        """A value for people: figures as they are written, ids as the names behind them."""
        if isinstance(value, Label):
            value = Label(frozenset(self.name(name) for name in value.names))
        return show(value, measure)

    def show_setting(self, setting: Setting) -> str:
        """The setting in words, for messages: "1500m, Olympic Games Paris 2024, heat 1"."""
        parts = [self.name(part) for part in (setting.event, setting.edition or setting.competition) if part]
        parts += [part for part in (setting.level, setting.round, setting.area) if part]
        if setting.nation:
            parts.append(self.name(setting.nation))
        if setting.indoor is not None:
            parts.append("indoors" if setting.indoor else "outdoors")
        return ", ".join(parts) or "any race"

    def evidence(self, result: Result) -> Evidence:
        """The result as evidence: who, what, where, when, and the sources with their addresses."""
        parts = [self.name(result.athlete), self.events[result.event].name, result.round]
        parts.append(self.name(result.edition) if result.edition else result.city or "")
        parts.append(result.printed or result.status)
        if result.place is not None and result.place.low == result.place.high:
            parts.append(f"place {result.place.low}")
        return Evidence(result.id, ", ".join(part for part in parts if part), self.cite(result.sources))

    def cite(self, sources: Iterable[str]) -> tuple[str, ...]:
        """Source ids as a person wants them: title and address."""
        found = (self.sources.get(source) for source in sources)
        return tuple(f"{one.title} ({one.url})" if one.url else one.title for one in found if one is not None)


def round_fits(actual: str, wanted: str) -> bool:
    """ "heat" takes in "heat 1" to "heat 15"; "heat 1" only itself."""
    return actual == wanted or actual.startswith(wanted + " ")


def _by_date(result: Result) -> tuple[int, str]:
    return (result.date.high or 0, result.id)


def _disputed_place(row: PackResult) -> Range | None:
    if row.place is None:
        return None
    others = [exactly(int(one.value)) for one in row.disputes if one.field == "place"]
    return _all_of(exactly(row.place), others)


def _disputed_mark(row: PackResult, measure: str) -> Range | None:
    if row.mark is None:
        return None
    others = [_official(one.value, measure) for one in row.disputes if one.field == "mark"]
    return _all_of(_official(row.mark, measure), others)


def _disputed_split(row: PackResult, at: str, measure: str) -> Range:
    others = [_split(one.value, measure) for one in row.disputes if one.field == f"split {at}"]
    return _all_of(_split(row.splits[at], measure), others)


def _all_of(first: Range, others: list[Range]) -> Range:
    for other in others:
        joined = hull(first, other)
        assert isinstance(joined, Range)
        first = joined
    return first


def _official(printed: str, measure: str) -> Range:
    """An official mark is what it says, not a range: 3:45.94 is 225,940 ms."""
    exact = _read(printed.removesuffix("h"), measure).exact
    if exact is None:
        raise ValueError(f"not an exact {measure}: {printed}")
    return exactly(exact)


def _split(printed: str, measure: str) -> Range:
    """A split in hundredths is exact; one in tenths is itself rounded, and stands for all that prints so."""
    reading = _read(printed, measure)
    return exactly(reading.exact) if reading.exact is not None and "." in printed[:-2] else reading.value


def _read(printed: str, measure: str) -> Figure:
    reading = read_mark(printed, measure)
    if isinstance(reading, Unread):
        raise ValueError(reading.why)
    return reading
