"""Facts of a life: ages, whom an athlete runs for, where somebody was born, who coaches."""

from __future__ import annotations

import re
from collections.abc import Iterator

from harness.extract.rules.draft import Draft, draft
from harness.extract.rules.people import WORD
from harness.extract.rules.reading import Sentence
from harness.extract.rules.subjects import Role
from harness.extract.rules.whom import following, who

_AGED = re.compile(
    r"\b(?P<age>\d{2})-year-old\b|\b(?:[Ss]till )?only (?P<only>\d{2})\b(?=[,.])"
    r"|\baged (?P<aged>\d{2})\b|, (?P<comma>[12]\d|3\d),"
)
_BORN = re.compile(rf"\b[Bb]orn in (?P<place>{WORD}(?: {WORD})?)")
_COACHED = re.compile(rf"\b(?:[Cc]oached by|(?:his|her) coach,?) (?P<coach>{WORD} {WORD})")


def find(sentence: Sentence) -> Iterator[Draft]:
    yield from _ages(sentence)
    yield from _nations(sentence)
    for pattern, field, group in ((_BORN, "birthplace", "place"), (_COACHED, "coach", "coach")):
        for found in pattern.finditer(sentence.words):
            one = who(sentence, found.start(), avoid=_named_in(sentence, found))
            if one is not None:
                fields = {field: found[group]}
                yield draft(
                    sentence,
                    "bio",
                    found.span(),
                    f"{one.printed}: {field} {found[group]}",
                    athlete=one.printed,
                    **fields,
                )


def _named_in(sentence: Sentence, found: re.Match[str]):  # type: ignore[no-untyped-def]
    inside = [one.person for one, _ in sentence.mentions if found.start() <= one.start - sentence.start < found.end()]
    return inside[0] if inside else None


def _ages(sentence: Sentence) -> Iterator[Draft]:
    for found in _AGED.finditer(sentence.words):
        age = next(filter(None, found.groups()))
        named = [one for one, _ in sentence.mentions if 0 <= one.start - sentence.start - found.end() <= 20]
        one = named[0] if named else who(sentence, found.start())
        if (
            found["comma"]
            and following(sentence, found.end(), reach=0) is None
            and (one is None or found.start() + sentence.start != one.end)
        ):
            continue
        if one is not None:
            yield draft(sentence, "bio", found.span(), f"{one.printed} is {age}", athlete=one.printed, age=int(age))


def _nations(sentence: Sentence) -> Iterator[Draft]:
    """ "Norway's Ingebrigtsen", "Briton Kerr", "the Kenyan", "McSweyn of Australia"."""
    known = {**sentence.lexicon.countries, **sentence.lexicon.peoples}
    either = "|".join(sorted(map(re.escape, known), key=len, reverse=True))
    if not either:
        return
    before = re.compile(rf"\b(?P<nation>{either})(?:'s)? (?:[a-z-]+ )?$")
    for one, its in sentence.mentions:
        start, end = one.start - sentence.start, one.end - sentence.start
        if start == end:
            continue
        by_nation = re.fullmatch(rf"[Tt]he (?P<nation>{either})", sentence.words[start:end])
        found = before.search(sentence.words[:start]) or by_nation
        if found is not None and (its is not Role.OWNER or found is not by_nation):
            span = (start if found is by_nation else found.start(), end)
            yield draft(
                sentence,
                "bio",
                span,
                f"{one.printed} is of {found['nation']}",
                athlete=one.printed,
                nation=found["nation"],
            )
