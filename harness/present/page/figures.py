"""Printed, official, difference: one finding's figures side by side, in words, with unit and precision as published."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from harness.present.page.standing import at_issue, deciding, printed_figure
from harness.records.model import Finding, Judged, Measure
from harness.values import Range, exactly, show

_OFF: dict[Measure, tuple[str, str]] = {  # what a printed figure is that lies below, and above, the official one
    "time": ("too fast", "too slow"),
    "gap": ("too small", "too large"),
    "distance": ("too short", "too long"),
    "height": ("too low", "too high"),
    "points": ("too few", "too many"),
    "count": ("too few", "too many"),
    "ordinal": ("too high", "too low"),
    "date": ("too early", "too late"),
    "days": ("too short", "too long"),
    "years": ("too few", "too many"),
}
_COUNTED = {"ordinal": "place", "date": "day", "years": "year"}
_CLOCK = ("seconds", "min:s", "h:min:s")


class Figures(msgspec.Struct, frozen=True, gc=False):
    """`printed` in the article's words, `read_as` in figures if those are different; "" means not known."""

    printed: str
    read_as: str
    official: str
    difference: str
    printed_unit: str = ""
    official_unit: str = ""
    quantity: str = ""


def figures(finding: Finding) -> Figures | None:
    """The figures of the assertion at issue; None if there is nothing to compare."""
    judged = at_issue(finding)
    if judged is None:
        return None
    printed = printed_figure(finding)
    official = finding.found
    if judged is not deciding(finding) and judged.found is not None:
        official = show(judged.found, judged.measure)
    read = show(judged.claimed if judged.exact is None else exactly(judged.exact), judged.measure)
    in_words = not isinstance(judged.claimed, Range) or printed != judged.printed
    return Figures(
        printed=printed,
        read_as="" if in_words or _same(read, printed) else read,
        official=official,
        difference=_joined(difference(wrong) for wrong in _as_wrong_as(judged, finding)),
        printed_unit=_clock_unit(printed, judged.measure),
        official_unit=_clock_unit(official, judged.measure),
        quantity=judged.heading,
    )


def difference(judged: Judged) -> str:
    """How far the printed figure is off, and in which direction: "0.03 s too slow", "at least 2 places too high"."""
    claimed, known = judged.claimed, judged.found
    if known is None:
        return ""
    if judged.verdict == "not_enough_info":
        return "open"
    if not isinstance(claimed, Range) or not isinstance(known, Range):
        return "none" if judged.verdict == "supported" else judged.difference or "another name"
    if judged.difference:
        return judged.difference
    if judged.verdict == "refuted" and not judged.printed and judged.measure == "count":
        return "it is not so"
    printed = claimed if judged.exact is None else exactly(judged.exact)
    below, above = _apart(printed, known), _apart(known, printed)
    if below is None and above is None:
        return "none"
    low, high = _OFF[judged.measure]
    size, side = (below, low) if below is not None else (above, high)
    assert size is not None
    single = printed.low == printed.high and known.low == known.high
    return f"{'' if single else 'at least '}{_amount(size, judged.measure)} {side}"


def _as_wrong_as(judged: Judged, finding: Finding) -> list[Judged]:
    """Every assertion that is wrong, where the one at issue is."""
    if judged.verdict != "refuted":
        return [judged]
    return [judged_part for judged_part in finding.judged if judged_part.verdict == "refuted"]


def _joined(parts: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(parts))


def _apart(lower: Range, upper: Range) -> int | None:
    """By how much all of `lower` lies under all of `upper`; None where it does not."""
    if lower.high is None or upper.low is None or lower.high >= upper.low:
        return None
    return upper.low - lower.high


def _amount(size: int, measure: Measure) -> str:
    if measure == "time":
        return show(exactly(size), "gap")
    noun = _COUNTED.get(measure)
    if noun is not None:
        return f"{size} {noun}" if size == 1 else f"{size} {noun}s"
    return show(exactly(size), measure)


def _same(read: str, printed: str) -> bool:
    return read.casefold().replace(" ", "") == printed.casefold().replace(" ", "")


def _clock_unit(figure: str, measure: Measure) -> str:
    """What the parts of a clock time are; a figure in words has its unit in them."""
    if measure != "time" or not figure[:1].isdigit():
        return ""
    colons = figure.split(" ")[0].count(":")
    return _CLOCK[colons] if colons < len(_CLOCK) else ""
