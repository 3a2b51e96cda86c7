"""When a race was: a day or a month beside a round, or in a sentence that tells of a race that was run."""

from __future__ import annotations

import re
from collections.abc import Iterator

from harness.extract.rules.clauses import has_verb, in_one_clause, is_background
from harness.extract.rules.draft import Draft, draft
from harness.extract.rules.periods import time_expressions
from harness.extract.rules.reading import Sentence
from harness.extract.rules.scopes import ReadScope, of_their_race, scope_at

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_YEAR = r"(?:(?:19|20)[0-9][0-9]|(?:this|last) year)"
_DATE = re.compile(
    rf"\b(?:[0-9]{{1,2}}(?:st|nd|rd|th)? (?:of )?{_MONTH}(?:,? {_YEAR})?"
    rf"|{_MONTH} [0-9]{{1,2}}(?![0-9])(?:st|nd|rd|th)?(?:,? {_YEAR})?"
    r"|(?:last |next )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|afternoon|evening|night))?"
    r"|[Yy]esterday|[Ll]ast night|last (?:summer|winter|spring|autumn)"
    rf"|(?<=in ){_MONTH}(?: {_YEAR})?|last {_MONTH})(?!'s|[a-z])"
    r"(?! (?:of )?that year| (?:of )?the (?:same|previous|following|next) year| the year (?:before|after|earlier)"
    r"| (?:a|one|two|three|four) years? (?:earlier|before|later))"
)
_OF_A_RACE = re.compile(
    r"\b(?:won|win|beat|ran|run|clocked|finished|races?|finals?|victory|gold|silver|bronze|records?|heats?|titles?"
    r"|decided|was held|were held)\b"
)
_OF_SOMETHING_ELSE = re.compile(  # "Sunday's heats", "the Sunday before", "on Saturday, when Bell won": of what follows
    r"'s\b| before\b| earlier\b|, when\b"
)
_BIRTHDAY = re.compile(r"\bturn(?:s|ed|ing) [0-9]{1,3} (?:on )?$")  # also of a record: "which turns 26 on Sunday"
_NEWS = re.compile(
    r"\b(?:said|told|announced|confirmed|posted|published|updated|shared|according)\b[^,;]*$", re.IGNORECASE
)
_OF_THE_NEWS = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[Yy]esterday|[Ll]ast night")
_NEAR, _BESIDE = 60, 12
_CLAUSE_ENDS = re.compile(r"[;:](?![0-9])|, (?:and|but|while|who|which|when)\b")
_ONLY_A_MONTH = re.compile(_MONTH)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_PAST = re.compile(r"\b(?:was|were|had|set|won|ran|beat|took|broke|last|got|came|finished|clocked)\b")
_FUTURE = re.compile(r"\b(?:will|is|are|begins?|starts?|opens?|takes? place|next)\b")
_IN_ITS_YEAR = re.compile(r"(?:19|20)[0-9][0-9]$")
_LASTS = re.compile(r"\b(?:open|clos|beg[aiu]n|start|end|finish|continu|last|resum|conclud|until|through|runs? from)")


def find(sentence: Sentence) -> Iterator[Draft]:
    """The day of a dateline is when the news was written, and that of "he said on Friday" when it was said."""
    of_a_race = bool(sentence.rounds) or _OF_A_RACE.search(sentence.words) is not None
    for match in _DATE.finditer(sentence.words, sentence.dateline):
        before = sentence.words[max(0, match.start() - _NEAR) : match.start()]
        if sentence.in_speech(match.start()) or _NEWS.search(before) or _BIRTHDAY.search(before):
            continue
        if _OF_SOMETHING_ELSE.match(sentence.words, match.end()) or _may_be_of_two_years(sentence, match):
            continue
        if not of_a_race and not _is_beside_a_competition(sentence, match):
            continue
        scope = _of_its_clause(sentence, match, scope_at(sentence, *match.span(), to_come=_is_to_come(sentence)))
        if not of_a_race:
            scope = scope.without(*(scope.inferred & {"event", "round"}) or ("round",))
        of_the_news = _OF_THE_NEWS.match(match[0]) and not _is_of_before(sentence.words, match.start())
        if "competition" in scope.inferred and not of_the_news:
            continue  # a month or a season may be that of anything, and so may the day of what had been
        scope = of_their_race(sentence, _of_its_year(sentence, match[0], scope))
        if scope.get("competition") is not None and not _only_reckoned(sentence, scope):
            summary = f"the race was on {match[0]}"
            yield draft(sentence, "date", match.span(), summary, date=match[0], scope=scope)


def _is_to_come(sentence: Sentence) -> bool:
    """Whether the sentence may tell of what is still to be held: "ran 1:46.04 on Saturday to be sharp for Lima" not."""
    return _PAST.search(sentence.words) is None or _FUTURE.search(sentence.words) is not None


def _of_its_clause(sentence: Sentence, match: re.Match[str], scope: ReadScope) -> ReadScope:
    """The scope without an event that only another clause names: "won the 5000m; on Thursday, the other one"."""
    if not has_verb(sentence.words, 0, len(sentence.words)):
        return scope  # a heading
    here = [event for event in sentence.events if in_one_clause(sentence.words, event.start, match.start())]
    return scope.without("event", "round") if sentence.events and not here else scope


def _only_reckoned(sentence: Sentence, scope: ReadScope) -> bool:
    """Whether the year is only what the words on the time make of it, and no holding of that year is known."""
    held = sentence.lexicon.holdings(str(scope.get("competition")))
    year = scope.get("year")
    return "year" in scope.inferred and bool(held) and not any(year in holding.years for holding in held)


def _is_of_before(words: str, at: int) -> bool:
    """ "He had been sure, on Tuesday", "who on the Monday had run": a day before what the sentence reports."""
    clause = max((match.end() for match in _CLAUSE_ENDS.finditer(words, 0, at)), default=0)
    ending = _CLAUSE_ENDS.search(words, at)
    return is_background(words, clause, ending.start() if ending else len(words))


def _may_be_of_two_years(sentence: Sentence, match: re.Match[str]) -> bool:
    """ "Last July", told in August: that of this year or of the year before."""
    return any(len(time.periods) > 1 for time in time_expressions(sentence.words, *match.span(), sentence.published))


def _is_beside_a_competition(sentence: Sentence, match: re.Match[str]) -> bool:
    """ "On Saturday night in Lima", "at the Arden Games on 2 June": when something was held, and not when it opened."""
    if _LASTS.search(sentence.words):
        return False
    near = [m for m in sentence.competitions if not m.aside and not m.to_come]
    if not has_verb(sentence.words, 0, len(sentence.words)):  # "OSLO, 31 May.": where and when it was written
        near = [m for m in near if m.start or sentence.words[: m.end].title() not in sentence.lexicon.cities]
    return any(0 <= max(m.start - match.end(), match.start() - m.end) <= _BESIDE for m in near)


def _of_its_year(sentence: Sentence, printed: str, scope: ReadScope) -> ReadScope:
    """The scope with the year that the date prints, or that a month without one means: "set in October", told in May.
    Without a competition where that was not held in such a year: "in Rome on 14 July 1998" is of another meeting.
    """
    in_its_year = _IN_ITS_YEAR.search(printed)
    month = _MONTHS.index(printed[:3].lower()) + 1 if _ONLY_A_MONTH.fullmatch(printed) else 0
    if in_its_year is not None:
        year = int(in_its_year[0])
    elif month > sentence.published.month and _PAST.search(sentence.words):
        year = sentence.published.year - 1
    else:
        return scope
    if scope.get("competition") is None:
        return scope
    held = sentence.lexicon.holdings(str(scope.get("competition")))
    those = [h for h in held if year in h.years and (not month or h.start.month <= month <= h.end.month)]
    return scope.without("competition", "year") if held and not those else scope.having(year=year)
