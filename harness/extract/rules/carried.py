"""The competition carried over to a claim whose words name none: what "here", "there" and a printed year say."""

from __future__ import annotations

import re

from harness.extract.rules.clauses import is_visible
from harness.extract.rules.discourse import CompetitionContext
from harness.extract.rules.not_names import NOT_NAMES
from harness.extract.rules.reading import Sentence
from harness.extract.rules.years import printed_year, series_held_in

HERE = re.compile(r"\b(?:here|this time)\b(?! in| at)", re.IGNORECASE)
_THERE = re.compile(r"\bthere\b(?! (?:was|were|is|are|had|has|will|would)\b)")
_BACK_THEN = re.compile(r"\b[Bb]ack then\b|\b[Tt]hat (?:year|season|summer|winter)\b")
_IN_A_YEAR = re.compile(r"(?:^|[,;:.] |\b(?:and|but) )(?:[Bb]ack )?[Ii]n (?P<year>(?:18|19|20)[0-9]{2})\b")
_PLACE = r"in (?P<place>[A-Z][a-z'-]+(?: [A-Z][a-z'-]+)?)\b"
_PLACE_BEHIND = re.compile(rf"(?: indoors)? {_PLACE}")
_PLACE_BEFORE = re.compile(rf"(?<=\w )(?:indoors )?{_PLACE},? (?:in|with) $")
_NEAR = 60
_TRIALS = re.compile(r"\b(?:[Tt]rials|[Nn]ationals|[Nn]ational (?:title|[Cc]hampionships?))\b")
_CLAUSE_ENDS = re.compile(r"[;:](?![0-9])|, (?:and|but|while|who|which)\b| (?:while|but)\b")


def carried_competition(sentence: Sentence, start: int, end: int, year: int | None) -> CompetitionContext | None:
    """The competition that is carried over: what the article reports for "here", that of a printed year in its series;
    None where the words say that it was elsewhere, or in a year in which it was not held."""
    occasion, clause = sentence.state.occasion, _clause(sentence.words, start, end)
    carried = occasion.main if HERE.search(clause) else occasion.competition
    if (_THERE.search(clause) and occasion.current is None) or _BACK_THEN.search(clause):
        return None
    if year is None and carried is not None and _is_history(sentence, start, carried):
        return None
    if carried is not None and _is_of_an_unknown_place(sentence, start, end):
        return None
    if carried is not None and _TRIALS.search(clause) and not _TRIALS.search(carried.printed):
        return None  # "and won her trials", which are not named
    if carried is None or year is None or carried.year == year:
        return carried
    series = series_held_in(carried.printed, carried.year, year, sentence.lexicon)
    return CompetitionContext(series, year) if series else None


def _is_history(sentence: Sentence, at: int, carried: CompetitionContext) -> bool:
    """Whether an earlier year opens a clause before the place, in words that it may be of: "in 1980, as all know:
    Hall beat Bell"."""
    years = [
        int(match["year"]) for match in _IN_A_YEAR.finditer(sentence.words, 0, at)
        if is_visible(sentence.inside, match.start(), at) and ";" not in sentence.words[match.end() : at]
    ]  # fmt: skip
    return bool(years) and years[-1] < sentence.published.year and years[-1] != carried.year


def _is_of_an_unknown_place(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a place stands beside that no known competition was held at: "second in Ashford, in 3:59.05"."""
    words = sentence.words
    beside = _PLACE_BEHIND.match(words, end) or _PLACE_BEFORE.search(words[max(0, start - _NEAR) : start])
    if beside is None:
        return False
    known = {*sentence.lexicon.no_people, *(word for n in sentence.nominals for word in n.printed.split())}
    return not any(word in known or word.casefold() in NOT_NAMES for word in beside["place"].split())


def _clause(words: str, start: int, end: int) -> str:
    """The words of the clause around the place."""
    first = max((match.end() for match in _CLAUSE_ENDS.finditer(words, 0, start)), default=0)
    ending = _CLAUSE_ENDS.search(words, end)
    return words[first : ending.start() if ending else len(words)]


def printed_year_at(sentence: Sentence, start: int, end: int) -> int | None:
    """The year that the words print for what stands at the place, beside no competition."""
    taken = [(mention.start, mention.end) for mention in sentence.competitions]
    return printed_year(sentence.words, start, end, sentence.inside, taken)
