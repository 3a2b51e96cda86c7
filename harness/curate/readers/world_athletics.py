"""World Athletics lists as the site and its copies have them: Rank, Mark, Competitor, DOB, Nat, Pos, Venue, Date.

A list has marks out of many races. Its rows of one city and day need not be of one race, so that places which clash are
left out. Event and sex come from columns, or from the file's name and folder (men/1500-metres.csv).
"""

from __future__ import annotations

from harness.curate.catalogue import events
from harness.curate.mapping import Wishes
from harness.curate.readers import Read, SourceFile, share_of
from harness.names import read_event

TITLE = "World Athletics list"

_SEXES = {"men": "men", "male": "men", "women": "women", "female": "women"}
_FIELDS = {
    "mark": "mark", "wind": "wind", "competitor": "athlete", "dob": "born", "nat": "athlete_nation",
    "nationality": "athlete_nation", "pos": "place", "position": "place", "venue": "where", "date": "date",
    "discipline": "event", "sex": "sex",
}  # fmt: skip


def sure(source: SourceFile) -> float:
    names = frozenset(column.lower() for column in source.columns)
    nation = "nat" in names or "nationality" in names
    return share_of(names, {"mark", "competitor", "venue", "date"}, {"dob", "rank"}) if nation else 0.0


def read(source: SourceFile) -> Read:
    assert source.table is not None
    columns = {cell.text: _FIELDS.get(cell.text.lower(), "") for cell in source.table.header if cell.text}
    constants = {"list": "yes"}
    if "event" not in columns.values() and (event := _event(source)) is not None:
        constants["event"] = event
    if "sex" not in columns.values():
        sexes = [_SEXES[part] for part in (source.path.parent.name.lower(), *_words(source)) if part in _SEXES]
        constants |= {"sex": sexes[0]} if sexes else {}
    return Read(source.table, Wishes(columns, constants))


def _words(source: SourceFile) -> list[str]:
    return source.path.stem.lower().replace("_", "-").split("-")


def _event(source: SourceFile) -> str | None:
    event = events().get(read_event(source.path.stem.replace("-", " ")).key)
    return event.id if event is not None else None
