"""The discourse state: what a sentence takes over from those before it, in three parts.

Whom the article speaks of (`coreference.People`), of which competition, event and round (`Occasion`), and the figures
that it printed last (`Figures`). What a claim takes from here is not printed at its place: it is handed on as inferred.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from harness.extract.rules.competitions import is_series
from harness.extract.rules.coreference import topics_after
from harness.extract.rules.figures import marks
from harness.extract.rules.mentions import MentionedPeople, Role
from harness.extract.rules.modality import is_asserted
from harness.extract.rules.occasions import CompetitionMention
from harness.extract.rules.people import Person
from harness.extract.rules.settings import Occurrence
from harness.extract.rules.splits import split_in

if TYPE_CHECKING:
    from harness.extract.rules.reading import Sentence

_SPEAKS = re.compile(
    r"\b(?:said|says|added|adds|adding|admitted|explained|grinned|grins|joked|insisted|told|shared|stating|continued"
    r"|reflected)\b",
    re.IGNORECASE,
)
_OF_A_RACE = re.compile(
    r"\b(?:won|beat|ran|clocked|finished|took|came|swam|threw|jumped|cleared|led|was (?:run|held|decided|quicker|faster"
    r"|slower))\b"
)
_INDOORS = re.compile(r"\bindoors?\b")
_INDOORS_BEFORE, _INDOORS_AFTER = 30, 10
_NEAR_THE_VERB = 25
_MARKS_LAST = 2
_NAMED_AT_MOST, _COMPETITIONS_AT_MOST = 300, 100  # that are carried over: each sentence goes through them


class CompetitionContext(NamedTuple):
    """A competition as the article printed it, and the year of the holding where it is known."""

    printed: str
    year: int | None = None


class EventContext(NamedTuple):
    """The event that was told of a competition, and whether it was indoors."""

    printed: str
    indoor: bool = False


class Occasion(NamedTuple):
    """The competitions, events and rounds that the article is about.

    `main` is the competition that it reports, `current` the one of the latest sentences in this paragraph. `events` has
    the event that was named last for each competition ("" stands for no competition); `main_event` is the one that most
    of the article is about; `combined` is the combined event that it reports, whose parts are named as events of their
    own. `long_ago`: the article looks back, so the ages in it are not those on its own day.
    """

    main: CompetitionContext | None = None
    current: CompetitionContext | None = None
    event: str | None = None
    main_event: str | None = None
    events: Mapping[str, EventContext] = {}
    round: str | None = None
    combined: str | None = None
    long_ago: bool = False

    @property
    def competition(self) -> CompetitionContext | None:
        """What a sentence that names no competition is taken to speak of."""
        return self.current or self.main


class FiguresOnTheWay(NamedTuple):
    """The distance on the way that was told last, and the latest marks with the family names of whose they are."""

    split: str | None = None
    marks: tuple[tuple[str, str], ...] = ()
    age: int = 0


class DiscourseState(NamedTuple):
    """What a sentence takes over from those before it."""

    people: MentionedPeople = MentionedPeople()
    occasion: Occasion = Occasion()
    figures: FiguresOnTheWay = FiguresOnTheWay()


def after_sentence(sentence: Sentence) -> DiscourseState:
    """The state that the sentence leaves."""
    occasion = _occasion_after(sentence)
    return DiscourseState(_people_after(sentence), occasion, _figures_after(sentence, occasion))


def at_paragraph(state: DiscourseState) -> DiscourseState:
    """The state at a new paragraph: what was told in the last one alone is over, heats among it."""
    occasion = state.occasion
    kept = occasion.round if is_final(occasion.round) else None
    return state._replace(
        occasion=occasion._replace(current=None, round=kept, event=_event_of(occasion, occasion.main)),
        figures=state.figures._replace(split=None),
    )


def at_heading(state: DiscourseState, main: CompetitionContext | None, published: date) -> DiscourseState:
    """The state below a heading: the competition that it names is the one that is told of."""
    occasion = state.occasion
    old = main is not None and main.year is not None and main.year < published.year
    below = occasion._replace(main=main, current=None, event=_event_of(occasion, main), long_ago=old)
    return state._replace(occasion=below)


def is_final(printed: str | None) -> bool:
    """Whether what follows in the next paragraph is of the round still: heats are told one by one."""
    return printed is not None and printed.casefold() == "final"


def speaker_in(sentence: Sentence) -> Person | None:
    """Who speaks: who stands by a verb of speaking outside the marks, or whom a pronoun there means."""
    for verb in _SPEAKS.finditer(sentence.words):
        if sentence.in_speech(verb.start()):
            continue
        close = [
            nominal for nominal in sentence.nominals
            if nominal.person is not None and -_NEAR_THE_VERB <= nominal.start - verb.start() <= _NEAR_THE_VERB
        ]  # fmt: skip
        if close:
            return close[0].person
        if re.search(r"\b(?:he|she)\b", sentence.words, re.IGNORECASE):
            return sentence.state.people.topic
    return None


def _people_after(sentence: Sentence) -> MentionedPeople:
    people = sentence.state.people
    named = dict(people.named)
    for nominal in sentence.nominals:
        if nominal.person is not None and nominal.form.value == "name":
            named.pop(nominal.person, None)
            named[nominal.person] = nominal.printed
    for person in list(named)[: max(0, len(named) - _NAMED_AT_MOST)]:
        del named[person]
    return MentionedPeople(topics_after(sentence) or people.topics, named, people.speaker)


def _occasion_after(sentence: Sentence) -> Occasion:
    old = sentence.state.occasion
    holdings = [
        mention for mention in sentence.competitions
        if not is_series(mention.printed) and not mention.to_come and not sentence.in_speech(mention.start)
    ]  # fmt: skip
    foremost = [mention for mention in holdings if not mention.aside]
    current = CompetitionContext(foremost[-1].printed, foremost[-1].year) if foremost else old.current
    if current is not None and old.main is not None and current.printed == old.main.printed:
        current = None
    competition = current or old.main
    events = dict(old.events)
    here = [
        event for event in sentence.events
        if not sentence.in_speech(event.start) and is_asserted(sentence.words, event.start)
    ]  # fmt: skip
    for event in here:
        theirs = _competition_of(event, holdings) or (competition.printed if competition else "")
        near = sentence.words[max(0, event.start - _INDOORS_BEFORE) : event.end + _INDOORS_AFTER]
        events[theirs] = EventContext(event.printed, _INDOORS.search(near) is not None)
    for name in list(events)[: max(0, len(events) - _COMPETITIONS_AT_MOST)]:
        del events[name]
    new = old._replace(current=current, event=here[0].printed if here else old.event, events=events, round=None)
    same = competition == old.competition
    return new._replace(
        event=_event_of(new, competition) or new.event,
        round=_round_after(sentence) or (old.round if same else None),
    )


def _event_of(occasion: Occasion, competition: CompetitionContext | None) -> str | None:
    event = occasion.events.get(competition.printed if competition else "")
    return event.printed if event else occasion.event


def _round_after(sentence: Sentence) -> str | None:
    """The round that the sentence tells results of, the last one named; one to come is none."""
    if not _OF_A_RACE.search(sentence.words):
        return None
    foremost = [
        occurrence.printed for occurrence in sentence.rounds
        if not sentence.in_speech(occurrence.start) and is_asserted(sentence.words, occurrence.start)
        and not any(start <= occurrence.start < end for start, end in sentence.inside)
    ]  # fmt: skip
    return foremost[-1] if foremost else None


def _competition_of(event: Occurrence, holdings: list[CompetitionMention]) -> str | None:
    """The competition that follows the event in the sentence, else the last before it."""
    after = [mention for mention in holdings if mention.start >= event.end]
    return after[0].printed if after else holdings[-1].printed if holdings else None


def _figures_after(sentence: Sentence, occasion: Occasion) -> FiguresOnTheWay:
    old = sentence.state.figures
    split = split_in(sentence.words, occasion.event or "")
    own = marks(sentence.words) if split is None else []
    theirs = tuple((_family_before(sentence, mark.start()), mark[0]) for mark in own)
    kept = old.marks if old.age < _MARKS_LAST else ()
    return FiguresOnTheWay(split or old.split, theirs or kept, 0 if theirs else old.age + 1)


def _family_before(sentence: Sentence, at: int) -> str:
    """The family name of the subject named last before the mark, else of the sentence's topic."""
    before = [n.person for n in sentence.nominals if n.role is Role.SUBJECT and n.person is not None and n.end <= at]
    whose = before[-1] if before else next(iter(topics_after(sentence)), None)
    return whose.family if whose else ""
