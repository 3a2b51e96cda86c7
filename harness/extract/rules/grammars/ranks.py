"""Ranks on lists: "fourth-fastest man in history", "nineteenth rank", "tops the medal table"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from harness.extract.rules.draft import Draft, draft
from harness.extract.rules.figures import ORDINAL, marks
from harness.extract.rules.people import Mention
from harness.extract.rules.reading import Sentence, in_speech
from harness.extract.rules.scopes import list_scope, mark_before, scope_at
from harness.extract.rules.sentences import Span
from harness.extract.rules.whom import following, is_so, nation_before, who

_BEST = r"(?:fastest|quickest|longest|furthest|farthest|highest|best|greatest)"
_PERFORMANCES = frozenset("mile time performance run jump throw leap mark".split())
_NOUN = (
    r"man|woman|athlete|runner|sprinter|miler|jumper|thrower|performer|mile|time|performance|run|jump|throw|leap|mark"
    r"|[0-9][0-9,]* ?m"
)
_EVER = (
    r"(?: (?:ever(?: recorded| run)?|in history|of all[- ]time|all[- ]time|in the world|on (?:the )?[\w -]{0,20}list"
    r"|this (?:year|season)))"
)
_SUPERLATIVE = re.compile(
    rf"\b(?:(?P<rank>{ORDINAL})[- ])?{_BEST} (?:[A-Z][a-z]+ |outdoor |indoor )?(?P<noun>{_NOUN})(?P<ever>{_EVER})?"
    r"(?! in (?:\w+ )?(?:years|months|decades))"
)
_WHOSE = re.compile(r"\b(?P<area>Africa|Europe|Asia|[Tt]he world)'s $")
_SEXES = {"man": "men", "woman": "women"}
_RANK = re.compile(
    rf"\b(?:the )?(?P<rank>{ORDINAL}) rank\b(?: in (?:the )?world record)?"
    rf"|\brank(?:s|ed|ing)? (?:as )?(?:the )?(?P<verb>(?:joint[- ])?{ORDINAL}|No\.? ?[0-9]+)\b(?!-| on | in )"
)
_TWO = re.compile(
    rf"\bthe (?P<number>two|three) {_BEST} (?:runners|men|women|athletes|performers|sprinters|jumpers|milers)\b"
)
_TABLE = re.compile(r"\b(?:tops?|topped|leads?|heads?) (?:the )?(?:all-time )?(?:Olympic )?medals? table\b")
_MARK_BEHIND = 30


def find(sentence: Sentence) -> Iterator[Draft]:
    for finder in (_superlatives, _plain, _several, _tables):
        for one in finder(sentence):
            if is_so(sentence, one.start) and not in_speech(sentence, one.start):
                yield one


def _superlatives(sentence: Sentence) -> Iterator[Draft]:
    for found in _SUPERLATIVE.finditer(sentence.words):
        whose = _WHOSE.search(sentence.words[: found.start()])
        if not (found["rank"] or found["ever"] or whose):
            continue
        start = whose.start() if whose else found.start()
        one = _beside(sentence, found.end()) or who(sentence, start)
        if one is None:
            continue
        of_performances = found["noun"] in _PERFORMANCES or found["noun"][0].isdigit()
        area = whose["area"] if whose and not whose["area"].endswith("world") else None
        yield _rank(
            sentence, (start, found.end()), one, found["rank"] or 1,
            of="performances" if of_performances else None,
            mark=mark_before(sentence, start, one) if of_performances else None,
            scope=list_scope(sentence, start, area=area, sex=_SEXES.get(found["noun"])),
        )  # fmt: skip


def _beside(sentence: Sentence, at: int) -> Mention | None:
    """ "Africa's fastest man, Omanyala"."""
    return following(sentence, at, reach=len(", ")) if sentence.words.startswith((", ", " "), at) else None


def _rank(sentence: Sentence, span: Span, one: Mention, rank: str | int, **fields: object) -> Draft:
    said = f"{one.printed}'s rank: {rank}"
    return draft(sentence, "rank", span, said, (span,), athlete=one.printed, rank=rank, **fields)


def _plain(sentence: Sentence) -> Iterator[Draft]:
    for found in _RANK.finditer(sentence.words):
        one = who(sentence, found.start())
        if one is None:
            continue
        rank = re.sub(r"^joint[- ]", "", found["rank"] or found["verb"])
        behind = [each for each in marks(sentence.words) if 0 <= each.start() - found.end() <= _MARK_BEHIND]
        mark = behind[0][0] if behind else None
        made = _rank(sentence, found.span(), one, rank, mark=mark, scope=list_scope(sentence, found.start()))
        yield made._replace(takes=(found.span(), behind[0].span()) if behind else made.takes)


def _several(sentence: Sentence) -> Iterator[Draft]:
    """ "The two fastest runners ... A and B"."""
    for found in _TWO.finditer(sentence.words):
        number = {"two": 2, "three": 3}[found["number"]]
        named = [one.printed for one, _ in sentence.mentions if one.start - sentence.start > found.end()][:number]
        if len(set(named)) == number:
            rank = "1 or 2" if number == 2 else "1 to 3"
            said, scope = f"the {number} best of the list", list_scope(sentence, found.start())
            yield draft(sentence, "rank", found.span(), said, (found.span(),), athletes=named, rank=rank, scope=scope)


def _tables(sentence: Sentence) -> Iterator[Draft]:
    for found in _TABLE.finditer(sentence.words):
        nation = nation_before(sentence, found.start())
        if nation is not None:
            yield draft(
                sentence, "rank", found.span(), f"{nation}'s rank in the medal table: 1", (found.span(),),
                nation=nation, rank=1, of="nations", by="golds", scope=scope_at(sentence, found.start()),
            )  # fmt: skip
