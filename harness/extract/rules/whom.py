"""Of whom the words at a place speak, and whether they tell it as a fact."""

from __future__ import annotations

import re
from functools import lru_cache

from harness.extract.rules.lexicon import Lexicon
from harness.extract.rules.moods import told_as_fact
from harness.extract.rules.people import Mention, Person
from harness.extract.rules.reading import Sentence
from harness.extract.rules.subjects import Role

_NO_NOUN_PHRASE = re.compile(r"[,;:.()]|\b(?:who|and|was|is|has|had|to|in)\b")
_OWNED_WORDS = 5
_EARLY = 40


def who(sentence: Sentence, at: int, *, avoid: Person | None = None) -> Mention | None:
    """Whom the words at this place speak of: an owner right before, the latest subject, the next one, the topic."""
    place = at + sentence.start
    usable = [(one, its) for one, its in sentence.mentions if one.person != avoid]
    before = [(one, its) for one, its in usable if one.end <= place]
    if before and before[-1][1] is Role.OWNER and _owns(sentence, before[-1][0], at):
        return before[-1][0]
    for wanted in (Role.SUBJECT, Role.OWNER):
        found = next((one for one, its in reversed(before) if its is wanted), None)
        if found is not None:
            return found
    pronoun = next((one for one, _ in reversed(before) if one.end - one.start <= len("him")), None)
    if pronoun is not None:
        return pronoun
    after = next((one for one, its in usable if one.start >= place and its is Role.SUBJECT), None)
    if after is not None and ("," not in sentence.words[:at] or at < _EARLY):
        return after
    carried = topic(sentence)
    if carried is not None and carried.person != avoid:
        return carried
    return after or next((one for one, _ in (*before[::-1], *usable)), None)


def topic(sentence: Sentence) -> Mention | None:
    """Who is carried over from the sentences before, as a mention of no length at the sentence's beginning."""
    person = sentence.carried.topic
    return None if person is None else Mention(sentence.start, sentence.start, person, person.name)


def nearest(sentence: Sentence, at: int, *, reach: int = 3) -> Mention | None:
    """Somebody named at most `reach` characters before the place."""
    place = at + sentence.start
    return next((one for one, _ in reversed(sentence.mentions) if 0 <= place - one.end <= reach), None)


def following(sentence: Sentence, at: int, *, reach: int = 2) -> Mention | None:
    """Somebody named at most `reach` characters after the place."""
    place = at + sentence.start
    return next((one for one, _ in sentence.mentions if 0 <= one.start - place <= reach), None)


def objects(sentence: Sentence, start: int, end: int) -> list[Mention]:
    """Those who are objects between two places."""
    return _those(sentence, start, end, Role.OBJECT)


def owners(sentence: Sentence, start: int, end: int) -> list[Mention]:
    """Those to whom something belongs between two places."""
    return _those(sentence, start, end, Role.OWNER)


def nation_before(sentence: Sentence, at: int) -> str | None:
    """The nation named last before the place, where no athlete is named behind it."""
    named = list(_countries(sentence.lexicon).finditer(sentence.words, 0, at))
    if not named:
        return None
    start, name = named[-1].start(), named[-1][0]
    behind = any(one.start - sentence.start > start for one, _ in sentence.mentions if one.start - sentence.start < at)
    return None if behind else name


@lru_cache(maxsize=8)
def _countries(lexicon: Lexicon) -> re.Pattern[str]:
    names = "|".join(map(re.escape, sorted(lexicon.countries, key=len, reverse=True))) or "(?!)"
    return re.compile(rf"\b(?:{names})\b")


def is_so(sentence: Sentence, at: int) -> bool:
    """Whether the sentence tells the words at the place as a fact."""
    return told_as_fact(sentence.words, at)


def _those(sentence: Sentence, start: int, end: int, wanted: Role) -> list[Mention]:
    a, b = start + sentence.start, end + sentence.start
    return [one for one, its in sentence.mentions if its is wanted and a <= one.start < b]


def _owns(sentence: Sentence, mention: Mention, at: int) -> bool:
    gap = sentence.words[mention.end - sentence.start : at]
    return len(gap.split()) <= _OWNED_WORDS and not _NO_NOUN_PHRASE.search(gap)
