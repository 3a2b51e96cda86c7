"""The consequences of new results: statements that could be extended, claims that are no longer true."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from harness.checking.load import ClaimFile
from harness.checking.run import Checker
from harness.truth.horizons import Lasting, lasting
from harness.truth.index import Truth
from harness.truth.pack import Completeness, Horizon, HorizonOf
from harness.truth.results import Result
from harness.values import partial_date

_REACH = ("races", "finals", "meetings", "marks", "athletes")  # what a statement has all of, up to a day


class Extendable(NamedTuple):
    """A statement behind whose end the pack now has results of its kind: the last day of them, and how many."""

    statement: str
    end: str
    last: str
    results: int


class BehindHorizon(NamedTuple):
    """What the pack vouches for up to a day that has passed: of what, the day, how many rows, and of which source."""

    of: HorizonOf
    until: str
    rows: int
    source: str | None


class Overtaken(NamedTuple):
    """A claim that was right on its own day, and is not on the day asked for."""

    article: str
    claim: str
    text: str
    known: str


def extendable(truth: Truth) -> Iterator[Extendable]:
    """The statements that new results could extend; none is by itself, since a list may go on without being whole."""
    for statement in truth.completeness:
        end = partial_date(statement.end).high or 0
        later = [result for result in _in_scope(truth, statement) if (result.date.low or 0) > end]
        if later:
            last = max(result.date.high or 0 for result in later)
            yield Extendable(statement.id, statement.end, date.fromordinal(last).isoformat(), len(later))


def behind_horizons(truth: Truth, today: int) -> Iterator[BehindHorizon]:
    """The horizons that lie before today: what stood on their day is open after it, until a source says more."""
    for horizon in truth.horizons:
        if (partial_date(horizon.until).high or 0) < today:
            rows = sum(_rests_on(row, horizon) for row in lasting(truth, horizon.of))
            yield BehindHorizon(horizon.of, horizon.until, rows, horizon.source)


def _rests_on(row: Lasting, horizon: Horizon) -> bool:
    """Whether the row may be of the horizon: no day of its own is given, and it cites the horizon's source."""
    return row.vouched_until is None and horizon.source in (None, *row.sources)


def _in_scope(truth: Truth, statement: Completeness) -> Iterable[Result]:
    if statement.covers not in _REACH:
        return ()
    pool: Sequence[Result] = [result for athlete in statement.athletes for result in truth.by_athlete.get(athlete, ())]
    if not statement.athletes:
        pool = [result for event in statement.events for result in truth.by_event.get(event, ())]
    return [
        result for result in pool
        if (not statement.events or result.event in statement.events)
        and statement.sex in (None, result.sex) and (statement.indoor_too or result.indoor == statement.indoor)
        and statement.competition in (None, result.competition)
    ]  # fmt: skip


def overtaken(files: Sequence[ClaimFile], truth: Truth, today: int) -> Iterator[Overtaken]:
    """The claims of the articles that hold on their own days and are refuted as of `today`."""
    own, now = Checker(truth), Checker(truth, as_of=today)
    for file in files:
        for before, after in zip(own.check_article(file), now.check_article(file), strict=True):
            if before.verdict == "supported" and after.verdict == "refuted":
                yield Overtaken(after.article, after.claim, after.text, after.found or after.message)
