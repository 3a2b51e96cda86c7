"""What an error on purpose is: what it makes of a claim, and what else is known that it may say instead."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Literal, TypeAlias

import msgspec

Claim: TypeAlias = dict[str, Any]
Shows: TypeAlias = Literal["refuted", "misprint", "misspelt_name"]


class Elsewhere(msgspec.Struct, frozen=True, gc=False):
    """What else a wrong claim may say of its subject: rivals of the same race, other races, an earlier rank.

    `rivals` are the printed names of others in the race, `rival_marks` and `rival_places` what these have; `races` the
    competition and year of the athlete's other finals, `events` their other events; `neighbours` the names of those who
    came just before and after; `stale_ranks` what the rank was before; `earlier_marks` what the same athlete, and
    whoever had the same place, had at the edition before; `venues` where other editions were held; `series`
    what other meetings belong to.
    """

    rivals: tuple[str, ...] = ()
    neighbours: tuple[str, ...] = ()
    races: tuple[tuple[str, int], ...] = ()
    stale_ranks: tuple[int, ...] = ()
    rival_marks: tuple[str, ...] = ()
    rival_places: tuple[int, ...] = ()
    earlier_marks: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    venues: tuple[str, ...] = ()
    series: tuple[str, ...] = ()


class Error(msgspec.Struct, frozen=True, gc=False):
    """A type of error. `shows` is how a check should answer it.

    `of`: it leaves the "figure" wrong, or moves the claim to another "subject" of which less may be known, or changes
    the claim's "scope", so that it may by chance still be true.
    """

    name: str
    plant: Callable[[Claim, Elsewhere], Iterator[Claim]]
    of: Literal["figure", "subject", "scope"]
    shows: Shows = "refuted"
