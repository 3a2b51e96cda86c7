"""The small invented ground truth with what a report of a race may say besides: venues, a third woman in the long jump,
World Championships in 2022, a fifth man in the Olympic final, and every race that two runners met in."""

from __future__ import annotations

import copy

import msgspec
from tiny_pack import DATA, complete, edition, person, race, ran

from harness.truth.pack import Pack

VENUES = {"games-2020": "Lake Stadium", "worlds-2023": "Danube Arena"}
MET = [("anders-berg", "ben-clark"), ("anders-berg", "cyrus-koech"), ("eric-stone", "duncan-hill")]
ALIASES = {"cyrus-koech": ["The Bomet Express"]}
MORE_RESULTS = {
    "worlds-2023 long-jump final": ran("nora-hale", "6.91", 3),
    # Stone beat him before, and a report tells of the winner and the next three only.
    "games-2024 1500m final": ran("duncan-hill", "3:30.40", 7),
}

_DATA = copy.deepcopy(DATA)
_DATA["athletes"] = [row | {"aliases": ALIASES.get(row["id"], [])} for row in _DATA["athletes"]]
# Of one family name with the second: no article can go on to call both by it.
_DATA["athletes"].append(person("nora-hale", "Nora Hale", "ESP", "1996-03-09", "Vigo, Spain", sex="women"))
_DATA["editions"] = [
    row | ({"venue": VENUES[row["id"]]} if row["id"] in VENUES else {}) for row in _DATA["editions"]
] + [edition("worlds-2022", "Eugene 2022", "2022-07-15", "2022-07-24", "Eugene", "USA")]
for _race in _DATA["races"]:
    _more = MORE_RESULTS.get(f"{_race.get('edition')} {_race['event']} {_race['round']}")
    _race["results"] = (*_race["results"], *([_more] if _more else []))
# Stone's second medal there: a year later he is fourth, and reports count the medals of the first three.
_DATA["races"].append(
    race("worlds-2022", "1500m", "final", "2022-07-19", ran("anders-berg", "3:30.20", 1),
         ran("cyrus-koech", "3:30.60", 2), ran("eric-stone", "3:31.20", 3), ran("ben-clark", "3:31.90", 4)),
)  # fmt: skip
_DATA["completeness"] += [
    complete(f"{one}-{other}", "meetings", "2016-01-01", "2024-08-31", athletes=[one, other], none_before=True,
             indoor_too=True)
    for one, other in MET
]  # fmt: skip

REPORTED = msgspec.convert(_DATA, Pack)
