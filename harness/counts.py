"""What was counted in an article or a run, and the scores that follow from it."""

from __future__ import annotations

import msgspec


class Counts(msgspec.Struct, frozen=True, gc=False):
    """Counts that add up over articles; `withdrawn`: the fewest claims to take back until no contradiction is left."""

    claims: int = 0
    supported: int = 0
    refuted: int = 0
    not_enough_info: int = 0
    not_checkable: int = 0
    unreadable: int = 0
    withdrawn: int = 0
    high: int = 0
    medium: int = 0
    low: int = 0

    def __add__(self, other: Counts) -> Counts:
        pairs = zip(msgspec.structs.astuple(self), msgspec.structs.astuple(other), strict=True)
        return Counts(*(one + another for one, another in pairs))


class Ratio(msgspec.Struct, frozen=True, gc=False):
    """A share and its 95 % interval; all None where nothing was counted: 0/0 is undefined, and said so."""

    value: float | None = None
    low: float | None = None
    high: float | None = None


class Scores(msgspec.Struct, frozen=True, gc=False):
    """accuracy: supported / decided; coverage: decided / checkable; consistency: 1 - withdrawn / claims."""

    accuracy: Ratio
    coverage: float | None
    consistency: float | None
