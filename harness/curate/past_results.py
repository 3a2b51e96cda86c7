"""When and for which nation the athletes of a pack competed, read only for those in question."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property

from harness.truth.index import Truth
from harness.truth.pack import PackResult, Race
from harness.values import Range, partial_date


class PastResults:
    """The days and nations of the results of a pack, by athlete; their marks are not looked at."""

    def __init__(self, truth: Truth) -> None:
        self.truth = truth

    @cached_property
    def _by_athlete(self) -> dict[str, list[tuple[Race, PackResult]]]:
        grouped: dict[str, list[tuple[Race, PackResult]]] = defaultdict(list)
        for race in self.truth.pack.races:
            for result in race.results:
                grouped[result.athlete].append((race, result))
        return grouped

    def of(self, athlete: str) -> list[tuple[int, int, str | None]]:
        """The first and the last day on which each result can have been, and the nation that it was for."""
        past = []
        for race, result in self._by_athlete.get(athlete, ()):
            days = self._days(race)
            if days.low is not None and days.high is not None:
                past.append((days.low, days.high, result.nation or self.truth.nation_of(athlete, days.low)))
        return past

    def _days(self, race: Race) -> Range:
        """The race's day; where only its month or year is printed, the days of its edition."""
        days, edition = partial_date(race.date), self.truth.editions.get(race.edition or "")
        if edition is None or days.low == days.high:
            return days
        return Range(partial_date(edition.start).low, partial_date(edition.end).high)
