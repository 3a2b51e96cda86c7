"""title: who is champion on a day, and who has been."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from msgspec.structs import replace

from harness.claim import AthleteName, Claim, Resolved, Scope
from harness.kind import Attribute, Kind, Plants
from harness.model import Assertion, Known, Quantity, Setting, Unknown, phrase
from harness.truth import completeness
from harness.truth.feats import TITLE, complete, occurrences
from harness.truth.index import Truth
from harness.truth.pack import Edition
from harness.truth.results import Result
from harness.truth.teams import is_line_up_known, is_team
from harness.values import Label, Range, exactly, label, partial_date
from harness.wording import Wording, in_figures


class Title(Claim, tag="title", frozen=True, kw_only=True):
    """Who is the champion of a competition's event on a day, or has been.

    ## What it claims

    Who won the title of an event at the latest holding, at one that is named, or at any.

    ## Fields

    `scope` names the competition and the event. "reigning" speaks of the latest holding whose final had been run by the
    claim's date; of the holding that the scope names, where it names one. "defending" speaks of who had won the holding
    before the one that is named, or that is on, until the day after it; later of the latest, and for a month perhaps
    still of the one before. "won" with a holding says who won it; "retained" that the athlete won it and the holding
    before; "won" and "former" without one, that the athlete has won one at least. "European champion" is a title;
    "European record" is a record. A title says first place in a final, whether or not medals are given.

    ## How it is judged

    supported         the athlete won that final
    refuted           somebody else did, or (won, former) every medal is known and they have no gold
    not_enough_info   the winner is not known, or whether a later holding was decided by then

    ## What absence proves

    That the athlete has won none, where every gold of the scope is known. Which holding is the latest, where a
    statement says that every holding is known.

    ## Example

        {"kind": "title", "id": "world-champion", "text": "Cheruiyot is the world champion",
         "quote": "world champion", "start": 10, "end": 24, "athlete": "Cheruiyot",
         "scope": {"event": "1500m", "sex": "men", "competition": "World Championships"}}

    ## Source

    The finals of the holding, as of the claim's date.
    """

    athlete: AthleteName
    status: Literal["reigning", "defending", "former", "won", "retained"] = "reigning"
    scope: Scope = Scope()


STILL_REPORTED = 30  # days: reports of a final that was lost call the loser its defending champion


class TitleAttribute(StrEnum):
    CHAMPION = "champion"
    DEFENDING = "defending champion"
    CHAMPION_BEFORE = "champion before"
    TITLES = "titles"


def assertions(resolved: Resolved[Title]) -> tuple[Assertion, ...]:
    athlete, setting = resolved.who("athlete"), replace(resolved.setting, round=None, medal=None, place=None)
    if resolved.claim.status in ("former", "won") and setting.edition is None:
        return (resolved.asserts(TitleAttribute.TITLES, athlete, Range(1, None), "count", setting=setting),)
    whose = () if setting.sex is not None else athlete  # men's or women's: the athlete's own, where it is not said
    match resolved.claim.status:
        case "retained":
            attributes = [TitleAttribute.CHAMPION, TitleAttribute.CHAMPION_BEFORE]
        case "defending":
            before = setting.edition is not None
            attributes = [TitleAttribute.CHAMPION_BEFORE if before else TitleAttribute.DEFENDING]
        case _:
            attributes = [TitleAttribute.CHAMPION]
    return tuple(
        resolved.asserts(attribute, whose, label(*athlete), "label", setting=setting) for attribute in attributes
    )


def known(quantity: Quantity[TitleAttribute, None], truth: Truth, as_of: int) -> Known | Unknown:
    setting = quantity.setting
    if setting.sex is None:
        setting = replace(setting, sex=truth.athletes[quantity.subjects[0]].sex)
    if setting.competition is None and (quantity.attribute != TitleAttribute.TITLES or setting.level is None):
        return Unknown("which competition the title is of is not told")
    if quantity.attribute == TitleAttribute.TITLES:
        return _titles(truth, quantity.subjects[0], setting, as_of)
    if setting.event is None:
        return Unknown("which event the title is of is not told")
    if quantity.attribute == TitleAttribute.CHAMPION_BEFORE:
        return _before(truth, setting, as_of)
    if quantity.attribute == TitleAttribute.DEFENDING:
        return _defending(truth, setting, as_of)
    if setting.edition is not None:
        return _champion(truth, truth.editions[setting.edition], setting, as_of)
    return _reigning(truth, setting, as_of)


def _defending(truth: Truth, setting: Setting, as_of: int) -> Known | Unknown:
    """The champion before a holding that is on, or was until yesterday; soon after it, perhaps the one who won it."""
    latest = _latest_holding(truth, setting, as_of)
    if isinstance(latest, Unknown):
        return latest
    edition, every = latest
    since = as_of - _days(edition)[1]
    if since > STILL_REPORTED:
        return _reigning(truth, setting, as_of)
    before = _before(truth, replace(setting, edition=edition.id), as_of)
    if since <= 1:
        return before if isinstance(before, Unknown) else replace(before, relied_on=(*before.relied_on, every))
    reigning = _reigning(truth, setting, as_of)
    if isinstance(before, Unknown) or isinstance(reigning, Unknown):
        return before if isinstance(before, Unknown) else reigning
    if before.value == reigning.value:
        return reigning
    assert isinstance(before.value, Label)
    assert isinstance(reigning.value, Label)
    either = Label(before.value.names | reigning.value.names)
    evidence, more = (*before.evidence, *reigning.evidence), before.perhaps_more or reigning.perhaps_more
    return Known(either, evidence, relied_on=(*before.relied_on, *reigning.relied_on), perhaps_more=more)


def _before(truth: Truth, setting: Setting, as_of: int) -> Known | Unknown:
    """The champion of the holding before the one that is named; which that is, a statement of all holdings says."""
    if setting.edition is None or setting.competition is None:
        return Unknown("which holding it was that the title was retained at is not told")
    held = [edition for edition in truth.editions_by_competition[setting.competition] if edition.official]
    index = next((number for number, edition in enumerate(held) if edition.id == setting.edition), 0)
    if index == 0:
        return Unknown(phrase("the ground truth does not tell which holding came before {}", setting.edition))
    every = completeness.editions(truth, setting.competition, _days(held[index - 1])[0], _days(held[index])[0])
    if every is None:
        return Unknown(phrase("the ground truth does not tell which holding came before {}", setting.edition))
    before = _champion(truth, held[index - 1], setting, as_of)
    return before if isinstance(before, Unknown) else replace(before, relied_on=(*before.relied_on, every))


def _titles(truth: Truth, athlete: str, setting: Setting, as_of: int) -> Known:
    occurred, licence = (
        occurrences(truth, TITLE, setting, as_of, athlete),
        complete(truth, TITLE, setting, as_of, athlete),
    )
    relied_on = licence.statements if licence else ()
    return Known(occurred.number(licence), tuple(occurred.certain), relied_on=relied_on)


def _reigning(truth: Truth, setting: Setting, as_of: int) -> Known | Unknown:
    """The champion of the latest holding that was decided by the day: never of an earlier one for want of a result."""
    latest = _latest_holding(truth, setting, as_of)
    if isinstance(latest, Unknown):
        return latest
    edition, every = latest
    if _still_to_come(truth, edition, setting, as_of) and (held := _held(truth, setting, as_of))[:-1]:
        start, end = _days(held[-2])[0], _days(edition)[0]
        if completeness.editions(truth, edition.competition, start, end) is None:
            return Unknown(phrase("the ground truth does not tell which holding came before {}", edition.id))
        edition = held[-2]
    champion = _champion(truth, edition, setting, as_of)
    return champion if isinstance(champion, Unknown) else replace(champion, relied_on=(every,))


def _held(truth: Truth, setting: Setting, as_of: int) -> list[Edition]:
    """The official holdings that had begun by the day, in order."""
    editions = truth.editions_by_competition.get(setting.competition or "", ())
    return [edition for edition in editions if edition.official and _days(edition)[0] <= as_of]


def _latest_holding(truth: Truth, setting: Setting, as_of: int) -> tuple[Edition, str] | Unknown:
    """The latest holding that had begun by the day, and the statement by which there was no later one."""
    held = _held(truth, setting, as_of)
    if held:
        every = completeness.editions(truth, held[-1].competition, _days(held[-1])[0], as_of)
        if every is not None:
            return held[-1], every
    series = setting.competition or ""
    latest = phrase("the ground truth does not tell which {} was the latest", series)
    return Unknown(latest, phrase("editions: {}", series))


def _still_to_come(truth: Truth, edition: Edition, setting: Setting, as_of: int) -> bool:
    """Whether the final is known to have been run after the day, while the competition was on."""
    finals = _finals(truth, edition, setting)
    return bool(finals) and all(final.date.low is not None and final.date.low > as_of for final in finals)


def _champion(truth: Truth, edition: Edition, setting: Setting, as_of: int) -> Known | Unknown:
    winners = [
        result
        for result in _finals(truth, edition, setting)
        if result.exists(as_of) and result.place_as_of(as_of) == exactly(1)
    ]
    if not winners:
        where = phrase("{}, {}", setting.event or "", edition.id)
        return Unknown(phrase("the ground truth does not tell who won {}", where), phrase("winner: {}", where))
    members = [
        member
        for winner in winners
        for result in truth.by_athlete_edition.get((winner.athlete, edition.id), ())
        if result.event == winner.event and result.sex == winner.sex
        for member in result.members
    ]
    athletes = Label(frozenset([*(winner.athlete for winner in winners), *members]))
    return Known(
        athletes, tuple(winners), all_hold=True, perhaps_more=any(_is_open(truth, winner) for winner in winners)
    )


def _is_open(truth: Truth, winner: Result) -> bool:
    """Whether not all who ran for the winning team are known."""
    return is_team(truth, winner.athlete) and not is_line_up_known(truth, winner)


def _finals(truth: Truth, edition: Edition, setting: Setting) -> list[Result]:
    """The results of the edition's final, whenever it was run."""
    within = replace(setting, competition=None, edition=edition.id, round="final", start=None, end=None)
    return truth.ever(within)


def _days(edition: Edition) -> tuple[int, int]:
    """The first and the last day that the holding may have had."""
    return partial_date(edition.start).low or 0, partial_date(edition.end).high or 0


def worded(assertion: Assertion, known: Known, truth: Truth) -> Wording:
    """Who is champion instead is told, but no name stands in the place of "world champion"."""
    if assertion.quantity.attribute != TitleAttribute.TITLES:
        return in_figures(assertion, known, truth)._replace(instead="")
    number = truth.show(known.value, "count")
    return Wording("a title", "none" if number == "0" else number)


def facts(resolved: Resolved[Title]) -> tuple[Result, ...]:
    return resolved.fact(place=exactly(1)) if resolved.claim.status in ("won", "reigning") else ()


KIND = Kind(
    claim=Title,
    assertions=assertions,
    attributes={
        TitleAttribute.CHAMPION: Attribute(known, shareable=True),
        TitleAttribute.DEFENDING: Attribute(known, shareable=True),
        TitleAttribute.CHAMPION_BEFORE: Attribute(known, heading="champion of the holding before", shareable=True),
        TitleAttribute.TITLES: Attribute(known),
    },
    about=lambda claim: ("event", "sex", "competition"),
    severity="high",
    worded=worded,
    facts=facts,
    plants=Plants(of_one=lambda claim: True),
    in_finals=True,
)
