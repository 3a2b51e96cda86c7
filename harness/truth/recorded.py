"""What is known about stored records: holder, mark, who held it before, where it was set."""

from __future__ import annotations

from harness.records.model import Known, Setting, Unknown, phrase
from harness.truth import records
from harness.truth.index import Truth
from harness.truth.record_rows import Standing
from harness.truth.results import Result
from harness.values import Label, Range, exactly, label, show


def known_record(
    truth: Truth, asked: str, level: str, setting: Setting, day: int, athlete: str | None, result: Result | None
) -> Known | Unknown:
    """The record at the end of the day: its "holder", "mark", "previous_holder" or "previous_mark", or whether the
    athlete "set" it that day (a record or none), in the race of `result` if that is known."""
    current = standing_record(truth, level, setting, day)
    if isinstance(current, Unknown):
        return current
    shared = records.sharing(truth, current, day)
    evidence = tuple(shared)
    if asked == "holder":
        return Known(_holders(shared), evidence, all_hold=True)
    if asked == "mark":
        return Known(current.mark, evidence, step=current.step)
    if asked == "set":
        mine = any(records.set_there(standing, athlete or "", day, result) for standing in shared)
        return Known(label(records.SOME if mine else records.NONE), evidence)
    earlier = _replaced(truth, level, setting, shared, athlete)
    if isinstance(earlier, Unknown):
        return earlier
    before = records.sharing(truth, earlier, (earlier.until.low or day) - 1 if earlier.until else day)
    evidence += tuple(before)
    if asked == "previous_holder":
        return Known(_holders(before), evidence, all_hold=True)
    return Known(earlier.mark, evidence, step=earlier.step)


def known_set(
    truth: Truth, level: str, setting: Setting, athlete: str, mark: Range | None, day: int
) -> Known | Unknown:
    """Whether the athlete set such a record (with that mark) in the days of the setting."""
    own, is_so = records.set_in(truth, level, setting, athlete, mark, day)
    if is_so is None:
        where = phrase(f"{level} record of {{}}, {{}}", athlete, setting)
        return Unknown(phrase("the ground truth has no {}", where), where)
    return Known(label(records.SOME if is_so else records.NONE), tuple(own))


def once_set(truth: Truth, level: str, setting: Setting, day: int, athlete: str) -> Known | Unknown:
    """Whether the athlete ever set the record; its holder has."""
    current = standing_record(truth, level, setting, day)
    if isinstance(current, Unknown):
        return current
    shared = records.sharing(truth, current, day)
    if any(standing.row.athlete == athlete for standing in shared):
        return Known(label(records.SOME), tuple(shared))
    return Unknown("who holds the record now may not be all who set it")


def standing_record(truth: Truth, level: str, setting: Setting, day: int) -> Standing | Unknown:
    """The record that stands at the end of the day, or why none is known."""
    current = records.standing_or_wider(truth, level, setting, day)
    if current is not None:
        return current
    where = phrase(f"{level} record, {{}}", setting)
    last = records.horizon(truth, level, setting, day)
    if last is None:
        return Unknown(phrase("the ground truth has no {}", where), phrase("record: {}", where))
    vouched = show(exactly(last.vouched or day), "date")
    since = phrase(f"record since {vouched}: {{}}", where)
    return Unknown(phrase(f"the ground truth is vouched for up to {vouched}: {{}}", where), since)


def record_before(truth: Truth, level: str, setting: Setting, current: Standing) -> Standing | Unknown:
    """The record that the current one replaced, or why it is not known."""
    earlier = records.before(truth, level, setting, current)
    if earlier is not None:
        return earlier
    where = phrase(f"{level} record, {{}}", setting)
    none = phrase(f"the ground truth has no {{}} before {current.row.mark}", where)
    return Unknown(none, phrase("record before: {}", where))


def _replaced(
    truth: Truth, level: str, setting: Setting, shared: list[Standing], athlete: str | None
) -> Standing | Unknown:
    """The record that those of `shared` replaced, or that of the athlete among them. Whoever equalled a record that
    stood took it from nobody, so that it is open whose was the one before, where not all took theirs from the same."""
    own = [standing for standing in shared if standing.row.athlete == athlete] or shared
    each = [record_before(truth, level, setting, standing) for standing in own]
    earlier = next((known for known in each if not isinstance(known, Unknown)), each[-1])
    if not isinstance(earlier, Unknown) and any(known is not earlier for known in each):
        where = phrase(f"{level} record, {{}}", setting)
        return Unknown(phrase("not all who share the {} took it from the same holder", where))
    return earlier


def _holders(shared: list[Standing]) -> Label:
    return Label(frozenset(standing.row.athlete for standing in shared))
