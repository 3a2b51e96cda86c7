"""Numbers in words and digits: twelve, one hundred and eight, forty-third, two and a half, 2½, three quarters.

Whole numbers go to 999,999; fractions are exact (`Fraction`), so that no float carries a value.
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_SMALL = {word: number for number, word in enumerate(_UNITS)} | {
    word: 10 * number for number, word in enumerate(_TENS, start=2)
}
_LARGE = {"hundred": 100, "thousand": 1000}
_ODD_ORDINALS = {"first": "one", "second": "two", "third": "three", "fifth": "five", "eighth": "eight",
                 "ninth": "nine", "twelfth": "twelve"}  # fmt: skip
_ORDINALS = (
    {word + "th": word for word in (*_UNITS, *_LARGE) if word not in _ODD_ORDINALS.values() and word != "zero"}
    | {word[:-1] + "ieth": word for word in _TENS}
    | _ODD_ORDINALS
)
_CARDINAL_OF = {cardinal: ordinal for ordinal, cardinal in _ORDINALS.items()}
_DIGITS = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,12}")
_ORDINAL_DIGITS = re.compile(r"([0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,12})(?:st|nd|rd|th)")
_GLYPHS = {"½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4), "⅓": Fraction(1, 3), "⅔": Fraction(2, 3),
           "⅛": Fraction(1, 8), "⅜": Fraction(3, 8), "⅝": Fraction(5, 8), "⅞": Fraction(7, 8)}  # fmt: skip
_PARTS = {"half": 2, "halves": 2, "quarter": 4, "third": 3, "fifth": 5, "eighth": 8, "tenth": 10, "hundredth": 100,
          "thousandth": 1000}  # fmt: skip
_IN_WORDS = re.compile(rf"(?:(.+?)[ -])?({'|'.join(_PARTS)})s?")
_IN_DIGITS = re.compile(
    rf"(?:([0-9]+)(?: |-|(?=[{''.join(_GLYPHS)}])))?(?:([0-9]+)/([1-9][0-9]*)|([{''.join(_GLYPHS)}]))"
)
_DECIMAL = re.compile(r"([0-9]+)?[.,]([0-9]{1,3})")
_POINT = re.compile(r"(.+) point ((?:(?:zero|oh|nought|one|two|three|four|five|six|seven|eight|nine) ?)+)")
_DIGIT_IN_WORDS = "(?:zero|oh|nought|one|two|three|four|five|six|seven|eight|nine)"
_SPOKEN_DECIMALS = re.compile(rf"([a-z -]+) point ({_DIGIT_IN_WORDS}(?: {_DIGIT_IN_WORDS})*)\b")
_AND = re.compile(r"(.+?)[ -]and[ -](.+)")


@lru_cache(maxsize=4096)
def whole_number(text: str) -> int | None:
    """The cardinal in lower case: 12, 1,214, twelve, a hundred and eight; None for anything else."""
    if _DIGITS.fullmatch(text):
        return int(text.replace(",", ""))
    if text in ("a", "an"):
        return 1
    return _spelled(text.replace("-", " ").split())


@lru_cache(maxsize=4096)
def ordinal_number(text: str) -> int | None:
    """The ordinal in digits or words: 43rd, third, one hundred and first; None for anything else."""
    digits = _ORDINAL_DIGITS.fullmatch(text)
    if digits is not None:
        return int(digits[1].replace(",", ""))
    *words, last = text.replace("-", " ").split() or [""]
    return _spelled([*words, _ORDINALS[last]]) if last in _ORDINALS else None


def fraction(text: str) -> Fraction | None:
    """A number that need not be whole: half, three quarters, two and a half, 2½, 2 1/2, 1.5, ten point five."""
    whole = whole_number(text)
    if whole is not None:
        return Fraction(whole)
    if (digits := _IN_DIGITS.fullmatch(text)) is not None:
        part = _GLYPHS[digits[4]] if digits[4] else Fraction(int(digits[2]), int(digits[3]))
        return int(digits[1] or 0) + part
    if (decimal := _DECIMAL.fullmatch(text)) is not None:
        return Fraction(f"{decimal[1] or 0}.{decimal[2]}")
    if (spoken := _POINT.fullmatch(text)) is not None and (whole := whole_number(spoken[1])) is not None:
        digits_after = "".join(str(_SMALL.get(word, 0)) for word in spoken[2].split())
        return Fraction(f"{whole}.{digits_after}")
    if (joined := _AND.fullmatch(text)) is not None:
        whole, part_of = whole_number(joined[1]), _fraction_in_words(joined[2])
        if whole is not None and part_of is not None and part_of < 1:
            return whole + part_of
    return _fraction_in_words(text)


def figures_of_decimals(text: str) -> str:
    """ "nine point seven nine seconds" with its decimals in figures: as fine as it is spoken."""
    spoken = _SPOKEN_DECIMALS.match(text)
    whole = whole_number(spoken[1]) if spoken is not None else None
    if spoken is None or whole is None:
        return text
    decimals = "".join(str(_SMALL.get(word_, 0)) for word_ in spoken[2].split())
    return f"{whole}.{decimals}{text[spoken.end() :]}"


def word(number: int) -> str:
    """The number written out up to ninety-nine, in figures beyond."""
    if number >= 100:
        return f"{number:,}"
    if number < len(_UNITS):
        return _UNITS[number]
    tens, unit = divmod(number, 10)
    return _TENS[tens - 2] + (f"-{_UNITS[unit]}" if unit else "")


def ordinal_word(number: int) -> str:
    """ "third", "twenty-first"; "" from a hundred on."""
    if not 0 < number < 100:
        return ""
    before, hyphen, last = word(number).rpartition("-")
    return before + hyphen + _CARDINAL_OF[last]


def is_ordinal(text: str) -> bool:
    return ordinal_number(text) is not None


def _fraction_in_words(text: str) -> Fraction | None:
    match = _IN_WORDS.fullmatch(text)
    if match is None:
        return None
    number = whole_number(match[1]) if match[1] else 1
    return None if number is None else Fraction(number, _PARTS[match[2]])


def _spelled(words: list[str]) -> int | None:
    """The sum of the words as they are spoken: "nine hundred (and) ninety nine", "a thousand and one"."""
    total, below_thousand, smallest = 0, 0, 1000  # `smallest`: a word after "forty" must be below ten
    if words and words[0] in ("a", "an") and len(words) > 1 and words[1] in _LARGE:
        words = ["one", *words[1:]]
    elif words and words[0] in _LARGE:
        words = ["one", *words]
    previous = ""
    for word_ in words:
        if word_ == "and":
            if previous not in _LARGE:
                return None
        elif word_ in _SMALL:
            number = _SMALL[word_]
            limit = 10 if smallest % 10 == 0 and 20 <= smallest < 100 else 100 if smallest >= 100 else 0
            if number >= limit or (number == 0 and len(words) > 1):
                return None
            below_thousand, smallest = below_thousand + number, number if number >= 20 else 1
        elif word_ == "hundred":
            if not 0 < below_thousand < 100 or previous in ("and", "hundred"):
                return None
            below_thousand, smallest = below_thousand * 100, 100
        elif word_ == "thousand":
            if total or not below_thousand or previous == "and":
                return None
            total, below_thousand, smallest = below_thousand * 1000, 0, 1000
        else:
            return None
        previous = word_
    return total + below_thousand if words and previous != "and" else None
