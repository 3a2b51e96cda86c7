"""Which findings and conflicts a baseline accepts, which entries no longer accept anything, and what to write."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from typing import Literal, NamedTuple, TypeAlias

from msgspec.structs import replace

from harness.baseline.file import Baseline, BaselineEntry, Key, seen_from
from harness.baseline.migration import WAIVABLE, migrated
from harness.records.fingerprint import Digests, claim_digest, digests, quantity, what_changed
from harness.records.model import Conflict, Finding
from harness.records.waiver import Accepts, Change, UnusedWaiver, Waiver

Claims: TypeAlias = dict[tuple[str, str], Finding]
Why: TypeAlias = Literal[Change, "claim gone", "conflict gone", "expired"]


class Waived(NamedTuple):
    """Findings and conflicts with their waivers set, and the entries that no longer accept anything."""

    findings: tuple[Finding, ...]
    conflicts: tuple[Conflict, ...]
    unused: tuple[UnusedWaiver, ...]


def waive(
    baseline: Baseline,
    today: int,
    findings: Sequence[Finding],
    conflicts: Sequence[Conflict],
    said: Iterable[Finding],
    looked_at: Collection[str],
) -> Waived:
    """What the baseline accepts on the day `today` (ordinal).

    `said` are the findings behind the conflicts. `looked_at` names the articles of which every claim would have been
    checked: only there does a claim that is not found count as gone.
    """
    baseline = migrated(baseline, findings)
    there = _acceptable(findings, conflicts, _by_claim(said))
    waivers = {
        entry.key: entry.waiver
        for entry in baseline.entries
        if there.get(entry.key) == entry.digests and not entry.expired(today)
    }
    claims = _by_claim(findings)
    unused = []
    for entry in baseline.entries:
        if entry.key not in waivers and (why := _why_unused(entry, baseline, there, claims, looked_at)):
            unused.append(UnusedWaiver(*entry.key, why, entry.waiver))
    return Waived(
        tuple(
            replace(finding, waiver=found) if (found := _waiver(finding, waivers)) else finding for finding in findings
        ),
        tuple(replace(conflict, waiver=_waiver_of_all(conflict, waivers)) for conflict in conflicts),
        tuple(unused),
    )


def rewritten(
    old: Baseline,
    findings: Sequence[Finding],
    conflicts: Sequence[Conflict],
    unused: Iterable[UnusedWaiver],
    waiver: Waiver,
    accepts: Collection[Accepts],
    beside: Path,
    only: tuple[str, str] | None = None,
) -> Baseline:
    """The old baseline without entries that no longer apply, and with an entry for everything else that may be
    accepted.

    `beside` is the folder of the baseline's file, to which the paths of claim files are relative; `only` is an article
    and a claim, the only one for which entries are added.
    """
    entries = {entry.key: entry for entry in pruned(migrated(old, findings), unused).entries}
    claims = _by_claim(findings)
    for key, now in _acceptable(findings, conflicts, claims).items():
        if key.accepts in accepts and key not in entries and only in (None, (key.article, key.claim)):
            entries[key] = _entry(key, now, waiver, seen_from(beside, claims[key.article, key.claim].file))
    return replace(old, entries=tuple(entries[key] for key in sorted(entries)))


def entry_of(finding: Finding, waiver: Waiver, beside: Path) -> BaselineEntry | None:
    """The entry that accepts the finding for the waiver's reason; None if its verdict cannot be accepted."""
    key = _key(finding)
    return None if key is None else _entry(key, digests(finding), waiver, seen_from(beside, finding.file))


def _entry(key: Key, now: Digests, waiver: Waiver, file: str) -> BaselineEntry:
    return BaselineEntry(
        article=key.article,
        claim=key.claim,
        quantity=key.quantity,
        accepts=key.accepts,
        file=file,
        reason=waiver.reason,
        author=waiver.author,
        date=waiver.date,
        until=waiver.until or None,
        digests=now,
    )


def pruned(old: Baseline, unused: Iterable[UnusedWaiver]) -> Baseline:
    """The baseline without the entries that no longer accept anything."""
    gone = {Key(waiver.article, waiver.claim, waiver.quantity, waiver.accepts) for waiver in unused}
    return replace(old, entries=tuple(entry for entry in old.entries if entry.key not in gone))


def _acceptable(findings: Iterable[Finding], conflicts: Iterable[Conflict], said: Claims) -> dict[Key, Digests]:
    """All that entries may be for, and the digests that they must have. Claims are in conflict by what they say alone:
    whatever the truth is and whatever comes of them."""
    acceptable = {key: digests(finding) for finding in findings if (key := _key(finding))}
    for conflict in conflicts:
        for key in _keys(conflict):
            acceptable[key] = Digests(claim_digest(said[key.article, key.claim]))
    return acceptable


def _why_unused(
    entry: BaselineEntry, baseline: Baseline, there: dict[Key, Digests], claims: Claims, looked_at: Collection[str]
) -> Why | None:
    """Why the entry accepts nothing; None where that cannot be told, as not everything was checked."""
    finding = claims.get((entry.article, entry.claim))
    if finding is None:
        return "claim gone" if entry.article in looked_at else None
    if there.get(entry.key) == entry.digests:
        return "expired"
    if entry.accepts != "conflict":
        return what_changed(entry.digests, digests(finding)) or "rule changed"
    if claim_digest(finding) != entry.digests.claim:
        return "claim changed"
    others = {accepted.article for accepted in baseline.entries if accepted.key[2:] == entry.key[2:]}
    return "conflict gone" if others <= set(looked_at) else None


def _by_claim(findings: Iterable[Finding]) -> Claims:
    return {(finding.article, finding.claim): finding for finding in findings}


def _key(finding: Finding) -> Key | None:
    accepts = WAIVABLE.get(finding.verdict)
    return Key(finding.article, finding.claim, quantity(finding), accepts) if accepts else None


def _keys(conflict: Conflict) -> list[Key]:
    return [Key(ref.article, ref.claim, conflict.quantity, "conflict") for ref in conflict.claims]


def _waiver(finding: Finding, waivers: dict[Key, Waiver]) -> Waiver | None:
    key = _key(finding)
    return waivers.get(key) if key else None


def _waiver_of_all(conflict: Conflict, waivers: dict[Key, Waiver]) -> Waiver | None:
    """The last waiver of a conflict's claims, where all have one: the one that made the conflict accepted."""
    all_waivers = [waivers[key] for key in _keys(conflict) if key in waivers]
    return max(all_waivers, key=lambda waiver: waiver.date) if len(all_waivers) == len(conflict.claims) else None
