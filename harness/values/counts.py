"""Counts and ordinals as articles print them: 5, five, fourth, No.2, at least 2, two or three."""

from __future__ import annotations

import re
from functools import lru_cache

from harness.values.figures import Figure, Unread
from harness.values.hedges import Hedge, last_digit_unit, split_hedge, widen
from harness.values.ranges import Range, exactly

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_TENS = {word: 10 * number for number, word in enumerate(
    "twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2
)}  # fmt: skip
_CARDINALS = {word: number for number, word in enumerate(_UNITS)} | _TENS | {
    "a": 1, "an": 1, "dozen": 12, "hundred": 100, "one hundred": 100,
}  # fmt: skip
_ODD_ORDINALS = {"first": 1, "second": 2, "third": 3, "fifth": 5, "eighth": 8, "ninth": 9, "twelfth": 12}
_ORDINALS = (
    {word + "th": number for number, word in enumerate(_UNITS) if number and number not in _ODD_ORDINALS.values()}
    | {word[:-1] + "ieth": number for word, number in _TENS.items()}
    | _ODD_ORDINALS
    | {"hundredth": 100}
)
_TENS_WORDS = {number // 10: word for word, number in _TENS.items()}
_ORDINAL_WORDS = {number: word for word, number in _ORDINALS.items()}
_OTHER_WORDS = {
    "no": 0, "none": 0, "never": 0, "nil": 0, "once": 1, "single": 1, "sole": 1, "twice": 2, "both": 2, "double": 2,
    "pair": 2, "couple": 2, "brace": 2, "thrice": 3, "treble": 3, "triple": 3, "trio": 3, "hat-trick": 3,
    "hat trick": 3, "quartet": 4,
}  # fmt: skip
_WORDS = _CARDINALS | _ORDINALS | _OTHER_WORDS
_BELOW_TEN = {word: _WORDS[word] for word in [*_UNITS[1:10], *_ORDINALS] if _WORDS[word] < 10}
_NUMBER = r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,12})"
_DIGITS = re.compile(rf"({_NUMBER})(st|nd|rd|th)?")
_EITHER = re.compile(rf"(?:(?:either )?(.+?) (?:or|to) |between (.+?) and |({_NUMBER}) ?[-–] ?(?=[0-9]))(.+)")
_TAIL = re.compile(r" (?:of|times?)$")
_SEVERAL = 3
_OF_RANKS: dict[Hedge, Hedge] = {"or higher": "at most", "or lower": "at least"}


@lru_cache(maxsize=1 << 16)
def read_count(printed: int | str) -> Figure | Unread:
    """The count or ordinal that is printed: exact without a hedge, a range with one. Unread where it is neither.

    "several" is at least 3; "two or four" holds three as well. "fourth or better" and "fourth or higher" are at most 4:
    of ordinals the lower is the better; "5 or better" is at least 5.
    """
    if isinstance(printed, int):
        if isinstance(printed, bool) or printed < 0:
            return _unread(printed)
        return Figure(exactly(printed), printed, (), str(printed))
    text, hedge = split_hedge(printed)
    text = _TAIL.sub("", text)
    number = _number(text)
    if number is not None:
        ordinal = is_ordinal(text)
        meant = _OF_RANKS.get(hedge, hedge) if ordinal else hedge
        value = widen(exactly(number), number, meant, last_digit_unit(number, 1), lower_is_better=ordinal)
        return Figure(value, None if hedge else number, (), printed)
    several = None if hedge else _several(text)
    return _unread(printed) if several is None else Figure(several, None, (), printed)


def cardinal(text: str) -> int | None:
    """The number in digits or words, such as 12, 1,214, twelve or a; None for any other text, ordinals too."""
    return None if is_ordinal(text) or text.removeprefix("a ") in _OTHER_WORDS else _number(text)


def word(number: int) -> str:
    """The number written out up to ninety-nine, in figures beyond."""
    if number >= 100:
        return f"{number:,}"
    tens, unit = divmod(number, 10)
    if number < len(_UNITS):
        return _UNITS[number]
    return _TENS_WORDS[tens] + (f"-{_UNITS[unit]}" if unit else "")


def ordinal_word(number: int) -> str:
    """ "third", "twenty-first"; "" from a hundred on."""
    if number >= 100:
        return ""
    last = number % 10 if number > 20 and number % 10 else number
    return _ORDINAL_WORDS[last] if last == number else f"{word(number - last)}-{_ORDINAL_WORDS[last]}"


def is_ordinal(text: str) -> bool:
    return text.rpartition("-")[2].rpartition(" ")[2] in _ORDINALS or (text[:1].isdigit() and text[-1:].isalpha())


def _number(text: str) -> int | None:
    word = _WORDS.get(text.removeprefix("a "))
    if word is not None:
        return word
    digits = _DIGITS.fullmatch(text)
    if digits is not None:
        return int(digits[1].replace(",", ""))
    tens, _, unit = text.replace("-", " ").partition(" ")
    return _TENS[tens] + _BELOW_TEN[unit] if tens in _TENS and unit in _BELOW_TEN else None


def _several(text: str) -> Range | None:
    """The range of "several", "two or three", "between 2 and 4", "20-30"; None for any other text."""
    if text in ("several", "a number"):
        return Range(_SEVERAL, None)
    either = _EITHER.fullmatch(text)
    if either is None:
        return None
    low, high = _number(either[1] or either[2] or either[3]), _number(either[4])
    return Range(low, high) if low is not None and high is not None and low <= high else None


def _unread(printed: int | str) -> Unread:
    return Unread(f"{printed!r} is not a count such as 5, five, fourth, at least 2 or two or three")
