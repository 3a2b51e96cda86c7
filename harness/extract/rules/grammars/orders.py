"""Who came behind whom: "one place behind Heyward", "just ahead of Kipsang", "held off Cheruiyot"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from harness.extract.rules.coreference import objects_between, owners_between, resolve_subject
from harness.extract.rules.draft import Draft, draft
from harness.extract.rules.figures import NUMBER
from harness.extract.rules.mentions import Reference
from harness.extract.rules.modality import is_asserted
from harness.extract.rules.reading import Sentence
from harness.extract.rules.scopes import scope_at, split_at
from harness.extract.rules.sentences import Span
from harness.extract.rules.splits import is_on_the_way

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
_RACING = re.compile(r"\b(?:still|into the|entering|at the bell|with [0-9]+|moved|went|surged|swept|kicked|lap)\b")
_ROW = re.compile(r",? and |, ")
_OF_AN_ORDER = re.compile(r"behind|ahead|front|edg|h[eo]ld|pipp|fought|fight|fended", re.IGNORECASE)
_WITHIN = 40
_NEAR = 50


def find(sentence: Sentence) -> Iterator[Draft]:
    """One behind another: the one who is behind is the athlete of the claim."""
    if _OF_AN_ORDER.search(sentence.words) is None:
        return
    taken: list[Span] = []
    for pattern, behind_first in ((_PLACES, None), (_AHEAD, False), (_BEHIND, True)):
        for match in pattern.finditer(sentence.words):
            if any(a <= match.start() < b for a, b in taken) or not is_asserted(sentence.words, match.start()):
                continue
            taken.append(match.span())
            subject_is_behind = match["which"].lower() == "behind" if behind_first is None else behind_first
            yield from _order(sentence, match, subject_is_behind)


def _order(sentence: Sentence, match: re.Match[str], subject_is_behind: bool) -> Iterator[Draft]:
    others = _others(sentence, match)
    subject = resolve_subject(sentence, match.start(), avoid=others[0].person) if others else None
    by = match.groupdict().get("by")
    figures = sentence.state.figures
    at = split_at(sentence, match.start()) or (figures.split if by else None)
    if subject is None or (at is None and is_on_the_way(sentence.words, match.end())):
        return
    if by is None and at is None and _RACING.search(sentence.words[max(0, match.start() - _NEAR) : match.start()]):
        return  # an order during the race, and where is not told
    for rival in others:
        behind, ahead = (subject, rival) if subject_is_behind else (rival, subject)
        span = (match.start(), max(rival.end, match.end()))
        summary = f"{behind.printed} was behind {ahead.printed}"
        yield draft(
            sentence, "place", span, summary, athlete=behind, after=ahead, by=by or "at least 1", at=at,
            scope=scope_at(sentence, *span),
        )  # fmt: skip


def _others(sentence: Sentence, match: re.Match[str]) -> list[Reference]:
    """Those in the row of names right behind the words, or the one inside them: "hold him off"."""
    end = match.end()
    inside = objects_between(sentence, match.start(), end)
    behind = objects_between(sentence, end, end + _WITHIN) or owners_between(sentence, end, end + _WITHIN)
    row = (inside or behind)[:1]
    for rival in objects_between(sentence, end, len(sentence.words)):
        if row and rival.start > row[-1].end and _ROW.fullmatch(sentence.words[row[-1].end : rival.start]):
            row.append(rival)
    return row
