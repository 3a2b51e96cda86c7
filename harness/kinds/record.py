"""record: who holds (or set) a record, a personal or season's best or a world lead, with what mark, and who before."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal, TypeAlias

from msgspec.structs import replace

from harness.claim import AthleteName, Claim, PrintedMark, Resolved, Scope
from harness.kind import Attribute, Kind, Plants
from harness.model import Assertion, Known, Measure, Qualifier, Quantity, Setting, Unknown, Unreadable, phrase
from harness.truth import lists, records
from harness.truth.index import Truth
from harness.truth.races import day_of_race, one_race
from harness.truth.results import Result
from harness.values import Figure, Label, Range, Value, exactly, label, show
from harness.wording import Noun, Wording, in_figures

YES, NO = "a record", "no record"
DERIVED = ("personal", "season", "world lead")
Level: TypeAlias = Literal[
    "world", "olympic", "area", "national", "championship", "meeting", "personal", "season", "world lead"
]


class RecordClaim(Claim, tag="record", frozen=True, kw_only=True):
    """A record: who holds it, with what mark, who held it before; or that it was set in one race.

    ## What it claims

    Who holds a record or a best, its mark, or who held it before; or that one race set it.

    ## Fields

    `level` says whose: the world's, the Olympic Games', an area's or a nation's (`scope.area`, `scope.nation`, else the
    athlete's own), a competition's or meeting's (`scope.competition`); "personal", "season" and "world lead" are bests,
    worked out from results. "World best" and "world record" name one list. Outdoors unless the scope says indoors; a
    season is the calendar year of the claim's date where the scope names none.
    `when` "stands" speaks of the claim's date; "set" of the race that the scope names, by its holding or its day: the
    athlete set the record there, with `mark`, and took it over from `previous_holder` and `previous_mark`. Where no
    race is named, whoever holds the record has set it; whoever does not may have set it too.

    ## How it is judged

    supported         the record that stood then is as claimed
    refuted           it was another's or another mark; for bests, a better mark is known
    not_enough_info   no such record; for bests, no complete list or season that reaches the mark

    ## What absence proves

    Nothing for recorded records, which are facts of their own. That no better mark was made, for bests, where a
    list or a season is complete down to the mark.

    ## Example

        {"kind": "record", "id": "kerr-british", "text": "Kerr broke Cram's British mile record", "level": "national",
         "quote": "British mile record", "start": 10, "end": 29, "athlete": "Kerr", "mark": "3:45.34", "when": "set",
         "previous_holder": "Steve Cram", "scope": {"event": "mile", "nation": "Britain", "on": "25 May 2024"}}

    ## Source

    Published lists of records (ratified under the competition rules on records, CR 31); bests are worked out from
    results.
    """

    level: Level
    athlete: AthleteName | None = None
    mark: PrintedMark | None = None
    when: Literal["set", "stands"] = "stands"
    previous_holder: AthleteName | None = None
    previous_mark: PrintedMark | None = None
    scope: Scope = Scope()


class RecordAttribute(StrEnum):
    HOLDER = "holder"
    MARK = "mark"
    PREVIOUS_HOLDER = "previous_holder"
    PREVIOUS_MARK = "previous_mark"
    SET = "set"


class RecordList(Qualifier, frozen=True):
    """Whose record it is; as it stands, as it was set in the race or in the days that the setting names (with `mark`,
    if that is printed), or as it was once set.

    `outdoors`: the words say so; else one list for indoors and out is meant, where the event has one.
    """

    level: Level
    when: Literal["stands", "set there", "in those days", "once"] = "stands"
    outdoors: bool = False
    mark: Range | None = None

    def __str__(self) -> str:
        list_ = f"{self.level} outdoors" if self.outdoors else self.level
        words = list_ if self.when == "stands" else f"{list_}, {self.when}"
        return words if self.mark is None else f"{words}, {self.mark.low}..{self.mark.high}"


_RecordQuantity: TypeAlias = Quantity[RecordAttribute, RecordList]


def assertions(resolved: Resolved[RecordClaim]) -> tuple[Assertion, ...] | Unknown | Unreadable:
    claim, athlete, figures = resolved.claim, resolved.who("athlete"), resolved.figures
    race = replace(resolved.setting, place=None, medal=None)
    set_there = claim.when == "set" and bool(athlete) and one_race(race)
    if claim.when == "set" and athlete and not set_there:
        return _once_set(resolved, records.whose(race, claim.level, resolved.as_of))
    setting = race if set_there else records.whose(race, claim.level, resolved.as_of)
    settled = setting.sex and (claim.level not in ("area", "national") or setting.nation or setting.area)
    who = () if settled and not set_there and claim.level not in ("personal", "season") else athlete
    asserted: list[Assertion] = []

    def add(attribute: RecordAttribute, value: Value | Figure, measure: Measure) -> None:
        list_ = RecordList(claim.level, "set there" if set_there else "stands", resolved.outdoors)
        asserted.append(resolved.asserts(attribute, who, value, measure, setting=setting, qualifier=list_))

    if set_there:
        add(RecordAttribute.SET, label(YES), "label")
    elif athlete and claim.level not in ("personal", "season"):
        add(RecordAttribute.HOLDER, label(*athlete), "label")
    for attribute in (RecordAttribute.MARK, RecordAttribute.PREVIOUS_MARK):
        if attribute in figures:
            add(attribute, figures[attribute], resolved.measure)
    if claim.previous_holder is not None:
        add(RecordAttribute.PREVIOUS_HOLDER, label(*resolved.who("previous_holder")), "label")
    return tuple(asserted) or Unreadable("mark", "neither a holder nor a mark nor the race that it was set in")


def _once_set(resolved: Resolved[RecordClaim], setting: Setting) -> tuple[Assertion, ...] | Unknown:
    """A record set in a race that is not named: whoever holds it has set it, whoever does not may have as well.

    With the days, and perhaps the mark, it is one of the athlete's records.
    """
    claim, who = resolved.claim, resolved.who("athlete")
    scope = claim.scope
    where = scope.competition if claim.level not in ("championship", "meeting") else None
    start, end = resolved.setting.start, resolved.setting.end
    if where or scope.round or claim.level in DERIVED or claim.previous_holder or claim.previous_mark:
        return Unknown("which race the record was set in is not told")
    mark = resolved.figures.get("mark")
    if start is None or end is None:
        if mark is not None or start is not None or end is not None:
            return Unknown("which race the record was set in is not told")
        list_ = RecordList(claim.level, "once")
    else:
        setting = replace(setting, start=start, end=end)
        list_ = RecordList(claim.level, "in those days", mark=mark.value if mark is not None else None)
    return (resolved.asserts(RecordAttribute.SET, who, label(YES), "label", setting=setting, qualifier=list_),)


def known(quantity: _RecordQuantity, truth: Truth, as_of: int) -> Known | Unknown:
    level = quantity.qualifier.level
    setting, day, result = quantity.setting, as_of, None
    if setting.sex is None and quantity.subjects:
        setting = replace(setting, sex=truth.athletes[quantity.subjects[0]].sex)
    if quantity.qualifier.when == "set there":
        race = day_of_race(truth, quantity.subjects[0], setting, as_of)
        if isinstance(race, Unknown):
            return race
        day, indoor, result = race
        setting = records.whose(replace(setting, indoor=indoor, start=None), level, day)
    setting = lists.on_list(truth, setting, quantity.qualifier.outdoors)
    if level in DERIVED:
        return _best(quantity, truth, level, setting, day, result)
    if quantity.qualifier.when == "in those days":
        own, is_so = records.set_in(truth, level, setting, quantity.subjects[0], quantity.qualifier.mark, as_of)
        where = phrase(f"{level} record of {{}}, {{}}", quantity.subjects[0], setting)
        answer = None if is_so is None else Known(label(YES if is_so else NO), tuple(own))
        return answer or Unknown(phrase("the ground truth has no {}", where), where)
    if quantity.subjects and setting.nation is None and setting.area is None:
        nation, area = truth.nation_of(quantity.subjects[0], day), None
        if level == "area" and nation is not None and nation in truth.nations:
            area = truth.nations[nation].area
        setting = replace(setting, nation=nation if level == "national" else None, area=area)
    return _recorded(quantity, truth, level, setting, day, result)


def _recorded(
    quantity: _RecordQuantity, truth: Truth, level: str, setting: Setting, day: int, result: Result | None
) -> Known | Unknown:
    current = records.standing_or_wider(truth, level, setting, day)
    where = phrase(f"{level} record, {{}}", setting)
    if current is None:
        last = records.horizon(truth, level, setting, day)
        if last is not None:
            vouched = show(exactly(last.vouched or day), "date")
            since = phrase(f"record since {vouched}: {{}}", where)
            return Unknown(phrase(f"the ground truth is vouched for up to {vouched}: {{}}", where), since)
        return Unknown(phrase("the ground truth has no {}", where), phrase("record: {}", where))
    shared = records.sharing(truth, current, day)
    evidence = tuple(shared)
    if quantity.attribute == RecordAttribute.HOLDER:
        return Known(_holders(shared), evidence, all_hold=True)
    if quantity.attribute == RecordAttribute.MARK:
        return Known(current.mark, evidence, step=current.step)
    if quantity.qualifier.when == "once":
        holds = any(standing.row.athlete in quantity.subjects for standing in shared)
        return Known(label(YES), evidence) if holds else Unknown("who holds the record now may not be all who set it")
    if quantity.attribute == RecordAttribute.SET:
        race = result if quantity.setting.round is not None else None
        mine = any(records.set_there(standing, quantity.subjects[0], day, race) for standing in shared)
        return Known(label(YES if mine else NO), evidence)
    earlier = records.before(truth, level, setting, current)
    if earlier is None:
        return Unknown(
            phrase(f"the ground truth has no {{}} before {current.row.mark}", where), phrase("record before: {}", where)
        )
    before = records.sharing(truth, earlier, (earlier.until.low or day) - 1 if earlier.until else day)
    evidence += tuple(before)
    if quantity.attribute == RecordAttribute.PREVIOUS_HOLDER:
        return Known(_holders(before), evidence, all_hold=True)
    return Known(earlier.mark, evidence, step=earlier.step)


def _holders(shared: list[records.Standing]) -> Label:
    return Label(frozenset(standing.row.athlete for standing in shared))


def _best(
    quantity: _RecordQuantity, truth: Truth, level: str, setting: Setting, day: int, result: Result | None
) -> Known | Unknown:
    """A personal, season's or world's best: its mark, who has it, or whether it was set in the race of `result`."""
    athlete = None if level == "world lead" else quantity.subjects[0]
    best = lists.best(truth, athlete, setting, day)
    unsettled = best is None or not best.exact
    if level == "personal" and quantity.attribute == RecordAttribute.MARK and athlete and unsettled:
        held = records.held_by(truth, athlete, setting, day)
        if held is not None:  # nobody does better than the record that they hold
            return Known(held.mark, (held,), step=held.step)
    value: Value | None = None
    if best is not None and quantity.attribute == RecordAttribute.MARK:
        value = best.mark
    elif best is not None and quantity.attribute == RecordAttribute.HOLDER and best.exact:
        leaders = lists.ranking(truth, "athletes", setting, day).leaders
        value = Label(frozenset(leader.result.athlete for leader in leaders))
    elif best is not None and quantity.attribute == RecordAttribute.SET and result is not None:
        value = _was_best(best, lists.cost_of(truth, result))
    if best is None or value is None:
        where = phrase(f"{level} best: {{}}", setting)
        return Unknown(phrase("the ground truth does not tell the {}", where), where)
    step = best.step if quantity.attribute == RecordAttribute.MARK else 0
    return Known(value, (best.cost.result,) if best.cost else (), relied_on=best.relied_on, step=step)


def _was_best(best: lists.Best, mine: lists.Cost | None) -> Label | None:
    """Whether the mark of one race is the best: certainly not, where a better one is known."""
    if mine is None or best.cost is None:
        return None
    if best.cost.high < mine.low:
        return label(NO)
    return label(YES) if best.exact and mine.low == mine.high == best.cost.low else None


def worded(assertion: Assertion, known: Known, truth: Truth) -> Wording:
    """Another holder is no word to put in the place of "record", nor is that there was none."""
    words, quantity = in_figures(assertion, known, truth), assertion.quantity
    if quantity.attribute == RecordAttribute.HOLDER:
        return words._replace(instead="")
    if quantity.attribute != RecordAttribute.SET:
        return words
    level = quantity.qualifier.level
    record = _BESTS.get(level) or f"{level} record"
    article = "an" if record[0] in "aO" else "a"
    mine, none = f"{article} {record}", f"no {record} there"
    return Wording(mine, none if known.value == label(NO) else mine)


_BESTS = {"personal": "personal best", "season": "season's best", "world lead": "world lead",
          "area": "area record", "olympic": "Olympic record"}  # fmt: skip


def noun(quantity: _RecordQuantity) -> Noun:
    record = f"{quantity.qualifier.level} record"
    if quantity.attribute == RecordAttribute.MARK:
        return Noun(record)
    return Noun(f"{quantity.attribute.replace('_', ' ')}, {record}")


KIND = Kind(
    claim=RecordClaim,
    assertions=assertions,
    attributes={
        RecordAttribute.HOLDER: Attribute(known, shareable=True),
        RecordAttribute.MARK: Attribute(known),
        RecordAttribute.PREVIOUS_HOLDER: Attribute(known, shareable=True),
        RecordAttribute.PREVIOUS_MARK: Attribute(known),
        RecordAttribute.SET: Attribute(known, difference="it is not so"),
    },
    about=lambda claim: ("event", "sex"),
    severity="high",
    worded=worded,
    noun=noun,
    plants=Plants(scope=True, of_one=lambda claim: True),
)
