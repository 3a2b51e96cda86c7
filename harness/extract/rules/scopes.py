"""A claim's scope: the event, competition, round and year that the words nearest to it give, or that are carried on."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from harness.extract.rules.figures import marks
from harness.extract.rules.people import Mention
from harness.extract.rules.reading import Sentence, is_aside, is_final
from harness.extract.rules.settings import Found, is_level, is_yearly
from harness.extract.rules.splits import split_in

_LEADS_ON = re.compile(
    r"(?: (?:in|at|over|of|the|a|an|his|her|on|men's|women's|race|[Ff]inal|day \w+|[0-9][\w,]*|mile|[A-Z][\w']+))*,? ?"
)
_ELSEWHERE = re.compile(r"[,;:]|\b(?:as|while|but|and|before|after|when|since|until)\b")
_OTHER_CLAUSE = re.compile(r"[;:]|\b(?:as|while|but|and|before|after|when|since|until)\b")
_OF_FINALS = re.compile(r"\b(?:gold|silver|bronze|title|crown)\b")
_ASIDE_ENDS = re.compile(r"[,;:]|\b(?:and|but|as)\b")
_YEAR_BEFORE = re.compile(r"\b(?:the year (?:prior|before)|a year earlier|last year|the previous year)\b")
_IN_YEAR = re.compile(r"(?:'s)?,? (?:in|of|from|at the) ((?:18|19|20)[0-9][0-9])\b| ((?:18|19|20)[0-9][0-9])\b")
_PRINTED_YEAR = re.compile(r"(?:18|19|20)[0-9][0-9]")
_RACE = ("competition", "year", "round", "indoor")


def scope_at(sentence: Sentence, start: int, end: int | None = None, **fields: Any) -> dict[str, Any]:
    """The scope of a claim on the words from `start` to `end` of the sentence; `fields` are known better."""
    end = start if end is None else end
    near = _near(sentence, _holdings(sentence, start, end), start, end)
    competition = near.printed if near else sentence.carried.competition
    told = sentence.carried.by_competition.get(competition or "")
    event = _near(sentence, sentence.events, start, end, _OTHER_CLAUSE)
    printed_round = _near(sentence, sentence.rounds, start, end)
    elsewhere = competition != sentence.carried.competition
    carried = told.event if told else sentence.carried.main_event if elsewhere else sentence.carried.event
    indoor = (told is not None and told.indoor and near is None) or re.search(
        r"\bindoors?\b", sentence.words[max(0, start - 30) : end]
    )
    scope = {
        "event": event.printed if event else carried,
        "competition": competition,
        "year": _year(sentence, near, competition),
        "round": _round(sentence, competition, printed_round, start),
        "indoor": True if indoor else None,
        **fields,
    }
    return {name: value for name, value in scope.items() if value is not None}


def _holdings(sentence: Sentence, start: int, end: int) -> list[Found]:
    """The competitions that may be meant at the place; one told by the way, only in its clause and right before it."""
    return [
        one for one in sentence.competitions if not is_aside(sentence.words, one) or _beside(sentence, one, start, end)
    ]


def _beside(sentence: Sentence, one: Found, start: int, end: int) -> bool:
    if one.start >= end:
        return _LEADS_ON.fullmatch(sentence.words[end : one.start]) is not None
    return not _ASIDE_ENDS.search(sentence.words[one.end : start])


def _round(sentence: Sentence, competition: str | None, printed: Found | None, start: int) -> str | None:
    """The round that is printed, else the one told of before of the same competition; medals are won in no heat."""
    if printed is not None:
        between = sentence.words[printed.end : start]
        return None if not is_final(printed.printed) and _OF_FINALS.search(between) else printed.printed
    carried = sentence.carried.round
    if competition != sentence.carried.competition or (not is_final(carried) and _OF_FINALS.search(sentence.words)):
        return None
    return carried


def without_race(scope: dict[str, Any], *names: str) -> dict[str, Any]:
    """The scope without what names one race (or without the named fields)."""
    return {name: value for name, value in scope.items() if name not in (names or _RACE)}


def list_scope(sentence: Sentence, at: int, **more: Any) -> dict[str, Any]:
    """The scope of a list: an event and whose it is. What names one race stays out."""
    return without_race(scope_at(sentence, at, **more), "competition", "round", "year")


def mark_before(sentence: Sentence, at: int, one: Mention) -> str | None:
    """The mark that is printed last before the place in the sentence, else the athlete's latest."""
    before = [found[0] for found in marks(sentence.words) if found.start() < at]
    theirs = [mark for family, mark in sentence.carried.marks if family == one.person.family]
    return before[-1] if before else theirs[-1] if theirs else None


def split_at(sentence: Sentence, place: int) -> str | None:
    """The distance on the way that the words before the place give; None at the finish.

    A mark between the two belongs to the distance, and what comes behind it is told of the finish again.
    """
    event = str(scope_at(sentence, place).get("event", ""))
    before = [found.start() for found in marks(sentence.words) if found.end() <= place]
    start = before[-1] if before else 0
    return split_in(sentence.words[start:place], event)


def event_of(sentence: Sentence, level: str) -> str | None:
    """The event that the article has told of a competition of the level ("world"); None where it has not."""
    names = [name for name in sentence.carried.by_competition if level.casefold() in name.casefold()]
    return sentence.carried.by_competition[names[0]].event if names else None


def _near(
    sentence: Sentence, found: Iterable[Found], start: int, end: int, elsewhere: re.Pattern[str] | None = None
) -> Found | None:
    """The one that the words lead on to ("third in the 1500m"), else the last before them, else the next."""
    found = list(found)
    after = [one for one in found if one.start >= end]
    if after and _LEADS_ON.fullmatch(sentence.words[end : after[0].start]):
        return after[0]
    before = [one for one in found if one.start < end]
    if before:
        return before[-1]
    return next((one for one in after if not (elsewhere or _ELSEWHERE).search(sentence.words[end : one.start])), None)


def _year(sentence: Sentence, near: Found | None, competition: str | None) -> int | None:
    """The year printed behind the competition; of a yearly meeting without one, the article's."""
    if competition is None or _PRINTED_YEAR.search(competition):
        return None
    if near is not None and (found := _IN_YEAR.match(sentence.words, near.end)) is not None:
        return int(found[1] or found[2])
    if is_level(competition):
        return sentence.year
    if not is_yearly(competition, sentence.lexicon):
        return None
    return sentence.year - 1 if _YEAR_BEFORE.search(sentence.words) else sentence.year
