"""Olympic swimming results: Location, Year, Distance, Stroke, Relay?, Gender, Team, Athlete, Results, Rank.

Relays name their swimmers instead of the team: the team is the nation's, and they are its members. The rank tells the
medals only: 4 stands for whoever was behind them, and 0 for who has no time.
"""

from __future__ import annotations

from harness.curate.mapping import Wishes
from harness.curate.readers import Read, RowText, SourceFile, share_of, with_columns

TITLE = "Olympic swimming results"

_MADE = ("whose", "is team", "swimmers", "medal", "time")
_FIELDS = {"Gender": "sex", "Team": "athlete_nation", "whose": "athlete", "is team": "team", "swimmers": "members",
           "medal": "medal", "time": "mark"}  # fmt: skip
_MEDALS = ("1", "2", "3")
_ESTIMATED = "est"


def sure(source: SourceFile) -> float:
    names = {column.partition(" (")[0] for column in source.columns}
    return share_of(
        frozenset(names), {"Location", "Year", "Distance", "Stroke", "Gender", "Athlete", "Results", "Rank"}
    )


def read(source: SourceFile) -> Read:
    table = source.table
    assert table is not None
    columns = {name: _FIELDS.get(name, "") for name in (*source.columns, *_MADE)}
    distance = next(name for name in source.columns if name.partition(" (")[0] == "Distance")
    wishes = Wishes(
        columns, {"round": "final"}, {"event": f"{{{distance}}} {{Stroke}}", "edition": "Olympic Games {Year}"}
    )
    return Read(with_columns(table, _MADE, _made, beside="Athlete"), wishes)


def _made(text: RowText) -> tuple[str, ...]:
    """The swimmer or the team, whether it is one, its members, the medal, and the time, where it is no estimate."""
    relay = text("Relay?") == "1"
    whose = (text("Team"), "yes", text("Athlete")) if relay else (text("Athlete"), "", "")
    medal = text("Rank") if text("Rank") in _MEDALS else ""
    return (*whose, medal, "" if text("Results").endswith(_ESTIMATED) else text("Results"))
