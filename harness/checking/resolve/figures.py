"""Printed figures, interpreted by their field's role and by the event and edition of the scope."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from msgspec.structs import replace

from harness.checking.resolve.fields import Field
from harness.checking.resolve.scopes import Choices, Scoped
from harness.checking.resolve.weekdays import days_of_holding, one_of
from harness.records.model import Ambiguous
from harness.truth.held import days_of
from harness.truth.pack import Edition
from harness.values import (
    HOUR,
    HUNDREDTH,
    SECOND,
    Figure,
    Range,
    Unread,
    either_days,
    exactly,
    read_age,
    read_count,
    read_date,
    read_gap,
    read_mark,
    read_place,
    read_span,
    show,
    widened,
    with_units,
)

_READERS = {"count": read_count, "place": read_place, "age": read_age}
FEATS = ("feat.mark", "all.mark")
SPLIT_SLACK = 15  # per cent that a split may be off an even pace and still be plausible


class PublicationDay(NamedTuple):
    """The day from which an article's dates are counted, its time zone if known, and the edition that it is about."""

    published: int
    zone: str | None = None
    edition: Edition | None = None


def read_figure(
    field: Field,
    printed: str | int,
    way: tuple[str, ...] | None,
    scoped: Scoped,
    day: PublicationDay,
    choices: Choices,
) -> Figure | Unread | Ambiguous:
    """The printed figure, interpreted by its field's role; a mark may be for a part of the race only."""
    words = _in_full(field, printed, way, scoped, choices)
    if isinstance(words, Ambiguous):
        return words
    match field.role:
        case "mark":
            return read_mark(str(words), scoped.measure, _plausible(scoped, way))
        case "gap":
            return read_gap(str(words), scoped.measure)
        case "date":
            return _read_date(str(words), scoped, day, choices)
        case "span":
            return read_span(str(words))
    return _READERS[field.role](words)


def _in_full(
    field: Field, printed: str | int, way: tuple[str, ...] | None, scoped: Scoped, choices: Choices
) -> str | int | Ambiguous:
    """A mark with the unit that it leaves out: "sub-13" of no event in particular is seconds, minutes or hours; and
    as the bound that it is of a feat.

    Times of laps and splits are told in seconds where they tell no unit.
    """
    if field.role != "mark" or way is not None:
        return printed
    words = str(printed)
    units = with_units(words, scoped.measure, scoped.plausible)
    chosen = choices.get(("unit", words)) if units else words
    if chosen is None:
        return Ambiguous(f"{words!r} may be {' or '.join(units)}", "", "unit", words, units)
    return _as_bound(chosen, scoped, choices) if field.key in FEATS else chosen


def _as_bound(words: str | int, scoped: Scoped, choices: Choices) -> str | int | Ambiguous:
    """A time as the bound of a feat, printed with fewer digits than it was taken with: "the first to run 13 minutes"
    may mean 13:00.00 or better, or a time that is called so; "3:29" 3:29.00 or 3:29.99. Any other mark as it is."""
    figure = read_mark(str(words), scoped.measure, scoped.plausible) if scoped.measure == "time" else None
    if not isinstance(figure, Figure) or figure.exact is None or _is_official(figure):
        return words
    options = (f"{show(exactly(figure.exact), 'time')} or better", str(words))
    why = f"{words!r} may be {options[0]}, or a time that is called so"
    return choices.get(("bound", str(words))) or Ambiguous(why, "", "bound", str(words), options)


def _is_official(figure: Figure) -> bool:
    """Whether the figure is as fine as official times are: beyond an hour, these are whole seconds."""
    return figure.step <= HUNDREDTH or (figure.step <= SECOND and (figure.exact or 0) >= HOUR)


def _plausible(scoped: Scoped, way: tuple[str, ...] | None) -> Range | None:
    return scoped.plausible if way is None else _split_band(scoped, way)


def _read_date(printed: str, scoped: Scoped, day: PublicationDay, choices: Choices) -> Figure | Unread | Ambiguous:
    """A date; without a year it is one of the holding, or of the year that the scope names."""
    near = days_of(day.edition).low if day.edition is not None else None
    start, end = scoped.setting.start, scoped.setting.end
    if near is None and start is not None and end is not None:
        near = (start + end) // 2
    figure = read_date(printed, day.published, near)
    if isinstance(figure, Unread):
        return figure
    if figure.outer is not None or (figure.exact and is_elsewhere(day)):
        here, low = in_every_zone(figure.value, day), figure.value.low
        if figure.outer is not None and low is not None and (figure.outer.low or low) < low - 1:
            here = Range(figure.outer.low, here.high)  # "last July" may be that of the year before
        figure = replace(figure, outer=here)
    return figure if day.edition is None else _weekday_held(figure, day, day.edition, choices)


def _weekday_held(figure: Figure, day: PublicationDay, edition: Edition, choices: Choices) -> Figure | Ambiguous:
    """A weekday without a date as the day of the edition that it must be; any other figure, or one of two days around
    publication, unchanged."""
    days = days_of_holding(figure, day.published, days_of(edition))
    if not days or days == either_days(figure, day.published):
        return figure
    chosen = choices.get(("day", figure.printed))
    if chosen is None and len(days) > 1:
        return one_of(figure.printed, days)
    value = exactly(days[0] if chosen is None else date.fromisoformat(chosen).toordinal())
    outer = None if figure.outer is None else in_every_zone(value, day)
    return Figure(value, value.low, (), figure.printed, outer=outer)


def is_elsewhere(day: PublicationDay) -> bool:
    """Whether the paper is known to appear in another time zone than the holding's: then its "3 June" may be another
    day there. Where that is not known, a date in full is the day at the venue, as papers print it."""
    zones = day.zone, day.edition.zone if day.edition is not None else None
    return None not in zones and zones[0] != zones[1]


def in_every_zone(days: Range, day: PublicationDay) -> Range:
    """The days at the holding that may be those days where the article appears: one more on each side without zones."""
    if day.edition is None or day.edition.zone is None or day.zone is None:
        return widened(days, 1)
    ahead = _minutes(day.zone) - _minutes(day.edition.zone)  # the paper's day begins so much earlier
    low, high = days.low, days.high
    return Range(None if low is None else low - (ahead > 0), None if high is None else high + (ahead < 0))


def _minutes(offset: str) -> int:
    """ "-03:30" is -210."""
    hours, minutes = offset[1:].split(":")
    return (-1 if offset[0] == "-" else 1) * (60 * int(hours) + int(minutes))


def _split_band(scoped: Scoped, way: tuple[str, ...]) -> Range | None:
    """What a split can be: the event's own band, in proportion to the distance, and some slack."""
    band, metres = scoped.plausible, scoped.event.metres if scoped.event else None
    if band is None or metres is None or band.low is None or band.high is None:
        return None
    ends = [re.fullmatch("([0-9]+)m", point) for point in way]
    if ends[-1] is None:
        return None
    part = int(ends[-1][1]) - (int(ends[0][1]) if len(ends) == 2 and ends[0] is not None else 0)
    low, high = band.low * part * (100 - SPLIT_SLACK), band.high * part * (100 + SPLIT_SLACK)
    return Range(low // (100 * metres), high // (100 * metres))
