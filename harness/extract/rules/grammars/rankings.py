"""Places on a named list, and whom that puts where: "No.2 on the UK rankings behind Farah's 3:28.81, ahead of Coe"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from harness.extract.rules.draft import Draft, draft
from harness.extract.rules.figures import ORDINAL, marks
from harness.extract.rules.people import Mention
from harness.extract.rules.reading import Sentence, in_speech
from harness.extract.rules.scopes import list_scope, mark_before
from harness.extract.rules.sentences import Span
from harness.extract.rules.whom import following, is_so, objects, who
from harness.values import Figure, read_count

_LISTED = re.compile(
    rf"\b(?P<rank>[Nn]o\.? ?[0-9]{{1,3}}|[Nn]umber (?:[0-9]{{1,3}}|one|two|three|four|five)|{ORDINAL})"
    r"(?: (?:place|spot))?"
    r" (?:on|in|of) (?:the |his |her )?(?P<list>[\w'. -]{0,30}?)"
    r"(?:all[- ]time (?:\w+ )?(?:rankings?|lists?)|rankings|world list)"
)
_BEHIND = re.compile(r".{0,12}?\bbehind ")
_AHEAD = re.compile(r"\bahead of ")
_LIST_ENDS = re.compile(r", (?:the|who|which|but)\b|[;.]|$")


def find(sentence: Sentence) -> Iterator[Draft]:
    for found in _LISTED.finditer(sentence.words):
        one = who(sentence, found.start())
        if one is None or not is_so(sentence, found.start()) or in_speech(sentence, found.start()):
            continue
        scope = list_scope(sentence, found.start(), nation=_nation(sentence, found["list"]))
        mark = mark_before(sentence, found.start(), one)
        yield _rank(sentence, found.span(), one, found["rank"], (found.span(),), mark=mark, scope=scope)
        rank = read_count(found["rank"])
        if isinstance(rank, Figure) and rank.exact is not None:
            yield from _better(sentence, found.end(), rank.exact, scope)
            yield from _worse(sentence, found.end(), rank.exact, scope)


def _nation(sentence: Sentence, words: str) -> str | None:
    names = (*sentence.lexicon.countries, *sentence.lexicon.peoples)
    return next((name for name in names if re.search(rf"\b{re.escape(name)}\b", words)), None)


def _better(sentence: Sentence, at: int, rank: int, scope: dict[str, Any]) -> Iterator[Draft]:
    """Second behind somebody puts that one first; behind several says nothing of each."""
    behind = _BEHIND.match(sentence.words, at)
    other = following(sentence, behind.end()) if behind else None
    if behind is None or other is None or rank != 2:
        return
    end = other.end - sentence.start
    mark = next((one for one in marks(sentence.words) if 0 <= one.start() - end <= len("'s ")), None)
    span = (other.start - sentence.start, mark.end() if mark else end)
    yield _rank(sentence, span, other, 1, (span,), mark=mark[0] if mark else None, scope=scope)


def _worse(sentence: Sentence, at: int, rank: int, scope: dict[str, Any]) -> Iterator[Draft]:
    """Everybody in the row of names behind "ahead of" stands further down."""
    ahead = _AHEAD.search(sentence.words, at)
    if ahead is None:
        return
    stop = _LIST_ENDS.search(sentence.words, ahead.end())
    for other in objects(sentence, ahead.end(), stop.start() if stop else len(sentence.words)):
        span = (other.start - sentence.start, other.end - sentence.start)
        yield _rank(sentence, span, other, f"at least {rank + 1}", (ahead.span(), span), scope=scope)


def _rank(
    sentence: Sentence, span: Span, one: Mention, rank: str | int, takes: tuple[Span, ...], **fields: Any
) -> Draft:
    return draft(
        sentence, "rank", span, f"{one.printed}'s rank: {rank}", takes, athlete=one.printed, rank=rank, **fields
    )
