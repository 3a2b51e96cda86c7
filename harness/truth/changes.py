"""Results that changed after the race: annulled, reinstated, or with a corrected mark."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace

from harness.truth.pack import PackResult
from harness.values import Range, exactly, partial_date

if TYPE_CHECKING:
    from harness.truth.results import Result


def as_it_stood(result: Result, row: PackResult, mark_of: Callable[[str], tuple[Range, int]]) -> Iterator[Result]:
    """The versions of a result over time: before and after its mark was corrected, it was annulled, or it was
    reinstated.

    `mark_of` reads a printed mark: its range, and one unit of its last digit.
    """
    if row.was is not None and row.was.mark is not None:
        until, (mark, step) = partial_date(row.was.end).low or 0, mark_of(row.was.mark)
        place = exactly(row.was.place) if row.was.place is not None else result.place
        before = replace(result, mark=mark, printed=row.was.mark, step=step, place=place)
        yield replace(before, id=f"{result.id}@{row.was.end}", was=None, annulled=until)
        result = replace(result, was=None, since=until)
    yield result
    if row.annulled is not None and row.annulled.end is not None:
        again = partial_date(row.annulled.end).low
        yield replace(result, id=f"{result.id}@{row.annulled.end}", annulled=None, since=again)
