"""Records as they were set in a year: "the world mark of 3:47.01 that Hall ran in 2019", "Hall's record from 1981"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from harness.extract.rules.coreference import names_between, owners_between
from harness.extract.rules.draft import Draft, draft
from harness.extract.rules.figures import MARK
from harness.extract.rules.grammars.records import RECORD, level_of
from harness.extract.rules.mentions import Reference
from harness.extract.rules.reading import Sentence
from harness.extract.rules.scopes import scope_at

_YEAR = r"(?:[A-Z][a-z]+ (?:in )?)?(?P<year>(?:18|19|20)[0-9][0-9])"
_THAT_RAN = re.compile(
    rf"(?:,? of (?P<mark>{MARK}),?)? (?:that|which) (?P<name>[A-Z][\w.'-]+(?: [A-Z][\w.'-]+){{0,3}})"
    r" (?:had )?(?:ran|run|set|swam|swum|threw|thrown|jumped|clocked|posted|established)(?: [a-z]+){0,3}? in"
    rf" {_YEAR}"
)
_FROM_A_YEAR = re.compile(rf"(?:,? of (?P<mark>{MARK}),?)? (?:from|set in|dating from) {_YEAR}")
_OWNER_BEFORE = len("'s longstanding ")


def find(sentence: Sentence) -> Iterator[Draft]:
    """Set then, whatever stands now."""
    for match in RECORD.finditer(sentence.words):
        relative = _THAT_RAN.match(sentence.words, match.end())
        dated = relative or _FROM_A_YEAR.match(sentence.words, match.end())
        level = level_of(sentence, match["whose"])
        if dated is None or level is None or (match["noun"] in ("best", "mark") and level.name != "world"):
            continue
        if relative is not None:
            holder = next(iter(names_between(sentence, *relative.span("name"))), None)
        else:
            holder = _owner(sentence, match.start())
        if holder is not None:
            scope = scope_at(sentence, *match.span(), **level.scope).without("competition", "round", "year")
            if "outdoor" in match[0]:
                scope = scope.having(indoor=False)
            span = (match.start(), dated.end())
            summary = f"{holder.printed}: {level.name} record of {dated['year']}"
            yield draft(
                sentence, "record", span, summary, (span,), level=level.name, athlete=holder, when="set",
                mark=dated["mark"], scope=scope.having(on=dated["year"]),
            )  # fmt: skip


def _owner(sentence: Sentence, at: int) -> Reference | None:
    owners = owners_between(sentence, 0, at)
    return next((owner for owner in reversed(owners) if owner.firm and at - owner.end <= _OWNER_BEFORE), None)
