"""Athletes of the Olympic Games, one row for each event entered: ID, Name, Sex, Team, NOC, Year, Season, Event, Medal.

The number identifies the athlete. An athlete without a medal was entered for the event: the table does not say whether
they reached the final, or started at all. Team events name their members, and no column says which events those are:
relays and doubles, events with the name of their sport (Basketball Men's Basketball), and medals that several of one
nation share.
"""

from __future__ import annotations

import re
from collections import Counter

from harness.curate.mapping import Wishes
from harness.curate.readers import Read, RowText, SourceFile, share_of, with_columns

TITLE = "athletes of the Olympic Games, as Olympedia's copies have them"

_OF_TEAMS = re.compile(r"relay|\bteam\b|doubles|\bfours?\b|\beights?\b|\bpairs?\b", re.IGNORECASE)
_ALONE = ("Skeleton",)  # what is called as its sport and contested by one
_TOGETHER = ("NOC", "Year", "Season", "Event", "Medal")  # what the members of a team have in common
_MADE = ("whose sex", "whose", "is team", "of whom", "entry", "which round")
_FIELDS = {"Sex": "athlete_sex", "NOC": "athlete_nation", "ID": "athlete_id", "Event": "event", "Medal": "medal",
           "whose sex": "sex", "whose": "athlete", "is team": "team", "of whom": "member", "entry": "status",
           "which round": "round"}  # fmt: skip


def sure(source: SourceFile) -> float:
    return share_of(
        source.columns, {"ID", "Name", "Sex", "NOC", "Year", "Season", "Sport", "Event", "Medal"}, {"Games"}
    )


def read(source: SourceFile) -> Read:
    table = source.table
    assert table is not None
    at = {cell.text: number for number, cell in enumerate(table.header)}
    whole = [row for row in table.rows if len(row) == len(table.header)]
    shared = Counter(tuple(row[at[name]].text for name in _TOGETHER) for row in whole)
    columns = {name: _FIELDS.get(name, "") for name in (*source.columns, *_MADE)}
    made = with_columns(table, _MADE, lambda text: _made(text, shared), beside="Name")
    return Read(made, Wishes(columns, {}, {"edition": "{Season} Olympic Games {Year}"}))


def _made(text: RowText, shared: Counter[tuple[str, ...]]) -> tuple[str, ...]:
    """The race's sex, the athlete or the team, whether it is one, its member, and "entered" or the final."""
    event = text("Event")
    sex = "women" if "Women's" in event else "mixed" if "Mixed" in event else "men"
    if text("Medal") in ("", "NA"):
        return sex, text("Name"), "", "", "entered", ""
    own = event.removeprefix(text("Sport")).strip().partition(" ")[2]
    together = shared[tuple(text(name) for name in _TOGETHER)] > 1
    if not (together or _OF_TEAMS.search(own) or own == text("Sport") not in _ALONE):
        return sex, text("Name"), "", "", "", "final"
    return sex, text("Team") or text("NOC"), "yes", text("Name"), "", "final"
