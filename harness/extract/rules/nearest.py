"""Which of the competitions, events or rounds that a sentence names belongs to the words at a place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeVar

from harness.extract.rules.clauses import around
from harness.extract.rules.occasions import CompetitionMention
from harness.extract.rules.sentences import Span
from harness.extract.rules.settings import Occurrence

_LEADS_ON = re.compile(  # "third in the 1500m", "the 3:59.05 that she ran in Lima"
    r"(?: (?:that |which )?(?:he|she|they|[A-Z][\w'-]+)(?: had)? (?:ran|run|set|swam|threw|jumped|clocked))?"
    r"(?: (?:in|at|over|of|from|the|a|an|his|her|on|men's|women's|race|[Ff]inal|day \w+|[0-9][\w,]*|mile"
    r"|[A-Z][\w']+))*,? ?"
)
_ELSEWHERE = re.compile(r"(?:;|:(?![0-9]))|, (?!in\b|at\b)|\b(?:as|while|but|and|before|after|when|since|until)\b")
OTHER_CLAUSE = re.compile(r"(?:;|:(?![0-9]))|\b(?:as|while|but|and|before|after|when|since|until)\b")
_Place = TypeVar("_Place", Occurrence, CompetitionMention)


def nearest(
    words: str,
    inside: Sequence[Span],
    places: Sequence[_Place],
    start: int,
    end: int,
    elsewhere: re.Pattern[str] = _ELSEWHERE,
) -> _Place | None:
    """The one that the words from `start` to `end` lead on to ("third in the 1500m"), else the last before, else the
    next; `inside` is what is said in between, and `elsewhere` what parts the words from the next."""
    after = [place for place in places if place.start >= end]
    if after and leads_on(words, end, after[0]):
        return after[0]
    before = [place for place in places if place.start < end]
    if before:
        return before[-1]
    here = around(inside, start)
    foremost = (
        place for place in after
        if not getattr(place, "aside", False) or (here is not None and around(inside, place.start) == here)
    )  # fmt: skip
    return next((place for place in foremost if not elsewhere.search(words[end : place.start])), None)


def leads_on(words: str, end: int, place: Occurrence | CompetitionMention) -> bool:
    """Whether nothing stands between the words and the place but what leads from one to the other."""
    return _LEADS_ON.fullmatch(words, end, place.start) is not None
