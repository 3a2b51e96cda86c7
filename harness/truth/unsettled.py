"""Results of which something is not known that decides whether they lie in a setting: a look-up passes over them."""

from __future__ import annotations

from collections.abc import Iterable

from harness.records.model import Setting
from harness.truth.groups import takes_in
from harness.truth.index import Truth
from harness.truth.remembered import remembered
from harness.truth.results import Result


def passed_over(truth: Truth, results: Iterable[Result], setting: Setting, start: int | None, end: int) -> bool:
    """Whether one of the results may lie in the setting, and is not looked at because that is not known for certain.

    Its day may be on either side of an end of the window, its round, its nation or its place not be known.
    """
    return any(
        takes_in(truth.events, setting, result.event) is not False
        and not result.en_route
        and (result.date.low or 0) <= end
        and (start is None or result.date.high is None or start <= result.date.high)
        and (_is_unsettled(result, setting, start, end) or takes_in(truth.events, setting, result.event) is None)
        for result in results
    )


@remembered(1024)
def open_at(truth: Truth, competition: str) -> list[Result]:
    """The competition's results of which anything is open that may decide whether they lie in a setting."""
    return [result for result in truth.by_competition.get(competition, ()) if _is_open(result)]


def _is_open(result: Result) -> bool:
    day = result.date
    return (
        day.low is None or day.low != day.high or result.round == "" or result.nation is None or not _is_placed(result)
    )


def _is_placed(result: Result) -> bool:
    return result.place is not None and result.place.low == result.place.high


def _is_unsettled(result: Result, setting: Setting, start: int | None, end: int) -> bool:
    low, high = result.date.low or 0, result.date.high
    return (
        high is None
        or high > end
        or (start is not None and low < start)
        or (setting.round is not None and result.round == "")
        or ((setting.nation is not None or setting.area is not None) and result.nation is None)
        or ((setting.place is not None or setting.medal is not None) and not _is_placed(result))
    )
