"""The number of a holding: "the 117th Millrose Games", "the 12th edition of the Golden Gala"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from harness.extract.rules.draft import Draft, draft
from harness.extract.rules.figures import ORDINAL
from harness.extract.rules.reading import Sentence
from harness.extract.rules.scopes import ReadScope

_NUMBERED = re.compile(rf"\b[Tt]he (?P<number>{ORDINAL})(?: (?:edition|running|staging) of the)? $")
_NEAR = 40


def find(sentence: Sentence) -> Iterator[Draft]:
    for mention in sentence.competitions:
        near = max(0, mention.start - _NEAR)
        match = _NUMBERED.search(sentence.words[near : mention.start])
        if match is None or mention.to_come:
            continue
        scope = {"competition": mention.printed, "year": mention.year or sentence.published.year}
        inferred = frozenset() if mention.year_is_printed else frozenset({"year"})
        span = (near + match.start("number"), mention.end)
        summary = f"it was the {match['number']} holding"
        number = ((near + match.start("number"), near + match.end("number")),)
        yield draft(
            sentence, "edition", span, summary, number, number=match["number"], scope=ReadScope(scope, inferred)
        )
