"""count: how many races, wins, finals, medals or titles, in a row or in all, and whether all of them were alike."""

from __future__ import annotations

from typing import Literal

from msgspec.structs import replace

from harness.claim import AthleteName, Claim, Feat, NationName, PrintedCount, Resolved, Scope
from harness.model import Assertion, Known, Quantity, Setting, Unknown
from harness.truth.feats import ANY_RACE, FINAL_WITH_MEDALS, TITLE, Wanted, achieves, complete, occurrences, wanted
from harness.truth.index import Truth
from harness.values import Range, exactly
from harness.wording import Wording, in_figures, in_words

SEVERITY = "medium"
COUNTED = {
    "races": ANY_RACE,
    "wins": Wanted(place=exactly(1)),
    "finals": Wanted(final=True),
    "medals": Wanted(place=Range(1, 3), final=True, medal=True),
    "titles": replace(TITLE, medal=True),
}
RUN_THROUGH = {"races": ANY_RACE, "wins": ANY_RACE, "medals": FINAL_WITH_MEDALS, "titles": FINAL_WITH_MEDALS}


class Count(Claim, tag="count", frozen=True, kw_only=True):
    """How many races, wins, finals, medals or titles of an athlete or a nation lie in the scope.

    A race is any start, heats among them; a win is a first place; a final is a start in one; medals and titles are won
    in finals that give medals. The scope narrows all of them ("round": "final"), and bounds the time. With `all`, every
    one of those counted must have been such: "won four races since May, all of them" is 4 races, all with place 1. With
    `streak`, the count is of the unbroken run that ends with the latest of the scope: of wins, of medals, of titles, or
    of races of the sort that `all` says.

    supported         the count holds, and nothing counted falls short of `all`
    refuted           the count is wrong, or one falls short of `all`
    not_enough_info   the ground truth is not stated to have every race (for which the scope must bound the time and
                      name the event), every final or every medal of the scope: then a count is "at least", and a
                      streak is not known

        {"kind": "count", "id": "four-finals", "text": "He has run four 1500 m finals since May and won all",
         "quote": "four", "start": 10, "end": 14, "athlete": "Ingebrigtsen", "of": "races", "count": 4,
         "all": {"place": 1}, "scope": {"event": "1500m", "round": "final", "after": "25 May 2024"}}
    """

    of: Literal["races", "wins", "finals", "medals", "titles"]
    count: PrintedCount
    athlete: AthleteName | None = None
    nation: NationName | None = None
    all: Feat | None = None
    streak: bool = False
    scope: Scope = Scope()


def assertions(resolved: Resolved) -> tuple[Assertion, ...] | Unknown:
    claim, who, count = resolved.claim, resolved.who("athlete", "nation"), resolved.figures["count"]
    if len(who) != 1:
        return Unknown("one of athlete and nation is to be given")
    feat = str(resolved.wanted("all")) if claim.all is not None else ""
    if claim.streak:
        return (resolved.asserts(f"{claim.of} in a row", who, count, "count", detail=feat),)
    counted = resolved.asserts(claim.of, who, count, "count")
    if not feat:
        return (counted,)
    return counted, resolved.asserts(f"{claim.of} that fall short", who, exactly(0), "count", detail=feat)


def known(quantity: Quantity, truth: Truth, as_of: int) -> Known | Unknown:
    of, _, how = quantity.what.partition(" ")
    who, setting = quantity.who[0], quantity.setting
    athlete = None if who in truth.nations else who
    if athlete is None:
        setting = replace(setting, nation=who)
    if how == "in a row":
        return _streak(truth, quantity, of, athlete, setting, as_of)
    found = occurrences(truth, COUNTED[of], setting, as_of, athlete)
    licence = complete(truth, COUNTED[of], setting, as_of, athlete)
    counted, value = found.certain, found.number(licence)
    if how:
        feat = wanted(quantity.detail)
        counted = [one for one in found.certain if achieves(truth, feat, one, as_of) is False]
        all_of = (*found.certain, *found.perhaps(licence))
        unlike = [one for one in all_of if not achieves(truth, feat, one, as_of)]
        value = Range(len(counted), None if licence is None else len(unlike))
    return Known(value, tuple(map(truth.evidence, counted)), relied_on=licence.statements if licence else ())


def _streak(
    truth: Truth, quantity: Quantity, of: str, athlete: str | None, setting: Setting, as_of: int
) -> Known | Unknown:
    """The run back from the latest race: it ends where one fell short, and perhaps where that is not settled."""
    among = RUN_THROUGH.get(of)
    if among is None or athlete is None:
        return Unknown("a run of finals, or of a nation, needs every holding, which the ground truth does not tell")
    feat = wanted(quantity.detail) if quantity.detail else COUNTED[of]
    licence = complete(truth, among, setting, as_of, athlete)
    if licence is None:
        return Unknown("not every race of the scope is in the ground truth", f"every race: {in_words(quantity, truth)}")
    found = occurrences(truth, among, setting, as_of, athlete)
    results = sorted((*found.certain, *found.perhaps(None)), key=lambda one: one.date.high or 0, reverse=True)
    achieved = [achieves(truth, feat, one, as_of) if one in found.certain else None for one in results]
    low = next((number for number, one in enumerate(achieved) if not one), len(results))
    high = next((number for number, one in enumerate(achieved) if one is False), len(results))
    return Known(
        Range(low, high), tuple(truth.evidence(one) for one in results[: low + 1]), relied_on=licence.statements
    )


def worded(assertion: Assertion, known: Known, truth: Truth) -> Wording:
    if not assertion.quantity.what.endswith("fall short"):
        return in_figures(assertion, known, truth)
    found = truth.show(known.value, "count")
    return Wording("all of them", f"{found} that {'was' if found.endswith('1') else 'were'} not")
