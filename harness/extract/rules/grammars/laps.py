"""The times of laps one after the other: "her quarters were 61.20, 60.87, 62.03 and 58.44"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from harness.extract.rules.coreference import resolve_subject
from harness.extract.rules.draft import Draft, draft
from harness.extract.rules.figures import CLOCK, DECIMAL
from harness.extract.rules.reading import Sentence
from harness.extract.rules.scopes import scope_at

_TIME = rf"(?:{CLOCK}|{DECIMAL})s?"
_LAPS = re.compile(
    r"\b(?P<each>quarters?|laps?|[0-9]{3}m splits?|kilomet(?:re|er) splits?|splits|lap times) (?:were|of|read|in|was)"
    rf"(?: about)? (?P<times>{_TIME}(?:, {_TIME}){{1,24}},? and {_TIME})"
)
_LENGTHS = {"quarter": "a quarter", "lap": "a lap", "lap time": "a lap", "split": "a lap", "kilometre split": "1km"}


def find(sentence: Sentence) -> Iterator[Draft]:
    """All of them as one claim; which lap each was is not known where only some are printed."""
    for match in _LAPS.finditer(sentence.words):
        athlete = resolve_subject(sentence, match.start())
        if athlete is None:
            continue
        each = match["each"].removesuffix("s").replace("meter", "metre")
        span = match.span("times")
        yield draft(
            sentence, "mark", span, f"{athlete.printed}'s laps: {match['times']}", (span,), athlete=athlete,
            laps=re.findall(_TIME, match["times"]), each=_LENGTHS.get(each, each.removesuffix(" split")),
            scope=scope_at(sentence, *span),
        )  # fmt: skip
