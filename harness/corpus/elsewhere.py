"""What a wrong claim may say instead: rivals, other races and earlier ranks from the ground truth."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from harness.checking.verdict import Verifier
from harness.claims.claim import Resolved
from harness.corpus.planting import Elsewhere
from harness.records.model import AnyQuantity, Known, Measure
from harness.truth.index import Truth
from harness.truth.races import field, result_of
from harness.truth.results import Result
from harness.values import Range, clear, show

MOST = 3  # of each: the nearest rivals, the latest races
_BACK = (365, 730)  # days after which a rank has gone stale


def elsewhere(resolved: Resolved[Any], verifier: Verifier) -> Elsewhere:
    """The alternatives for the claim's subject: none if it is not one athlete in one known race."""
    truth, who = verifier.truth, resolved.who("athlete")
    stale = tuple(_stale_ranks(resolved, verifier))
    if "scope" not in resolved.settings or resolved.setting.edition is None:
        return Elsewhere(stale_ranks=stale)
    held = Elsewhere(
        stale_ranks=stale,
        venues=tuple(_other_venues(truth, resolved.setting.edition)),
        series=tuple(_other_series(truth, resolved.setting.edition)),
    )
    result = result_of(truth, who[0], resolved.setting, resolved.as_of) if len(who) == 1 else None
    if not isinstance(result, Result):
        return held
    others = [runner for runner in field(truth, result, resolved.as_of) if runner.athlete != result.athlete]
    rivals = [runner for runner in others if runner.mark != result.mark and _apart(runner.place, result.place)]
    rivals.sort(key=lambda runner: (abs(_rank(runner) - _rank(result)), runner.id))
    return replace(
        held,
        rivals=tuple(truth.name(rival.athlete) for rival in rivals[:MOST]),
        neighbours=tuple(truth.name(rival.athlete) for rival in rivals if abs(_rank(rival) - _rank(result)) == 1),
        races=tuple(_other_races(truth, result, resolved.as_of)),
        rival_marks=tuple(_shown(rival, resolved.measure) for rival in rivals[:MOST] if _has_exact_mark(rival)),
        rival_places=tuple(_rank(rival) for rival in rivals[:MOST] if _rank(rival)),
        earlier_marks=tuple(_earlier_marks(truth, result, resolved)),
        events=tuple(_other_events(truth, result, resolved.as_of)),
    )


def _other_venues(truth: Truth, edition: str) -> list[str]:
    """The cities of other holdings of the competition, the latest first."""
    own = truth.editions[edition]
    others = [
        edition_held
        for edition_held in truth.editions.values()
        if edition_held.competition == own.competition and edition_held.city != own.city
    ]
    others.sort(key=lambda edition_held: (edition_held.start, edition_held.id), reverse=True)
    return list(dict.fromkeys(edition_held.city for edition_held in others if edition_held.city))[:MOST]


def _other_series(truth: Truth, edition: str) -> list[str]:
    """The competitions that holdings are a part of beside their own, but for those of this one."""
    own = truth.editions[edition]
    every = {series for edition in truth.editions.values() for series in edition.series}
    return [truth.competitions[series].name for series in sorted(every - {own.competition, *own.series})][:MOST]


def _other_events(truth: Truth, result: Result, as_of: int) -> list[str]:
    """What else the athlete has run, jumped or thrown by then, by name."""
    events = [past.event for past in truth.by_athlete[result.athlete] if past.exists(as_of)]
    return [truth.events[event].name for event in dict.fromkeys(events) if event != result.event][:MOST]


def _earlier_marks(truth: Truth, result: Result, resolved: Resolved[Any]) -> list[str]:
    """At the edition before: the marks of the same athlete, and of whoever had the same place, if they are others."""
    if result.edition is None:
        return []
    own = truth.editions[result.edition]
    before = [
        edition
        for edition in truth.editions.values()
        if edition.competition == own.competition and edition.start < own.start
    ]
    if not before:
        return []
    last = max(before, key=lambda held: (held.start, held.id)).id
    marks = [
        earlier
        for earlier in truth.results
        if earlier.edition == last and earlier.event == result.event and earlier.sex == result.sex
        and earlier.round == result.round and earlier.exists(resolved.as_of)
        and (earlier.athlete == result.athlete or (_rank(earlier) and _rank(earlier) == _rank(result)))
    ]  # fmt: skip
    clear_ones = [
        mark for mark in marks if _has_exact_mark(mark) and result.mark and mark.mark and clear(mark.mark, result.mark)
    ]
    return list(dict.fromkeys(_shown(held, resolved.measure) for held in clear_ones))[:MOST]


def _has_exact_mark(result: Result) -> bool:
    return result.mark is not None and result.mark.low is not None and result.mark.low == result.mark.high


def _shown(result: Result, measure: Measure) -> str:
    assert result.mark is not None
    return show(result.mark, measure)


def _other_races(truth: Truth, result: Result, as_of: int) -> list[tuple[str, int]]:
    """Competition and year of the latest other finals over the distance, all with another mark and another place."""
    races = []
    for race in reversed(truth.by_athlete[result.athlete]):
        same_sort = race.event == result.event and race.round == "final" and race.exists(as_of)
        if same_sort and race.edition not in (None, result.edition) and _differs(race, result):
            edition = truth.editions[race.edition or ""]
            races.append((truth.competitions[edition.competition].name, int(edition.start[:4])))
    return races[:MOST]


def _differs(left: Result, right: Result) -> bool:
    marks_known = left.mark is not None and right.mark is not None and clear(left.mark, right.mark)
    return marks_known and _apart(left.place, right.place)


def _apart(left: Range | None, right: Range | None) -> bool:
    return left is not None and right is not None and clear(left, right)


def _rank(result: Result) -> int:
    return (result.place.low if result.place else None) or 0


def _stale_ranks(resolved: Resolved[Any], verifier: Verifier) -> list[int]:
    """What the claimed rank was a year and two years before, where that was another one."""
    if resolved.claim.__struct_config__.tag != "rank":
        return []
    assertions = verifier.kinds["rank"].assertions(resolved)
    ranked = (
        [assertion for assertion in assertions if assertion.quantity.attribute == "rank"]
        if isinstance(assertions, tuple)
        else []
    )
    ranks: dict[int, None] = {}
    for assertion in ranked[:1]:
        now = _exact(verifier, assertion.quantity, assertion.as_of)
        for days in _BACK:
            before = _exact(verifier, assertion.quantity, assertion.as_of - days)
            if now is not None and before not in (None, now):
                ranks[before or 0] = None
    return list(ranks)


def _exact(verifier: Verifier, quantity: AnyQuantity, day: int) -> int | None:
    known = verifier.known(replace(quantity), day)
    if not isinstance(known, Known) or not isinstance(known.value, Range) or known.value.low != known.value.high:
        return None
    return known.value.low
