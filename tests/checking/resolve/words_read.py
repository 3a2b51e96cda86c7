"""Claims for the tests of this folder, and short ways to have them resolved."""

from __future__ import annotations

from typing import Any

from running_pack import NAMES, PUBLISHED

from harness.checking.resolve import ArticleWords
from harness.claims.claim import (
    AthleteName,
    Claim,
    EventName,
    Feat,
    NationName,
    PlaceName,
    PrintedCount,
    PrintedDate,
    PrintedGap,
    PrintedSpan,
    Resolved,
    RoundName,
    Scope,
)  # fmt: skip
from harness.kinds.mark import Mark
from harness.records.model import Unknown, Unreadable


class Everything(Claim, tag="everything"):
    """A claim with a field of every sort."""

    athlete: AthleteName | None = None
    members: tuple[AthleteName, ...] = ()
    nation: NationName | None = None
    event: EventName | None = None
    venue: PlaceName | None = None
    to: RoundName | None = None
    gap: PrintedGap | None = None
    since: PrintedDate | None = None
    span: PrintedSpan | None = None
    count: PrintedCount | None = None
    feat: Feat | None = None
    also: Feat = Feat()
    scope: Scope = Scope()
    relative_to: Scope | None = None


class Bare(Claim, tag="bare"):
    """A claim without a scope."""

    athlete: AthleteName
    value: int | str = 0


FRAME: dict[str, Any] = {"id": "one", "text": "words", "quote": "words", "start": 0, "end": 5}
PARIS = Scope(event="1500m", competition="Paris Olympics")


def everything(**fields: Any) -> Everything:
    return Everything(**{**FRAME, **fields})


def mark(athlete: str, printed: str = "3:29.05", **fields: Any) -> Mark:
    return Mark(**{**FRAME, "athlete": athlete, "mark": printed, **fields})


def read(claim: Claim, *also: Claim, **options: Any) -> Resolved | Unknown | Unreadable:
    return ArticleWords(NAMES, PUBLISHED, (claim, *also), **options).resolve(claim)


def resolved(claim: Claim, *also: Claim, **options: Any) -> Resolved:
    found = read(claim, *also, **options)
    assert isinstance(found, Resolved), found
    return found


def unknown(claim: Claim, *also: Claim) -> Unknown:
    found = read(claim, *also)
    assert isinstance(found, Unknown), found
    return found
