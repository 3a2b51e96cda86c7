"""Figure: what a printed figure stands for. Unread: why none of the grammars reads it."""

from __future__ import annotations

import msgspec

from harness.values.ranges import Range


class Figure(msgspec.Struct, frozen=True, gc=False):
    """`value` is every exact value that would print so; `exact` the printed value itself, where there is one.

    `notes`: `misprint` where the separators were read against what they say. `printed` is the figure's own words.
    `step` is one unit of a mark's last printed digit (0 where the figure is no mark). `outer` takes in the days that a
    word such as "yesterday" may mean in another time zone: what lies in it and not in `value` is open.
    """

    value: Range
    exact: int | None = None
    notes: tuple[str, ...] = ()
    printed: str = ""
    step: int = 0
    outer: Range | None = None


class Unread(msgspec.Struct, frozen=True, gc=False):
    """Not a figure of the sort expected: `why`, with what would be one."""

    why: str
