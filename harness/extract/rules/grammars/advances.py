"""Getting through a round, or not: "reached the final", "came through his heat", "did not make the semi-finals"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from harness.extract.rules.draft import Draft, draft
from harness.extract.rules.people import Mention
from harness.extract.rules.reading import Sentence, in_speech
from harness.extract.rules.scopes import scope_at, without_race
from harness.extract.rules.sentences import Span
from harness.extract.rules.subjects import Role
from harness.extract.rules.whom import is_so, who

_NOTHING_FINAL = (  # behind "the final": no "stages", "lap" or "bus"
    r"(?=[.,;:)!\"]|$| (?:in|at|on|of|from|by|as|with|after|for|and|but|through|where|when|while|thanks|without|via|to"
    r"|since|before|despite|over|last|this|again|too|automatically|easily|only)\b)"
)
_ROUND = rf"finals?\b{_NOTHING_FINAL}|semi-?finals?\b|semis\b|quarter-?finals?\b"
_WHICH = (
    r"(?:(?:the|a|an|his|her|their|last|first|second|third|Olympic|[Ww]orld|European|Commonwealth|Championships?"
    r"|[0-9]+m) )*"
)
_EARLIER = (
    r"(?:(?:first|second|third|fourth|fifth|opening) )?(?:heats?|round|semi-?finals?|quarter-?finals?)\b"
    r"|qualifying(?: round)?\b|repechage\b"
)
_HOW = r"(?:safely|comfortably|easily|narrowly|only|just) "
_MOVES = r"(?:came|went|got|eased|cruised|sailed|crept|scraped|squeezed|moved|swept|coming|going|getting)"
_REACHED = re.compile(
    r"\b(?:reach(?:ed|es|ing)|mak(?:es|ing)(?: it (?:in)?to)?|made(?: it (?:in)?to)?"
    r"|(?:advanc|progress)(?:ed|es|ing) (?:in)?to|qualif(?:ied|ies|ying) for"
    rf"|{_MOVES} (?:{_HOW})?(?:through )?(?:in)?to|through (?:in)?to"
    r"|(?:book|earn|secur|claim|grabb?)(?:ed|s|ing) (?:a|his|her|their)"
    r" (?:places?|spots?|berth|lane) (?:in|for))"
    rf" {_WHICH}(?P<to>{_ROUND})"
)
_THROUGH = re.compile(rf"\b{_MOVES} (?:{_HOW})?through (?:(?:in|from) )?(?:the|his|her|their|a) (?P<round>{_EARLIER})")
_QUALIFIED = re.compile(r"\bqualif(?:ied|ies)\b(?! for\b)")
_MISSED = re.compile(
    r"\b(?:(?:did|does|could)(?: not|n't) (?:make|reach|qualify for|advance to|get (?:in)?to)"
    r"|fail(?:ed|s|ing) to (?:make|reach|qualify for|advance to|progress to|get (?:in)?to)"
    r"|miss(?:ed|es|ing)(?: out on)?|(?:was|were) (?:eliminated|knocked out) before)"
    rf" {_WHICH}(?P<to>{_ROUND})"
)
_OUT = re.compile(
    r"\b(?:(?:was|were|been) (?:eliminated|knocked out)|went out|goes out|bowed out|crashed out)"
    rf" in (?:the|his|her|their|a) (?P<round>{_EARLIER})"
)
_FROM = re.compile(rf"\b(?:from|in|through) (?:the|his|her|their|a) (?P<round>{_EARLIER})")
_HOWS = (
    ("time", re.compile(r"\bfastest losers?\b|\bas (?:a|one of the) lucky losers?\b|\bon time\b")),
    ("repechage", re.compile(r"\brepechage\b")),
    ("place", re.compile(r"\bautomatic(?:ally)?\b|\bby right\b")),
)


def find(sentence: Sentence) -> Iterator[Draft]:
    taken: list[Span] = []
    for pattern, advanced in ((_MISSED, False), (_OUT, False), (_REACHED, True), (_THROUGH, True), (_QUALIFIED, True)):
        for found in pattern.finditer(sentence.words):
            told = in_speech(sentence, found.start()) or any(a < found.end() and found.start() < b for a, b in taken)
            if not told and (is_so(sentence, found.start()) or not advanced):
                taken.append(found.span())
                yield from _advance(sentence, found, advanced=advanced)


def _advance(sentence: Sentence, found: re.Match[str], *, advanced: bool) -> Iterator[Draft]:
    words = found.groupdict()
    rest = sentence.words[found.end() :]
    own = words.get("round") or _round_before(sentence, found)
    if not (own or words.get("to")):
        return
    scope: dict[str, Any] = without_race(scope_at(sentence, *found.span()), "round")
    how = next((name for name, pattern in _HOWS if advanced and pattern.search(found[0] + rest)), None)
    for one in _athletes(sentence, found):
        yield draft(
            sentence, "advance", found.span(), f"{one.printed}: {'through' if advanced else 'out'}",
            athlete=one.printed, advanced=None if advanced else False, to=words.get("to"), how=how,
            scope={**scope, "round": own} if own else scope,
        )  # fmt: skip


def _round_before(sentence: Sentence, found: re.Match[str]) -> str | None:
    """The round that he came from: "reached the final from the second heat"."""
    behind = _FROM.search(sentence.words, found.end())
    return behind["round"] if behind else None


def _athletes(sentence: Sentence, found: re.Match[str]) -> list[Mention]:
    """Whom the words speak of; all the subjects before them, where they say "their"."""
    if " their " in found[0]:
        at = sentence.start + found.start()
        return [one for one, its in sentence.mentions if its is Role.SUBJECT and one.end <= at]
    one = who(sentence, found.start())
    return [] if one is None else [one]
