"""How many: "won four of his five races", "her third title in a row", "unbeaten in nine finals"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from harness.extract.rules.coreference import named_after, resolve_subject
from harness.extract.rules.draft import Draft, draft
from harness.extract.rules.figures import NUMBER, ORDINAL
from harness.extract.rules.modality import is_asserted
from harness.extract.rules.reading import Sentence
from harness.extract.rules.scopes import ReadScope, scope_at

_OF_A_COUNT = re.compile(
    r"w[io]n|taken|took|title|crown|victor|time\b|year\b|unbeaten|[Tt]wice|-time |marathon|race|start|competition"
)
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
    r"(?: (?:outdoor|indoor|(?P<global>global)|(?P<city>[A-Z][\w']+(?: [A-Z][\w']+)?)))?"
    r" (?P<what>title|crown|win|victory)\b"
    r"(?P<all> in a row| running| of the (?:season|year|summer)| this (?:season|year))?"
)
_NTH_TIME = re.compile(
    rf"\b(?:w[io]n|wins|winning|retained|took)\b(?: (?:the|an?|his|her) {_LEVEL})?[^,;.]{{0,40}}?"
    rf" (?P<span>for (?:the|a) (?P<count>{ORDINAL})"
    r" (?:(?P<row>consecutive|successive|straight) )?(?:time|year)(?P<all> in a row| running)?)"
)
_UNBEATEN = re.compile(
    rf"\bunbeaten in (?:(?:his|her|the) )?(?:(?:last|past) )?(?P<count>{NUMBER}) (?:[0-9][0-9,]*m )?{_RACES}\b"
)
_TIMES_CHAMPION = re.compile(
    rf"\b(?P<count>[Tt]wice|[Tt]wo-time|[Tt]hree-time|[Ff]our-time|[Ff]ive-time|[Ss]ix-time|[Ss]even-time)(?: the)?"
    rf" (?P<inside>(?:[Ii]ndoor )?{_LEVEL}(?: [Ii]ndoor)?)"
    r"(?: (?:[0-9][0-9,]*m|[a-z]+ jump|marathon|heptathlon|decathlon))?"
    r" (?P<what>champion)\b"
)
_ONLY_HIS_NTH = re.compile(
    rf"\b(?:was|is|for) (?:only |just )?(?:his|her) (?P<count>{ORDINAL})(?: ever| career)?"
    r" (?P<what>(?:[0-9][0-9,]*m )?(?:marathon|race|start)|in competition)\b(?! (?:win|title|medal))"
)
_BACK_THEN = re.compile(r"\byears? (?:ago|earlier|before|later)\b|\bin (?:18|19|20)[0-9]{2}\b|\bback then\b")
_SEASON = re.compile(r"\b(?:this|of the) (?:season|year|summer|winter)\b")


def find(sentence: Sentence) -> Iterator[Draft]:
    if not _OF_A_COUNT.search(sentence.words):
        return
    for pattern in (_OF_SO_MANY, _SO_MANY_WINS, _WINS, _NTH, _NTH_TIME, _UNBEATEN, _TIMES_CHAMPION, _ONLY_HIS_NTH):
        for match in pattern.finditer(sentence.words):
            beside = named_after(sentence, match.end(), reach=2) if pattern is _TIMES_CHAMPION else None
            athlete = beside or resolve_subject(sentence, match.start())
            is_fact = is_asserted(sentence.words, match.start()) and not sentence.in_speech(match.start())
            if athlete is None or not is_fact or (pattern is _NTH and _is_of_back_then(sentence, match)):
                continue
            groups = match.groupdict()
            count = (groups["count"] or groups["count2"]).lower().removesuffix("-time")
            span = match.span("span") if groups.get("span") else match.span()
            yield draft(
                sentence, "count", span, f"{athlete.printed}: {count}", (span,), athlete=athlete,
                of=_of(pattern, groups), count=count, streak=_in_a_row(pattern, groups),
                scope=_scope(sentence, match, groups),
            )  # fmt: skip


def _is_of_back_then(sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether the clause tells of years before: "when she won her first title four years ago". Now it may be more."""
    clause = sentence.words[match.end() :].split(",")[0]
    return _BACK_THEN.search(clause) is not None


def _of(pattern: re.Pattern[str], groups: dict[str, Any]) -> str:
    what = groups.get("what") or groups.get("what2") or ""
    if pattern is _ONLY_HIS_NTH:
        return "races"
    return "titles" if what in ("title", "titles", "crown", "champion") or pattern is _NTH_TIME else "wins"


def _in_a_row(pattern: re.Pattern[str], groups: dict[str, Any]) -> bool | None:
    """Whether no other race lay between; not said is not claimed."""
    row = groups.get("row") or groups.get("what2") or (groups.get("all") or "").strip() in ("in a row", "running")
    return True if row or pattern is _UNBEATEN else None


def _scope(sentence: Sentence, match: re.Match[str], groups: dict[str, Any]) -> ReadScope:
    """The event; whose titles, where that is told; and the season, where it is this one's."""
    printed = bool(sentence.competitions)
    scope = scope_at(sentence, *match.span()).without("round", "year", *(() if printed else ("competition",)))
    if groups.get("level"):
        scope = scope.without("indoor").having(competition=groups.get("inside") or groups["level"])
    if groups.get("city"):
        scope = scope.having(competition=groups["city"])
    if groups.get("global"):
        scope = scope.having(level="global championship")
    if _SEASON.search(sentence.words, match.start()) is not None:
        scope = scope.without("competition").having(season=sentence.published.year)
    return scope
