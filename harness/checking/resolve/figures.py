"""Printed figures, read by their field's role, and as the event and the holding of the scope tell them."""

from __future__ import annotations

from harness.checking.resolve.scopes import Scoped
from harness.truth.held import days_of
from harness.truth.pack import Edition
from harness.values import (
    Figure,
    Range,
    Unread,
    clear,
    either_days,
    exactly,
    read_count,
    read_date,
    read_gap,
    read_mark,
    read_span,
    split_metres,
)

SPLIT_SLACK = 15  # per cent that a split may be off an even pace and still be plausible


def read_figure(role: str, printed: str | int, at: str | None, scoped: Scoped, published: int) -> Figure | Unread:
    """The printed figure, as its field's role says that it is to be read."""
    if role == "mark":
        plausible = scoped.plausible if at is None else _split_band(scoped, at)
        return read_mark(str(printed), scoped.measure, plausible)
    if role == "gap":
        return read_gap(str(printed), scoped.measure)
    if role == "date":
        return read_date(str(printed), published)
    return read_span(str(printed)) if role == "span" else read_count(printed)


def weekday_held(figure: Figure, published: int, edition: Edition) -> Figure:
    """A bare weekday as the day of the holding that it must be; any other figure, and one that may be either, as is."""
    held = days_of(edition)
    within = [day for day in either_days(figure, published) if not clear(exactly(day), held)]
    return Figure(exactly(within[0]), within[0], (), figure.printed) if len(within) == 1 else figure


def _split_band(scoped: Scoped, at: str) -> Range | None:
    """What a split can be: the event's own band, in proportion to the distance, and some slack."""
    band, metres = scoped.plausible, scoped.event.metres if scoped.event else None
    if band is None or metres is None or band.low is None or band.high is None:
        return None
    part = split_metres(at)
    low, high = band.low * part * (100 - SPLIT_SLACK), band.high * part * (100 + SPLIT_SLACK)
    return Range(low // (100 * metres), high // (100 * metres))
