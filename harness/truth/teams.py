"""Teams and those who ran for them: a team's result is also that of its members, where these are known."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace

from harness.records.model import Setting
from harness.truth.pack import Athlete, Event, Nation
from harness.truth.results import Result

if TYPE_CHECKING:
    from harness.truth.index import Truth

_TIMES = re.compile(r"([2-9]|[1-9][0-9]) ?[x×] ?[0-9]", re.IGNORECASE)


def of_members(results: Iterable[Result]) -> Iterator[Result]:
    """The results of teams once more, as those of their members.

    Who ran in an earlier round only has the final's place as well: medals are given to all who ran for the team.
    Members are no starters of the race: these results are looked up by athlete only.
    """
    teams = [result for result in results if result.members]
    for result in teams:
        for number, member in enumerate(result.members, start=1):
            leg = number if result.legs else None
            own = f"{result.id}/{member}"
            yield replace(result, id=own, athlete=member, team=result.athlete, members=(), leg=leg)
    for final in teams:
        if final.round == "final":
            for member in sorted(_ran_earlier(teams, final) - set(final.members)):
                yield replace(
                    final,
                    id=f"{final.id}/{member}",
                    athlete=member,
                    team=final.athlete,
                    members=(),
                    legs=(),
                    mark=None,
                    printed="",
                    heats_only=True,
                )


def _ran_earlier(teams: list[Result], final: Result) -> set[str]:
    return {
        member
        for result in teams
        if (result.athlete, result.event, result.sex, result.edition)
        == (final.athlete, final.event, final.sex, final.edition)
        and result.round != "final"
        for member in result.members
    }


def number_of_legs(event: Event) -> int | None:
    """How many legs the relay has: as the pack says, or as its name does ("4 x 100 m"); None where neither does."""
    if event.legs is not None:
        return event.legs
    named = _TIMES.match(event.id) or _TIMES.match(event.name)
    return int(named[1]) if named is not None else None


def is_relay(event: Event) -> bool:
    return number_of_legs(event) is not None or (event.team and event.measure == "time")


def named_after(nations: Iterable[Nation], athletes: Iterable[Athlete]) -> frozenset[str]:
    """The ids of those who bear a nation's name."""
    names = {name.casefold() for nation in nations for name in (nation.name, *nation.aliases)}
    return frozenset(athlete.id for athlete in athletes if athlete.name.casefold() in names)


def is_team(truth: Truth, athlete: str) -> bool:
    """Whether results under this id are a team's: it has members, runs in team events, or bears a nation's name."""
    return athlete in truth.teams


def may_have_run_for(truth: Truth, athlete: str, setting: Setting, as_of: int) -> list[Result]:
    """The results of teams, in finals of the setting, for which the athlete may have run: of their nation or of one
    that is not known, and not all who ran for them are known."""
    if is_team(truth, athlete) or not truth.teams:
        return []
    finals = replace(setting, round="final", nation=None, area=None, place=None, medal=None, sex=None)
    finals_run = []
    for result in truth.matching(finals, as_of):
        if not is_team(truth, result.athlete) or athlete in result.members or is_line_up_known(truth, result):
            continue
        sex = truth.athletes[athlete].sex
        nation = truth.nation_of(athlete, result.date.low or 0)
        if result.sex in (sex, "mixed") and (nation is None or result.nation in (None, nation)):
            finals_run.append(result)
    return finals_run


def may_have_medal_of_heat(truth: Truth, athlete: str, setting: Setting, as_of: int) -> bool:
    """Whether the athlete ran for a team before a final of which nothing is told: its medal would be theirs too."""
    before = replace(setting, round=None, place=None, medal=None)
    return any(
        result.team is not None
        and result.round != "final"
        and result.qualified != ""
        and not _is_final_told(truth, result)
        for result in truth.matching(before, as_of, athlete)
    )


def _is_final_told(truth: Truth, heat: Result) -> bool:
    results = truth.by_athlete_edition.get((heat.team or "", heat.edition or ""), ())
    return any(result.round == "final" and result.event == heat.event for result in results)


def is_line_up_known(truth: Truth, final: Result) -> bool:
    """Whether all who ran for the team are known, in the final and in a round before it."""
    rounds = [
        race for race in truth.by_athlete_edition.get((final.athlete, final.edition or ""), ()) if race.team is None
    ]
    earlier = [round for round in rounds if round.event == final.event and round.round != "final"]
    return bool(final.members) and bool(earlier) and all(race.members for race in earlier)
