"""The records of a pack by list: whose they are, event, sex, indoors or out, of women-only or of mixed races."""

from __future__ import annotations

from typing import NamedTuple

from harness.records.model import Evidence, Setting
from harness.truth.horizons import vouched_day
from harness.truth.index import Truth
from harness.truth.pack import Record
from harness.truth.printed_marks import mark_and_step
from harness.truth.remembered import remembered
from harness.values import Range, partial_date, show


class Standing(NamedTuple):
    """A record with its days as ranges, since a date may be partial: set on `date`, broken on `until`, None if it still
    stands, as far as is known on the day `vouched`."""

    row: Record
    mark: Range
    date: Range
    until: Range | None
    step: int = 0
    vouched: int | None = None

    @property
    def id(self) -> str:
        return record_id(self.row)

    def evidence(self, truth: Truth) -> Evidence:
        """The record as evidence: whose it was, what, when, and the sources with their addresses."""
        row, day = self.row, show(self.date, "date")
        whose = truth.name(row.of) if row.of else ""
        races = {None: "", True: "of races for women only", False: "of mixed races"}[row.women_only]
        words = (whose, row.level, "record", "indoors" if row.indoor else "", races)
        what = " ".join(part for part in words if part)
        parts = (what, truth.name(row.event), row.mark, truth.name(row.athlete), day, row.note or "")
        return Evidence(self.id, ", ".join(part for part in parts if part), truth.cite(row.sources), day)

    def stands(self, day: int) -> bool:
        """Whether the record certainly stood at the end of the day."""
        begun = self.date.high is not None and self.date.high <= day
        if not begun or self.is_past_horizon(day):
            return False
        return self.until is None or (self.until.low is not None and day < self.until.low)

    def is_past_horizon(self, day: int) -> bool:
        """Whether nobody vouches for the record on the day any more, so that it may have been broken since."""
        return self.until is None and self.vouched is not None and day > self.vouched


def list_of(truth: Truth, level: str, setting: Setting, indoor: bool) -> list[Standing]:
    """The records of the level and event, the latest first; those of races for women only, or of mixed ones, only where
    the setting says so."""
    return _by_list(truth).get(_key(level, setting.event, setting.sex, indoor, setting.women_only), [])


def every_record(truth: Truth) -> list[Standing]:
    """Each record once, though it may be of two lists."""
    lists = _by_list(truth).items()
    return [record for (*_, women_only), some in lists for record in some if record.row.women_only == women_only]


def beside(truth: Truth, row: Record) -> list[Standing]:
    """The records of the row's level and event, of whatever nation, area or competition; this one too."""
    return _by_list(truth).get(_key(row.level, row.event, row.sex, row.indoor, row.women_only), [])


def history(truth: Truth, row: Record) -> list[Standing]:
    """Every record on the list of the row, including this one."""
    return [record for record in beside(truth, row) if (record.row.level, record.row.of) == (row.level, row.of)]


def record_id(row: Record) -> str:
    """The id of the record as evidence."""
    races = {None: "", True: "women-only", False: "mixed"}[row.women_only]
    parts = ("record", row.level, row.of or "", row.event, races, row.date)
    return "/".join(part for part in parts if part).replace(" ", "-").lower()


@remembered(1)
def _by_list(truth: Truth) -> dict[tuple[object, ...], list[Standing]]:
    """Every record, by what it is a record of; of its days, the latest comes first.

    On a list on which records of women-only and of mixed races are kept apart, a row of neither is of both: of the days
    before they were.
    """
    rows: dict[tuple[object, ...], list[Standing]] = {}
    for row in truth.records:
        mark, step = mark_and_step(row.mark, truth.events[row.event].measure)
        until = partial_date(row.until) if row.until else None
        standing = Standing(row, mark, partial_date(row.date), until, step, vouched_day(truth, row))
        both = row.women_only is None and (row.level, row.of, row.event, row.sex, row.indoor) in kept_apart(truth)
        for women_only in (None, True, False) if both else (row.women_only,):
            rows.setdefault(_key(row.level, row.event, row.sex, row.indoor, women_only), []).append(standing)
    for some in rows.values():
        some.sort(key=lambda standing: standing.date.high or 0, reverse=True)
    return rows


def _key(level: str, event: str | None, sex: str | None, indoor: bool, women_only: bool | None) -> tuple[object, ...]:
    return ("championship" if level in ("meeting", "olympic") else level, event, sex, indoor, women_only)


@remembered(1)
def kept_apart(truth: Truth) -> dict[tuple[object, ...], list[Record]]:
    """The records of races for women only and of mixed ones, by the list on which they are kept apart."""
    rows: dict[tuple[object, ...], list[Record]] = {}
    for row in truth.records:
        if row.women_only is not None:
            rows.setdefault((row.level, row.of, row.event, row.sex, row.indoor), []).append(row)
    return rows


def concerns(truth: Truth, row: Record, level: str, setting: Setting) -> bool:
    """Whether the row is of the list in question: the words "championship record" may well mean an Olympic one."""
    if level == "national":
        return setting.nation is not None and row.of == setting.nation
    if level == "area":
        return setting.area is not None and row.of == setting.area
    if level == "world":
        return True
    if row.level == "olympic":
        competition = truth.competitions.get(setting.competition or "")
        return level == "olympic" or (competition is not None and competition.level == "olympic")
    return setting.competition is not None and row.of == setting.competition


def area_of(truth: Truth, nation: str | None) -> str | None:
    return truth.nations[nation].area if nation in truth.nations else None
