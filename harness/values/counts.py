"""Counts and ordinals as articles print them: 5, five, fourth, No.2, at least 2, two or three."""

from __future__ import annotations

import re
from functools import lru_cache

from harness.values.figures import Figure, Unread
from harness.values.hedges import last_digit_unit, split_hedge, widen
from harness.values.ranges import Range, exactly

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fifth": 5, "eighth": 8, "ninth": 9, "twelfth": 12,
    **{word + "th": number for number, word in enumerate(_UNITS) if number not in (0, 1, 2, 3, 5, 8, 9, 12)},
    **{word[:-1] + "ieth": 10 * number for number, word in enumerate(_TENS, start=2)},
}  # fmt: skip
_WORDS = {
    **{word: number for number, word in enumerate(_UNITS)},
    **{word: 10 * number for number, word in enumerate(_TENS, start=2)},
    **_ORDINALS,
    "no": 0, "none": 0, "never": 0, "nil": 0, "a": 1, "an": 1, "single": 1, "once": 1, "sole": 1, "twice": 2,
    "double": 2, "both": 2, "pair": 2, "couple": 2, "a couple": 2, "a pair": 2, "thrice": 3, "treble": 3, "triple": 3,
    "hat-trick": 3, "a hat-trick": 3, "hundred": 100, "a hundred": 100, "dozen": 12, "a dozen": 12,
}  # fmt: skip
_DIGITS = re.compile(r"([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:st|nd|rd|th)?")
_EITHER = re.compile(r"(.+?) (?:or|to|and) (.+)|([0-9]+)[-–]([0-9]+)")


@lru_cache(maxsize=1 << 16)
def read_count(printed: int | str) -> Figure | Unread:
    """The count or ordinal that is printed: exact without a hedge, a range with one. Unread where it is neither."""
    if isinstance(printed, bool):
        return Unread(f"a count was expected, such as 5, five or fourth, not {printed}")
    if isinstance(printed, int):
        return Figure(exactly(printed), printed, (), str(printed))
    text, hedge = split_hedge(printed)
    if text in ("several", "a number of"):
        return Figure(Range(3, None), None, (), printed)
    number = _number(text)
    if number is not None:
        value = widen(exactly(number), number, hedge, last_digit_unit(number, 1))
        return Figure(
            Range(max(0, value.low), value.high) if value.low else value, None if hedge else number, (), printed
        )
    either = _EITHER.fullmatch(text)
    if either is not None and not hedge:
        low, high = (_number(part) for part in (either[1] or either[3], either[2] or either[4]))
        if low is not None and high is not None and low <= high:
            return Figure(Range(low, high), None, (), printed)
    return Unread(f"{printed!r} is not a count such as 5, five, fourth, at least 2 or two or three")


def _number(text: str) -> int | None:
    if text in _WORDS:
        return _WORDS[text]
    digits = _DIGITS.fullmatch(text)
    if digits is not None:
        return int(digits[1].replace(",", ""))
    tens, _, unit = text.partition("-") if "-" in text else text.partition(" ")
    if tens in _TENS and 0 < _WORDS.get(unit, 0) < 10:
        return _WORDS[tens] + _WORDS[unit]
    return None
