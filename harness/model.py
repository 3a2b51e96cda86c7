"""The records that flow through a check: quantity, assertion, known value, finding, conflict, report.

claim file -> Claim -> Resolved -> Assertion -> Finding -> Conflict and counts -> Report -> a rendering.
"""

from __future__ import annotations

from typing import Any, Literal, Protocol, TypeAlias

import msgspec

from harness.counts import Bounds as Bounds
from harness.counts import Counts as Counts
from harness.counts import FiguresRead as FiguresRead
from harness.counts import Ratio as Ratio
from harness.counts import Scores as Scores
from harness.phrase import Measure as Measure
from harness.phrase import Shown as Shown
from harness.phrase import Text as Text
from harness.phrase import phrase as phrase
from harness.quantity import AnyQuantity as AnyQuantity
from harness.quantity import Qualifier as Qualifier
from harness.quantity import Quantity as Quantity
from harness.quantity import Setting as Setting
from harness.unknown import Ambiguous as Ambiguous
from harness.unknown import Unknown as Unknown
from harness.unknown import Unreadable as Unreadable
from harness.values import Range, Value
from harness.waiver import UnusedWaiver as UnusedWaiver
from harness.waiver import Waiver as Waiver

Verdict: TypeAlias = Literal["supported", "refuted", "not_enough_info", "not_checkable", "unreadable"]
Severity: TypeAlias = Literal["high", "medium", "low"]


class Mistake(msgspec.Struct, frozen=True, gc=False):
    """One thing wrong in a data file. Lines and columns count from 1, columns in code points; `path` is a JSON path.

    Where `bug` is true the file is not at fault: the harness broke on what stands there.
    """

    file: str
    line: int
    column: int
    path: str
    message: str
    bug: bool = False

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.path}: {self.message}"


class Assertion(msgspec.Struct, frozen=True, gc=False):
    """One quantity and the value that the claim's words give it, on a date (day ordinal).

    `printed` is the figure as the article prints it, and `exact` its value where it has a single one; `step` is one
    unit of its last digit. What lies outside `outer`, where that is given, is what refutes (see `values.Figure`).
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
    """A fact that a verdict rests on: a result, record, life or other claim; `date` in words ("2 June 2024") or ""."""

    id: str
    summary: str
    sources: tuple[str, ...] = ()
    date: str = ""

    def evidence(self, truth: Any) -> Evidence:
        return self


class TableRow(msgspec.Struct, frozen=True, gc=False):
    """A row of evidence; `marked` is "known" where it is what the claim is about, "claimed" where the claim puts it."""

    cells: tuple[str, ...]
    marked: Literal["", "known", "claimed"] = ""


class EvidenceTable(msgspec.Struct, frozen=True, gc=False):
    """Evidence as a table; of a timeline, `days` has the day (ordinal) of each row."""

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
    """What the ground truth knows of a quantity, and from what.

    `arithmetic` is one line for people ("3:29.01 - 3:28.32 = 0.69"); `relied_on` holds the ids of the completeness
    statements without which the value would be wider; `notes` are remarks that the verdict should carry. `step` is one
    unit of the last digit of the official figures: of what is printed finer, they tell only what they may be rounded
    from (0 where that plays no part). `all_hold`: not one of the names is right but each of them, as of a shared title.
    `perhaps_none`: or there is no such value at all, so that it can only refute; `perhaps_more`: or another one too, so
    that it can only support. `or_else`: a second official figure, which an article may print as well.
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
    or_else: Range | None = None


class Judged(msgspec.Struct, frozen=True, gc=False):
    """One assertion after the verdict; `quantity` is its printed key, which conflicts are grouped by.

    `heading` says in words what is asked, and `difference` what is wrong where the values are not figures. `shareable`:
    several names may be true at once, as a record may be shared.
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


class Contradiction(msgspec.Struct, frozen=True, gc=False):
    """What a claim's own article says against it by arithmetic: the other claims that it cannot be true with."""

    claims: tuple[str, ...]
    message: str
    quantity: str = ""
    heading: str = ""


class Finding(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """The outcome of one claim's check: all that leaves an article.

    `severity` is what an error costs, None where nothing is wrong; `claimed` and `found` are for people (wording.py);
    `missing` names the fact that would settle an undecided claim; `names`, `arithmetic`, `relied_on` and `evidence`
    are the derivation; `judged` holds every assertion, and `against` feeds consistency.
    `waiver` is set where a baseline accepts the finding: it stays visible, and is not new.
    `claim_digest` changes when a field of the claim does, but for its id and where its quote stands.
    `file`, `line` and `column` (from 1, in code points) are where the claim stands in its claim file.
    `inferred` are the fields that a machine took from elsewhere in the article: `read_as` says as what the claim holds
    (supported), or may hold (open), where that is not what was carried. `contradicted_as_read`: open, and what was
    carried contradicts the ground truth. `near_misses` are hints at what a figure that does not hold may be.
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
    """Claims that cannot all be true, whatever the truth is; `heading` says what of. `waiver` is set where a baseline
    accepts all of them."""

    claims: tuple[ClaimRef, ...]
    scope: Literal["article", "articles"]
    quantity: str
    message: str
    waiver: Waiver | None = None
    heading: str = ""

    @property
    def about(self) -> str:
        """What of: in words, or as the printed key where a report is too old to have words."""
        return self.heading or self.quantity


class ArticleReport(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """One article: who printed it (and where, if on the web), what was counted, how it scores, its text's sha256.

    `headline` says the counts as an editor asks for them; `right` is the bounds that it has.
    `read_by` is the machine that read its claims; None where people did. `edited_by` are the people who changed them.
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


class PublisherReport(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """All articles of one publisher: their number, what was counted in them, how they score together."""

    name: str
    articles: int
    counts: Counts
    accuracy: Ratio
    coverage: float | None
    consistency: float | None


class Gate(msgspec.Struct, frozen=True, gc=False):
    """Whether the run passes, and the exit code that says so; `message` is the line that is printed."""

    passed: bool
    exit_code: int
    message: str


class Report(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """Everything that a rendering may show: the contract that other programs rely on (`harness schema report`).

    A baseline changes the gate only: what it accepts is counted and scored like everything else. `statements` are those
    of completeness that findings rely on (`relied_on` has their ids), in words and with their sources. `copies` are the
    articles whose text another article of the report has as well; they count once in intervals.
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
