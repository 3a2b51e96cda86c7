"""The races of a pack's documents: which one an entry belongs to, what is there already, and where a new one goes."""

from __future__ import annotations

from collections import defaultdict
from typing import Any, NamedTuple

from harness.curate.layout import Document
from harness.curate.rows import Entry
from harness.names import fold
from harness.truth.index import Truth
from harness.truth.lint import units_of
from harness.truth.pack import Race
from harness.values import meet, partial_date

_WHOLE_DAY = len("2024-08-06")


class Contest(NamedTuple):
    """What tells one race from another: the round of an edition; elsewhere the city and the day."""

    event: str
    sex: str
    edition: str | None
    round: str
    city: str | None = None
    date: str | None = None

    @classmethod
    def of(cls, entry: Entry) -> Contest:
        race = entry.race
        return cls.at(
            race["event"], race["sex"], race.get("edition"), race.get("round", ""), race.get("city"), race["date"]
        )

    @classmethod
    def at(cls, event: str, sex: str, edition: str | None, round_: str, city: str | None, date: str) -> Contest:
        if edition is not None:
            return cls(event, sex, edition, round_)
        return cls(event, sex, None, round_, fold(city or ""), date)

    def shown(self, truth: Truth) -> str:
        where = truth.name(self.edition) if self.edition else f"{(self.city or '').title()} {self.date}"
        return ", ".join(part for part in (f"{truth.name(self.event)} {self.sex}", where, self.round) if part)


class Place(NamedTuple):
    """A result of the documents: its file, race and row; the line of the table that it came from, if it did."""

    file: str
    race: dict[str, Any]
    result: dict[str, Any]
    line: int | None = None


class Contests:
    """The races of the documents, by what tells them apart; entries are added to them one by one."""

    def __init__(self, documents: dict[str, Document], truth: Truth, into: str) -> None:
        self.truth = truth
        self.documents = documents
        self.into = into
        self.races: dict[Contest, list[tuple[str, dict[str, Any]]]] = defaultdict(list)
        self.results: dict[tuple[str, str], list[tuple[Contest, Place]]] = defaultdict(list)
        self.made: list[dict[str, Any]] = []
        for file, document in documents.items():
            for race in document.get("races", ()):
                self._register(file, race)

    def _register(self, file: str, race: dict[str, Any]) -> None:
        if race.get("en_route"):
            return
        key = Contest.at(
            race["event"], race["sex"], race.get("edition"), race.get("round", ""), race.get("city"), race["date"]
        )
        self.races[key].append((file, race))
        for result in race["results"]:
            self.results[result["athlete"], race["event"]].append((key, Place(file, race, result)))

    def result_of(self, entry: Entry) -> Place | None:
        """The athlete's result in the same race, or in the event on the same day wherever that is entered."""
        mine, day = Contest.of(entry), entry.race["date"]
        for key, place in self.results.get((entry.result["athlete"], mine.event), ()):
            same_day = len(day) == _WHOLE_DAY and place.race["date"] == day
            another_round = key.edition == mine.edition and key.edition is not None and key.round != mine.round
            if key == mine or (same_day and not another_round):
                return place
        return None

    def refuses(self, entry: Entry) -> list[tuple[str, str]]:
        """Why no new result can be put into the race: (field, why)."""
        for _, race in self._races(Contest.of(entry)):
            if race.get("finishers_complete"):
                return [("athlete", "the pack has every starter of this race, and this athlete is none of them")]
            if meet(partial_date(race["date"]), partial_date(entry.race["date"])) is None:
                return [("date", f"the pack has this race on {race['date']}, this row on {entry.race['date']}")]
        return []

    def add(self, entry: Entry) -> str:
        """Put the entry's result into its race, a new one where there is none that its sources vouch for; the file."""
        file, race = self._race_for(entry)
        result = dict(entry.result)
        sources = entry.sources if self._is_made(race) else [one for one in entry.sources if one not in race["sources"]]
        if sources:
            note = {"note": result.pop("note")} if "note" in result else {}
            result |= {"sources": [*sources], **note}
        race["results"].insert(self._place_in(race, result), result)
        line = entry.cells["athlete"].line
        self.results[result["athlete"], race["event"]].append((Contest.of(entry), Place(file, race, result, line)))
        return file

    def _races(self, key: Contest) -> list[tuple[str, dict[str, Any]]]:
        """The entries of the race; one without a round is the final."""
        other = {"final": "", "": "final"}.get(key.round, key.round)
        return self.races.get(key) or self.races.get(key._replace(round=other), [])

    def _is_made(self, race: dict[str, Any]) -> bool:
        return any(race is one for one in self.made)

    def _race_for(self, entry: Entry) -> tuple[str, dict[str, Any]]:
        key = Contest.of(entry)
        for file, race in self._races(key):
            if self._is_made(race) or set(race.get("sources", ())) <= set(entry.sources):
                race.setdefault("sources", [])
                return file, race
        race = _new_race(entry)
        rows = self.documents.setdefault(self.into, {}).setdefault("races", [])
        after = [number for number, one in enumerate(rows, 1) if one["date"] <= race["date"]]
        rows.insert(max(after, default=0), race)
        self.races[key].append((self.into, race))
        self.made.append(race)
        return self.into, race

    def _place_in(self, race: dict[str, Any], result: dict[str, Any]) -> int:
        """Before the first that is placed behind; without a place, before the first with a worse mark."""
        event = self.truth.events[race["event"]]
        sign = 1 if event.better == "lower" else -1

        def order(one: dict[str, Any]) -> tuple[float, float]:
            units = units_of(one["mark"], event) if "mark" in one else None
            return one.get("place") or float("inf"), float("inf") if units is None else sign * units

        return next((at for at, one in enumerate(race["results"]) if order(one) > order(result)), len(race["results"]))

    def settle_sources(self) -> None:
        """What all results of a new race share stands on the race."""
        for race in self.made:
            shared = [
                one for one in race["results"][0]["sources"] if all(one in row["sources"] for row in race["results"])
            ]
            for row in race["results"]:
                own = [one for one in row.pop("sources") if one not in shared]
                note = {"note": row.pop("note")} if "note" in row else {}
                row |= ({"sources": own} if own else {}) | note
            race["sources"] = shared
            if not shared:
                del race["sources"]
            race["results"] = race.pop("results")


def _new_race(entry: Entry) -> dict[str, Any]:
    """A race of the pack with what the entry says of it, in the order of a pack's fields."""
    said = dict(entry.race)
    if "country" in said:
        said["nation"] = said.pop("country")
    order = ("event", "sex", "date", "edition", "round", "city", "nation", "venue", "indoor")
    told = ("city", "nation") if "edition" in said else ()  # the edition says it
    kept = {field: said[field] for field in order if said.get(field) and field not in told}
    assert kept.keys() <= set(Race.__struct_fields__)
    return {**kept, "sources": [], "results": []}
