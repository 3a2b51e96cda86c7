"""medal: the medal that an athlete won, or that they won none."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, Literal

from msgspec.structs import replace

from harness.claims.claim import AthleteName, Claim, Medal, Resolved, Scope
from harness.kind import Attribute, Kind, Plants, ReportedRace, ReportSentence
from harness.records.explained import explained
from harness.records.model import Assertion, Known, Qualifier, Quantity, Setting, Unknown, phrase
from harness.truth import completeness
from harness.truth.absence import absent
from harness.truth.feats import PLACES
from harness.truth.index import Truth
from harness.truth.medals import won
from harness.truth.races import result_of
from harness.truth.results import MEDALS, Result
from harness.truth.say import say
from harness.truth.teams import may_have_run_for
from harness.values import Label, Range, Value, exactly, label
from harness.wording import Wording


class MedalWon(Claim, tag="medal", frozen=True, kw_only=True):
    """The medal that an athlete won in a final.

    ## What it claims

    That an athlete won gold, silver, bronze, a medal of any colour, or none.

    ## Fields

    `medal` is gold, silver, bronze, "any" of them or "none". The colour follows from the place in the final, as of the
    claim's date: if an athlete ahead was disqualified later, the colour before that day is that of the medal presented.
    A scope that names a competition but no edition means any edition, and one without an event means any event: "an
    Olympic bronze medallist" or "a bronze medallist of Paris" has won at least one bronze.

    ## How it is judged

    supported         the place in the final gives that medal
    refuted           it gives another or none, or all medallists are known and the athlete is not among them
    not_enough_info   no such result, no place, or a competition that awards no medals

    ## What absence proves

    That the athlete won none, where a statement says that every medal of the scope is known, or the field of the final
    is.

    ## Example

        {"kind": "medal", "id": "kerr-bronze", "text": "Kerr won bronze in Tokyo", "quote": "bronze", "start": 10,
         "end": 16, "athlete": "Kerr", "medal": "bronze", "scope": {"event": "1500m", "competition": "Tokyo Olympics"}}

    ## Source

    The places of the final that awards the medals, as they stood on the claim's date.
    """

    athlete: Annotated[AthleteName, explained("who won it", "Kerr")]
    medal: Annotated[
        Literal["gold", "silver", "bronze", "none", "any"], explained("which it was; any, or none", "silver")
    ]
    scope: Annotated[Scope, explained("the final", {"event": "1500m", "competition": "Paris Olympics"})] = Scope()


class MedalAttribute(StrEnum):
    MEDAL = "medal"
    MEDALS = "medals"


class OfColour(Qualifier, frozen=True):
    """Medals of one colour, or of any."""

    colour: Medal

    def __str__(self) -> str:
        return self.colour


def assertions(resolved: Resolved[MedalWon]) -> tuple[Assertion, ...]:
    medal, athlete, setting = (
        resolved.claim.medal,
        resolved.who("athlete"),
        replace(resolved.setting, medal=None, round=None),
    )
    if setting.edition is not None and setting.event is not None:
        claimed = Label(frozenset(MEDALS.values())) if medal == "any" else label(medal)
        return (resolved.asserts(MedalAttribute.MEDAL, athlete, claimed, "label", setting=setting),)
    count = exactly(0) if medal == "none" else Range(1, None)
    colour = OfColour("any" if medal == "none" else medal)
    return (resolved.asserts(MedalAttribute.MEDALS, athlete, count, "count", setting=setting, qualifier=colour),)


def known(quantity: Quantity[MedalAttribute, OfColour | None], truth: Truth, as_of: int) -> Known | Unknown:
    athlete, setting = quantity.subjects[0], quantity.setting
    if quantity.qualifier is not None:
        tally = won(truth, athlete, quantity.qualifier.colour, setting, as_of)
        return Known(tally.number, tuple(tally.results), relied_on=tally.relied_on)
    result = result_of(truth, athlete, setting, as_of, heats_only=True)
    if isinstance(result, Unknown) and (teams := may_have_run_for(truth, athlete, setting, as_of)):
        of_teams = frozenset[str]().union(*(_possible(team, as_of) for team in teams))
        theirs = {truth.nation_of(athlete, team.date.low or 0) for team in teams}
        more = None in theirs and not completeness.medals(truth, setting, as_of)  # of a team that is not told
        return Known(Label(of_teams | {"none"}), tuple(teams), perhaps_more=more)
    if isinstance(result, Unknown):
        complete = completeness.medals(truth, setting, as_of)
        if complete is None or truth.matching(replace(setting, round="final"), as_of, athlete):
            return _left_without(truth, athlete, setting, as_of, result)
        absence = absent(truth, athlete, setting, as_of)
        why = absence.why if absence is not None and absence.beyond is None else ""  # struck out, or did not start
        return Known(label("none"), arithmetic=why, relied_on=complete)
    if result.part_of is not None:
        return Known(label("none"), (result,))  # a part of a combined event gives none, wherever it was contested
    if not result.gives_medals or result.round not in ("final", ""):
        return Unknown(phrase("no medals are given in {}", result))
    place = Range(4, None) if result.status != "finished" else result.place_as_of(as_of)
    if place is None or place.low is None:
        return Unknown(phrase("the ground truth has no place of {}", result), phrase("place of {}", result))
    medals = _possible(result, as_of)
    notes = ("sources_disagree",) if len(medals) > 1 else ()
    if result.round == "":  # a race told by its day, of unknown round: it may have been a heat
        medals |= {"none"}
    return Known(Label(medals), (result,), notes=notes)


def _possible(result: Result, as_of: int) -> frozenset[str]:
    """The medals that the place of the result may have brought: any or none, where it is not known."""
    place = Range(4, None) if result.status != "finished" else result.place_as_of(as_of) or Range(1, None)
    first, last = min(place.low or 1, 4), 4 if place.high is None else min(place.high, 4)
    return frozenset(MEDALS.get(number, "none") for number in range(first, last + 1))


def _left_without(truth: Truth, athlete: str, setting: Setting, as_of: int, unknown: Unknown) -> Known | Unknown:
    """No medal, of who was not in the final; of who was not among its first, none of those that others have."""
    absence = absent(truth, athlete, setting, as_of)
    if absence is None or not all(result.gives_medals for result in absence.results):
        return unknown
    evidence = absence.results[:3]
    left = {} if absence.beyond is None else {place: medal for place, medal in MEDALS.items() if place > absence.beyond}
    return Known(Label(frozenset({"none", *left.values()})), evidence, absence.why, absence.relied_on)


def worded(assertion: Assertion, known: Known, truth: Truth) -> Wording:
    values = assertion.claimed, known.value
    if isinstance(assertion.quantity.qualifier, OfColour):
        colour = assertion.quantity.qualifier.colour
        medal = "medal" if colour == "any" else colour
        official = truth.show(known.value, "count")
        claimed = f"no {medal}" if values[0] == exactly(0) else f"a {medal}"
        return Wording(
            claimed, f"no {medal}" if official == "0" else f"{official} {medal}{'' if official == '1' else 's'}"
        )
    claimed, official = (_in_words(value) for value in values)
    instead = "" if " or " in official else official
    why = say(known.arithmetic, truth) if known.arithmetic and official == "no medal" else ""
    return Wording(claimed, f"{official} ({why})" if why else official, instead)


def _in_words(value: Value) -> str:
    if value == Label(frozenset(MEDALS.values())):
        return "a medal"
    assert isinstance(value, Label)
    return " or ".join("no medal" if name == "none" else name for name in sorted(value.names))


def facts(resolved: Resolved[MedalWon]) -> tuple[Result, ...]:
    if resolved.claim.medal == "none":
        return ()  # who won none need not have been in the final
    return resolved.fact(place=PLACES[resolved.claim.medal])


def sentences(race: ReportedRace) -> Iterator[ReportSentence]:
    patterns = (
        "For {medal.athlete} it was [{medal.medal}|medal].",
        "{medal.athlete} went home with [{medal.medal}|medal].",
    )
    for result in race.results[:3]:
        if result.gives_medals and result.place is not None and result.place.low in MEDALS:
            claim = {
                "kind": "medal",
                "athlete": race.name(result),
                "medal": MEDALS[result.place.low],
                "scope": race.scope,
            }
            yield ReportSentence(claim, patterns)


KIND = Kind(
    claim=MedalWon,
    assertions=assertions,
    attributes={
        MedalAttribute.MEDAL: Attribute(known, difference="another medal"),
        MedalAttribute.MEDALS: Attribute(known),
    },
    about=lambda claim: ("event", "sex", "competition"),
    severity="high",
    worded=worded,
    facts=facts,
    plants=Plants(race=True, of_one=lambda claim: claim["medal"] in ("gold", "silver", "bronze")),
    in_finals=True,
    sentences=sentences,
)
