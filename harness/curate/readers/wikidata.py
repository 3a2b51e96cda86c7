"""Results out of Wikidata's query service as CSV: athlete and athleteLabel, eventLabel, countryLabel, date, rank, time.

The item is the athlete's number; its address is cut to it. Dates are of a day, with a time that says nothing.
"""

from __future__ import annotations

from harness.curate.mapping import Wishes
from harness.curate.readers import Read, SourceFile, share_of

TITLE = "results out of Wikidata's query service"

_FIELDS = {
    "athleteLabel": "athlete", "participantLabel": "athlete", "personLabel": "athlete", "eventLabel": "event",
    "countryLabel": "athlete_nation", "nationLabel": "athlete_nation", "sexLabel": "sex", "genderLabel": "sex",
    "date": "date", "pointInTime": "date", "birth": "born", "dob": "born", "dateOfBirth": "born", "rank": "place",
    "ranking": "place", "time": "mark", "result": "mark", "mark": "mark", "cityLabel": "city", "locationLabel": "city",
    "competitionLabel": "competition", "athlete": "athlete_id", "participant": "athlete_id", "person": "athlete_id",
}  # fmt: skip
_ADDRESS = "wikidata.org/entity/"


def sure(source: SourceFile) -> float:
    people = {name for name in source.columns if _FIELDS.get(name) == "athlete"}
    if not people or not any(
        _ADDRESS in cell.text for row in (source.table.rows[:5] if source.table else ()) for cell in row
    ):
        return 0.0
    return share_of(source.columns, people, {"eventLabel", "date"})


def read(source: SourceFile) -> Read:
    table = source.table
    assert table is not None
    rows = tuple(
        tuple(cell._replace(text=cell.text.rpartition("/")[2]) if _ADDRESS in cell.text else cell for cell in row)
        for row in table.rows
    )
    columns = {cell.text: _FIELDS.get(cell.text, "") for cell in table.header}
    return Read(table._replace(rows=rows), Wishes(columns, {}))
