"""Which competition, or which edition of it, a mention names: "Paris Olympics", "Tokyo", "the Budapest worlds".

A mention is split into years and words; the words are a name of a competition, the place of an edition, or both.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Set
from functools import lru_cache
from itertools import combinations
from typing import Literal, NamedTuple, TypeAlias

from harness.names.index import MOST_KEPT, folds
from harness.records.model import Ambiguous, Unknown
from harness.truth.index import Truth
from harness.truth.pack import Edition
from harness.truth.row import LEVELS
from harness.values import Range, clear, partial_date

Words: TypeAlias = frozenset[str]

A_YEAR = 366
FIVE_YEARS = 5 * 366
_YEAR = re.compile(r"(1[89]|20|21)[0-9]{2}")
_FILLERS = frozenset({"the", "at", "in", "of", "and", "athletic", "meeting", "meet", "event", "edition"})
_SHORT = {"champ": "championship"}
_MOST_WORDS = 9


class Context(NamedTuple):
    """What else a claim's scope says: it narrows which edition is meant, and never which value is right."""

    published: int
    year: int | None = None
    on: Range | None = None
    event: str | None = None
    sex: str | None = None
    indoor: bool | None = None
    timetable: bool = False  # dates and places are announced: a holding still to come may be meant


class NamedMeeting(NamedTuple):
    """What a mention names. `year`: the edition of that year is meant, and the ground truth does not have it."""

    competition: str | None = None
    edition: str | None = None
    level: str | None = None
    year: int | None = None


class WordsName(NamedTuple):
    """What the words of a mention name, whenever they are written; editions by name, by series and place, or place."""

    years: frozenset[int]  # that the words give
    by: Literal["name", "series", "level", "anchor", "place"]
    ids: frozenset[str]


def key_of(folded: str) -> Words:
    """The words and years of a folded mention, in no order: plural or not, with or without "the"."""
    words = (word[:-1] if len(word) > 3 and word[-1] == "s" and word[-2] != "s" else word for word in folded.split())
    return frozenset(_SHORT.get(word, word) for word in words) - _FILLERS


class Meetings:
    """Every competition and edition of a ground truth, by the words that name it."""

    def __init__(self, truth: Truth) -> None:
        self.truth = truth
        self.series: dict[Words, set[str]] = defaultdict(set)
        self.levels = {key_of(level.casefold()): level for level in LEVELS}
        self.by_level: dict[Words, set[str]] = defaultdict(set)
        self.named: dict[Words, set[str]] = defaultdict(set)
        self.held_at: dict[Words, set[str]] = defaultdict(set)
        self.words: dict[str, Words] = {}
        self.years: dict[str, frozenset[int]] = {}
        self.days: dict[str, Range] = {}
        self.announced: dict[str, int] = {}
        self.held: dict[str, set[tuple[str, str]]] = defaultdict(set)
        self.named_by = lru_cache(maxsize=MOST_KEPT)(self._named_by)
        self._turns = lru_cache(maxsize=MOST_KEPT)(self._turning_days)

    def add_all(self) -> Meetings:
        """Take in all that the ground truth has: without it there are no names."""
        for competition in self.truth.competitions.values():
            for key in _keys((competition.name, *competition.aliases)):
                self.series[key].add(competition.id)
        for edition in self.truth.editions.values():
            self._add(edition)
        for race in self.truth.pack.races:
            self.held[race.edition or ""].add((race.event, race.sex))
        return self

    def _add(self, edition: Edition) -> None:
        competition = self.truth.competitions[edition.competition]
        nation = self.truth.nations.get(edition.nation or "")
        names = _keys((edition.name, *edition.aliases))
        places = _keys((*_parts(edition.city), *_parts(edition.venue), *edition.venue_aliases))
        level = key_of(competition.level)
        for key in names:
            self.named[key].add(edition.id)
        for key in places:
            self.held_at[key].add(edition.id)
        if level in self.levels:
            self.by_level[level].add(edition.id)
        country = _keys((nation.name, *nation.aliases)) if nation else []
        also = _keys((competition.name, *competition.aliases))
        self.words[edition.id] = frozenset().union(*names, *places, *country, *also, level)
        start, end = partial_date(edition.start), partial_date(edition.end)
        self.days[edition.id] = Range(start.low, end.high)
        if edition.announced is not None:
            self.announced[edition.id] = partial_date(edition.announced).high or 0
        printed = {int(word) for key in names for word in key if _YEAR.fullmatch(word)}
        self.years[edition.id] = frozenset({int(edition.start[:4]), int(edition.end[:4]), *printed})

    def find(self, mention: str, context: Context, chosen: str | None = None) -> NamedMeeting | Unknown:
        """The edition that the mention names, the competition if no year is given, or why neither.

        `chosen` is the candidate that a reading selects from several.
        """
        if chosen is not None and chosen in self.truth.editions:
            return NamedMeeting(self._of(chosen), chosen)
        named = self.named_by(mention)
        if named is not None:
            wanted = named.years if context.year is None else named.years | {context.year}
            if chosen is not None or named.by == "series":
                return self._series(named.ids if chosen is None else {chosen}, mention, context, wanted)
            if named.by == "level":
                return NamedMeeting(level=next(iter(named.ids)), year=max(wanted, default=None))
            return self._holding(named.ids, mention, context, wanted, anchored=named.by != "place")
        return Unknown(f"the ground truth has no competition called {mention!r}", f"competition: {mention}")

    def _named_by(self, mention: str) -> WordsName | None:
        """What the words name, read in the first way in which they name anything."""
        for key in _keys((mention,)):
            printed = frozenset(word for word in key if _YEAR.fullmatch(word))
            years, words = frozenset(map(int, printed)), key - printed
            if ids := self.named.get(key):
                return WordsName(years, "name", frozenset(ids))
            if ids := self.series.get(words):
                return WordsName(years, "series", frozenset(ids))
            if words in self.levels:
                return WordsName(years, "level", frozenset({self.levels[words]}))
            if ids := self._anchored(words):
                return WordsName(years, "anchor", frozenset(ids))
            if ids := self.held_at.get(words):
                return WordsName(years, "place", frozenset(ids))
        return None

    def period(self, mention: str, published: int) -> int:
        """The number of the period in which the article appeared: within it, no edition that the mention may mean
        begins or is announced, nor comes near or goes too far away."""
        return bisect_right(self._turns(mention), published)

    def _turning_days(self, mention: str) -> list[int]:
        named = self.named_by(mention)
        if named is None or named.by == "level":
            return []
        listed: set[str] = set() if named.by == "series" else {*named.ids}
        competitions = {self._of(edition) for edition in listed} or named.ids
        days: set[int] = set()
        for edition in listed.union(*map(self._editions, competitions)):
            begins, announced = self.days[edition].low or 0, self.announced.get(edition, 0)
            days |= {announced, begins, begins - A_YEAR, begins - FIVE_YEARS, begins + FIVE_YEARS + 1}
        return sorted(days)

    def older(self, mention: str, published: int) -> tuple[str, ...]:
        """Holdings in the place that the mention names, so long ago that it hardly means them: London 1908, of an
        article of 2013, or one of seven years ago beside one that is announced."""
        for key in _keys((mention,)):
            if any(_YEAR.fullmatch(word) for word in key) or self.series.get(key) or key in self.levels:
                return ()
            editions = self.named.get(key) or self._anchored(key) or self.held_at.get(key) or set()
            begun = [edition for edition in sorted(editions) if (self.days[edition].low or 0) <= published]
            if editions:
                recent = self._recent(begun, Context(published))
                return tuple(edition for edition in begun if edition not in recent)
        return ()

    def _anchored(self, words: Words) -> set[str]:
        """Holdings of the competition that most of the words name, where the rest say the place: "Paris Olympics"."""
        for size in range(min(len(words), _MOST_WORDS) - 1, 0, -1):
            anchored: set[str] = set()
            for some in map(frozenset, combinations(sorted(words)[:_MOST_WORDS], size)):
                holdings = {holding for series in self.series.get(some, ()) for holding in self._editions(series)}
                holdings |= self.by_level.get(some, set()) | self.named.get(some, set())
                anchored |= {holding for holding in holdings if words <= self.words[holding]}
            if anchored:
                return anchored
        return set()

    def _editions(self, competition: str) -> list[str]:
        return [edition.id for edition in self.truth.editions_by_competition.get(competition, [])]

    def _series(self, series: Set[str], mention: str, context: Context, wanted: Set[int]) -> NamedMeeting | Unknown:
        candidates = sorted(series)
        if len(candidates) > 1:
            every = [holding for each in candidates for holding in self._editions(each)]
            holdings = self._in_time(every, context, wanted)
            holdings = self._narrow(self._begun(holdings, context), context)
            candidates = sorted({self._of(holding) for holding in holdings})
        if len(candidates) != 1:
            return self._ambiguous(mention, candidates)
        if not wanted and context.on is None:
            return NamedMeeting(competition=candidates[0])
        holdings = self._begun(self._in_time(self._editions(candidates[0]), context, wanted), context)
        holdings = self._narrow(holdings, context)
        if len(holdings) == 1:
            return NamedMeeting(candidates[0], holdings[0])
        return NamedMeeting(candidates[0], year=context.year or max(wanted, default=None))

    def _holding(
        self, editions: Set[str], mention: str, context: Context, wanted: Set[int], *, anchored: bool
    ) -> NamedMeeting | Unknown:
        timed = bool(wanted) or context.on is not None
        candidates = self._in_time(editions, context, wanted)
        competitions = {self._of(edition) for edition in editions}
        if not candidates:
            if anchored and wanted and len(competitions) == 1:
                return NamedMeeting(self._of(min(editions)), year=context.year or max(wanted))
            return Unknown(f"the ground truth has no {mention!r} at that time", f"edition: {mention}")
        candidates = self._begun(candidates, context)
        if not timed and not any(self._may_be_told(edition, context) for edition in candidates):
            return Unknown(f"no {mention!r} was held, or was about to be, by then", f"edition: {mention}")
        if not timed and (len(candidates) > 1 or not anchored):
            candidates = self._recent(candidates, context) or (candidates if anchored else [])
        candidates = self._narrow(candidates, context)
        if len(candidates) == 1:
            return NamedMeeting(self._of(candidates[0]), candidates[0])
        every = self._begun(self._editions(*competitions), context) if len(competitions) == 1 else []
        if anchored and not timed and every and editions >= set(every):
            return NamedMeeting(self._of(candidates[0]))
        return self._ambiguous(mention, candidates)

    def _in_time(self, editions: Iterable[str], context: Context, wanted: Set[int]) -> list[str]:
        return [
            edition
            for edition in sorted(editions)
            if wanted <= self.years[edition]
            and (context.on is None or not clear(context.on, self.days[edition]))
            and self.announced.get(edition, 0) <= context.published
        ]

    def _begun(self, editions: list[str], context: Context) -> list[str]:
        """Those that had begun when the article was published, if any had: nobody speaks of what is still to come as
        if it had been."""
        return [edition for edition in editions if self._may_be_told(edition, context)] or editions

    def _may_be_told(self, edition: str, context: Context) -> bool:
        """Whether it had begun; its dates and place are told from its announcement, or for the year before it."""
        begins = self.days[edition].low or 0
        if not context.timetable:
            return begins <= context.published
        return edition in self.announced or begins <= context.published + A_YEAR

    def _recent(self, editions: list[str], context: Context) -> list[str]:
        starts = {edition: self.days[edition].low or 0 for edition in editions}
        return [edition for edition in editions if abs(starts[edition] - context.published) <= FIVE_YEARS]

    def _narrow(self, editions: list[str], context: Context) -> list[str]:
        """The editions that fit the rest of the scope; what no edition fits does not narrow."""
        tests: tuple[Callable[[str], bool], ...] = (
            lambda one: any(event == context.event for event, _ in self.held[one]),
            lambda one: any(sex == context.sex for event, sex in self.held[one] if context.event in (None, event)),
            lambda one: self.truth.editions[one].indoor == context.indoor,
        )
        context_of = (context.event, context.sex, context.indoor)
        for value, test in zip(context_of, tests, strict=True):
            if value is not None and len(editions) > 1:
                editions = [edition for edition in editions if test(edition)] or editions
        return editions

    def _of(self, edition: str) -> str:
        return self.truth.editions[edition].competition

    def _ambiguous(self, mention: str, candidates: list[str]) -> Unknown:
        if not candidates:
            return Unknown(f"{mention!r} names no competition of these years", f"which competition is {mention!r}")
        names = [self.truth.name(candidate) for candidate in candidates]
        between = " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
        why, missing = f"{mention!r} is ambiguous between {between}", f"which competition is {mention!r}"
        return Ambiguous(why, missing, "competition", mention, tuple(candidates))


def tells_year(mention: str) -> bool:
    """Whether the mention itself gives the year."""
    return all(any(_YEAR.fullmatch(word) for word in key) for key in _keys((mention,)))


def _keys(names: Iterable[str]) -> list[Words]:
    return [key for name in names for folded in folds(name) if (key := key_of(folded))]


def _parts(place: str | None) -> tuple[str, ...]:
    """A place as printed, and without what follows its name: "Eugene, OR" is Eugene."""
    return (place, re.split(r"[,(]", place)[0]) if place else ()
