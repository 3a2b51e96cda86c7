"""Scores of matches and bouts as articles print them: 31-17, 3:1, two-nil, 6-4."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from harness.values.figures import Unread
from harness.values.number_words import whole_number

_NUMBER = r"[0-9]{1,3}|[a-z]+(?: [a-z]+)?"
_SCORE = re.compile(rf"(?:by )?({_NUMBER})(?: ?[-–—:] ?| to | all(?=$))({_NUMBER})?(?: (?:points|goals|sets))?")
_NOTHING = {"nil": 0, "love": 0, "nothing": 0, "zip": 0, "nought": 0, "o": 0}


class Score(NamedTuple):
    """The points of the side that is printed first, and those of the other."""

    first: int
    second: int

    def __str__(self) -> str:
        return f"{self.first}-{self.second}"

    @classmethod
    def of(cls, text: str) -> Score:
        """Of a score as `str` gives it."""
        first, _, second = text.partition("-")
        return cls(int(first), int(second))

    @property
    def turned(self) -> Score:
        """As the other side has it."""
        return Score(self.second, self.first)


@lru_cache(maxsize=4096)
def read_score(printed: str) -> Score | Unread:
    """The two numbers of a score, in figures or in words: 31-17, 31 to 17, 3:1, two-nil, one-all.

    The smaller tie-break points of a set, as in 7-6 (5), are left out.
    """
    text = re.sub(r" ?\([0-9-]+\)$", "", " ".join(printed.lower().split()))
    found = _SCORE.fullmatch(text)
    if found is not None:
        drawn = found[2] is None
        numbers = [_number(found[1]), _number(found[1] if drawn else found[2])]
        if (not drawn or "all" in text.split(" ")[-1].split("-")) and None not in numbers:
            return Score(numbers[0] or 0, numbers[1] or 0)
    return Unread(f"{printed!r} is not a score such as 31-17, 3:1 or two-nil")


def _number(text: str) -> int | None:
    return _NOTHING[text] if text in _NOTHING else whole_number(text)
