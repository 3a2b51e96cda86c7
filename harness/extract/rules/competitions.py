"""The competitions that a text names: by a name of the lexicon, by the kind of word they end with, or by their city."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from harness.extract.rules.alternation import any_of
from harness.extract.rules.lexicon import Lexicon
from harness.extract.rules.modality import is_asserted
from harness.extract.rules.people import WORD
from harness.extract.rules.settings import Occurrence

_YEAR = r"(?:18|19|20)[0-9][0-9]"
_KINDS = (
    r"Olympic Games|Olympics|Games|World (?:Athletics )?(?:Indoor |U20 |Junior )?Championships?|World Indoors|[Ww]orlds"
    r"|European (?:Athletics )?(?:Indoor |U20 )?(?:Championships?|champs)|Commonwealth Games"
    r"|Diamond League(?: (?:meeting|meet|[Ff]inal))?|Championships?|[Tt]rials|Classic|Relays"
    r"|Invitational|Grand Prix|Golden Gala"
)
_PLACE_AND_YEAR = re.compile(rf"^[^0-9]+ {_YEAR}$")  # "Oslo Games 2021": the holding's whole name
_HEADS = rf", {_YEAR}(?=[.:])"  # "Rome, 1960." heads what is told of those Games
_COMMA = re.compile(rf", (?={_YEAR}$)")
_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December|Spring|Summer|Autumn|Winter"
)
_NO_NAME = r"(?:In|Since|By|From|Until|At|On|Of|After|Before|Back|During|Between|Around|But|And|For|The|Late|Early) "
_BESIDE = 12
_LIVES = re.compile(
    r"\b(?:born|live[sd]?|living|based|trains?|training|grew up|raised|studie[sd]|home)"
    r" (?:and [a-z]+ )?(?:in|near|at) $"
    r"|\b(?:[Nn]ative of|hometown,?|hails? from|moved to|back in|flew to|arrived in|home to|flight to|way to) $"
)
_HELD = re.compile(r"\b(?:(?:was|were|be|been) (?:held|staged|run|decided)|took place) (?:in|at) $")
_WAS_WHERE = re.compile(r" (?:was|were) the (?:setting|venue|scene)\b| hosted\b")
_IS_WHERE = re.compile(r" is (?:where|home)\b")
_IN_CITY = re.compile(r" in [A-Z][\w ]+$")
_BARE_LEVEL = r"(?:world|European|Commonwealth) (?:indoor )?championships?"
_OF_AN_EVENT = (
    r"(?:Olympic|[Ww]orld|European|Commonwealth)(?: [Ii]ndoor)?"
    r"(?= (?:(?:wo)?men's )?(?:[0-9][0-9,]*[ -]?m(?:etres|eters)?\b(?! (?:record|champion|title))|final\b"
    r"|semi-?finals?\b|heats?\b))"
)
_ADJECTIVES = frozenset({"Olympic", "European", "African", "Asian", "Commonwealth", "World", "world", "the Games"})
_VAGUE = re.compile(r"(?:the )?(?:Games|Olympics|Olympic Games|Olympic)")
_SERIES = re.compile(r"(?:the )?Diamond League(?: meet(?:ing)?)?")
CHAMPIONSHIPS = re.compile(r"Olympic|Games|World|[Ww]orlds|[Cc]hampionship|champs|[Tt]rials|European|Commonwealth")
_LEVEL_WON = re.compile(
    r"\b(?:(?:w[io]n|wins|took|takes|claim(?:s|ed)|clinche[sd]|secure[sd]|land(?:s|ed)|retain(?:s|ed)|capture[sd])"
    r"(?: the| his| her| an?)?|(?:is|are|became|becomes|crowned)(?: the)?(?: new)?)"
    r" (?P<level>[Ww]orld|Olympic|European|Commonwealth) (?:[\w,]+ ){0,2}?(?:title|crown|gold|champions?)\b"
)
_NEAR = 60


def competitions(words: str, lexicon: Lexicon) -> list[Occurrence]:
    """Every competition: by a name of the lexicon, by the kind of word it ends with, or by its city."""
    return [
        Occurrence(match.start(), match.end(), _short(match[0]))
        for match in _competition(lexicon).finditer(words)
        if not (match[0] in lexicon.cities and is_of_a_life(words, *match.span()))
    ]


class NamesOfCompetitions:
    """The names of competitions in an article, each once, in their order; what is asked of all of them is kept."""

    def __init__(self, occurrences: Iterable[Occurrence]) -> None:
        self.names = tuple(dict.fromkeys(occurrence.printed for occurrence in occurrences))
        games = [name for name in self.names if re.search(r"Games|Olympics", name) and not _VAGUE.fullmatch(name)]
        self.only_games = games[0] if len(games) == 1 else None
        self._of_cities: dict[str, str] = {}

    def with_city(self, city: str) -> str:
        """The first name without a year that the city's is a part of; the city's where there is none."""
        if city not in self._of_cities:
            full = (name for name in self.names if _has_word(name, city) and not has_year(name))
            self._of_cities[city] = next(full, city)
        return self._of_cities[city]


def in_full(mentions: list[Occurrence], every: NamesOfCompetitions, lexicon: Lexicon) -> list[Occurrence]:
    """The competitions of a sentence, vague ones as the article names them in full elsewhere.

    "Tokyo" is the "Tokyo Games", and a "Diamond League meet" beside Oslo the "Oslo Diamond League".
    """
    cities = [occurrence for occurrence in mentions if occurrence.printed in lexicon.cities]
    full = []
    for occurrence in mentions:
        printed = occurrence.printed
        beside = [
            city for city in cities
            if 0 <= max(city.start - occurrence.end, occurrence.start - city.end) <= _BESIDE
        ]  # fmt: skip
        if _SERIES.fullmatch(printed) and beside:
            printed = f"{beside[0].printed} Diamond League"
        elif printed in lexicon.cities:
            printed = every.with_city(printed)
        elif _VAGUE.fullmatch(printed):
            printed = every.only_games or printed
        full.append(occurrence._replace(printed=printed))
    return full


def main_level(seen: str, every: NamesOfCompetitions, lexicon: Lexicon, published: date) -> str | None:
    """The championships that an article speaks of by their title only: "took the Olympic title", in a city.

    None where a competition is named otherwise, so that one city could be another's.
    """
    if not every.names or any(name not in lexicon.cities for name in every.names):
        return None
    known = lexicon.holdings(every.names[0])
    past = [holding for holding in known if holding.start <= published]
    latest = past[-1].competition if past else None
    for match in _LEVEL_WON.finditer(seen):
        of_the_level = {holding.competition for holding in lexicon.holdings(match["level"])}
        may_be = not known or not of_the_level or latest in of_the_level  # no Olympic title is won in Monaco
        if may_be and is_asserted(seen, match.start(), match.end()):
            return match["level"]
    return None


def is_only_where(words: str, city: Occurrence) -> bool:
    """Whether the words say where it was held, which names no other competition: "Oslo was the setting"."""
    return _HELD.search(words[max(0, city.start - _NEAR) : city.start]) is not None or (
        _WAS_WHERE.match(words, city.end) is not None
    )


def is_of_a_life(words: str, start: int, end: int) -> bool:
    """Whether the words tell of the place that somebody was born, lives or went to: no race was."""
    return _LIVES.search(words[max(0, start - _NEAR) : start]) is not None or _IS_WHERE.match(words, end) is not None


def is_series(printed: str) -> bool:
    """Whether no one holding is meant: "the Diamond League" is nowhere and never."""
    return _SERIES.fullmatch(printed) is not None


def _short(printed: str) -> str:
    """A competition without its city where its year tells the holding, and without a comma before its year."""
    printed = _COMMA.sub(" ", printed)
    return _IN_CITY.sub("", printed) if re.match(_YEAR, printed) else printed


def has_year(printed: str) -> bool:
    return re.search(_YEAR, printed) is not None


def _has_word(name: str, word: str) -> bool:
    return name != word and re.search(rf"\b{re.escape(word)}\b", name) is not None


@lru_cache(maxsize=8)
def _competition(lexicon: Lexicon) -> re.Pattern[str]:
    names = {name for name in lexicon.meetings if name not in _ADJECTIVES and (name[0].isupper() or " " in name)}
    known, cities = any_of(names), any_of(lexicon.cities)
    held = any_of(name for name in names if _PLACE_AND_YEAR.search(name))
    small = {name.split()[0] for name in names if not name[0].isupper()} | {"world", "the"}
    kind = rf"(?:{_YEAR} )?(?:(?!In |At |The |As |When |After |Before ){WORD} ){{0,2}}?(?:{_YEAR} )?(?:{_KINDS})"
    return re.compile(
        rf"\b(?=[A-ZÀ-ÖØ-Þ0-9]|{any_of(small)}\b)"
        rf"(?:(?:{kind}(?: {_YEAR})?(?: in (?:{cities})\b)?|(?:{held})\b"
        rf"|(?:{known})(?: in (?:{cities}))?\b(?! (?:{_KINDS})\b)|{_BARE_LEVEL}"
        rf"|{_OF_AN_EVENT}|(?!{_MONTHS}|{_NO_NAME}){WORD} {_YEAR})"
        rf"\b(?! (?:trial|champion|record|title|gold|silver|bronze|medal))|(?:{cities})(?: {_YEAR}|{_HEADS})?\b)(?!-)"
    )
