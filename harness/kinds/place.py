"""place: where an athlete came in a race, alone or behind another."""

from __future__ import annotations

from enum import StrEnum

from harness.claim import AtDistance, AthleteName, Claim, Distance, PrintedCount, Resolved, Scope, at_distance
from harness.kind import Attribute, Kind, Plants
from harness.model import Assertion, Known, Quantity, Severity, Text, Unknown, Unreadable, phrase
from harness.truth.absence import conclude
from harness.truth.index import Truth
from harness.truth.races import field, race_of, result_of
from harness.truth.results import Result
from harness.values import Range, as_printed, exactly, minus
from harness.wording import Wording, in_figures


class Place(Claim, tag="place", frozen=True, kw_only=True):
    """An athlete's place in one race, or how many places he came behind another.

    ## What it claims

    The number of an athlete's place, or of the places between two athletes.

    ## Fields

    With `place`, the athlete came so in the race that `scope` names; a race without a round is the final. With
    `after`, he finished `by` places behind that athlete (one, where the words do not say). With both, both must hold.
    `at` is the order at a distance on the way, which few results record.

    ## How it is judged

    supported         the official place, as of the claim's date, is in the printed range
    refuted           it is not, or he did not finish, behind all who have a place
    not_enough_info   the ground truth has no such place, several races fit, or the two ran in different races

    ## What absence proves

    That the athlete had no such place, where the whole field is known without them, or others hold the first
    places.

    ## Example

        {"kind": "place", "id": "heyward-place", "text": "Wightman came one place behind Heyward", "quote": "one place",
         "start": 10, "end": 19, "athlete": "Wightman", "place": 10, "after": "Heyward", "by": 1,
         "scope": {"event": "1500m", "competition": "Tokyo Olympics", "round": "final"}}

    ## Source

    The race's official result, with what a later ruling made of it.
    """

    athlete: AthleteName
    place: PrintedCount | None = None
    after: AthleteName | None = None
    by: PrintedCount | None = None
    at: Distance | None = None
    scope: Scope = Scope()


class PlaceAttribute(StrEnum):
    PLACE = "place"
    BEHIND = "behind"


def assertions(resolved: Resolved[Place]) -> tuple[Assertion, ...] | Unreadable:
    claim, figures, race, who = resolved.claim, resolved.figures, resolved.race, resolved.who("athlete", "after")
    at, asserted = at_distance(claim.at), []
    if claim.place is not None:
        place = figures["place"]
        asserted.append(resolved.asserts(PlaceAttribute.PLACE, who[:1], place, "ordinal", setting=race, qualifier=at))
    if claim.after is not None:
        by = figures.get("by") or exactly(1)
        asserted.append(resolved.asserts(PlaceAttribute.BEHIND, who, by, "count", setting=race, qualifier=at))
    return tuple(asserted) or Unreadable("place", "neither a place nor an athlete to come after")


def known(quantity: Quantity[PlaceAttribute, AtDistance | None], truth: Truth, as_of: int) -> Known | Unknown:
    results = []
    for athlete in quantity.subjects:
        result = result_of(truth, athlete, quantity.setting, as_of)
        if isinstance(result, Unknown):
            alone = len(quantity.subjects) == 1 and quantity.qualifier is None
            return conclude(truth, athlete, quantity.setting, as_of, result, places=True) if alone else result
        results.append(result)
    if len({race_of(result) for result in results}) > 1:
        return Unknown(phrase("{} are different races", tuple(results)))
    places = [_place(result, truth, as_of, quantity.qualifier) for result in results]
    if quantity.qualifier and None in places:
        missing = phrase(f"order {quantity.qualifier}: {{}}", quantity.setting)
        return Unknown("results do not record the order on the way", missing)
    for result, place in zip(results, places, strict=True):
        if place is None:
            return Unknown(phrase("the ground truth has no place of {}", result), phrase("place of {}", result))
    value, *others = [place for place in places if place is not None]
    if others:
        value = minus(value, others[0])
    notes = ("sources_disagree",) if value.low != value.high and value.high is not None else ()
    return Known(value, tuple(results), _arithmetic(value, others, places), notes=notes)


def _arithmetic(value: Range, others: list[Range], places: list[Range | None]) -> Text:
    if not others or value.low != value.high or places[0] is None:
        return ""
    return phrase("{} - {} = {}", places[0].low, others[0].low, value.low)


def _place(result: Result, truth: Truth, as_of: int, at: AtDistance | None) -> Range | None:
    """The place, at the finish or on the way; of who did not finish, any place behind all that are known."""
    if at:
        order = result.order.get(f"{at.metres}m")
        return exactly(order) if order is not None else None
    place = result.place_as_of(as_of)
    if place is not None or result.status == "finished":
        return place
    others = [one.place_as_of(as_of) for one in field(truth, result, as_of)]
    return Range(1 + max((one.low or 0 for one in others if one is not None), default=0), None)


def severity(assertion: Assertion, found: Known) -> Severity:
    """High: a win, or the podium of a final, is claimed or known; medium: any other place."""
    if assertion.quantity.attribute != PlaceAttribute.PLACE:
        return "medium"
    ends = [
        value.low for value in (assertion.claimed, found.value) if isinstance(value, Range) and value.low is not None
    ]
    podium = 3 if assertion.quantity.setting.round in (None, "final") else 1
    return "high" if any(end <= podium for end in ends) else "medium"


def worded(assertion: Assertion, known: Known, truth: Truth) -> Wording:
    words, value = in_figures(assertion, known, truth), known.value
    assert isinstance(value, Range)
    if assertion.quantity.attribute == PlaceAttribute.PLACE:
        return words._replace(found="no finish") if value.high is None else words
    printed = assertion.printed or "1"
    if value.high is not None and value.high <= 0:
        ahead = Range(-value.high, None if value.low is None else -value.low)
        level = "level" if ahead == exactly(0) else f"{_places(truth.show(ahead, 'count'))} ahead"
        return Wording(_places(printed) + " behind", level)
    found = _places(truth.show(value, "count"))
    instead = as_printed(value, "count", printed, assertion.claimed)
    return Wording(_places(printed) + " behind", f"{found} behind", instead and _places(instead))


def _places(number: str) -> str:
    return f"{number} place{'' if number.rpartition(' ')[2].lower() in ('1', 'one', 'a') else 's'}"


def facts(resolved: Resolved[Place]) -> tuple[Result, ...]:
    if resolved.claim.place is None or resolved.claim.at:
        return ()
    return resolved.fact(place=resolved.figures["place"].value)


KIND = Kind(
    claim=Place,
    assertions=assertions,
    attributes={PlaceAttribute.PLACE: Attribute(known), PlaceAttribute.BEHIND: Attribute(known)},
    severity=severity,
    worded=worded,
    facts=facts,
    plants=Plants(number="place", race=True, of_one=lambda claim: isinstance(claim.get("place"), int)),
)
