"""The entities of a ground truth, by id: their names, and how values and settings are put into words."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from harness.records.model import Measure, Setting
from harness.truth.pack import Athlete, Competition, Edition, Event, Nation, Source
from harness.truth.results import Result
from harness.values import HUNDREDTH, Label, Location, Range, Value, show


class Entities:
    """The tables of names that results refer to."""

    sources: dict[str, Source]
    nations: dict[str, Nation]
    events: dict[str, Event]
    athletes: dict[str, Athlete]
    competitions: dict[str, Competition]
    editions: dict[str, Edition]

    def name(self, entity: str) -> str:
        """The name of the athlete, nation, event, competition or edition with this id."""
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
        """A value for people: figures as they are written, ids by their names."""
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
        if setting.women_only is not None:
            parts.append("races for women only" if setting.women_only else "mixed races")
        if setting.start is not None or setting.end is not None:
            parts.append(show(Range(setting.start, setting.end), "date"))
        return ", ".join(part for part in parts if part) or "any race"

    def cite(self, sources: Iterable[str]) -> tuple[str, ...]:
        """Source ids for people: title and address."""
        records = (self.sources.get(source) for source in sources)
        return tuple(
            f"{record.title} ({record.url})" if record.url else record.title for record in records if record is not None
        )
