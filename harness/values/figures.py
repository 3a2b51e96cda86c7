"""Figure: what a printed figure stands for. Unread: why none of the grammars reads it."""

from __future__ import annotations

import msgspec

from harness.values.ranges import Range


class Figure(msgspec.Struct, frozen=True, gc=False):
    """`value` is every exact value that would print so; `exact` the printed value itself, where there is one.

    `notes`: `misprint` where the separators were read against what they say. `printed` is the figure's own words.
    """

    value: Range
    exact: int | None = None
    notes: tuple[str, ...] = ()
    printed: str = ""


class Unread(msgspec.Struct, frozen=True, gc=False):
    """Not a figure of the sort expected: `why`, with what would be one."""

    why: str
