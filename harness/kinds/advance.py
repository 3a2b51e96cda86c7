"""advance: whether an athlete advanced through the rounds, and how."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal, TypeAlias

from msgspec.structs import replace

from harness.claims.claim import AthleteName, Claim, Resolved, RoundName, Scope
from harness.kind import Attribute, Kind
from harness.records.explained import explained
from harness.records.model import Assertion, Known, Quantity, Setting, Unknown, Unreadable, phrase
from harness.truth.index import Truth
from harness.truth.races import result_of
from harness.truth.results import Result
from harness.values import ROUNDS, Label, Range, exactly, label
from harness.wording import Wording

HOW = {"Q": "place", "q": "time", "qR": "repechage", "qJ": "jury"}
WAYS = {
    "place": "by place", "time": "as a fastest loser", "repechage": "to the repechage", "jury": "by the jury",
    "out": "went out",
}  # fmt: skip
HEAT, REPECHAGE, QUARTERFINAL, SEMIFINAL, FINAL = range(len(ROUNDS))


class Advance(Claim, tag="advance", frozen=True, kw_only=True):
    """Whether an athlete advanced from a round, or reached one, and how.

    ## What it claims

    How far an athlete got in one event at one edition of a competition: that they advanced from a round, reached a
    round, or were eliminated, and how they qualified.

    ## Fields

    `scope` names the competition and, with `round`, the round that they came from; `to` is the round that they reached.
    At least one of the two is needed; without `to`, the next round is meant. Nobody advances from a final: "reached the
    final" has `to` "final". `how` is by "place", as one of the fastest losers ("time"), or to the "repechage".
    `advanced` false says that they were eliminated. The quantity is how far the athlete got, so "through to the final"
    and "out in the semi-final" are about the same quantity and are a conflict.

    ## How it is judged

    supported         the round's results mark them as qualified (or out), or a later round has a result of theirs
    refuted           the results mark them the other way, or every finalist is known and they are not among them
    not_enough_info   there is no such mark and no later result, or they may have advanced through a repechage

    ## What absence proves

    If every finalist is known, an athlete who is not among them did not reach the final. No other absence proves
    anything, because a round may be missing.

    ## Example

        {"kind": "advance", "id": "kerr-heat", "text": "Kerr got through the heats on time only",
         "quote": "fastest losers", "start": 10, "end": 24, "athlete": "Kerr", "how": "time", "to": "semi-final",
         "scope": {"event": "1500m", "competition": "Tokyo Olympics", "round": "heats"}}

    ## Source

    The round's published results with their marks of qualification (Q, q, qR, qJ), as in the technical rules on rounds
    and qualification (TR 20).
    """

    athlete: Annotated[AthleteName, explained("who went through, or out", "Kerr")]
    advanced: Annotated[bool, explained("false: they went out", False)] = True
    to: Annotated[RoundName | None, explained("the round that they reached", "final")] = None
    how: Annotated[Literal["place", "time", "repechage"] | None, explained("by what they went through", "time")] = None
    scope: Annotated[
        Scope,
        explained(
            "the competition, and the round that they came from",
            {"event": "1500m", "competition": "Tokyo Olympics", "round": "heats"},
        ),
    ] = Scope()


class AdvanceAttribute(StrEnum):
    """The furthest round that the athlete reached, and how they left the round that the setting names."""

    REACHED = "outcome"
    HOW = "how"


_AdvanceQuantity: TypeAlias = Quantity[AdvanceAttribute, None]


def assertions(resolved: Resolved[Advance]) -> tuple[Assertion, ...] | Unreadable:
    claim, athlete, setting = resolved.claim, resolved.who("athlete"), resolved.setting
    origin, goal = _round(setting.round), _round("".join(resolved.who("to")))
    if origin is None and goal is None:
        return Unreadable("scope.round", "neither the round that they came from nor `to`, the one that they reached")
    if origin == FINAL and goal is None:
        return Unreadable("scope.round", 'nobody goes on from a final: that they reached it is `to` with "final"')
    if origin is not None and goal is not None and REPECHAGE != goal <= origin:
        return Unreadable("to", "this round is no later than the one in `scope`, from which they came")
    to_repechage = goal == REPECHAGE or (claim.how == "repechage" and claim.advanced)
    asserted = []
    if to_repechage or (claim.how is not None and claim.advanced):
        usual = "semifinal" if goal == FINAL else "heat" if goal == REPECHAGE else None
        way = "repechage" if to_repechage else str(claim.how)
        ways = label(way) if claim.advanced else Label(frozenset(WAYS) - {way})
        race = replace(setting, round=setting.round or usual)
        asserted.append(resolved.asserts(AdvanceAttribute.HOW, athlete, ways, "label", setting=race))
    if not to_repechage:
        first = goal if goal is not None else _after(origin or HEAT)
        reached = Range(first, None) if claim.advanced else Range(None, first - 1)
        whole = replace(setting, round=None)
        asserted.append(resolved.asserts(AdvanceAttribute.REACHED, athlete, reached, "round", setting=whole))
    return tuple(asserted)


def known(quantity: _AdvanceQuantity, truth: Truth, as_of: int) -> Known | Unknown:
    athlete, setting = quantity.subjects[0], quantity.setting
    if setting.edition is None or setting.event is None:
        return Unknown("the words do not say which edition of which competition", phrase("which race: {}", setting))
    if quantity.attribute == AdvanceAttribute.HOW:
        return _how(truth, athlete, setting, as_of)
    whenever = truth.ever(setting)
    every = [result for result in whenever if result.date.high and result.date.high <= as_of]
    steps = [result for result in every if result.athlete == athlete]  # who was struck out later had got there
    quarterfinals = any(_round(result.round) == QUARTERFINAL for result in whenever)
    reaches = [
        (step, reached) for step in steps if (reached := _reached(step, quarterfinals=quarterfinals)) is not None
    ]
    low = max((reached.low or HEAT for _, reached in reaches), default=HEAT)
    high = min((reached.high for _, reached in reaches if reached.high is not None), default=None)
    deciding = [step for step, reached in reaches if reached.low == low or (high is not None and reached.high == high)]
    finals = [result for result in every if result.round == "final"]
    if high is None and finals and finals[0].finishers_complete and all(final.athlete != athlete for final in finals):
        high, deciding = SEMIFINAL, [*deciding, *finals]
    if not deciding:
        through = phrase("the ground truth does not say whether {} got through", athlete)
        return Unknown(through, phrase("qualified: {}", setting))
    if high is not None and high < low:  # marked as out, and in a later round all the same
        low, high = high, low
    return Known(Range(low, high), tuple(deciding))


def _reached(step: Result, *, quarterfinals: bool) -> Range | None:
    """What one result tells of how far the athlete got: who did not qualify got no further than the round."""
    reached = _round(step.round)
    if reached is None:
        return None
    match step.qualified:
        case "":
            return exactly(reached)
        case "Q" | "q" | "qJ":
            after = _after(reached)
            return Range(SEMIFINAL if after == QUARTERFINAL and not quarterfinals else after, None)
        case "qR":
            return Range(max(reached, REPECHAGE), None)
    return Range(reached, None)


def _round(round_: str | None) -> int | None:
    """The number of the round: "heat 3" is a heat."""
    base = (round_ or "").partition(" ")[0]
    return ROUNDS.index(base) if base in ROUNDS else None


def _after(reached: int) -> int:
    """The round that whoever got through this one has reached at least: the repechage is for those who did not."""
    return min(max(reached, REPECHAGE) + 1, FINAL)


def _how(truth: Truth, athlete: str, setting: Setting, as_of: int) -> Known | Unknown:
    if setting.round is None:
        return Unknown("the words do not say which round they came from")
    result = result_of(truth, athlete, setting, as_of)
    if isinstance(result, Unknown):
        return result
    if result.qualified is None:
        return Unknown(
            phrase("the ground truth has no mark of qualification of {}", result), phrase("qualified: {}", result)
        )
    return Known(label(HOW.get(result.qualified, "out")), (result,))


def worded(assertion: Assertion, known: Known, truth: Truth) -> Wording:
    claimed, actual = assertion.claimed, known.value
    if isinstance(claimed, Range):
        assert isinstance(actual, Range)
        goal = claimed.low if claimed.low is not None else (claimed.high or HEAT) + 1
        out = actual.high is not None and actual.high < goal
        actually = "got through" if (actual.low or HEAT) >= goal else "went out" if out else "got through or went out"
        return Wording("got through" if claimed.high is None else "went out", actually)
    assert isinstance(claimed, Label)
    assert isinstance(actual, Label)
    words, actually = (" or ".join(sorted(WAYS[way] for way in value.names)) for value in (claimed, actual))
    return Wording(words, actually, actually if actual != label("out") and len(actual.names) == 1 else "")


KIND = Kind(
    claim=Advance,
    assertions=assertions,
    attributes={
        AdvanceAttribute.REACHED: Attribute(known, difference="it is not so"),
        AdvanceAttribute.HOW: Attribute(known, difference="it is not so"),
    },
    about=lambda claim: ("event", "sex", "competition"),
    severity="medium",
    worded=worded,
)
