"""What a sentence is about beside its people: events, competitions, rounds; vague ones taken for the full ones."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from harness.extract.rules.lexicon import Lexicon
from harness.extract.rules.moods import told_as_fact
from harness.extract.rules.people import WORD

_DISCIPLINES = (
    "long jump|triple jump|high jump|pole vault|shot put|discus(?: throw)?|hammer(?: throw)?|javelin"
    "(?: throw)?|decathlon"
    "|heptathlon|pentathlon|half[ -]marathon|marathon|steeplechase|4 ?x ?[0-9]{3} ?m(?: relay)?|metric mile"
)
_AFTER_DISTANCE = r"(?: (?:hurdles|steeplechase|race walk|relay|freestyle|backstroke|breaststroke|butterfly|medley))?"
_EVENT = re.compile(
    r"\b(?:(?:wo)?men's |(?:wo)?mens )?"
    r"(?P<event>(?<![0-9.,])(?:[0-9]{1,2},[0-9]{3}|[5-9][0-9]|[0-9]{3,5})[ -]?(?:m|metres?|meters?)\b"
    rf"{_AFTER_DISTANCE}|(?:two|2|one|1)[- ]miles?\b|[0-9]{{1,2}} ?km?\b|(?:{_DISCIPLINES})\b"
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
    r" ?(?:to go|out\b|from (?:home|the (?:line|finish|end))|remaining|left\b|mark\b|of the (?:race|century))"
)
_IN_A_TIME = re.compile(r" ?in (?:[0-9]|fifty|sixty)")
_WON = re.compile(  # what is won is no distance on the way, though its time stands behind it as a split's does
    r"\b(?:w[io]n|wins|winning|took|takes?|taking|claim(?:s|ed|ing)?) (?:the|a|his|her|their)"
    r"(?: [A-Z][\w']+| world| indoor| outdoor| men's| women's)* $"
    r"|\b(?:title|crown|gold|silver|bronze|medal|victory|win|record|final|race) (?:over|in|at)(?: the)? $"
)
_ROUND = re.compile(
    r"\b(?:(?:first|second|third|fourth|fifth|opening) heats?|heats? (?:[0-9]|one|two|three|four)\b"
    r"|heats?|semi-?finals?|semis"
    r"|quarter-?finals?|first round|Round (?:1|One)|repechage(?: round)?|qualif(?:ying|ication) round|final)\b"
    r"(?! (?:[0-9]|step|lap|straight|kilomet|metres|bend|test|push|burst|sprint|stretch|few))",
    re.IGNORECASE,
)
_YEAR = r"(?:18|19|20)[0-9][0-9]"
_KINDS = (
    r"Olympic Games|Olympics|Games|World (?:Athletics )?(?:Indoor |U20 |Junior )?Championships?|World Indoors|[Ww]orlds"
    r"|European (?:Athletics )?(?:Indoor |U20 )?(?:Championships?|champs)|Commonwealth Games"
    r"|Diamond League(?: (?:meeting|meet|[Ff]inal))?|Championships?|[Tt]rials|Classic|Relays"
    r"|Invitational|Grand Prix|Golden Gala"
)
_PLACE_AND_YEAR = re.compile(rf"^[^0-9]+ {_YEAR}$")  # "Oslo Games 2021": the holding's whole name
_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December|Spring|Summer|Autumn|Winter"
)
_SEX = re.compile(r"^(?:wo)?men'?s ", re.IGNORECASE)
_BESIDE = 12
_LIVES = re.compile(
    r"\b(?:born|live[sd]?|living|based|trains?|training|grew up|raised|studie[sd]|home)"
    r" (?:and [a-z]+ )?(?:in|near|at) $"
    r"|\b(?:[Nn]ative of|hometown,?|hails? from|moved to) $"
)
_HELD = re.compile(r"\b(?:(?:was|were|be|been) (?:held|staged|run|decided)|took place) (?:in|at) $")
_WAS_WHERE = re.compile(r" (?:was|were) the (?:setting|venue|scene)\b| hosted\b")
_IS_WHERE = re.compile(r" is (?:where|home)\b")
_IN_CITY = re.compile(r" in [A-Z][\w ]+$")
_BARE_LEVEL = r"(?:world|European|Commonwealth) (?:indoor )?championships?"
_ADJECTIVES = frozenset({"Olympic", "European", "African", "Asian", "Commonwealth", "World", "world", "the Games"})
_VAGUE = re.compile(r"(?:the )?(?:Games|Olympics|Olympic Games)")
_SERIES = re.compile(r"(?:the )?Diamond League(?: meet(?:ing)?)?")
_CHAMPIONSHIPS = re.compile(r"Olympic|Games|World|[Ww]orlds|[Cc]hampionship|champs|[Tt]rials|European|Commonwealth")


_LEVEL_WON = re.compile(
    r"\b(?:(?:w[io]n|wins|took|takes|claim(?:s|ed)|clinche[sd]|secure[sd]|land(?:s|ed)|retain(?:s|ed)|capture[sd])"
    r"(?: the| his| her| an?)?|(?:is|are|became|becomes|crowned)(?: the)?(?: new)?)"
    r" (?P<level>[Ww]orld|Olympic|European|Commonwealth) (?:[\w,]+ ){0,2}?(?:title|crown|gold|champions?)\b"
)
_LEVELS = frozenset({"world", "olympic", "european", "commonwealth"})


class Found(NamedTuple):
    """Something of the setting, where it stands in its sentence, as it is printed (or in full, where that is vague)."""

    start: int
    end: int
    printed: str


def events(words: str) -> list[Found]:
    """Every event, with the sex that stands before it; distances on the way are none."""
    found = []
    for one in _EVENT.finditer(words):
        with_sex = one.start() != one.start("event")
        before = words[: one.start()]
        if _ON_THE_WAY_AFTER.match(words, one.end()) or (
            _IN_A_TIME.match(words, one.end()) and not _WON.search(before)
        ):
            continue
        if with_sex or not _ON_THE_WAY_BEFORE.search(before):
            found.append(Found(one.start(), one.end(), one[0]))
    return found


def main_event(seen: str) -> str | None:
    """The event that most of the article's words on events are of; None where it speaks of several alike."""
    from collections import Counter

    count = Counter(_SEX.sub("", one.printed).casefold().replace(",", "") for one in events(seen))
    (name, most), *_ = count.most_common(1) or [("", 0)]
    if 2 * most <= count.total():
        return None
    return next(one.printed for one in events(seen) if _SEX.sub("", one.printed).casefold().replace(",", "") == name)


def rounds(words: str) -> list[Found]:
    """Every round that is named; the final 200 metres are none."""
    return [Found(one.start(), one.end(), one[0]) for one in _ROUND.finditer(words)]


def competitions(words: str, lexicon: Lexicon) -> list[Found]:
    """Every competition: by a name of the lexicon, by the kind of word it ends with, or by its city."""
    return [
        Found(one.start(), one.end(), _short(one[0]))
        for one in _competition(lexicon).finditer(words)
        if not (one[0] in lexicon.cities and is_of_a_life(words, *one.span()))
    ]


def is_only_where(words: str, city: Found) -> bool:
    """Whether the words say where it was held, which names no other competition: "Oslo was the setting"."""
    return _HELD.search(words[: city.start]) is not None or _WAS_WHERE.match(words, city.end) is not None


def is_of_a_life(words: str, start: int, end: int) -> bool:
    """Whether the words tell of the place that somebody was born or lives there: no race was."""
    return _LIVES.search(words[:start]) is not None or _IS_WHERE.match(words, end) is not None


def _short(printed: str) -> str:
    """A competition without its city where its year tells the holding."""
    return _IN_CITY.sub("", printed) if re.match(_YEAR, printed) else printed


def in_full(found: list[Found], every: list[str], lexicon: Lexicon) -> list[Found]:
    """The competitions of a sentence, vague ones as the article names them in full elsewhere.

    "Tokyo" is the "Tokyo Games", and a "Diamond League meet" beside Oslo the "Oslo Diamond League".
    """
    cities = [one for one in found if one.printed in lexicon.cities]
    full = []
    for one in found:
        beside = [city for city in cities if 0 <= max(city.start - one.end, one.start - city.end) <= _BESIDE]
        if _SERIES.fullmatch(one.printed) and beside:
            one = one._replace(printed=f"{beside[0].printed} Diamond League")
        elif one.printed in lexicon.cities:
            one = one._replace(printed=next((name for name in every if _has_word(name, one.printed)), one.printed))
        elif _VAGUE.fullmatch(one.printed):
            games = [name for name in every if re.search(r"Games|Olympics", name) and not _VAGUE.fullmatch(name)]
            one = one._replace(printed=games[0] if games else one.printed)
        full.append(one)
    return full


def main_level(seen: str, every: list[str], lexicon: Lexicon) -> str | None:
    """The championships that an article speaks of by their title only: "took the Olympic title", in a city.

    None where a competition is named otherwise, so that one city could be another's.
    """
    if not every or any(name not in lexicon.cities for name in every):
        return None
    won = next((one for one in _LEVEL_WON.finditer(seen) if told_as_fact(seen[: one.end()], one.start())), None)
    return won["level"] if won else None


def is_level(printed: str) -> bool:
    """Whether only the level of a competition is told: "world", "Olympic"."""
    return printed.casefold() in _LEVELS


def is_series(printed: str) -> bool:
    """Whether no one holding is meant: "the Diamond League" is nowhere and never."""
    return _SERIES.fullmatch(printed) is not None


@lru_cache(maxsize=1 << 10)
def is_yearly(printed: str, lexicon: Lexicon) -> bool:
    """Whether a meeting of every year is meant, so that without a year it is the latest."""
    theirs = [one.name for one in lexicon.editions if printed in one.aliases or _has_word(one.name, printed)]
    if any(map(_CHAMPIONSHIPS.search, theirs)):
        return False
    return not _CHAMPIONSHIPS.search(printed)


def _has_word(name: str, word: str) -> bool:
    return name != word and re.search(rf"\b{re.escape(word)}\b", name) is not None


@lru_cache(maxsize=8)
def _competition(lexicon: Lexicon) -> re.Pattern[str]:
    names = {name for name in lexicon.meetings if name not in _ADJECTIVES and (name[0].isupper() or " " in name)}
    known = "|".join(map(re.escape, sorted(names, key=len, reverse=True))) or "(?!)"
    held = "|".join(map(re.escape, sorted((name for name in names if _PLACE_AND_YEAR.search(name)), key=len)[::-1]))
    cities = "|".join(map(re.escape, sorted(lexicon.cities, key=len, reverse=True))) or "(?!)"
    kind = rf"(?:{_YEAR} )?(?:(?!In |At |The ){WORD} ){{0,2}}?(?:{_YEAR} )?(?:{_KINDS})"
    return re.compile(
        rf"\b(?:(?:(?:{held or '(?!)'})\b|{kind}(?: {_YEAR})?(?: in (?:{cities})\b)?|(?:{known})\b|{_BARE_LEVEL}"
        rf"|(?!{_MONTHS}){WORD} {_YEAR})"
        rf"\b(?! (?:trial|champion|record|title|gold|silver|bronze|medal))|(?:{cities})(?: {_YEAR})?\b)(?!-)"
    )
