"""Olympic swimming results: Location, Year, Distance, Stroke, Relay?, Gender, Team, Athlete, Results, Rank.

Relays name their swimmers instead of the team; the team is the nation's. The rank tells the medals only: 4 stands for
whoever was behind them, and 0 for who has no time.
"""

from __future__ import annotations

from harness.curate.mapping import Wishes
from harness.curate.readers import Read, SourceFile, share_of
from harness.curate.table import Cell

TITLE = "Olympic swimming results"

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
    at = {cell.text.partition(" (")[0]: number for number, cell in enumerate(table.header)}
    distance = table.header[at["Distance"]].text
    header = (*table.header, Cell("is team", 1, 1), Cell("medal", 1, 1))
    rows = []
    for row in table.rows:
        if len(row) != len(table.header):
            rows.append(row)
            continue
        relay = "Relay?" in at and row[at["Relay?"]].text == "1"
        cells = list(row)
        if relay:
            cells[at["Athlete"]] = row[at["Athlete"]]._replace(text=row[at["Team"]].text)
        if cells[at["Results"]].text.endswith(_ESTIMATED):
            cells[at["Results"]] = row[at["Results"]]._replace(text="")
        rank = row[at["Rank"]]
        cells += [
            rank._replace(text="yes" if relay else ""),
            rank._replace(text=rank.text if rank.text in _MEDALS else ""),
        ]
        rows.append(tuple(cells))
    columns = {
        name: "" for name in source.columns if name in ("Rank", "Relay?", "Location", "Year", distance, "Stroke")
    }
    columns |= {"Gender": "sex", "Team": "athlete_nation", "Athlete": "athlete", "Results": "mark", "is team": "team"}
    wishes = Wishes(
        columns, {"round": "final"}, {"event": f"{{{distance}}} {{Stroke}}", "edition": "Olympic Games {Year}"}
    )
    return Read(table._replace(header=header, rows=tuple(rows)), wishes)
