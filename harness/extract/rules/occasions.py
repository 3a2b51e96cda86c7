"""Which edition a named competition is, and whether it is mentioned in passing or still to come."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from harness.extract.rules.clauses import around, is_background, is_visible
from harness.extract.rules.competitions import CHAMPIONSHIPS, has_year
from harness.extract.rules.figures import MONTH
from harness.extract.rules.lexicon import Lexicon
from harness.extract.rules.modality import is_asserted
from harness.extract.rules.sentences import Span
from harness.extract.rules.settings import Occurrence

_YEAR = r"(?:18|19|20)[0-9][0-9]"
_NEAR = 60
_DAY = rf"(?:(?:[0-9]{{1,2}} )?{MONTH} )?"
_PART = (  # of a competition: "the Olympic final in Rome in 1960", "the Tokyo final of 2021"
    r"(?: (?:[0-9][0-9,]* ?m(?:etres)?|mile|finals?|semi-?finals?|heats?|race))*"
    r"(?:,? (?:in|at) (?!the )[A-Z][\w-]+(?: [A-Z][\w-]+)?)?"
)
_YEAR_BEHIND = re.compile(
    rf"(?:'s)?{_PART}(?:,? (?:in|of|from|at the|back in|on) {_DAY}({_YEAR})\b|,? {_DAY}({_YEAR})\b|,? \(({_YEAR})\))"
)
_YEAR_BEFORE = re.compile(rf"\b(?:in|from|of|on) {_DAY}({_YEAR}),? (?:in|at)(?: the)? $|\b({_YEAR}) $", re.IGNORECASE)
_YEAR_WHEN = re.compile(rf"\b(?:[Ii]n|[Ss]ince) ({_YEAR}), when [^,;]{{0,50}}$")  # "since 2020, when he won in Lima"
_A_YEAR_BACK = re.compile(
    r"\b(?:last (?:year|season|summer|winter|autumn|spring)|a year (?:ago|earlier|before|after)"
    r"|the (?:previous year|year before"
    r"|year prior)|twelve months (?:ago|earlier))\b",
    re.IGNORECASE,
)
_DAYS_BACK = re.compile(
    r"\b(?:(?:a|one|two|three|four|five|six|ten|some|several) (?:days?|weeks?|months?) (?:ago|earlier|before)"
    r"|last (?:week|month)|earlier (?:this|in the) (?:week|month|year|season))\b"
)
_YEARS_BACK = re.compile(
    r"\b(?P<number>two|three|four|five|six|seven|eight|nine|ten) years (?:ago|earlier|before)\b", re.I
)
_YEARS_LATER = re.compile(r"\b(?P<number>an?|[a-z]+) years? (?:later|on)\b", re.IGNORECASE)
_NUMBER_WORDS = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen"
    " nineteen twenty"
)
_NUMBERS = {word: number for number, word in enumerate(_NUMBER_WORDS.split(), 2)}
_WHERE = re.compile(r", (?:when|where|at which|in which)\b")
_TIME_BEHIND = re.compile(  # "from Lima two weeks ago, when Bell was second"
    r"(?:'s)?(?:,? (?:in |on |last |this )?(?:[\w-]+ (?:days?|weeks?|months?|years?|summers?|winters?)"
    r" (?:ago|earlier|before|later)|(?:the )?(?:year|season|summer|winter|spring|autumn|week|month)(?: before)?"
    rf"|{MONTH}|[12][0-9]{{3}}))*"
)
_CLAUSE_ENDS = re.compile(r"(?:;|:(?![0-9]))|, (?:and|but|while|who|which)\b| (?:while|but)\b")
_SOMEBODYS = re.compile(r"'s $")
_WON_THERE = re.compile(r" (?:win|victory|triumph|title|gold|silver|bronze)\b")
_OF_A_TITLE = re.compile(
    r"\b(?:medall?ist|champion|winner|gold|silver|bronze|title|medal|record(?: run| time| mark)?)"
    r" (?:in|at|from|of) (?:the )?$"
)
_TO_COME = re.compile(
    r"\b(?:(?:next|coming|upcoming|ahead of|before|towards?|eyes? on|looking to|build-up to|preparations? for"
    r"|qualified for"
    r"|qualify for|heading (?:in)?to|a (?:place|spot|berth) (?:at|in|for)|selection for|team for|tickets? (?:to|for)"
    r"|bound for|on the plane to|trip to) (?:the |this |next )*(?:\w+'s )?)$",
    re.IGNORECASE,
)


_CLOSE_BEHIND = len(" the previous year")
_LONG_AGO = 6 * 366  # days: longer than from one holding of anything to the next


class CompetitionMention(NamedTuple):
    """A competition where it is named. `year` where it is printed or follows; firm where it is printed.

    `aside`: told by the way, so that the sentences after it do not speak of it. `to_come`: not held yet. `dated`: told
    by the way for no other reason than its year, which in a report of long ago is none.
    """

    start: int
    end: int
    printed: str
    year: int | None = None
    year_is_printed: bool = False
    aside: bool = False
    to_come: bool = False
    dated: bool = False


def in_context(
    words: str, named: Sequence[Occurrence], lexicon: Lexicon, published: date, inside: Sequence[Span]
) -> tuple[CompetitionMention, ...]:
    """The competitions with their years, and whether they are told by the way or are still to come."""
    mentions = []
    for occurrence in named:
        year, printed = _year(words, occurrence, lexicon, published)
        held = [holding for holding in lexicon.holdings(occurrence.printed) if year is None or year in holding.years]
        past = [holding for holding in held if holding.start <= published]
        future = bool(held) and not past
        if past and len(past) < len(held) and not printed:  # "the Paris Olympics": those of this summer, not of 1924
            future = (published - past[-1].start).days > _LONG_AGO
        future = future or (year is not None and printed and year > published.year)
        before = words[max(0, occurrence.start - _NEAR) : occurrence.start]
        clause = around(inside, occurrence.start) or (0, 0)  # "hoped to add gold to the bronze he took in Lima": it was
        is_fact = is_asserted(words[clause[0] :], occurrence.start - clause[0])
        to_come = future or not is_fact or _TO_COME.search(before) is not None
        if year is None and held and not to_come:
            latest = max(holding.start for holding in held if holding.start <= published)
            year = latest.year if not has_year(occurrence.printed) else None
        aside = _is_aside(words, occurrence, inside)
        dated = not aside and _is_of_another_year(words, occurrence, published)
        mentions.append(CompetitionMention(*occurrence, year, printed, aside or dated, to_come, dated))
    return tuple(mentions)


def of_its_clause(
    words: str, mentions: Sequence[CompetitionMention], inside: Sequence[Span], at: int
) -> CompetitionMention | None:
    """The competition before the relative clause of the place, which is of it: "after Lima, where she ran 3:59.05".

    None where the clause names another.
    """
    clause = around(inside, at)
    if clause is None or not _WHERE.match(words, clause[0]):
        return None
    if any(clause[0] <= mention.start < clause[1] for mention in mentions):
        return None
    before = [mention for mention in mentions if mention.end <= clause[0]]
    is_right_before = bool(before) and _TIME_BEHIND.fullmatch(words, before[-1].end, clause[0]) is not None
    return before[-1] if is_right_before else None


def years_later(
    words: str, mentions: tuple[CompetitionMention, ...], told: int | None, lexicon: Lexicon
) -> tuple[CompetitionMention, ...]:
    """The first competition of "four years later in Tokyo" with the year so long after the one that was told before."""
    later = _YEARS_LATER.search(words)
    if later is None or told is None or not mentions:
        return mentions
    after = [mention for mention in mentions if mention.start >= later.end()]
    first, year = (after or list(mentions))[0], told + _NUMBERS.get(later["number"].lower(), 1)
    held = any(year in holding.years for holding in lexicon.holdings(first.printed))
    if first.year_is_printed or not held:
        return mentions
    return tuple(m._replace(year=year, dated=True) if m is first else m for m in mentions)


def _is_aside(words: str, occurrence: Occurrence, inside: Sequence[Span]) -> bool:
    """Whether the competition is told by the way: ", who won in Lima", "in Doha last year", "Hall's Lima win"."""
    start, end = occurrence.start, occurrence.end
    before = words[max(0, start - _NEAR) : start]
    if _SOMEBODYS.search(before) and _WON_THERE.match(words, end):
        return True
    if _OF_A_TITLE.search(before) or not is_visible(inside, start, len(words)):
        return True
    clause_start = max((match.end() for match in _CLAUSE_ENDS.finditer(words, 0, start)), default=0)
    back = _back_in_time(words, occurrence) or _is_days_back(words, occurrence)
    if is_background(words, clause_start, start) or back:
        return True
    ending = _CLAUSE_ENDS.search(words, end)
    clause_end = ending.start() if ending else len(words)
    fronted = len(words[clause_start:start].split()) <= len("In the".split())
    return fronted and is_background(words, end, clause_end)


def _is_of_another_year(words: str, occurrence: Occurrence, published: date) -> bool:
    year, printed = _printed_year(words, occurrence)
    return printed and year is not None and year < published.year


def _year(words: str, occurrence: Occurrence, lexicon: Lexicon, published: date) -> tuple[int | None, bool]:
    """The year of the holding that is meant, where the words tell one, and whether they print it."""
    if has_year(occurrence.printed):
        return None, True
    year, printed = _printed_year(words, occurrence)
    if year is not None:
        return year, printed
    back = _back_in_time(words, occurrence)
    if back:
        year = published.year - back
        known = lexicon.holdings(occurrence.printed)
        if not known or any(year in holding.years for holding in known):
            return year, False
    if not lexicon.holdings(occurrence.printed) and not CHAMPIONSHIPS.search(occurrence.printed):
        return published.year, False  # a meeting of every year
    return None, False


def _printed_year(words: str, occurrence: Occurrence) -> tuple[int | None, bool]:
    behind = _YEAR_BEHIND.match(words, occurrence.end)
    if behind is not None:
        return int(behind[1] or behind[2] or behind[3]), True
    near = words[max(0, occurrence.start - _NEAR) : occurrence.start]
    before = _YEAR_BEFORE.search(near)
    when = _YEAR_WHEN.search(near)
    if before is not None:
        return int(before[1] or before[2]), True
    return (int(when[1]), True) if when else (None, False)


def is_a_year_back(words: str, start: int, end: int) -> bool:
    """Whether the clause of the place tells of years before: "having won the year prior in 3:43.73"."""
    clause = max((match.end() for match in _CLAUSE_ENDS.finditer(words, 0, start)), default=0)
    behind = _A_YEAR_BACK.search(words, end, end + _CLOSE_BEHIND)
    before = _A_YEAR_BACK.search(words, clause, start) or _YEARS_BACK.search(words, clause, start)
    return behind is not None or before is not None


def _is_days_back(words: str, occurrence: Occurrence) -> bool:
    """Whether the words beside it say that it was some days before: "in Lima not a week ago"."""
    behind = re.split(r"[;:.]|\b(?:but|when|who)\b", words[occurrence.end : occurrence.end + _NEAR])[0]
    return _DAYS_BACK.search(behind) is not None


def _back_in_time(words: str, occurrence: Occurrence) -> int:
    """How many years back the words beside the competition go; 0 where they do not."""
    behind = words[occurrence.end : occurrence.end + _NEAR]
    behind = re.split(r"[,;:.]|\b(?:and|but|when|who)\b", behind)[0]
    before = re.split(r"[;:.]|\b(?:but|who)\b", words[max(0, occurrence.start - _NEAR) : occurrence.start])[-1]
    for near in (behind, before):
        if _A_YEAR_BACK.search(near):
            return 1
        if (years := _YEARS_BACK.search(near)) is not None:
            return _NUMBERS[years["number"].lower()]
    return 0
