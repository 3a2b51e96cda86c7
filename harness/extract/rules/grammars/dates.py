"""When a race was: a day, a month or a year beside a competition."""

from __future__ import annotations

import re
from collections.abc import Iterator

from harness.extract.rules.draft import Draft, draft
from harness.extract.rules.reading import Sentence, in_speech
from harness.extract.rules.scopes import scope_at

_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_DATE = re.compile(
    rf"\b(?:on |in )?(?P<date>\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{_MONTH}(?:,? (?:19|20)\d\d)?"
    rf"|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:,? (?:19|20)\d\d)?"
    rf"|(?:last |next )?{_DAY}(?: (?:morning|afternoon|evening|night))?(?!'s)|(?<=in ){_MONTH}(?: (?:19"
    r"|20)\d\d| this year| last year)?)"
)


def find(sentence: Sentence) -> Iterator[Draft]:
    if not sentence.competitions and not sentence.rounds:
        return
    for found in _DATE.finditer(sentence.words):
        scope = scope_at(sentence, found.start())
        if "competition" in scope and not in_speech(sentence, found.start()):
            yield draft(
                sentence,
                "date",
                found.span("date"),
                f"the race was on {found['date']}",
                date=found["date"],
                scope=scope,
            )
