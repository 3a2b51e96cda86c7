"""edition: the number of an edition, the day of it on which something happened, and the series it belongs to."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from msgspec.structs import replace

from harness.claims.claim import Claim, CompetitionName, PrintedCount, Resolved, Scope
from harness.kind import Attribute, Kind
from harness.records.explained import explained
from harness.records.model import Assertion, Known, Quantity, Setting, Unknown, Unreadable, phrase
from harness.truth import held
from harness.truth.index import Truth
from harness.values import Range, exactly, label, minus, partial_date

YES, NO = "one of them", "none of them"


class EditionOf(Claim, tag="edition", frozen=True, kw_only=True):
    """The number of an edition, the day of it on which something happened, or a series that it belongs to.

    ## What it claims

    The number, the day or the series of an edition.

    ## Fields

    `scope` names the edition. `number` is its ordinal number ("the 117th Millrose Games"). `day` counts the days of the
    edition from its first: the final or the round of the scope's event was on that day ("on day two"). The Olympic
    Games number their days from the day after the opening, and others include the opening: both are accepted, and
    neither refutes the other. A day of one sport within the Games ("athletics' first morning") is `other`. `series` is
    a competition to which the edition also belongs ("a Diamond League meeting").

    ## How it is judged

    supported         the number, the day or the series is as claimed
    refuted           it is another; the edition does not belong to that series
    not_enough_info   the ground truth has no number, series or day for it, or which edition is meant is not clear

    ## What absence proves

    Nothing.

    ## Example

        {"kind": "edition", "id": "the-117th", "text": "It was the 117th holding", "quote": "117th", "start": 10,
         "end": 15, "number": "117th", "scope": {"competition": "Millrose Games", "year": 2025}}

    ## Source

    The number and the series of an edition in the ground truth; days are counted from its first.
    """

    number: Annotated[PrintedCount | None, explained("which edition of its series it is", "49th")] = None
    day: Annotated[PrintedCount | None, explained("on which of its days the event was", "first")] = None
    series: Annotated[
        CompetitionName | None, explained("another series that the holding belongs to", "Diamond League")
    ] = None
    scope: Annotated[
        Scope, explained("the holding, and the event whose day is told", {"competition": "Bislett Games", "year": 2024})
    ] = Scope()


class EditionAttribute(StrEnum):
    NUMBER = "number"
    DAY = "day"
    SERIES = "series"


def assertions(resolved: Resolved[EditionOf]) -> tuple[Assertion, ...] | Unreadable:
    setting, figures, asserted = resolved.setting, resolved.figures, []
    whole = Setting(competition=setting.competition, edition=setting.edition, start=setting.start, end=setting.end)
    if "number" in figures:
        asserted.append(resolved.asserts(EditionAttribute.NUMBER, (), figures["number"], "ordinal", setting=whole))
    if "day" in figures:
        race = replace(resolved.race, place=None, medal=None)
        asserted.append(resolved.asserts(EditionAttribute.DAY, (), figures["day"], "ordinal", setting=race))
    if series := resolved.names.get("series"):
        asserted.append(resolved.asserts(EditionAttribute.SERIES, series, label(YES), "label", setting=whole))
    return tuple(asserted) or Unreadable("number", "neither a number nor a day nor a series is given")


def known(quantity: Quantity[EditionAttribute, None], truth: Truth, as_of: int) -> Known | Unknown:
    if truth.stated:
        return Unknown("an article's own claims do not tell which holding it was")
    edition = held.edition_of(truth, quantity.setting)
    if isinstance(edition, Unknown):
        return edition
    holding = held.Holding(edition)
    if quantity.attribute == EditionAttribute.SERIES:
        if edition.series or edition.competition == quantity.subjects[0]:
            inside = quantity.subjects[0] in (edition.competition, *edition.series)
            return Known(label(YES if inside else NO), (holding,))
        return Unknown(phrase("the ground truth does not say which series {} is of", edition.id), "series")
    if quantity.attribute == EditionAttribute.NUMBER:
        if edition.number is not None:
            return Known(exactly(edition.number), (holding,))
        return Unknown(
            phrase("the ground truth does not say which {} was by its number", edition.id),
            phrase("number of {}", edition.id),
        )
    first = partial_date(edition.start)
    races = held.races_in(truth, edition, quantity.setting)
    days = {race.date for race in races if quantity.setting.round is not None or race.round == "final"}
    if first.low != first.high or len(days) != 1:
        return Unknown(phrase("the ground truth has no one day of it in {}", edition.id), "day of the race")
    since = minus(days.pop(), first)
    assert since.low is not None
    assert since.high is not None
    opening = truth.competitions[edition.competition].level == "olympic"  # a day that may be counted or not
    return Known(Range(since.low + 1 - opening, since.high + 1), (races[0], holding))


KIND = Kind(
    claim=EditionOf,
    assertions=assertions,
    attributes={
        EditionAttribute.NUMBER: Attribute(known, heading="number of the holding"),
        EditionAttribute.DAY: Attribute(known, heading="day of the holding"),
        EditionAttribute.SERIES: Attribute(known, heading="series of the holding", difference="another series"),
    },
    severity="medium",
    timetable=True,
)
