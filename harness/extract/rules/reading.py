"""An article read sentence by sentence: who is named, who is meant, and what each sentence is about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, Generic, NamedTuple, TypeVar

from harness.extract.rules import competitions, settings
from harness.extract.rules.clauses import insertions
from harness.extract.rules.competitions import is_series
from harness.extract.rules.discourse import (
    CompetitionContext,
    DiscourseState,
    EventContext,
    Occasion,
    after_sentence,
    at_heading,
    at_paragraph,
    speaker_in,
)
from harness.extract.rules.lexicon import Lexicon
from harness.extract.rules.mentions import Nominal
from harness.extract.rules.nominals import nominals
from harness.extract.rules.occasions import CompetitionMention, in_context
from harness.extract.rules.people import people
from harness.extract.rules.sections import sections
from harness.extract.rules.sentences import Span, quoted, sentences, view
from harness.extract.rules.settings import Occurrence
from harness.extract.rules.time_limit import TimeLimit

_MEDALS = re.compile(r"\b(?:gold|silver|bronze|(?:world|World|Olympic|European) (?:title|champion))\b")
_DATELINE = re.compile(
    r"^[A-Z][A-Za-z .'-]{2,30}(?:, [A-Z][A-Za-z .]{2,20})?,? (?:\([^)]{2,40}\)|[0-9]{1,2} [A-Z][a-z]+"
    r"|[A-Z][a-z]+\.? [0-9]{1,2})?"
    r"(?:,? [0-9]{4})?(?: \([^)]{2,30}\))? ?(?:-|--|:)+ "
)
_YESTERDAY = re.compile(r"\b(?:[Yy]esterday|[Ll]ast night)\b(?!'s)")
_COMBINED = re.compile(r"(?:hepta|deca|penta)thlon$", re.IGNORECASE)
T = TypeVar("T", bound=tuple[Any, ...])
_SEASON = 400  # days: of what was held longer ago, an article looks back
_RECENT = 10  # days: what was held so shortly before an article is what it reports


class Sentence(NamedTuple):
    """A sentence in plain punctuation: `words` begins at code point `start` of the text; places in it count from 0.

    `inside` is what is said in between (brackets, relative clauses); `dateline` ends where the news itself begins.
    """

    start: int
    words: str
    nominals: tuple[Nominal, ...]
    speech: tuple[Span, ...]
    inside: tuple[Span, ...]
    events: tuple[Occurrence, ...]
    competitions: tuple[CompetitionMention, ...]
    rounds: tuple[Occurrence, ...]
    state: DiscourseState
    lexicon: Lexicon
    published: date
    dateline: int = 0

    def in_speech(self, at: int) -> bool:
        """Whether the place is inside quotation marks."""
        return any(start <= at < end for start, end in self.speech)


def read(text: str, lexicon: Lexicon, published: date, limit: TimeLimit | None = None) -> list[Sentence]:
    """The sentences of the text, each with what those before it carry over; TooSlow where the time is up."""
    limit = limit or TimeLimit(float("inf"))
    seen = view(text)
    named, speech = _Walk(people(seen, lexicon)), _Walk(quoted(text))
    bare = _bare_sentences(seen, lexicon, published, limit)
    of_long_ago = is_of_long_ago(bare, lexicon, published)
    if of_long_ago:
        bare = list(_looking_back(bare, lexicon))
    occasion = _at_first(seen, bare, lexicon, published, long_ago=of_long_ago)
    state = DiscourseState(occasion=occasion._replace(long_ago=of_long_ago))
    headed = sections(seen, bare, occasion.main, lexicon, published)
    sentences: list[Sentence] = []
    end = 0
    for sentence in bare:
        limit.check()
        start, words = sentence.start, sentence.words
        if "\n" in seen[end:start]:
            state = at_paragraph(state)
        if start in headed:
            state = at_heading(state, headed[start], published)
        end = start + len(words)
        here = [m._replace(start=m.start - start, end=m.end - start) for m in named.between(start, end)]
        spoken = tuple((max(a, start) - start, min(b, end) - start) for a, b in speech.between(start, end))
        sentence = sentence._replace(state=state, speech=spoken, competitions=_of_other_places(sentence, state))
        sentence = sentence._replace(nominals=nominals(words, here, state.people, lexicon, sentence.inside))
        speaker = speaker_in(sentence)
        if speaker is not None and speaker != state.people.speaker:
            state = state._replace(people=state.people._replace(speaker=speaker))
            again = nominals(words, here, state.people, lexicon, sentence.inside)
            sentence = sentence._replace(state=state, nominals=again)
        sentences.append(sentence)
        state = after_sentence(sentence)
    return sentences


class _Walk(Generic[T]):
    """Places in the text, in order, handed out stretch by stretch: each is looked at once."""

    def __init__(self, places: Sequence[T]) -> None:
        self.places, self.at = places, 0

    def between(self, start: int, end: int) -> list[T]:
        """Those that begin before the end, and end behind the start."""
        while self.at < len(self.places) and self.places[self.at][1] <= start:
            self.at += 1
        behind = self.at
        while behind < len(self.places) and self.places[behind][0] < end:
            behind += 1
        return list(self.places[self.at : behind])


def _bare_sentences(seen: str, lexicon: Lexicon, published: date, limit: TimeLimit) -> list[Sentence]:
    """The sentences with what stands in each of them, before anything is carried over."""
    every = competitions.NamesOfCompetitions(competitions.competitions(seen, lexicon))
    told_year: int | None = None
    level = competitions.main_level(seen, every, lexicon, published)
    read = []
    for start, end in sentences(seen):
        limit.check()
        words = seen[start:end]
        dateline = _DATELINE.match(words)
        begins = dateline.end() if dateline else 0
        inside = tuple(span for span in insertions(words) if span[0] >= begins or span[1] < begins)
        named = competitions.in_full(competitions.competitions(words, lexicon), every, lexicon)
        if level is not None:
            first = every.names[0]
            named = [mention._replace(printed=level) if mention.printed == first else mention for mention in named]
        mentions = in_context(
            words, [mention for mention in named if mention.start >= begins], lexicon, published, inside, told_year
        )
        told_year = next((m.year for m in reversed(mentions) if m.year is not None and not m.to_come), told_year)
        read.append(
            Sentence(start, words, (), (), inside, tuple(settings.events(words, lexicon)), mentions,
                     tuple(settings.rounds(words)), DiscourseState(), lexicon, published, begins)
        )  # fmt: skip
    return read


def _of_other_places(sentence: Sentence, state: DiscourseState) -> tuple[CompetitionMention, ...]:
    """The competitions without the cities that only say where the one that is spoken of was held."""
    if state.occasion.competition is None:
        return sentence.competitions
    return tuple(
        mention
        for mention in sentence.competitions
        if not (
            sentence.words[mention.start : mention.end] in sentence.lexicon.cities
            and competitions.is_only_where(sentence.words, Occurrence(*mention[:3]))
        )
    )


def _at_first(seen: str, bare: Sequence[Sentence], lexicon: Lexicon, published: date, *, long_ago: bool) -> Occasion:
    """What the article reports: the first competition that was held shortly before and is not told by the way.

    One that was held long before is only what a look back tells of: a report of today need not name its own meeting.
    """
    named = [
        mention
        for sentence in bare
        for mention in sentence.competitions
        if not mention.to_come and not is_series(mention.printed)
    ]
    foremost = [mention for mention in named if not mention.aside]
    recent = [mention for mention in foremost if _is_recent(mention, lexicon, published)]
    main = next(iter(recent), None)
    dateline = _of_the_dateline(bare, lexicon, published)
    if dateline is not None and (
        main is None or _begun(main, lexicon, published) < _begun(dateline, lexicon, published)
    ):
        main = dateline  # sent from where something was held since
    main = main or _of_the_venue(seen, lexicon, published)
    if main is None:
        aside = (mention for mention in named if _is_recent(mention, lexicon, published))
        is_alone = len({mention.printed for mention in named}) == 1
        others = (m for m in foremost if long_ago or is_alone or not lexicon.holdings(m.printed))
        main = next(aside, None) or next(others, None)
    event = next((event.printed for sentence in bare for event in sentence.events), None)
    competition = CompetitionContext(main.printed, main.year) if main else None
    events = {competition.printed: EventContext(event)} if competition and event else {}
    has_rounds = any(sentence.rounds for sentence in bare)
    final = "final" if _MEDALS.search(seen) and not has_rounds else None
    combined = event if event is not None and _COMBINED.search(event) else None
    return Occasion(competition, None, event, settings.main_event(seen, lexicon), events, final, combined)


def _of_the_dateline(bare: Sequence[Sentence], lexicon: Lexicon, published: date) -> CompetitionMention | None:
    """The competition that was just held where the report was sent from, or that its heading names."""
    for sentence in bare:
        for named in competitions.competitions(sentence.words[: sentence.dateline], lexicon):
            mention = CompetitionMention(*named)
            if _is_recent(mention, lexicon, published):
                return mention._replace(year=None if competitions.has_year(named.printed) else published.year)
    return None


def _begun(mention: CompetitionMention, lexicon: Lexicon, published: date) -> date:
    """The first day of the latest holding before the article; that of no known one is long ago."""
    held = (h for h in lexicon.holdings(mention.printed) if mention.year is None or mention.year in h.years)
    return max((holding.start for holding in held if holding.start <= published), default=date.min)


def _of_the_venue(seen: str, lexicon: Lexicon, published: date) -> CompetitionMention | None:
    """The competition that was just held at a ground that the report names, where it does not name that itself."""
    for edition in lexicon.editions:
        if edition.venue and edition.venue in seen:
            mention = CompetitionMention(0, 0, edition.name)
            if _is_recent(mention, lexicon, published):
                return mention._replace(year=published.year)
    return None


def is_of_long_ago(bare: Sequence[Sentence], lexicon: Lexicon, published: date) -> bool:
    """Whether an article names competitions with years, all more than a year before it, and none of its season.

    One that tells of yesterday is none.
    """
    if any(_YESTERDAY.search(sentence.words) for sentence in bare):
        return False
    named = [mention for sentence in bare for mention in sentence.competitions]
    dated = [mention.year for mention in named if mention.year_is_printed and mention.year is not None]
    printed = {mention.printed for mention in named if mention.year_is_printed}
    others = [mention for mention in named if not mention.year_is_printed and mention.printed not in printed]
    return (
        bool(dated or others)
        and all(year < published.year - 1 for year in dated)
        and not any(_is_of_the_season(mention, lexicon, published) for mention in others)
        and (bool(dated) or all(mention.year is not None for mention in others))
    )


def _is_of_the_season(mention: CompetitionMention, lexicon: Lexicon, published: date) -> bool:
    """Whether it was held in the year before the article, or is still to come."""
    held = lexicon.holdings(mention.printed)
    later = any((published - holding.end).days <= _SEASON for holding in held)
    return later or (not held and mention.year in (None, published.year))


def _looking_back(bare: Sequence[Sentence], lexicon: Lexicon) -> Iterator[Sentence]:
    """The sentences of a look back: a year makes nothing an aside, and what has none is of the year told before it."""
    year: int | None = None
    for sentence in bare:
        mentions = []
        for mention in sentence.competitions:
            held_then = any(year == holding.start.year for holding in lexicon.holdings(mention.printed))
            is_dated = mention.year_is_printed or mention.dated or (held_then and mention.year == year)
            year = mention.year if mention.year is not None and (is_dated or year is None) else year
            undated = not is_dated and year is not None
            mentions.append(
                mention._replace(aside=mention.aside and not mention.dated, year=year if undated else mention.year)
            )
        yield sentence._replace(competitions=tuple(mentions))


def _is_recent(mention: CompetitionMention, lexicon: Lexicon, published: date) -> bool:
    held = lexicon.holdings(mention.printed)
    if mention.year is not None:
        held = tuple(holding for holding in held if mention.year in holding.years)
    return any(holding.start <= published and (published - holding.end).days <= _RECENT for holding in held)
