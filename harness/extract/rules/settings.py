"""What a sentence is about apart from people and competitions: events and rounds."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import NamedTuple

from harness.extract.rules.alternation import any_of
from harness.extract.rules.lexicon import Lexicon

_DISCIPLINES = (
    "long jump|triple jump|high jump|pole vault|shot put|discus(?: throw)?|hammer(?: throw)?|javelin"
    "(?: throw)?|decathlon"
    "|heptathlon|pentathlon|half[ -]marathon|marathon|steeplechase|4 ?x ?[0-9]{3} ?m(?: relay)?|metric mile"
)
_AFTER_DISTANCE = (
    r"(?: (?:hurdles|steeplechase|race walk|relay|freestyle|backstroke|breaststroke|butterfly|(?:individual )?medley"
    r"(?: relay)?))?"
)
_EVENT = re.compile(
    r"\b(?:(?:wo)?men's |(?:wo)?mens )?"
    r"(?P<event>(?<![0-9.,])(?:[0-9]{1,2},[0-9]{3}|[5-9][0-9]|[0-9]{3,5})[ -]?(?:m|metres?|meters?)\b"
    rf"{_AFTER_DISTANCE}"
    r"|(?<=\bthe )(?:1,?500|3,?000|5,?000|10,?000)"  # "the 1500 in 3:59.05"
    r"(?=[.;:)]|,(?! ?[0-9])| (?:in|at|on|with|by|title|race|final)\b)"
    rf"|(?:two|2|one|1)[- ]miles?\b|[0-9]{{1,2}} ?km?\b|(?:{_DISCIPLINES})\b"
    r"|(?<!of the )(?<![0-9] )mile\b)",
    re.IGNORECASE,
)
_ON_THE_WAY_BEFORE = re.compile(
    r"\b(?:final|last|first|opening|closing|remaining|through|past|passed|with|with about|from|reached"
    r"|at|another|early|[0-9]-)"
    r" ?$",
    re.IGNORECASE,
)
_ON_THE_WAY_AFTER = re.compile(
    r" ?(?:to go|out\b|from (?:home|the (?:line|finish|end))|to (?:run|race)\b|remaining|left\b|mark\b|split"
    r"|of the (?:race|century)|leader)"
)
_IN_A_TIME = re.compile(r" ?in (?:[0-9]|fifty|sixty)")
_WON = re.compile(  # what is won is no distance on the way, though its time stands behind it as a split's does
    r"\b(?:w[io]n|wins|winning|took|takes?|taking|claim(?:s|ed|ing)?) (?:the|a|his|her|their)"
    r"(?: [A-Z][\w']+| world| indoor| outdoor| men's| women's)* $"
    r"|\bin (?:the|a|his|her|their|an)(?: [A-Z][\w']+| world| indoor| outdoor| men's| women's)* $"
    r"|\b(?:title|crown|gold|silver|bronze|medal|victory|win|record|final|race|champion) (?:over|in|at|of)(?: the)?"
    r"(?: [A-Z][\w']+| world| indoor| outdoor| men's| women's)* $"
)
_ROUND = re.compile(
    r"\b(?:(?:first|second|third|fourth|fifth|opening|his|her|their|other) (?P<which>heats?|semi(?:-?finals?)?(?!-))"
    r"|heats? (?:[0-9]|one|two|three|four)\b"
    r"|heats?|semi-?finals?|semis?(?!-)"
    r"|quarter-?finals?|first round|Round (?:1|One)|repechage(?: round)?|qualif(?:ying|ication) round"
    r"|(?:grand )?final)\b"
    r"(?! (?:[0-9]|step|lap|straight|kilomet|metres|bend|test|push|burst|sprint|stretch|few|turn|round|day|attempt))",
    re.IGNORECASE,
)
_OWNERS_ROUND = re.compile(r"^(?:his|her|their|other) ", re.IGNORECASE)
_SEX = re.compile(r"^(?:wo)?men'?s ", re.IGNORECASE)
_NEAR = 60
_LONG_NAME = 6  # letters: a shorter word is a word of every day, "cup"
_ONLY_A_DISTANCE = re.compile(
    r"[0-9][0-9.,]*[ -]?(?:km|m|metres?|meters?|miles?|yards?|kilomet(?:re|er)s?)?(?: indoors?)?"
)


class Occurrence(NamedTuple):
    """Something of the setting, where it stands in its sentence, as it is printed (or in full, where that is vague)."""

    start: int
    end: int
    printed: str


def events(words: str, lexicon: Lexicon | None = None) -> list[Occurrence]:
    """Every event, with the sex that stands before it; distances on the way are none.

    Those of other sports than running, jumping, throwing and swimming are known by their names in the lexicon.
    """
    named = [] if lexicon is None else [Occurrence(*m.span(), m[0]) for m in _names(lexicon).finditer(words)]
    mentions = [
        event for event in _by_their_form(words)
        if not any(name.start < event.end and event.start < name.end for name in named)
    ]  # fmt: skip
    return sorted((*mentions, *named))


@lru_cache(maxsize=8)
def _names(lexicon: Lexicon) -> re.Pattern[str]:
    """The names of events by which nothing else is called: not "the cup", nor "the eight"."""
    printed = {name.casefold() for event in lexicon.events for name in (event.name, *event.aliases)}
    own = {event.name.casefold() for event in lexicon.events}
    plain = {
        name for name in printed
        if not name.startswith("the ") and (" " in name or (name in own and len(name) >= _LONG_NAME))
        and _EVENT.fullmatch(name) is None and _ONLY_A_DISTANCE.fullmatch(name) is None
    }  # fmt: skip
    return re.compile(rf"\b(?:(?:wo)?men's )?{any_of(plain)}\b", re.IGNORECASE)


def _by_their_form(words: str) -> list[Occurrence]:
    mentions = []
    for match in _EVENT.finditer(words):
        with_sex = match.start() != match.start("event")
        before = words[max(0, match.start() - _NEAR) : match.start()]
        if _ON_THE_WAY_AFTER.match(words, match.end()) or (
            _IN_A_TIME.match(words, match.end()) and not _WON.search(before)
        ):
            continue
        if with_sex or not _ON_THE_WAY_BEFORE.search(before) or _WON.search(before):
            mentions.append(Occurrence(match.start(), match.end(), match[0]))
    return mentions


def main_event(seen: str, lexicon: Lexicon | None = None) -> str | None:
    """The event that most of the article's words on events are of; None where it speaks of several alike."""
    every = [occurrence.printed for occurrence in events(seen, lexicon)]
    count = Counter(map(_plain_event, every))
    (name, most), *_ = count.most_common(1) or [("", 0)]
    if 2 * most <= count.total():
        return None
    return next(printed for printed in every if _plain_event(printed) == name)


def rounds(words: str) -> list[Occurrence]:
    """Every round that is named; the final 200 metres are none. "His heat" is a heat."""
    mentions = []
    for match in _ROUND.finditer(words):
        owner = _OWNERS_ROUND.match(match[0])
        start = match.start() + (owner.end() if owner else 0)
        mentions.append(Occurrence(start, match.end(), words[start : match.end()]))
    return mentions


def same_event(first: str, second: str) -> bool:
    """Whether two printed events are one but for the sex and the spelling: "1,500 metres" and "men's 1500m"."""
    return _plain_event(first) == _plain_event(second)


def _plain_event(printed: str) -> str:
    plain = _SEX.sub("", printed).casefold().replace(",", "")
    return re.sub(r"[ -]?(?:metres?|meters?|m)\b", "m", plain)
