"""Scores of matches and bouts as articles print them: 31-17, 3:1, two-nil, 6-4."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from harness.values.figures import Unread
from harness.values.number_words import whole_number

_NUMBER = r"[0-9]{1,3}|[a-z]+(?:[ -][a-z]+)??"
_WHAT = "(?: (?:points?|goals?|sets?|games?|frames?|legs?|tries|runs?))?"
_SCORE = re.compile(
    rf"(?:by |a |level at |tied at |locked at )*({_NUMBER}){_WHAT}"
    rf"(?: ?[-–—:] ?| to |-to-| v | (?=apiece|each)| ?(?=nil|love|all))({_NUMBER}){_WHAT}"
)
_BESIDE = re.compile(
    r"(?:,? (?:win|victory|defeat|loss|draw|tie|on aggregate|(?:after )?(?:extra time|overtime)|aet|a\.e\.t\.|ot"
    r"|(?:on )?(?:pens|penalties)|in (?:the|a) shoot-?out|at full time|at half-?time)"
    r"| ?[(\[](?:[0-9-]+|aet|a\.e\.t\.|pens?|ot|so)[)\]])$"
)
_ALL = frozenset({"all", "apiece", "each"})
_NOTHING = {"nil": 0, "love": 0, "nothing": 0, "zip": 0, "nought": 0, "o": 0}


class Score(NamedTuple):
    """The points of the side that is printed first, and those of the other side."""

    first: int
    second: int

    def __str__(self) -> str:
        return f"{self.first}-{self.second}"

    @classmethod
    def of(cls, text: str) -> Score:
        """The score in a text as `str` writes it."""
        first, _, second = text.partition("-")
        return cls(int(first), int(second))

    @property
    def is_level(self) -> bool:
        return self.first == self.second

    @property
    def turned(self) -> Score:
        """The score from the other side's view."""
        return Score(self.second, self.first)


@lru_cache(maxsize=4096)
def read_score(printed: str) -> Score | Unread:
    """The two numbers of a score, in figures or in words: 31-17, 31 to 17, 3:1, two-nil, one-all, goalless.

    Words around it ("3-1 win", "2-1 (aet)") are ignored, and so are the tie-break points of a set: 7-6 (5).
    """
    text = _BESIDE.sub("", " ".join(printed.lower().split()))
    if text in ("goalless", "scoreless"):
        return Score(0, 0)
    numbers = _SCORE.fullmatch(text)
    if numbers is not None:
        first = _number(numbers[1])
        second = first if numbers[2] in _ALL else _number(numbers[2])
        if first is not None and second is not None:
            return Score(first, second)
    return Unread(f"{printed!r} is not a score such as 31-17, 3:1 or two-nil")


def _number(text: str) -> int | None:
    return _NOTHING[text] if text in _NOTHING else whole_number(text)
