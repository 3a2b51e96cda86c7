"""Medals against medals: "level with China on golds", "more golds than Ethiopia"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from harness.extract.rules.alternation import any_of
from harness.extract.rules.draft import Draft, draft
from harness.extract.rules.lexicon import Lexicon
from harness.extract.rules.modality import is_asserted
from harness.extract.rules.reading import Sentence
from harness.extract.rules.scopes import scope_at

_MEDALS = r"(?:(?P<colour>gold|silver|bronze)(?:s| medals)|medals)"
_FAR = 120


def find(sentence: Sentence) -> Iterator[Draft]:
    if "medal" not in sentence.words and "gold" not in sentence.words:
        return
    level, more = _patterns(sentence.lexicon)
    for pattern, how in ((level, "as many"), (more, "more")):
        for match in pattern.finditer(sentence.words):
            if not is_asserted(sentence.words, match.start()) or sentence.in_speech(match.start()):
                continue
            colour = "gold" if how == "as many" else match["colour"] or "any"
            first, second = match["first"], match["second"]
            span = match.span("words")
            scope = scope_at(sentence, *span).without("event", "round")
            summary = f"{first} has {how} {colour} medals {'as' if how == 'as many' else 'than'} {second}"
            yield draft(
                sentence, "comparison", span, summary, (span,), nation=first, nations=[second], medal=colour, how=how,
                scope=scope,
            )  # fmt: skip


@lru_cache(maxsize=8)
def _patterns(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Two nations that are level at the top on golds; one that has more than another."""
    nation = any_of(lexicon.countries)
    level = re.compile(
        rf"\b(?P<first>{nation}) and (?:the )?(?P<second>{nation})\b[^;.]{{0,{_FAR}}}?"
        r"(?P<words>\b(?:level|tied|equal) (?:at the top of|at the head of|on top of|first in) the gold medals? table)"
    )
    more = re.compile(
        rf"\b(?P<first>{nation}) (?:[a-z]+ ){{1,4}}?(?P<words>more {_MEDALS} than (?:the )?(?P<second>{nation}))\b"
    )
    return level, more
