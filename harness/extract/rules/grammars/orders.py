"""Who came behind whom: "one place behind Heyward", "just ahead of Kipsang", "held off Cheruiyot"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from harness.extract.rules.draft import Draft, draft
from harness.extract.rules.figures import NUMBER
from harness.extract.rules.people import Mention
from harness.extract.rules.reading import Sentence
from harness.extract.rules.scopes import scope_at, split_at
from harness.extract.rules.sentences import Span
from harness.extract.rules.whom import is_so, objects, owners, who

_PLACES = re.compile(
    rf"\b(?P<by>{NUMBER}|a couple of|two or three|a few) places? (?P<which>behind|ahead of|in front of) ", re.IGNORECASE
)
_AHEAD = re.compile(
    r"\b(?:(?:just |narrowly |well |clear )?ahead of|edg(?:ed|ing) (?:out|(?=[A-Z]))|h(?:eld|olding"
    r"|old) (?:him|her|them) off"
    r"|h(?:eld|olding) off|pipp(?:ed|ing)|fight(?:ing)? off|fought off|fended off)\b"
)
_BEHIND = re.compile(
    r"\b(?:finish(?:ed|es|ing)?|home|second|third|fourth|position|place|just|narrowly|right|close) behind\b",
    re.IGNORECASE,
)
_WITHIN = 40


def find(sentence: Sentence) -> Iterator[Draft]:
    """One behind another: the one who is behind is the athlete of the claim."""
    taken: list[Span] = []
    for pattern, behind_first in ((_PLACES, None), (_AHEAD, False), (_BEHIND, True)):
        for found in pattern.finditer(sentence.words):
            if any(a <= found.start() < b for a, b in taken) or not is_so(sentence, found.start()):
                continue
            taken.append(found.span())
            after = found["which"].lower() == "behind" if behind_first is None else behind_first
            yield from _order(sentence, found, after)


def _order(sentence: Sentence, found: re.Match[str], subject_is_behind: bool) -> Iterator[Draft]:
    other = _other(sentence, found)
    one = who(sentence, found.start(), avoid=other.person) if other else None
    if one is None or other is None or one.person == other.person:
        return
    behind, ahead = (one, other) if subject_is_behind else (other, one)
    by = found.groupdict().get("by") or "at least 1"
    at = split_at(sentence, found.start()) or (sentence.carried.split if "by" in found.groupdict() else None)
    span = (found.start(), max(other.end - sentence.start, found.end()))
    said = f"{behind.printed} was behind {ahead.printed}"
    scope = scope_at(sentence, *span)
    yield draft(sentence, "place", span, said, athlete=behind.printed, after=ahead.printed, by=by, at=at, scope=scope)


def _other(sentence: Sentence, found: re.Match[str]) -> Mention | None:
    """Who is named right behind the words, or inside them: "hold him off"."""
    inside = objects(sentence, found.start(), found.end() + _WITHIN) or owners(
        sentence, found.end(), found.end() + _WITHIN
    )
    return inside[0] if inside else None
