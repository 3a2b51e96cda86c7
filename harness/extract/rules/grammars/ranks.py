"""Ranks on lists: "fourth-fastest man in history", "No.2 on the all-time list", "tops the medal table"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from harness.extract.rules.draft import Draft, draft
from harness.extract.rules.figures import ORDINAL, marks
from harness.extract.rules.people import Mention
from harness.extract.rules.reading import Sentence, in_speech
from harness.extract.rules.scopes import scope_at, without_race
from harness.extract.rules.whom import is_so, objects, who
from harness.values import Figure, read_count

_BEST = r"(?:fastest|quickest|longest|furthest|farthest|highest|best|greatest)"
_EVER = (
    r"(?: (?:ever(?: recorded| run)?|in history|of all[- ]time|all[- ]time|in the world"
    r"|on (?:the )?[\w -]{0,20}list|this (?:year|season)))"
)
_SUPERLATIVE = re.compile(
    rf"\b(?:(?P<rank>{ORDINAL})[- ])?{_BEST} (?:[A-Z][a-z]+ |outdoor |indoor )?(?P<noun>man|woman"
    r"|athlete|runner|sprinter|miler|jumper|thrower|performer|mile|time|performance|run|jump|throw"
    r"|leap|mark|\d[\d,]* ?m)"
    rf"(?P<ever>{_EVER})?(?! in (?:\w+ )?(?:years|months|decades))",
)
_AREAS = {"Africa's": "Africa", "Europe's": "Europe", "Asia's": "Asia"}
_TOPS = ("the world's", "The world's", "Africa's", "Europe's", "Asia's")
_NUMBER = re.compile(
    rf"\b(?P<rank>[Nn]o\.? ?\d{{1,3}}|[Nn]umber (?:\d{{1,3}}|one|two|three|four|five)"
    rf"|{ORDINAL})(?: (?:place|spot))? (?:on|in|of) (?:the |his |her )?(?P<list>[\w'. -]{{0,30}}?)"
    r"(?:all[- ]time (?:\w+ )?(?:rankings?|lists?)|rankings|world list)",
)
_RANK = re.compile(
    rf"\b(?:the )?(?P<rank>{ORDINAL}) rank\b(?: in (?:the )?world record)?"
    rf"|\branks? (?:as )?(?:the )?(?P<verb>{ORDINAL})\b(?!-)|\branked (?:as )?(?P<verb2>{ORDINAL}"
    r"|No\.? ?\d+)\b(?!-)"
)
_TWO = re.compile(
    rf"\bthe (?P<number>two|three) {_BEST} (?:runners|men|women|athletes|performers|sprinters|jumpers|milers)\b"
)
_TABLE = re.compile(r"\b(?:tops?|topped|leads?|heads?) (?:the )?(?:all-time )?(?:Olympic )?medals? table\b")
_PERFORMANCES = frozenset("mile time performance run jump throw leap mark".split())
_SEXES = {"man": "men", "woman": "women"}
_BEFORE_MARK = 30


def find(sentence: Sentence) -> Iterator[Draft]:
    for finder in (_superlatives, _numbers, _plain, _several, _tables):
        yield from finder(sentence)


def _rank(
    sentence: Sentence, span: tuple[int, int], one: Mention | None, rank: str | int, **fields: Any
) -> Iterator[Draft]:
    if one is not None and is_so(sentence, span[0]):
        fields.setdefault("scope", _list_scope(sentence, span[0]))
        yield draft(
            sentence, "rank", span, f"{one.printed}'s rank: {rank}", (span,), athlete=one.printed, rank=rank, **fields
        )


def _list_scope(sentence: Sentence, at: int, **more: Any) -> dict[str, Any]:
    """A list has an event and whose it is: what names one race stays out."""
    return without_race(scope_at(sentence, at, **more), "competition", "round", "year")


def _superlatives(sentence: Sentence) -> Iterator[Draft]:
    for found in _SUPERLATIVE.finditer(sentence.words):
        before = sentence.words[: found.start()]
        area = next((area for word, area in _AREAS.items() if before.endswith(f"{word} ")), None)
        top = next((word for word in _TOPS if before.endswith(f"{word} ")), None)
        if (found["rank"] is None and found["ever"] is None and top is None) or in_speech(sentence, found.start()):
            continue
        start = found.start() - (len(top) + 1 if top else 0)
        of = "performances" if found["noun"] in _PERFORMANCES or found["noun"][0].isdigit() else None
        after = re.match(r",? ([A-Z]\w+)", sentence.words[found.end() :])
        beside = _after(sentence, found.end()) if after else None
        one = beside or who(sentence, start)
        mark = _mark_of(sentence, start, one) if of else None
        sex = _SEXES.get(found["noun"])
        scope = _list_scope(sentence, start, area=area, sex=sex)
        yield from _rank(
            sentence,
            (start, found.end()),
            one,
            found["rank"] or 1,
            of=of,
            mark=mark,
            scope=scope,
        )


def _after(sentence: Sentence, at: int) -> Mention | None:
    return next((one for one, _ in sentence.mentions if 0 <= one.start - sentence.start - at <= 3), None)


def _mark_of(sentence: Sentence, at: int, one: Mention | None) -> str | None:
    """The mark in the sentence before the place, else the one told last."""
    before = [found[0] for found in marks(sentence.words) if found.start() < at]
    if before:
        return before[-1]
    theirs = [mark for family, mark in sentence.carried.marks if one is not None and family == one.person.family]
    return theirs[-1] if theirs else None


def _numbers(sentence: Sentence) -> Iterator[Draft]:
    """ "No.2 on the UK all-time rankings behind Farah's 3:28.81 and ahead of Coe": where the others "
    "must stand as well."""
    for found in _NUMBER.finditer(sentence.words):
        nation = next(
            (
                name
                for name in (*sentence.lexicon.countries, *sentence.lexicon.peoples)
                if re.search(rf"\b{re.escape(name)}\b", found["list"])
            ),
            None,
        )
        scope = _list_scope(sentence, found.start(), nation=nation)
        own = _mark_of(sentence, found.start(), who(sentence, found.start()))
        yield from _rank(sentence, found.span(), who(sentence, found.start()), found["rank"], mark=own, scope=scope)
        yield from _neighbours(sentence, found, scope)


def _neighbours(sentence: Sentence, found: re.Match[str], scope: dict[str, Any]) -> Iterator[Draft]:
    rank = read_count(found["rank"])
    number = rank.exact if isinstance(rank, Figure) else None
    behind = re.search(r"\bbehind ", sentence.words[found.end() :])
    ahead = re.search(r"\bahead of ", sentence.words[found.end() :])
    if number is None:
        return
    if behind is not None and behind.start() < 12 and number == 2:
        start = found.end() + behind.end()
        other = next((one for one, _ in sentence.mentions if 0 <= one.start - sentence.start - start < 3), None)
        if other is not None:
            mark = next(
                (one for one in marks(sentence.words) if 0 <= one.start() + sentence.start - other.end <= 3), None
            )
            span = (other.start - sentence.start, mark.end() if mark else other.end - sentence.start)
            yield from _rank(sentence, span, other, 1, mark=mark[0] if mark else None, scope=scope)
    if ahead is not None:
        start = found.end() + ahead.end()
        end = next(
            (
                start + stop.start()
                for stop in [re.search(r", (?:the|who|which|but)\b|[;.]", sentence.words[start:])]
                if stop
            ),
            len(sentence.words),
        )
        for other in objects(sentence, start, end):
            span = (other.start - sentence.start, other.end - sentence.start)
            yield from _rank(sentence, span, other, f"at least {number + 1}", scope=scope)


def _plain(sentence: Sentence) -> Iterator[Draft]:
    for found in _RANK.finditer(sentence.words):
        rank = found["rank"] or found["verb"] or found["verb2"]
        after = [one for one in marks(sentence.words) if 0 <= one.start() - found.end() <= _BEFORE_MARK]
        takes = (found.span(), after[0].span()) if after else (found.span(),)
        for one in _rank(
            sentence, found.span(), who(sentence, found.start()), rank, mark=after[0][0] if after else None
        ):
            yield one._replace(takes=takes)


def _several(sentence: Sentence) -> Iterator[Draft]:
    for found in _TWO.finditer(sentence.words):
        number = {"two": 2, "three": 3}[found["number"]]
        named = [
            one.printed
            for one, _ in sentence.mentions
            if one.start - sentence.start > found.end() and one.start != one.end
        ]
        if len(named) >= number:
            rank = "1 or 2" if number == 2 else "1 to 3"
            scope = _list_scope(sentence, found.start())
            yield draft(
                sentence,
                "rank",
                found.span(),
                f"the {number} best of the list",
                (found.span(),),
                athletes=named[:number],
                rank=rank,
                scope=scope,
            )


def _tables(sentence: Sentence) -> Iterator[Draft]:
    for found in _TABLE.finditer(sentence.words):
        before = sentence.words[: found.start()]
        named = [
            (one.start(), name)
            for name in sentence.lexicon.countries
            for one in re.finditer(rf"\b{re.escape(name)}\b", before)
        ]
        if named:
            nation = max(named, key=lambda pair: (pair[0], len(pair[1])))[1]
            scope = scope_at(sentence, found.start())
            yield draft(
                sentence,
                "rank",
                found.span(),
                f"{nation}'s rank in the medal table: 1",
                (found.span(),),
                nation=nation,
                rank=1,
                of="nations",
                by="golds",
                scope=scope,
            )
