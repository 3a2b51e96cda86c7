"""Texts that are assembled only when somebody reads them, so that look-ups do not spend time on words."""

from __future__ import annotations

from typing import Any, Literal, TypeAlias

import msgspec

from harness.values import Value

Measure: TypeAlias = Literal[
    "time", "distance", "height", "points", "gap", "count", "ordinal", "date", "days", "years", "round", "label"
]


class Phrase(msgspec.Struct, frozen=True, gc=False):
    """A template with one {} for each of its parts: ids, results, settings, figures. `Truth.say` turns it into text."""

    template: str
    parts: tuple[Any, ...] = ()


class Shown(msgspec.Struct, frozen=True, gc=False):
    """A value as a part of a phrase; `step` is one unit of its last digit."""

    value: Value
    measure: Measure
    step: int = 0


Text: TypeAlias = str | Phrase


def phrase(template: str, *parts: Any) -> Phrase:
    """The template with its parts; a str among them is an id, and is shown by its name."""
    return Phrase(template, parts)
