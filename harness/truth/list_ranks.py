"""The rank of an athlete or a performance on a list of marks: exact inside a complete list, otherwise a bound."""

from __future__ import annotations

from msgspec.structs import replace

from harness.records.model import Known, Setting, Unknown, phrase
from harness.truth import lists
from harness.truth.index import Truth
from harness.truth.races import one_race, result_of
from harness.values import Range, clear


def athlete_rank(truth: Truth, who: str, setting: Setting, as_of: int) -> Known | Unknown:
    """The rank of the athlete's best."""
    cost = lists.best_cost(truth, who, setting, as_of)
    return _listed(truth, "athletes", setting, as_of, [cost] if cost else [])


def best_mark(truth: Truth, who: str, setting: Setting, as_of: int) -> Known | Unknown:
    """The mark that gives the athlete their rank."""
    best = lists.best(truth, who, setting, as_of)
    if best is None:
        return Unknown(phrase("the ground truth has no mark of {}", who), phrase("best mark of {}", who))
    evidence = (best.cost.result,) if best.cost else ()
    return Known(best.mark, evidence, relied_on=best.relied_on, step=best.step)


def performance_rank(
    truth: Truth, who: str, setting: Setting, printed: Range | None, as_of: int, *, mark: bool = False
) -> Known | Unknown:
    """The rank of a performance: of the one in the named race, else of the one with the printed mark; with `mark`, its
    mark."""
    if not one_race(setting):
        costs = _with_mark(truth, who, setting, printed, as_of)
        if costs or _is_not_listed(truth, setting, printed, as_of):
            return _listed(truth, "performances", setting, as_of, costs)
        return Unknown(phrase("the ground truth has no such performance of {}", who))
    result = result_of(truth, who, setting, as_of)
    if isinstance(result, Unknown):
        return result
    cost = lists.cost_of(truth, result)
    if cost is None or result.mark is None:
        return Unknown(phrase("the ground truth has no mark of {}", result), phrase("mark of {}", result))
    if mark:
        return Known(result.mark, (result,), step=result.step)
    return _listed(truth, "performances", whole_list(setting), as_of, [cost])


def whole_list(setting: Setting) -> Setting:
    """The list on which the performance in one race is ranked: that of all races."""
    return replace(setting, competition=None, edition=None, round=None, start=None, end=None)


def _listed(truth: Truth, of: lists.Of, setting: Setting, as_of: int, costs: list[lists.Cost]) -> Known | Unknown:
    ranked = lists.rank(truth, of, setting, as_of, costs)
    if ranked is None:
        where = phrase(f"{of} in {{}}", setting)
        return Unknown(phrase("the ground truth has no complete list of {}", where), phrase("list: {}", where))
    evidence = tuple(cost.result for cost in costs)
    better = f"{(ranked.value.low or 1) - 1} better on the list of {of} in {{}}"
    arithmetic = phrase(better if costs else f"not on the list of {of} in {{}}: behind all who are", setting)
    return Known(ranked.value, evidence, arithmetic, (ranked.statement,))


def _with_mark(truth: Truth, who: str, setting: Setting, printed: Range | None, as_of: int) -> list[lists.Cost]:
    """The athlete's performances with the printed mark; where the list ends inside what it may mean, all of that."""
    if printed is None:
        return []
    every = lists.costs(truth, who, setting, as_of)
    fitting = [result for result in every if result.result.mark and not clear(result.result.mark, printed)]
    best, worst = lists.ends(truth, setting.event or "", printed) if fitting else (0, 0)
    reach = lists.depth(truth, "performances", setting, as_of)
    return [lists.Cost(best, worst, fitting[0].result)] if fitting and reach and worst > reach.cost else fitting


def _is_not_listed(truth: Truth, setting: Setting, printed: Range | None, as_of: int) -> bool:
    """Whether a performance that is not among the results is behind the list: it would be on it, or lies beyond it."""
    reach = lists.depth(truth, "performances", setting, as_of)
    if printed is None or reach is None:
        return False
    best, worst = lists.ends(truth, setting.event or "", printed)
    return worst <= reach.cost or best > reach.cost
