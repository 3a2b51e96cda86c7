"""Places on a named list, and whom that puts where: "No.2 on the UK rankings behind Farah's 3:28.81, ahead of Coe"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from functools import lru_cache

from harness.extract.rules.alternation import any_of
from harness.extract.rules.coreference import named_after, objects_between, resolve_subject
from harness.extract.rules.draft import Draft, draft
from harness.extract.rules.figures import ORDINAL, marks
from harness.extract.rules.lexicon import Lexicon
from harness.extract.rules.mentions import Reference
from harness.extract.rules.modality import is_asserted
from harness.extract.rules.reading import Sentence
from harness.extract.rules.scopes import ReadScope, latest_holding, list_scope, mark_before
from harness.extract.rules.sentences import Span
from harness.values import Figure, read_count

_LISTED = re.compile(
    rf"\b(?P<rank>[Nn]o\.? ?[0-9]{{1,3}}|[Nn]umber (?:[0-9]{{1,3}}|one|two|three|four|five)|{ORDINAL})"
    r"(?: (?:place|spot))?"
    r" (?:on|in|of) (?:the |his |her )?(?P<list>[\w'. -]{0,30}?)"
    r"(?:all[- ]time (?:\w+ )?(?:rankings?|lists?)|rankings|world list)"
)
_BEFORE = re.compile(r"\b(?:began|started|came into|went into|had been|was already|entered)\b")
_BEHIND = re.compile(r".{0,12}?\bbehind ")
_AHEAD = re.compile(r"\bahead of ")
_LIST_ENDS = re.compile(r", (?:the|who|which|but)\b|[;.]|$")


def find(sentence: Sentence) -> Iterator[Draft]:
    for match in _LISTED.finditer(sentence.words):
        athlete = resolve_subject(sentence, match.start())
        if athlete is None or not is_asserted(sentence.words, match.start()) or sentence.in_speech(match.start()):
            continue
        scope = list_scope(sentence, match.start()).having(nation=_nation(sentence, match["list"]))
        if _BEFORE.search(sentence.words, 0, match.start()):
            yield from _stood(sentence, match, athlete, scope)
            continue
        mark = mark_before(sentence, match.start(), athlete)
        yield _rank(sentence, match.span(), athlete, match["rank"], (match.span(),), mark=mark, scope=scope)
        rank = read_count(match["rank"])
        if isinstance(rank, Figure) and rank.exact is not None:
            yield from _better(sentence, match.end(), rank.exact, scope)
            yield from _worse(sentence, match.end(), rank.exact, scope)


def _stood(sentence: Sentence, match: re.Match[str], athlete: Reference, scope: ReadScope) -> Iterator[Draft]:
    """Where somebody stood on the day before: "began the day fourth on the list with 2:14:18"."""
    main = sentence.state.occasion.main
    held = latest_holding(sentence, main) if main else None
    if held is None:
        return
    behind = [mark for mark in marks(sentence.words) if 0 <= mark.start() - match.end() <= len(" with her ")]
    takes = (match.span(), *(mark.span() for mark in behind[:1]))
    made = _rank(
        sentence, match.span(), athlete, match["rank"], takes, mark=behind[0][0] if behind else None,
        as_of=(held.start - timedelta(days=1)).isoformat(), scope=scope,
    )  # fmt: skip
    yield made._replace(inferred=(*made.inferred, "as_of"))


def _nation(sentence: Sentence, words: str) -> str | None:
    named = _nations(sentence.lexicon).search(words)
    return named[0] if named else None


@lru_cache(maxsize=8)
def _nations(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b{any_of({*lexicon.countries, *lexicon.peoples})}\b")


def _better(sentence: Sentence, at: int, rank: int, scope: ReadScope) -> Iterator[Draft]:
    """Second behind somebody puts that one first; behind several says nothing of each."""
    behind = _BEHIND.match(sentence.words, at)
    leader = named_after(sentence, behind.end()) if behind else None
    if behind is None or leader is None or rank != 2:
        return
    mark = next((mark for mark in marks(sentence.words) if 0 <= mark.start() - leader.end <= len("'s ")), None)
    span = (leader.start, mark.end() if mark else leader.end)
    yield _rank(sentence, span, leader, 1, (span,), mark=mark[0] if mark else None, scope=scope)


def _worse(sentence: Sentence, at: int, rank: int, scope: ReadScope) -> Iterator[Draft]:
    """Everybody in the row of names behind "ahead of" stands further down."""
    ahead = _AHEAD.search(sentence.words, at)
    if ahead is None:
        return
    stop = _LIST_ENDS.search(sentence.words, ahead.end())
    for athlete in objects_between(sentence, ahead.end(), stop.start() if stop else len(sentence.words)):
        span = (athlete.start, athlete.end)
        yield _rank(sentence, span, athlete, f"at least {rank + 1}", (ahead.span(), span), scope=scope)


def _rank(
    sentence: Sentence, span: Span, athlete: Reference, rank: str | int, takes: tuple[Span, ...], **fields: object
) -> Draft:
    summary = f"{athlete.printed}'s rank: {rank}"
    return draft(sentence, "rank", span, summary, takes, athlete=athlete, rank=rank, **fields)
