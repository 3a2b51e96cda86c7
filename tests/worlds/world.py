"""A whole world of invented athletics, of which everything is known: who ran what, where, when, and what it was worth.

Plain records with exact values: days are ordinals, marks milliseconds or millimetres. Nothing of the harness is used
here: what a pack shows of the world is made of it by shown.py, and what is true in it is said by the true_* modules.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

Day = int
FOREVER: Day = date(2200, 1, 1).toordinal()
TIMED = {"1500m": True, "mile": True, "long-jump": False}
METRES = {"1500m": 1500, "mile": 1609, "long-jump": None}
GROUPS = {"1500m": ("running", "middle distance"), "mile": ("running",), "long-jump": ("jumps",)}
SPORT = "athletics"
GLOBAL = frozenset({"olympic", "world", "world indoor"})
LEVELS = {
    "global championship": GLOBAL,
    "major championship": GLOBAL | {"continental"},
    "championship": GLOBAL | {"continental", "national", "age group"},
    "Diamond League": frozenset({"diamond league"}),
}
COLOURS = ("gold", "silver", "bronze")


@dataclass(frozen=True)
class Spell:
    """What held from a day to a day (excluded)."""

    value: str
    start: Day | None = None
    end: Day | None = None

    def holds(self, day: Day) -> bool:
        return (self.start is None or self.start <= day) and (self.end is None or day < self.end)


@dataclass(frozen=True)
class Athlete:
    id: str
    name: str
    sex: str
    nations: tuple[Spell, ...]
    born: Day
    birthplace: tuple[str, str]
    coaches: tuple[Spell, ...] = ()
    clubs: tuple[Spell, ...] = ()
    homes: tuple[Spell, ...] = ()
    died: Day | None = None

    def nation(self, day: Day) -> str:
        return next(spell.value for spell in self.nations if spell.holds(day))


@dataclass(frozen=True)
class Series:
    id: str
    name: str
    level: str
    medals: bool = False
    indoor: bool = False


@dataclass(frozen=True)
class Holding:
    """One holding of a series. `year` is the one in its name."""

    id: str
    series: Series
    year: int
    start: Day
    end: Day
    city: str
    nation: str
    venue: str
    official: bool = True
    number: int = 1
    circuits: tuple[str, ...] = ()

    @property
    def years(self) -> set[int]:
        return {self.year, date.fromordinal(self.start).year, date.fromordinal(self.end).year}


@dataclass(frozen=True, eq=False)
class Race:
    """A race and who ran it. By `hand` its times are of whole tenths."""

    event: str
    sex: str
    day: Day
    city: str
    round: str
    holding: Holding | None = None
    indoor: bool = False
    en_route: bool = False
    hand: bool = False
    runs: list[Run] = field(default_factory=list)

    @property
    def level(self) -> str:
        return self.holding.series.level if self.holding else "meeting"

    @property
    def official(self) -> bool:
        return self.holding is None or self.holding.official

    @property
    def medals(self) -> bool:
        return self.round == "final" and self.holding is not None and self.holding.series.medals


@dataclass(frozen=True, eq=False)
class Run:
    """One athlete in one race, runner or jumper. `place` is the last one; `was` the place before a day, and the day.

    Who did not finish, or was disqualified, may have a mark all the same, which counts for nothing.
    """

    race: Race
    athlete: str
    nation: str
    status: str = "finished"
    mark: int | None = None
    place: int | None = None
    was: tuple[int, Day] | None = None
    annulled: Day = FOREVER
    assisted: bool = False
    qualified: str | None = None
    splits: dict[str, int] = field(default_factory=dict)
    order: dict[str, int] = field(default_factory=dict)
    attempts: tuple[int | None, ...] = ()
    stopped: str | None = None
    overall: int | None = None

    def stood(self, day: Day) -> bool:
        """Whether it had been run and was not struck out on the day."""
        return self.race.day <= day < self.annulled

    def placed(self, day: Day) -> int | None:
        return self.was[0] if self.was is not None and day < self.was[1] else self.place

    def medal(self, day: Day) -> str | None:
        place = self.placed(day)
        return COLOURS[place - 1] if self.race.medals and place is not None and place <= 3 else None

    @property
    def started(self) -> bool:
        return self.status != "DNS"

    @property
    def legal(self) -> bool:
        """Whether lists take its mark."""
        return self.status == "finished" and self.mark is not None and not self.assisted


@dataclass(frozen=True)
class Held:
    """A record and the days that it stood: from `day` to `until` (excluded). `women_only`: of which races, if those
    without men have a record of their own."""

    level: str
    of: str | None
    event: str
    sex: str
    indoor: bool
    mark: int
    athlete: str
    day: Day
    until: Day = FOREVER
    hand: bool = False
    ratified: Day | None = None
    women_only: bool | None = None


@dataclass(frozen=True)
class World:
    nations: dict[str, tuple[str, str]]
    athletes: dict[str, Athlete]
    series: dict[str, Series]
    holdings: dict[str, Holding]
    races: list[Race]
    records: list[Held]

    @property
    def runs(self) -> list[Run]:
        return [run for race in self.races for run in race.runs]

    def area(self, nation: str) -> str:
        return self.nations[nation][1]


def better(event: str, one: int, other: int) -> bool:
    """Whether the one mark is strictly better."""
    return one < other if TIMED[event] else one > other


def best_of(event: str, marks: list[int]) -> int:
    return min(marks) if TIMED[event] else max(marks)
