"""When a race was: a day or a month beside a round, or in a sentence that tells of a race that was run."""

from __future__ import annotations

import re
from collections.abc import Iterator

from harness.extract.rules.draft import Draft, draft
from harness.extract.rules.reading import Sentence
from harness.extract.rules.scopes import of_their_race, scope_at

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_YEAR = r"(?:19|20)[0-9][0-9]"
_DATE = re.compile(
    rf"\b(?:[0-9]{{1,2}}(?:st|nd|rd|th)? (?:of )?{_MONTH}(?:,? {_YEAR})?"
    rf"|{_MONTH} [0-9]{{1,2}}(?:st|nd|rd|th)?(?:,? {_YEAR})?"
    r"|(?:last |next )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|afternoon|evening|night))?(?!'s)"
    r"|[Yy]esterday|[Ll]ast night|last (?:summer|winter|spring|autumn)"
    rf"|(?<=in ){_MONTH}(?: {_YEAR}| this year| last year)?|last {_MONTH})"
)
_OF_A_RACE = re.compile(
    r"\b(?:won|win|beat|ran|run|clocked|finished|races?|finals?|victory|gold|silver|bronze|records?|heats?|titles?"
    r"|decided|was held|were held)\b"
)
_NEWS = re.compile(
    r"\b(?:said|told|announced|confirmed|posted|published|updated|shared|according)\b[^,;]*$", re.IGNORECASE
)
_OF_THE_NEWS = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[Yy]esterday|[Ll]ast night")
_NEAR, _BESIDE = 60, 12
_LASTS = re.compile(r"\b(?:open|clos|beg[aiu]n|start|end|finish|continu|last|resum|conclud|until|through|runs? from)")


def find(sentence: Sentence) -> Iterator[Draft]:
    """The day of a dateline is when the news was written, and that of "he said on Friday" when it was said."""
    of_a_race = bool(sentence.rounds) or _OF_A_RACE.search(sentence.words) is not None
    for match in _DATE.finditer(sentence.words, sentence.dateline):
        before = sentence.words[max(0, match.start() - _NEAR) : match.start()]
        if sentence.in_speech(match.start()) or _NEWS.search(before):
            continue
        if not of_a_race and not _is_beside_a_competition(sentence, match):
            continue
        scope = scope_at(sentence, *match.span(), to_come=True)
        if not of_a_race:
            scope = scope.without(*(scope.inferred & {"event", "round"}) or ("round",))
        if "competition" in scope.inferred and not _OF_THE_NEWS.match(match[0]):
            continue  # a month or a season may be that of anything
        scope = of_their_race(sentence, scope)
        if scope.get("competition") is not None:
            summary = f"the race was on {match[0]}"
            yield draft(sentence, "date", match.span(), summary, date=match[0], scope=scope)


def _is_beside_a_competition(sentence: Sentence, match: re.Match[str]) -> bool:
    """ "On Saturday night in Lima", "at the Arden Games on 2 June": when something was held, and not when it opened."""
    if _LASTS.search(sentence.words):
        return False
    near = (m for m in sentence.competitions if not m.aside and not m.to_come)
    return any(0 <= max(m.start - match.end(), match.start() - m.end) <= _BESIDE for m in near)
