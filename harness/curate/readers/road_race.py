"""Road race results with splits: name, gender, bib, overall or place, official or net time, 5k, 10k, half, 40k ...

Bibs with a W are wheelchairs', which race for themselves. The bib tells two runners of one name apart. Event, date and
city are not in such tables and are said once (--set).
"""

from __future__ import annotations

import re

from harness.curate.mapping import Wishes
from harness.curate.readers import Read, SourceFile, share_of, with_columns

TITLE = "road race results with splits"

_SPLIT = re.compile(r"([0-9]+)k|half")
_PLACES = ("genderdiv", "gender place", "place")
_MARKS = ("official", "official time", "gun", "finish", "net", "time")


def sure(source: SourceFile) -> float:
    names = frozenset(column.lower() for column in source.columns)
    timed = names & set(_MARKS)
    return share_of(names, {"name", "gender", "bib"}, {"5k", "10k", "half", "age"}) - 0.1 if timed else 0.0


def read(source: SourceFile) -> Read:
    table = source.table
    assert table is not None
    named = {cell.text.lower(): cell.text for cell in table.header}
    place = next((name for name in _PLACES if name in named), None)
    mark = next(name for name in _MARKS if name in named)
    columns = dict.fromkeys(named.values(), "")
    columns |= {named["name"]: "athlete", named["gender"]: "sex", named["bib"]: "bib", named[mark]: "mark"}
    columns |= {named["country"]: "athlete_nation"} if "country" in named else {}
    columns |= {named[place]: "place"} if place is not None else {}
    for name in named:
        if (split := _SPLIT.fullmatch(name)) is not None:
            columns[named[name]] = f"split {split[1]}km" if split[1] else "split half"
    columns["class"] = "category"
    made = with_columns(table, ["class"], lambda text: [_category(text(named["bib"]))], beside=named["bib"])
    return Read(made, Wishes(columns, {}))


def _category(bib: str) -> str:
    return "wheelchair" if bib.upper().startswith("W") else ""
