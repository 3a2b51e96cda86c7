"""Records that are not ratified yet, beside the ones that they are to replace."""

from __future__ import annotations

from msgspec.structs import replace

from harness.records.model import Known, Setting, Unknown, phrase
from harness.truth import records
from harness.truth.index import Truth
from harness.truth.recorded import known_record, standing_record
from harness.truth.reigns import known_reign
from harness.truth.results import Result
from harness.values import Range, exactly, label, plus

TIMES = ("stood", "since")


def known_of_record(
    truth: Truth,
    asked: str,
    when: str,
    level: str,
    setting: Setting,
    day: int,
    athlete: str | None,
    mark: Range | None,
    result: Result | None,
) -> Known | Unknown:
    """What is known of the record that stood on the day: whose it was, its mark, its time.

    "The world record" of a day on which it was not ratified may as well mean the one that it was to replace.
    """

    def on(day: int) -> Known | Unknown:
        if asked in TIMES:
            return known_reign(truth, asked, when, level, setting, day, athlete, mark)
        return known_record(truth, asked, level, setting, day, athlete, result)

    current = on(day)
    ratified = ratified_on(truth, level, setting, day) if when == "stands" else day
    if isinstance(current, Unknown) or ratified == day:
        return current
    before = on(ratified)
    if isinstance(before, Unknown):
        return replace(current, perhaps_more=True)
    instead = before.value
    if asked == "stood" and isinstance(instead, Range):
        instead = plus(instead, exactly(day - ratified))
    return replace(current, or_perhaps=(instead,))


def ratified_on(truth: Truth, level: str, setting: Setting, day: int) -> int:
    """The last day, up to this one, on which the record of this day that is ratified stood alone.

    As long as a record is not ratified, the words may as well mean the one that it is to replace.
    """
    current = standing_record(truth, level, setting, day)
    while not isinstance(current, Unknown) and records.ratified_by(current, day) is False:
        day = (current.date.low or 1) - 1
        current = standing_record(truth, level, setting, day)
    return day


def known_ratification(
    truth: Truth, level: str, setting: Setting, day: int, as_of: int, athlete: str | None
) -> Known | Unknown:
    """Whether the record that stood on the day was ratified by the day `as_of`: that of the athlete, if one is given.

    Of those who share it, each has theirs ratified on a day of its own; what is a record of the world and of an area is
    ratified by each of them. Of somebody else the words may mean the ratified one, which stands beside the one that is
    to replace it.
    """
    current = standing_record(truth, level, setting, day)
    if isinstance(current, Unknown):
        return current
    shared = records.sharing(truth, current, day)
    own = [record for record in shared if record.row.athlete == athlete]
    ratified = {records.ratified_by(one, as_of) if one.row.level == level else None for one in own or shared}
    if ratified == {True}:
        return Known(label(records.RATIFIED), tuple(own or shared))
    if ratified == {False}:
        return Known(label(records.UNRATIFIED), tuple(own or shared), perhaps_more=not own)
    where = phrase(f"{level} record, {{}}", setting)
    return Unknown(phrase("the ground truth does not say whether it was ratified: {}", where), where)
