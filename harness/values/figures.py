"""Figure: the values that a printed figure stands for. Unread: why no grammar can parse it."""

from __future__ import annotations

import msgspec

from harness.values.ranges import Range


class Figure(msgspec.Struct, frozen=True, gc=False):
    """`value` is every exact value that would be printed so; `exact` is the printed value itself, if there is one.

    `notes`: `misprint` if the separators were corrected. `printed` has the figure's own words. `step` is one unit of a
    mark's last printed digit (0 if the figure is not a mark). `outer` includes the days that a word such as "yesterday"
    may mean in another time zone: what lies within it but outside `value` is open.
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
