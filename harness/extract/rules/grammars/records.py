"""Records and bests: whose they are, with which mark, whether set or standing, and who held them before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from harness.extract.rules.draft import Draft, draft
from harness.extract.rules.figures import MARK, marks
from harness.extract.rules.people import Mention
from harness.extract.rules.reading import Sentence, in_speech
from harness.extract.rules.scopes import scope_at, without_race
from harness.extract.rules.sentences import Span
from harness.extract.rules.whom import is_so, who

_AREAS = {
    "European": "Europe", "African": "Africa", "Asian": "Asia", "Oceanian": "Oceania",
    "South American": "South America", "North American": "North America", "NACAC": "North America",
}  # fmt: skip
_LEVELS = {
    "world": "world", "olympic": "olympic", "national": "national", "meet": "meeting", "meeting": "meeting",
    "stadium": "meeting", "championship": "championship", "championships": "championship",
    "area": "area", "continental": "area",
}  # fmt: skip
_EVENT = (
    r"(?:[0-9][0-9,]*[- ]?(?:m|metres?|km)|(?:two-|one-|2-)?mile|(?:long|high|triple) jump|marathon"
    r"|indoor|outdoor|all-time|junior|U20)"
)
_RECORD = re.compile(
    r"\b(?P<whose>[A-Z][a-z]+(?: [A-Z][a-z]+)?|world|national|meet|meeting|championship|stadium|area"
    r"|continental|olympic)"
    rf"(?:'s)?(?P<also> and (?P<second>[A-Z][a-z]+|world))? (?:{_EVENT} ){{0,3}}"
    r"(?P<noun>record(?:-breaking)?|best)\b(?P<holder>[ -]holder)?(?! books?| pace| attempt)"
)
_OF_AN_EVENT = re.compile(rf"\b(?:(?:in|out)door )?{_EVENT} (?P<noun>record|best)\b(?=.{{0,6}}[0-9])")
_OF_SOMEBODY = re.compile(r"'s? (?:[a-z-]+ ){0,2}record\b")
_BEST = re.compile(
    r"\b(?P<personal>(?:outdoor |indoor |lifetime |own )?personal[- ]best(?: time| mark)?\b|PB\b"
    r"|lifetime best|career best)"
    r"|\b(?P<season>season's best|seasonal best|SB\b)"
    r"|\b(?P<lead>(?:a |the )?(?:new )?world(?:'s)?[ -]lead(?:ing)?"
    r"(?: (?:time|mark|performance|run|jump|throw|distance))?(?: for the season)?)"
)
_TAKES_OVER = re.compile(
    r"\b(?:br[eo]ak|broke|broken|shatter|smash|beat|better|eras|eclips|improv|took|overhaul|surpass)[a-z]*(?: the)? $",
    re.IGNORECASE,
)
_SETS = re.compile(
    r"\b(?:set|sets|setting|br(?:oke|eak|eaks|eaking|oken)|shatter\w*|smash\w*|improv\w+|new|clock\w*"
    r"|establish\w*|ran|run"
    r"|win|won|marked|equal\w*|lower\w*|eras\w+|eclips\w+|in an?|deliver\w*|produc\w+|posted|took"
    r"|threw|leapt|jumped)\b",
    re.IGNORECASE,
)
_STANDS = re.compile(r"\b(?:holds?|held|holder|holding|still|stands?|is|owns?|my|remains)\b", re.IGNORECASE)
_NO_RECORD = re.compile(
    r"\b(?:with|for|chas\w+|hunt\w*|near|aim\w*|towards?|attack on|off|outside|short of|close to)"
    r" (?:a |the |his |her )?(?:fresh |new )?$",
    re.IGNORECASE,
)
_FROM = re.compile(rf"(?:(?:,| of) {MARK},?)? (?:from|by|for|set by) (?:[a-z]+ )?")
_MARK_BEHIND = 32
_OWNER_BEFORE = 22


class _Level(NamedTuple):
    """Whose record it is, and what of the scope says so."""

    name: str
    scope: dict[str, Any]


def find(sentence: Sentence) -> Iterator[Draft]:
    found = [*_levels(sentence), *_bests(sentence)]
    yield from sorted(found, key=lambda one: one.start)


def _levels(sentence: Sentence) -> Iterator[Draft]:
    spans: list[Span] = []
    last: _Level | None = None
    for found in _RECORD.finditer(sentence.words):
        for group in ("whose", "second"):
            level = _level(sentence, found[group]) if found[group] else None
            loose = found["noun"] == "best" and found[group] not in ("world", "World")
            if level is not None and not loose:
                spans.append(found.span())
                last = level
                yield from _record(sentence, (found.start(group), found.end()), level, holder=bool(found["holder"]))
    for found in _OF_AN_EVENT.finditer(sentence.words):
        if not any(a < found.end() and found.start() < b for a, b in spans):
            yield from _record(sentence, found.span(), _Level("world", {}))
    if last is not None:
        yield from _somebodys(sentence, spans, last)


def _level(sentence: Sentence, whose: str) -> _Level | None:
    last = whose.removesuffix(" Games").split()[-1]
    if whose.endswith(" Games") and last != "Olympic":
        return None
    if whose in _AREAS or last in _AREAS:
        return _Level("area", {"area": _AREAS.get(whose) or _AREAS[last]})
    if last.lower() in _LEVELS:
        return _Level(_LEVELS[last.lower()], {})
    if whose in sentence.lexicon.countries or last in sentence.lexicon.peoples:
        return _Level("national", {"nation": whose if whose in sentence.lexicon.countries else last})
    return None


def _record(sentence: Sentence, span: Span, level: _Level, *, holder: bool = False) -> Iterator[Draft]:
    before = sentence.words[: span[0]]
    one = _setter(sentence, span)
    if one is None or not is_so(sentence, span[0]) or _NO_RECORD.search(before):
        return
    previous = _previous(sentence, span[0])
    held = holder or (previous is None and _owned(sentence, span[0]))
    when = "stands" if held else _when(sentence.words, span)
    if previous is not None:
        one = who(sentence, previous.start - sentence.start, avoid=previous.person) or one
        owned = (previous.start - sentence.start, span[0])
        yield _draft(sentence, owned, level, one, "set", previous_holder=previous.printed)
    mark, place = _mark(sentence, span, when, one)
    takes = (span, place) if when == "stands" and place else (span,)
    yield _draft(sentence, _with_mark(span, place), level, one, when, takes, mark=mark)


def _somebodys(sentence: Sentence, spans: list[Span], level: _Level) -> Iterator[Draft]:
    """ "Breaking Steve Cram's longstanding record": the one that the sentence named before."""
    for found in _OF_SOMEBODY.finditer(sentence.words):
        if any(a < found.end() and found.start() < b for a, b in spans):
            continue
        previous = _previous(sentence, found.end() - len("record"))
        one = who(sentence, found.start(), avoid=previous.person) if previous else None
        if one is not None and previous is not None:
            span = (previous.start - sentence.start, found.end())
            yield _draft(sentence, span, level, one, "set", previous_holder=previous.printed)


def _draft(
    sentence: Sentence, span: Span, level: _Level, one: Mention, when: str, takes: tuple[Span, ...] = (), **fields: Any
) -> Draft:
    scope = scope_at(sentence, *span, **level.scope)
    if when == "stands":
        scope = without_race(scope, "competition", "round", "year")
    said = f"{one.printed}: {level.name} record"
    return draft(
        sentence, "record", span, said, takes, level=level.name, athlete=one.printed, when=when, scope=scope, **fields
    )


def _setter(sentence: Sentence, span: Span) -> Mention | None:
    """Who set it: "a record from Kipsang", else whom the words speak of."""
    after = _FROM.match(sentence.words, span[1])
    if after is not None:
        at = sentence.start + after.end()
        close = next((one for one, _ in sentence.mentions if one.start == at), None)
        if close is not None:
            return close
    return who(sentence, span[0])


def _when(words: str, span: Span) -> str:
    clause = re.split(r"[,;:]", words[: span[0]])[-1]
    return "stands" if _STANDS.search(clause) and not _SETS.search(clause) else "set"


def _mark(sentence: Sentence, span: Span, when: str, one: Mention) -> tuple[str | None, Span | None]:
    """The record's mark: "of 12:48.45" right behind it, else the nearest, else the same athlete's latest."""
    found = [each for each in marks(sentence.words) if not _of_another(sentence, each, one)]
    behind = [each for each in found if 0 <= each.start() - span[1] <= _MARK_BEHIND]
    if behind and "," not in sentence.words[span[1] : behind[0].start()]:
        return behind[0][0], behind[0].span()
    if when == "stands":
        return None, None
    before = [each for each in found if each.end() <= span[0]]
    after = [each for each in found if each.start() >= span[1]]
    if before or after:
        nearest = before[-1] if before else after[0]
        return nearest[0], nearest.span()
    theirs = [mark for family, mark in sentence.carried.marks if family == one.person.family]
    return (theirs[-1] if theirs else None), None


def _of_another(sentence: Sentence, mark: re.Match[str], one: Mention) -> bool:
    """ "Put Jane Dale's 8:03.40 in the shade": the mark that the words give to somebody else."""
    place = sentence.start + mark.start()
    return any(
        each.owner and place - each.end == len("'s ") and each.person != one.person for each, _ in sentence.mentions
    )


def _with_mark(span: Span, place: Span | None) -> Span:
    """The words of the record, and its mark where that follows at once."""
    return (span[0], place[1]) if place and 0 <= place[0] - span[1] <= len(" of ") else span


def _owned(sentence: Sentence, at: int) -> bool:
    """ "Mike Powell's world record": whose record it is has it."""
    place = sentence.start + at
    return any(one.owner and place - one.end == len("'s ") and one.end > one.start for one, _ in sentence.mentions)


def _previous(sentence: Sentence, at: int) -> Mention | None:
    """Whose record was taken over: who owns it in the words before the place."""
    place = sentence.start + at
    owners = [one for one, _ in sentence.mentions if one.owner and 0 <= place - one.end <= _OWNER_BEFORE]
    taken = [one for one in owners if _TAKES_OVER.search(sentence.words[: one.start - sentence.start])]
    return taken[-1] if taken else None


def _bests(sentence: Sentence) -> Iterator[Draft]:
    for found in _BEST.finditer(sentence.words):
        level = _Level("personal" if found["personal"] else "season" if found["season"] else "world lead", {})
        one = who(sentence, found.start())
        hoped_for = _NO_RECORD.search(sentence.words[: found.start()]) and not marks(sentence.words[found.end() :])
        if one is None or not is_so(sentence, found.start()) or hoped_for:
            continue
        if in_speech(sentence, found.start()) and not re.search(r"\b[Mm]y (?:\w+ )?$", sentence.words[: found.start()]):
            continue
        when = _when(sentence.words, found.span())
        mark, place = _mark(sentence, found.span(), when, one)
        takes = (found.span(), place) if when == "stands" and place else (found.span(),)
        yield _draft(sentence, _with_mark(found.span(), place), level, one, when, takes, mark=mark)
