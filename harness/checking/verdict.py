"""The one place where a verdict is made: what a claim's words assert against what the ground truth knows."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import Any, Protocol, TypeAlias

import msgspec
from msgspec.structs import replace

from harness import wording
from harness.claim import Claim, Resolved, kind_of
from harness.fingerprint import fields_digest
from harness.kinds import kinds, worded_by
from harness.model import (
    Assertion,
    Finding,
    Judged,
    Known,
    Quantity,
    Severity,
    Unknown,
    Unreadable,
    Verdict,
)
from harness.truth.index import Truth
from harness.values import Label, Value, clear, inside, partial_date
from harness.wording import Weighed

Where: TypeAlias = tuple[str, str, tuple[int, int]]
WORST_FIRST: tuple[Verdict, ...] = ("refuted", "not_enough_info", "supported")


class Words(Protocol):
    """An article's words, as the resolve stage reads them."""

    def resolve(self, claim: Claim) -> Resolved | Unknown | Unreadable: ...


class Checked(msgspec.Struct, frozen=True, gc=False):
    """A finding, and what the consistency of the article needs of the claim behind it."""

    finding: Finding
    resolved: Resolved | None = None
    assertions: tuple[Assertion, ...] = ()


_TIMETABLE = ("date", "venue")  # known before anybody has run


def relate(known: Value, claimed: Value) -> Verdict:
    """The keystone: inside the claimed range is supported, clear of it is refuted, anything else is not settled."""
    if inside(known, claimed):
        return "supported"
    return "refuted" if clear(known, claimed) else "not_enough_info"


class Verifier:
    """Weighs claims against one ground truth; the same assertion, however often it is made, is weighed once."""

    def __init__(self, truth: Truth) -> None:
        self.truth = truth
        self.kinds = kinds()
        self.known = lru_cache(maxsize=1 << 16)(self._known)
        self.rule = lru_cache(maxsize=1 << 16)(self._rule)

    def _known(self, quantity: Quantity, as_of: int) -> Known | Unknown:
        setting = quantity.setting
        if setting.edition is not None and quantity.kind not in _TIMETABLE:
            edition = self.truth.editions[setting.edition]
            if (partial_date(edition.start).low or 0) > as_of:
                when = f"{edition.name} had not begun on {show_day(as_of)}"
                return Unknown(when, f"later: {edition.name}")
        return self.kinds[quantity.kind].known(quantity, self.truth, as_of)

    def weigh(self, assertion: Assertion) -> Weighed:
        known = self.known(assertion.quantity, assertion.as_of)
        if isinstance(known, Unknown):
            return Weighed(assertion, known, "not_enough_info")
        return Weighed(assertion, known, relate(known.value, assertion.claimed))

    def check(
        self, claim: Claim, words: Words, article: str, file: str = "", place: tuple[int, int] = (0, 0)
    ) -> Checked:
        """The finding of one claim, which stands at `place` (line, column) of its file.

        A claim is the conjunction of what it asserts: it holds where all of that holds.
        """
        kind = self.kinds[kind_of(claim)]
        where = (article, file, place)
        if not kind.checkable:
            return Checked(_said_of(claim, where, _OF_LIFE))
        resolved = words.resolve(claim)
        if isinstance(resolved, Resolved):
            assertions = kind.assertions(resolved)
            if isinstance(assertions, tuple):
                ruling = self.rule(assertions)
                notes = (*resolved.notes, *ruling.notes, *self._lenient(claim, words, ruling.verdict))
                if len(notes) > 1:
                    notes = tuple(dict.fromkeys(notes))
                return Checked(_said_of(claim, where, ruling, resolved.trace, notes), resolved, assertions)
            resolved = assertions
        if isinstance(resolved, Unreadable):
            ruling = _ruling("unreadable", message=f"{resolved.field}: {resolved.why}")
        else:
            ruling = _ruling("not_enough_info", message=resolved.why, missing=resolved.missing or resolved.why)
        return Checked(_said_of(claim, where, ruling))

    def _lenient(self, claim: Claim, words: Words, strict: Verdict) -> tuple[str, ...]:
        """A note where the looser reading of the claim, if it has one, comes out otherwise."""
        if claim.lenient is None:
            return ()
        resolved = words.resolve(looser(claim))
        loose = self.kinds[kind_of(claim)].assertions(resolved) if isinstance(resolved, Resolved) else None
        verdict = self.rule(loose).verdict if isinstance(loose, tuple) else "not_enough_info"
        return () if verdict == strict else (f"lenient_{verdict}",)

    def _rule(self, assertions: tuple[Assertion, ...]) -> Finding:
        weighed = [self.weigh(assertion) for assertion in assertions]
        verdict = worst([one.verdict for one in weighed])
        deciding = next(one for one in weighed if one.verdict == verdict)
        assertion, known = deciding.assertion, deciding.known
        severity = None
        if verdict == "refuted":
            assert isinstance(known, Known)
            severity = self.kinds[assertion.quantity.kind].severity(assertion, known)
        notes = _notes(weighed)
        said = wording.said(self.truth, weighed, deciding, worded_by)
        first = [deciding, *weighed] if verdict == "refuted" else weighed
        facts = [one.known for one in first if isinstance(one.known, Known)]
        evidence = {item.id: item for fact in facts for item in fact.evidence}
        return _ruling(
            verdict,
            severity=severity,
            notes=notes,
            as_of=show_day(assertion.as_of),
            claimed=said.claimed,
            found=said.found,
            message=said.message,
            suggestion=said.suggestion,
            missing=said.missing,
            arithmetic=tuple(dict.fromkeys([fact.arithmetic for fact in facts if fact.arithmetic])),
            relied_on=tuple(dict.fromkeys([item for fact in facts for item in fact.relied_on])),
            evidence=tuple(evidence.values()),
            judged=tuple([_judged(one) for one in weighed]),
        )


def _ruling(verdict: Verdict, *, severity: Severity | None = None, **said: Any) -> Finding:
    """What a finding says before it is said of a claim: the same for every claim that asserts the same."""
    of_none: dict[str, Any] = {"article": "", "claim": "", "kind": "", "text": "", "quote": "", "start": 0, "end": 0}
    return Finding(verdict=verdict, severity=severity, **of_none, **said)


_OF_LIFE = _ruling("not_checkable", message="a fact of life, not one of results")


def _said_of(
    claim: Claim, where: Where, ruling: Finding, names: tuple[str, ...] = (), notes: tuple[str, ...] = ()
) -> Finding:
    article, file, (line, column) = where
    return replace(
        ruling,
        article=article,
        claim=claim.id,
        kind=kind_of(claim),
        text=claim.text,
        quote=claim.quote,
        start=claim.start,
        end=claim.end,
        notes=notes,
        attributed_to=claim.attributed_to,
        claim_digest=fields_digest(claim),
        names=names,
        file=file,
        line=line,
        column=column,
    )


def worst(verdicts: Iterable[Verdict]) -> Verdict:
    """What a conjunction comes to: one refuted part refutes, and one open part leaves it open."""
    return min(verdicts, key=WORST_FIRST.index, default="not_enough_info")


def looser(claim: Claim) -> Claim:
    """The claim as its `lenient` fields would have it; a lenient scope replaces the named fields of the scope only."""
    fields: dict[str, Any] = msgspec.to_builtins(claim)
    changes = dict(fields.pop("lenient") or {})
    if "scope" in changes:
        changes["scope"] = {**fields.get("scope", {}), **changes["scope"]}
    return msgspec.convert({**fields, **changes}, type(claim))


@lru_cache(maxsize=1 << 16)
def key_of(quantity: Quantity) -> str:
    """The quantity in print: what conflicts are grouped by."""
    return str(quantity)


@lru_cache(maxsize=4096)
def show_day(day: int) -> str:
    """The day ordinal in ISO form."""
    return date.fromordinal(day).isoformat()


def _notes(weighed: list[Weighed]) -> tuple[str, ...]:
    """Remarks that a verdict carries: misprint, rounded, sources_disagree ..."""
    notes: list[str] = []
    for one in weighed:
        notes.extend(one.assertion.notes)
        if isinstance(one.known, Known):
            notes.extend(one.known.notes)
            if one.verdict == "supported" and _rounded(one.assertion, one.known.value):
                notes.append("rounded")
    return tuple(dict.fromkeys(notes))


def _rounded(assertion: Assertion, known: Value) -> bool:
    """Whether the printed figure is not the official one, but one that it may be rounded or cut to."""
    if assertion.exact is None or isinstance(known, Label) or assertion.measure in ("count", "ordinal", "date", "days"):
        return False
    return known.low != assertion.exact or known.high != assertion.exact


def _judged(one: Weighed) -> Judged:
    assertion = one.assertion
    found = one.known.value if isinstance(one.known, Known) else None
    return Judged(
        quantity=key_of(assertion.quantity),
        measure=assertion.measure,
        as_of=assertion.as_of,
        claimed=assertion.claimed,
        found=found,
        verdict=one.verdict,
        exact=assertion.exact,
        printed=assertion.printed,
    )
