"""Who has the most medals of a meeting: "the most decorated athlete of the Games", "no one has more than Hall"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from harness.extract.rules.coreference import carried_topic, named_after, resolve_subject
from harness.extract.rules.draft import Draft, draft
from harness.extract.rules.mentions import Reference
from harness.extract.rules.modality import is_asserted
from harness.extract.rules.reading import Sentence
from harness.extract.rules.scopes import scope_at

_ATHLETE = r"(?:athlete|competitor|man|woman|swimmer|gymnast|runner|sprinter|skier|rower|cyclist|biathlete|skater)"
_MEETING = r"(?: (?:of|at|in) (?:the|these|this|those|an?) [\w' ]{2,40})?"
_NOBODY_HAS_MORE = re.compile(
    rf"\b(?:nobody|no one|no (?:other )?{_ATHLETE}){_MEETING} (?:has|had|won|took)(?: won| taken)? more"
    r" (?P<what>gold medals|golds|medals)(?:(?: (?:at|in) [\w' ]{2,30}?)? than)?",
    re.IGNORECASE,
)
_MORE_THAN_ANY = re.compile(
    r"\b(?:has|had|won|took|with|taken) more (?P<what>gold medals|golds|medals)"
    rf"(?: (?:at|in) [\w' ]{{2,40}})? than (?:any(?: other)? {_ATHLETE}|any(?:one|body)(?: else)?|everybody else)"
)
_MOST_DECORATED = re.compile(
    rf"\b(?:is|was|as|became|remains) the(?: single)? most (?:decorated|bemedalled) {_ATHLETE}"
    r"(?= (?:of|at|in) (?:the|these|this|those) (?:[\w']+ ){0,3}(?:Games|Olympics|[Cc]hampionships|[Ww]orlds))"
)


def find(sentence: Sentence) -> Iterator[Draft]:
    for pattern in (_NOBODY_HAS_MORE, _MORE_THAN_ANY, _MOST_DECORATED):
        for match in pattern.finditer(sentence.words):
            athlete = _whose(sentence, match) if pattern is _NOBODY_HAS_MORE else _subject(sentence, match)
            is_fact = is_asserted(sentence.words, match.start()) and not sentence.in_speech(match.start())
            if athlete is None or not is_fact:
                continue
            by = "golds" if match.groupdict().get("what", "").casefold().startswith("gold") else "medals"
            scope = scope_at(sentence, *match.span()).without("event", "round")
            summary = f"nobody has more {by} than {athlete.printed}"
            yield draft(
                sentence, "rank", match.span(), summary, (match.span(),), athlete=athlete, rank=1, by=by, scope=scope
            )


def _subject(sentence: Sentence, match: re.Match[str]) -> Reference | None:
    return resolve_subject(sentence, match.start())


def _whose(sentence: Sentence, match: re.Match[str]) -> Reference | None:
    """Who is named behind "than", else of whom the article speaks."""
    return named_after(sentence, match.end(), reach=1) or carried_topic(sentence)
