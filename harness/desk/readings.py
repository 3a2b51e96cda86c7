"""The claims read from a draft's text, with people's decisions about the reading applied.

A claim keeps its id, by which decisions and the baseline identify it, as long as its quote exists. The claim file may
be edited by hand too: what differs from the copy that the desk kept becomes a decision like any other before the text
is read again, so that it is shown, stays with its sentence, and can be taken back.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from itertools import count
from types import MappingProxyType
from typing import Any, TypeAlias

import msgspec

from harness.checking.load import ClaimFile, read_claims
from harness.claims.claim import kind_of
from harness.desk.checker import DeskChecker
from harness.desk.folder import Folder
from harness.desk.records import Decision
from harness.extract import SourceArticle, as_text
from harness.migrations import CURRENT, FIELD
from harness.records.anchors import Anchor, anchor_at, follow, locate

Place: TypeAlias = tuple[int, int, str]  # start, end and kind of a claim
ClaimData: TypeAlias = dict[str, Any]  # a claim as it stands in its file

BY_HAND = "by hand"  # who edited a claim file that does not say it


def write_reading(
    folder: Folder,
    checker: DeskChecker,
    article: SourceArticle,
    decisions: Iterable[Decision],
    before: Mapping[Place, Sequence[str]] = MappingProxyType({}),
    zone: str | None = None,
) -> None:
    """Read the article and write its claim file, with people's decisions about the reading applied.

    `before` has the ids of the last reading by their positions in this text; `zone` is the publisher's.
    """
    decisions = list(decisions)
    document = checker.read(article)
    head = document["article"] if zone is None else {**document["article"], "zone": zone}
    named = _named(document["claims"], _known(article.text, decisions, before))
    folder.write_claims(article.id, document_of(head, named, article.text, decisions))


def document_of(head: Mapping[str, Any], claims: Sequence[ClaimData], text: str, decisions: Sequence[Decision]) -> str:
    """The claim file: the claims as people read them, and who those people were."""
    editors = dict.fromkeys(decision.author for decision in _about_the_reading(decisions, text))
    known = {name: value for name, value in head.items() if name != "edited_by"}
    edited = {"edited_by": list(editors)} if editors else {}
    return as_text({FIELD: CURRENT, "article": {**known, **edited}, "claims": overlaid(claims, text, decisions)})


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


def followed_ids(file: ClaimFile, old: str, new: str) -> dict[Place, list[str]]:
    """The ids of a reading of the old text, by the positions of the claims' quotes in the new one."""
    places: dict[Place, list[str]] = {}
    for claim in file.claims:
        span = follow(old, new, (claim.start, claim.end))
        if span is not None:
            places.setdefault((*span, kind_of(claim)), []).append(claim.id)
    return places


def overlaid(claims: Sequence[ClaimData], text: str, decisions: Iterable[Decision]) -> list[ClaimData]:
    """The reader's claims, except those that a person interpreted differently or declared not a claim.

    A decision applies to the claim with its id on its quote; one whose sentence is gone changes nothing.
    """
    result = list(claims)
    for decision in _about_the_reading(decisions, text):
        span = locate(text, decision.anchor)
        assert span is not None
        itself = (*span, decision.kind, decision.claim)
        result = [claim for claim in result if (*_place(claim), claim["id"]) != itself]
        if decision.fields is not None:
            taken = {claim["id"] for claim in result}
            edited = {**decision.fields, "id": _unused(decision.claim, taken), "start": span[0], "end": span[1]}
            result.append({key: value for key, value in edited.items() if value is not None})
    return sorted(result, key=lambda claim: (claim["start"], claim["end"]))


def adopt_hand_edits(folder: Folder, checker: DeskChecker, file: ClaimFile, text: str, at: str) -> None:
    """Store what was edited by hand in the draft's claim file as decisions, made at the moment `at`."""
    draft = file.article.id
    if folder.claims(draft) == folder.kept_claims(draft):
        return
    kept = folder.decisions(draft).decisions
    edits = tuple(_hand_edits(file, _as_kept(folder, checker, file, text), text, at))
    if edits:
        folder.write_decisions(draft, (*kept, *edits))
    folder.write_claims(draft, (folder.claims(draft) or b"").decode())


def standing_decisions(decisions: Iterable[Decision]) -> list[Decision]:
    """The decisions that were not taken back."""
    return [decision for decision in decisions if decision.undone is None]


def reanchored(decisions: Iterable[Decision], old: str, new: str) -> tuple[Decision, ...]:
    """The decisions with their anchors in the new text, if the edit did not touch their quotes."""
    return tuple(_follow(decision, old, new) for decision in decisions)


def _about_the_reading(decisions: Iterable[Decision], text: str) -> Iterator[Decision]:
    """Those that change what the text is read as."""
    for decision in decisions:
        if decision.action in ("reading", "no-claim") and locate(text, decision.anchor) is not None:
            yield decision


def _known(
    text: str, decisions: Iterable[Decision], before: Mapping[Place, Sequence[str]]
) -> dict[Place, dict[str, None]]:
    """The ids that claims had at their places: those of the last reading, and those that were decided on."""
    known: dict[Place, dict[str, None]] = {}
    for decision in decisions:
        span = None if decision.added else locate(text, decision.anchor)
        if span is not None:
            known.setdefault((*span, decision.kind), {})[decision.claim] = None
    for place, names in before.items():
        known.setdefault(place, {}).update(dict.fromkeys(names))
    return known


def _named(claims: Sequence[ClaimData], known: Mapping[Place, Iterable[str]]) -> list[ClaimData]:
    """The claims, each with the id that it had before; a new claim never takes one of those.

    Several claims of a kind on one quote are told apart by the ids that the reader makes of their sentence; where that
    sentence was edited, by their order, if there are as many as before. Else they are new: none is matched by guess.
    """
    taken = {name for names in known.values() for name in names}
    at_place: dict[Place, list[ClaimData]] = {}
    for claim in claims:
        at_place.setdefault(_place(claim), []).append(claim)
    ids: dict[str, str] = {}
    for place, here in at_place.items():
        own = [claim["id"] for claim in here]
        old = sorted(known.get(place, ()), key=_number)
        left = [name for name in old if name not in own]
        new = [name for name in own if name not in old]
        ids.update({name: name for name in own if name in old})
        ids.update(dict(zip(new, left, strict=True)) if len(own) == len(old) else {})
    named = []
    for claim in claims:
        name = ids.get(claim["id"]) or _unused(claim["id"], taken)
        taken.add(name)
        named.append({**claim, "id": name})
    return named


def _hand_edits(file: ClaimFile, kept: Sequence[ClaimData], text: str, at: str) -> Iterator[Decision]:
    """A decision for every claim that is not as the desk kept it, and for every one that is gone."""
    claims = _as_data(file)
    author = ", ".join(file.article.edited_by) or BY_HAND
    before, now = ({_identity(claim) for claim in every} for every in (kept, claims))
    same_text = file.article.sha256 == sha256(text.encode()).hexdigest()

    def decision(claim: ClaimData, fields: ClaimData | None) -> Decision:
        stands = same_text and text[claim["start"] : claim["end"]] == claim["quote"]
        anchor = anchor_at(text, claim["start"], claim["end"]) if stands else Anchor(exact=claim["quote"])
        return Decision(
            action="no-claim" if fields is None else "reading",
            claim=claim["id"],
            kind=claim["kind"],
            anchor=anchor,
            author=author[:120],
            at=at,
            fields=fields,
            added=_identity(claim) not in before,
        )

    yield from (decision(claim, None) for claim in kept if _identity(claim) not in now)
    yield from (decision(claim, claim) for claim in claims if claim not in kept)


def _as_kept(folder: Folder, checker: DeskChecker, file: ClaimFile, text: str) -> list[ClaimData]:
    """The claims as the desk wrote them last; where it has none of this text, as the reader has them.

    Where neither can be known, a machine's file counts as it was read, and people's own is theirs in every claim.
    """
    copy = read_claims(folder.kept_claims(file.article.id) or b"", file.article.id)
    if isinstance(copy, ClaimFile) and copy.article.sha256 == file.article.sha256:
        return _as_data(copy)
    if file.article.sha256 == sha256(text.encode()).hexdigest():
        document = checker.read(article_of(file, text))
        named = _named(document["claims"], followed_ids(file, text, text))
        decisions = standing_decisions(folder.decisions(file.article.id).decisions)
        again = read_claims(document_of(document["article"], named, text, decisions).encode(), file.article.id)
        return _as_data(again) if isinstance(again, ClaimFile) else []
    return _as_data(file) if file.article.read_by else []


def _as_data(file: ClaimFile) -> list[ClaimData]:
    return [msgspec.to_builtins(claim) for claim in file.claims]


def _identity(claim: ClaimData) -> tuple[int, int, str, str]:
    return (*_place(claim), claim["id"])


def _place(claim: ClaimData) -> Place:
    return claim["start"], claim["end"], claim["kind"]


def _number(name: str) -> tuple[str, int]:
    """What sorts "x", "x-2" and "x-10" so."""
    head, _, tail = name.rpartition("-")
    return (head, int(tail)) if head and tail.isdecimal() else (name, 0)


def _unused(name: str, taken: set[str]) -> str:
    numbers = (f"{name[:75]}-{number}" for number in count(2))
    return name if name not in taken else next(free for free in numbers if free not in taken)


def _follow(decision: Decision, old: str, new: str) -> Decision:
    span = locate(old, decision.anchor)
    moved = None if span is None else follow(old, new, span)
    return decision if moved is None else msgspec.structs.replace(decision, anchor=anchor_at(new, *moved))
