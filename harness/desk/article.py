"""One draft as the desk shows it: its text read into claims, checked, and laid beside the decisions made on it.

The text file is the source. Where it is no longer the text that the claim file was cut from, it is read again; what
people decided about the reading (another race, no claim at all) is then laid over the new reading, by its anchor.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from hashlib import sha256
from itertools import count
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeAlias

import msgspec

from harness.anchors import Span, anchor_at, follow, locate
from harness.checking.load import ClaimFile, read_claims
from harness.checking.load.unread import figures_read
from harness.claim import kind_of
from harness.desk.checker import DeskChecker
from harness.desk.folder import BadFile, Folder
from harness.desk.records import Decision
from harness.extract import SourceArticle, as_text
from harness.model import Finding, Report
from harness.present.formats import View
from harness.present.page.page import ArticlePage, article_pages

Place: TypeAlias = tuple[int, int, str]  # start, end and kind of a claim


class PlacedDecision(msgspec.Struct, frozen=True, gc=False):
    """A decision that counts, by its number in the file, and where its quote stands now; None: an orphan."""

    number: int
    decision: Decision
    span: Span | None
    claim: str | None


class DeskArticle(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """All that is known of one draft at one version of its files."""

    id: str
    version: str
    text: str
    file: ClaimFile
    report: Report
    view: View
    page: ArticlePage
    decisions: tuple[PlacedDecision, ...]

    @property
    def orphans(self) -> tuple[PlacedDecision, ...]:
        """Decisions whose sentence is gone from the text."""
        return tuple(placed for placed in self.decisions if placed.span is None)

    def finding(self, claim: str) -> Finding:
        """The claim's finding. Raises KeyError."""
        for finding in self.report.findings:
            if finding.claim == claim:
                return finding
        raise KeyError(claim)

    def decided(self, claim: str) -> tuple[PlacedDecision, ...]:
        """The decisions that stand on the claim."""
        return tuple(placed for placed in self.decisions if placed.claim == claim)


def open_article(folder: Folder, checker: DeskChecker, draft: str) -> DeskArticle:
    """The draft as its files have it; it is read again first where its text is newer than its claims."""
    text = folder.text(draft)
    file = _claim_file(folder, draft)
    if file is None or file.article.sha256 != sha256(text.encode()).hexdigest():
        with folder.writing():
            if file is None:
                raise FileNotFoundError(str(folder.claims_path(draft)))
            article = article_of(file, text)
            write_reading(folder, checker, article, standing_decisions(folder.decisions(draft).decisions))
        file = _claim_file(folder, draft)
        assert file is not None
    version = folder.version(draft)
    report = checker.check([file], folder.baseline())
    texts = {file.article.id: text}
    figures = figures_read(texts, report.findings)
    view = View(texts=texts, figures=figures, tables=partial(checker.tables.of_file, file))
    _, [page] = article_pages(report, view)
    spans = {(finding.start, finding.end, finding.kind): finding.claim for finding in report.findings}
    decisions = tuple(
        _placed(number, decision, text, spans)
        for number, decision in enumerate(folder.decisions(draft).decisions)
        if decision.undone is None
    )
    return DeskArticle(
        id=draft, version=version, text=text, file=file, report=report, view=view, page=page, decisions=decisions
    )


def write_reading(
    folder: Folder,
    checker: DeskChecker,
    article: SourceArticle,
    decisions: Iterable[Decision],
    before: Mapping[Place, str] = MappingProxyType({}),
) -> None:
    """Read the article and write its claim file, with what people decided about the reading laid over it.

    A claim keeps its id, by which the baseline knows it, for as long as its quote stands: `before` has the ids of the
    last reading by their places in this text.
    """
    decisions = list(decisions)
    document = checker.read(article)
    ids = {**_places(decisions, article.text), **before}
    claims = overlaid(_with_ids(document["claims"], ids), article.text, decisions)
    folder.write_claims(article.id, as_text({**document, "claims": claims}))


def followed_ids(file: ClaimFile, old: str, new: str) -> dict[Place, str]:
    """The ids of a reading of the old text, by where the claims' quotes stand in the new one."""
    places = {}
    for claim in file.claims:
        span = follow(old, new, (claim.start, claim.end))
        if span is not None:
            places[(*span, kind_of(claim))] = claim.id
    return places


def _places(decisions: Iterable[Decision], text: str) -> dict[Place, str]:
    """The ids of the claims that were decided on, by their places in the text."""
    spans = ((decision, locate(text, decision.anchor)) for decision in decisions)
    return {(*span, decision.kind): decision.claim for decision, span in spans if span is not None}


def _with_ids(claims: Sequence[dict[str, Any]], ids: Mapping[Place, str]) -> list[dict[str, Any]]:
    """The claims, each with the id that its place had before; a new claim never takes one of those."""
    taken = set(ids.values())
    named = []
    for claim in claims:
        name = ids.get((claim["start"], claim["end"], claim["kind"])) or _unused(claim["id"], taken)
        taken.add(name)
        named.append({**claim, "id": name})
    return named


def _unused(name: str, taken: set[str]) -> str:
    numbers = (f"{name[:75]}-{number}" for number in count(2))
    return name if name not in taken else next(free for free in numbers if free not in taken)


def overlaid(claims: Sequence[dict[str, Any]], text: str, decisions: Iterable[Decision]) -> list[dict[str, Any]]:
    """The claims as the reader has them, but for those that a person read otherwise or took for no claim.

    A decision holds for the claims of its kind on its quote; one whose sentence is gone changes nothing.
    """
    result = list(claims)
    for decision in decisions:
        span = locate(text, decision.anchor) if decision.action in ("reading", "no-claim") else None
        if span is None:
            continue
        result = [claim for claim in result if not _is_of(claim, span, decision)]
        if decision.fields is not None:
            taken = {claim["id"] for claim in result}
            name = decision.claim if decision.claim not in taken else f"{decision.claim}-edited"
            edited = {**decision.fields, "id": name, "start": span[0], "end": span[1]}
            result.append({key: value for key, value in edited.items() if value is not None})
    return sorted(result, key=lambda claim: (claim["start"], claim["end"]))


def reanchored(decisions: Iterable[Decision], old: str, new: str) -> tuple[Decision, ...]:
    """The decisions with their anchors in the new text, wherever the edit from the old one left their quotes alone."""
    return tuple(_follow(decision, old, new) for decision in decisions)


def standing_decisions(decisions: Iterable[Decision]) -> list[Decision]:
    """The decisions that were not taken back."""
    return [decision for decision in decisions if decision.undone is None]


def article_of(file: ClaimFile, text: str) -> SourceArticle:
    """The draft as the reader takes it: what the claim file says of it, with this text."""
    known = file.article
    return SourceArticle(
        id=known.id,
        title=known.title,
        publisher=known.publisher,
        published=known.published,
        published_basis=known.published_basis,
        url=known.url,
        text=text,
    )


def _claim_file(folder: Folder, draft: str) -> ClaimFile | None:
    raw = folder.claims(draft)
    if raw is None:
        return None
    path = Path("claims") / f"{draft}.json"
    file = read_claims(raw, str(folder.root / path))
    if isinstance(file, list):
        raise BadFile(file)
    return file


def _placed(number: int, decision: Decision, text: str, spans: dict[tuple[int, int, str], str]) -> PlacedDecision:
    span = locate(text, decision.anchor)
    claim = None if span is None else spans.get((*span, decision.kind))
    return PlacedDecision(number, decision, span, claim)


def _follow(decision: Decision, old: str, new: str) -> Decision:
    span = locate(old, decision.anchor)
    moved = None if span is None else follow(old, new, span)
    return decision if moved is None else msgspec.structs.replace(decision, anchor=anchor_at(new, *moved))


def _is_of(claim: dict[str, Any], span: Span, decision: Decision) -> bool:
    return (claim["start"], claim["end"], claim["kind"]) == (*span, decision.kind)
