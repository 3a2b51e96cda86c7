"""What was done so many times at once: by several in one race, or by one person at one holding or on one day.

And what everybody did as a person: what a team did is what each of those did who ran for it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any, Literal, NamedTuple, TypeAlias

from msgspec.structs import replace

from harness.truth.index import Truth
from harness.truth.races import race_of
from harness.truth.remembered import remembered
from harness.truth.results import Result
from harness.truth.teams import is_line_up_known, is_team
from harness.values import Range, partial_date

Within: TypeAlias = Literal["race", "holding", "day"]


class Outcomes(NamedTuple):
    """The results that achieve something; those of which it is not settled; and those with no figure."""

    certain: list[Result]
    possible: list[Result]
    blank: list[Result]


def at_once(truth: Truth, outcomes: Outcomes, number: int, within: Within) -> Outcomes:
    """Only where so many of the results came together: each such occasion once, as a result of it."""
    if within == "race":
        return _in_one_race(outcomes, number)
    key: Callable[[Result], Any] = _person_at_holding if within == "holding" else _person_on_day
    certain, perhaps = _grouped(outcomes.certain, key), _grouped(_all(outcomes), key)
    did = [_nth(truth, results, perhaps[one], number) for one, results in certain.items() if len(results) >= number]
    may = [
        _any_of(truth, results)
        for one, results in perhaps.items()
        if len(results) >= number > len(certain.get(one, ()))
    ]
    if within == "day":
        may += _on_a_day_not_known(truth, outcomes, number)
    return Outcomes(sorted(did, key=lambda one: one.date.high or 0), may, [])


def occasion_of(result: Result, within: Within) -> Any:
    """The race, the holding or the day of the result: what is of one occasion came neither first nor last."""
    if within == "race":
        return race_of(result)
    return result.edition if within == "holding" else result.date


def _in_one_race(outcomes: Outcomes, number: int) -> Outcomes:
    """Two medals of a nation in one final: each stands for its race."""
    certain, perhaps = _grouped(outcomes.certain, race_of), _grouped(_all(outcomes), race_of)
    did = [results[0] for results in certain.values() if len(results) >= number]
    may = [results[0] for race, results in perhaps.items() if len(results) >= number > len(certain.get(race, ()))]
    return Outcomes(did, may, [])


def _all(outcomes: Outcomes) -> list[Result]:
    return [*outcomes.certain, *outcomes.possible, *outcomes.blank]


def _grouped(results: Iterable[Result], key: Callable[[Result], Any]) -> dict[Any, list[Result]]:
    grouped: dict[Any, list[Result]] = defaultdict(list)
    for result in results:
        if (group := key(result)) is not None:
            grouped[group].append(result)
    return grouped


def _person_at_holding(result: Result) -> Any:
    return None if result.edition is None else (result.athlete, result.edition)


def _person_on_day(result: Result) -> Any:
    return (result.athlete, result.date.low) if result.date.low == result.date.high else None


def _nth(truth: Truth, certain: list[Result], perhaps: list[Result], number: int) -> Result:
    """The result that made up the number, on the latest day that this may have been on; at the earliest with the
    holding's beginning, as another result of it may be missing."""
    last = sorted(certain, key=lambda result: result.date.high or 0)[number - 1]
    return replace(last, date=Range(_begun(truth, perhaps), last.date.high))


def _any_of(truth: Truth, results: list[Result]) -> Result:
    return replace(results[0], date=Range(_begun(truth, results), max(result.date.high or 0 for result in results)))


def _begun(truth: Truth, results: list[Result]) -> int:
    first = min(result.date.low or 0 for result in results)
    one_day = all(result.date.low == result.date.high == first for result in results)
    edition = truth.editions.get(results[0].edition or "")
    return first if one_day or edition is None else min(first, partial_date(edition.start).low or 0)


def _on_a_day_not_known(truth: Truth, outcomes: Outcomes, number: int) -> list[Result]:
    """Those of one holding that were so many on one day, perhaps: the day of one of them at least is not known."""
    return [
        _any_of(truth, results)
        for results in _grouped(_all(outcomes), _person_at_holding).values()
        if len(results) >= number and any(result.date.low != result.date.high for result in results)
    ]


def by_person(truth: Truth, outcomes: Outcomes) -> Outcomes:
    """The same results, a team's as those of all who are known to have run for it."""
    return Outcomes(*(_persons(truth, some) for some in outcomes))


def are_line_ups_known(truth: Truth, outcomes: Outcomes) -> bool:
    """Whether all who ran for the teams in these results are known."""
    return all(is_line_up_known(truth, result) for result in _all(outcomes) if is_team(truth, result.athlete))


def _persons(truth: Truth, results: list[Result]) -> list[Result]:
    members = _members(truth)
    persons: list[Result] = []
    for result in results:
        persons += members.get(result.id, []) if is_team(truth, result.athlete) else [result]
    return persons


@remembered(1)
def _members(truth: Truth) -> dict[str, list[Result]]:
    """The results of a team's members, by the id of the team's."""
    return _grouped(truth.of_members, lambda result: result.id.rpartition("/")[0])
