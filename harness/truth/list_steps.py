"""A ranked list as steps: each cost on it with the first day on which it stands and the day from which it no longer
does.

An athlete's best is a staircase over time: a mark stands from its day to the day on which the same athlete betters it,
or on which it is annulled. A rank as of a day is then a count of steps, and the list is built once for all days.
(Building it anew for every day took 29 % of a check of 100,000 claims.)
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from heapq import heappop, heappush, merge
from itertools import accumulate
from operator import attrgetter
from typing import NamedTuple, TypeAlias

from harness.truth.results import Result
from harness.values import Range

FOREVER = (1 << 31) - 1  # behind every day
_WORST = 1 << 62  # no cost is greater
Days: TypeAlias = Sequence[int]  # day ordinals

BLOCK = 64  # steps that are looked at one by one; of whole blocks, sorted days are kept


class Cost(NamedTuple):
    """The lowest and highest cost of a mark (different if sources disagree), and the result it comes from."""

    low: int
    high: int
    result: Result


class Step(NamedTuple):
    """A cost that stands on a list from the day `since` to the day before `until`."""

    low: int
    high: int
    since: int
    until: int
    cost: Cost


def for_certain(cost: Cost) -> tuple[int, int, str]:
    """The order of costs by the worst value of each."""
    return cost.high, cost.low, cost.result.id


def best_of(costs: Iterable[Cost]) -> Cost:
    """The best of one athlete's costs: the best ends there are, and the result that is certainly the best."""
    costs = list(costs)
    first = min(costs, key=for_certain)
    return Cost(min(cost.low for cost in costs), first.high, first.result)


def performance_steps(costs: Iterable[Cost]) -> list[Step]:
    """Every cost as a step of its own."""
    return [Step(cost.low, cost.high, since, until, cost) for cost in costs for since, until in _days_of(cost)]


def athlete_steps(costs: Iterable[Cost]) -> list[Step]:
    """The best of every athlete, step by step."""
    by_athlete: dict[str, list[Cost]] = defaultdict(list)
    for cost in costs:
        by_athlete[cost.result.athlete].append(cost)
    return [step for own in by_athlete.values() for step in _staircase(own)]


def _days_of(cost: Cost) -> list[tuple[int, int]]:
    """The day since which the result stands and that from which it does not; nothing where it never stands."""
    since, until = cost.result.date.high, cost.result.annulled
    since = None if since is None else max(since, cost.result.since or 0)
    if since is None or (until is not None and until <= since):
        return []
    return [(since, FOREVER if until is None else until)]


def _staircase(costs: Sequence[Cost]) -> Iterator[Step]:
    """One athlete's best from each day on which it changes to the next."""
    dated = [(since, until, cost) for cost in costs for since, until in _days_of(cost)]
    days = sorted({day for since, until, _ in dated for day in (since, until) if day != FOREVER})
    lasting = all(until == FOREVER for _, until, _ in dated)
    by_day: dict[int, list[Cost]] = defaultdict(list)
    for since, _, cost in dated:
        by_day[since].append(cost)
    best: Cost | None = None
    began = 0
    for day in days:
        if lasting:
            standing = [*by_day[day], *([] if best is None else [best])]
        else:
            standing = [cost for since, until, cost in dated if since <= day < until]
        now = best_of(standing) if standing else None
        if now != best:
            if best is not None:
                yield Step(best.low, best.high, began, day, best)
            best, began = now, day
    if best is not None:
        yield Step(best.low, best.high, began, FOREVER, best)


class StepCounter:
    """Counts in logarithmic time how many of the first so many steps, in one order of their costs, stand on a day.

    The count is of those that have begun and not ended. For blocks of steps, and for runs of 2, 4, 8 ... blocks, the
    days of both are kept sorted (a Fenwick tree whose nodes are sorted lists); the rest of the last block is examined
    singly.
    """

    def __init__(self, steps: Sequence[Step]) -> None:
        self.since: Days = array("i", [step.since for step in steps])
        self.until: Days = array("i", [step.until for step in steps])
        self._begun = _runs(self.since)
        self._ended = _runs(self.until)

    def standing(self, first: int, day: int) -> int:
        """How many of the `first` steps stand on the day."""
        blocks = first // BLOCK
        rest = slice(blocks * BLOCK, first)
        count = sum(since <= day < until for since, until in zip(self.since[rest], self.until[rest], strict=True))
        while blocks:
            count += bisect_right(self._begun[blocks], day) - bisect_right(self._ended[blocks], day)
            blocks &= blocks - 1
        return count

    def days(self) -> tuple[array[int], array[int], array[int], array[int]]:
        """Everything that it stores: the days since which and until which steps stand, and those of the runs, one after
        the other."""
        begun, ended = (array("i", [day for run in runs for day in run]) for runs in (self._begun, self._ended))
        return array("i", self.since), array("i", self.until), begun, ended

    @classmethod
    def of_days(cls, since: Days, until: Days, begun: Days, ended: Days) -> StepCounter:
        """The counter with these `days`."""
        counter = cls.__new__(cls)
        counter.since, counter.until = since, until
        ends = list(accumulate(BLOCK * (number & -number) for number in range(len(since) // BLOCK + 1)))
        counter._begun, counter._ended = (
            [runs[end - BLOCK * (number & -number) : end] for number, end in enumerate(ends)] for runs in (begun, ended)
        )
        return counter


def _runs(days: Sequence[int]) -> list[Days]:
    """At every i, the sorted days of the blocks behind block i - (the largest power of 2 in i), up to block i."""
    runs: list[Days] = [[]]
    for number in range(1, len(days) // BLOCK + 1):
        parts = [sorted(days[(number - 1) * BLOCK : number * BLOCK])]
        below = number - 1
        while below > number - (number & -number):
            parts.append(list(runs[below]))
            below &= below - 1
        runs.append(list(merge(*parts)) if len(parts) > 1 else parts[0])
    return runs


class ListSteps:
    """One list on every day: counts of better costs, and the leaders."""

    def __init__(self, steps: Sequence[Step]) -> None:
        by_low, by_high = sorted(steps, key=attrgetter("low")), sorted(steps, key=attrgetter("high"))
        self.lows: Sequence[int] = array("q", [step.low for step in by_low])
        self.highs: Sequence[int] = array("q", [step.high for step in by_high])
        self.count_lows, self.count_highs = StepCounter(by_low), StepCounter(by_high)
        self.lead_changes: Sequence[int]
        self.leads: Sequence[list[Cost]]
        self.lead_changes, self.leads = _leads(steps)

    @classmethod
    def of_parts(
        cls,
        lows: Sequence[int],
        highs: Sequence[int],
        counters: tuple[StepCounter, StepCounter],
        lead_changes: Sequence[int],
        leads: Sequence[list[Cost]],
    ) -> ListSteps:
        """The list with these attributes, by lowest and by highest costs."""
        steps = cls.__new__(cls)
        steps.lows, steps.highs, (steps.count_lows, steps.count_highs) = lows, highs, counters
        steps.lead_changes, steps.leads = lead_changes, leads
        return steps

    def lows_below(self, cost: int, day: int) -> int:
        return self.count_lows.standing(bisect_left(self.lows, cost), day)

    def lows_up_to(self, cost: int, day: int) -> int:
        return self.count_lows.standing(bisect_right(self.lows, cost), day)

    def highs_below(self, cost: int, day: int) -> int:
        return self.count_highs.standing(bisect_left(self.highs, cost), day)

    def highs_up_to(self, cost: int, day: int) -> int:
        return self.count_highs.standing(bisect_right(self.highs, cost), day)

    def leaders(self, day: int) -> list[Cost]:
        """The costs that may be the best of the list on the day."""
        return self.leads[bisect_right(self.lead_changes, day)]


def _leads(steps: Sequence[Step]) -> tuple[list[int], list[list[Cost]]]:
    """The days on which the costs that may be the best change, and what they are before, between and behind them."""
    begins: dict[int, list[Step]] = defaultdict(list)
    ends: set[int] = set()
    for step in steps:
        begins[step.since].append(step)
        ends.add(step.until)
    changes: list[int] = []
    leads: list[list[Cost]] = [[]]
    by_high: list[tuple[int, int, Step]] = []
    by_low: list[tuple[int, int, Step]] = []
    first, changed_by = _WORST, FOREVER  # the best cost for certain; the day on which the first of the leaders ends
    number = 0
    for day in sorted(begins.keys() | ends):
        if day == FOREVER:
            break
        affected = day >= changed_by
        for step in begins[day]:
            number += 1
            heappush(by_high, (step.high, number, step))
            heappush(by_low, (step.low, number, step))
            affected = affected or step.low <= first
        if not affected:
            continue
        while by_high and by_high[0][2].until <= day:
            heappop(by_high)
        first = by_high[0][0] if by_high else _WORST
        leading = []
        while by_low and by_low[0][0] <= first:
            entry = heappop(by_low)
            if entry[2].until > day:
                leading.append(entry)
        for entry in leading:
            heappush(by_low, entry)
        changed_by = min((entry[2].until for entry in leading), default=FOREVER)
        changes.append(day)
        leads.append([entry[2].cost for entry in leading])
    return changes, leads


class Ranking(NamedTuple):
    """A list as of a day."""

    steps: ListSteps
    day: int

    @property
    def leaders(self) -> list[Cost]:
        """The costs that may be the best."""
        return self.steps.leaders(self.day)

    def place(self, cost: Cost, depth: int) -> Range:
        """One more than the number of strictly better costs, for a cost that is on the list; `depth` is where the list
        ends."""
        if cost.high > depth:
            return self.beyond(min(depth, cost.low - 1))
        certainly = self.steps.highs_below(cost.low, self.day)
        possibly = self.steps.lows_below(cost.high, self.day)
        return Range(1 + certainly, possibly if cost.low < cost.high else 1 + possibly)

    def shares(self, cost: Cost) -> bool:
        """Whether another cost on the list is exactly as good."""
        equals = self.steps.lows_up_to(cost.low, self.day) - self.steps.lows_below(cost.low, self.day)
        return equals > 1 and cost.low == cost.high

    def beyond(self, depth: int) -> Range:
        """The rank of anybody who is not on the list down to `depth`: behind all who are."""
        return Range(1 + self.steps.highs_up_to(depth, self.day), None)
