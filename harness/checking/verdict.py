"""The one place where a verdict is made: what a claim's words assert against what the ground truth knows."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import Any, TypeAlias

import msgspec
from msgspec.structs import replace

from harness import wording
from harness.checking.readings import Reading, Resolver, readings, supervaluate
from harness.claim import Claim, Resolved, kind_of
from harness.fingerprint import fields_digest
from harness.kinds import Kind, kinds, worded_by
from harness.model import (
    AnyQuantity,
    Assertion,
    Finding,
    Judged,
    Known,
    Severity,
    Unknown,
    Unreadable,
    Verdict,
)
from harness.truth.index import Truth
from harness.values import Range, Value, clear, inside, partial_date, widened
from harness.wording import Weighed

Where: TypeAlias = tuple[str, str, tuple[int, int]]
WORST_FIRST: tuple[Verdict, ...] = ("refuted", "not_enough_info", "supported")


class Checked(msgspec.Struct, frozen=True, gc=False):
    """A finding, and what the consistency of the article needs of the claim behind it."""

    finding: Finding
    resolved: Resolved[Any] | None = None
    assertions: tuple[Assertion, ...] = ()


_TIMETABLE = ("date", "venue")  # known before anybody has run


def relate(known: Value, claimed: Value) -> Verdict:
    """The keystone: inside the claimed range is supported, clear of it is refuted, anything else is not settled."""
    if inside(known, claimed):
        return "supported"
    return "refuted" if clear(known, claimed) else "not_enough_info"


def _compare(assertion: Assertion, known: Known) -> Verdict:
    """`relate`, where the printed figure may be finer than the official one, or be a day of another time zone."""
    value = known.value
    if isinstance(value, Range) and 0 < assertion.step < known.step:
        value = widened(value, known.step - 1)
    verdict = relate(value, assertion.claimed)
    if verdict == "refuted" and assertion.outer is not None and not clear(value, assertion.outer):
        return "not_enough_info"
    return verdict


class Verifier:
    """Weighs claims against one ground truth; the same assertion, however often it is made, is weighed once."""

    def __init__(self, truth: Truth) -> None:
        self.truth = truth
        self.kinds = kinds()
        self.known = lru_cache(maxsize=1 << 16)(self._known)
        self.rule = lru_cache(maxsize=1 << 16)(self._rule)

    def _known(self, quantity: AnyQuantity, as_of: int) -> Known | Unknown:
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
        return Weighed(assertion, known, _compare(assertion, known))

    def check(
        self, claim: Claim, words: Resolver, article: str, file: str = "", place: tuple[int, int] = (0, 0)
    ) -> Checked:
        """The finding of one claim, which stands at `place` (line, column) of its file.

        A claim is the conjunction of what it asserts: it holds where all of that holds.
        """
        kind = self.kinds[kind_of(claim)]
        where = (article, file, place)
        if not kind.checkable:
            return Checked(_said_of(claim, where, _OF_LIFE))
        readable = readings(claim, words)
        if not isinstance(readable, tuple):
            return Checked(_said_of(claim, where, _without_value(readable)))
        if len(readable) > 1:
            return self._check_readings(claim, readable, where)
        resolved = readable[0].resolved
        ruling, assertions = self._rule_reading(kind, resolved)
        if not isinstance(resolved, Resolved) or not assertions:
            return Checked(_said_of(claim, where, ruling))
        notes = (*resolved.notes, *ruling.notes, *self._lenient(claim, words, ruling.verdict))
        if len(notes) > 1:
            notes = tuple(dict.fromkeys(notes))
        return Checked(_said_of(claim, where, ruling, resolved.trace, notes), resolved, assertions)

    def give_up(self, claim: Claim, article: str, file: str, place: tuple[int, int], why: str) -> Checked:
        """The finding of a claim that the harness breaks on: unreadable, and nothing follows from it."""
        return Checked(_said_of(claim, (article, file, place), _ruling("unreadable", message=why)))

    def _rule_reading(self, kind: Kind, resolved: Resolved[Any] | Unknown) -> tuple[Finding, tuple[Assertion, ...]]:
        """The ruling on one reading, and what it asserts (nothing, where a name or a figure is missing)."""
        assertions = kind.assertions(resolved) if isinstance(resolved, Resolved) else resolved
        if isinstance(assertions, tuple):
            return self.rule(assertions), assertions
        return _without_value(assertions), ()

    def _check_readings(self, claim: Claim, several: tuple[Reading, ...], where: Where) -> Checked:
        """The finding on a claim with several readings: theirs where they agree, else open, naming each one's verdict.

        It takes no part in the article's consistency: which quantity it is about is not settled.
        """
        kind = self.kinds[kind_of(claim)]
        rulings = [self._rule_reading(kind, reading.resolved)[0] for reading in several]
        verdict = supervaluate(ruling.verdict for ruling in rulings)
        each = [
            f"{_IN_READING[ruling.verdict]} if {reading.in_words(self.truth.name)}"
            for reading, ruling in zip(several, rulings, strict=True)
        ]
        notes = dict.fromkeys(note for ruling in rulings for note in ruling.notes)
        first = rulings[0]
        same = {"suggestion", "claimed", "found"}  # printed only where every reading says the same
        agreed = {field: getattr(first, field) for field in same if len({getattr(r, field) for r in rulings}) == 1}
        ruling = _ruling(
            verdict,
            severity=first.severity if verdict == "refuted" else None,
            as_of=first.as_of,
            message="; ".join(each) if verdict != "supported" else "",
            missing=f"which reading is meant: {each[0]}" if verdict == "not_enough_info" else "",
            arithmetic=tuple(dict.fromkeys(line for one in rulings for line in one.arithmetic)),
            relied_on=tuple(dict.fromkeys(statement for one in rulings for statement in one.relied_on)),
            evidence=tuple({item.id: item for one in rulings for item in one.evidence}.values()),
            **agreed,
        )
        return Checked(_said_of(claim, where, ruling, tuple(each), ("several_readings", *notes)))

    def _lenient(self, claim: Claim, words: Resolver, strict: Verdict) -> tuple[str, ...]:
        """A note where the looser reading of the claim, if it has one, comes out otherwise."""
        if claim.lenient is None:
            return ()
        loose = readings(looser(claim), words)
        kind = self.kinds[kind_of(claim)]
        verdict: Verdict = "not_enough_info"
        if isinstance(loose, tuple):
            verdict = supervaluate(self._rule_reading(kind, reading.resolved)[0].verdict for reading in loose)
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


def _without_value(why: Unknown | Unreadable) -> Finding:
    """The ruling on what asserts nothing: a figure that is none, or a name that means nobody."""
    if isinstance(why, Unreadable):
        return _ruling("unreadable", message=f"{why.field}: {why.why}")
    return _ruling("not_enough_info", message=why.why, missing=why.missing or why.why)


_IN_READING = {"supported": "true", "refuted": "false", "not_enough_info": "open", "unreadable": "unreadable"}
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
def key_of(quantity: AnyQuantity) -> str:
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
    if (
        assertion.exact is None
        or not isinstance(known, Range)
        or assertion.measure in ("count", "ordinal", "date", "days")
    ):
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
        outer=assertion.outer,
        step=wording.shown_step(assertion, one.known) if isinstance(one.known, Known) else 0,
    )
