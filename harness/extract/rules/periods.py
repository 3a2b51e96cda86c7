"""When the words say that something was, other than by a year of their own: "last August", "four years earlier".

A period is the days that such words allow, reckoned from the day of publication ("two years ago", "this spring") or
from a year that was told before ("four years later"). "A month earlier" is some other time, and no period is known.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from harness.extract.rules.figures import MONTH, MONTHS

_NUMBER_WORDS = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen"
    " nineteen twenty"
)
_NUMBERS = {"a": 1, "an": 1, "one": 1} | {word: number for number, word in enumerate(_NUMBER_WORDS.split(), 2)}
_COUNT = rf"(?P<count>{'|'.join(sorted(_NUMBERS, key=len, reverse=True))}|[1-9][0-9]?|some|several|a few|a couple of)"
_UNIT = r"(?P<unit>day|night|week|fortnight|month|season|year|decade)s?"
_SPAN = {"day": 1, "night": 1, "week": 7, "fortnight": 14, "month": 30, "season": 365, "year": 365, "decade": 3652}
_DAYS, _YEARS = frozenset({"day", "night", "evening", "morning", "afternoon"}), frozenset({"year", "decade"})
_CLAUSE_FOLLOWS = r"(?! (?!(?:in|at|on|when|with|here|there|to|by|for|over)\b)[\w'\"])"  # "a day before Bell ran"
_THAT = r"(?: that(?=[,.;]|$))?"
_LONE = rf"\b{_COUNT} {_UNIT}(?: (?P<ago>ago)| (?P<back>earlier|previously|before{_THAT}{_CLAUSE_FOLLOWS})"
_OF_YEAR = (
    r"(?P<beside_it>last|this) (?:year|season)|(?:of )?(?:that|the (?:same|previous|following|next)) (?:year|season)"
    r"|the (?:year|season) (?:before|after|earlier)"
    r"|(?:a|one|two|three|four) (?:years?|seasons?) (?:earlier|before|later)"
)
_TIME = re.compile(
    rf"{_LONE}| (?P<on>later|on(?! from\b| the\b| an?\b| his\b| her\b)|after{_CLAUSE_FOLLOWS}))\b"
    r"|\bthe (?P<unit2>day|night|evening|morning|afternoon|week|month|season|summer|winter|year)"
    rf" (?P<beside>earlier|prior|before{_THAT}{_CLAUSE_FOLLOWS}|after{_CLAUSE_FOLLOWS})\b"
    r"|\bthe (?:previous|following|next|preceding) (?P<unit3>day|night|evening|morning|afternoon|week|month|season"
    r"|summer|winter|year)\b(?!')"
    r"|\b(?P<season>last|this) (?P<part>spring|summer|autumn|fall|winter|year|season|month|week)\b(?!')"
    r"|\bearlier (?:this|in the) (?P<earlier>month|spring|summer|autumn|winter|season|year)\b"
    rf"|\b(?P<which>last|this|in|in early|in late|in mid|on [0-9]{{1,2}}|on) (?P<month>{MONTH})\b"
    rf"(?:,? (?:(?P<of>(?:18|19|20)[0-9]{{2}})|(?P<year>{_OF_YEAR})))?"
    rf"|(?P<news>\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b(?!,? (?:[0-9]|{MONTH}))|\byesterday\b|\blast night\b"
    r"|\btonight\b)",
    re.IGNORECASE,
)
_AFTER_WHICH = re.compile(
    rf"\b(?:{_COUNT} {_UNIT}|the (?:day|night|evening|morning|week|month|year)) (?:after|before|on from)"
    rf" (?!(?:in|at|on|when|with|here|there|to|by|for|over)\b)(?=[\w'\"])[^,;:]*",
    re.IGNORECASE,
)
_SEASONS = {"spring": (3, 6), "summer": (5, 9), "autumn": (8, 12), "fall": (8, 12)}
_WEEK = 7  # days
_OVER = 10  # days: of what was held so shortly before, nobody says "earlier this year"


class PossibleDays(NamedTuple):
    """The first and last day that words allow."""

    first: date
    last: date


class TimeExpression(NamedTuple):
    """Words on a time, and the periods that they may mean: none where it is some other time.

    `within_days`: it was some days before or after what is told, so that both may be of one holding. `reckoned`: the
    words count how long before or after it was. `of_news`: a day of the week, near that of publication.
    """

    start: int
    end: int
    periods: tuple[PossibleDays, ...]
    within_days: bool = False
    later: bool = False
    reckoned: bool = False
    of_news: bool = False


def time_expressions(
    words: str, start: int, end: int, published: date, anchors: tuple[int, ...] = ()
) -> list[TimeExpression]:
    """Every time that the words tell between the places; `anchors` are the years that "four years later" may follow."""
    return [
        TimeExpression(
            *match.span(), tuple(_periods(match, published, anchors)), _is_of_days(match),
            later=match["on"] is not None, reckoned=match["count"] is not None, of_news=match["news"] is not None,
        )
        for match in _TIME.finditer(words, start, end)
    ]  # fmt: skip


def subordinate(words: str) -> list[tuple[int, int]]:
    """What is told of another time in a clause: "eight months after Bell had run 3:43.73"."""
    return [match.span() for match in _AFTER_WHICH.finditer(words)]


def overlap(periods: Iterable[PossibleDays], first: date, last: date) -> bool:
    """Whether one of the periods has a day of those from the first to the last."""
    return any(period.first <= last and first <= period.last for period in periods)


def _is_of_days(match: re.Match[str]) -> bool:
    if match["ago"] is not None:
        return False
    unit = (match["unit"] or match["unit2"] or match["unit3"] or "").lower()
    return unit in _DAYS or (unit == "week" and match["count"] is not None and match["count"].lower() in ("a", "one"))


def _periods(match: re.Match[str], published: date, anchors: tuple[int, ...]) -> Iterator[PossibleDays]:
    if match["count"] is not None:
        yield from _counted(match, published, anchors)
    elif match["news"] is not None:
        yield PossibleDays(_days_before(published, _WEEK), _days_before(published, -_WEEK))
    elif match["earlier"] is not None:
        yield PossibleDays(date(published.year, 1, 1), _days_before(published, _OVER))
    elif match["of"] is not None:
        yield _month(int(match["of"]), MONTHS.index(match["month"].capitalize()) + 1)
    elif match["month"] is not None:
        yield from _of_month(match, published)
    elif match["part"] is not None:
        yield from _of_part(match["season"].lower(), match["part"].lower(), published)


def _counted(match: re.Match[str], published: date, anchors: tuple[int, ...]) -> Iterator[PossibleDays]:
    printed = match["count"].lower()
    if printed not in _NUMBERS and not printed.isdigit():
        return  # "some weeks ago"
    count = _NUMBERS.get(printed) or int(printed)
    unit = match["unit"].lower()
    if match["ago"] is not None:
        if unit in ("year", "decade", "season"):
            yield _year(published.year - count * (10 if unit == "decade" else 1))
        else:
            days = count * _SPAN[unit]
            about = max(2, days // 3)
            yield PossibleDays(_days_before(published, days + about), _days_before(published, max(days - about, 1)))
    elif unit in _YEARS:
        years = count * (10 if unit == "decade" else 1)
        yield from (_year(anchor + (years if match["on"] else -years)) for anchor in dict.fromkeys(anchors))


def _of_month(match: re.Match[str], published: date) -> Iterator[PossibleDays]:
    """ "Last August" of a September is that of this year or the one before."""
    month = MONTHS.index(match["month"].capitalize()) + 1
    which = match["which"].lower()
    if match["year"] is not None:
        if match["beside_it"] is not None:
            yield _month(published.year - (match["beside_it"].lower() == "last"), month)
        return  # "on 19 August that year"
    if month <= published.month and not (which == "last" and month == published.month):
        yield _month(published.year, month)
    if month > published.month or which == "last":
        yield _month(published.year - 1, month)


def _of_part(which: str, part: str, published: date) -> Iterator[PossibleDays]:
    year = published.year
    if part in ("year", "season"):
        yield _year(year if which == "this" else year - 1)
    elif part == "week":
        yield PossibleDays(_days_before(published, 7 if which == "this" else 14), published)
    elif part == "month":
        yield _month(year, published.month) if which == "this" else _month(*_month_before(published))
    elif part == "winter":
        for first in (year - 1, year - 2)[: 1 if which == "this" else 2]:
            yield PossibleDays(_month(first, 11).first, _month(first + 1, 4).last)
    else:
        first, last = _SEASONS[part]
        if which == "this" or published.month > last:
            yield PossibleDays(_month(year, first).first, _month(year, last).last)
        if which == "last":
            yield PossibleDays(_month(year - 1, first).first, _month(year - 1, last).last)


def _year(year: int) -> PossibleDays:
    return PossibleDays(_month(year, 1).first, _month(year, 12).last)


def _month(year: int, month: int) -> PossibleDays:
    year = min(max(year, date.min.year), date.max.year)
    return PossibleDays(date(year, month, 1), date(year, month, monthrange(year, month)[1]))


def _month_before(published: date) -> tuple[int, int]:
    return (published.year, published.month - 1) if published.month > 1 else (published.year - 1, 12)


def _days_before(published: date, days: int) -> date:
    return date.fromordinal(min(max(1, published.toordinal() - days), date.max.toordinal()))
