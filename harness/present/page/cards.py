"""One record for each finding that an editor should look at: everything that its card shows, in words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import islice
from types import MappingProxyType
from typing import NamedTuple

import msgspec

from harness.present.formats._words import remark, remarked
from harness.present.page.figures import Figures, figures
from harness.present.page.phrase import Change, corrected, word_diff
from harness.present.page.standing import CHECK_THIS, CONFIRMED, ERROR, TO_DECIDE, UNREADABLE, ClaimStatus, standing
from harness.records.fingerprint import quantity
from harness.records.model import ClaimRef, Evidence, EvidenceTable, Finding

AROUND = 90
PLACES_SHOWN = 8
READINGS_SHOWN = 4
FEW_SHOWN = 3  # of more places than that
_NO_STATEMENTS: Mapping[str, Evidence] = MappingProxyType({})
_SOURCE = re.compile(r"(.*?) ?\((https?://[^\s()]+(?:\([^\s()]*\)[^\s()]*)*)\)", re.DOTALL)


class EvidenceSource(msgspec.Struct, frozen=True, gc=False):
    """The source of a fact; `url` is "" if it has no address that a browser may follow."""

    title: str
    url: str = ""


class EvidenceFact(msgspec.Struct, frozen=True, gc=False):
    """A result, record, life or statement that a verdict rests on."""

    summary: str
    date: str
    sources: tuple[EvidenceSource, ...]


class OtherClaims(NamedTuple):
    """The first other claims on a quantity, and how many more there are."""

    claims: tuple[Finding, ...] = ()
    more: int = 0


class Card(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """`before` and `after` are the article's words around the quote, if its text is given and the quote is in it.
    `reading` says how a machine interpreted the claim's words, which is shown if a machine read the article."""

    finding: Finding
    standing: ClaimStatus
    before: str
    after: str
    figures: Figures | None
    diff: tuple[Change, ...]
    correction: str
    remarks: tuple[str, ...]
    reading: tuple[str, ...]
    tables: tuple[EvidenceTable, ...]
    facts: tuple[EvidenceFact, ...]
    lists: tuple[EvidenceFact, ...]
    others: tuple[Finding, ...]
    more: int


class SameQuantity:
    """Where else a quantity is claimed: every finding, grouped by the quantity that decided it."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self._places: dict[str, list[Finding]] = defaultdict(list)
        for finding in findings:
            self._places[quantity(finding)].append(finding)

    def of(self, finding: Finding) -> OtherClaims:
        """The first few others that claim the same quantity, and how many more there are."""
        key = quantity(finding)
        places = self._places[key] if key else []
        number = len(places) - 1
        shown = PLACES_SHOWN if number <= PLACES_SHOWN else FEW_SHOWN
        others = tuple(islice((place for place in places if place is not finding), shown))
        return OtherClaims(others, max(0, number - shown))


def has_card(finding: Finding) -> bool:
    """Whether an editor should look at it: wrong, to be checked, open, unreadable, right with a slip, or waived."""
    stands = standing(finding)
    return (
        finding.waiver is not None
        or stands in (ERROR, CHECK_THIS, TO_DECIDE, UNREADABLE)
        or (stands is CONFIRMED and (finding.suggestion != "" or remarked(finding)))
    )


def anchor(place: Finding | ClaimRef) -> str:
    """The name of a claim's line and card on the page; ids have no dot, so two names never collide."""
    return f"{place.article}.{place.claim}"


def target(finding: Finding) -> str:
    """The target of a link to the claim: its card if it has one, else its line."""
    return f"{'card' if has_card(finding) else 'line'}.{anchor(finding)}"


def card(
    finding: Finding,
    text: str | None,
    elsewhere: OtherClaims = OtherClaims(),  # noqa: B008
    statements: Mapping[str, Evidence] = _NO_STATEMENTS,
    tables: tuple[EvidenceTable, ...] = (),
) -> Card:
    """The finding's card; `elsewhere` are the other claims on the same quantity, `statements` by their ids, and
    `tables` its evidence as tables."""
    before, after = around(finding, text)
    correction = corrected(finding)
    return Card(
        finding=finding,
        standing=standing(finding),
        before=before,
        after=after,
        figures=figures(finding),
        diff=word_diff(finding.quote, correction) if correction else (),
        correction=correction,
        remarks=tuple(remark(note) for note in finding.notes),
        reading=reading(finding),
        tables=tables,
        facts=tuple(map(fact, finding.evidence)),
        lists=tuple(fact(statements.get(identity, Evidence(identity, identity))) for identity in finding.relied_on),
        others=elsewhere.claims,
        more=elsewhere.more,
    )


def reading(finding: Finding) -> tuple[str, ...]:
    """How a claim that a machine read was interpreted: the values under which it holds or would hold, if not those
    carried over; what its names were taken to mean; which fields are printed there, and which were taken from
    elsewhere."""
    lines = []
    if finding.read_as:
        more = len(finding.read_as) - READINGS_SHOWN
        listed = "; or ".join(finding.read_as[:READINGS_SHOWN]) + (f"; or {more} more" if more > 0 else "")
        lines.append(f"{'holds' if finding.verdict == 'supported' else 'would hold'} as: {listed}")
    lines += [name.replace(" -> ", " → ") for name in finding.names]
    inferred = dict.fromkeys(field.removeprefix("scope.").replace("_", " ") for field in finding.inferred)
    lines.append(
        f"not printed there, taken from elsewhere in the article: {', '.join(inferred)}"
        if inferred
        else "nothing was taken from elsewhere in the article"
    )
    return tuple(lines)


def fact(item: Evidence) -> EvidenceFact:
    return EvidenceFact(item.summary, item.date, tuple(map(source, item.sources)))


def around(finding: Finding, text: str | None) -> tuple[str, str]:
    """The words before and after the quote, within its line and up to AROUND characters."""
    start, end = finding.start, finding.end
    if text is None or text[start:end] != finding.quote:
        return "", ""
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    begins, ends = start <= AROUND, end + AROUND >= len(text)
    if "\n" in before:
        before, begins = before.rpartition("\n")[2], True
    if "\n" in after:
        after, ends = after.partition("\n")[0], True
    return before if begins else "… " + _from_a_word(before), after if ends else _to_a_word(after) + " …"


@lru_cache(maxsize=1 << 12)
def source(printed: str) -> EvidenceSource:
    """Title and address of a source as the report cites it: "Olympedia: men's 1500 m (https://...)"."""
    source = _SOURCE.fullmatch(printed)
    return EvidenceSource(source[1], source[2]) if source else EvidenceSource(printed)


def _from_a_word(words: str) -> str:
    head, space, tail = words.partition(" ")
    return tail if space else head


def _to_a_word(words: str) -> str:
    head, space, tail = words.rpartition(" ")
    return head if space else tail
