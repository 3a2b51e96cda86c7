"""The competition carried over to a claim whose words name none: what "here", "there" and a printed year say."""

from __future__ import annotations

import re

from harness.extract.rules.clauses import has_verb, in_one_clause, is_visible
from harness.extract.rules.discourse import CompetitionContext
from harness.extract.rules.figures import MONTH
from harness.extract.rules.not_names import NOT_NAMES
from harness.extract.rules.people import WORD
from harness.extract.rules.periods import time_expressions
from harness.extract.rules.reading import Sentence
from harness.extract.rules.years import printed_year, series_held_in

HERE = re.compile(r"\b(?:here|this time)\b(?! in| at)", re.IGNORECASE)
_THERE = re.compile(r"\bthere\b(?! (?:was|were|is|are|had|has|will|would)\b)")
_BACK_THEN = re.compile(r"\b[Bb]ack then\b|\b[Tt]hat (?:year|season|summer|winter)\b")
_TRIALS = re.compile(r"\b(?:[Tt]rials|[Nn]ationals|[Nn]ational (?:title|[Cc]hampionships?))\b")
_IN_A_PLACE = re.compile(
    r"\b(?:[Ii]n|[Aa]t) (?P<place>(?!Lane|Group|Pool|Christmas|Easter|Europe|Africa|Asia|America)"
    rf"{WORD}(?: {WORD}){{0,2}}?)"
    r"(?=[,.;:)]|$| [A-Z]| (?:in|on|last|this|and|a|two|three|when|where|but|by|with|from|to)\b)"
)
_OF_A_YEAR = re.compile(rf"\b(?:in|of|from) (?:{MONTH} )?(?P<year>(?:18|19|20)[0-9]{{2}})\b")
_NEAR = 30
_CLAUSE_ENDS = re.compile(r"[;:](?![0-9])|, (?:and|but|while|who|which)\b| (?:while|but)\b")


def carried_competition(sentence: Sentence, start: int, end: int, year: int | None) -> CompetitionContext | None:
    """The competition that is carried over: what the article reports for "here", that of a printed year in its series;
    None where the words say that it was elsewhere, or in a year in which it was not held."""
    occasion, clause = sentence.state.occasion, _clause(sentence.words, start, end)
    carried = occasion.main if HERE.search(clause) else occasion.competition
    if (_THERE.search(clause) and occasion.current is None) or _BACK_THEN.search(clause):
        return None
    if carried is not None and year is None and _is_elsewhere(sentence, start, end, carried):
        return None
    if carried is not None and _TRIALS.search(clause) and not _TRIALS.search(carried.printed):
        return None  # "and won her trials", which are not named
    if carried is None or year is None or carried.year == year:
        return carried
    series = series_held_in(carried.printed, carried.year, year, sentence.lexicon)
    return CompetitionContext(series, year) if series else None


def _is_elsewhere(sentence: Sentence, start: int, end: int, carried: CompetitionContext) -> bool:
    """Whether the clause names a place beside the claim that is no known one, "had been second to Bell in Elmstead", or
    the sentence a year that is not that of the competition, with no day of the news behind it."""
    words = sentence.words
    years = [
        match for match in _OF_A_YEAR.finditer(words, 0, start)
        if is_visible(sentence.inside, match.start(), start) and ";" not in words[match.end() : start]
    ]  # fmt: skip
    if years and int(years[-1]["year"]) != carried.year and years[-1]["year"] not in carried.printed:
        since = time_expressions(words, years[-1].end(), start, sentence.published)
        if not any(time.of_news for time in since):
            return True
    first = max((match.end() for match in _CLAUSE_ENDS.finditer(words, 0, start)), default=0)
    places = list(_IN_A_PLACE.finditer(words, first, start))[-1:]
    behind = _IN_A_PLACE.search(words, end, end + _NEAR)
    if behind is not None and in_one_clause(words, end, behind.start()) and not has_verb(words, end, behind.start()):
        places.append(behind)
    return any(_is_unknown(sentence, match) for match in places)


def _is_unknown(sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether nothing of that name is known: no country, ground, competition, person or word of every day."""
    place, lexicon = match["place"], sentence.lexicon
    return (
        place not in lexicon.countries
        and place.split()[0].casefold() not in NOT_NAMES
        and not any(word in lexicon.no_people for word in place.split())
        and not any(n.start <= match.start("place") < n.end for n in sentence.nominals)
        and not any(e.start <= match.start("place") < e.end for e in (*sentence.events, *sentence.rounds))
    )


def _clause(words: str, start: int, end: int) -> str:
    """The words of the clause around the place."""
    first = max((match.end() for match in _CLAUSE_ENDS.finditer(words, 0, start)), default=0)
    ending = _CLAUSE_ENDS.search(words, end)
    return words[first : ending.start() if ending else len(words)]


def printed_year_at(sentence: Sentence, start: int, end: int) -> int | None:
    """The year that the words print for what stands at the place, beside no competition."""
    taken = [(mention.start, mention.end) for mention in sentence.competitions]
    return printed_year(sentence.words, start, end, sentence.inside, taken)
