"""Someone who talks of a world: names, figures and scopes as articles print them, of what there was or nearly was."""

from __future__ import annotations

from datetime import date
from random import Random
from typing import Any

from figures import MONTHS, day_in_words, printed_mark
from world import FOREVER, GROUPS, LEVELS, SPORT, TIMED, Day, Run, World

Claim = dict[str, Any]
ALL = ("event", "sex", "competition", "round", "nation", "area", "indoor", "time", "level")


class Talk:
    """Draws what is said; it is of a run of the world, or near one, most of the time."""

    def __init__(self, rng: Random, world: World) -> None:
        self.rng, self.world = rng, world
        self.runs = world.runs
        changes = {run.race.day for run in self.runs} | {run.annulled for run in self.runs if run.annulled < FOREVER}
        self.days = sorted(changes)

    def near(self) -> Day:
        """A day on which something changed, or the day before or after."""
        return self.rng.choice(self.days) + self.rng.choice((-1, 0, 0, 1))

    def maybe(self, share: float) -> bool:
        return self.rng.random() < share

    def name(self, athlete: str) -> str:
        return self.world.athletes[athlete].name

    def other(self, run: Run) -> str:
        """Somebody else's name: often one of the same race."""
        mates = [one.athlete for one in run.race.runs if one is not run]
        sex = run.race.sex
        every = [one.id for one in self.world.athletes.values() if one.sex == sex and one.id != run.athlete]
        return self.name(self.rng.choice(mates if mates and self.maybe(0.8) else every))

    def nation(self, run: Run) -> str:
        code = run.nation if self.maybe(0.7) else self.rng.choice(list(self.world.nations))
        return self.world.nations[code][0]

    def some(self, number: int, *, least: int = 0) -> int | str:
        """A count, often near the number, in figures or with a hedge."""
        said = max(least, number + self.rng.choice((-1, 0, 0, 0, 1)))
        return self.rng.choice((said, said, said, f"at least {said}", f"{said} or {said + 1}", f"more than {said}"))

    def marked(self, event: str, mark: int | None) -> str:
        """The mark, or one nearby, with more or fewer digits."""
        mark = (mark or 215_000) + self.rng.choice((0, 0, 0, 0, 10, -10, 100, -500))
        text = printed_mark(event, mark)
        return self.rng.choice((text, text, text, text[:-1], text if event == "long-jump" else text[:-3]))

    def bound(self, event: str, mark: int | None) -> str:
        text = self.marked(event, mark)
        hedge = "over " if event == "long-jump" else "sub-"
        return self.rng.choice((text, text, f"{text} or better", hedge + text))

    def dated(self, day: Day) -> str:
        """A day, or one nearby, to the day, the month or the year."""
        day += self.rng.choice((0, 0, 0, 0, 1, -1, 40, 365))
        one = date.fromordinal(day)
        return self.rng.choice((day_in_words(day), f"{MONTHS[one.month - 1]} {one.year}", str(one.year)))

    def scope(self, run: Run, fields: tuple[str, ...], likely: float = 0.3) -> Claim:
        """A scope that the run lies in, most of the time."""
        race, said = run.race, {}
        holding, year = race.holding, date.fromordinal(race.day).year
        if "group" in fields and self.maybe(0.25):
            said |= self.several(race.event)
        elif "event" in fields and self.maybe(0.95):
            said["event"] = race.event
        if "sex" in fields and self.maybe(0.5):
            said["sex"] = race.sex
        if "competition" in fields and holding is not None and self.maybe(0.3 + likely):
            said["competition"] = holding.series.name
            if self.maybe(0.3 + likely):
                said["year"] = self.rng.choice((holding.year, holding.year, year))
        elif "level" in fields and self.maybe(0.2):
            levels = [one for one in LEVELS if race.level in LEVELS[one]]
            said |= {"level": self.rng.choice(levels)} if levels else {}
        if "time" in fields:
            said |= self._time(race.day, "year" not in said)
        if "round" in fields and self.maybe(0.4):
            said["round"] = self.rng.choice((race.round or "final", "final", (race.round or "final").partition(" ")[0]))
        if "nation" in fields and self.maybe(0.2):
            said["nation"] = self.nation(run)
        elif "area" in fields and self.maybe(0.1):
            said["area"] = self.world.area(run.nation)
        if "indoor" in fields and self.maybe(0.35):
            said["indoor"] = race.indoor if self.maybe(0.8) else not race.indoor
        return said

    def several(self, event: str) -> Claim:
        """Several events, or a group of them, that the event is one of."""
        other = self.rng.choice([one for one in TIMED if one != event])
        said: Claim = self.rng.choice((
            {"group": self.rng.choice((SPORT, *GROUPS[event]))}, {"group": self.rng.choice(GROUPS[other])},
            {"events": sorted((event, other))},
        ))  # fmt: skip
        return said | ({"individual": self.maybe(0.9)} if self.maybe(0.3) else {})

    def _time(self, day: Day, free: bool) -> Claim:
        roll, year = self.rng.random(), date.fromordinal(day).year
        if roll < 0.15:
            return {"season": year} if free else {}
        if roll < 0.3:
            return {"on": day_in_words(day)}
        if roll < 0.4:
            return {"after": self.dated(day - self.rng.choice((1, 30, 800)))}
        if roll < 0.5:
            return {"until": self.dated(day + self.rng.choice((0, 0, 30, 800)))}
        return {}

    def race(self, run: Run, *more: str) -> Claim:
        """The scope of one race: mostly named by its holding or its day."""
        scope = self.scope(run, ("event", "sex", "competition", "indoor", *more), likely=0.6)
        if "year" not in scope and self.maybe(0.8):
            scope["on"] = day_in_words(run.race.day)
        if run.race.round not in ("final", "") and self.maybe(0.9):
            scope["round"] = run.race.round
        elif self.maybe(0.3):
            scope["round"] = "final"
        return scope

    def feat(self, run: Run, *, number: bool = False, several: bool = False) -> Claim:
        """What it takes to count; `several` events give more than one title."""
        sort = self.rng.choice(("medal", "mark", "place", "race", "beats", "titles", "medals"))
        if several and self.maybe(0.7):
            sort = self.rng.choice(("titles", "medals"))
        worth: Claim = {
            "medal": self.rng.choice(("gold", "silver", "bronze", "any")), "mark": self.bound(run.race.event, run.mark),
            "place": self.rng.randint(1, 3), "race": "any", "beats": self.other(run),
            "titles": self.rng.randint(1, 2) if number else 1, "medals": self.rng.randint(1, 3) if number else 1,
        }  # fmt: skip
        within = {"within": self.rng.choice(("holding", "holding", "day"))} if self.maybe(0.3) else {}
        return {sort: worth[sort]} | (within if sort in ("titles", "medals") else {})

    def held(self) -> Run:
        """A run in a holding."""
        return self.rng.choice([one for one in self.runs if one.race.holding] or self.runs)

    def holding_of(self, run: Run) -> Claim:
        assert run.race.holding is not None
        scope: Claim = {"competition": run.race.holding.series.name}
        if self.maybe(0.8):
            scope |= {"year": run.race.holding.year} if self.maybe(0.7) else {"on": day_in_words(run.race.day)}
        elif self.maybe(0.5):
            scope |= {"until": day_in_words(run.race.day + 9)}
        scope |= {"event": run.race.event} if self.maybe(0.7) else {}
        scope |= {"sex": run.race.sex} if "event" in scope and self.maybe(0.6) else {}
        return scope | (
            {"round": run.race.round.partition(" ")[0] or "final"} if "event" in scope and self.maybe(0.3) else {}
        )
