"""place: where an athlete finished in a race or was during it, alone or behind another."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from harness.claims.claim import (
    AthleteName,
    Claim,
    OnTheWay,
    PointOnTheWay,
    PrintedCount,
    PrintedPlace,
    Resolved,
    Scope,
    StretchOfTheWay,
)
from harness.kind import Attribute, Kind, Plants
from harness.records.explained import explained
from harness.records.model import Assertion, Known, Quantity, Severity, Text, Unknown, Unreadable, phrase
from harness.truth.absence import conclude
from harness.truth.index import Truth
from harness.truth.on_the_way import behind_others_at, place_at
from harness.truth.races import field, race_of, result_of
from harness.truth.results import Result
from harness.values import Range, as_printed, exactly, minus
from harness.wording import Wording, in_figures


class Place(Claim, tag="place", frozen=True, kw_only=True):
    """An athlete's place in one race or during it, or how many places they came behind another.

    ## What it claims

    The number of an athlete's place, or of the places between two athletes.

    ## Fields

    With `place`, this was the athlete's place in the race that `scope` names; a race without a round is the final.
    "last" and "last but one" count from the end of those who finished. With `among` "everybody" it is the place among
    all who started together, women and men. With `after`, they finished `by` places behind that athlete (one if the
    words do not say). If both are given, both must be true. `at` asks for the order at a point during the race ("800m",
    "the bell", "halfway"; in a combined event after a part: "high jump", "two events", "day one"): the leader there is
    place 1. `gained` is how many places were made up on the `stretch` ("passed four in the last 200m").

    ## How it is judged

    supported         the official place, as of the claim's date, is in the printed range
    refuted           it is not, or they did not finish: they have no place, and were behind all who have one
    not_enough_info   the ground truth has no such place, several races fit, or the two were in different races

    ## What absence proves

    That the athlete had no such place, where the whole field is known and does not include them, or others hold the
    first places.

    ## Example

        {"kind": "place", "id": "heyward-place", "text": "Wightman came one place behind Heyward", "quote": "one place",
         "start": 10, "end": 19, "athlete": "Wightman", "place": 10, "after": "Heyward", "by": 1,
         "scope": {"event": "1500m", "competition": "Tokyo Olympics", "round": "final"}}

    ## Source

    The race's official result, including later rulings.
    """

    athlete: Annotated[AthleteName, explained("whose place it is", "Wightman")]
    place: Annotated[PrintedPlace | None, explained("which place", "fourth")] = None
    among: Annotated[
        Literal["everybody"] | None, explained("among all who started together, women and men", "everybody")
    ] = None
    after: Annotated[AthleteName | None, explained("behind whom they finished", "Heyward")] = None
    by: Annotated[PrintedCount | None, explained("by how many places", "one")] = None
    at: Annotated[PointOnTheWay | None, explained("where on the way", "the bell")] = None
    gained: Annotated[PrintedCount | None, explained("how many places were made up", "four")] = None
    stretch: Annotated[StretchOfTheWay | None, explained("over which part of the way", "last 200m")] = None
    scope: Annotated[Scope, explained("the race", {"event": "1500m", "competition": "Paris Olympics"})] = Scope()


_BEHIND_ALL = 1_000_000  # who did not finish was behind everybody, and had no place that can be printed


class PlaceAttribute(StrEnum):
    PLACE = "place"
    FROM_LAST = "place from last"
    OVERALL = "place overall"
    BEHIND = "behind"
    GAINED = "gained"


def assertions(resolved: Resolved[Place]) -> tuple[Assertion, ...] | Unreadable:
    claim, figures, race, who = resolved.claim, resolved.figures, resolved.race, resolved.who("athlete", "after")
    way, asserted = resolved.on_the_way, []
    if len(set(who)) < len(who):
        return Unreadable("after", "nobody comes after themselves")
    if claim.gained is not None:
        if way is None or not way.start:
            return Unreadable("stretch", "where the places were made up: last 200m, last lap")
        gained = PlaceAttribute.GAINED
        asserted.append(resolved.asserts(gained, who[:1], figures["gained"], "count", setting=race, qualifier=way))
    elif way is not None and way.start:
        return Unreadable("gained", "how many places were made up on the stretch; a place on the way has `at`")
    if claim.place is not None:
        place = figures["place"]
        attribute = PlaceAttribute.FROM_LAST if "from_last" in place.notes else PlaceAttribute.PLACE
        attribute = attribute if claim.among is None else PlaceAttribute.OVERALL
        at = None if claim.gained is not None else way
        asserted.append(resolved.asserts(attribute, who[:1], place, "ordinal", setting=race, qualifier=at))
    if claim.after is not None:
        by = figures.get("by") or exactly(1)
        asserted.append(resolved.asserts(PlaceAttribute.BEHIND, who, by, "count", setting=race, qualifier=way))
    return tuple(asserted) or Unreadable("place", "neither a place nor an athlete to come after")


def known(quantity: Quantity[PlaceAttribute, OnTheWay | None], truth: Truth, as_of: int) -> Known | Unknown:
    results = []
    for athlete in quantity.subjects:
        result = result_of(truth, athlete, quantity.setting, as_of)
        if isinstance(result, Unknown):
            alone = quantity.attribute == PlaceAttribute.PLACE and quantity.qualifier is None
            return conclude(truth, athlete, quantity.setting, as_of, result, places=True) if alone else result
        results.append(result)
    if len({race_of(result) for result in results}) > 1:
        return Unknown(phrase("{} are different races", tuple(results)))
    way = quantity.qualifier
    if quantity.attribute == PlaceAttribute.GAINED and way is not None:
        return _gained(results[0], way, truth, as_of)
    if quantity.attribute == PlaceAttribute.FROM_LAST:
        return _from_last(results[0], truth, as_of)
    if quantity.attribute == PlaceAttribute.OVERALL:
        places = [None if results[0].overall is None else exactly(results[0].overall)]
    else:
        places = [_place(result, truth, as_of, way) for result in results]
    if way is not None and None in places:
        if quantity.attribute == PlaceAttribute.PLACE and (
            ahead := behind_others_at(truth, results[0], way.end, as_of)
        ):
            return _behind(ahead)
        missing = phrase(f"order {way}: {{}}", quantity.setting)
        return Unknown("results do not record the order on the way", missing)
    for result, place in zip(results, places, strict=True):
        if place is None:
            return Unknown(phrase("the ground truth has no place of {}", result), phrase("place of {}", result))
    value, *others = [place for place in places if place is not None]
    if quantity.attribute == PlaceAttribute.PLACE and way is None and results[0].status != "finished":
        value = Range(_BEHIND_ALL, None)
    if others:
        value = minus(value, others[0])
    notes = ("sources_disagree",) if value.low != value.high and value.high is not None else ()
    overall = results[0].overall if quantity.attribute == PlaceAttribute.PLACE and way is None else None
    perhaps = () if overall is None else (exactly(overall),)  # where both sexes or two races start as one
    return Known(value, tuple(results), _arithmetic(value, others, places), notes=notes, or_perhaps=perhaps)


def _behind(ahead: tuple[Result, ...]) -> Known:
    """A place on the way behind those whose places are known. This can only refute, as the athlete may have stopped."""
    names = ", ".join("{}" for _ in ahead)
    had = f"{names} in the first {len(ahead)} places there" if len(ahead) > 1 else f"{names} in the lead there"
    why = phrase(had, *(result.athlete for result in ahead))
    return Known(Range(len(ahead) + 1, None), ahead[:3], why, perhaps_none=True)


def _arithmetic(value: Range, others: list[Range], places: list[Range | None]) -> Text:
    if not others or value.low != value.high or places[0] is None:
        return ""
    return phrase("{} - {} = {}", places[0].low, others[0].low, value.low)


def _place(result: Result, truth: Truth, as_of: int, at: OnTheWay | None) -> Range | None:
    """The place, at the finish or on the way; of who did not finish, any place behind all that are known."""
    if at is not None:
        return place_at(truth, result, at.end, as_of)
    place = result.place_as_of(as_of)
    if place is not None or result.status == "finished":
        return place
    others = [runner.place_as_of(as_of) for runner in field(truth, result, as_of)]
    return Range(1 + max((taken.low or 0 for taken in others if taken is not None), default=0), None)


def _gained(result: Result, way: OnTheWay, truth: Truth, as_of: int) -> Known | Unknown:
    """How many places lie between the two points: those who were overtaken, less those who overtook."""
    before, after = (place_at(truth, result, point, as_of) for point in (way.start, way.end))
    if way.start == "start" or before is None or after is None:
        missing = phrase(f"order at {way.start} and {way.end}: {{}}", result)
        return Unknown("results do not record the order on the way", missing)
    value = minus(before, after)
    return Known(value, (result,), phrase("{} - {} = {}", before.low, after.low, value.low))


def _from_last(result: Result, truth: Truth, as_of: int) -> Known | Unknown:
    """The place from the end of those who finished: only where everybody who did is known, with a place."""
    everybody = field(truth, result, as_of)
    places = [runner.place_as_of(as_of) for runner in everybody if runner.status == "finished"]
    own = result.place_as_of(as_of)
    settled = [place for place in places if place is not None and place.low == place.high]
    if own is None or not result.finishers_complete or len(settled) < len(places):
        if own is not None and any((place.low or 0) > (own.high or 0) for place in settled):
            return Known(Range(2, None), (result,))
        why = "the ground truth does not have everybody who finished behind {}"
        return Unknown(phrase(why, result), phrase("last of {}", result))
    behind = sum((place.low or 0) > (own.low or 0) for place in settled)
    return Known(exactly(1 + behind), (result,), f"{behind} behind")


def severity(assertion: Assertion, found: Known) -> Severity:
    """High if a win, or the podium of a final, is claimed or known; medium for any other place."""
    if assertion.quantity.attribute != PlaceAttribute.PLACE or assertion.quantity.qualifier is not None:
        return "medium"
    ends = [
        value.low for value in (assertion.claimed, found.value) if isinstance(value, Range) and value.low is not None
    ]
    podium = 3 if assertion.quantity.setting.round in (None, "final") else 1
    return "high" if any(end <= podium for end in ends) else "medium"


def worded(assertion: Assertion, known: Known, truth: Truth) -> Wording:
    words, value, attribute = in_figures(assertion, known, truth), known.value, assertion.quantity.attribute
    assert isinstance(value, Range)
    if attribute in (PlaceAttribute.PLACE, PlaceAttribute.OVERALL):
        return words._replace(found="no finish") if value.high is None else words
    if attribute == PlaceAttribute.FROM_LAST:
        return Wording(assertion.printed, "not last" if value.high is None else f"{words.found} from last")
    printed = assertion.printed or "1"
    known_places = _places(truth.show(value, "count"))
    if attribute == PlaceAttribute.GAINED:
        lost = value.high is not None and value.high < 0
        return Wording(
            f"{_places(printed)} made up", "places lost" if lost else f"{known_places} made up", words.instead
        )
    if value.high is not None and value.high <= 0:
        ahead = Range(-value.high, None if value.low is None else -value.low)
        level = "level" if ahead == exactly(0) else f"{_places(truth.show(ahead, 'count'))} ahead"
        return Wording(_places(printed) + " behind", level)
    instead = as_printed(value, "count", printed, assertion.claimed)
    return Wording(_places(printed) + " behind", f"{known_places} behind", instead and _places(instead))


def _places(number: str) -> str:
    return f"{number} place{'' if number.rpartition(' ')[2].lower() in ('1', 'one', 'a') else 's'}"


def facts(resolved: Resolved[Place]) -> tuple[Result, ...]:
    place = resolved.figures.get("place")
    if place is None or place.notes or resolved.on_the_way is not None or resolved.claim.among is not None:
        return ()
    return resolved.fact(place=place.value)


KIND = Kind(
    claim=Place,
    assertions=assertions,
    attributes={attribute: Attribute(known, one_race=True) for attribute in PlaceAttribute},
    about=lambda claim: ("event", "sex", "competition"),
    severity=severity,
    worded=worded,
    facts=facts,
    plants=Plants(number="place", race=True, of_one=lambda claim: isinstance(claim.get("place"), int)),
)
