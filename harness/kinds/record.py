"""record: who holds (or set) a record, a best or a world lead, with what mark, and who held it before."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal, TypeAlias

from msgspec.structs import replace

from harness.claims.claim import Claim, Resolved
from harness.claims.scope import AthleteName, PrintedCount, PrintedDate, PrintedMark, PrintedSpan, Scope
from harness.kind import Attribute, Kind, Plants
from harness.records.explained import explained
from harness.records.model import Assertion, Known, Measure, Qualifier, Quantity, Setting, Unknown, Unreadable
from harness.truth import lists, records
from harness.truth.bests import known_best
from harness.truth.index import Truth
from harness.truth.races import day_of_race, one_race
from harness.truth.ratification import known_of_record, known_ratification
from harness.truth.recorded import known_set, once_set
from harness.truth.records import NONE, RATIFIED, SOME, UNRATIFIED
from harness.truth.reigns import known_number
from harness.values import Figure, Range, Value, label
from harness.wording import Noun, Wording, in_figures

DERIVED = ("personal", "season", "world lead")
When: TypeAlias = Literal["stands", "set there", "before", "in those days", "once", "gone"]
Level: TypeAlias = Literal[
    "world", "olympic", "area", "national", "championship", "meeting", "personal", "season", "world lead"
]


class RecordClaim(Claim, tag="record", frozen=True, kw_only=True):
    """A record: who holds it, with what mark, who held it before; or that it was set in one race.

    ## What it claims

    Who holds a record or a best, its mark, or who held it before; or that it was set in one race.

    ## Fields

    `level` says whose record it is: the world's, the Olympic Games', an area's or a nation's (`scope.area`,
    `scope.nation`, else the athlete's own), or a competition's or meeting's (`scope.competition`). "personal", "season"
    and "world lead" are bests, which are computed from results. "World best" and "world record" mean the same list.
    Records are outdoors unless the scope says indoors; a season is the calendar year of the claim's date unless the
    scope names one. `when` "stands" is about the claim's date. "set" is about the race that the scope names, by its
    edition or its day: the athlete set the record there, with `mark`, and took it from `previous_holder` and
    `previous_mark`. If no race is named, the current holder has set it, and anybody else may have set it too. "stood"
    is about a former record of the athlete. `stood` is how long the record stood, and `since` the date from which it
    did: the record that was broken in the race, the current one, or the former one. Somebody who has held a record
    "since 2019" may have improved it since. `number` is how many records of the level the athlete had set by the race,
    or in the period or at the edition of a scope without a race; in its event, or in any. `ratified` says whether it
    had been ratified by then; until it was, the words may also mean the record that it replaces. `women_only`: the
    record of races for women only, or (false) that of mixed ones, where each has its own; without it, both are judged.

    ## How it is judged

    supported         the record that stood then is as claimed
    refuted           it was another athlete's or another mark; for bests, a better mark is known
    not_enough_info   no such record; for bests, no complete list or season that reaches the mark; a number is "at
                      least" without a statement of all the athlete's records

    ## What absence proves

    For recorded records, which are stored facts, only that the athlete set no more, where all are known. For bests,
    that no better mark was made, where a list or a season is complete down to the mark.

    ## Example

        {"kind": "record", "id": "kerr-british", "text": "Kerr broke Cram's British mile record", "level": "national",
         "quote": "British mile record", "start": 10, "end": 29, "athlete": "Kerr", "mark": "3:45.34", "when": "set",
         "previous_holder": "Steve Cram", "scope": {"event": "mile", "nation": "Britain", "on": "25 May 2024"}}

    ## Source

    Published lists of records (ratified under the competition rule CR 31); bests are computed from results.
    """

    level: Annotated[Level, explained("whose record", "world")]
    athlete: Annotated[AthleteName | None, explained("who set or holds it", "El Guerrouj")] = None
    mark: Annotated[PrintedMark | None, explained("what it is", "3:26.00")] = None
    when: Annotated[Literal["set", "stands", "stood"], explained("set there, standing or gone", "set")] = "stands"
    stood: Annotated[PrintedSpan | None, explained("for how long it had stood", "28 years")] = None
    since: Annotated[PrintedDate | None, explained("since when it is held", "1998")] = None
    number: Annotated[PrintedCount | None, explained("which of their records it was", "second")] = None
    ratified: Annotated[bool | None, explained("false: not yet ratified", False)] = None
    women_only: Annotated[bool | None, explained("true: of races for women only; false: of mixed ones", True)] = None
    previous_holder: Annotated[AthleteName | None, explained("who had it before", "Morceli")] = None
    previous_mark: Annotated[PrintedMark | None, explained("what it was before", "3:27.37")] = None
    scope: Annotated[Scope, explained("the event, and the race where it was set", {"event": "1500m"})] = Scope()


class RecordAttribute(StrEnum):
    HOLDER = "holder"
    MARK = "mark"
    PREVIOUS_HOLDER = "previous_holder"
    PREVIOUS_MARK = "previous_mark"
    SET = "set"
    SINCE = "since"
    STOOD = "stood"
    NUMBER = "number"
    RATIFIED = "ratified"


RACES = (("the record of races for women only", True), ("the record of mixed races", False))
TIMES: tuple[tuple[RecordAttribute, Measure], ...] = ((RecordAttribute.STOOD, "days"), (RecordAttribute.SINCE, "date"))


class RecordList(Qualifier, frozen=True):
    """Which record: the current one; the one set in the race or period that the setting names (with `mark`, if
    printed); the one before that; one that was once set; or a former one (with that mark).

    `outdoors`: the words say so; otherwise a common list of indoor and outdoor marks is meant, if the event has one.
    """

    level: Level
    when: When = "stands"
    outdoors: bool = False
    mark: Range | None = None

    def __str__(self) -> str:
        list_ = f"{self.level} outdoors" if self.outdoors else self.level
        words = list_ if self.when == "stands" else f"{list_}, {self.when}"
        return words if self.mark is None else f"{words}, {self.mark.low}..{self.mark.high}"


_RecordQuantity: TypeAlias = Quantity[RecordAttribute, RecordList]


def assertions(resolved: Resolved[RecordClaim]) -> tuple[Assertion, ...] | Unknown | Unreadable:
    claim, athlete, figures = resolved.claim, resolved.who("athlete"), resolved.figures
    race = replace(resolved.setting, place=None, medal=None, women_only=claim.women_only)
    set_there = claim.when == "set" and bool(athlete) and one_race(race)
    if claim.women_only is not None and claim.level in DERIVED:
        return Unknown("results do not say which races were for women only")
    if claim.number is not None and not (set_there and race.event is not None):
        return _number_set(resolved, race)
    if claim.when == "stood":
        return _gone(resolved, records.whose(race, claim.level, resolved.as_of))
    if claim.when == "set" and athlete and not set_there:
        return _once_set(resolved, records.whose(race, claim.level, resolved.as_of))
    setting = race if set_there else records.whose(race, claim.level, resolved.as_of)
    settled = setting.sex and (claim.level not in ("area", "national") or setting.nation or setting.area)
    who = () if settled and not set_there and claim.level not in ("personal", "season") else athlete
    asserted: list[Assertion] = []

    def add(
        attribute: RecordAttribute, value: Value | Figure, measure: Measure, whose: tuple[str, ...] | None = None
    ) -> None:
        earlier = attribute in (RecordAttribute.STOOD, RecordAttribute.SINCE)
        when: When = "stands" if not set_there else "before" if earlier else "set there"
        list_, whom = RecordList(claim.level, when, resolved.outdoors), who if whose is None else whose
        asserted.append(resolved.asserts(attribute, whom, value, measure, setting=setting, qualifier=list_))

    if set_there:
        add(RecordAttribute.SET, label(SOME), "label")
    elif athlete and claim.level not in ("personal", "season"):
        add(RecordAttribute.HOLDER, label(*athlete), "label")
    for attribute in (RecordAttribute.MARK, RecordAttribute.PREVIOUS_MARK):
        if attribute in figures:
            add(attribute, figures[attribute], resolved.measure)
    if claim.previous_holder is not None:
        add(RecordAttribute.PREVIOUS_HOLDER, label(*resolved.who("previous_holder")), "label")
    for attribute, measure in TIMES:
        if attribute in figures:
            add(attribute, figures[attribute], measure, athlete)
    if claim.number is not None:
        add(RecordAttribute.NUMBER, figures["number"], "ordinal")
    if claim.ratified is not None:
        add(RecordAttribute.RATIFIED, label(RATIFIED if claim.ratified else UNRATIFIED), "label", athlete)
    return tuple(asserted) or Unreadable("mark", "neither a holder nor a mark nor the race that it was set in")


def meanings(resolved: Resolved[RecordClaim], truth: Truth) -> tuple[tuple[str, RecordClaim], ...]:
    """The record of races for women only, or that of mixed ones, if the words do not say which of the two is meant."""
    claim, who = resolved.claim, (*resolved.who("athlete"), None)[0]
    either = claim.women_only is None and claim.number is None and claim.level not in DERIVED
    if not either or not records.are_kept_apart(truth, claim.level, resolved.setting, who, resolved.as_of):
        return ()
    return tuple((words, replace(claim, women_only=women_only)) for words, women_only in RACES)


def _number_set(resolved: Resolved[RecordClaim], scope: Setting) -> tuple[Assertion, ...] | Unknown | Unreadable:
    """How many records the athlete set in the days of the scope, or up to the claim's date."""
    claim, who = resolved.claim, resolved.who("athlete")
    if not who:
        return Unreadable("number", "how many records of whom: give the athlete")
    if claim.stood or claim.since or claim.mark or claim.previous_holder or claim.previous_mark:
        return Unknown("the words do not say which race the record was set in")
    list_ = RecordList(claim.level, "in those days", resolved.outdoors)
    number = resolved.figures["number"]
    return (resolved.asserts(RecordAttribute.NUMBER, who, number, "count", setting=scope, qualifier=list_),)


def _gone(resolved: Resolved[RecordClaim], list_: Setting) -> tuple[Assertion, ...] | Unreadable:
    """For how long a record of the athlete stood that is gone."""
    span, mark, who = resolved.figures.get("stood"), resolved.figures.get("mark"), resolved.who("athlete")
    if span is None or not who:
        return Unreadable("when", '"stood" is for how long, in `stood`, a record of the athlete stood that is gone')
    which = RecordList(resolved.claim.level, "gone", resolved.outdoors, None if mark is None else mark.value)
    return (resolved.asserts(RecordAttribute.STOOD, who, span, "days", setting=list_, qualifier=which),)


def _once_set(resolved: Resolved[RecordClaim], setting: Setting) -> tuple[Assertion, ...] | Unknown:
    """A record set in a race that is not named: whoever holds it has set it, whoever does not may have as well.

    With the days, and perhaps the mark, it is one of the athlete's records.
    """
    claim, who = resolved.claim, resolved.who("athlete")
    scope = claim.scope
    where = scope.competition if claim.level not in ("championship", "meeting") else None
    start, end = resolved.setting.start, resolved.setting.end
    earlier = claim.previous_holder or claim.previous_mark or claim.stood or claim.since or claim.ratified is not None
    mark, list_ = resolved.figures.get("mark"), RecordList(claim.level, "once")
    undated = start is None and end is None and mark is None
    if where or scope.round or claim.level in DERIVED or earlier or not (undated or (start and end)):
        return Unknown("the words do not say which race the record was set in")
    if start is not None and end is not None:
        setting = replace(setting, start=start, end=end)
        list_ = RecordList(claim.level, "in those days", mark=mark.value if mark is not None else None)
    return (resolved.asserts(RecordAttribute.SET, who, label(SOME), "label", setting=setting, qualifier=list_),)


def known(quantity: _RecordQuantity, truth: Truth, as_of: int) -> Known | Unknown:
    level, when, mark = quantity.qualifier.level, quantity.qualifier.when, quantity.qualifier.mark
    setting, day, result, (athlete, *_) = quantity.setting, as_of, None, (*quantity.subjects, None)
    if setting.sex is None and athlete is not None:
        setting = replace(setting, sex=truth.athletes[athlete].sex)
    if quantity.attribute == RecordAttribute.NUMBER and when == "in those days":
        return known_number(truth, level, setting, as_of, quantity.subjects[0])
    if when in ("set there", "before"):
        race = day_of_race(truth, quantity.subjects[0], setting, as_of)
        if isinstance(race, Unknown):
            return race
        day, indoor, result = race
        setting = records.whose(replace(setting, indoor=indoor, start=None), level, day)
    if level in ("personal", "season"):
        setting = lists.on_open_list(truth, setting)
    setting = lists.on_list(truth, setting, quantity.qualifier.outdoors)
    if level in DERIVED:
        whose = None if level == "world lead" else athlete
        return known_best(truth, quantity.attribute, level, whose, setting, day, result)
    if quantity.attribute == RecordAttribute.NUMBER:
        return known_number(truth, level, setting, day, quantity.subjects[0])
    if quantity.attribute == RecordAttribute.SET and when == "in those days":
        return known_set(truth, level, setting, quantity.subjects[0], mark, as_of)
    if athlete is not None:
        setting = records.own_list(truth, level, setting, athlete, day)
    if quantity.attribute == RecordAttribute.RATIFIED:
        return known_ratification(truth, level, setting, day, as_of, athlete)
    if when == "once":
        return once_set(truth, level, setting, day, quantity.subjects[0])
    named = result if quantity.setting.round is not None else None
    return known_of_record(truth, quantity.attribute, when, level, setting, day, athlete, mark, named)


def worded(assertion: Assertion, known: Known, truth: Truth) -> Wording:
    """Another holder's name cannot replace the word "record", nor can the fact that there was none."""
    words, quantity = in_figures(assertion, known, truth), assertion.quantity
    if quantity.attribute in (RecordAttribute.HOLDER, RecordAttribute.RATIFIED):
        return words._replace(instead="")
    if quantity.attribute != RecordAttribute.SET:
        return words
    level = quantity.qualifier.level
    record = _BESTS.get(level) or f"{level} record"
    article = "an" if record[0] in "aO" else "a"
    mine, none = f"{article} {record}", f"no {record} there"
    return Wording(mine, none if known.value == label(NONE) else mine)


_BESTS = {"personal": "personal best", "season": "season's best", "world lead": "world lead",
          "area": "area record", "olympic": "Olympic record"}  # fmt: skip


def noun(quantity: _RecordQuantity) -> Noun:
    record, asked = f"{quantity.qualifier.level} record", quantity.attribute.replace("_", " ")
    return Noun(record if quantity.attribute == RecordAttribute.MARK else f"{asked}, {record}")


KIND = Kind(
    claim=RecordClaim,
    assertions=assertions,
    attributes={
        RecordAttribute.HOLDER: Attribute(known, shareable=True),
        RecordAttribute.MARK: Attribute(known),
        RecordAttribute.PREVIOUS_HOLDER: Attribute(known, shareable=True),
        RecordAttribute.PREVIOUS_MARK: Attribute(known),
        RecordAttribute.SET: Attribute(known, difference="it is not so"),
        RecordAttribute.SINCE: Attribute(known, heading="since when the record stands"),
        RecordAttribute.STOOD: Attribute(known, heading="for how long the record stood"),
        RecordAttribute.NUMBER: Attribute(known, heading="how many records they had set"),
        RecordAttribute.RATIFIED: Attribute(known, heading="whether it is ratified", difference="it is not so"),
    },
    about=lambda claim: ("event", "sex") if claim.number is None else ("sex",),
    severity="high",
    worded=worded,
    meanings=meanings,
    noun=noun,
    plants=Plants(number="number", scope=True, of_one=lambda claim: True),
)
