"""margin: by how much one athlete beat another, a record or a best."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal, TypeAlias

from msgspec.structs import replace

from harness.claims.claim import AthleteName, Claim, OnTheWay, PointOnTheWay, PrintedGap, Resolved, Scope
from harness.kind import Attribute, Kind
from harness.records.explained import explained
from harness.records.model import (
    Assertion,
    Fact,
    Known,
    Measure,
    Qualifier,
    Quantity,
    Setting,
    Severity,
    Shown,
    Unknown,
    Unreadable,
    phrase,
)
from harness.truth import lists, records
from harness.truth.absence import absent, conclude
from harness.truth.index import Truth
from harness.truth.on_the_way import place_at, time_at
from harness.truth.races import field, race_of, result_of
from harness.truth.results import Result
from harness.values import Range, exactly, minus
from harness.wording import Wording, in_figures

Level: TypeAlias = Literal["world", "olympic", "area", "national", "championship", "meeting", "personal", "season"]


class Margin(Claim, tag="margin", frozen=True, kw_only=True):
    """By how much `ahead` beat `behind` in the race that `scope` names; or beat a record or a best there.

    ## What it claims

    The gap between two athletes in one race, in time or in distance; or between a mark and a record or best.

    ## Fields

    The gap is the difference of the two official marks, whether or not the article prints them. Without `behind` it is
    the gap to the next finisher. A race without a round is the final. `at` is a point during the race, and the gap is
    the one there ("halfway", "the bell"; in a combined event the points after a part: "shot put", "day one").

    With `against`, the mark is compared with a record (as it stood before the race) or with the athlete's own best
    before it: "three seconds off his best" has `ahead` and `against` "personal". `record` is the scope of the record if
    it is on another list than the race ("outdoors", another year), with `on` or `season` for the day on which it stood.
    With `behind` instead of `ahead`, the record is the better one: "a second outside the record". Without a `gap`, any
    difference is accepted.

    ## How it is judged

    supported         the difference of the marks is in the printed range
    refuted           it is not; if `ahead` was in fact the slower (or shorter) of the two, severity is high
    not_enough_info   one of the marks, the next finisher, the record or a complete list of earlier marks is not known,
                      or the two were in different races

    ## What absence proves

    Only that an athlete who was not in the race beat nobody in it.

    ## Example

        {"kind": "margin", "id": "tokyo-gap", "text": "Ingebrigtsen won by 0.69", "quote": "69 hundredths", "start": 10,
         "end": 23, "ahead": "Ingebrigtsen", "behind": "Cheruiyot", "gap": "69 hundredths of a second",
         "scope": {"event": "1500m", "competition": "Tokyo Olympics"}}

    ## Source

    The difference of the official marks as published (times are rounded up: TR 19).
    """

    ahead: Annotated[AthleteName | None, explained("who was ahead", "Ingebrigtsen")] = None
    gap: Annotated[PrintedGap | None, explained("by how much", "69 hundredths of a second")] = None
    behind: Annotated[AthleteName | None, explained("who was behind; the next, without it", "Cheruiyot")] = None
    at: Annotated[PointOnTheWay | None, explained("where on the way", "the bell")] = None
    against: Annotated[Level | None, explained("the record or best that is beaten or missed", "personal")] = None
    record: Annotated[
        Scope | None,
        explained("the list of that record, where it is not the race's", {"event": "1500m", "indoor": True}),
    ] = None
    scope: Annotated[Scope, explained("the race", {"event": "1500m", "competition": "Tokyo Olympics"})] = Scope()


class MarginAttribute(StrEnum):
    MARGIN = "margin"
    BETTER = "better than"


class Against(Qualifier, frozen=True):
    """The record or best that a mark is compared with, and its list if that is not the race's own."""

    level: Level
    setting: Setting | None = None
    day: int | None = None

    def __str__(self) -> str:
        return " ".join(str(part) for part in (self.level, self.setting, self.day) if part is not None)


_Quantity: TypeAlias = Quantity[MarginAttribute, OnTheWay | Against | None]


def assertions(resolved: Resolved[Margin]) -> tuple[Assertion, ...] | Unreadable:
    claim, measure, gap = resolved.claim, _measure(resolved.measure), resolved.figures.get("gap")
    who, race = resolved.who("ahead", "behind"), resolved.race
    if claim.against is None:
        if claim.ahead is None or gap is None:
            return Unreadable("ahead" if gap is not None else "gap", "who was ahead and by how much; or what `against`")
        if len(set(who)) < len(who):
            return Unreadable("behind", "an athlete cannot be ahead of themselves")
        at = resolved.on_the_way
        return (resolved.asserts(MarginAttribute.MARGIN, who, gap, measure, setting=race, qualifier=at),)
    if len(who) != 1:
        return Unreadable("against", "one athlete, in `ahead` or `behind`, against the record or best")
    record = resolved.settings.get("record")
    list_, day = None, None
    if record is not None:
        list_ = replace(record, event=record.event or race.event, sex=record.sex or race.sex, start=None, end=None)
        day = record.end
    value: Range = Range(1, None) if gap is None else gap.value
    if claim.behind is not None:  # by how much the mark fell short: the difference is below nothing
        value = Range(None if value.high is None else -value.high, None if value.low is None else -value.low)
    against = Against(claim.against, list_, day)
    asserted = resolved.asserts(MarginAttribute.BETTER, who, value, measure, setting=race, qualifier=against)
    printed = gap is not None and claim.behind is None
    return (replace(asserted, printed=gap.printed, exact=gap.exact) if printed and gap is not None else asserted,)


def known(quantity: _Quantity, truth: Truth, as_of: int) -> Known | Unknown:
    ahead = result_of(truth, quantity.subjects[0], quantity.setting, as_of)
    if isinstance(ahead, Unknown):
        return _not_ahead(quantity, truth, as_of, ahead)
    if isinstance(quantity.qualifier, Against):
        return _against(quantity.qualifier, truth, ahead)
    point = quantity.qualifier.end if quantity.qualifier is not None else "finish"
    if len(quantity.subjects) > 1:
        same_race = (
            runner
            for runner in field(truth, ahead, as_of)
            if runner.athlete == quantity.subjects[1] and runner.status != "DNS"
        )
        behind = next(same_race, None) or result_of(truth, quantity.subjects[1], quantity.setting, as_of)
    else:
        behind = _next(ahead, truth, as_of, point)
    if isinstance(behind, Unknown):
        if len(quantity.subjects) == 1:
            return behind
        return conclude(truth, quantity.subjects[1], quantity.setting, as_of, behind, places=False)
    if race_of(ahead) != race_of(behind):
        return Unknown(phrase("{} and {} are different races", ahead, behind))
    marks = [time_at(truth, result, point) for result in (ahead, behind)]
    for result, mark in zip((ahead, behind), marks, strict=True):
        if mark is None:
            what = "mark of {}" if point == "finish" else f"{point} of {{}}"
            return Unknown(phrase(f"the ground truth has no {what}", result), phrase(what, result))
    first, second = marks
    assert first is not None
    assert second is not None
    steps = (ahead.step, behind.step) if point == "finish" else (0, 0)
    lower = truth.events[ahead.event].better == "lower"
    (better, step), (worse, other_step) = sorted(
        ((first, steps[0]), (second, steps[1])), key=lambda mark: mark[0] is (second if lower else first), reverse=True
    )
    evidence = (ahead, behind)
    return _difference(truth, ahead.event, (better, step), (worse, other_step), evidence)


def _not_ahead(quantity: _Quantity, truth: Truth, as_of: int, unknown: Unknown) -> Known | Unknown:
    """Who has no result was not ahead of anybody in the first places, all of which others hold: at most level."""
    athlete, *rivals = quantity.subjects
    absence = absent(truth, athlete, quantity.setting, as_of) if rivals and quantity.qualifier is None else None
    if absence is not None and rivals[0] in [holder.athlete for holder in absence.results]:
        return Known(Range(None, 0), absence.results[:3], absence.why, absence.relied_on, perhaps_none=True)
    return conclude(truth, athlete, quantity.setting, as_of, unknown, places=False)


def _against(against: Against, truth: Truth, result: Result) -> Known | Unknown:
    """The mark of the race against the record, or the best, of the day before it."""
    if result.mark is None or result.date.low is None or result.date.low != result.date.high:
        return Unknown(phrase("the ground truth has no mark and day of {}", result), phrase("mark of {}", result))
    day = against.day if against.day is not None else result.date.low - 1
    setting = against.setting or Setting(event=result.event, sex=result.sex, competition=result.competition)
    indoor = result.indoor if against.setting is None else bool(against.setting.indoor)
    setting = records.whose(replace(setting, sex=setting.sex or result.sex, indoor=indoor), against.level, day)
    held: records.Level | None = None
    relied_on: tuple[str, ...] = ()
    if against.level in ("personal", "season"):
        best = lists.best(truth, result.athlete, lists.on_open_list(truth, setting), day)
        if best is not None and best.cost is not None and best.exact:
            held, relied_on = records.Level(best.mark, best.cost.result, best.step), best.relied_on
    else:
        held = records.level_before(truth, against.level, result.athlete, setting, day)
    if held is None:
        where = f"{against.level} best or record before {{}}"
        return Unknown(phrase(f"the ground truth does not say the {where}", result), phrase(where, result))
    mine, theirs = (result.mark, result.step), (held.mark, held.step)
    lower = truth.events[result.event].better == "lower"
    evidence = (result, held.fact)
    difference = _difference(truth, result.event, *((theirs, mine) if lower else (mine, theirs)), evidence)
    return replace(difference, relied_on=relied_on)


def _difference(
    truth: Truth, event: str, larger: tuple[Range, int], smaller: tuple[Range, int], evidence: tuple[Fact, ...]
) -> Known:
    """What is left of the first mark without the second, each with the unit of its last digit."""
    measure = truth.events[event].measure
    value, step = minus(larger[0], smaller[0]), max(larger[1], smaller[1])
    terms = (Shown(larger[0], measure, larger[1]), Shown(smaller[0], measure, smaller[1]))
    arithmetic = phrase("{} - {} = {}", *terms, Shown(value, _measure(measure), step))
    notes = ("sources_disagree",) if value.low != value.high else ()
    return Known(value, evidence, arithmetic, notes=notes, step=step)


def _next(ahead: Result, truth: Truth, as_of: int, point: str) -> Result | Unknown:
    """Who came one place behind; on the way, who lay one place behind."""
    place = place_at(truth, ahead, point, as_of)
    if place is not None and place.low is not None and place.low == place.high:
        after = [
            runner
            for runner in field(truth, ahead, as_of)
            if place_at(truth, runner, point, as_of) == exactly(place.low + 1)
        ]
        if len(after) == 1:
            return after[0]
    return Unknown(
        phrase("the ground truth does not say who came next after {}", ahead), phrase("next after {}", ahead)
    )


def _measure(measure: Measure) -> Measure:
    return "gap" if measure == "time" else measure


def severity(assertion: Assertion, found: Known) -> Severity:
    """High if the other athlete was ahead; low if the gap is slightly wrong."""
    claimed, official = assertion.claimed, found.value
    assert isinstance(claimed, Range)
    assert isinstance(official, Range)
    behind = official.high is not None and official.high < 0
    return "high" if behind and claimed.low is not None and claimed.low >= 0 else "low"


def worded(assertion: Assertion, known: Known, truth: Truth) -> Wording:
    words, value, quantity = in_figures(assertion, known, truth), known.value, assertion.quantity
    assert isinstance(value, Range)
    other_way_round = Range(None if value.high is None else -value.high, None if value.low is None else -value.low)
    if quantity.attribute == MarginAttribute.BETTER:
        below = value.high is not None and value.high <= 0
        gap = truth.show(other_way_round if below else value, assertion.measure)
        claimed = words.claimed if assertion.printed else _side(assertion.claimed)
        instead = words.instead if assertion.printed and not below else ""
        return Wording(claimed, f"{gap} {'short of it' if below else 'better'}", instead)
    if value.high is None or value.high >= 0 or len(quantity.subjects) == 1:
        return words
    ahead = truth.name(quantity.subjects[1])
    return Wording(words.claimed, f"{ahead} ahead by {truth.show(other_way_round, assertion.measure)}")


def _side(claimed: object) -> str:
    """On which side of the record the mark is claimed to be."""
    return "better" if isinstance(claimed, Range) and claimed.low is not None and claimed.low > 0 else "short of it"


KIND = Kind(
    claim=Margin,
    assertions=assertions,
    attributes={attribute: Attribute(known, one_race=True) for attribute in MarginAttribute},
    about=lambda claim: ("event", "sex", "competition"),
    severity=severity,
    worded=worded,
)
