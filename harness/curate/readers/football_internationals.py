"""Football internationals: date, home_team, away_team, home_score, away_score, city, country; one row a match.

Each row is two results of one match, a team's goals each. Who won follows from the goals; a match of equal goals was
drawn, and nobody has a place in it. A shoot-out is no goal: its winner, in a column of these rows or in a file of its
own (date, home_team, away_team, winner), has the first place and the other team the second.
"""

from __future__ import annotations

from harness.curate.mapping import Wishes
from harness.curate.readers import Read, RowText, SourceFile, share_of, with_columns

TITLE = "football internationals"

_SIDES = ("home", "away")
_USUAL = {"tournament", "country", "neutral"}


def sure(source: SourceFile) -> float:
    teams = {"date", "home_team", "away_team"}
    scores = share_of(source.columns, teams | {"home_score", "away_score", "city"}, _USUAL)
    return max(scores, share_of(source.columns, teams | {"winner"}) if "home_score" not in source.columns else 0.0)


def read(source: SourceFile) -> Read:
    table = source.table
    assert table is not None
    scored = "home_score" in source.columns
    teams = {side: {f"{side}_team": "athlete"} | ({f"{side}_score": "mark"} if scored else {}) for side in _SIDES}
    if "winner" in source.columns:
        table = with_columns(table, [f"{side} place" for side in _SIDES], _places, beside="winner")
        teams = {side: fields | {f"{side} place": "place"} for side, fields in teams.items()}
    unread = {"tournament", "neutral", "winner", "first_shooter"} & source.columns
    return Read(table, Wishes(
        columns=dict.fromkeys(unread, ""),
        constants={"event": "football", "sex": "men", "team": "yes"},
        joins={"match": "{home_team} v {away_team}"},
        each=tuple(teams.values()),
    ))  # fmt: skip


def _places(text: RowText) -> list[str]:
    """The places of both teams, where the row names a winner; the name of one who did not play is no place."""
    winner, teams = text("winner"), [text(f"{side}_team") for side in _SIDES]
    return [str(1 + (team != winner)) if winner in teams else winner for team in teams]
