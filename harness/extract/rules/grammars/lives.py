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
    r"\b(?P<before>[0-9]{2})-year-old\b(?! from)|\b(?:still )?only (?P<only>[0-9]{2})\b(?=[,.])"
    r"|\baged (?P<aged>[0-9]{2})\b"
    r"|\bwho is (?P<is>[0-9]{2})(?=[,.])|(?-i:\bAt) (?P<at>[0-9]{2})(?=,? (?:he|she)\b|, [A-Z])",
    re.IGNORECASE,
)
_BEHIND_A_NAME = re.compile(r", (?P<age>[1-4][0-9]),")
_RUNS_FOR = re.compile(
    r"\b(?:runs|races|competes|swims|jumps|throws|rides|skates|competing|running)"
    rf" for (?P<country>(?:the )?{WORD}(?: {WORD})?)"
)
_OF_COUNTRY = re.compile(rf",? (?:of|from) (?P<country>(?:the )?{WORD}(?: {WORD})?)")
_AGE_BEFORE = 20
_BORN = re.compile(rf"\b[Bb]orn in (?P<birthplace>{WORD}(?: {WORD})?)")
_COACHED = re.compile(rf"\b(?:[Cc]oached by|(?:his|her) coach,?) (?P<coach>{WORD} {WORD})")


def find(sentence: Sentence) -> Iterator[Draft]:
    yield from _ages(sentence)
    yield from _nations(sentence)
    for pattern, field in ((_BORN, "birthplace"), (_COACHED, "coach")):
        for found in pattern.finditer(sentence.words):
            inside = [one for one, _ in sentence.mentions if _in(sentence, one, found)]
            owner = next((one for one in inside if one.owner), None)
            one = owner or who(sentence, found.start(), avoid=inside[-1].person if inside else None)
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
            yield _of_nation(sentence, (found.start(), end), one, nation)
        behind = _OF_COUNTRY.match(sentence.words, end)
        if behind is not None and (country := _country(behind["country"], sentence.lexicon)) and start < end:
            span = (behind.start("country"), behind.start("country") + len(country))
            yield _of_nation(sentence, span, one, country)
    for runs in _RUNS_FOR.finditer(sentence.words):
        runner, country = who(sentence, runs.start()), _country(runs["country"], sentence.lexicon)
        if runner is not None and country:
            span = (runs.start("country"), runs.start("country") + len(country))
            yield _of_nation(sentence, span, runner, country)


def _of_nation(sentence: Sentence, span: tuple[int, int], one: Mention, nation: str) -> Draft:
    return draft(sentence, "bio", span, f"{one.printed} is of {nation}", athlete=one.printed, nation=nation)


def _country(printed: str, lexicon: Lexicon) -> str:
    """The country that the words begin with; "" where they name none."""
    words = printed.split()
    names = (" ".join(words[:size]) for size in range(len(words), 0, -1))
    return next((name for name in names if name.removeprefix("the ") in lexicon.countries), "")


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
