"""What a wrong claim may say instead: the rivals, the other races and the earlier ranks that the ground truth has."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from harness.checking.verdict import Verifier
from harness.claim import Resolved
from harness.corpus.errors import Elsewhere
from harness.model import AnyQuantity, Known
from harness.truth.index import Truth
from harness.truth.races import field, result_of
from harness.truth.results import Result
from harness.values import Range, clear

MOST = 3  # of each: the nearest rivals, the latest races
_BACK = (365, 730)  # days after which a rank has gone stale


def elsewhere(resolved: Resolved[Any], verifier: Verifier) -> Elsewhere:
    """What else may be said of the claim's subject: nothing where it is not one athlete in one known race."""
    truth, who = verifier.truth, resolved.who("athlete")
    stale = tuple(_stale_ranks(resolved, verifier))
    if len(who) != 1 or "scope" not in resolved.settings or resolved.setting.edition is None:
        return Elsewhere(stale_ranks=stale)
    result = result_of(truth, who[0], resolved.setting, resolved.as_of)
    if not isinstance(result, Result):
        return Elsewhere(stale_ranks=stale)
    others = [one for one in field(truth, result, resolved.as_of) if one.athlete != result.athlete]
    rivals = [one for one in others if one.mark != result.mark and _apart(one.place, result.place)]
    rivals.sort(key=lambda one: (abs(_rank(one) - _rank(result)), one.id))
    return Elsewhere(
        rivals=tuple(truth.name(one.athlete) for one in rivals[:MOST]),
        neighbours=tuple(truth.name(one.athlete) for one in rivals if abs(_rank(one) - _rank(result)) == 1),
        races=tuple(_other_races(truth, result, resolved.as_of)),
        stale_ranks=stale,
    )


def _other_races(truth: Truth, result: Result, as_of: int) -> list[tuple[str, int]]:
    """Competition and year of his latest other finals over the distance, all with another mark and another place."""
    found = []
    for other in reversed(truth.by_athlete[result.athlete]):
        same_sort = other.event == result.event and other.round == "final" and other.exists(as_of)
        if same_sort and other.edition not in (None, result.edition) and _differs(other, result):
            edition = truth.editions[other.edition or ""]
            found.append((truth.competitions[edition.competition].name, int(edition.start[:4])))
    return found[:MOST]


def _differs(one: Result, other: Result) -> bool:
    marks_known = one.mark is not None and other.mark is not None and clear(one.mark, other.mark)
    return marks_known and _apart(one.place, other.place)


def _apart(one: Range | None, other: Range | None) -> bool:
    return one is not None and other is not None and clear(one, other)


def _rank(result: Result) -> int:
    return (result.place.low if result.place else None) or 0


def _stale_ranks(resolved: Resolved[Any], verifier: Verifier) -> list[int]:
    """What the claimed rank was a year and two years before, where that was another one."""
    if resolved.claim.__struct_config__.tag != "rank":
        return []
    assertions = verifier.kinds["rank"].assertions(resolved)
    ranked = [one for one in assertions if one.quantity.attribute == "rank"] if isinstance(assertions, tuple) else []
    found: dict[int, None] = {}
    for assertion in ranked[:1]:
        now = _exact(verifier, assertion.quantity, assertion.as_of)
        for days in _BACK:
            before = _exact(verifier, assertion.quantity, assertion.as_of - days)
            if now is not None and before not in (None, now):
                found[before or 0] = None
    return list(found)


def _exact(verifier: Verifier, quantity: AnyQuantity, day: int) -> int | None:
    known = verifier.known(replace(quantity), day)
    if not isinstance(known, Known) or not isinstance(known.value, Range) or known.value.low != known.value.high:
        return None
    return known.value.low
