"""margin: by how much one athlete beat another in a race."""

from __future__ import annotations

from enum import StrEnum

from harness.claim import AthleteName, Claim, PrintedGap, Resolved, Scope
from harness.kind import Attribute, Kind
from harness.model import Assertion, Known, Measure, Quantity, Severity, Shown, Unknown, phrase
from harness.truth.absence import conclude
from harness.truth.index import Truth
from harness.truth.races import field, race_of, result_of
from harness.truth.results import Result
from harness.values import Range, exactly, minus
from harness.wording import Wording, in_figures


class Margin(Claim, tag="margin", frozen=True, kw_only=True):
    """By how much `ahead` beat `behind` in the race that `scope` names.

    ## What it claims

    The gap between two athletes in one race, in time or in distance.

    ## Fields

    The gap is the difference of the two official marks, whether or not the article prints them. Without `behind` it is
    the gap to the next in the race. A race without a round is the final.

    ## How it is judged

    supported         the difference of the marks is in the printed range
    refuted           it is not; where `ahead` was in truth the slower (or shorter) of the two, severity is high
    not_enough_info   one of the marks or the next finisher is not known, or the two ran in different races

    ## What absence proves

    Nothing, but that an athlete who was not in the race beat nobody in it.

    ## Example

        {"kind": "margin", "id": "tokyo-gap", "text": "Ingebrigtsen won by 0.69", "quote": "69 hundredths", "start": 10,
         "end": 23, "ahead": "Ingebrigtsen", "behind": "Cheruiyot", "gap": "69 hundredths of a second",
         "scope": {"event": "1500m", "competition": "Tokyo Olympics"}}

    ## Source

    The difference of the official marks, as they are published (times are rounded up: TR 19).
    """

    ahead: AthleteName
    gap: PrintedGap
    behind: AthleteName | None = None
    scope: Scope = Scope()


class MarginAttribute(StrEnum):
    MARGIN = "margin"


def assertions(resolved: Resolved[Margin]) -> tuple[Assertion, ...]:
    measure, who = _measure(resolved.measure), resolved.who("ahead", "behind")
    return (resolved.asserts(MarginAttribute.MARGIN, who, resolved.figures["gap"], measure, setting=resolved.race),)


def known(quantity: Quantity[MarginAttribute, None], truth: Truth, as_of: int) -> Known | Unknown:
    ahead = result_of(truth, quantity.subjects[0], quantity.setting, as_of)
    if isinstance(ahead, Unknown):
        return conclude(truth, quantity.subjects[0], quantity.setting, as_of, ahead, places=False)
    if len(quantity.subjects) > 1:
        same_race = (
            one for one in field(truth, ahead, as_of) if one.athlete == quantity.subjects[1] and one.status != "DNS"
        )
        behind = next(same_race, None) or result_of(truth, quantity.subjects[1], quantity.setting, as_of)
    else:
        behind = _next(ahead, truth, as_of)
    if isinstance(behind, Unknown):
        if len(quantity.subjects) == 1:
            return behind
        return conclude(truth, quantity.subjects[1], quantity.setting, as_of, behind, places=False)
    if race_of(ahead) != race_of(behind):
        return Unknown(phrase("{} and {} are different races", ahead, behind))
    for result in (ahead, behind):
        if result.mark is None:
            return Unknown(phrase("the ground truth has no mark of {}", result), phrase("mark of {}", result))
    assert ahead.mark is not None
    assert behind.mark is not None
    event = truth.events[ahead.event]
    better, worse = (behind.mark, ahead.mark) if event.better == "lower" else (ahead.mark, behind.mark)
    value = minus(better, worse)
    notes = ("sources_disagree",) if value.low != value.high else ()
    step = max(ahead.step, behind.step)
    first, second = (ahead, behind) if better is ahead.mark else (behind, ahead)
    terms = (Shown(better, event.measure, first.step), Shown(worse, event.measure, second.step))
    arithmetic = phrase("{} - {} = {}", *terms, Shown(value, _measure(event.measure), step))
    return Known(value, (ahead, behind), arithmetic, notes=notes, step=step)


def _next(ahead: Result, truth: Truth, as_of: int) -> Result | Unknown:
    """Who came one place behind."""
    place = ahead.place_as_of(as_of)
    if place is not None and place.low is not None and place.low == place.high:
        after = [one for one in field(truth, ahead, as_of) if one.place_as_of(as_of) == exactly(place.low + 1)]
        if len(after) == 1:
            return after[0]
    return Unknown(
        phrase("the ground truth does not tell who came next after {}", ahead), phrase("next after {}", ahead)
    )


def _measure(measure: Measure) -> Measure:
    return "gap" if measure == "time" else measure


def severity(assertion: Assertion, found: Known) -> Severity:
    """High: the other one was ahead; low: the gap is a little off."""
    claimed, official = assertion.claimed, found.value
    assert isinstance(claimed, Range)
    assert isinstance(official, Range)
    behind = official.high is not None and official.high < 0
    return "high" if behind and claimed.low is not None and claimed.low >= 0 else "low"


def worded(assertion: Assertion, known: Known, truth: Truth) -> Wording:
    words, value = in_figures(assertion, known, truth), known.value
    if not isinstance(value, Range) or value.high is None or value.high >= 0 or len(assertion.quantity.subjects) == 1:
        return words
    other_way_round = Range(-value.high, None if value.low is None else -value.low)
    ahead = truth.name(assertion.quantity.subjects[1])
    return Wording(words.claimed, f"{ahead} ahead by {truth.show(other_way_round, assertion.measure)}")


KIND = Kind(
    claim=Margin,
    assertions=assertions,
    attributes={MarginAttribute.MARGIN: Attribute(known)},
    severity=severity,
    worded=worded,
)
