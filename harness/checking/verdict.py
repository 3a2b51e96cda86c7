"""The one place where a verdict is made: a claim's assertions are compared with what the ground truth knows.

No text is made here: the words for a ruling are made when a report needs them (findings.py).
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import chain
from typing import Any

import msgspec
from msgspec.structs import replace

from harness.checking.readings import Reading, Resolver, in_other_zones, readings, supervaluate, with_older
from harness.claims.claim import Claim, Resolved, kind_of
from harness.kind import Kind
from harness.kinds import kinds
from harness.records.model import AnyQuantity, Assertion, Known, Severity, Shown, Unknown, Unreadable, Verdict, phrase
from harness.truth.index import Truth
from harness.values import Label, Nothing, Range, Value, clear, exactly, inside, partial_date, widened

WORST_FIRST: tuple[Verdict, ...] = ("refuted", "not_enough_info", "supported")

# Answers that are kept of each sort. What is asked again is asked soon: sixteen times as many find 3 to 8 % more, and
# take no less time, but 25 MB more for every 30,000 claims.
MOST_KEPT = 1 << 12


class Weighed(msgspec.Struct, frozen=True, gc=False):
    """One assertion, with what is known about its quantity, and the verdict."""

    assertion: Assertion
    known: Known | Unknown
    verdict: Verdict


class Ruling(msgspec.Struct, frozen=True, eq=False):
    """A verdict and its basis: what is asserted with what is known, or why nothing is asserted.

    Claims with the same assertions share one ruling. With several readings, `by_reading` has the ruling on each.
    """

    verdict: Verdict
    weighed: tuple[Weighed, ...] = ()
    severity: Severity | None = None
    notes: tuple[str, ...] = ()
    nothing_asserted: Unknown | Unreadable | None = None
    by_reading: tuple[tuple[Reading, Ruling], ...] = ()

    @property
    def deciding(self) -> Weighed:
        """The part that the verdict comes from."""
        return next(weighed for weighed in self.weighed if weighed.verdict == self.verdict)


class Judgement(msgspec.Struct, frozen=True):
    """The ruling on one claim, with the notes of its own reading, and what consistency needs of the claim."""

    claim: Claim
    ruling: Ruling
    notes: tuple[str, ...] = ()
    resolved: Resolved[Any] | None = None
    assertions: tuple[Assertion, ...] = ()


NOT_CHECKABLE = Ruling("not_checkable")


def relate(known: Value, claimed: Value) -> Verdict:
    """The basic comparison: inside the claimed range is supported, no overlap is refuted, anything else is not
    settled."""
    if inside(known, claimed):
        return "supported"
    return "refuted" if clear(known, claimed) else "not_enough_info"


def _compare(assertion: Assertion, known: Known) -> Verdict:
    """`relate`, as far as what is known can decide: see the flags of `Known`, and `Assertion.outer`."""
    verdict = _relate_values(assertion, known.value, known)
    if known.or_else is not None and verdict != "supported":
        second = _relate_values(assertion, known.or_else, known)
        verdict = second if second == "supported" or verdict == "refuted" else "not_enough_info"
    if any(_relate_values(assertion, value, known) != verdict for value in known.or_perhaps if verdict == "refuted"):
        verdict = "not_enough_info"
    if (verdict == "supported" and known.perhaps_none) or (verdict == "refuted" and known.perhaps_more):
        return "not_enough_info"
    return verdict


def _relate_values(assertion: Assertion, value: Value, known: Known) -> Verdict:
    """The printed figure may be finer than the official one, be a day of another time zone, or one of several names."""
    if isinstance(value, Range) and 0 < assertion.step < known.step:
        value = widened(value, known.step - 1)
    if known.all_hold and isinstance(value, Label) and isinstance(assertion.claimed, Label):
        return _hold(value, assertion.claimed)
    verdict = relate(value, assertion.claimed)
    if verdict == "refuted" and assertion.outer is not None and not clear(value, assertion.outer):
        return "not_enough_info"
    return verdict


def _hold(known: Label, claimed: Label) -> Verdict:
    """Of names that all hold, claiming one is right; claiming one of several is, if one of them is."""
    return "refuted" if clear(known, claimed) else "supported"


class Verifier:
    """Judges claims against one ground truth; an assertion that is made several times is judged once."""

    def __init__(self, truth: Truth) -> None:
        self.truth = truth
        self.kinds = kinds()
        self.known = lru_cache(maxsize=MOST_KEPT)(self._known)
        self.rule = lru_cache(maxsize=MOST_KEPT)(self._rule)

    def _known(self, quantity: AnyQuantity, as_of: int) -> Known | Unknown:
        kind, setting = self.kinds[quantity.kind], quantity.setting
        if setting.edition is not None and not kind.timetable:
            edition = self.truth.editions[setting.edition]
            first_day = partial_date(edition.start).low
            if first_day is not None and first_day > as_of:
                when = phrase("{} had not begun on {}", edition.id, Shown(exactly(as_of), "date"))
                return Unknown(when, phrase("later: {}", edition.id))
        return kind.known(quantity, self.truth, as_of)

    def weigh(self, assertion: Assertion) -> Weighed:
        known = self.known(assertion.quantity, assertion.as_of)
        if isinstance(known, Unknown):
            return Weighed(assertion, known, "not_enough_info")
        return Weighed(assertion, known, _compare(assertion, known))

    def judge(self, claim: Claim, words: Resolver) -> Judgement:
        """The verdict on one claim. A claim is the conjunction of its assertions: it is true if all of them are."""
        kind = self.kinds[kind_of(claim)]
        if not kind.checkable:
            return Judgement(claim, NOT_CHECKABLE)
        several = readings(claim, words)
        if not isinstance(several, tuple):
            return Judgement(claim, _without_assertions(several))
        if len(several) > 1:
            judgement = self._judge_readings(claim, kind, several)
        else:
            judgement = self._judge_one(claim, kind, words, several[0].resolved)
        if judgement.ruling.verdict == "refuted":  # not where it is true of an older holding in the place, or a day on
            for beside in chain(with_older(claim, words, several), in_other_zones(claim, words, several)):
                if self.rule_reading(kind, beside[-1].resolved)[0].verdict == "supported":
                    return self._judge_readings(claim, kind, beside)
        return judgement

    def _judge_one(
        self, claim: Claim, kind: Kind[Claim], words: Resolver, resolved: Resolved[Any] | Unknown | Unreadable
    ) -> Judgement:
        """A claim that can mean one thing only."""
        ruling, assertions = self.rule_reading(kind, resolved)
        if not isinstance(resolved, Resolved) or not assertions:
            return Judgement(claim, ruling)
        notes = (*resolved.notes, *ruling.notes, *self._lenient(claim, kind, words, ruling.verdict))
        return Judgement(claim, ruling, tuple(dict.fromkeys(notes)), resolved, assertions)

    def rule_reading(
        self, kind: Kind[Claim], resolved: Resolved[Any] | Unknown | Unreadable
    ) -> tuple[Ruling, tuple[Assertion, ...]]:
        """The ruling on one reading, and its assertions (none if a name or a figure could not be resolved)."""
        assertions = kind.assertions(resolved) if isinstance(resolved, Resolved) else resolved
        if isinstance(assertions, tuple):
            return self.rule(assertions), assertions
        return _without_assertions(assertions), ()

    def _judge_readings(self, claim: Claim, kind: Kind[Claim], several: tuple[Reading, ...]) -> Judgement:
        """A claim with several readings has their verdict where they agree, and is open elsewhere.

        It takes no part in the article's consistency: which quantity it is about is not settled.
        """
        rulings = [self.rule_reading(kind, reading.resolved)[0] for reading in several]
        verdict = supervaluate(ruling.verdict for ruling in rulings)
        severity = rulings[0].severity if verdict == "refuted" else None
        notes = tuple(dict.fromkeys(("several_readings", *(note for ruling in rulings for note in ruling.notes))))
        by_reading = tuple(zip(several, rulings, strict=True))
        return Judgement(claim, Ruling(verdict, severity=severity, by_reading=by_reading), notes)

    def _lenient(self, claim: Claim, kind: Kind[Claim], words: Resolver, strict: Verdict) -> tuple[str, ...]:
        """A note where the looser reading of the claim, if it has one, comes out otherwise."""
        if claim.lenient is None:
            return ()
        loose = readings(looser(claim), words)
        verdict: Verdict = "not_enough_info"
        if isinstance(loose, tuple):
            verdict = supervaluate(self.rule_reading(kind, reading.resolved)[0].verdict for reading in loose)
        return () if verdict == strict else (f"lenient_{verdict}",)

    def _rule(self, assertions: tuple[Assertion, ...]) -> Ruling:
        weighed = tuple(self.weigh(assertion) for assertion in assertions)
        ruling = Ruling(worst(part.verdict for part in weighed), weighed, None, _notes(weighed))
        if ruling.verdict != "refuted":
            return ruling
        assertion, known = ruling.deciding.assertion, ruling.deciding.known
        assert isinstance(known, Known)
        if isinstance(known.value, Nothing):
            return replace(ruling, severity="high")
        return replace(ruling, severity=self.kinds[assertion.quantity.kind].severity_of(assertion, known))


def _without_assertions(why: Unknown | Unreadable) -> Ruling:
    """The ruling on what asserts nothing: a figure that is none, or a name that means nobody."""
    return Ruling("unreadable" if isinstance(why, Unreadable) else "not_enough_info", nothing_asserted=why)


def worst(verdicts: Iterable[Verdict]) -> Verdict:
    """The verdict on a conjunction: one refuted part refutes it, and otherwise one open part leaves it open."""
    return min(verdicts, key=WORST_FIRST.index, default="not_enough_info")


def looser(claim: Claim) -> Claim:
    """The claim with its `lenient` fields applied; a lenient scope replaces only the fields of the scope that it
    names."""
    fields: dict[str, Any] = msgspec.to_builtins(claim)
    changes = dict(fields.pop("lenient") or {})
    if "scope" in changes:
        changes["scope"] = {**fields.get("scope", {}), **changes["scope"]}
    return msgspec.convert({**fields, **changes}, type(claim))


def _notes(weighed: Iterable[Weighed]) -> tuple[str, ...]:
    """Remarks that a verdict carries: misprint, rounded, sources_disagree ..."""
    notes: list[str] = []
    for part in weighed:
        notes.extend(part.assertion.notes)
        if isinstance(part.known, Known):
            notes.extend(part.known.notes)
            if part.verdict == "supported" and _rounded(part.assertion, part.known.value):
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
