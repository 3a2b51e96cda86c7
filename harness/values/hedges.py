"""Hedges and bounds: how the words around a figure change its range."""

from __future__ import annotations

import re
from typing import Literal, TypeAlias

from harness.values.ranges import Range

Hedge: TypeAlias = Literal[
    "", "at least", "at most", "over", "under", "better", "or better", "or higher", "or lower",
    "just over", "just under", "nearly", "about",
]  # fmt: skip

_BY_A_LITTLE = {  # "a shade under", "fractionally over"
    side: tuple(
        f"{little} {word}"
        for little in ("a shade", "a touch", "a fraction", "a hair", "a whisker", "fractionally", "marginally")
        for word in words
    )
    for side, words in {"over": ("over", "outside", "above", "more than"),
                        "under": ("under", "inside", "below", "less than", "short of")}.items()
}  # fmt: skip
_BEFORE: dict[Hedge, tuple[str, ...]] = {
    "at least": ("at least", "no fewer than", "no less than", "not less than", "not fewer than", "a minimum of",
                 "upwards of", "≥"),
    "at most": ("at most", "no more than", "not more than", "up to", "as many as", "within", "a maximum of", "≤",
                "top", "in the top", "inside the top", "within the top"),
    "over": ("over", "more than", "greater than", "slower than", "further than", "farther than", "higher than",
             "longer than", "outside", "outside the top", "above", "well over", "well outside",
             "in excess of", "north of", "beyond", ">"),
    "under": ("under", "less than", "fewer than", "faster than", "quicker than", "shorter than", "lower than", "inside",
              "below", "sub", "well under", "well inside", "not yet", "south of", "<"),
    "better": ("better than",),
    "just over": (*_BY_A_LITTLE["over"],
                  "just over", "just outside", "just above", "a little over", "slightly over", "slightly more than",
                  "a little more than", "just more than"),
    "just under": (*_BY_A_LITTLE["under"],
                   "just under", "just inside", "just below", "just short of", "a little under", "slightly under",
                   "slightly less than", "a little less than", "just less than"),
    "nearly": ("nearly", "almost", "close to", "not quite", "approaching"),
    "about": ("about", "around", "roughly", "approximately", "approx", "approx.", "some", "circa", "c.", "~"),
    "": ("only", "just", "exactly", "precisely", "a total of", "a time of", "a score of", "a mark of", "the", "in",
         "by", "number", "joint", "tied for", "all", "his", "her", "their", "its", "another", "a record", "a full",
         "a mere"),
}  # fmt: skip
_AFTER: dict[Hedge, tuple[str, ...]] = {
    "or better": ("or better",),
    "or higher": ("or higher", "and higher", "or above", "and above"),
    "or lower": ("or lower", "and lower", "or below", "and below"),
    "at least": ("or more", "or slower", "or over", "or longer", "or further", "or farther", "and more", "plus"),
    "at most": ("or less", "or fewer", "or faster", "or quicker", "or under", "or shorter"),
    "about": ("or so", "or thereabouts"),
}
_MEANING = {words: hedge for hedge, group in _BEFORE.items() for words in group}
_MEANING_AFTER = {words: hedge for hedge, group in _AFTER.items() for words in group}


def _either(words: dict[str, Hedge]) -> str:
    """The longest words first, so that "just under" is not taken for "just"."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_OPENING = re.compile(rf"({_either(_MEANING)})(?:(?<=[≥≤><~.])|[ -]|(?=[0-9])) ?(?=.)")
_NUMBER_SIGN = re.compile(r"(?:no\.? ?(?=[0-9])|no\. ?|# ?)(?=.)")
_CLOSING = re.compile(rf"(.+?) ({_either(_MEANING_AFTER)})")
_BARE = re.compile(r"[0-9.:]+")
_ARTICLE = re.compile("the |an? (?=[0-9])")  # "a 3:29", and "a second" as it is
# words that weigh a figure and do not change it: "two hours and a mere 35 seconds", "nearly three full seconds"
_FILLERS = re.compile(
    r"^a (?:mere|scant|paltry) (?=[0-9])"
    r"|(?<= )(?:a mere|a scant|a paltry|mere|full|whole|clear|just|only|exactly|precisely) (?=[a-z0-9])"
)


def split_hedge(printed: str) -> tuple[str, Hedge]:
    """(the figure without its hedge, in lower case and with single spaces; what the hedge means, "" without one)."""
    if _BARE.fullmatch(printed):
        return printed, ""
    text = _FILLERS.sub("", " ".join(printed.lower().split()))
    hedge: Hedge = ""
    closing = _CLOSING.fullmatch(text)
    if closing is not None:
        text, hedge = closing[1], _MEANING_AFTER[closing[2]]
    elif text.endswith(("+", "-plus")):
        text, hedge = text.removesuffix("+").removesuffix("-plus").rstrip(), "at least"
    before: Hedge = ""
    while not before and (opening := _OPENING.match(text)):
        before, text = _MEANING[opening[1]], text[opening.end() :]
    sign = _NUMBER_SIGN.match(text)
    return _ARTICLE.sub("", text[sign.end() if sign else 0 :]), before or hedge


def widen(exact: Range, point: int, hedge: Hedge, unit: int, *, lower_is_better: bool = False) -> Range:
    """The range of a hedged figure.

    `exact` is the range of the figure itself and `point` its value, never negative. "about" is one `unit` either way:
    one of the place of the figure's last non-zero digit. "nearly" and "just under" reach down a tenth of the figure,
    "just over" reaches up a tenth, and neither includes the figure itself. "at least", "at most" and "or better"
    include everything that is printed like the figure; "over" and "under" exclude it. Bounds have no other end.
    """
    tenth = max(1, point // 10)
    match hedge:
        case "at least" | "or higher":
            return Range(exact.low, None)
        case "at most" | "or lower":
            return Range(None, exact.high)
        case "or better":
            return Range(None, exact.high) if lower_is_better else Range(exact.low, None)
        case "over":
            return Range(point + 1, None)
        case "under":
            return Range(None, point - 1)
        case "better":
            return Range(None, point - 1) if lower_is_better else Range(point + 1, None)
        case "just over":
            return Range(point + 1, point + tenth)
        case "just under" | "nearly":
            return Range(max(0, point - tenth), max(0, point - 1))
        case "about":
            return Range(max(0, point - unit), point + unit)
    return exact


def last_digit_unit(point: int, smallest: int) -> int:
    """One unit of the place of the last non-zero digit: 10 for 50, 1 for 1214; never less than `smallest`."""
    unit = smallest
    while point and point % (unit * 10) == 0:
        unit *= 10
    return unit
