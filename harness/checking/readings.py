"""The readings of a claim: one for each way in which its ambiguous names and days can be interpreted.

Nothing is chosen by looking at the value that is checked: every reading is judged, and the claim is supported only if
it is supported under all of them, refuted only if it is refuted under all (supervaluation; van Fraassen 1966).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any, Protocol

import msgspec
from msgspec.structs import replace

from harness.checking.resolve.figures import PublicationDay, in_every_zone, is_elsewhere
from harness.checking.resolve.scopes import Choices
from harness.claims.claim import Claim, Resolved, Scope, kind_of
from harness.kinds import kinds
from harness.names import Names
from harness.records.model import Ambiguous, Unknown, Unreadable, Verdict
from harness.values import Figure, exactly, iso_day, read_date

MOST_READINGS = 32  # beyond that many a claim stays open, as one with a name that nobody bears


class Resolver(Protocol):
    """An article's words, as interpreted by the resolve stage."""

    names: Names
    published: int
    zone: str | None

    def resolve(self, claim: Claim, choices: Choices = ...) -> Resolved[Any] | Unknown | Unreadable: ...


class Reading(msgspec.Struct, frozen=True, gc=False):
    """A claim with one option chosen for each ambiguous mention: `choices` are (role, mention, option)."""

    choices: tuple[tuple[str, str, str], ...]
    resolved: Resolved[Any] | Unknown | Unreadable

    def in_words(self, name: Callable[[str], str]) -> str:
        """ "'Tokyo' is World Championships Tokyo 2025"; "" if nothing was ambiguous."""
        return ", ".join(f"{mention!r} is {name(option)}" for _, mention, option in self.choices)


def readings(claim: Claim, words: Resolver) -> tuple[Reading, ...] | Unknown | Unreadable:
    """Every reading of the claim, or why it has none: a figure that cannot be parsed, or a name that nobody has.

    A claim without ambiguity has one reading, without choices. A reading under which a further name means nobody, or a
    figure cannot be parsed, is kept, so that it leaves the claim open.
    """
    first = words.resolve(claim)
    if isinstance(first, Resolved):
        return tuple(_meanings(Reading((), first), words))
    if not isinstance(first, Ambiguous):
        return first
    several = tuple(islice(_enumerate(claim, words, first, {}), MOST_READINGS + 1))
    if not 0 < len(several) <= MOST_READINGS:
        return first
    unreadable = [reading.resolved for reading in several if isinstance(reading.resolved, Unreadable)]
    return unreadable[0] if len(unreadable) == len(several) else several


def with_older(claim: Claim, words: Resolver, several: tuple[Reading, ...]) -> Iterator[tuple[Reading, ...]]:
    """The readings, and behind them one of an older holding in the same place, which the words hardly mean but may: as
    often as there is one."""
    scope: Scope | None = getattr(claim, "scope", None)
    if scope is None or scope.competition is None or scope.year or scope.season or scope.on:
        return
    mention, own = scope.competition, []
    for reading in several:
        edition = reading.resolved.setting.edition if isinstance(reading.resolved, Resolved) else None
        if edition is None or any(choice[:2] == ("competition", mention) for choice in reading.choices):
            return
        own.append(replace(reading, choices=(("competition", mention, edition), *reading.choices)))
    for holding in words.names.meetings.older(mention, words.published):
        for older in islice(_under(claim, words, {("competition", mention): holding}), MOST_READINGS):
            yield (*own, older)


def in_other_zones(claim: Claim, words: Resolver, several: tuple[Reading, ...]) -> Iterator[tuple[Reading, ...]]:
    """The readings, and behind them one of the day before or after: which day it was where the race was run, the words
    for a day ("yesterday", "Monday") need not tell."""
    scope: Scope | None = getattr(claim, "scope", None)
    printed = None if scope is None or scope.on is None else read_date(scope.on, words.published)
    if scope is None or scope.on is None or not isinstance(printed, Figure) or printed.value.low != printed.value.high:
        return
    key = ("day", scope.on)
    resolved = ((reading, reading.resolved.setting) for reading in several if isinstance(reading.resolved, Resolved))
    for reading, setting in resolved:
        edition = words.names.truth.editions.get(setting.edition or "")
        paper, one_day = PublicationDay(words.published, words.zone, edition), setting.start == setting.end
        if setting.start is None or not one_day or (printed.outer is None and not is_elsewhere(paper)):
            continue
        day, others = exactly(setting.start), tuple(choice for choice in reading.choices if choice[:2] != key)
        own = replace(reading, choices=(*others, (*key, iso_day(setting.start))))
        zones = in_every_zone(day, paper)
        for beside in (zones.low, zones.high):
            if beside is None or beside == setting.start:
                continue
            choices = {(role, mention): option for role, mention, option in others}
            for further in islice(_under(claim, words, {**choices, key: iso_day(beside)}), MOST_READINGS):
                yield (own, further)


def _enumerate(claim: Claim, words: Resolver, ambiguous: Ambiguous, choices: Choices) -> Iterator[Reading]:
    key = (ambiguous.role, ambiguous.mention)
    for option in ambiguous.options if key not in choices else ():
        yield from _under(claim, words, {**choices, key: option})


def _under(claim: Claim, words: Resolver, choices: Choices) -> Iterator[Reading]:
    """The readings of the claim that begin with these choices."""
    resolved = words.resolve(claim, choices)
    if isinstance(resolved, Ambiguous):
        yield from _enumerate(claim, words, resolved, choices)
    else:
        named = tuple((role, mention, option) for (role, mention), option in choices.items())
        yield from _meanings(Reading(named, resolved), words)


def _meanings(reading: Reading, words: Resolver) -> Iterator[Reading]:
    """The reading, or one for each thing that its words may stand for although every name in them is clear."""
    resolved = reading.resolved
    if not isinstance(resolved, Resolved):
        yield reading
        return
    meanings = kinds()[kind_of(resolved.claim)].meanings(resolved, words.names.truth)
    for meaning, claim in meanings:
        choices = (*reading.choices, ("meaning", resolved.claim.quote, meaning))
        yield replace(reading, choices=choices, resolved=replace(resolved, claim=claim))
    if not meanings:
        yield reading


def supervaluate(verdicts: Iterable[Verdict]) -> Verdict:
    """The verdict on a claim from those on its readings: their common verdict, or open if they differ."""
    distinct = set(verdicts)
    return distinct.pop() if len(distinct) == 1 else "not_enough_info"
