"""Ranked lists, all-time or of a season, as of a day: who or what was better, and how far down a list is complete.

Costs give "faster" and "farther" one order: a cost is the mark if lower is better, and the negated mark if higher is. A
list is a setting whose `indoor` is decided (`on_list`).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal, NamedTuple, TypeAlias

from msgspec.structs import replace

from harness.records.model import Setting
from harness.truth import completeness
from harness.truth.index import Truth
from harness.truth.list_steps import Cost as Cost
from harness.truth.list_steps import ListSteps, Ranking, athlete_steps, best_of, performance_steps
from harness.truth.remembered import remembered
from harness.truth.results import Result
from harness.values import Range, Value, hull

Of: TypeAlias = Literal["athletes", "performances"]

_FAR = 1 << 62  # beyond every mark


class Depth(NamedTuple):
    """How far down a list is complete, and the statement that says so."""

    cost: int
    statement: str


class KnownRank(NamedTuple):
    """A rank as far as it is known, and the statement that makes the list complete."""

    value: Range
    statement: str


class Best(NamedTuple):
    """A best mark as far as it is known: `exact`, or a bound; its cost and result, and the statement it rests on."""

    mark: Range
    cost: Cost | None
    exact: bool = False
    relied_on: tuple[str, ...] = ()

    @property
    def step(self) -> int:
        """One unit of the last digit of the mark, if it is that of one result."""
        return self.cost.result.step if self.cost is not None and self.exact else 0


def on_list(truth: Truth, setting: Setting, outdoors: bool = False) -> Setting:
    """The setting of a list: indoors if the words say so; otherwise, unless they say `outdoors`, both (None) if the
    event has one list for both, as the pole vault has since 2000; otherwise outdoors."""
    # IAAF rule 260.18a, as amended in 2000, lets a world record be set "with or without roof": one list since then for
    # the pole vault, while other events keep indoor lists apart.
    if setting.indoor:
        return setting
    return replace(setting, indoor=None if not outdoors and completeness.one_list(truth, setting) else False)


def on_open_list(truth: Truth, setting: Setting) -> Setting:
    """The list of bests on which a part of a combined event counts: that of the open event."""
    event = truth.events.get(setting.event or "")
    return setting if event is None or event.same_as is None else replace(setting, event=event.same_as)


def costs(truth: Truth, athlete: str | None, setting: Setting, as_of: int) -> Iterator[Cost]:
    """The athlete's (None: everybody's) marks in the setting, including those taken during a longer race."""
    for result in truth.matching(setting, as_of, athlete, en_route=True):
        cost = cost_of(truth, result)
        if cost is not None:
            yield cost


def cost_of(truth: Truth, result: Result) -> Cost | None:
    """The cost of the result's mark; None if it has no mark, or one that does not count on lists, such as a time beside
    "DQ"."""
    if result.status != "finished" or result.electronic is None or result.assisted:
        return None
    return Cost(*ends(truth, result.event, result.electronic), result)


def ends(truth: Truth, event: str, mark: Range) -> tuple[int, int]:
    """The lowest and the highest cost of a mark that lies in the range."""
    low = -_FAR if mark.low is None else mark.low
    high = _FAR if mark.high is None else mark.high
    return (low, high) if truth.events[event].better == "lower" else (-high, -low)


def depth(truth: Truth, of: Of, setting: Setting, as_of: int) -> Depth | None:
    """The deepest statement that makes the list complete. Statements about athletes' bests cover whole lists, not a
    season's."""
    return _depth(truth, of, setting, as_of) if truth.completeness else None


@remembered(1024)
def _depth(truth: Truth, of: Of, setting: Setting, as_of: int) -> Depth | None:
    parts = (setting.competition, setting.edition, setting.level, setting.round, setting.start, setting.end)
    whole = of == "athletes" and all(part is None for part in parts)
    covers = ("athletes", "marks") if whole else ("marks",)
    depths = [statement for cover in covers if (statement := completeness.listed(truth, cover, setting, None, as_of))]
    sign = 1 if depths and truth.events[setting.event or ""].better == "lower" else -1
    return max((Depth(sign * down_to, statement.id) for statement, down_to in depths), default=None)


def ranking(truth: Truth, of: Of, setting: Setting, as_of: int) -> Ranking:
    """The list as of the day."""
    return Ranking(_steps(truth, of, setting), as_of)


@remembered(64)
def _steps(truth: Truth, of: Of, setting: Setting) -> ListSteps:
    """The list on every day; what everybody did in the setting, whenever it was."""
    return truth.list_steps(of, setting) or steps_of(truth, of, setting)


def steps_of(truth: Truth, of: Of, setting: Setting) -> ListSteps:
    """The list on every day, computed from the results."""
    costs = [cost for cost in (cost_of(truth, result) for result in truth.ever(setting)) if cost is not None]
    return ListSteps(athlete_steps(costs) if of == "athletes" else performance_steps(costs))


def rank(truth: Truth, of: Of, setting: Setting, as_of: int, costs: list[Cost]) -> KnownRank | None:
    """The rank of one of the costs (it is not known which): exact inside a complete list, a lower bound beyond its end
    (also for no costs: somebody who is not on the list is behind it); None without a complete list."""
    reach = depth(truth, of, setting, as_of)
    if reach is None:
        return None
    listed = ranking(truth, of, setting, as_of)
    value: Value = listed.beyond(reach.cost) if not costs else listed.place(costs[0], reach.cost)
    for cost in costs[1:]:
        value = hull(value, listed.place(cost, reach.cost))
    assert isinstance(value, Range)
    return KnownRank(value, reach.statement)


def best_cost(truth: Truth, athlete: str, setting: Setting, as_of: int) -> Cost | None:
    """The athlete's best in the setting among the known results."""
    listed = list(costs(truth, athlete, setting, as_of))
    return best_of(listed) if listed else None


def best(truth: Truth, athlete: str | None, setting: Setting, as_of: int) -> Best | None:
    """The best mark of the athlete (None: of anybody) in the setting: exact inside a complete list, otherwise a
    bound."""
    if setting.event not in truth.events:
        return None
    if athlete is None:
        leaders = ranking(truth, "athletes", setting, as_of).leaders
        cost = best_of(leaders) if leaders else None
    else:
        cost = best_cost(truth, athlete, setting, as_of)
    reach = depth(truth, "athletes", setting, as_of)
    if cost is not None and (statement := _licence(truth, athlete, setting, as_of, cost, reach)):
        mark = cost.result.mark if _is_own(truth, cost) else None  # a time by hand is printed as it was taken
        return Best(mark or _mark(truth, setting, cost.low, cost.high), cost, True, (statement,))
    if cost is None and reach is None:
        return None
    ends = [] if reach is None else [reach.cost + 1] if cost is None else [reach.cost + 1, cost.low]
    mark = _mark(truth, setting, min(ends, default=None), cost.high if cost is not None else None)
    return Best(mark, cost, False, (reach.statement,) if reach is not None else ())


def _licence(
    truth: Truth, athlete: str | None, setting: Setting, as_of: int, cost: Cost, reach: Depth | None
) -> str | None:
    """The statement by which nothing better is missing: a list that reaches so far, one of the athlete's best, or all
    of the athlete's races, each with its mark."""
    if reach is not None and cost.high <= reach.cost:
        return reach.statement
    if athlete is not None and (statement := _of_best(truth, athlete, setting, as_of)):
        return statement
    every = truth.matching(setting, as_of, athlete, en_route=True) if athlete is not None else []
    if any(result.mark is None and result.status == "finished" for result in every):
        return None
    return completeness.races(truth, athlete, setting, as_of) if athlete is not None else None


def _of_best(truth: Truth, athlete: str, setting: Setting, as_of: int) -> str | None:
    """The statement by which the athlete's best on the day, of a career or of one season, is among the results."""
    plain = Setting(setting.event, setting.sex, indoor=setting.indoor, start=setting.start, end=setting.end)
    season = None if setting.start is None else date.fromordinal(setting.start).year
    year = (None, None) if season is None else (date(season, 1, 1).toordinal(), date(season, 12, 31).toordinal())
    if plain != setting or (setting.start, setting.end) != year:
        return None
    for statement in completeness.on_day(truth, "bests", as_of):
        same = athlete in statement.athletes and setting.event in statement.events and statement.season == season
        if same and (statement.indoor_too or (setting.indoor is not None and setting.indoor == statement.indoor)):
            return statement.id
    return None


def _mark(truth: Truth, setting: Setting, low: int | None, high: int | None) -> Range:
    if truth.events[setting.event or ""].better == "lower":
        return Range(low, high)
    return Range(None if high is None else -high, None if low is None else -low)


def _is_own(truth: Truth, cost: Cost) -> bool:
    """Whether the cost is its result's alone: nothing else may be better."""
    own = cost_of(truth, cost.result)
    return own is not None and (own.low, own.high) == (cost.low, cost.high)
