"""What is known about personal bests, season's bests and world leads: the mark, whose it is, where it was set."""

from __future__ import annotations

from harness.records.model import Known, Setting, Unknown, phrase
from harness.truth import lists, records
from harness.truth.index import Truth
from harness.truth.results import Result
from harness.values import Label, Value, label


def known_best(
    truth: Truth, asked: str, level: str, athlete: str | None, setting: Setting, day: int, result: Result | None
) -> Known | Unknown:
    """A best on the day: its "mark", its "holder", or whether it was "set" (a record or none) in the race of `result`.

    Without `athlete` it is the best of everybody.
    """
    best = lists.best(truth, athlete, setting, day)
    if level == "personal" and asked == "mark" and athlete and (best is None or not best.exact):
        held = records.held_by(truth, athlete, setting, day)
        if held is not None:  # nobody does better than the record that they hold
            return Known(held.mark, (held,), step=held.step)
    value: Value | None = None
    if best is not None and asked == "mark":
        value = best.mark
    elif best is not None and asked == "holder" and best.exact:
        leaders = lists.ranking(truth, "athletes", setting, day).leaders
        value = Label(frozenset(leader.result.athlete for leader in leaders))
    elif best is not None and asked == "set" and result is not None:
        value = _was_best(best, lists.cost_of(truth, result), listed=result.official)
    if best is None or value is None:
        where = phrase(f"{level} best: {{}}", setting)
        return Unknown(phrase("the ground truth does not say the {}", where), where)
    step = best.step if asked == "mark" else 0
    return Known(value, (best.cost.result,) if best.cost else (), relied_on=best.relied_on, step=step)


def _was_best(best: lists.Best, mine: lists.Cost | None, *, listed: bool) -> Label | None:
    """Whether the mark of one race is the best: certainly not, where a better one is known. A mark that no list takes
    is none, and whether one that equals the best of the list was one is a matter of words."""
    if mine is None or best.cost is None:
        return None
    if best.cost.high < mine.low:
        return label(records.NONE)
    return label(records.SOME) if listed and best.exact and mine.low == mine.high == best.cost.low else None
