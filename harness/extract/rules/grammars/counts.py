"""How many: "won four of his five races", "her third title in a row", "unbeaten in nine finals"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from harness.extract.rules.draft import Draft, draft
from harness.extract.rules.figures import NUMBER, ORDINAL
from harness.extract.rules.reading import Sentence, in_speech
from harness.extract.rules.scopes import scope_at, without_race
from harness.extract.rules.whom import is_so, who

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
        for found in pattern.finditer(sentence.words):
            one = who(sentence, found.start())
            if one is None or in_speech(sentence, found.start()) or not is_so(sentence, found.start()):
                continue
            words = found.groupdict()
            count = words["count"] or words["count2"]
            span = found.span("span") if words.get("span") else found.span()
            yield draft(
                sentence, "count", span, f"{one.printed}: {count}", (span,), athlete=one.printed,
                of=_of(pattern, words), count=count, streak=_in_a_row(pattern, words),
                scope=_scope(sentence, found, words),
            )  # fmt: skip


def _of(pattern: re.Pattern[str], words: dict[str, Any]) -> str:
    what = words.get("what") or words.get("what2") or ""
    return "titles" if what in ("title", "titles", "crown") or pattern is _NTH_TIME else "wins"


def _in_a_row(pattern: re.Pattern[str], words: dict[str, Any]) -> bool | None:
    """Whether no other race lay between; not said is not claimed."""
    said = words.get("row") or words.get("what2") or (words.get("all") or "").strip() in ("in a row", "running")
    return True if said or pattern is _UNBEATEN else None


def _scope(sentence: Sentence, found: re.Match[str], words: dict[str, Any]) -> dict[str, Any]:
    """The event; whose titles, where that is told; and the season, where it is this one's."""
    printed = bool(sentence.competitions)
    scope = without_race(scope_at(sentence, *found.span()), "round", "year", *(() if printed else ("competition",)))
    if words.get("level"):
        scope["competition"] = words["level"]
    if words.get("global"):
        scope["level"] = "global championship"
    season = _SEASON.search(sentence.words, found.start())
    if season is not None:
        scope = {**without_race(scope, "competition"), "season": sentence.year}
    return scope
