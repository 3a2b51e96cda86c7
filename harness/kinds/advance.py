"""advance: whether an athlete got through the rounds, and how."""

from __future__ import annotations

from typing import Literal

from msgspec.structs import replace

from harness.claim import AthleteName, Claim, Resolved, RoundName, Scope
from harness.model import Assertion, Known, Quantity, Setting, Unknown, Unreadable
from harness.truth.index import Truth, round_fits
from harness.truth.races import result_of
from harness.truth.results import Result
from harness.values import Label, Value, label
from harness.wording import Wording

SEVERITY = "medium"
STAGES = {"heat": 0, "repechage": 1, "quarterfinal": 2, "semifinal": 3, "final": 4}
HOW = {"Q": "place", "q": "time", "qR": "repechage", "qJ": "jury"}


class Advance(Claim, tag="advance", frozen=True, kw_only=True):
    """Whether an athlete got through a round, or reached one, and how.

    `scope` names the competition and, with `round`, the round that he came from; `to` is the round that he reached. One
    of the two is needed; without `to`, the next round is meant. `how` is by "place", as one of the fastest losers
    ("time"), or to the "repechage"; `advanced` false says that he went out.

    supported         the round's results mark him as qualified (or out), or he is among the results of a later round
    refuted           they mark him the other way, or every finalist is known without him
    not_enough_info   no such mark and no later result; or on the way through a repechage

        {"kind": "advance", "id": "kerr-heat", "text": "Kerr got through the heats on time only",
         "quote": "fastest losers", "start": 10, "end": 24, "athlete": "Kerr", "how": "time", "to": "semi-final",
         "scope": {"event": "1500m", "competition": "Tokyo Olympics", "round": "heats"}}
    """

    athlete: AthleteName
    advanced: bool = True
    to: RoundName | None = None
    how: Literal["place", "time", "repechage"] | None = None
    scope: Scope = Scope()


def assertions(resolved: Resolved) -> tuple[Assertion, ...] | Unreadable:
    claim, athlete = resolved.claim, resolved.who("athlete")
    to = "".join(resolved.who("to"))
    if not to and resolved.setting.round is None:
        return Unreadable("scope.round", "neither the round that he came from nor `to`, the one that he reached")
    found = []
    if claim.how is not None and claim.advanced:
        found.append(resolved.asserts("how", athlete, label(claim.how), "label", detail=to))
    if claim.how != "repechage" or not claim.advanced:
        outcome = label("advanced" if claim.advanced else "out")
        found.append(resolved.asserts("outcome", athlete, outcome, "label", detail=to))
    return tuple(found)


def known(quantity: Quantity, truth: Truth, as_of: int) -> Known | Unknown:
    athlete, setting = quantity.who[0], quantity.setting
    if setting.edition is None or setting.event is None:
        return Unknown("which holding of which competition is not told", f"which race: {truth.show_setting(setting)}")
    goal = _base(quantity.detail) or ("final" if _base(setting.round) == "semifinal" else "")
    if quantity.what == "how":
        origin = setting.round or ("semifinal" if goal == "final" else None)
        return _how(truth, athlete, replace(setting, round=origin), as_of)
    every = [one for one in truth.ever(replace(setting, round=None)) if one.date.high and one.date.high <= as_of]
    steps = [one for one in every if one.athlete == athlete]  # who was struck out later had got there
    signs = [(sign, step) for step in steps if (sign := _sign(step, setting.round, goal))]
    if signs:
        evidence = tuple(truth.evidence(step) for _, step in signs)
        return Known(Label(frozenset(sign for sign, _ in signs)), evidence)
    finals = [one for one in every if one.round == "final"] if goal == "final" else []
    if finals and finals[0].finishers_complete and all(one.athlete != athlete for one in finals):
        return Known(label("out"), tuple(truth.evidence(one) for one in finals))
    where = truth.show_setting(setting)
    return Unknown(f"the ground truth does not tell whether {truth.name(athlete)} got through", f"qualified: {where}")


def _how(truth: Truth, athlete: str, setting: Setting, as_of: int) -> Known | Unknown:
    if setting.round is None:
        return Unknown("the round that he came from is not told")
    result = result_of(truth, athlete, setting, as_of)
    if isinstance(result, Unknown):
        return result
    if result.qualified is None:
        return Unknown(
            f"the ground truth has no mark of qualification of {truth.called(result)}",
            f"qualified: {truth.called(result)}",
        )
    return Known(label(HOW.get(result.qualified, "out")), (truth.evidence(result),))


def _sign(one: Result, origin: str | None, goal: str) -> str | None:
    """What one result of the athlete tells of his way from `origin` to `goal`: advanced, out or nothing."""
    base = _base(one.round)
    stage, start = STAGES.get(base, -1), STAGES.get(_base(origin), -1)
    from_origin = origin is not None and round_fits(one.round, origin)
    if goal == "repechage":
        if base == "repechage" or one.qualified == "qR":
            return "advanced"
        return None if one.qualified is None or stage > STAGES["repechage"] else "out"
    reached = stage >= STAGES[goal] if goal else stage > start
    if reached and base != "repechage":
        return "advanced"
    counts = from_origin or (base == "repechage" and origin is not None and start < stage)
    if one.qualified == "" and (counts or (goal and (base or goal == "final"))):
        return "out"
    leads_on = base == "semifinal" if goal == "final" else counts
    return "advanced" if leads_on and one.qualified in ("Q", "q", "qJ") else None


def _base(round_: str | None) -> str:
    """ "heat" of "heat 3"."""
    return (round_ or "").partition(" ")[0]


_HOW_IN_WORDS = {
    "place": "by place", "time": "as a fastest loser", "repechage": "to the repechage", "jury": "by the jury",
    "out": "went out", "advanced": "got through",
}  # fmt: skip


def worded(assertion: Assertion, known: Known, truth: Truth) -> Wording:
    claimed, found = (_told(value) for value in (assertion.claimed, known.value))
    how = assertion.quantity.what == "how" and known.value != label("out")
    return Wording(claimed, found, found if how and " or " not in found else "")


def _told(value: Value) -> str:
    assert isinstance(value, Label)
    return " or ".join(sorted(_HOW_IN_WORDS[name] for name in value.names))
