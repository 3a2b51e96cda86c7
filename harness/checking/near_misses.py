"""Near misses: what a wrong figure may have been meant as. A hint, never a verdict.

The commonest published error is a right figure in the wrong place: that of another athlete in the same race, of the
same athlete in another race or year, or with two digits swapped. So a figure that is refuted, or that cannot be
decided, is looked up by its value among what was known on the claim's day.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from harness.checking.verdict import Weighed
from harness.records.model import Assertion, Known, Setting
from harness.truth.counted import MedalTable
from harness.truth.index import Truth
from harness.truth.medal_tables import row_of, stands
from harness.truth.races import field, one_race
from harness.truth.results import Result
from harness.values import Range, exactly, minus, partial_date

MOST = 3
MARKS = ("time", "distance", "height", "points")
COLOURS = ("gold", "silver", "bronze")


def near_misses(truth: Truth, weighed: Weighed) -> tuple[str, ...]:
    """At most MOST hints, the likeliest first; none if the claim is supported, or prints no single figure."""
    assertion, claimed = weighed.assertion, weighed.assertion.claimed
    if weighed.verdict == "supported" or assertion.exact is None or not isinstance(claimed, Range):
        return ()
    race = _race(truth, weighed)
    hints: Iterator[str] = iter(())
    if assertion.measure in MARKS:
        hints = _of_mark(truth, weighed, claimed, race)
    elif weighed.verdict == "refuted":  # where nothing is known, a place or a small count agrees with something always
        if assertion.measure == "ordinal" and assertion.quantity.qualifier is None:
            hints = _of_place(truth, assertion, claimed, race)
        elif assertion.measure == "gap":
            hints = _of_margin(truth, assertion, claimed, race)
        elif assertion.measure == "count":
            hints = _of_count(truth, assertion, claimed)
    return tuple(hint for hint, _ in zip(dict.fromkeys(hints), range(MOST), strict=False))


def _race(truth: Truth, weighed: Weighed) -> list[Result]:
    """All results of the race that the claim is about, as they stood; empty where it is not one race."""
    as_of, setting = weighed.assertion.as_of, weighed.assertion.quantity.setting
    if isinstance(weighed.known, Known):
        for fact in weighed.known.evidence:
            if isinstance(fact, Result):
                return field(truth, fact, as_of)
    if setting.event is None or not one_race(setting):
        return []
    final = replace(setting, round=setting.round or "final")
    return truth.matching(_of_anybody(final), as_of)


def _of_anybody(setting: Setting) -> Setting:
    return replace(setting, nation=None, area=None, place=None, medal=None)


def _of_mark(truth: Truth, weighed: Weighed, claimed: Range, race: list[Result]) -> Iterator[str]:
    assertion = weighed.assertion
    who, show = set(assertion.quantity.subjects), _shown(truth, assertion)
    for result in race:
        if result.athlete not in who and _is(result.mark, claimed):
            yield f"{show} is the mark of {truth.called(result)}"
    for result in _others_of(truth, who, race, assertion.as_of):
        if _is(result.mark, claimed):
            yield f"{show} is the mark of {truth.called(result)}"
    for result in (*race, *_others_of(truth, who, race, assertion.as_of)):
        for point, split in result.splits.items():
            if result.athlete in who and _is(split, claimed):
                yield f"{show} is the split at {point} of {truth.called(result)}"
    yield from _by_digits(truth, weighed)


def _by_digits(truth: Truth, weighed: Weighed) -> Iterator[str]:
    """What the official figure has in common with the printed one, digit by digit."""
    known, assertion = weighed.known, weighed.assertion
    if not isinstance(known, Known) or not isinstance(known.value, Range) or known.value.low != known.value.high:
        return
    official = truth.show(known.value, assertion.measure, known.step or 10)
    printed = _shown(truth, assertion)
    differing = [number for number, (ours, theirs) in enumerate(zip(printed, official, strict=False)) if ours != theirs]
    if len(printed) != len(official) or not differing:
        return
    first, last = differing[0], differing[-1]
    swapped = len(differing) == 2 and (printed[first], printed[last]) == (official[last], official[first])
    if swapped:
        yield f"{official} with two digits swapped"
    elif len(differing) == 1 and printed[first].isdigit() and official[first].isdigit():
        yield f"{official} with one digit changed"


def _of_place(truth: Truth, assertion: Assertion, claimed: Range, race: list[Result]) -> Iterator[str]:
    who, as_of, ordinal = set(assertion.quantity.subjects), assertion.as_of, _shown(truth, assertion)
    if len(who) == 1 and any(result.athlete in who for result in race):
        for result in race:
            if result.athlete not in who and _is(result.place_as_of(as_of), claimed):
                yield f"{ordinal} was {truth.called(result)}"
        for result in _others_of(truth, who, race, as_of):
            same_holding = result.edition is not None and result.edition == race[0].edition
            if same_holding and _is(result.place_as_of(as_of), claimed):
                yield f"{ordinal} is the place of {truth.called(result)}"


def _of_margin(truth: Truth, assertion: Assertion, claimed: Range, race: list[Result]) -> Iterator[str]:
    subjects = assertion.quantity.subjects
    own = [result for result in race if result.athlete in subjects and result.mark is not None]
    for result in own:
        for rival in race:
            if rival.athlete in subjects or rival.mark is None or result.mark is None:
                continue
            gap = minus(rival.mark, result.mark)
            if _is(gap, claimed) or _is(minus(result.mark, rival.mark), claimed):
                pair = f"{truth.name(result.athlete)} and {truth.name(rival.athlete)}"
                yield f"{_shown(truth, assertion)} lie between {pair} in that race"


def _of_count(truth: Truth, assertion: Assertion, claimed: Range) -> Iterator[str]:
    """Of a nation's medals: another column of the same table, or a column of another holding's."""
    setting = assertion.quantity.setting
    if len(assertion.quantity.subjects) != 1 or setting.edition is None or setting.event is not None:
        return
    [nation] = assertion.quantity.subjects
    series = truth.editions[setting.edition].competition
    tables = [table for table in truth.medal_tables if truth.editions[table.edition].competition == series]
    tables.sort(key=lambda table: -(partial_date(table.date).low or 0))
    tables.sort(key=lambda table: table.edition != setting.edition)
    for table in tables:
        if stands(truth, table, assertion.as_of):
            yield from _of_table(truth, table, nation, claimed)


def _of_table(truth: Truth, table: MedalTable, nation: str, claimed: Range) -> Iterator[str]:
    row = row_of(table, nation)
    if row is None:
        return
    numbers = {f"{colour} medals": getattr(row, colour) for colour in COLOURS}
    numbers["medals in all"] = sum(numbers.values())
    for what, number in numbers.items():
        if _is(exactly(number), claimed):
            yield f"{number} is the number of {what} of {truth.name(nation)} at {truth.name(table.edition)}"


def _others_of(truth: Truth, who: Iterable[str], race: list[Result], as_of: int) -> Iterator[Result]:
    """What the athletes did elsewhere, the latest first."""
    here = {result.id for result in race}
    for athlete in sorted(who):
        for result in reversed(truth.by_athlete.get(athlete, ())):
            if result.id not in here and result.exists(as_of):
                yield result


def _is(value: Range | None, claimed: Range) -> bool:
    """Whether a value that is known exactly lies in the claimed range."""
    if value is None or value.low is None or value.low != value.high:
        return False
    return (claimed.low is None or claimed.low <= value.low) and (claimed.high is None or value.low <= claimed.high)


def _shown(truth: Truth, assertion: Assertion) -> str:
    """The printed figure as the ground truth would show it."""
    assert assertion.exact is not None
    return truth.show(exactly(assertion.exact), assertion.measure, assertion.step or 10)
