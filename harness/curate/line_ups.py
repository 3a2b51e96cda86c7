"""Teams with members: those who competed, added to the team's result if every one of them is known."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import chain

from harness.curate.entry import Entry
from harness.curate.races import RaceKey
from harness.truth.pack import Event
from harness.truth.teams import number_of_legs

_Team = tuple[RaceKey, str]


def with_line_ups(settled: Iterable[Entry], every: Iterable[Entry], events: Mapping[str, Event]) -> list[Entry]:
    """The settled entries without those of members, who stand on their teams' results.

    A row may name one member or all of them. A team of which one is not settled (among `every` entry of the table)
    is put in without any: a line-up is of all who competed, and says by its silence that nobody else did. More members
    than a relay has legs are those of its heats as well. Who of them ran this race nothing tells: they become athletes,
    and are named in words.
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
        legs = number_of_legs(events[entry.race["event"]])
        if legs is not None and len(line_up) > legs:
            names = ", ".join(sorted(rows[0].name.printed for rows in line_up.values()))
            entry.result.setdefault("note", f"members, heats included: {names}")
        elif line_up and team_key(entry) not in open_:
            entry.result["members"] = sorted(line_up)
        else:
            continue
        entry.line_up = tuple(chain.from_iterable(line_up.values()))
    return teams


def team_key(entry: Entry) -> _Team:
    """The race and the team: rows that name members of one team have the same key."""
    return RaceKey.of(entry.race).as_final(), entry.athlete
