"""What a comparison of two reports says: the contract of `harness compare --format json`."""

from __future__ import annotations

from typing import Literal, TypeAlias

import msgspec

from harness.records.model import Conflict, Counts, Gate, Ratio, Verdict
from harness.records.waiver import Change

Why: TypeAlias = Literal[Change, "date changed", "added", "removed"]


class Flip(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """A claim whose verdict is another one, or that is in one report only (there, the other verdict is None).

    `message` says what is wrong or missing now; `file`, `line` and `column` are where the claim stands, or stood.
    """

    article: str
    claim: str
    kind: str
    before: Verdict | None
    after: Verdict | None
    why: Why
    text: str
    quote: str
    message: str
    accepted: bool
    file: str
    line: int
    column: int


class Part(msgspec.Struct, frozen=True, gc=False):
    """A part of the signature that differs; "" where a report's signature has no such part."""

    name: str
    before: str
    after: str


class Side(msgspec.Struct, frozen=True, gc=False):
    """The counts and scores of one report, of the whole or of one article."""

    counts: Counts
    accuracy: Ratio
    coverage: float | None
    consistency: float | None


class ScoreChange(msgspec.Struct, frozen=True, gc=False):
    """The scores side by side; None where the article is in one report only. `article` "" stands for the whole."""

    article: str
    before: Side | None
    after: Side | None


class Comparison(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """All that two reports differ in. `unchanged` counts the claims in both with the same verdict; `articles` holds
    those whose counts or scores differ; `regressions` says in words what is worse; the gate is `gate`."""

    signature: tuple[Part, ...]
    flips: tuple[Flip, ...]
    unchanged: int
    new_conflicts: tuple[Conflict, ...]
    gone_conflicts: tuple[Conflict, ...]
    total: ScoreChange
    articles: tuple[ScoreChange, ...]
    regressions: tuple[str, ...]
    gate: Gate
