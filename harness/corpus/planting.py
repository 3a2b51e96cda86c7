"""What a planted error is: how it alters a claim, and what the claim may say instead."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Literal, TypeAlias

import msgspec

Claim: TypeAlias = dict[str, Any]
Shows: TypeAlias = Literal["refuted", "misprint", "misspelt_name"]


class Elsewhere(msgspec.Struct, frozen=True, gc=False):
    """The alternatives for a wrong claim: rivals in the same race, other races, an earlier rank.

    `rivals` are the printed names of others in the race, `rival_marks` and `rival_places` their marks and places;
    `races` the competition and year of the athlete's other finals, `events` their other events; `neighbours` the names
    of those just before and after; `stale_ranks` earlier values of the rank; `earlier_marks` those of the same athlete,
    and of whoever had the same place, at the previous edition; `venues` the places of other editions; `series` those of
    other meetings.
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

    `of`: it makes the "figure" wrong, or moves the claim to another "subject" about which less may be known, or changes
    the claim's "scope", so that it may by chance still be true.
    """

    name: str
    plant: Callable[[Claim, Elsewhere], Iterator[Claim]]
    of: Literal["figure", "subject", "scope"]
    shows: Shows = "refuted"
