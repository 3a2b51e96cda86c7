"""Getting through a round, or not: "reached the final", "came through his heat", "did not make the semi-finals"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from harness.extract.rules.coreference import resolve_subject, subjects_of
from harness.extract.rules.draft import Draft, draft
from harness.extract.rules.modality import is_asserted
from harness.extract.rules.reading import Sentence
from harness.extract.rules.scopes import scope_at
from harness.extract.rules.sentences import Span

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
_MOVES = r"(?:came|come|went|got|eased|cruised|sailed|crept|scraped|squeezed|moved|swept|coming|going|getting)"
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
        for match in pattern.finditer(sentence.words):
            seen = any(a < match.end() and match.start() < b for a, b in taken)
            if seen or sentence.in_speech(match.start()):
                continue
            if is_asserted(sentence.words, match.start()) or not advanced:
                taken.append(match.span())
                yield from _advance(sentence, match, advanced=advanced)


def _advance(sentence: Sentence, match: re.Match[str], *, advanced: bool) -> Iterator[Draft]:
    groups = match.groupdict()
    rest = sentence.words[match.end() :]
    own = groups.get("round") or _round_before(sentence, match)
    if not (own or groups.get("to")):
        return
    scope = scope_at(sentence, *match.span()).without("round")
    how = next((name for name, pattern in _HOWS if advanced and pattern.search(match[0] + rest)), None)
    how = None if how == "repechage" and "repechage" in (groups.get("round") or "") else how
    athletes = (
        subjects_of(sentence, match.start()) if " their " in match[0] else [resolve_subject(sentence, match.start())]
    )
    for athlete in athletes:
        if athlete is not None:
            yield draft(
                sentence, "advance", match.span(), f"{athlete.printed}: {'through' if advanced else 'out'}",
                athlete=athlete, advanced=None if advanced else False, to=groups.get("to"), how=how,
                scope=scope.having(round=own) if own else scope,
            )  # fmt: skip


def _round_before(sentence: Sentence, match: re.Match[str]) -> str | None:
    """The round that the athlete came from: "reached the final from the second heat"."""
    behind = _FROM.search(sentence.words, match.end())
    return behind["round"] if behind else None
