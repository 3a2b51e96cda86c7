"""Which edition a named competition is, and whether it is mentioned in passing or still to come."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from harness.extract.rules.clauses import FINITE, around, has_verb, in_one_clause, is_background, is_visible
from harness.extract.rules.competitions import CHAMPIONSHIPS, has_year
from harness.extract.rules.figures import MONTH
from harness.extract.rules.lexicon import KnownHolding, Lexicon
from harness.extract.rules.modality import is_asserted
from harness.extract.rules.periods import TimeExpression, overlap, subordinate, time_expressions
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
_WHERE = re.compile(r", (?:when|where|at which|in which)\b")
_TIME_BEHIND = re.compile(  # "from Lima two weeks ago, when Bell was second"
    r"(?:'s)?(?:,? (?:in |on |last |this )?(?:[\w-]+ (?:days?|weeks?|months?|years?|summers?|winters?)"
    r" (?:ago|earlier|before|later)|(?:the )?(?:year|season|summer|winter|spring|autumn|week|month)(?: before)?"
    rf"|{MONTH}|[12][0-9]{{3}}))*"
)
_CLAUSE_ENDS = re.compile(r"(?:;|:(?![0-9]))|, (?:and|but|while|who|which)\b| (?:while|but)\b")
_OTHER_CLAUSE = re.compile(r";|, (?:and|but|while|who|which)\b| (?:while|but)\b")  # a list behind a colon is none
_SOMEBODYS = re.compile(r"'s $")
_WON_THERE = re.compile(r" (?:win|victory|triumph|title|gold|silver|bronze)\b")
_OF_A_TITLE = re.compile(
    r"\b(?:medall?ist|champion|winner|gold|silver|bronze|title|medal|record(?: run| time| mark)?)"
    r" (?:in|at|from|of) (?:the )?$"
)
_TO_COME = re.compile(
    r"\b(?:(?:for|next|coming|upcoming|ahead of|before|towards?|eyes? on|looking to|build-up to|preparations? for"
    r"|qualified for"
    r"|qualify for|heading (?:in)?to|a (?:place|spot|berth) (?:at|in|for)|selection for|team for|tickets? (?:to|for)"
    r"|bound for|on the plane to|trip to) (?:the |this |next )*(?:\w+'s )?)$",
    re.IGNORECASE,
)


_CLOSE_BEHIND = len(" in Lima the previous")
_ON_A_DAY = re.compile(r",?(?: on| late on| early on)? ")
_DAY_IN = re.compile(r"(?: night| evening| afternoon| morning)?,? (?:in|at)(?: the)? ")
_RECENT, _SEVERAL_DAYS = 10, 2
_AND_DID = re.compile(rf" and (?:{FINITE})\b")
_ENDS_BEHIND = re.compile(r"[,;:.](?![0-9])|\b(?:and|but|when|who)\b")
_ENDS_BEFORE = re.compile(r"[;:.](?![0-9])|\b(?:and|but|who)\b")
_LONG_AGO = 6 * 366  # days: longer than from one holding of anything to the next


class CompetitionMention(NamedTuple):
    """A competition where it is named. `year` where it is printed or follows; firm where it is printed.

    `aside`: told by the way, so that the sentences after it do not speak of it. `to_come`: not held yet. `dated`: told
    by the way for no other reason than its year, which in a report of long ago is none. `unknown`: the words tell of a
    time at which no holding of that name is known, so that which one is meant is left open.
    """

    start: int
    end: int
    printed: str
    year: int | None = None
    year_is_printed: bool = False
    aside: bool = False
    to_come: bool = False
    dated: bool = False
    unknown: bool = False


def in_context(
    words: str,
    named: Sequence[Occurrence],
    lexicon: Lexicon,
    published: date,
    inside: Sequence[Span],
    year_before: int | None = None,
) -> tuple[CompetitionMention, ...]:
    """The competitions with their years, and whether they are told by the way or are still to come.

    `year_before` is the year that was told last before the sentence.
    """
    mentions: list[CompetitionMention] = []
    for occurrence in named:
        year_before = next((m.year for m in reversed(mentions) if m.year is not None and not m.to_come), year_before)
        time = _time_beside(words, occurrence, published, year_before)
        year, printed, unknown = _year(words, occurrence, lexicon, published, time)
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
        if year is None and held and not to_come and not unknown:
            latest = max(holding.start for holding in held if holding.start <= published)
            year = latest.year if not has_year(occurrence.printed) else None
        aside = unknown or _is_aside(words, occurrence, inside)
        of_another_year = not aside and _is_of_another_year(words, occurrence, published)
        back = time is not None and _is_back(time, published)
        reckoned = time is not None and time.reckoned and year is not None and not printed
        mentions.append(
            CompetitionMention(
                *occurrence,
                year,
                printed,
                aside or back or of_another_year,
                to_come,
                of_another_year or reckoned,
                unknown,
            )
        )
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


def _is_aside(words: str, occurrence: Occurrence, inside: Sequence[Span]) -> bool:
    """Whether the competition is told by the way: ", who won in Lima", "in Doha last year", "Hall's Lima win"."""
    start, end = occurrence.start, occurrence.end
    before = words[max(0, start - _NEAR) : start]
    if _SOMEBODYS.search(before) and _WON_THERE.match(words, end):
        return True
    if _OF_A_TITLE.search(before) or not is_visible(inside, start, len(words)):
        return True
    clause_start = max((match.end() for match in _CLAUSE_ENDS.finditer(words, 0, start)), default=0)
    if is_background(words, clause_start, start):
        return True
    ending = _CLAUSE_ENDS.search(words, end)
    clause_end = ending.start() if ending else len(words)
    fronted = len(words[clause_start:start].split()) <= len("In the".split())
    return fronted and is_background(words, end, clause_end)


def _is_of_another_year(words: str, occurrence: Occurrence, published: date) -> bool:
    year, printed = _printed_year(words, occurrence)
    return printed and year is not None and year < published.year


def _year(
    words: str, occurrence: Occurrence, lexicon: Lexicon, published: date, time: TimeExpression | None
) -> tuple[int | None, bool, bool]:
    """The year of the holding that is meant, where the words tell one; whether they print it; and whether they tell of
    a time at which none is known."""
    if has_year(occurrence.printed):
        return None, True, False
    year, printed = _printed_year(words, occurrence)
    if year is not None:
        return year, printed, False
    known = lexicon.holdings(occurrence.printed)
    if time is not None and not time.within_days:
        then = {holding.start.year for holding in known if overlap(time.periods, holding.start, holding.end)}
        then = then or {min(period.last, published).year for period in time.periods}
        if known or len(then) == 1:
            return (then.pop(), False, False) if len(then) == 1 else (None, False, True)
    if not known and not CHAMPIONSHIPS.search(occurrence.printed):
        return published.year, False, False  # a meeting of every year
    return None, False, False


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


def is_of_another_time(
    words: str, start: int, end: int, published: date, held: Sequence[KnownHolding], *, long_ago: bool
) -> tuple[bool, bool]:
    """Whether the words tell of another time at the place than that of the holdings; and, where these last for several
    days, whether they tell of another day: "having won the year prior in 3:43.73", "last August", "the day before".

    The days of the week in an article on what was `long_ago` are those of then.
    """
    if any(first <= start < last for first, last in subordinate(words)):
        return True, False
    clause = max((match.end() for match in _OTHER_CLAUSE.finditer(words, 0, start)), default=0)
    before = [time for time in time_expressions(words, clause, end, published) if _reaches(words, clause, time, start)]
    behind = [
        time for time in time_expressions(words, end, len(words), published)[:1]
        if time.start - end <= _CLOSE_BEHIND and in_one_clause(words, end, time.start)
        and not has_verb(words, end, time.start)
    ]  # fmt: skip
    times = [time for time in (*before[-1:], *behind) if not (time.of_news and long_ago)]
    lasting = any((holding.end - holding.start).days >= _SEVERAL_DAYS for holding in held)
    other = any(not (time.within_days and lasting) and not _may_be_then(time, published, held) for time in times)
    return other, lasting and any(time.within_days for time in times)


def _reaches(words: str, clause: int, time: TimeExpression, at: int) -> bool:
    """Whether a time that is told before the place holds for it: all through the clause that it opens."""
    fronted = not has_verb(words, clause, time.start)
    told_on = in_one_clause(words, time.end, at) or not has_verb(words, time.end, at)  # ", Bell taking silver"
    return fronted or (told_on and _AND_DID.search(words, time.end, at) is None)


def _may_be_then(time: TimeExpression, published: date, held: Sequence[KnownHolding]) -> bool:
    if not held:
        return not _is_back(time, published)
    return any(overlap(time.periods, holding.start, holding.end) for holding in held)


def _is_back(time: TimeExpression, published: date) -> bool:
    """Whether it was before what an article of that day reports."""
    return not time.later and not overlap(time.periods, published - timedelta(_RECENT), published)


def _time_beside(words: str, occurrence: Occurrence, published: date, year_before: int | None) -> TimeExpression | None:
    """The time that the words beside the competition tell: "in Lima last August", "four years later, in Lima"."""
    anchors = (published.year,) if year_before is None else (year_before, published.year)
    ending = _ENDS_BEHIND.search(words, occurrence.end)
    end = min(ending.start() if ending else len(words), occurrence.end + _NEAR)
    behind = [
        time for time in time_expressions(words, occurrence.end, end, published, anchors)
        if not time.of_news or _ON_A_DAY.fullmatch(words, occurrence.end, time.start)
    ]  # fmt: skip
    if behind:
        return behind[0]
    near = max(0, occurrence.start - _NEAR)
    start = max((match.end() for match in _ENDS_BEFORE.finditer(words, near, occurrence.start)), default=near)
    before = [
        time for time in time_expressions(words, start, occurrence.start, published, anchors)
        if not time.of_news or _DAY_IN.fullmatch(words, time.end, occurrence.start)
    ]  # fmt: skip
    return before[-1] if before else None
