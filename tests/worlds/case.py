"""One claim before the whole world: its scope read, the day it speaks of, and the runs that it can be about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from figures import Span, days_meant
from world import GROUPS, LEVELS, SPORT, Day, Holding, Run, World

Fields = dict[str, Any]
STAGES = {"heat": 0, "semifinal": 3, "final": 4, "": -1}
PEOPLE = ("athlete", "athletes", "members", "ahead", "behind", "after", "opponent", "last_holder", "previous_holder")


@dataclass(frozen=True)
class Case:
    """A claim of an article of the day `published`, by full names; `day` is the one that it speaks of."""

    world: World
    claim: Fields
    published: Day

    @cached_property
    def day(self) -> Day:
        printed = self.claim.get("as_of")
        return self.published if printed is None else days_meant(printed).high or 0

    @cached_property
    def scope(self) -> Fields:
        """The scope, with the sex of the claim's athletes where it leaves that open; not where they are held against
        all others: "the first person"."""
        scope = dict(self.claim.get("scope", {}))
        by = self.claim.get("by") in ("golds", "golds alone", "medals", "youngest", "oldest")
        if self.claim["kind"] in ("only", "since") or (self.claim["kind"] == "rank" and by):
            return scope
        sexes = {self.world.athletes[one].sex for field in PEOPLE for one in self.people(field)}
        if "sex" not in scope and len(sexes) == 1:
            scope["sex"] = sexes.pop()
        return scope

    def people(self, field: str) -> list[str]:
        named = self.claim.get(field, ())
        return [name.lower().replace(" ", "-") for name in ([named] if isinstance(named, str) else named)]

    def who(self, field: str) -> str:
        return self.people(field)[0]

    def nation(self, name: str) -> str:
        return next(key for key, (known, _) in self.world.nations.items() if known == name)

    def runs(self, scope: Fields | None = None, athlete: str | None = None, *, en_route: bool = False) -> list[Run]:
        """What stood on the day, inside the scope, oldest first."""
        inside = Inside(self.world, self.scope if scope is None else scope, self.day)
        found = [
            run for run in self.world.runs
            if athlete in (None, run.athlete) and (en_route or not run.race.en_route)
            and run.stood(self.day) and run.started and inside.has(run)
        ]  # fmt: skip
        return sorted(found, key=lambda run: run.race.day)

    def race_runs(self, athlete: str, scope: Fields | None = None) -> list[Run]:
        """What the athlete ran that the scope of one race may mean; without a round it is the final, and on a day that
        is told the race of that day, if it was none."""
        scope = self.scope if scope is None else scope
        final = self.runs({"round": "final", **scope}, athlete)
        return self.runs(scope, athlete) if not final and "on" in scope else final


class Inside:
    """A scope as read: which holdings, which days, which races."""

    def __init__(self, world: World, scope: Fields, day: Day) -> None:
        self.world, self.scope, self.day = world, scope, day
        self.window = window(scope)
        self.holdings = None if "competition" not in scope else holdings(world, scope)
        self.named = self.holdings is not None and is_named(scope) and len(self.holdings) == 1
        self.nation = next((key for key, (name, _) in world.nations.items() if name == scope.get("nation")), None)

    def has(self, run: Run) -> bool:
        scope, race = self.scope, run.race
        if self.holdings is not None and race.holding not in self.holdings:
            return False
        place = scope.get("place")
        medal, won = scope.get("medal"), run.medal(self.day)
        return (
            (race.official or self.named)
            and race.day in self.window
            and scope.get("event") in (None, race.event)
            and ("events" not in scope or race.event in scope["events"])
            and scope.get("group") in (None, SPORT, *GROUPS[race.event])
            and scope.get("individual") in (None, True)  # there are no teams
            and scope.get("sex") in (None, race.sex)
            and scope.get("indoor") in (None, race.indoor)
            and ("round" not in scope or round_fits(race.round, scope["round"]))
            and ("level" not in scope or race.level in LEVELS[scope["level"]])
            and self.nation in (None, run.nation)
            and scope.get("area") in (None, self.world.area(run.nation))
            and place in (None, run.placed(self.day))
            and (medal is None or (won is not None and medal in ("any", won)))
        )


def round_fits(actual: str, said: str) -> bool:
    said = {"heats": "heat", "semi-finals": "semifinal", "semi-final": "semifinal"}.get(said, said)
    return actual == said or actual.startswith(said + " ")


def is_named(scope: Fields) -> bool:
    """Whether the words tell which holding of the competition is meant."""
    return any(field in scope for field in ("year", "season", "on"))


def holdings(world: World, scope: Fields) -> list[Holding]:
    """Those of the competition that the words can mean: of the year, of the season, on the day."""
    found = [one for one in world.holdings.values() if one.series.name == scope["competition"]]
    year = scope.get("year") or scope.get("season")
    on = days_meant(scope["on"]) if "on" in scope else None
    return [
        one for one in found
        if (year is None or year in one.years)
        and (on is None or ((on.low or 0) <= one.end and one.start <= (on.high or 0)))
    ]  # fmt: skip


def window(scope: Fields) -> Span:
    """The days that the scope leaves; a year without a competition is a year of everything."""
    low, high = 0, 10**7
    if "after" in scope:
        low = (days_meant(scope["after"]).high or 0) + 1
    if "until" in scope:
        high = days_meant(scope["until"]).high or 0
    spans = [days_meant(scope["on"])] if "on" in scope else []
    years = [scope[field] for field in ("season", "year") if field in scope]
    if "competition" in scope:
        years = years[:1] if "season" in scope else []
    spans += [Span(date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()) for year in years]
    for span in spans:
        low, high = max(low, span.low or 0), min(high, span.high or 0)
    return Span(low, high)
