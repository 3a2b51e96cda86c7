"""Published totals: what a career, or an edition, had come to on a day, as somebody counted it who has all of it."""

from __future__ import annotations

from typing import NamedTuple

from msgspec.structs import astuple, replace

from harness.records.model import Evidence, Setting
from harness.truth.counted import Total
from harness.truth.held import days_of
from harness.truth.index import Truth
from harness.values import Range, hull, meet, partial_date, show


class TotalFact(NamedTuple):
    """A published total, as what a verdict rests on."""

    total: Total

    @property
    def id(self) -> str:
        total = self.total
        return "/".join(("total", total.athlete or (total.nation or total.edition or "").lower(), total.of, total.date))

    def evidence(self, truth: Truth) -> Evidence:
        total = self.total
        who = total.athlete or total.nation
        scope = setting_of(truth, total if who is not None else replace(total, edition=None, competition=None))
        words = [f"{truth.name(who or total.edition or '')}: {total.count} {total.of}"]
        words += [truth.show_setting(scope)] if scope != Setting() else []
        day = show(partial_date(total.date), "date")
        return Evidence(self.id, ", ".join(words), truth.cite(total.sources), day)


class Published(NamedTuple):
    """What published totals leave for a count on a day, and those that say so."""

    value: Range
    facts: tuple[TotalFact, ...]


def setting_of(truth: Truth, total: Total) -> Setting:
    """What a total is of, as a claim's scope would say it."""
    several = tuple(sorted(total.events))
    edition = truth.editions.get(total.edition or "")
    return Setting(
        event=several[0] if len(several) == 1 else None,
        events=several if len(several) > 1 else None,
        group=total.group,
        individual=total.individual,
        competition=edition.competition if edition is not None else total.competition,
        edition=total.edition,
        level=total.level,
        area=total.area,
        sex=total.sex,
    )


def published(truth: Truth, of: str, who: str | None, setting: Setting, as_of: int) -> Published | None:
    """What the totals of this scope leave for the day, of a wider one at most, of a narrower one at least; or None.

    A total holds for the day on which it was counted, of a holding that was over by then for ever. A career's is the
    least that came later, and the most that was before; unless results of theirs went or moved up in between.
    """
    if not truth.totals:
        return None
    sex = None if who in truth.athletes else setting.sex
    asked = replace(setting, sex=sex, nation=None if setting.nation == who else setting.nation)
    least: list[Total] = []
    most: list[Total] = []
    until = as_of if setting.end is None else min(as_of, setting.end)
    for total in truth.totals:
        if total.of != of or (total.athlete or total.nation) != who:
            continue
        of_total = setting_of(truth, total)
        day = partial_date(total.date)
        first, last = day.low or 0, day.high or 0
        if _moved(truth, who, min(until, last), max(as_of, first)):
            continue
        over = last <= as_of and of_total == asked and _is_over(truth, total.edition, day)
        least += [total] if last <= as_of and _takes_in(asked, of_total) else []
        most += [total] if _takes_in(of_total, asked) and (until <= first or over) else []
    low = max(least, key=lambda total: total.count, default=None)
    high = min(most, key=lambda total: total.count, default=None)
    ends = (0 if low is None else low.count, None if high is None else high.count)
    facts = tuple(dict.fromkeys(TotalFact(total) for total in (low, high) if total is not None))
    if not facts:
        return None
    return Published(Range(*ends) if ends[1] is None or ends[0] <= ends[1] else Range(ends[1], ends[0]), facts)


def both(counted: Range, total: Range) -> Range:
    """What results and published totals come to together; where they contradict each other, all that either says."""
    return meet(counted, total) or _all_of(counted, total)


def _all_of(counted: Range, total: Range) -> Range:
    whole = hull(counted, total)
    assert isinstance(whole, Range)
    return whole


def _takes_in(wider: Setting, narrower: Setting) -> bool:
    """Whether all that the one is about the other is about as well: it leaves open what it does not say alike."""
    fields = zip(astuple(wider), astuple(narrower), strict=True)
    return all(wide is None or wide == narrow for wide, narrow in fields)


def _is_over(truth: Truth, edition: str | None, day: Range) -> bool:
    if edition is None:
        return False
    return (days_of(truth.editions[edition]).high or 0) <= (day.low or 0)


def _moved(truth: Truth, who: str | None, after: int, until: int) -> bool:
    """Whether a result of theirs was struck out, or moved up, after the one day, up to the other."""
    own = truth.by_athlete.get(who or "", ())
    moved = ((result.annulled, result.since, result.was and result.was[1]) for result in own)
    days = [day for days_of_one in moved for day in days_of_one if day is not None]
    return any(after < day <= until for day in days)
