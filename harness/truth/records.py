"""Records as of a day: which row stood, and which one it replaced."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from msgspec.structs import replace

from harness.records.model import Fact, Setting
from harness.truth.groups import takes_in
from harness.truth.index import Truth
from harness.truth.lists import ends
from harness.truth.record_rows import Standing, area_of, beside, concerns, every_record, kept_apart, list_of
from harness.truth.results import Result
from harness.values import Range, clear, meet, partial_date

SOME, NONE = "a record", "no record"
RATIFIED, UNRATIFIED = "ratified", "not ratified"
LEVELS = ("world", "area", "national")
WIDER = {"national": "area", "area": "world"}  # a record on the wider list is one on each narrower list of its holder


def whose(setting: Setting, level: str, day: int) -> Setting:
    """The parts of a scope that tell one list of records or bests from another; the season is that of the day if none
    is given."""
    start, end = (setting.start, setting.end) if level in ("season", "world lead") else (None, None)
    if level in ("season", "world lead") and start is None:
        year = date.fromordinal(day).year
        start, end = date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
    return Setting(
        event=setting.event,
        sex=setting.sex,
        competition=setting.competition if level in ("championship", "meeting") else None,
        nation=setting.nation if level == "national" else None,
        area=setting.area if level == "area" else None,
        indoor=setting.indoor,
        start=start,
        end=end,
        women_only=setting.women_only,
    )


def standing(truth: Truth, level: str, setting: Setting, day: int) -> Standing | None:
    """The record of the setting's event and list (nation, area or competition) at the end of the day."""
    lists_ = (list_of(truth, level, setting, indoor) for indoor in _surfaces(setting))
    latest = (
        next((record for record in list_ if record.stands(day) and concerns(truth, record.row, level, setting)), None)
        for list_ in lists_
    )
    return min(filter(None, latest), key=lambda record: ends(truth, record.row.event, record.mark), default=None)


def _surfaces(setting: Setting) -> tuple[bool, ...]:
    """Indoors, outdoors, or both: None stands for an event with one list for both (`lists.on_list`)."""
    return (False, True) if setting.indoor is None else (setting.indoor,)


def horizon(truth: Truth, level: str, setting: Setting, day: int) -> Standing | None:
    """The record of the list that stood on the last day, before this one, for which it was vouched for."""
    for row in list_of(truth, level, setting, bool(setting.indoor)):
        if row.is_past_horizon(day) and concerns(truth, row.row, level, setting):
            return row
    return None


def standing_or_wider(truth: Truth, level: str, setting: Setting, day: int) -> Standing | None:
    """The record, or the one on a wider list if an athlete of the narrower list holds that."""
    record, list_ = standing(truth, level, setting, day), level
    while record is None and list_ in WIDER:
        list_ = WIDER[list_]
        area = area_of(truth, setting.nation) if level == "national" else setting.area
        wider = standing(truth, list_, replace(setting, nation=None, area=area), day)
        if wider is not None and _belongs(truth, wider, level, setting):
            record = wider
    return record


def held_by(truth: Truth, athlete: str, setting: Setting, day: int) -> Standing | None:
    """A world, area or national record of the setting's event that the athlete holds at the end of the day: a mark that
    they never bettered. They may have done so for another nation, so for athletes with two nations only the world
    record counts."""
    always = len(truth.athletes[athlete].nations) == 1
    nation = truth.nation_of(athlete, day) if always else None
    whole = Setting(setting.event, setting.sex, nation=nation, area=area_of(truth, nation), indoor=setting.indoor)
    records = (standing(truth, level, whole, day) for level in (LEVELS if always else LEVELS[:1]))
    return next((record for record in records if record is not None and record.row.athlete == athlete), None)


def set_there(record: Standing, athlete: str, day: int, result: Result | None) -> bool:
    """Whether the athlete set the record on the day; not in the named round, if the mark was another there."""
    elsewhere = result is not None and result.mark is not None and clear(result.mark, record.mark)
    return record.row.athlete == athlete and record.date == Range(day, day) and not elsewhere


def set_in(
    truth: Truth, level: str, setting: Setting, athlete: str, mark: Range | None, day: int
) -> tuple[list[Standing], bool | None]:
    """The athlete's records (with that mark), and whether one was set in the setting's period; None if that is open."""
    own, days = of_athlete(truth, level, setting, athlete, mark, day), Range(setting.start, setting.end)
    if any(meet(record.date, days) == record.date for record in own):
        return own, True
    return own, False if mark is not None and own and all(clear(record.date, days) for record in own) else None


def of_athlete(
    truth: Truth, level: str, setting: Setting, athlete: str, mark: Range | None, day: int
) -> list[Standing]:
    """Every record of the list (with that mark) that the athlete had set by the day."""
    list_ = own_list(truth, level, setting, athlete, day)
    return [
        record
        for record in list_of(truth, level, setting, bool(setting.indoor))
        if record.row.athlete == athlete
        and (record.date.high or 0) <= day
        and (mark is None or not clear(record.mark, mark))
        and concerns(truth, record.row, level, list_)
    ]


def on_any_list(truth: Truth, athlete: str, level: str, setting: Setting) -> list[Standing]:
    """Every record of the level that the athlete ever set, in the setting's event or in any; of any area or nation, if
    the words name none."""
    named = setting.nation is not None or setting.area is not None or level not in ("national", "area")
    return [
        record
        for record in every_record(truth)
        if record.row.athlete == athlete
        and (setting.women_only is None or record.row.women_only in (None, setting.women_only))
        and record.row.level in (level, "olympic" if level in ("championship", "meeting") else level)
        and takes_in(truth.events, setting, record.row.event) is not False
        and setting.sex in (None, record.row.sex)
        and setting.indoor in (None, record.row.indoor)
        and (not named or concerns(truth, record.row, level, setting))
    ]


def own_list(truth: Truth, level: str, setting: Setting, athlete: str, day: int) -> Setting:
    """Of an area's or a nation's records those of the athlete's own, where the words name none."""
    if setting.nation is not None or setting.area is not None:
        return setting
    nation = truth.nation_of(athlete, day)
    area = area_of(truth, nation) if level == "area" else None
    return replace(setting, nation=nation if level == "national" else None, area=area)


def ratified_by(standing_record: Standing, day: int) -> bool | None:
    """Whether the record was ratified by the end of the day; None if the ground truth does not say."""
    ratified, pending = standing_record.row.ratified, standing_record.row.unratified_until
    days = partial_date(ratified) if ratified is not None else None
    if days is not None and days.high is not None and days.high <= day:
        return True
    last = days.low - 1 if days is not None and days.low is not None else None
    if last is None and pending is not None:
        last = partial_date(pending).low
    return False if last is not None and day <= last else None


def before(truth: Truth, level: str, setting: Setting, current: Standing) -> Standing | None:
    """The record that the current one replaced on its day."""
    for record in (record for indoor in _surfaces(setting) for record in list_of(truth, level, setting, indoor)):
        if record is not current and record.until == current.date and concerns(truth, record.row, level, setting):
            return record
    return None


def sharing(truth: Truth, standing_record: Standing, day: int) -> list[Standing]:
    """The record and those that stand beside it at the end of the day: equal marks are one record.

    An athlete who shares it holds it as long as anybody vouches for one of them.
    """
    row = standing_record.row
    equal = [record for record in beside(truth, row) if record.row.of == row.of and record.mark == standing_record.mark]
    return [record for record in equal if record.stands(day) or _began(record, day)]


def _began(record: Standing, day: int) -> bool:
    """Whether it was set by the day and never broken, so far as is known on any day."""
    return record.until is None and record.date.high is not None and record.date.high <= day


class Level(NamedTuple):
    """A mark to compare another one with: its range, the fact behind it, and the unit of its last digit."""

    mark: Range
    fact: Fact
    step: int


def level_before(truth: Truth, level: str, athlete: str, setting: Setting, day: int) -> Level | None:
    """The record of the list (of the athlete's own nation or area, if none is given) at the end of the day."""
    if level in ("national", "area") and setting.nation is None and setting.area is None:
        nation = truth.nation_of(athlete, day)
        setting = (
            replace(setting, nation=nation) if level == "national" else replace(setting, area=area_of(truth, nation))
        )
    record = standing_or_wider(truth, level, setting, day)
    return None if record is None else Level(record.mark, record, record.step)


def are_kept_apart(truth: Truth, level: str, setting: Setting, athlete: str | None, day: int) -> bool:
    """Whether by the day the list had records of women-only races beside those of mixed ones."""
    if not kept_apart(truth):
        return False
    own = setting if athlete is None else own_list(truth, level, setting, athlete, day)
    return any(
        row.event == setting.event and setting.sex in (None, row.sex) and concerns(truth, row, level, own)
        and (row.level == level or {row.level, level} <= {"olympic", "championship", "meeting"})
        and (partial_date(row.date).low or 0) <= day
        for some in kept_apart(truth).values() for row in some
    )  # fmt: skip


def _belongs(truth: Truth, record: Standing, level: str, setting: Setting) -> bool:
    """Whether the holder was of the narrower list's nation or area when the record was set."""
    nation = truth.nation_of(record.row.athlete, record.date.low or 0)
    if level == "national":
        return nation is not None and nation == setting.nation
    return nation is not None and area_of(truth, nation) == setting.area
