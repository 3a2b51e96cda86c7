"""Football internationals: date, home_team, away_team, home_score, away_score, city, country; one row a match.

Each row is two results of one match, a team's goals each. Who won follows from the goals; a shoot-out is no goal.
"""

from __future__ import annotations

from harness.curate.mapping import Wishes
from harness.curate.readers import Read, SourceFile, share_of

TITLE = "football internationals"

_TEAMS = ({"home_team": "athlete", "home_score": "mark"}, {"away_team": "athlete", "away_score": "mark"})


def sure(source: SourceFile) -> float:
    return share_of(source.columns, {"date", "home_team", "away_team", "home_score", "away_score", "city"},
                    {"tournament", "country", "neutral"})  # fmt: skip


def read(source: SourceFile) -> Read:
    assert source.table is not None
    wishes = Wishes(
        columns=dict.fromkeys(source.columns & {"tournament", "neutral"}, ""),
        constants={"event": "football", "sex": "men", "team": "yes"},
        joins={"match": "{home_team} v {away_team}"},
        each=_TEAMS,
    )
    return Read(source.table, wishes)
