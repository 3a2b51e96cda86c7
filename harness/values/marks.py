"""Marks and gaps as articles print them, and every exact value that each can have been rounded from."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from harness.values.counts import cardinal, read_count
from harness.values.figures import Figure, Unread
from harness.values.hedges import Hedge, last_digit_unit, split_hedge, widen
from harness.values.lengths import read_length, read_points
from harness.values.number_words import figures_of_decimals
from harness.values.ranges import Range
from harness.values.times import HOUR, MINUTE, Printed, about_a_time, other_separations, read_time
from harness.values.unitless import fitting, readings_without_unit, units_left_out

_READERS = {"time": read_time, "distance": read_length, "height": read_length, "points": read_points}
_EXAMPLES = {"time": "3:29.05", "distance": "8.95m", "height": "2.45m", "points": "8,994 points"}
_GAP_EXAMPLES = _EXAMPLES | {"time": "0.69 or 69 hundredths of a second", "distance": "12cm", "height": "2cm"}
_WHOLE_POINT = 1000
_CENTIMETRE = 10  # thousandths of a metre, as officials measure
_PART_OF_A_SECOND = re.compile(
    r"(?:(.+?)[ -])?(?:one[ -])?(tenth|hundredth|thousandth|1/10th|1/100th|1/1000th)s?(?: of a second)?"
)
_SLASHED = re.compile(r"([0-9]+) ?/ ?(10|100|1000)(?:th)?s?(?: of a second)?")
_PARTS = {"tenth": 100, "hundredth": 10, "thousandth": 1, "1/10th": 100, "1/100th": 10, "1/1000th": 1,
          "10": 100, "100": 10, "1000": 1}  # fmt: skip
_HALVES = {
    "half a second": 500, "half-a-second": 500, "a half-second": 500, "a quarter of a second": 250,
    "three quarters of a second": 750, "three-quarters of a second": 750, "a second and a half": 1500,
    "one and a half seconds": 1500,
}  # fmt: skip
_COLON_FOR_A_POINT = re.compile(r"[0-9]{1,2}:[0-9]{2}:[0-9]{2}")
_LESS_THAN_A_SECOND = ("a fraction of a second", "fractions of a second", "a split second")
_PLUS = re.compile(r"^\+ ?(?=[0-9.])")  # as tables of results print what somebody is behind
# what stands behind a gap and does not change it: "12 seconds clear"
APART = re.compile(r" (?:clear|ahead|behind|back|adrift|apart|in front|in arrears|up|down|in hand)$")
_SEVERAL = re.compile(
    r"((?:a )?(?:couple|few|several|handful|number)) (?:of )?(?:an? )?"
    r"(second|minute|tenth|hundredth|metre|meter|centimetre|centimeter|point)s?(?: of (?:an? )?(?:second|point))?"
)
_LENGTHS = {"metre": 1000, "meter": 1000, "centimetre": 10, "centimeter": 10}
_SIZES = {"time": {"minute": MINUTE, "second": 1000, "tenth": 100, "hundredth": 10}, "points": {"point": _WHOLE_POINT},
          "distance": _LENGTHS, "height": _LENGTHS}  # fmt: skip
_BARRIER = re.compile(r"[ -](?:barrier|mark)$")  # "under the four-minute barrier"
_DISTANCE = re.compile(r"([0-9]+(?:,[0-9]{3})*) ?(?:m|metres|meters)|([0-9]+)(?:\.([0-9]{1,3}))? ?km")
METRE = 1000  # millimetres
RECORD_LETTERS = (  # which results print behind a mark
    r"=?(?:WR|OR|OB|CR|NR|AR|ER|MR|DR|PB|SB|WL|EL|AL|NL|WB|FR|WJR|AJR|NJR|WU20R|AU20R|NU20R|EU20R|EU23R|NU23R"
    r"|WU18B|NU18R)"
)
_LETTERS_BEHIND = re.compile(rf"(?<=[0-9m])[ (]+{RECORD_LETTERS}\)?\Z")


@lru_cache(maxsize=1 << 16)
def read_mark(printed: str, measure: str, plausible: Range | None = None) -> Figure | Unread:
    """The range of exact marks (ms, mm, thousandths of a point) that would be printed so.

    `measure` is time, distance, height or points.

    With d decimals these are all values from which rounding to nearest, rounding up or cutting gives the printed
    figure: everything within one unit of the last digit, ends excluded. `exact` is the figure itself if there is no
    hedge. "or better" means lower for times and higher for everything else. A time that is not `plausible` for the
    event with its printed separators, but is with exactly one other separation, is read so, with the note `misprint`;
    otherwise it stays as printed. The same applies to what is not a time at all as printed: 3:29:74 has too many
    seconds. A time without a unit has that of the event: "sub-13" over 5000 m is minutes, "2:05" over the marathon
    hours and minutes.

    A time of whole minutes or hours is a round figure: it stands for everything within half of its unit, or a tenth of
    itself if that is less, and only what is a whole unit off contradicts it (`outer`): "four minutes" says nothing
    about 3:28. So many whole metres are jumped or thrown by who reaches them: 5.95 neither is six metres nor rules out
    that it was rounded.
    """
    text, hedge = split_hedge(_LETTERS_BEHIND.sub("", printed))
    text = figures_of_decimals(_BARRIER.sub("", text))
    read, notes = _read_time(text, plausible) if measure == "time" else (_READERS[measure](text), ())
    if read is None:
        return Unread(f"{printed!r} is not a {measure} such as {_EXAMPLES[measure]}")
    if hedge:
        value = _hedged(read, hedge, measure, lower_is_better=measure == "time")
        return Figure(value, None, notes, printed, read.step)
    value, outer = _prints_as(read, measure), None
    if measure == "time" and read.step >= MINUTE:
        value, outer = _round_time(read), value
    elif measure in ("distance", "height") and read.step >= METRE:
        value, outer = Range(read.point, value.high), value
    return Figure(value, read.point, notes, printed, read.step, outer)


def with_units(printed: str, measure: str, plausible: Range | None) -> tuple[str, ...]:
    """The words with each unit that may have been omitted, if the event's plausible range allows several."""
    return units_left_out(printed, split_hedge(printed)[0], plausible) if measure == "time" else ()


@lru_cache(maxsize=1 << 16)
def read_gap(printed: str, measure: str = "time") -> Figure | Unread:
    """The range of exact gaps that would be printed so; a gap is never negative."""
    text, hedge = split_hedge(printed)
    text = figures_of_decimals(APART.sub("", _PLUS.sub("", text)))
    if text in _LESS_THAN_A_SECOND and measure == "time":
        return Figure(Range(1, 999), None, (), printed)
    read = _time_gap(text) if measure == "time" else _READERS[measure](text)
    if read is None and not hedge and (several := _several(text, measure)) is not None:
        return Figure(several, None, (), printed)
    if read is None:
        return Unread(f"{printed!r} is not a margin such as {_GAP_EXAMPLES[measure]}")
    if not hedge:
        value, outer = _prints_as(read, measure), None
        if measure == "time" and read.step >= MINUTE:
            value, outer = Range(read.point - read.step // 2, read.point + read.step // 2), value
        return Figure(value, read.point, (), printed, read.step, outer)
    value = _hedged(read, hedge, measure)
    # "less than a second" ahead is not any time behind
    value = Range(0, max(0, value.high or 0)) if value.low is None else value
    return Figure(value, None, (), printed, read.step)


@cache
def split_metres(printed: str) -> int:
    """The distance at which a split was taken, in metres; ValueError if it is not a whole number of them."""
    match = _DISTANCE.fullmatch(printed.strip().lower())
    if match is None:
        raise ValueError(f"{printed!r} is not a distance such as 800m")
    if match[1]:
        return int(match[1].replace(",", ""))
    return int(match[2]) * 1000 + int((match[3] or "").ljust(3, "0"))


def _read_time(text: str, plausible: Range | None) -> tuple[Printed | None, tuple[str, ...]]:
    """The time, and the note `misprint` where its separators are not taken for what they say."""
    read = read_time(text)
    if read is not None and _fits(read, plausible):
        return read, ()
    unitless = readings_without_unit(text)
    if plausible is not None and (units := fitting(unitless, plausible)):
        return units[0], ()
    known = plausible is not None or _COLON_FOR_A_POINT.fullmatch(text)
    separated = [time for time in other_separations(text) if _fits(time, plausible)] if known else []
    if len(separated) == 1:
        return separated[0], ("misprint",)
    return (unitless[0] if read is None and unitless else read), ()


def _round_time(printed: Printed) -> Range:
    """What a time of whole minutes or hours stands for; beside hours, minutes may be cut as well as rounded."""
    point, half = printed.point, printed.step // 2
    if printed.step == MINUTE and point >= HOUR:
        return Range(point - half, point + MINUTE - 1)
    off = min(half, point // 10)
    return Range(point - off, point + off)


def _prints_as(printed: Printed, measure: str) -> Range:
    """Every exact value that rounding to nearest, rounding up or cutting prints so.

    Whole points are cut by nobody: combined events have no others, and judged scores are rounded to the nearest. So
    "36 points" and "37 points" for one margin contradict each other.
    """
    # Officials round track times up (World Athletics Technical Rules, TR 19), news agencies to the nearest, and tables
    # cut digits off: which of the three made the printed figure cannot be told from it.
    if measure == "points" and printed.step == _WHOLE_POINT:
        return Range(max(0, printed.point - _WHOLE_POINT // 2), printed.point + _WHOLE_POINT // 2 - 1)
    return Range(max(0, printed.point - printed.step + 1), printed.point + printed.step - 1)


def _hedged(printed: Printed, hedge: Hedge, measure: str, *, lower_is_better: bool = False) -> Range:
    unit = about_a_time(*printed) if measure == "time" else last_digit_unit(*printed)
    exact = _prints_as(printed, measure)
    whole_minutes = measure == "time" and printed.step >= MINUTE
    short_length = measure in ("distance", "height") and printed.step > _CENTIMETRE
    if whole_minutes or short_length:  # a bound of whole minutes is the minute itself, "six metres or better" 6.00
        exact = Range(printed.point, printed.point)
    return widen(exact, printed.point, hedge, unit, lower_is_better=lower_is_better)


def _fits(printed: Printed, plausible: Range | None) -> bool:
    return plausible is None or (
        (plausible.low or 0) <= printed.point and (plausible.high is None or printed.point <= plausible.high)
    )


def _several(text: str, measure: str) -> Range | None:
    """ "a couple of seconds", "a few hundredths", "several points": a number that nobody counted of a unit."""
    match = _SEVERAL.fullmatch(text)
    size = _SIZES[measure].get(match[2]) if match is not None else None
    number = read_count(match[1]) if match is not None else None
    if size is None or not isinstance(number, Figure):
        return None
    low, high = number.value.low or 0, number.value.high
    return Range(max(0, low * size - size + 1), None if high is None else high * size + size - 1)


def _time_gap(text: str) -> Printed | None:
    if text in _HALVES:
        return Printed(_HALVES[text], 100)
    part = _SLASHED.fullmatch(text) or _PART_OF_A_SECOND.fullmatch(text)
    if part is None:
        return read_time(text)
    number, step = cardinal((part[1] or "a").removesuffix(" of")), _PARTS[part[2]]
    return None if number is None else Printed(number * step, step)
