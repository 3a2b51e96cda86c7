"""When a race was: a day or a month beside a round, or in a sentence that tells of a race that was run."""

from __future__ import annotations

import re
from collections.abc import Iterator

from harness.extract.rules.draft import Draft, draft
from harness.extract.rules.reading import Sentence, in_speech
from harness.extract.rules.scopes import scope_at

_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_YEAR = r"(?:19|20)[0-9][0-9]"
_DATE = re.compile(
    rf"\b(?:[0-9]{{1,2}}(?:st|nd|rd|th)? (?:of )?{_MONTH}(?:,? {_YEAR})?"
    rf"|{_MONTH} [0-9]{{1,2}}(?:st|nd|rd|th)?(?:,? {_YEAR})?"
    r"|(?:last |next )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|afternoon|evening|night))?(?!'s)"
    r"|[Yy]esterday|[Ll]ast night"
    rf"|(?<=in ){_MONTH}(?: {_YEAR}| this year| last year)?)"
)
_OF_A_RACE = re.compile(
    r"\b(?:won|win|beat|ran|run|clocked|finished|race|final|victory|gold|silver|bronze|record|heats?|title"
    r"|decided|was held|were held)\b"
)


def find(sentence: Sentence) -> Iterator[Draft]:
    of_a_race = _OF_A_RACE.search(sentence.words) is not None
    if not sentence.rounds and not of_a_race:
        return
    for found in _DATE.finditer(sentence.words):
        scope = scope_at(sentence, *found.span())
        if "competition" in scope and not in_speech(sentence, found.start()):
            said = f"the race was on {found[0]}"
            yield draft(sentence, "date", found.span(), said, date=found[0], scope=scope)
