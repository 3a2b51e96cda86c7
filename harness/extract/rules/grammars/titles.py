"""Titles: "world champion Josh Kerr", "the reigning champion", "won the 3000m indoor world title"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from harness.extract.rules.draft import Draft, draft
from harness.extract.rules.people import Mention
from harness.extract.rules.reading import Sentence, in_speech
from harness.extract.rules.scopes import event_of, scope_at, without_race
from harness.extract.rules.whom import following, is_so, nearest, who

_NAMED = r"[Ww]orld|[Oo]lympic|[Ee]uropean|Commonwealth|African|Asian|[Nn]ational|NCAA|Pan American"
_PEOPLE = r"[A-Z]{2,3}|[A-Z][a-z]+(?:an|ish|ese|ch)"
_LEVEL = rf"(?:[Ii]ndoor )?(?:{_NAMED}|{_PEOPLE})(?: (?:[Ii]ndoor|[Oo]utdoor|U20|[Jj]unior|Athletics))?"
_EVENT = r"[0-9][0-9,]*[- ]?(?:m|metres)|mile|(?:long|high|triple) jump|marathon|pole vault|javelin|shot put|discus"
_STATUS = r"[Rr]eigning|[Dd]efending|[Ff]ormer|[Cc]urrent|[Tt]wo-time|[Tt]hree-time|[Ee]x-"
_CHAMPION = re.compile(
    rf"\b(?P<the>[Tt]he )?(?:(?P<status>{_STATUS})[ -]?)?(?:(?P<year>(?:19|20)[0-9][0-9]) )?(?P<level>{_LEVEL})? ?"
    rf"(?:(?P<event>{_EVENT}) )?(?P<noun>[Cc]hampions?\b|[Cc]hamp\b|title[- ]holder|gold medall?ist)(?!ship)"
)
_TITLE = re.compile(
    r"\b(?:the |a |an |his |her "
    rf"|their )?(?:(?P<event>{_EVENT}) )?(?P<level>{_LEVEL})(?: (?P<event2>{_EVENT}|championships?))?"
    r" (?:title|crown)\b"
)
_WIN_OF = re.compile(
    r"\b(?:the |his |her )?(?P<level>[Ww]orld|Olympic|European|Commonwealth)(?: Indoor)? (?:Championships? |title )?"
    r"(?:win|victory|triumph)\b"
)
_DOUBLE = re.compile(rf"\b(?P<one>[0-9][0-9,]*m?)(?:/| and )(?P<two>{_EVENT}) double\b")
_GETS = re.compile(
    r"\b(?:w[io]n(?:s|ning)?|took|tak(?:e|es|ing)|claim\w*|to(?: the)?|land\w*|culminated in|captur\w+|clinch\w*"
    r"|secur\w+|retain\w*|regain\w*|add\w*|became|the gold and)\b[^;.]*$"
)
_DEFENDS = re.compile(r"\bdefend\w* (?:the |his |her )?$")
_HOLDS = re.compile(r"\bholds? (?:the |both the )?$|\bholds? $")
_BECAME = re.compile(r"\b(?:became|becom(?:e|es|ing)|crowned) (?:the |a )?(?:\w+ )?$")
_ARTICLE = re.compile(r"(?:, | and |the |a |an |our )*$")


def find(sentence: Sentence) -> Iterator[Draft]:
    for finder in (_champions, _titles, _wins, _doubles):
        yield from finder(sentence)


def _title(
    sentence: Sentence, span: tuple[int, int], one: Mention, status: str, level: str | None, event: str | None
) -> Draft:
    """A title of the competition that the level names, in the event nearest to it; whose holding, only where told."""
    given: dict[str, Any] = {"competition": level} if level else {}
    event = event or (event_of(sentence, level) if level and not sentence.events else None)
    if event:
        given["event"] = event
    scope = scope_at(sentence, span[0], span[1], **given)
    scope = without_race(scope, "round", *(("year", "indoor") if level or status != "won" else ()))
    if level and "indoor" in level.lower():
        scope["indoor"] = True
    said = f"{one.printed}: {status} champion"
    return draft(sentence, "title", span, said, (span,), athlete=one.printed, status=status, scope=scope)


def _champions(sentence: Sentence) -> Iterator[Draft]:
    """A champion beside a name, or one who is meant without it; champions in the plural belong to those named next."""
    words = sentence.words
    for found in _CHAMPION.finditer(words):
        status = (found["status"] or "").lower()
        medallist = "medal" in found["noun"] and status not in ("defending", "reigning")
        if medallist or not (found["level"] or status):
            continue
        beside = following(sentence, found.end(), reach=1 if words[found.end() :].startswith(" ") else 0)
        one = beside or _meant(sentence, found)
        if one is None or not (beside or found["the"] or is_so(sentence, found.start())):
            continue
        start = found.end("the") if found["the"] else found.start()
        end = beside.end - sentence.start if beside else found.end()
        level = f"{found['year']} {found['level']}" if found["year"] else found["level"]
        told = _status(status, found["year"], words[: found.start()])
        yield _title(sentence, (start, end), one, told, level, found["event"])


def _meant(sentence: Sentence, found: re.Match[str]) -> Mention | None:
    if found["noun"].lower() == "champions":
        return next((one for one, _ in sentence.mentions if one.start - sentence.start >= found.end()), None)
    covering = next((one for one, _ in sentence.mentions if one.start - sentence.start == found.start()), None)
    before = len(_ARTICLE.sub("", sentence.words[: found.start()]))
    return covering or nearest(sentence, before, reach=1) or who(sentence, found.start())


def _status(printed: str, year: str | None, before: str) -> str:
    if printed == "defending":
        return "defending"
    if printed in ("former", "ex-"):
        return "former"
    if year or printed in ("two-time", "three-time") or _BECAME.search(before):
        return "won"
    return "reigning"


def _titles(sentence: Sentence) -> Iterator[Draft]:
    for found in _TITLE.finditer(sentence.words):
        before = sentence.words[: found.start()]
        one = who(sentence, found.start())
        if one is None or in_speech(sentence, found.start()):
            continue
        event = found["event"] or (found["event2"] if found["event2"] and "champ" not in found["event2"] else None)
        defends = _DEFENDS.search(sentence.words[: found.start("level")])
        if defends is not None:
            yield _title(sentence, (defends.start(), found.end()), one, "defending", found["level"], event)
        elif _HOLDS.search(sentence.words[: found.start("level")]):
            yield _title(sentence, found.span(), one, "reigning", found["level"], event)
        elif _GETS.search(before) and is_so(sentence, found.start()):
            yield _title(sentence, found.span(), one, "won", found["level"], event)


def _wins(sentence: Sentence) -> Iterator[Draft]:
    """ "His World Championship win": a title by another word."""
    for found in _WIN_OF.finditer(sentence.words):
        one = who(sentence, found.start())
        if one is not None and is_so(sentence, found.start()):
            yield _title(sentence, found.span(), one, "won", found["level"], None)


def _doubles(sentence: Sentence) -> Iterator[Draft]:
    """ "The 1500/5000m double": a title in each."""
    for found in _DOUBLE.finditer(sentence.words):
        one = who(sentence, found.start())
        if one is not None and is_so(sentence, found.start()):
            for part in ("one", "two"):
                yield _title(sentence, found.span(part), one, "won", None, found[part])
