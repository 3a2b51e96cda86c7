"""Athletes of the Olympic Games, a row for each event entered: ID, Name, Sex, Team, NOC, Year, Season, Event, Medal.

The number tells the athlete. Who won no medal took part; how it ended the table does not say. Events of teams name
their members, and the table does not say which events those are: a medal shared by several of one nation is the team's.
"""

from __future__ import annotations

from collections import Counter

from harness.curate.mapping import Wishes
from harness.curate.readers import Read, SourceFile, share_of
from harness.curate.table import Cell

TITLE = "athletes of the Olympic Games, as Olympedia's copies have them"


def sure(source: SourceFile) -> float:
    return share_of(
        source.columns, {"ID", "Name", "Sex", "NOC", "Year", "Season", "Sport", "Event", "Medal"}, {"Games"}
    )


def read(source: SourceFile) -> Read:
    table = source.table
    assert table is not None
    at = {cell.text: number for number, cell in enumerate(table.header)}
    shared = Counter(
        tuple(row[at[name]].text for name in ("NOC", "Year", "Season", "Event", "Medal")) for row in table.rows
        if len(row) == len(table.header) and row[at["Medal"]].text not in ("", "NA")
    )  # fmt: skip
    rows = []
    for row in table.rows:
        if len(row) != len(table.header):
            rows.append(row)
            continue
        of_team = shared[tuple(row[at[name]].text for name in ("NOC", "Year", "Season", "Event", "Medal"))] > 1
        name = row[at["Name"]]
        event = row[at["Event"]].text
        sex = "women" if "Women's" in event else "mixed" if "Mixed" in event else "men"
        team = row[at["Team"]].text if "Team" in at else row[at["NOC"]].text
        texts = (sex, team if of_team else name.text, "yes" if of_team else "")
        cells = [cell._replace(text="") if of_team and number == at["ID"] else cell for number, cell in enumerate(row)]
        rows.append((*cells, *(name._replace(text=text) for text in texts)))
    made = ("whose sex", "whose", "is team")
    used = {"NOC": "athlete_nation", "ID": "athlete_id", "Event": "event", "Medal": "medal", "whose sex": "sex",
            "whose": "athlete", "is team": "team"}  # fmt: skip
    columns = {name: used.get(name, "") for name in (*source.columns, *made)}
    header = (*table.header, *(Cell(name, 1, 1) for name in made))
    wishes = Wishes(columns, {"round": "final"}, {"edition": "{Season} Olympic Games {Year}"})
    return Read(table._replace(header=header, rows=tuple(rows)), wishes)
