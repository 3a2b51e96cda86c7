"""The settings and the field types that all records of a ground truth pack share."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

Id = Annotated[str, Meta(pattern="^[a-z0-9][a-z0-9.-]*$", max_length=100)]
Printed = Annotated[str, Meta(min_length=1, max_length=200)]
PartialDate = Annotated[
    str, Meta(pattern="^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$", description="a year, a month or a day: 2024, 2024-05")
]
Sources = Annotated[tuple[Id, ...], Meta(description="ids of sources; a fact without one fails the lint")]
Level = Literal["olympic", "world", "world indoor", "continental", "national", "diamond league", "age group", "meeting"]
Levels = Literal["global championship", "major championship", "championship", "Diamond League"]
Sex = Literal["men", "women", "mixed"]
HorizonOf = Literal["records", "athletes", "medal tables"]


class Row(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """The settings that every record of a pack shares."""


LEVELS: dict[str, frozenset[str]] = {  # which levels the words for several of them take in
    "global championship": frozenset({"olympic", "world", "world indoor"}),
    "major championship": frozenset({"olympic", "world", "world indoor", "continental"}),
    "championship": frozenset({"olympic", "world", "world indoor", "continental", "national", "age group"}),
    "Diamond League": frozenset({"diamond league"}),
}
