"""A weekday without a date, told of a holding: one of the week around publication, or one of the holding's days."""

from __future__ import annotations

from datetime import date

from harness.records.model import Ambiguous
from harness.values import Figure, Range, clear, either_days, exactly, is_weekday_alone, iso_day, show

FORTNIGHT = 14  # days: an article published further from a holding than this cannot mean its own week
MOST_NAMED = 4


def days_of_holding(figure: Figure, published: int, held: Range) -> tuple[int, ...]:
    """The days (ordinals) that the figure may mean of a holding on the days `held`; none if it is a date of its own.

    A weekday means the day before publication or the one after, if the holding was on then. If it was on neither, the
    article looks back or ahead: the weekday is any such day of the holding, or one next to it where it had none (which
    day it was may depend on the time zone). Up to a fortnight from it, the words may mean their own week all the same.
    """
    alone = is_weekday_alone(figure.printed)
    around = either_days(figure, published) or ((figure.exact,) if alone and figure.exact is not None else ())
    within = tuple(day for day in around if not clear(exactly(day), held))
    if within or not alone or held.low is None or held.high is None:
        return within or around
    weekday = date.fromordinal(around[0]).weekday()
    own = _on(weekday, held.low, held.high)
    if held.low - FORTNIGHT <= published <= held.high + FORTNIGHT:
        return tuple(sorted({*own, *around}))
    return own or _on(weekday, held.low - 3, held.high + 3)


def _on(weekday: int, first: int, last: int) -> tuple[int, ...]:
    days = range(max(first, 1), min(last, date.max.toordinal()) + 1)
    return tuple(day for day in days if date.fromordinal(day).weekday() == weekday)


def one_of(printed: str, days: tuple[int, ...]) -> Ambiguous:
    """ "'Saturday' may be 3 August 2024 or 10 August 2024"; of many days only how many they are."""
    named = " or ".join(show(exactly(day), "date") for day in days)
    why = f"{printed!r} may be {named if len(days) <= MOST_NAMED else f'one of {len(days)} days'}"
    return Ambiguous(why, "", "day", printed, tuple(iso_day(day) for day in days))
