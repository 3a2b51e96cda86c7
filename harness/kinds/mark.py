"""mark: an athlete's mark in one race, at a point during it, or in one attempt."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, TypeAlias

from msgspec.structs import replace

from harness.claims.claim import (
    AthleteName,
    Claim,
    LapLength,
    OnTheWay,
    PointOnTheWay,
    PrintedCount,
    PrintedLeg,
    PrintedMark,
    Resolved,
    Scope,
    StretchOfTheWay,
)
from harness.kind import Attribute, Kind, Plants
from harness.records.explained import explained
from harness.records.model import Assertion, Known, Qualifier, Quantity, Setting, Severity, Unknown, Unreadable, phrase
from harness.truth import completeness
from harness.truth.absence import conclude, no_better_mark
from harness.truth.index import Truth
from harness.truth.on_the_way import NOT_TWICE_A_DAY, time_between
from harness.truth.races import may_be_on_the_way, result_of
from harness.truth.results import Result
from harness.values import Range, clear, exactly

MOST_ATTEMPTS = {"distance": 6, "height": 3}  # in a final (TR 25.6), and at one height (TR 26.2)


class Mark(Claim, tag="mark", frozen=True, kw_only=True):
    """An athlete's mark in one race, at a point during it, or in one attempt.

    ## What it claims

    One figure: a time, a distance, a height or points, at the finish or during the race.

    ## Fields

    `athlete` achieved `mark` in the race that `scope` names. With `at` the mark is the time at that point ("800m", "the
    bell", "200m to go"; in a combined event the points after a part: "high jump", "two events", "day one"). With
    `stretch` it is the time for that section ("last 400m", "second lap"). `laps` are the times of equal sections from
    the start on, each as long as `each` says ("400m"; one lap if it is left out). `attempt` is the round of a field
    event in which the mark was made; without a mark, the round of the athlete's best mark. At a height it is the
    successful attempt. `leg` is the leg of a relay that the athlete ran ("anchor", "third"), with a mark its time;
    "own" leaves open which leg it was ("his 43.04 leg"). `scope.part` is a part of a combined event. A race without a
    round is the final; if there was no race of that length, the mark may have been taken during a longer one ("20 km in
    a half marathon"). The printed mark is a range: "3:46" includes 3:45.94, "3:45.95" does not; one decimal stands for
    every time that is printed so after rounding, rounding up or cutting (note `rounded`). A mark that is impossible in
    the event is read by its digits: 3:29:38 over 1500 m is 3:29.38 (note `misprint`).

    ## How it is judged

    supported         the official mark is in the printed range
    refuted           it is outside; if sources disagree, all of their marks are
    not_enough_info   the ground truth has no such result, split or attempt, or several races fit

    ## What absence proves

    That the athlete has no such mark, where the whole field of the race is known and does not include them.

    ## Example

        {"kind": "mark", "id": "kerr-heat", "text": "Kerr ran 3:35.83 in heat 1", "quote": "three minutes, 35.83",
         "start": 10, "end": 30, "athlete": "Kerr", "mark": "three minutes, 35.83",
         "scope": {"event": "1,500 metres", "competition": "Paris Olympics", "round": "heat 1"}}

    ## Source

    The race's official result. Photo-finish times are read up to the next hundredth (technical rules, TR 19), so a
    printed tenth may have come from rounding or from cutting.
    """

    athlete: Annotated[AthleteName, explained("whose mark it is", "Kerr")]
    mark: Annotated[PrintedMark | None, explained("the mark", "3:29.05")] = None
    at: Annotated[PointOnTheWay | None, explained("where on the way, or after which part", "800m")] = None
    stretch: Annotated[StretchOfTheWay | None, explained("the part of the way that took so long", "last 400m")] = None
    laps: Annotated[tuple[PrintedMark, ...], explained("the time of each lap, in order", ["56.00", "58.00"])] = ()
    each: Annotated[LapLength | None, explained("how long each of `laps` is", "400m")] = None
    attempt: Annotated[PrintedCount | None, explained("in which round or try", "second")] = None
    leg: Annotated[PrintedLeg | None, explained("which leg of a relay", "anchor")] = None
    scope: Annotated[
        Scope,
        explained("the race, or the list on which it is the best", {"event": "1500m", "competition": "Paris Olympics"}),
    ] = Scope()


class MarkAttribute(StrEnum):
    MARK = "mark"
    BEST_ATTEMPT = "best attempt"
    LEG = "leg"
    TIME_OF_LEG = "time of the leg"


class Attempt(Qualifier, frozen=True):
    """A round of a field event; at a height (in millimetres) the successful attempt."""

    height: int

    def __str__(self) -> str:
        return f"at {self.height} mm" if self.height else "best"


class InRound(Qualifier, frozen=True):
    """The round of a field event with this number."""

    number: int

    def __str__(self) -> str:
        return f"round {self.number}"


_Where: TypeAlias = OnTheWay | Attempt | InRound | None


def assertions(resolved: Resolved[Mark]) -> tuple[Assertion, ...] | Unreadable:
    claim, who, figures, race = resolved.claim, resolved.who("athlete"), resolved.figures, resolved.race
    asserted = []
    for number in range(len(claim.laps)):
        lap = OnTheWay(_lap_end(resolved, number + 1), _lap_end(resolved, number) if number else "start")
        time = figures[f"laps.{number}"]
        asserted.append(resolved.asserts(MarkAttribute.MARK, who, time, resolved.measure, setting=race, qualifier=lap))
    if claim.leg is not None:
        return _on_a_leg(resolved, race)
    attempt, mark = figures.get("attempt"), figures.get("mark")
    where: _Where = resolved.on_the_way
    if attempt is not None and resolved.measure not in ("distance", "height"):
        return Unreadable("attempt", "only a field event has attempts: this one is measured in " + resolved.measure)
    if attempt is not None and clear(attempt.value, Range(1, MOST_ATTEMPTS[resolved.measure])):
        of = "at a height" if resolved.measure == "height" else "in a final"
        many = f"there are {MOST_ATTEMPTS[resolved.measure]} attempts {of}"
        return Unreadable("attempt", f"{many}, and none that is {attempt.printed!r}")
    if attempt is not None and resolved.measure == "distance" and mark is not None:
        if attempt.exact is None or attempt.exact < 1:
            return Unreadable("attempt", f"{attempt.printed!r} is not the number of one round")
        where = InRound(attempt.exact)
    elif attempt is not None:
        height = Attempt((mark.exact or 0) if mark is not None and resolved.measure == "height" else 0)
        best = MarkAttribute.BEST_ATTEMPT
        asserted.append(resolved.asserts(best, who, attempt, "ordinal", setting=race, qualifier=height))
        mark = None if height.height else mark
    if mark is not None:
        measure = resolved.measure
        asserted.append(resolved.asserts(MarkAttribute.MARK, who, mark, measure, setting=race, qualifier=where))
    return tuple(asserted) or Unreadable("mark", "neither a mark nor laps nor an attempt is given")


def _on_a_leg(resolved: Resolved[Mark], race: Setting) -> tuple[Assertion, ...] | Unreadable:
    """The time of a leg, and which leg it was where the words say so."""
    claim, who, mark = resolved.claim, resolved.who("athlete"), resolved.figures.get("mark")
    if claim.at or claim.stretch or claim.laps or claim.attempt is not None:
        return Unreadable("leg", "a leg is not given with a point, a stretch, laps or an attempt")
    asserted, (leg,) = [], resolved.names["leg"]
    if leg != "own":
        asserted.append(resolved.asserts(MarkAttribute.LEG, who, exactly(int(leg)), "ordinal", setting=race))
    if mark is not None:
        asserted.append(resolved.asserts(MarkAttribute.TIME_OF_LEG, who, mark, resolved.measure, setting=race))
    return tuple(asserted) or Unreadable("mark", 'the leg "own" is given with its time')


def _lap_end(resolved: Resolved[Mark], number: int) -> str:
    """Where the lap with this number ends: a multiple of `each`, as a point on the way."""
    each = resolved.names.get("each", ("1lap",))[0]
    unit = each.lstrip("0123456789")
    return f"{int(each.removesuffix(unit)) * number}{unit}"


def known(quantity: Quantity[MarkAttribute, _Where], truth: Truth, as_of: int) -> Known | Unknown:
    result = result_of(truth, quantity.subjects[0], quantity.setting, as_of, en_route=True)
    if isinstance(result, Unknown):
        athlete, setting = quantity.subjects[0], quantity.setting
        absence = conclude(truth, athlete, setting, as_of, result, places=False)
        if isinstance(absence, Unknown) and quantity.qualifier is None:
            absence = no_better_mark(truth, athlete, setting, as_of) or absence
        return absence if isinstance(absence, Unknown) else _if_not_on_the_way(truth, quantity, absence, as_of)
    where, step = quantity.qualifier, 0
    if isinstance(where, Attempt):
        value = _good_try(result, where.height)
    elif isinstance(where, InRound):
        value = result.attempts[where.number - 1] if where.number <= len(result.attempts) else None
    elif where is None:
        value, step = result.mark, result.step
    else:
        value = time_between(truth, result, where.start or "start", where.end)
    if value is None:
        what = f"split {where} of {{}}" if where else "mark of {}"
        return Unknown(phrase(f"the ground truth has no {what}", result), phrase(what, result))
    of_one_point = where is None or (isinstance(where, OnTheWay) and not where.start)
    notes = ("sources_disagree",) if value.low != value.high and of_one_point else ()
    perhaps_more = result.en_route and not _is_only_race(truth, result, quantity.setting, as_of)
    net = result.net if where is None else None  # on the road the gun time is official (TR 19); many print the chip's
    return Known(value, (result,), notes=notes, step=step, or_else=net, perhaps_more=perhaps_more)


def _if_not_on_the_way(truth: Truth, quantity: Quantity[MarkAttribute, _Where], absence: Known, as_of: int) -> Known:
    """Who was not in the race may have been timed over its length in a longer one of the same day, in no round."""
    athlete, setting = quantity.subjects[0], quantity.setting
    if not may_be_on_the_way(truth, setting):
        return absence
    every = completeness.races(truth, athlete, replace(setting, event=None), as_of)
    day = truth.matching(replace(setting, round=None), as_of, athlete, en_route=True)
    was_timed = any(result.en_route for result in day)
    return replace(absence, perhaps_more=True) if was_timed or not every else absence


def known_leg(quantity: Quantity[MarkAttribute, None], truth: Truth, as_of: int) -> Known | Unknown:
    """Which leg of the relay the athlete ran, or its time; a team has no leg of its own."""
    result = result_of(truth, quantity.subjects[0], quantity.setting, as_of)
    if isinstance(result, Unknown):
        athlete, setting = quantity.subjects[0], quantity.setting
        return conclude(truth, athlete, setting, as_of, result, places=False, in_person=True)
    if result.leg is None:
        return Unknown(
            phrase("the ground truth does not say who ran which leg: {}", result), phrase("legs: {}", result)
        )
    if quantity.attribute == MarkAttribute.LEG:
        return Known(exactly(result.leg), (result,))
    time = result.legs[result.leg - 1]
    if time is None:
        return Unknown(phrase("the ground truth has no time of the leg: {}", result), phrase("legs: {}", result))
    return Known(time, (result,))


def _good_try(result: Result, height: int) -> Range | None:
    """The number of the try at which the height was cleared, or of the round with the best mark."""
    if height:
        tries = result.tries.get(height, "")
        return exactly(tries.index("o") + 1) if "o" in tries else None
    rounds = [number for number, mark in enumerate(result.attempts, start=1) if mark and mark == result.mark]
    return exactly(rounds[0]) if rounds else None


def _is_only_race(truth: Truth, result: Result, setting: Setting, as_of: int) -> bool:
    """Whether the athlete ran no race of the event itself as well, of which the ground truth may not have the mark."""
    metres = truth.events[result.event].metres
    if metres is not None and metres >= NOT_TWICE_A_DAY and result.date.low == result.date.high:
        return True
    day = replace(setting, start=result.date.low, end=result.date.high)
    return completeness.races(truth, result.athlete, day, as_of) is not None


def severity(assertion: Assertion, known: Known) -> Severity:
    """Low if the figure is off by less than one hundredth of itself; medium beyond."""
    claimed, official = assertion.claimed, known.value
    assert isinstance(claimed, Range)
    assert isinstance(official, Range)
    ends = [end for end in (claimed.low, claimed.high, official.low, official.high) if end is not None]
    return "low" if (max(ends) - min(ends)) * 100 < max(ends) else "medium"


def facts(resolved: Resolved[Mark]) -> tuple[Result, ...]:
    mark, way = resolved.figures.get("mark"), resolved.on_the_way
    if mark is None or (way is not None and way.start) or resolved.claim.leg is not None:
        return ()
    if way is not None:
        return resolved.fact(splits={way.end: mark.value})
    return resolved.fact(mark=mark.value, printed=resolved.claim.mark)


KIND = Kind(
    claim=Mark,
    assertions=assertions,
    attributes={
        MarkAttribute.MARK: Attribute(known, one_race=True),
        MarkAttribute.BEST_ATTEMPT: Attribute(known, heading="attempt of the best mark"),
        MarkAttribute.LEG: Attribute(known_leg, heading="leg of the relay"),
        MarkAttribute.TIME_OF_LEG: Attribute(known_leg, heading="time of the leg"),
    },
    about=lambda claim: ("event", "sex", "competition"),
    severity=severity,
    facts=facts,
    plants=Plants(race=True, of_one=lambda claim: True),
)
