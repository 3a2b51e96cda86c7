"""mark: an athlete's mark in one race, or on the way through it."""

from __future__ import annotations

from enum import StrEnum

from harness.claim import AtDistance, AthleteName, Claim, Distance, PrintedMark, Resolved, Scope, at_distance
from harness.kind import Attribute, Kind, Plants
from harness.model import Assertion, Known, Quantity, Severity, Unknown, phrase
from harness.truth.absence import conclude
from harness.truth.index import Truth
from harness.truth.races import result_of
from harness.truth.results import Result
from harness.values import Range, split_metres


class Mark(Claim, tag="mark", frozen=True, kw_only=True):
    """An athlete's mark in one race, or a split on the way.

    ## What it claims

    One figure: a time, a distance, a height or points, at the finish or on the way.

    ## Fields

    `athlete` ran, jumped or threw `mark` in the race that `scope` names; with `at`, the mark is the split at that
    distance. A race without a round is the final; where there was no race of that length, the mark may have been
    taken on the way through a longer one ("20 km in a half marathon"). The printed mark is a range: "3:46" is 3:45.94,
    "3:45.95" is not; one decimal stands for every time that prints so by rounding, rounding up or cutting (note
    `rounded`). A mark that cannot be one of the event is read by its digits: 3:29:38 over 1500 m is 3:29.38 (note
    `misprint`).

    ## How it is judged

    supported         the official mark lies in the printed range
    refuted           it lies outside; where sources disagree, all of them do
    not_enough_info   the ground truth has no such result or split, or several races fit

    ## What absence proves

    That the athlete has no such mark, where the whole field of the race is known without them.

    ## Example

        {"kind": "mark", "id": "kerr-heat", "text": "Kerr ran 3:35.83 in heat 1", "quote": "three minutes, 35.83",
         "start": 10, "end": 30, "athlete": "Kerr", "mark": "three minutes, 35.83",
         "scope": {"event": "1,500 metres", "competition": "Paris Olympics", "round": "heat 1"}}

    ## Source

    The race's official result. Times by photo finish are read up to the next hundredth (technical rules, TR 19), so
    that a printed tenth may have come by rounding or by cutting.
    """

    athlete: AthleteName
    mark: PrintedMark
    at: Distance | None = None
    scope: Scope = Scope()


class MarkAttribute(StrEnum):
    MARK = "mark"


def assertions(resolved: Resolved[Mark]) -> tuple[Assertion, ...]:
    at, who, mark = at_distance(resolved.claim.at), resolved.who("athlete"), resolved.figures["mark"]
    return (resolved.asserts(MarkAttribute.MARK, who, mark, resolved.measure, setting=resolved.race, qualifier=at),)


def known(quantity: Quantity[MarkAttribute, AtDistance | None], truth: Truth, as_of: int) -> Known | Unknown:
    result = result_of(truth, quantity.subjects[0], quantity.setting, as_of, en_route=True)
    if isinstance(result, Unknown):
        return conclude(truth, quantity.subjects[0], quantity.setting, as_of, result, places=False)
    at = quantity.qualifier
    value = result.splits.get(f"{at.metres}m") if at else result.mark
    if value is None:
        what = f"split {at} of {{}}" if at else "mark of {}"
        return Unknown(phrase(f"the ground truth has no {what}", result), phrase(what, result))
    notes = ("sources_disagree",) if value.low != value.high else ()
    return Known(value, (result,), notes=notes, step=0 if at else result.step)


def severity(assertion: Assertion, found: Known) -> Severity:
    """Low: a figure slightly off (by less than one hundredth of it); medium beyond."""
    claimed, official = assertion.claimed, found.value
    assert isinstance(claimed, Range)
    assert isinstance(official, Range)
    ends = [end for end in (claimed.low, claimed.high, official.low, official.high) if end is not None]
    return "low" if (max(ends) - min(ends)) * 100 < max(ends) else "medium"


def facts(resolved: Resolved[Mark]) -> tuple[Result, ...]:
    value = resolved.figures["mark"].value
    if resolved.claim.at:
        return resolved.fact(splits={f"{split_metres(resolved.claim.at)}m": value})
    return resolved.fact(mark=value, printed=resolved.claim.mark)


KIND = Kind(
    claim=Mark,
    assertions=assertions,
    attributes={MarkAttribute.MARK: Attribute(known)},
    severity=severity,
    facts=facts,
    plants=Plants(race=True, of_one=lambda claim: True),
)
