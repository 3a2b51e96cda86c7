"""An official value written in the article's own way: "fifth" in place of "fourth", "May 26" in place of "May 25"."""

from __future__ import annotations

import re
from datetime import date

from harness.values.counts import figure_alone, read_count
from harness.values.days import MONTH_NUMBERS, MONTHS, WEEKDAYS
from harness.values.figures import Unread
from harness.values.hedges import split_hedge
from harness.values.marks import APART
from harness.values.number_words import is_ordinal, ordinal_word, word
from harness.values.ranges import Range, Value, exactly
from harness.values.show import HUNDREDTH, show

_MONTH = "|".join(sorted(MONTH_NUMBERS, key=len, reverse=True))
_DAY = "[0-9]{1,2}(?:st|nd|rd|th)?"
_LEAD = r"(?:(?:on|in|since|during|from|until|by|of|the) )*"
_WEEKDAY = re.compile(rf"(?:{'|'.join(WEEKDAYS)})\b", re.IGNORECASE)
_FULL = re.compile(rf"(?:(?:{_DAY})(?: of)? ({_MONTH})|({_MONTH}) {_DAY}),?(?: [0-9]{{4}})?", re.IGNORECASE)
_PARTIAL = re.compile(rf"(?:{_MONTH})?(?:,? ?[0-9]{{4}})?", re.IGNORECASE)
_TIMES = {1: "once", 2: "twice"}
_ADVERBS = frozenset({"once", "twice", "thrice", "never"})
_SPAN = re.compile(r"(.+?)([ -])(week|month|year)(s?)")
_LENGTH = re.compile(r"[0-9.,]+( ?(?:m|metres|meters))?")
_OF_A_MEDAL = re.compile(
    "gold(?!s)|silver(?!s)|bronze(?!s)|lead|front|step"
)  # words for a place, which no number replaces
_HALF_A_WEEK = 3
_MINUTE = 60_000
_WRITTEN_OUT = 100  # numbers are put in words below this


def as_printed(value: Value, measure: str, printed: str, claimed: Value | None = None, step: int = HUNDREDTH) -> str:
    """The exact value in the form in which the article has `printed` (which means `claimed`); "" if that form cannot
    express it: a count of zero, a gap the other way round, five in place of "both".

    A number in words stays in words, an omitted unit stays omitted, and a date keeps its form and precision. `step` is
    one unit of the last digit that is known or printed, whichever is coarser: a mark is rounded to it.
    """
    if measure in ("gap", "points") and (apart := APART.search(printed.lower())) is not None:
        figure = as_printed(value, measure, printed[: apart.start()], claimed, step)
        return figure and figure + printed[apart.start() :]
    step = step or HUNDREDTH
    if not isinstance(value, Range) or value.low is None or value.low != value.high:
        return ""
    number = value.low
    if measure in ("time", "gap", "distance", "height") and step > 1:
        number = (number + step // 2) // step * step
    match measure:
        case "count" | "ordinal" | "years":
            return _number(number, measure, printed)
        case "days":
            return _span(number, printed)
        case "date":
            return _date(number, printed, claimed)
        case "gap":
            return _gap(number, printed, step)
        case "distance" | "height":
            plain = _LENGTH.fullmatch(printed)
            length = show(exactly(number), measure, step)
            return length.removesuffix(" m") + (plain[1] or "") if plain else length
        case "points":
            text = show(value, measure)
            return text if re.search("[a-z]", printed) else text.partition(" ")[0]
    return show(exactly(number), measure, step)


def _number(number: int, measure: str, printed: str) -> str:
    text, _ = split_hedge(printed)
    if (number < 1 and measure != "years") or _OF_A_MEDAL.search(text):
        return ""
    if text in _ADVERBS or text.endswith((" times", " time")):
        return _TIMES.get(number) or f"{word(number) if text[:1].isalpha() else number} times"
    figure, behind = figure_alone(text)
    plain = read_count(figure)
    before = None if isinstance(plain, Unread) else plain.exact
    if measure == "ordinal" or is_ordinal(figure):
        return ((ordinal_word(number) if text[:1].isalpha() else "") or show(exactly(number), "ordinal")) + behind
    if behind and (before is None or 1 in (before, number)):
        return ""  # "1 gold" and "2 golds"
    if not text[:1].isalpha():
        return str(number) + behind
    stands_alone = before is None or word(before) == figure
    return word(number) + behind if stands_alone else ""


def _span(days: int, printed: str) -> str:
    """In the unit that is printed where the length can be said in it: five years, not 1804 days."""
    text, _ = split_hedge(printed)
    match = _SPAN.fullmatch(text)
    if days < 1:
        return ""
    in_words = text[:1].isalpha()
    about = 0 if match is None else round(days / {"week": 7, "month": 30.44, "year": 365.25}[match[3]])
    if match is not None and about and (match[3] != "week" or days % 7 == 0):
        said = word(about) if in_words else str(about)
        return f"{said}{match[2]}{match[3]}" + ("s" if about != 1 and match[2] == " " else "")
    return show(exactly(days), "days").replace(str(days), word(days)) if in_words else show(exactly(days), "days")


def _gap(thousandths: int, printed: str, step: int) -> str:
    if thousandths <= 0:
        return ""
    text = printed.lower()
    if "hundredths" in text and thousandths % 10 == 0 and thousandths < 1000:
        return f"{thousandths // 10} hundredths of a second"
    if thousandths >= _MINUTE and (":" in text or "minute" in text):
        return _long_gap(thousandths, text, step)
    seconds = show(exactly(thousandths), "gap", step).removesuffix(" s")
    if "second" in text or "hundredth" in text or "tenth" in text or "minute" in text:
        return f"{seconds} second{'' if seconds == '1' else 's'}"
    plain = re.fullmatch("[0-9.,:]+( ?s(?:ecs?)?)?", text)
    return seconds + (plain[1] or "") if plain else f"{seconds} s"


def _long_gap(thousandths: int, text: str, step: int) -> str:
    """A gap of a minute and more with its minutes: 7:36, seven minutes and 36 seconds."""
    if ":" in text:
        return show(exactly(thousandths), "time", step)
    minutes, rest = divmod(thousandths, _MINUTE)
    worded = re.match("[a-z]", text) is not None and minutes < _WRITTEN_OUT
    in_minutes = f"{word(minutes) if worded else minutes} minute{'' if minutes == 1 else 's'}"
    if not rest:
        return in_minutes
    seconds = show(exactly(rest), "gap", step).removesuffix(" s")
    return f"{in_minutes}{' and' if ' and ' in text else ''} {seconds} second{'' if seconds == '1' else 's'}"


def _date(ordinal: int, printed: str, claimed: Value | None) -> str:
    """The day in the printed form: without a year where the printed date leaves it out and it is the same one."""
    day = date.fromordinal(ordinal)
    lead, text = _leading(printed)
    low = claimed.low if isinstance(claimed, Range) else None
    weekday = _WEEKDAY.match(text)
    if weekday is not None and weekday.end() == len(text):
        near = low is not None and abs(low - ordinal) <= _HALF_A_WEEK
        return lead + (WEEKDAYS[day.weekday()].capitalize() if near else show(exactly(ordinal), "date"))
    if weekday is not None:
        rest = text[weekday.end() :].lstrip(", ")
        between = text[weekday.end() : len(text) - len(rest)]
        return lead + WEEKDAYS[day.weekday()].capitalize() + between + _date(ordinal, rest, claimed)
    same_year = low is not None and date.fromordinal(low).year == day.year
    year = "" if same_year and not re.search("[0-9]{4}", text) else f" {day.year}"
    month = MONTHS[day.month - 1]
    full = _FULL.fullmatch(text)
    if full is not None:
        return lead + (f"{month} {day.day}{year and ',' + year}" if full[2] else f"{day.day} {month}{year}")
    if text and _PARTIAL.fullmatch(text):
        return lead + (month + year if text[0].isalpha() else str(day.year))
    return show(exactly(ordinal), "date")


def _leading(printed: str) -> tuple[str, str]:
    """ "since " and "May 2021" of "since May 2021"."""
    match = re.match(_LEAD, printed, re.IGNORECASE)
    end = match.end() if match else 0
    return printed[:end], printed[end:]
