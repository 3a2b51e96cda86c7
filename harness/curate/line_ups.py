"""Teams with members: who competed for them, put on the team's result where every one of them is known."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import chain

from harness.curate.entry import Entry
from harness.curate.races import RaceKey

_Team = tuple[RaceKey, str]


def with_line_ups(settled: Iterable[Entry], every: Iterable[Entry]) -> list[Entry]:
    """The settled entries without those of members, who stand on their teams' results.

    A row may name one member or all of them. A team of which one is not settled (among `every` entry of the table)
    is put in without any: a line-up is of all who competed, and says by its silence that nobody else did.
    """
    settled = list(settled)
    kept = {id(entry) for entry in settled}
    members: dict[_Team, dict[str, list[Entry]]] = defaultdict(lambda: defaultdict(list))
    open_: set[_Team] = set()
    for entry in every:
        if entry.member_of is None:
            continue
        team = team_key(entry.member_of)
        if id(entry) in kept:
            members[team][entry.athlete].append(entry)
        else:
            open_.add(team)
    teams = [entry for entry in settled if entry.member_of is None]
    for entry in teams:
        line_up = members.get(team_key(entry), {})
        if line_up and team_key(entry) not in open_:
            entry.line_up = tuple(chain.from_iterable(line_up.values()))
            entry.result["members"] = sorted(line_up)
    return teams


def team_key(entry: Entry) -> _Team:
    """The race and the team: a row each of its members is of the same."""
    return RaceKey.of(entry.race).as_final(), entry.athlete
