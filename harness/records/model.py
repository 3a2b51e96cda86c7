"""The records that flow through a check: quantity, assertion, known value, finding, conflict, report.

claim file -> Claim -> Resolved -> Assertion -> Finding -> Conflict and counts -> Report -> a rendering.
"""

from __future__ import annotations

from typing import Any, Literal, Protocol, TypeAlias

import msgspec

from harness.records.counts import Bounds as Bounds
from harness.records.counts import Counts as Counts
from harness.records.counts import FiguresRead as FiguresRead
from harness.records.counts import Ratio as Ratio
from harness.records.counts import Scores as Scores
from harness.records.phrase import Measure as Measure
from harness.records.phrase import Shown as Shown
from harness.records.phrase import Text as Text
from harness.records.phrase import phrase as phrase
from harness.records.quantity import AnyQuantity as AnyQuantity
from harness.records.quantity import Qualifier as Qualifier
from harness.records.quantity import Quantity as Quantity
from harness.records.quantity import Setting as Setting
from harness.records.unknown import Ambiguous as Ambiguous
from harness.records.unknown import Unknown as Unknown
from harness.records.unknown import Unreadable as Unreadable
from harness.records.waiver import UnusedWaiver as UnusedWaiver
from harness.records.waiver import Waiver as Waiver
from harness.values import Range, Value

Verdict: TypeAlias = Literal["supported", "refuted", "not_enough_info", "not_checkable", "unreadable"]
Severity: TypeAlias = Literal["high", "medium", "low"]


class Mistake(msgspec.Struct, frozen=True, gc=False):
    """One mistake in a data file. Lines and columns count from 1, columns in code points; `path` is a JSON path.

    If `bug` is true, the file is not wrong: the harness itself failed at that place.
    """

    file: str
    line: int
    column: int
    path: str
    message: str
    bug: bool = False

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.path}: {self.message}"


class Assertion(msgspec.Struct, frozen=True, gc=False, cache_hash=True):
    """A quantity and the value that the claim's words give it, as of a date (day ordinal).

    `printed` is the figure as the article prints it, and `exact` its value if it has a single one; `step` is one unit
    of its last digit. If `outer` is given, only values outside it refute (see `values.Figure`).
    """

    quantity: AnyQuantity
    claimed: Value
    as_of: int
    measure: Measure
    notes: tuple[str, ...] = ()
    printed: str = ""
    exact: int | None = None
    step: int = 0
    outer: Value | None = None


class Evidence(msgspec.Struct, frozen=True, gc=False):
    """A fact behind a verdict: a result, record, biography or other claim; `date` in words ("2 June 2024") or ""."""

    id: str
    summary: str
    sources: tuple[str, ...] = ()
    date: str = ""

    def evidence(self, truth: Any) -> Evidence:
        return self


class TableRow(msgspec.Struct, frozen=True, gc=False):
    """A row of evidence; `marked` is "known" if it shows the subject, "claimed" if the claim puts the subject there."""

    cells: tuple[str, ...]
    marked: Literal["", "known", "claimed"] = ""


class EvidenceTable(msgspec.Struct, frozen=True, gc=False):
    """Evidence as a table; for a timeline, `days` has the day (ordinal) of each row."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[TableRow, ...]
    days: tuple[int, ...] = ()


class Fact(Protocol):
    """What a known value rests on: it becomes evidence, in words and with its sources, when a finding is written."""

    @property
    def id(self) -> str: ...

    def evidence(self, truth: Any) -> Evidence: ...


class Known(msgspec.Struct, frozen=True, gc=False):
    """What the ground truth knows about a quantity, and on what basis.

    `arithmetic` is one readable line ("3:29.01 - 3:28.32 = 0.69"). `relied_on` holds the ids of the statements without
    which the value would be wider. `step` is one unit of the last digit of the official figures: of a figure printed
    finer, they only say what it may have been rounded from (0: no matter). `all_hold`: all of the names are right, as
    for a shared title. `perhaps_none`: or no value at all, so it can only refute. `perhaps_more`: or another value, so
    it can only support; `or_perhaps`: those values. `or_else`: a second official figure, which may be printed too.
    """

    value: Value
    evidence: tuple[Fact, ...] = ()
    arithmetic: Text = ""
    relied_on: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    step: int = 0
    all_hold: bool = False
    perhaps_none: bool = False
    perhaps_more: bool = False
    or_perhaps: tuple[Value, ...] = ()
    or_else: Range | None = None


class Judged(msgspec.Struct, frozen=True, gc=False):
    """One assertion after the verdict; `quantity` is its printed key, by which conflicts are grouped.

    `heading` names the quantity in words, and `difference` says what is wrong if the values are not figures.
    `shareable`: several names can be true at once. `comparable`: false if two claims of it may be about two races.
    """

    quantity: str
    measure: Measure
    as_of: int
    claimed: Value
    found: Value | None
    verdict: Verdict
    exact: int | None = None
    printed: str = ""
    outer: Value | None = None
    step: int = 0
    heading: str = ""
    difference: str = ""
    shareable: bool = False
    comparable: bool = True


class Contradiction(msgspec.Struct, frozen=True, gc=False):
    """A contradiction by arithmetic within the claim's own article: the other claims with which it cannot be true."""

    claims: tuple[str, ...]
    message: str
    quantity: str = ""
    heading: str = ""


class Finding(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """The outcome of one claim's check: the only output of an article.

    `severity` is the severity of an error, None if nothing is wrong. `claimed` and `found` are texts for people
    (wording.py). `missing` names the fact that would settle an undecided claim. `names`, `arithmetic`, `relied_on` and
    `evidence` are the derivation. `judged` holds every assertion, and `against` feeds consistency. `waiver` is set if a
    baseline accepts the finding: it stays visible, and is not new. `claim_digest` changes when a field of the claim
    does, except its id and the position of its quote. `file`, `line` and `column` (from 1, in code points) are the
    place of the claim in its claim file. `inferred` are the fields that a machine took from elsewhere in the article.
    `read_as` gives the values under which the claim is true (supported) or may be true (open), if they are not those
    that were carried over. `contradicted_as_read`: the claim is open, and the values carried over contradict the ground
    truth. `near_misses` are hints at what a wrong figure may be.
    """

    article: str
    claim: str
    kind: str
    verdict: Verdict
    severity: Severity | None
    text: str
    quote: str
    start: int
    end: int
    as_of: str = ""
    claimed: str = ""
    found: str = ""
    message: str = ""
    suggestion: str = ""
    missing: str = ""
    notes: tuple[str, ...] = ()
    attributed_to: str | None = None
    names: tuple[str, ...] = ()
    arithmetic: tuple[str, ...] = ()
    relied_on: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    judged: tuple[Judged, ...] = ()
    against: tuple[Contradiction, ...] = ()
    waiver: Waiver | None = None
    claim_digest: str = ""
    file: str = ""
    line: int = 0
    column: int = 0
    inferred: tuple[str, ...] = ()
    read_as: tuple[str, ...] = ()
    contradicted_as_read: bool = False
    near_misses: tuple[str, ...] = ()


class ClaimRef(msgspec.Struct, frozen=True, gc=False, order=True):
    """One claim of one article."""

    article: str
    claim: str


class Conflict(msgspec.Struct, frozen=True, gc=False):
    """Claims that cannot all be true; `heading` names the quantity, `waiver` is set if a baseline accepts them all."""

    claims: tuple[ClaimRef, ...]
    scope: Literal["article", "articles"]
    quantity: str
    message: str
    waiver: Waiver | None = None
    heading: str = ""

    @property
    def about(self) -> str:
        """The quantity in words, or as its printed key if a report is too old to have words."""
        return self.heading or self.quantity


class ArticleReport(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """One article: who published it (and at which address), its counts, its scores, its text's sha256.

    `headline` states the counts in words for an editor; `right` is the bounds in it. `read_by` is the machine that read
    its claims, `edited_by` are the people who changed them. `figures` are those of its text, if that is known.
    """

    id: str
    title: str
    publisher: str
    published: str
    file: str
    counts: Counts
    accuracy: Ratio
    coverage: float | None
    consistency: float | None
    url: str | None = None
    sha256: str = ""
    headline: str = ""
    right: Bounds = Bounds()
    read_by: str | None = None
    edited_by: tuple[str, ...] = ()
    figures: FiguresRead | msgspec.UnsetType = msgspec.UNSET


class PublisherReport(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """All articles of one publisher: their number, their counts, and their scores together."""

    name: str
    articles: int
    counts: Counts
    accuracy: Ratio
    coverage: float | None
    consistency: float | None


class Gate(msgspec.Struct, frozen=True, gc=False):
    """Whether the run passes, and the exit code; `message` is the printed line."""

    passed: bool
    exit_code: int
    message: str


class Report(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """Everything that a rendering may show: the stable interface for other programs (`harness schema report`).

    A baseline affects the gate only: what it accepts is scored all the same. `statements` are the completeness
    statements that findings rely on (`relied_on`). `copies` are articles of one text: once in intervals.
    """

    signature: str
    counts: Counts
    accuracy: Ratio
    coverage: float | None
    consistency: float | None
    articles: tuple[ArticleReport, ...]
    findings: tuple[Finding, ...]
    conflicts: tuple[Conflict, ...]
    mistakes: tuple[Mistake, ...]
    gate: Gate
    publishers: tuple[PublisherReport, ...] = ()
    unused_waivers: tuple[UnusedWaiver, ...] = ()
    statements: tuple[Evidence, ...] = ()
    headline: str = ""
    right: Bounds = Bounds()
    copies: tuple[str, ...] = ()
