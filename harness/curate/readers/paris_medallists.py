"""Medallists as Paris 2024 published them: medal_date, medal_type, name, gender, country_code, discipline, event, ...

A row of a team names a member; the medal is the team's, whose row is made of the members' rows.
"""

from __future__ import annotations

from harness.curate.mapping import Wishes
from harness.curate.readers import Read, SourceFile, share_of
from harness.curate.table import Cell

TITLE = "medallists, as Paris 2024 published them"

_SEXES = {"M": "men", "W": "women", "X": "mixed", "O": "mixed"}


def sure(source: SourceFile) -> float:
    needed = {"medal_date", "medal_type", "name", "gender", "country_code", "discipline", "event"}
    return share_of(source.columns, needed, {"birth_date", "code_athlete"})


def read(source: SourceFile) -> Read:
    table = source.table
    assert table is not None
    at = {cell.text: number for number, cell in enumerate(table.header)}
    made = ("whose sex", "whose", "is team")
    rows = []
    for row in table.rows:
        if len(row) != len(table.header):
            rows.append(row)
            continue
        team = row[at["team"]].text if "team" in at else ""
        group = row[at["team_gender"]].text if "team_gender" in at else ""
        name = row[at["name"]]
        sex = _SEXES.get(group) or {"Male": "men", "Female": "women"}.get(
            row[at["gender"]].text, row[at["gender"]].text
        )
        whose = team if team else name.text
        texts = (sex, whose, "yes" if team else "")
        cells = list(row)
        if team:  # births and numbers are the members'
            for column in ("birth_date", "code_athlete"):
                if column in at:
                    cells[at[column]] = row[at[column]]._replace(text="")
        rows.append((*cells, *(name._replace(text=text) for text in texts)))
    used = {"medal_date": "date", "medal_type": "medal", "country_code": "athlete_nation", "birth_date": "born",
            "code_athlete": "athlete_id", "whose sex": "sex", "whose": "athlete", "is team": "team"}  # fmt: skip
    columns = {name: used.get(name, "") for name in (*source.columns, *made)}
    header = (*table.header, *(Cell(name, 1, 1) for name in made))
    wishes = Wishes(
        columns, {"edition": "Olympic Games Paris 2024", "round": "final"}, {"event": "{discipline} {event}"}
    )
    return Read(table._replace(header=header, rows=tuple(rows)), wishes)
