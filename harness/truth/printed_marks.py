"""Official marks as a pack prints them: what each says exactly, and one unit of its last digit."""

from __future__ import annotations

from harness.truth.pack import PackResult
from harness.values import Figure, Range, Unread, exactly, read_mark

TENTH = 100  # thousandths of a second: a time by hand has no hundredths
NO_ATTEMPT = ("x", "-", "r")  # what is printed of a round without a mark: a foul, passed, retired


def mark_and_step(printed: str, measure: str) -> tuple[Range, int]:
    """The mark, and one unit of its last digit: of a time by hand a tenth. ValueError if it is not an exact one."""
    step = TENTH if printed.endswith("h") else _read(printed, measure).step
    return official_mark(printed, measure), step


def step_of_marks(row: PackResult, measure: str) -> int:
    """One unit of the last digit of the marks there are: of a time by hand a tenth, whatever is printed."""
    # TR 19: hand times are read to the next longer tenth of a second.
    marks = [row.mark, *(dispute.value for dispute in row.disputes if dispute.field == "mark")]
    printed = [mark for mark in marks if mark is not None]
    return max((TENTH if mark.endswith("h") else 0 for mark in printed), default=0) or max(
        (_read(mark.removesuffix("h"), measure).step for mark in printed), default=0
    )


def official_mark(printed: str, measure: str) -> Range:
    """An official mark is what it says, not a range: 3:45.94 is 225,940 ms."""
    exact = _read(printed.removesuffix("h"), measure).exact
    if exact is None:
        raise ValueError(f"not an exact {measure}: {printed}")
    return exactly(exact)


def official_split(printed: str, measure: str) -> Range:
    """A split in hundredths is exact; one in tenths is itself rounded, and stands for all that prints so.

    The points of a combined event are whole.
    """
    reading = _read(printed, measure)
    if measure == "points" and reading.exact is not None:
        return exactly(reading.exact)
    return exactly(reading.exact) if reading.exact is not None and "." in printed[:-2] else reading.value


def official_attempt(printed: str, measure: str) -> Range | None:
    """A round's mark; None for a foul ("x") and for a round that was passed ("-")."""
    return None if printed in NO_ATTEMPT else official_mark(printed, measure)


def _read(printed: str, measure: str) -> Figure:
    reading = read_mark(printed, measure)
    if isinstance(reading, Unread):
        raise ValueError(reading.why)
    return reading
