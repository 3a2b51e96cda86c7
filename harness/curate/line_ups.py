"""Teams with members: who competed for them, put on the team's result where every one of them is known."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

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
    members: dict[_Team, dict[str, Entry]] = defaultdict(dict)
    open_: set[_Team] = set()
    for entry in every:
        if entry.member_of is None:
            continue
        team = _team(entry.member_of)
        if id(entry) in kept:
            members[team].setdefault(entry.athlete, entry)
        else:
            open_.add(team)
    teams = [entry for entry in settled if entry.member_of is None]
    for entry in teams:
        line_up = members.get(_team(entry), {})
        if line_up and _team(entry) not in open_:
            entry.line_up = tuple(line_up.values())
            entry.result["members"] = sorted(line_up)
    return teams


def _team(entry: Entry) -> _Team:
    return RaceKey.of(entry.race).as_final(), entry.athlete
