"""What a claim is about: kind, attribute, subjects and setting, and whatever else tells it from another quantity."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, Generic, TypeAlias, TypeVar

import msgspec


class Setting(msgspec.Struct, frozen=True, gc=False, cache_hash=True):
    """A claim's scope after its names are resolved: ids only; None where the words leave it open.

    `level` is a competition level ("olympic", "world", "global", "continental", "national" ...). `start` and `end` are
    day ordinals, both included. `round` is canonical ("final", "semifinal 1", "heat", "heat 3", "repechage 2"). If
    there is no `event`, then `events` (sorted by id), a `group` of events or a sport, and `individual` (True: no team
    events; False: team events only) narrow the events. `women_only` tells records of races without men (True) from
    those of mixed races (False), where they are kept apart.
    """

    event: str | None = None
    sex: str | None = None
    competition: str | None = None
    edition: str | None = None
    level: str | None = None
    round: str | None = None
    nation: str | None = None
    area: str | None = None
    indoor: bool | None = None
    start: int | None = None
    end: int | None = None
    place: int | None = None
    medal: str | None = None
    events: tuple[str, ...] | None = None
    group: str | None = None
    individual: bool | None = None
    women_only: bool | None = None

    def __str__(self) -> str:
        given = zip(self.__struct_fields__, msgspec.structs.astuple(self), strict=True)
        return " ".join([f"{name}={value}" for name, value in given if value is not None])


class Qualifier(msgspec.Struct, frozen=True, gc=False):
    """What tells apart two quantities with the same attribute, subjects and setting; each kind has its own records.

    Its `str` is its part of a quantity's printed key, which baselines store: it changes only when its meaning does.
    """


_Attribute = TypeVar("_Attribute", bound=StrEnum)
_Qualifier = TypeVar("_Qualifier", bound=Qualifier | None)


class Quantity(msgspec.Struct, Generic[_Attribute, _Qualifier], frozen=True, gc=False, cache_hash=True):
    """What a claim is about, apart from its value and its date: two claims on one quantity can conflict.

    `attribute` is a member of the kind's own enumeration, `subjects` holds entity ids in the order of their roles, and
    `qualifier` is a record of the kind (a split's distance, a list's order). The claimed value is never part of it.
    """

    kind: str
    attribute: _Attribute
    subjects: tuple[str, ...]
    setting: Setting
    qualifier: _Qualifier

    def __str__(self) -> str:
        """The printed key, by which conflicts are grouped and baselines recognise a quantity. It is never parsed."""
        qualifier = "" if self.qualifier is None else str(self.qualifier)
        inner = "; ".join(part for part in (", ".join(self.subjects), str(self.setting), qualifier) if part)
        return f"{self.kind}.{self.attribute}({inner})"


AnyQuantity: TypeAlias = Quantity[Any, Any]
