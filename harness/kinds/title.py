"""title: who is champion on a day, and who has been."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import Annotated, Literal

from msgspec.structs import replace

from harness.claims.claim import AthleteName, Claim, PrintedCount, Resolved, Scope
from harness.kind import Attribute, Kind, Plants, ReportedRace, ReportSentence
from harness.records.explained import explained
from harness.records.model import Assertion, Known, Quantity, Unknown
from harness.truth import titles
from harness.truth.index import Truth
from harness.truth.results import Result
from harness.truth.titles import REGAINED
from harness.values import Range, exactly, label
from harness.wording import Wording, in_figures


class Title(Claim, tag="title", frozen=True, kw_only=True):
    """Who is the champion of a competition's event on a day, or has been.

    ## What it claims

    Who won the title of an event at the latest edition, at a named one, or at any.

    ## Fields

    `scope` names the competition and the event. "reigning" is about the latest edition whose final had been run by the
    claim's date, or about the edition that the scope names. "defending" is about the winner of the edition before the
    one that is named or in progress, until the day after it; later it is about the latest edition, and for a month
    perhaps still about the one before. "won" with an edition says who won it. "retained" says that the athlete won it
    and the edition before; "regained" that they had won it earlier, but not at the edition before. "won" and "former"
    without an edition say that the athlete has won at least one. "European champion" is a title; "European record" is a
    record. A title means first place in a final, whether or not medals are awarded.

    `time` is for which time it was won (including the edition that the scope names, or up to the claim's date) or
    retained ("for the third time": in the run that ends there, or in total). `in_a_row` is how many editions running
    the athlete has won, up to the one that the scope names, or else the latest.

    ## How it is judged

    supported         the athlete won that final
    refuted           somebody else did, or (won, former) every medal is known and they have no gold
    not_enough_info   the winner is not known, or whether a later edition had been decided by then

    ## What absence proves

    That the athlete has won none, or no more, where every gold of the scope is known. Which edition is the latest, or
    came before, where a statement says that every edition is known.

    ## Example

        {"kind": "title", "id": "world-champion", "text": "Cheruiyot is the world champion",
         "quote": "world champion", "start": 10, "end": 24, "athlete": "Cheruiyot",
         "scope": {"event": "1500m", "sex": "men", "competition": "World Championships"}}

    ## Source

    The finals of the edition, as of the claim's date.
    """

    athlete: Annotated[AthleteName, explained("whose title it is", "Kerr")]
    status: Annotated[
        Literal["reigning", "defending", "former", "won", "retained", "regained"],
        explained("what they are or did", "defending"),
    ] = "reigning"
    time: Annotated[PrintedCount | None, explained("which of their titles, or defences, it was", "second")] = None
    in_a_row: Annotated[PrintedCount | None, explained("how many in a row it made", "third")] = None
    scope: Annotated[
        Scope, explained("the title", {"event": "1500m", "competition": "World Championships", "year": 2023})
    ] = Scope()


class TitleAttribute(StrEnum):
    CHAMPION = "champion"
    DEFENDING = "defending champion"
    CHAMPION_BEFORE = "champion before"
    TITLES = "titles"
    REGAINED = "regained"
    TIMES_RETAINED = "times retained"
    TITLES_IN_A_ROW = "titles in a row"


def assertions(resolved: Resolved[Title]) -> tuple[Assertion, ...] | Unknown:
    claim, figures, athlete = resolved.claim, resolved.figures, resolved.who("athlete")
    setting = replace(resolved.setting, round=None, medal=None, place=None)
    if claim.status in ("former", "won") and setting.edition is None:
        if claim.in_a_row is not None:
            return Unknown("the words do not say at which edition the run of titles ended")
        number = figures.get("time", Range(1, None))
        return (resolved.asserts(TitleAttribute.TITLES, athlete, number, "count", setting=setting),)
    match claim.status:
        case "retained":
            attributes = [TitleAttribute.CHAMPION, TitleAttribute.CHAMPION_BEFORE]
        case "defending":
            before = setting.edition is not None
            attributes = [TitleAttribute.CHAMPION_BEFORE if before else TitleAttribute.DEFENDING]
        case _:
            attributes = [TitleAttribute.CHAMPION]
    asserted = [resolved.asserts(attribute, (), label(*athlete), "label", setting=setting) for attribute in attributes]
    if claim.status == "regained":
        asserted.append(resolved.asserts(TitleAttribute.REGAINED, athlete, label(REGAINED), "label", setting=setting))
    if claim.time is not None:
        times = TitleAttribute.TIMES_RETAINED if claim.status == "retained" else TitleAttribute.TITLES
        asserted.append(resolved.asserts(times, athlete, figures["time"], "ordinal", setting=setting))
    if claim.in_a_row is not None:
        run = TitleAttribute.TITLES_IN_A_ROW
        asserted.append(resolved.asserts(run, athlete, figures["in_a_row"], "ordinal", setting=setting))
    return tuple(asserted)


def known(quantity: Quantity[TitleAttribute, None], truth: Truth, as_of: int) -> Known | Unknown:
    setting, attribute = quantity.setting, quantity.attribute
    if setting.competition is None and (attribute != TitleAttribute.TITLES or setting.level is None):
        return Unknown("the words do not say which competition the title is of")
    if attribute == TitleAttribute.TITLES:
        return titles.title_number(truth, quantity.subjects[0], setting, as_of)
    if setting.event is None:
        return Unknown("the words do not say which event the title is of")
    if setting.edition is None and (setting.start is not None or setting.end is not None):
        return Unknown("the words do not say which edition is meant, or the ground truth does not have it")
    if attribute in OF_RUNS:
        return OF_RUNS[attribute](truth, quantity.subjects[0], setting, as_of)
    if attribute == TitleAttribute.CHAMPION_BEFORE:
        return titles.champion_before(truth, setting, as_of)
    if attribute == TitleAttribute.DEFENDING:
        return titles.defending(truth, setting, as_of)
    if setting.edition is not None:
        return titles.champion(truth, truth.editions[setting.edition], setting, as_of)
    return titles.reigning(truth, setting, as_of)


OF_RUNS = {
    TitleAttribute.REGAINED: titles.title_regained,
    TitleAttribute.TIMES_RETAINED: titles.titles_retained,
    TitleAttribute.TITLES_IN_A_ROW: titles.titles_in_a_row,
}


def worded(assertion: Assertion, known: Known, truth: Truth) -> Wording:
    """The true champion is named, but a name cannot replace the words "world champion"."""
    words = in_figures(assertion, known, truth)
    if assertion.quantity.attribute != TitleAttribute.TITLES or assertion.printed:
        return words if assertion.printed else words._replace(instead="")
    number = truth.show(known.value, "count")
    return Wording("a title", "none" if number == "0" else number)


def facts(resolved: Resolved[Title]) -> tuple[Result, ...]:
    return resolved.fact(place=exactly(1)) if resolved.claim.status in ("won", "reigning") else ()


def sentences(race: ReportedRace) -> Iterator[ReportSentence]:
    """Who came to the race as champion: as of the day before it."""
    patterns = (
        "{title.athlete} had come as the [reigning {title.scope.competition} champion|title].",
        "On the start list {title.athlete} was the [{title.scope.competition} champion|title].",
    )
    before = date.fromordinal((race.results[0].date.low or 2) - 1).isoformat()
    for result in race.results[:3]:
        for series in ("Olympic", "World", "European"):
            claim = {"kind": "title", "athlete": race.name(result), "as_of": before,
                     "scope": {"event": race.scope["event"], "competition": series}}  # fmt: skip
            yield ReportSentence(claim, patterns)


KIND = Kind(
    claim=Title,
    assertions=assertions,
    attributes={
        TitleAttribute.CHAMPION: Attribute(known, shareable=True),
        TitleAttribute.DEFENDING: Attribute(known, shareable=True),
        TitleAttribute.CHAMPION_BEFORE: Attribute(known, heading="champion of the holding before", shareable=True),
        TitleAttribute.TITLES: Attribute(known),
        TitleAttribute.REGAINED: Attribute(known, heading="whether it was regained", difference="it is not so"),
        TitleAttribute.TIMES_RETAINED: Attribute(known),
        TitleAttribute.TITLES_IN_A_ROW: Attribute(known),
    },
    about=lambda claim: ("event", "sex", "competition"),
    severity="high",
    worded=worded,
    facts=facts,
    plants=Plants(number="time", of_one=lambda claim: True),
    in_finals=True,
    sentences=sentences,
)
