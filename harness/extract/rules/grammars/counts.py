"""How many: "won four of his five races", "her third title in a row", "unbeaten in nine finals"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from harness.extract.rules.coreference import resolve_subject
from harness.extract.rules.draft import Draft, draft
from harness.extract.rules.figures import NUMBER, ORDINAL
from harness.extract.rules.modality import is_asserted
from harness.extract.rules.reading import Sentence
from harness.extract.rules.scopes import ReadScope, scope_at

_LEVEL = r"(?P<level>Olympic|[Ww]orld|European|Commonwealth)"
_RACES = r"(?:races?|finals?|competitions?|meetings?|starts|events?|contests)"
_ROW = r"consecutive|successive|straight"
_OF_SO_MANY = re.compile(
    rf"\b(?:w[io]n|wins|winning|took|taken) (?P<count>{NUMBER}) (?:out )?of (?:his|her|its|their|the)"
    rf" (?:(?:last|past|first|previous) )?{NUMBER} {_RACES}\b"
)
_SO_MANY_WINS = re.compile(
    rf"\b(?:w[io]n|wins|winning) (?P<count>{NUMBER}) (?:(?P<row>{_ROW}) )?(?:[0-9][0-9,]*m )?(?:{_LEVEL} )?"
    rf"(?P<what>titles|{_RACES})\b(?P<all> in a row| running)?"
)
_WINS = re.compile(
    rf"\b(?P<count>{NUMBER}) (?:(?P<row>{_ROW}) )(?:{_LEVEL} )?(?P<what>wins|victories|titles)\b"
    rf"|\b(?P<count2>{NUMBER}) (?P<what2>wins|victories) (?:in a row|running)\b"
)
_NTH = re.compile(
    rf"\b(?:an?|his|her|their|the) (?P<count>{ORDINAL})(?:[- ](?P<row>{_ROW}))?(?: {_LEVEL})?"
    r"(?: (?:outdoor|indoor|(?P<global>global)))? (?P<what>title|crown|win|victory)\b"
    r"(?P<all> in a row| running| of the (?:season|year|summer)| this (?:season|year))?"
)
_NTH_TIME = re.compile(
    rf"\b(?:w[io]n|wins|winning|retained|took)\b[^,;.]{{0,40}}? (?P<span>for (?:the|a) (?P<count>{ORDINAL})"
    r" (?:(?P<row>consecutive|successive|straight) )?(?:time|year)(?P<all> in a row| running)?)"
)
_UNBEATEN = re.compile(
    rf"\bunbeaten in (?:(?:his|her|the) )?(?:(?:last|past) )?(?P<count>{NUMBER}) (?:[0-9][0-9,]*m )?{_RACES}\b"
)
_SEASON = re.compile(r"\b(?:this|of the) (?:season|year|summer|winter)\b")


def find(sentence: Sentence) -> Iterator[Draft]:
    for pattern in (_OF_SO_MANY, _SO_MANY_WINS, _WINS, _NTH, _NTH_TIME, _UNBEATEN):
        for match in pattern.finditer(sentence.words):
            athlete = resolve_subject(sentence, match.start())
            told = is_asserted(sentence.words, match.start()) and not sentence.in_speech(match.start())
            if athlete is None or not told:
                continue
            groups = match.groupdict()
            count = groups["count"] or groups["count2"]
            span = match.span("span") if groups.get("span") else match.span()
            yield draft(
                sentence, "count", span, f"{athlete.printed}: {count}", (span,), athlete=athlete,
                of=_of(pattern, groups), count=count, streak=_in_a_row(pattern, groups),
                scope=_scope(sentence, match, groups),
            )  # fmt: skip


def _of(pattern: re.Pattern[str], groups: dict[str, Any]) -> str:
    what = groups.get("what") or groups.get("what2") or ""
    return "titles" if what in ("title", "titles", "crown") or pattern is _NTH_TIME else "wins"


def _in_a_row(pattern: re.Pattern[str], groups: dict[str, Any]) -> bool | None:
    """Whether no other race lay between; not said is not claimed."""
    row = groups.get("row") or groups.get("what2") or (groups.get("all") or "").strip() in ("in a row", "running")
    return True if row or pattern is _UNBEATEN else None


def _scope(sentence: Sentence, match: re.Match[str], groups: dict[str, Any]) -> ReadScope:
    """The event; whose titles, where that is told; and the season, where it is this one's."""
    printed = bool(sentence.competitions)
    scope = scope_at(sentence, *match.span()).without("round", "year", *(() if printed else ("competition",)))
    if groups.get("level"):
        scope = scope.having(competition=groups["level"])
    if groups.get("global"):
        scope = scope.having(level="global championship")
    if _SEASON.search(sentence.words, match.start()) is not None:
        scope = scope.without("competition").having(season=sentence.published.year)
    return scope
