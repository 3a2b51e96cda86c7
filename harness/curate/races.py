"""The races in a pack's documents: which one an entry belongs to, what is already there, and where a new one goes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable
from typing import Any, NamedTuple

from harness.curate.documents import Documents
from harness.curate.entry import Entry
from harness.curate.lexicon import PackNames
from harness.names import fold
from harness.truth.lint import units_of
from harness.truth.pack import Race
from harness.values import meet, partial_date

_DAY = len("2024-08-06")
# The order of a pack's fields in a race.
_ORDER = (
    "event",
    "sex",
    "date",
    "edition",
    "round",
    "section",
    "match",
    "decided",
    "city",
    "nation",
    "venue",
    "indoor",
    "en_route",
)


class RaceKey(NamedTuple):
    """What tells one race from another: event, sex, round, section, match and day of an edition; else the city too.

    A round may go over days: bronze is won in boxing's semifinal, days before the final.
    """

    event: str
    sex: str
    edition: str | None
    round: str
    section: str | None
    match: str | None
    city: str | None
    date: str | None
    en_route: bool

    @classmethod
    def of(cls, race: dict[str, Any]) -> RaceKey:
        edition = race.get("edition")
        day = race["date"] if len(race["date"]) == _DAY else None  # of a round at an edition more than one may be told
        city, date = (None, day) if edition is not None else (fold(race.get("city") or ""), race["date"])
        return cls(
            race["event"], race["sex"], edition, race.get("round", ""), race.get("section"), race.get("match"),
            city, date, bool(race.get("en_route")),
        )  # fmt: skip

    def as_final(self) -> RaceKey:
        """A race without a round is the final; at an edition an athlete is in a round once, whatever the day."""
        return self._replace(round=self.round or "final", date=None if self.edition is not None else self.date)

    def shown(self, lexicon: PackNames) -> str:
        where = lexicon.shown(self.edition) if self.edition else f"{(self.city or '').title()} {self.date}".strip()
        event = self.event if self.event not in lexicon.events else lexicon.events[self.event].name
        section = f"section {self.section}" if self.section else None
        parts = (f"{event} {self.sex}", where, self.round, section, self.match)
        return ", ".join(part for part in parts if part)


class KnownResult(NamedTuple):
    """A result of the documents: its file, race and row."""

    file: str
    race: dict[str, Any]
    result: dict[str, Any]


class PackRaces:
    """The races of the documents by what tells them apart; new ones are gathered and put in their places at the end."""

    def __init__(self, documents: Documents, lexicon: PackNames, into: str, entries: Iterable[Entry]) -> None:
        self.lexicon = lexicon
        self.documents = documents
        self.into = into
        self.lines: dict[int, list[Entry]] = defaultdict(list)  # id() of a result's row: the entries behind it
        self._races: dict[RaceKey, list[tuple[str, dict[str, Any]]]] = defaultdict(list)
        self._by_round: dict[RaceKey, list[tuple[str, dict[str, Any]]]] = defaultdict(list)
        self._in_race: dict[tuple[str, RaceKey], KnownResult] = {}
        self._on_day: dict[tuple[str, str, str], list[KnownResult]] = defaultdict(list)
        self._made: dict[int, dict[str, Any]] = {}
        self._pending: dict[int, tuple[dict[str, Any], list[dict[str, Any]]]] = {}
        editions = {entry.race.get("edition") for entry in entries} - {None}
        days = {entry.race["date"] for entry in entries}
        for file, document in documents.files.items():
            for race in document.get("races", ()):  # no other can be a race of the table's
                if race["date"] in days or race.get("edition") in editions:
                    self._register(file, race)

    def _register(self, file: str, race: dict[str, Any]) -> None:
        self._index(file, race)
        for result in race["results"]:
            self._know(KnownResult(file, race, result))

    def _index(self, file: str, race: dict[str, Any]) -> None:
        key = RaceKey.of(race)
        self._races[key].append((file, race))
        self._by_round[key.as_final()].append((file, race))

    def _know(self, known: KnownResult) -> None:
        athlete, race = known.result["athlete"], known.race
        self._in_race.setdefault((athlete, RaceKey.of(race).as_final()), known)
        self._on_day[athlete, race["event"], race["date"]].append(known)

    def result_of(self, entry: Entry) -> KnownResult | None:
        """The athlete's result in the same race, or in the event on the same day wherever that is entered."""
        mine, day = RaceKey.of(entry.race).as_final(), entry.race["date"]
        same = self._in_race.get((entry.athlete, mine))
        if same is not None:
            return same
        for known in self._on_day.get((entry.athlete, mine.event, day), ()):
            if _one_performance(RaceKey.of(known.race).as_final(), known.race["date"], mine, day):
                return known
        return None

    def refuses(self, entry: Entry) -> list[tuple[str, str]]:
        """Why no new result can be put into the race: (field, why)."""
        for _, race in self._entries(RaceKey.of(entry.race)):
            if id(race) in self._made or (
                entry.race.get("edition")
                and not race.get("finishers_complete")
                and self._may_be_another_day(race, entry)
            ):
                continue
            if race.get("finishers_complete"):
                return [("athlete", "the pack has every starter of this race, and this athlete is none of them")]
            if meet(partial_date(race["date"]), partial_date(entry.race["date"])) is None:
                return [("date", f"the pack has this race on {race['date']}, this row on {entry.race['date']}")]
            if "decided" in race and race["decided"] != entry.race.get("decided", race["decided"]):
                return [("decided", f"the pack has {race['decided']}, this row {entry.race['decided']}: not taken")]
        return []

    def _may_be_another_day(self, race: dict[str, Any], entry: Entry) -> bool:
        """Whether the sources that told one day of the round now tell another one."""
        return set(race.get("sources", ())) <= set(entry.sources)

    def add(self, entry: Entry) -> str:
        """Put the entry's result into its race, a new one where there is none that its sources vouch for; the file."""
        file, race = self._race_for(entry)
        self.documents.change(file, race)
        _fill_in(race, entry, self.lexicon)
        result = dict(entry.result)
        sources = entry.sources if id(race) in self._made else [
            source for source in entry.sources if source not in race["sources"]
        ]  # fmt: skip
        result = {"athlete": entry.athlete, **result}
        if sources:
            note = {"note": result.pop("note")} if "note" in result else {}
            result |= {"sources": sorted(sources), **note}
        self._pending.setdefault(id(race), (race, []))[1].append(result)
        self._know(KnownResult(file, race, result))
        self.lines[id(result)].append(entry)
        return file

    def _entries(self, key: RaceKey) -> list[tuple[str, dict[str, Any]]]:
        """The entries of the race; one without a round is the final, and one without a day is of any."""
        return self._races.get(key) or self._by_round.get(key.as_final(), [])

    def _race_for(self, entry: Entry) -> tuple[str, dict[str, Any]]:
        for file, race in self._entries(RaceKey.of(entry.race)):
            if meet(partial_date(race["date"]), partial_date(entry.race["date"])) is None:
                continue
            if id(race) in self._made or set(race.get("sources", ())) <= set(entry.sources):
                race.setdefault("sources", [])
                return file, race
        race = _new_race(entry, self.lexicon)
        self._index(self.into, race)
        self._made[id(race)] = race
        return self.into, race

    def settle(self) -> None:
        """Put new results and new races in order, and what all results of a new race share on the race."""
        for race, results in self._pending.values():
            race["results"] = _merged(race["results"], results, self._order(race))
        for race in self._made.values():
            _share_sources(race)
        if self._made:
            rows = self.documents.rows(self.into, "races")
            new = sorted(self._made.values(), key=_race_order)
            rows[:] = _merged(rows, new, lambda race: race["date"])
            self.documents.change(self.into)

    def _order(self, race: dict[str, Any]) -> Any:
        """By place, then by mark, then by athlete: whatever the order of the rows was."""
        event = self.lexicon.events[race["event"]]
        sign = 1 if event.better == "lower" else -1

        def order(result: dict[str, Any]) -> tuple[float, float, str]:
            units = units_of(result["mark"], event) if "mark" in result else None
            return (
                result.get("place") or float("inf"),
                float("inf") if units is None else sign * units,
                result["athlete"],
            )

        return order


def _fill_in(race: dict[str, Any], entry: Entry, lexicon: PackNames) -> None:
    """Where it was, which round and after what it ended, where the race lacks them and the row tells."""
    where = () if lexicon.city_of(race.get("edition")) else (("city", "city"), ("nation", "country"))
    for name, field in (*where, ("venue", "venue"), ("round", "round"), ("decided", "decided")):
        if name not in race and entry.race.get(field):
            put_in_order(race, name, entry.race[field])


def put_in_order(race: dict[str, Any], field: str, value: Any) -> None:
    """Give the race a field that it did not have, in its place."""
    race[field] = value
    race.update({key: race.pop(key) for key in (*_ORDER, *race) if key in race})


def _one_performance(theirs: RaceKey, their_date: str, mine: RaceKey, my_date: str) -> bool:
    """Whether two results of one athlete, event and day are one: nothing that both tell sets them apart."""
    if len(my_date) != _DAY or their_date != my_date or theirs.en_route != mine.en_route:
        return False
    return (theirs.round, theirs.section, theirs.match) == (mine.round, mine.section, mine.match)


def day_key(entry: Entry) -> Hashable:
    """What an athlete does once: the round (section, match) of an event on a day; None where the day is not known."""
    race = entry.race
    if len(race["date"]) != _DAY:
        return None
    key = RaceKey.of(race).as_final()
    return entry.athlete, key.event, key.sex, race["date"], key.round, key.section, key.match, key.en_route


def _merged(old: list[dict[str, Any]], new: list[dict[str, Any]], order: Any) -> list[dict[str, Any]]:
    """The new rows among the old ones, which keep their order: each before the first that comes behind it."""
    rows, waiting = [], sorted(new, key=order)[::-1]
    for row in old:
        while waiting and order(waiting[-1]) < order(row):
            rows.append(waiting.pop())
        rows.append(row)
    return rows + waiting[::-1]


def _race_order(race: dict[str, Any]) -> tuple[str, ...]:
    return race["date"], *(str(race.get(field, "")) for field in _ORDER)


def _share_sources(race: dict[str, Any]) -> None:
    shared = [
        source for source in race["results"][0]["sources"] if all(source in row["sources"] for row in race["results"])
    ]
    for row in race["results"]:
        own = [source for source in row.pop("sources") if source not in shared]
        note = {"note": row.pop("note")} if "note" in row else {}
        row |= ({"sources": own} if own else {}) | note
    race["sources"] = shared
    if not shared:
        del race["sources"]
    race["results"] = race.pop("results")


def _new_race(entry: Entry, lexicon: PackNames) -> dict[str, Any]:
    """A race of the pack with what the entry says of it, in the order of a pack's fields."""
    fields = dict(entry.race)
    if "country" in fields:
        fields["nation"] = fields.pop("country")
    known_elsewhere = ("city", "nation") if lexicon.city_of(fields.get("edition")) else ()  # the edition says it
    kept = {name: fields[name] for name in _ORDER if fields.get(name) and name not in known_elsewhere}
    assert kept.keys() <= set(Race.__struct_fields__)
    return {**kept, "sources": [], "results": []}
