"""Counts and ordinals as articles print them: 5, five, fourth, No.2, at least 2, two or three."""

from __future__ import annotations

import re
from functools import lru_cache

from harness.values.figures import Figure, Unread
from harness.values.hedges import Hedge, last_digit_unit, split_hedge, widen
from harness.values.number_words import is_ordinal, ordinal_number, whole_number
from harness.values.ranges import Range, exactly

_OTHER_WORDS = {
    "no": 0, "none": 0, "never": 0, "nil": 0, "zilch": 0, "once": 1, "single": 1, "sole": 1, "lone": 1, "solitary": 1,
    "twice": 2, "both": 2, "double": 2, "pair": 2, "couple": 2, "brace": 2, "back-to-back": 2, "thrice": 3, "treble": 3,
    "triple": 3, "trio": 3, "hat-trick": 3, "hat trick": 3, "three-peat": 3, "quadruple": 4, "quartet": 4,
    "quintuple": 5, "quintet": 5, "sextet": 6, "half dozen": 6, "half a dozen": 6, "septet": 7, "octet": 8,
    "not one": 0, "maiden": 1, "baker's dozen": 13,
}  # fmt: skip
_DOZEN = re.compile(r"(?:(.+?)[ -])?dozen")
_FORMS_OF_TIMES = re.compile(r"(.+?)(?:[ -]?fold|[ -]times?|(?<=[0-9])[x×])")
_NUMBER = r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,12})"
_DIGITS = re.compile(rf"({_NUMBER})(st|nd|rd|th)?")
_EITHER = re.compile(rf"(?:(?:either )?(.+?) (?:or|to) |between (.+?) and |({_NUMBER}) ?[-–] ?(?=[0-9]))(.+)")
_TAIL = re.compile(
    r"(?:(?: (?:of|times?|straight|consecutive|successive|in a row|in succession|running|on the trot|places?|such"
    r"|editions?|in all|in total|altogether|overall|titles?|wins?|victories|goals?"
    r"|(?:(?:gold|silver|bronze) )?medals?|golds?|silvers?|bronzes?))+|[ -](?:ever|placed))$"
)
_RANKED = re.compile(  # "fourth-fastest": the rank in a list of whatever sort
    r"[ -](?:fastest|quickest|slowest|best|longest|furthest|farthest|highest|biggest|largest|heaviest|youngest|oldest"
    r"|most (?:successful|decorated|prolific))$"
)
_APART = re.compile(r"^[0-9]{1,3}(?: [0-9]{3})+(?=$|th)")  # "10 714", as in much of Europe
_ODD = re.compile(r"([1-9][0-9]?)0-odd")  # "250-odd" is 250 to 259
_AT_HAND: dict[str, Range] = {
    # Words for a number that nobody counted: an end is set only where no speaker of English would go beyond it.
    "several": Range(3, None), "a number": Range(3, None), "a few": Range(2, 9), "few": Range(0, 9),
    "a handful": Range(2, 9), "handful": Range(2, 9), "dozens": Range(24, None), "scores": Range(40, None),
    "hundreds": Range(200, None), "thousands": Range(2000, None),
    "double figures": Range(10, 99), "double digits": Range(10, 99), "double-figure": Range(10, 99),
    "double-digit": Range(10, 99), "triple figures": Range(100, 999), "triple digits": Range(100, 999),
}  # fmt: skip
_OF_RANKS: dict[Hedge, Hedge] = {"or higher": "at most", "or lower": "at least"}


@lru_cache(maxsize=1 << 16)
def read_count(printed: int | str) -> Figure | Unread:
    """The printed count or ordinal: exact without a hedge, a range with one. Unread if it is neither.

    "several" is at least 3, "a handful" 2 to 9; "two or four" includes three as well. "fourth or better" and "fourth or
    higher" are at most 4, since the lower ordinal is the better one; "5 or better" is at least 5.
    """
    if isinstance(printed, int):
        if isinstance(printed, bool) or printed < 0:
            return _unread(printed)
        return Figure(exactly(printed), printed, (), str(printed))
    text, hedge = split_hedge(printed)
    text = _APART.sub(lambda number: number[0].replace(" ", ","), figure_alone(text)[0])
    number = _number(text)
    if number is not None:
        ordinal = is_ordinal(text)
        bound = _OF_RANKS.get(hedge, hedge) if ordinal else hedge
        value = widen(exactly(number), number, bound, last_digit_unit(number, 1), lower_is_better=ordinal)
        return Figure(value, None if hedge else number, (), printed)
    several = None if hedge else _several(text)
    return _unread(printed) if several is None else Figure(several, None, (), printed)


def figure_alone(text: str) -> tuple[str, str]:
    """The figure without a hedge, and the words after it that say what is counted: "16" and " golds"."""
    bare = _TAIL.sub("", text)
    ranked = _RANKED.sub("", bare)
    figure = ranked if is_ordinal(ranked) else bare
    return figure, text[len(figure) :]


def cardinal(text: str) -> int | None:
    """The number in digits or words, such as 12, 1,214, twelve, a dozen or a; None for any other text, including
    ordinals."""
    number = whole_number(text)
    return _dozens(text) if number is None else number


def _number(text: str) -> int | None:
    """The count in any form; None where it is none: "two-time", "4x" and "threefold" are counts of times."""
    plain = text.removeprefix("a ")
    for candidate in dict.fromkeys((text, plain, plain.replace("-", " "))):
        if candidate in _OTHER_WORDS:
            return _OTHER_WORDS[candidate]
    for read in (whole_number, ordinal_number, _dozens):
        number = read(text)
        if number is not None:
            return number
    times = _FORMS_OF_TIMES.fullmatch(text)
    return whole_number(times[1]) if times is not None else None


def _dozens(text: str) -> int | None:
    match = _DOZEN.fullmatch(text)
    number = whole_number(match[1] or "one") if match is not None else None
    return None if number is None else 12 * number


def _several(text: str) -> Range | None:
    """The range of "several", "a handful", "two or three", "between 2 and 4", "20-30"; None for any other text."""
    if text in _AT_HAND:
        return _AT_HAND[text]
    if (odd := _ODD.fullmatch(text)) is not None:
        return Range(10 * int(odd[1]), 10 * int(odd[1]) + 9)
    either = _EITHER.fullmatch(text)
    if either is None:
        return None
    low, high = _number(either[1] or either[2] or either[3]), _number(either[4])
    return Range(low, high) if low is not None and high is not None and low <= high else None


def _unread(printed: int | str) -> Unread:
    return Unread(f"{printed!r} is not a count such as 5, five, fourth, at least 2 or two or three")
