"""Warnings about what a claim file may say but should not, for its author or recipient, without any ground truth.

Each is a way to make an article look better than it is: a figure other than the printed one, another as-of day, a
softening word that is not printed, a time declared not checkable. None of them makes a file invalid.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

import msgspec

from harness.checking.load.claims import ClaimFile
from harness.checking.load.flaws import Flaw
from harness.checking.load.quoted import MARKS, NUMBERS, SCORE, names_no_figure, prints
from harness.claims.claim import Claim, kind_of
from harness.records.model import Mistake
from harness.values import Figure, read_date

if TYPE_CHECKING:
    from harness.checking.resolve.fields import Fields

_TIME = re.compile(r"\b[0-9]{1,2}[:.][0-9]{2}[:.][0-9]{1,2}\b|\b[0-9]{1,3}\.[0-9]{2} ?m\b")
_WORD = re.compile(r"\w+")
_YEAR = re.compile(r"(?<![0-9.:,])(?:1[89][0-9]{2}|20[0-9]{2})(?![0-9.:,]?[0-9]| ?m)")
_LATELY = 5  # years of which an article may speak without a word of them: the longest between two Olympic Games
_NEAR = 60  # characters in which a softening word stands
_PARAGRAPH = 300  # characters in which a mark stands that a claim takes up again
_SENTENCE = 100  # and a smaller number


def doubts(file: ClaimFile, text: str | None = None) -> list[Mistake]:
    """The file's warnings, in the order of its claims; with the article's text, words are looked up in it too."""
    published = date.fromisoformat(file.article.published).toordinal()
    years = _years_named(file, text)
    flaws = [
        flaw
        for index, claim in enumerate(file.claims)
        for flaw in (
            *_figures(claim, ("claims", index), file, published, text),
            *_doubts(claim, ("claims", index), published, text, years),
        )
    ]
    return file.mistakes(flaws)


def _figures(claim: Claim, path: Any, file: ClaimFile, published: int, text: str | None) -> Iterator[Flaw]:
    """Figures that the words at the claim's place do not print: other ones, or none that stands near."""
    fields = _fields(claim)
    for field in (*fields.figures, *fields.way):
        printed = getattr(claim, field.name)
        if field.role not in (*MARKS, *NUMBERS, SCORE) or printed is None or field.name in claim.inferred:
            continue
        for figure in printed if field.many else (printed,):
            holds = prints(claim.quote, field.role, figure, published)
            if holds is False:
                yield Flaw((*path, field.name), f"{figure!r} is not what the quote {claim.quote!r} prints")
            elif holds is None and not names_no_figure(claim, field.role, figure, published):
                near = _near(claim, file, text, _PARAGRAPH if field.role in MARKS else _SENTENCE)
                if not any(prints(words, field.role, figure, published) for words in near):
                    why = f"{figure!r} is printed neither in the quote {claim.quote!r} nor near it"
                    yield Flaw((*path, field.name), why)


def _fields(claim: Claim) -> Fields:
    from harness.checking.resolve.fields import fields_of

    return fields_of(type(claim))


def _near(claim: Claim, file: ClaimFile, text: str | None, reach: int) -> list[str]:
    """The quotes of the same statement and round it, and the text round the claim where it is at hand."""
    start, end = max(0, claim.start - reach), claim.end + reach
    quotes = [
        neighbour.quote
        for neighbour in file.claims
        if (claim.compound is not None and neighbour.compound == claim.compound)
        or (neighbour.start < end and neighbour.end > start)
    ]
    return quotes if text is None else [*quotes, text[start:end]]


def _doubts(claim: Claim, path: Any, published: int, text: str | None, years: Sequence[int]) -> Iterator[Flaw]:
    if claim.as_of is not None:
        read = read_date(claim.as_of, published)
        if isinstance(read, Figure) and not _is_in_time(read.value, published, years):
            yield Flaw((*path, "as_of"), f"judged as of {claim.as_of}, which is not in the article's time")
    if kind_of(claim) == "other" and _TIME.search(claim.quote):
        yield Flaw((*path, "kind"), f"'other' is not checkable, and {claim.quote!r} prints a mark")
    if claim.hedge is not None and text is not None:
        words = {word.lower() for word in _WORD.findall(text[max(0, claim.start - _NEAR) : claim.end + _NEAR])}
        if not words.issuperset(word.lower() for word in _WORD.findall(claim.hedge)):
            yield Flaw((*path, "hedge"), f"{claim.hedge!r} is not printed near the quote")


def _years_named(file: ClaimFile, text: str | None) -> list[int]:
    """The years of which the article speaks: in its title, its quotes, the scopes and dates of its claims, its text."""
    named = [file.article.title, text or ""]
    for claim in file.claims:
        fields = _fields(claim)
        scopes = [getattr(claim, field.name) for field in fields.scopes]
        dates = [getattr(claim, field.name) for field in fields.figures if field.role == "date"]
        named += [claim.quote, *map(str, dates), *(str(msgspec.to_builtins(scope)) for scope in scopes)]
    return [int(year) for words in named for year in _YEAR.findall(words)]


def _is_in_time(day: Any, published: int, years: Sequence[int]) -> bool:
    """Whether the day is not after the article and not before all of which it speaks."""
    first = min((date.fromordinal(published).year - _LATELY, *years))
    return (day.low is None or day.low <= published) and (day.high is None or date.fromordinal(day.high).year >= first)
