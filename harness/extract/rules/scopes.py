"""A claim's scope, field by field, and which of its fields are printed at that place.

A field is firm if the sentence prints it and nothing else in it could be meant. What is carried over from elsewhere in
the article, or left open, is inferred: the check then considers what else it may be.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from harness.extract.rules.carried import HERE, carried_competition, printed_year_at
from harness.extract.rules.clauses import has_verb, in_one_clause, is_visible
from harness.extract.rules.discourse import CompetitionContext, is_final
from harness.extract.rules.figures import marks
from harness.extract.rules.lexicon import KnownHolding
from harness.extract.rules.mentions import Reference
from harness.extract.rules.nearest import OTHER_CLAUSE, leads_on, nearest
from harness.extract.rules.occasions import CompetitionMention, is_of_another_time, of_its_clause
from harness.extract.rules.reading import Sentence
from harness.extract.rules.settings import same_event
from harness.extract.rules.splits import split_in

_THE_OTHER = re.compile(r"\bthe other(?: one| race)?\b")
_OF_FINALS = re.compile(r"\b(?:gold|silver|bronze|title|crown)\b")
_FRONTED = len("At the ")  # "In Tokyo he was tenth, while she won": what opens a sentence holds for all of it
_INDOORS = re.compile(r"\bindoors?\b")
_INDOORS_BEFORE = 30
_SEX = re.compile(r"\b(?:wo)?men\b")
_DIGIT = re.compile("[0-9]")
_POINTS = re.compile(r"[0-9],?[0-9]{3}(?: points)?")
_WHEN_THERE = re.compile(  # "in Lima two years ago, when Bell was second"
    r"(?: (?:in )?(?:[12][0-9]{3}|(?:a|two|three|four|five|six) years? (?:ago|earlier|before)|last (?:year|season)))?"
    r", (?:when|where)\b"
)
_RACE = ("competition", "year", "round", "indoor")


class ReadScope(NamedTuple):
    """The fields of a scope, and the names of those that the words at the place do not print."""

    fields: dict[str, Any]
    inferred: frozenset[str] = frozenset()

    def without(self, *names: str) -> ReadScope:
        """The scope without the named fields (without what names one race, where none is named)."""
        names = names or _RACE
        kept = {name: value for name, value in self.fields.items() if name not in names}
        return ReadScope(kept, self.inferred - frozenset(names))

    def having(self, **printed: Any) -> ReadScope:
        """The scope with fields that the words print; None leaves one out."""
        kept = {name: value for name, value in {**self.fields, **printed}.items() if value is not None}
        return ReadScope(kept, self.inferred - frozenset(printed))

    def leaving_open(self, *names: str) -> ReadScope:
        """The scope without the named fields, which may be anything."""
        return ReadScope(self.without(*names).fields, self.inferred | set(names))

    def get(self, name: str) -> Any:
        """The field's value; None where it is left open."""
        return self.fields.get(name)


def scope_at(
    sentence: Sentence, start: int, end: int | None = None, *, to_come: bool = False, **printed: Any
) -> ReadScope:
    """The scope of a claim on the words from `start` to `end` of the sentence; `printed` are fields that they print.

    With `to_come`, a meeting that is still to be held can be meant.
    """
    end = start if end is None else end
    inferred: set[str] = set()
    near, sure = _competition(sentence, start, end, to_come=to_come)
    after = next((mention for mention in sentence.competitions if mention.start >= end), None)
    undecided = near is None and after is not None and after.to_come and leads_on(sentence.words, end, after)
    year = None if near else printed_year_at(sentence, start, end)
    competition = (
        CompetitionContext(near.printed, near.year) if near else carried_competition(sentence, start, end, year)
    )
    if near is not None and near.unknown:
        competition, sure = None, False
    of_another_day = False
    if near is None and year is None and competition is not None:
        held = _holdings(sentence, competition)
        words = _without_asides(sentence, start)
        elsewhere, of_another_day = is_of_another_time(
            words, start, end, sentence.published, held, long_ago=sentence.state.occasion.long_ago
        )
        competition = None if elsewhere else competition  # that of another time, and which is not told
    if undecided:
        competition = None  # "third in Munich", which has had two
    if not sure:
        inferred |= {"competition"} | ({"year"} if competition and competition.year and year is None else set())
    elif near is not None and near.year is not None and not near.year_is_printed:
        inferred.add("year")
    of_another_year = competition is None and year is not None  # the event is told all the same
    event, event_is_printed = _event(
        sentence, start, end, sentence.state.occasion.competition if of_another_year else competition
    )
    if event is not None and not event_is_printed:
        inferred.add("event")
    round_name, round_is_printed = _round(sentence, competition, start, end)
    if of_another_day and not round_is_printed:
        round_name = None
        inferred.add("round")
    if round_name is not None and not round_is_printed:
        inferred.add("round")
    indoor = _is_indoor(sentence, near, competition, start, end)
    if indoor and not _INDOORS.search(sentence.words):
        inferred.add("indoor")
    fields = {
        "event": event,
        "competition": competition.printed if competition else None,
        "year": competition.year if competition else year,
        "round": round_name,
        "indoor": True if indoor else None,
    }
    return ReadScope({name: value for name, value in fields.items() if value is not None}, frozenset(inferred)).having(
        **printed
    )


def scope_of_part(sentence: Sentence, scope: ReadScope, mark: str) -> ReadScope:
    """The scope of a mark in one part of the combined event that the article reports; points are of the whole."""
    combined, event = sentence.state.occasion.combined, scope.get("event")
    if combined is None or event is None or same_event(event, combined):
        return scope
    if _POINTS.fullmatch(mark):
        return ReadScope({**scope.fields, "event": combined}, scope.inferred | {"event"})
    return ReadScope({**scope.fields, "event": combined, "part": event}, scope.inferred | {"event"})


def list_scope(sentence: Sentence, start: int, end: int | None = None, **printed: Any) -> ReadScope:
    """The scope of a list: an event and whose it is. What names one race stays out."""
    return scope_at(sentence, start, end, **printed).without("competition", "round", "year")


def of_their_race(sentence: Sentence, scope: ReadScope) -> ReadScope:
    """The scope of a day or venue: the race of those whom the sentence names (else of those spoken of), men or women;
    of neither where the names do not tell, as there may have been a race of each."""
    if scope.get("sex") is not None or _SEX.search(str(scope.get("event") or "")):
        return scope
    named = [n.person for n in sentence.nominals if n.person is not None]
    people = named or [person for person in sentence.state.people.topics if person is not None]
    sexes = {person.sex for person in people}
    if not people:
        return scope
    if len(sexes) == 1 and "" not in sexes:
        return scope.having(sex=sexes.pop())
    return scope.without("event", "round")


def mark_before(sentence: Sentence, at: int, athlete: Reference) -> str | None:
    """The mark that is printed last before the place in the sentence, else the athlete's latest."""
    before = [mark[0] for mark in marks(sentence.words) if mark.start() < at]
    return before[-1] if before else latest_mark(sentence, athlete)


def latest_mark(sentence: Sentence, athlete: Reference) -> str | None:
    """The mark that the sentences before printed last of the athlete."""
    theirs = [mark for family, mark in sentence.state.figures.marks if family == athlete.person.family]
    return theirs[-1] if theirs else None


def split_at(sentence: Sentence, place: int) -> str | None:
    """The distance on the way that the words before the place give; None at the finish.

    A mark between the two belongs to the distance, and what comes behind it is told of the finish again, with a verb of
    its own: "passed 400m in 58.1, Bell in 58.4, and won".
    """
    event = str(scope_at(sentence, place).get("event") or "")
    words = _without_asides(sentence, place)
    start = 0
    for mark in reversed([mark for mark in marks(sentence.words) if mark.end() <= place]):
        if has_verb(words, mark.end(), place) or _DIGIT.search(words, mark.end(), place):
            start = mark.start()
            break
        place = mark.start()
    return split_in(words[start:place], event)


def event_of(sentence: Sentence, level: str) -> str | None:
    """The event that the article has told of a competition of the level ("world"); None where it has not."""
    events = sentence.state.occasion.events
    names = [name for name in events if level.casefold() in name.casefold()]
    return events[names[0]].printed if names else None


def latest_holding(sentence: Sentence, competition: CompetitionContext) -> KnownHolding | None:
    """The holding of the competition that was held last before the article; None where no day of one is known."""
    past = [holding for holding in _holdings(sentence, competition) if holding.start <= sentence.published]
    return past[-1] if past else None


def _holdings(sentence: Sentence, competition: CompetitionContext) -> tuple[KnownHolding, ...]:
    held = sentence.lexicon.holdings(competition.printed)
    return tuple(h for h in held if competition.year is None or competition.year in h.years)


def _without_asides(sentence: Sentence, at: int) -> str:
    """The words with spaces for what is said in between and has ended: "Hall, who won a year ago, came third"."""
    words = sentence.words
    for first, last in sentence.inside:
        if last <= at:
            words = words[:first] + " " * (last - first) + words[last:]
    return words


def _competition(sentence: Sentence, start: int, end: int, *, to_come: bool) -> tuple[CompetitionMention | None, bool]:
    """The competition that the sentence prints for the place, and whether no other can be meant."""
    words = sentence.words
    every = [m for m in sentence.competitions if to_come or not m.to_come]
    visible = [m for m in every if is_visible((*sentence.inside, *sentence.speech), m.start, start)]
    there = of_its_clause(words, every, sentence.inside, start)
    if there is not None:
        return there, False
    near = nearest(sentence.words, sentence.inside, visible, start, end)
    if near is None or (near.end <= start and HERE.search(words, near.end, start)):
        return None, False
    if near.aside and near.start <= _FRONTED and near == every[0]:
        return near, len(every) == 1
    if (
        near.aside
        and near.end < start
        and (when := _WHEN_THERE.match(words, near.end, start))
        and in_one_clause(words, when.end(), start)
    ):
        return near, False
    if near.aside and near.start < start and not in_one_clause(words, near.end, start):
        if has_verb(words, 0, near.start) and not has_verb(words, near.end, start):
            return near._replace(
                unknown=True
            ), False  # "beat Bell in Lima a year ago, the Norwegian second": there too?
        return (near, False) if sentence.state.occasion.competition is None else (None, False)
    alone = len({(m.printed, m.year) for m in every}) == 1
    return near, alone or in_one_clause(words, near.start, start)


def _event(sentence: Sentence, start: int, end: int, competition: CompetitionContext | None) -> tuple[str | None, bool]:
    visible = [event for event in sentence.events if is_visible(sentence.inside, event.start, start)]
    near = nearest(sentence.words, sentence.inside, visible, start, end, OTHER_CLAUSE)
    if near is not None:
        first = sentence.events[0].printed
        alone = all(same_event(event.printed, first) for event in sentence.events)
        return near.printed, alone or in_one_clause(sentence.words, near.start, start)
    occasion = sentence.state.occasion
    known_event = occasion.events.get(competition.printed if competition else "")
    if known_event is not None:
        return known_event.printed, False
    return (occasion.event if competition == occasion.competition else occasion.main_event), False


def _round(sentence: Sentence, competition: CompetitionContext | None, start: int, end: int) -> tuple[str | None, bool]:
    """The round that is printed, else the one told of before of the same competition; medals are won in no heat."""
    visible = [occurrence for occurrence in sentence.rounds if is_visible(sentence.inside, occurrence.start, start)]
    printed = nearest(sentence.words, sentence.inside, visible, start, end)
    if printed is not None:
        between = sentence.words[printed.end : start]
        heat_and_medal = not is_final(printed.printed) and _OF_FINALS.search(between)
        if heat_and_medal:
            return None, True
        return printed.printed, printed.end > start or in_one_clause(sentence.words, printed.start, start)
    elsewhere = [occurrence for occurrence in sentence.rounds if occurrence.end <= start]
    if elsewhere and _THE_OTHER.search(sentence.words, elsewhere[-1].end, end + len("the other semi-final")):
        return elsewhere[-1].printed, False
    occasion = sentence.state.occasion
    if competition != occasion.competition or (not is_final(occasion.round) and _OF_FINALS.search(sentence.words)):
        return None, False
    return occasion.round, False


def _is_indoor(
    sentence: Sentence, near: CompetitionMention | None, competition: CompetitionContext | None, start: int, end: int
) -> bool:
    known_event = sentence.state.occasion.events.get(competition.printed if competition else "")
    if known_event is not None and known_event.indoor and near is None:
        return True
    return _INDOORS.search(sentence.words, max(0, start - _INDOORS_BEFORE), end) is not None
