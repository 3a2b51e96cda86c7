"""Facts of a life: ages, whom an athlete runs for, where somebody was born, who coaches."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from harness.extract.rules.draft import Draft, draft
from harness.extract.rules.lexicon import Lexicon
from harness.extract.rules.people import WORD, Mention
from harness.extract.rules.reading import Sentence
from harness.extract.rules.whom import who

_AGED = re.compile(
    r"\b(?P<before>\d{2})-year-old\b(?! from)|\b(?:still )?only (?P<only>\d{2})\b(?=[,.])|\baged (?P<aged>\d{2})\b",
    re.IGNORECASE,
)
_BEHIND_A_NAME = re.compile(r", (?P<age>[1-4]\d),")
_AGE_BEFORE = 20
_BORN = re.compile(rf"\b[Bb]orn in (?P<birthplace>{WORD}(?: {WORD})?)")
_COACHED = re.compile(rf"\b(?:[Cc]oached by|(?:his|her) coach,?) (?P<coach>{WORD} {WORD})")


def find(sentence: Sentence) -> Iterator[Draft]:
    yield from _ages(sentence)
    yield from _nations(sentence)
    for pattern, field in ((_BORN, "birthplace"), (_COACHED, "coach")):
        for found in pattern.finditer(sentence.words):
            inside = [one.person for one, _ in sentence.mentions if _in(sentence, one, found)]
            one = who(sentence, found.start(), avoid=inside[0] if inside else None)
            if one is not None:
                said = f"{one.printed}: {field} {found[field]}"
                yield draft(sentence, "bio", found.span(), said, athlete=one.printed, **{field: found[field]})


def _in(sentence: Sentence, one: Mention, found: re.Match[str]) -> bool:
    return found.start() <= one.start - sentence.start < found.end()


def _ages(sentence: Sentence) -> Iterator[Draft]:
    for found in _AGED.finditer(sentence.words):
        end = sentence.start + found.end()
        named = next((one for one, _ in sentence.mentions if 0 <= one.start - end <= _AGE_BEFORE), None)
        meant = next((one for one, _ in sentence.mentions if one.end == end), None)
        one = named or meant or who(sentence, found.start())
        if one is not None:
            age = int(next(filter(None, found.groups())))
            yield draft(sentence, "bio", found.span(), f"{one.printed} is {age}", athlete=one.printed, age=age)
    for one, _ in sentence.mentions:
        behind = _BEHIND_A_NAME.match(sentence.words, one.end - sentence.start)
        if behind is not None:
            age = int(behind["age"])
            yield draft(sentence, "bio", behind.span("age"), f"{one.printed} is {age}", athlete=one.printed, age=age)


def _nations(sentence: Sentence) -> Iterator[Draft]:
    """ "Norway's Ingebrigtsen", "Briton Kerr", "Kenyan runner Kerr", "the Kenyan"."""
    before, the_people = _patterns(sentence.lexicon)
    for one, _ in sentence.mentions:
        start, end = one.start - sentence.start, one.end - sentence.start
        named, meant = before.search(sentence.words[:start]), the_people.fullmatch(sentence.words, start, end)
        found = meant or named
        if found is not None and start < end:
            nation = found["country"] or found["people"] if named and not meant else found["people"]
            said = f"{one.printed} is of {nation}"
            yield draft(sentence, "bio", (found.start(), end), said, athlete=one.printed, nation=nation)


@lru_cache(maxsize=8)
def _patterns(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A nation before a name, and "the Kenyan"."""
    countries, peoples = (
        "|".join(sorted(map(re.escape, names), key=len, reverse=True)) or "(?!)"
        for names in (lexicon.countries, lexicon.peoples)
    )
    noun = r"(?:(?!and |of |for |in |over |by )[a-z-]+ )?"
    before = re.compile(rf"\b(?:(?P<country>{countries})'s {noun}|(?P<people>{peoples}) {noun})$")
    return before, re.compile(rf"[Tt]he (?P<people>{peoples})")
