"""Where a race was held: "in Oslo", "at the Bislett Stadium", "Oslo was the setting", "the final in Oslo"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from harness.extract.rules.alternation import any_of
from harness.extract.rules.competitions import is_of_a_life
from harness.extract.rules.draft import Draft, draft
from harness.extract.rules.lexicon import Lexicon
from harness.extract.rules.not_names import NOT_NAMES
from harness.extract.rules.people import WORD
from harness.extract.rules.reading import Sentence
from harness.extract.rules.scopes import of_their_race, scope_at

_GROUND = (
    rf"(?:Stade|Stadio|Stadion|Estadio) (?:(?:de|du|di|la|des) ){{0,3}}{WORD}(?: (?:II|III|{WORD}))?"
    rf"|{WORD}(?: {WORD})? (?:Stadium|Arena|Park|Field|Track|Velodrome|Pool|Oval|Hall|(?:Aquatics?|Athletics) Centre)"
)
_HELD_IN = (
    r"(?:held|staged|run|decided|took place|meeting|meet|championships?|[Ff]inal|race|[Cc]up|[Gg]ames)"
    rf" (?:in|at) (?P<held>{WORD})"
)
_WAS = r"(?= (?:was|were) the (?:setting|venue|scene)| hosted\b| stages?\b)"
_OF_A_RACE = re.compile(
    r"\b(?:race[sd]?|ran|run|won|wins?|beat|finish\w*|victory|title|gold|silver|bronze|medal\w*|record"
    r"|compet\w+|held|records"
    r"|final|semi-?finals?|heats?|championships?|meeting|meet|setting|venue|season|time|third|second|fourth|fifth)\b",
    re.IGNORECASE,
)


def find(sentence: Sentence) -> Iterator[Draft]:
    if not _OF_A_RACE.search(sentence.words):
        return
    seen: set[str] = set()
    for match in _places(sentence.lexicon).finditer(sentence.words):
        start, end = next(match.span(group) for group in ("told", "setting", "held") if match[group])
        place = sentence.words[start:end]
        no_place = match["held"] and place.split()[0].casefold() in NOT_NAMES
        if place in seen or no_place or _is_a_person(sentence, start) or is_of_a_life(sentence.words, start, end):
            continue
        scope = scope_at(sentence, start, end, to_come=True)
        competition = scope.get("competition")
        cities = sentence.lexicon.cities
        if place in cities and competition in cities and competition != place:
            continue  # one of several that are listed: "won in Rabat, Oslo and Lausanne"
        if competition is not None and (competition != place or "event" in scope.fields):
            seen.add(place)
            scope = of_their_race(sentence, scope)
            yield draft(sentence, "venue", (start, end), f"held in {place}", place=place, scope=scope)


def _is_a_person(sentence: Sentence, at: int) -> bool:
    return any(n.person is not None and n.start <= at < n.end for n in sentence.nominals)


@lru_cache(maxsize=8)
def _places(lexicon: Lexicon) -> re.Pattern[str]:
    """A known city or ground behind "in" or "at"; an unknown one where the words say that it was held there."""
    names = any_of({*lexicon.cities, *lexicon.venues})
    return re.compile(
        rf"\b(?:(?:in|at|In|At)(?: the)? (?P<told>(?:{names})\b|{_GROUND})"
        r"(?! (?:Games|Olympics|[Ww]orlds|Diamond|20[0-9][0-9]))"
        rf"|(?P<setting>(?:{names})\b|{_GROUND}){_WAS}|{_HELD_IN})"
    )
