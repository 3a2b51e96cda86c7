"""Hedges and bounds: what the words around a figure do to the range that it stands for."""

from __future__ import annotations

import re

from harness.values.ranges import Range

_BEFORE = [
    ("not above", "at most"), ("no more than", "at most"), ("not more than", "at most"), ("up to", "at most"),
    ("at most", "at most"), ("no fewer than", "at least"), ("no less than", "at least"), ("at least", "at least"),
    ("more than", "over"), ("greater than", "over"), ("better than", "better"), ("just over", "just over"),
    ("just outside", "just over"), ("over", "over"), ("outside", "over"), ("above", "over"),
    ("just under", "just under"), ("just inside", "just under"), ("just short of", "just under"),
    ("fewer than", "under"), ("less than", "under"), ("under", "under"), ("inside", "under"), ("below", "under"),
    ("sub-", "under"), ("sub ", "under"), ("nearly", "nearly"), ("almost", "nearly"), ("close to", "nearly"),
    ("about", "about"), ("around", "about"), ("roughly", "about"), ("approximately", "about"), ("some ", "about"),
    ("circa", "about"), ("only", ""), ("just", ""), ("exactly", ""), ("a total of", ""), ("no.", ""), ("no ", ""),
    ("number", ""),
]  # fmt: skip
_AFTER = [
    ("or better", "or better"), ("or faster", "at most"), ("or quicker", "at most"), ("or more", "at least"),
    ("or longer", "at least"), ("or higher", "at least"), ("and more", "at least"), ("plus", "at least"),
    ("or less", "at most"), ("or fewer", "at most"), ("or lower", "at most"), ("or so", "about"),
]  # fmt: skip
_SPACES = re.compile(r"\s+")


def split_hedge(printed: str) -> tuple[str, str]:
    """(the figure without its hedge, what the hedge means: "" where there is none)."""
    text = _SPACES.sub(" ", printed.strip().lower())
    hedge = ""
    for words, meaning in _AFTER:
        if text.endswith(" " + words):
            text, hedge = text[: -len(words) - 1].strip(), meaning
            break
    for words, meaning in _BEFORE:
        if text.startswith(words) and (words[-1] in "- ." or text[len(words) :].startswith(" ")):
            text = text[len(words) :].strip()
            return text, meaning or hedge
    return text, hedge


def widen(exact: Range, point: int, hedge: str, step: int, *, lower_is_better: bool = False) -> Range:
    """The range that a hedged figure stands for.

    `exact` is the range of the figure itself and `point` its value; `step` is one unit of its last digit that is not
    zero. "about" is one such unit either way; "nearly" reaches down a tenth of the figure, "just" over or under a
    tenth of it; bounds are without end.
    """
    tenth = max(1, abs(point) // 10)
    match hedge:
        case "at least":
            return Range(exact.low, None)
        case "at most":
            return Range(None, exact.high)
        case "over":
            return Range(point + 1, None)
        case "under":
            return Range(None, point - 1)
        case "better":
            return Range(None, point - 1) if lower_is_better else Range(point + 1, None)
        case "or better":
            return Range(None, exact.high) if lower_is_better else Range(exact.low, None)
        case "just over":
            return Range(point + 1, point + tenth)
        case "just under" | "nearly":
            return Range(point - tenth, point - 1)
        case "about":
            return Range(point - step, point + step)
    return exact


def last_digit_unit(point: int, smallest: int) -> int:
    """One unit of the figure's last digit that is not zero: 50 for "50" is 10, 1214 is 1; never under `smallest`."""
    unit = smallest
    while point and point % (unit * 10) == 0:
        unit *= 10
    return unit
