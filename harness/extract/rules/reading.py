"""An article read sentence by sentence: who is named, who is meant, and what each sentence is about."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from harness.extract.rules import settings
from harness.extract.rules.figures import marks
from harness.extract.rules.lexicon import Lexicon
from harness.extract.rules.moods import told_as_fact
from harness.extract.rules.people import Mention, Person, people
from harness.extract.rules.sentences import Span, quoted, sentences, view
from harness.extract.rules.settings import Found
from harness.extract.rules.splits import split_in
from harness.extract.rules.subjects import Role, pronouns, roles

_SPEAKS = re.compile(
    r"\b(?:said|says|added|adds|adding|admitted|explained|grinned|grins|joked|insisted|told|shared|stating|continued"
    r"|reflected)\b",
    re.IGNORECASE,
)
_LAST_YEAR = re.compile(r",? last (?:year|season|summer|month|winter)")
_SOMEBODYS = re.compile(r"'s $")
_WON_THERE = re.compile(r" (?:win|victory|triumph|title|gold|silver|bronze)\b")
_RELATIVE = re.compile(
    r", (?:who|which|whose)\b[^,;.]*$"
    r"|\b(?:medall?ist|champion|winner|gold|silver|bronze|title|medal|record(?: run| time| mark)?)"
    r" (?:in|at|from|of) (?:the )?$"
)
_OF_A_RACE = re.compile(
    r"\b(?:won|beat|ran|clocked|finished|took|came|swam|threw|jumped|cleared|led|was (?:run|held|decided))\b"
)
_MEDALS = re.compile(r"\b(?:gold|silver|bronze|(?:world|World|Olympic|European) (?:title|champion))\b")
_NEAR_THE_VERB = 25
_MARKS_LAST = 2


class Told(NamedTuple):
    """What is said of a competition: its event, and whether it is indoors."""

    event: str | None = None
    indoor: bool = False


class Carried(NamedTuple):
    """What a sentence takes over from those before it.

    `people` are those who were spoken of last, the subject first; `marks` the latest printed ones, with whose they are.
    """

    competition: str | None = None
    event: str | None = None
    main_event: str | None = None
    by_competition: Mapping[str, Told] = MappingProxyType({})
    people: tuple[Person, ...] = ()
    speaker: Person | None = None
    round: str | None = None
    split: str | None = None
    marks: tuple[tuple[str, str], ...] = ()
    marks_age: int = 0

    @property
    def topic(self) -> Person | None:
        """Whom a sentence without a subject speaks of."""
        return self.people[0] if self.people else None


class Sentence(NamedTuple):
    """A sentence in plain punctuation: `words` begins at code point `start` of the text; places in it count from 0."""

    start: int
    words: str
    mentions: tuple[tuple[Mention, Role], ...]
    speech: tuple[Span, ...]
    events: tuple[Found, ...]
    competitions: tuple[Found, ...]
    rounds: tuple[Found, ...]
    carried: Carried
    lexicon: Lexicon
    year: int


def read(text: str, lexicon: Lexicon, year: int) -> list[Sentence]:
    """The sentences of the text, each with what those before it carry over; `year` is the article's."""
    seen = view(text)
    named, speech = people(seen, lexicon), quoted(text)
    every = [one.printed for one in settings.competitions(seen, lexicon)]
    level = settings.main_level(seen, every, lexicon)
    carried = _at_first(seen, [level, *every] if level else every)
    if _MEDALS.search(seen) and not settings.rounds(seen):
        carried = carried._replace(round="final")
    printed_last: dict[Person, str] = {}
    found: list[Sentence] = []
    for start, end in sentences(seen):
        words = seen[start:end]
        here = [one for one in named if start <= one.start < end]
        printed_last.update({one.person: one.printed for one in here})
        said = tuple((max(a, start) - start, min(b, end) - start) for a, b in speech if a < end and b >= start)
        carried = carried._replace(speaker=_speaker(here, words, start, said, carried.topic) or carried.speaker)
        meant = pronouns(words, start, here, carried.people, carried.speaker)
        meant_as_printed = [one._replace(printed=printed_last.get(one.person, one.printed)) for one in meant]
        competitions = settings.in_full(settings.competitions(words, lexicon), every, lexicon)
        if level is not None:
            competitions = [one._replace(printed=level) if one.printed == every[0] else one for one in competitions]
        if carried.competition is not None:
            competitions = [one for one in competitions if not _only_where(words, one, lexicon)]
        if found and "\n" in seen[found[-1].start + len(found[-1].words) : start]:
            carried = carried._replace(split=None, round=carried.round if is_final(carried.round) else None)
        sentence = Sentence(
            start, words, tuple(roles(sorted([*here, *meant_as_printed]), words, start)), said,
            tuple(settings.events(words)), tuple(competitions), tuple(settings.rounds(words)), carried, lexicon, year,
        )  # fmt: skip
        found.append(sentence)
        carried = _carry(sentence)
    return found


def in_speech(sentence: Sentence, at: int) -> bool:
    """Whether the place is inside quotation marks."""
    return any(start <= at < end for start, end in sentence.speech)


def _at_first(seen: str, every: list[str]) -> Carried:
    """What the article names first, for the words before it says anything."""
    event = next(iter(settings.events(seen)), None)
    competition = next((name for name in every if not settings.is_series(name)), None)
    told = {competition: Told(event.printed)} if competition and event else {}
    return Carried(competition, event.printed if event else None, settings.main_event(seen), told)


def _carry(sentence: Sentence) -> Carried:
    old = sentence.carried
    holdings = [
        one
        for one in sentence.competitions
        if not settings.is_series(one.printed) and told_as_fact(sentence.words, one.start)
    ]
    main = [one for one in holdings if not is_aside(sentence.words, one)]
    competition = main[-1].printed if main else old.competition
    told = dict(old.by_competition)
    events = [
        one for one in sentence.events if not in_speech(sentence, one.start) and told_as_fact(sentence.words, one.start)
    ]
    for event in events:
        theirs = _competition_of(event, holdings) or competition
        if theirs is not None:
            indoor = re.search(r"\bindoors?\b", sentence.words[max(0, event.start - 30) : event.end + 10]) is not None
            told[theirs] = Told(event.printed, indoor)
    first = events[0].printed if events else old.event
    event_told = told[competition].event if competition in told else first
    subject = _topic(sentence)
    own = marks(sentence.words) if split_in(sentence.words, event_told or "") is None else []
    theirs_now = tuple((_family_before(sentence, one.start(), subject), one[0]) for one in own)
    kept = old.marks if old.marks_age < _MARKS_LAST else ()
    return old._replace(
        round=_round(sentence) or (old.round if competition == old.competition else None),
        competition=competition, event=event_told, by_competition=told, people=_people(sentence, subject) or old.people,
        split=split_in(sentence.words, event_told or "") or old.split,
        marks=theirs_now or kept, marks_age=0 if theirs_now else old.marks_age + 1,
    )  # fmt: skip


def _only_where(words: str, one: Found, lexicon: Lexicon) -> bool:
    return words[one.start : one.end] in lexicon.cities and settings.is_only_where(words, one)


def _round(sentence: Sentence) -> str | None:
    """The round that the sentence tells results of, the last one named; one to come is none."""
    if not _OF_A_RACE.search(sentence.words):
        return None
    told = [
        one.printed
        for one in sentence.rounds
        if not in_speech(sentence, one.start) and told_as_fact(sentence.words, one.start)
    ]
    return told[-1] if told else None


def is_final(printed: str | None) -> bool:
    """Whether what follows in the next paragraph is of the round still: heats are told one by one."""
    return printed is not None and printed.casefold() == "final"


def _family_before(sentence: Sentence, at: int, subject: Person | None) -> str:
    """The family name of the subject named last before the mark, else of the sentence's."""
    place = sentence.start + at
    before = [one.person for one, its in sentence.mentions if its is Role.SUBJECT and one.end <= place]
    whose = before[-1] if before else subject
    return whose.family if whose else ""


def _competition_of(event: Found, holdings: list[Found]) -> str | None:
    """The competition that follows the event in the sentence, else the last before it."""
    after = [one for one in holdings if one.start >= event.end]
    return after[0].printed if after else holdings[-1].printed if holdings else None


def is_aside(words: str, found: Found) -> bool:
    """Whether the competition is told by the way: ", who won in Lima", "in Doha last year", "Hall's Lima win"."""
    if _SOMEBODYS.search(words[: found.start]) and _WON_THERE.match(words, found.end):
        return True
    return _LAST_YEAR.match(words, found.end) is not None or _RELATIVE.search(words[: found.start]) is not None


def _topic(sentence: Sentence) -> Person | None:
    """Whom the sentence leaves as the one spoken of: its first subject outside quotation marks, else an owner.

    "For Anna Hall, nothing went to plan" speaks of her without either.
    """
    outside = [(one, its) for one, its in sentence.mentions if not in_speech(sentence, one.start - sentence.start)]
    for wanted in (Role.SUBJECT, Role.OWNER):
        for one, its in outside:
            if its is wanted:
                return one.person
    first = next((one for one, _ in outside if one.start - sentence.start == len("For ")), None)
    return first.person if first is not None and sentence.words.startswith("For ") else None


def _people(sentence: Sentence, subject: Person | None) -> tuple[Person, ...]:
    """The subject, then the others in the order of the sentence."""
    if subject is None:
        return ()
    return tuple(dict.fromkeys((subject, *(one.person for one, _ in sentence.mentions))))


def _speaker(
    here: list[Mention], words: str, start: int, said: tuple[Span, ...], topic: Person | None
) -> Person | None:
    """Who speaks: who stands by a verb of speaking outside the marks, or whom a pronoun there means."""
    for verb in _SPEAKS.finditer(words):
        if any(a <= verb.start() < b for a, b in said):
            continue
        verb_at = start + verb.start()
        close = [one for one in here if -_NEAR_THE_VERB <= one.start - verb_at <= _NEAR_THE_VERB]
        if close:
            return close[0].person
        if re.search(r"\b(?:he|she)\b", words, re.IGNORECASE):
            return topic
    return None
