"""The law of open worlds for what is counted and dated: with less ground truth, less is known, and never anything else.

Each result is taken away in turn, with the statements that covered its event; so is each statement alone.
"""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from tiny_pack import PACK

from harness.records.model import Unknown
from harness.truth.index import Truth
from harness.values import inside

EVENT = {"event": "1500m", "sex": "men"}
TOKYO = EVENT | {"competition": "Tokyo 2020"}
PARIS = EVENT | {"competition": "Paris 2024"}
GAMES = EVENT | {"competition": "Olympic Games"}
EUROS = EVENT | {"competition": "European Championships"}
SEASON = EVENT | {"season": 2024, "indoor": False}
GLOBAL = {"level": "global championship"}
EUGENE = {"event": "mile", "on": "25 May 2024"}
BRITONS = {"nation": "Britain"}

CLAIMS = [
    {"kind": "head_to_head", "athlete": "Clark", "opponent": "Berg", "wins": 2, "losses": 4, "meetings": 6,
     "scope": EVENT},
    {"kind": "head_to_head", "athlete": "Stone", "opponent": "Hill", "wins": 2, "scope": {}},
    {"kind": "count", "athlete": "Berg", "of": "races", "count": 3, "all": {"place": 1}, "scope": SEASON},
    {"kind": "count", "athlete": "Berg", "of": "wins", "count": 2, "all": {"beats": "Hill"}, "scope": SEASON},
    {"kind": "count", "athlete": "Berg", "of": "wins", "count": 0, "streak": True, "scope": SEASON},
    {"kind": "count", "athlete": "Clark", "of": "finals", "count": 4, "scope": GLOBAL},
    {"kind": "count", "athlete": "Clark", "of": "medals", "count": 3, "streak": True, "scope": GLOBAL},
    {"kind": "count", "athlete": "Stone", "of": "titles", "count": 2, "streak": True, "scope": GAMES},
    {"kind": "count", "nation": "Britain", "of": "medals", "count": 3, "scope": GAMES},
    {"kind": "count", "athlete": "Hill", "of": "races", "count": 3, "all": {"mark": "sub-3:40"}, "scope": SEASON},
    {"kind": "since", "athlete": "Clark", "feat": {"medal": "any"}, "since": "2016", "span": "five years",
     "last_holder": "Hill", "scope": TOKYO | BRITONS},
    {"kind": "since", "athlete": "Clark", "feat": {"medal": "any"}, "scope": TOKYO | BRITONS},
    {"kind": "since", "athlete": "Clark", "feat": {"medal": "any"}, "since": "2016", "scope": GAMES | BRITONS},
    {"kind": "since", "athlete": "Stone", "feat": {"mark": "3:27.65"}, "since": "2019", "last_holder": "Koech",
     "scope": PARIS},
    {"kind": "since", "athlete": "Berg", "feat": {"mark": "sub-3:30"}, "since": "2023", "scope": SEASON},
    {"kind": "since", "athlete": "Koech", "feat": {"mark": "sub-3:30"}, "own": True, "since": "2023", "scope": SEASON},
    {"kind": "since", "feat": {"mark": "sub-3:29"}, "scope": SEASON},
    {"kind": "since", "athlete": "Berg", "feat": {"race": "any"}, "scope": EUGENE},
    {"kind": "since", "athlete": "Clark", "feat": {"race": "any"}, "scope": EUGENE | {"indoor": False}},
    {"kind": "since", "athlete": "Hill", "feat": {"race": "any"}, "since": "2024", "scope": PARIS},
    {"kind": "since", "athlete": "Clark", "feat": {"beats": "Berg"}, "since": "2023", "scope": PARIS},
    {"kind": "since", "athlete": "Clark", "feat": {"beats": "Berg"}, "scope": EVENT},
    {"kind": "since", "feat": {"medal": "gold"}, "order": "last", "since": "2021", "last_holder": "Berg",
     "scope": GAMES},
    {"kind": "since", "athlete": "Clark", "feat": {"place": 1}, "order": "last", "span": "one year", "scope": EVENT},
    {"kind": "only", "members": ["Stone"], "feat": {"titles": 2}, "scope": GAMES},
    {"kind": "only", "members": ["Stone", "Berg"], "feat": {"titles": 1}, "scope": GAMES},
    {"kind": "only", "members": ["Ramos", "Koech"], "feat": {"mark": "sub-3:27"}, "scope": EVENT},
    {"kind": "only", "members": ["Stone"], "feat": {"medals": 2}, "how": "nth", "nth": 2, "scope": GAMES},
    {"kind": "only", "members": ["Koech"], "feat": {"medals": 2}, "how": "first", "scope": GAMES},
    {"kind": "only", "members": ["Berg"], "feat": {"titles": 2}, "how": "first", "scope": EUROS},
    {"kind": "only", "members": ["Koech"], "feat": {"mark": "sub-3:27"}, "how": "first", "scope": EVENT},
    {"kind": "date", "date": "6 August 2024", "scope": PARIS},
    {"kind": "date", "date": "2 to 6 August 2024", "whole": True, "scope": PARIS},
    {"kind": "date", "relative_to": TOKYO, "offset": "three years", "scope": PARIS},
    {"kind": "venue", "place": "Paris", "scope": PARIS},
    {"kind": "bio", "athlete": "Berg", "age": 23, "nation": "Norway", "birthplace": "Bergen", "coach": "Ola Lund"},
]  # fmt: skip
DAYS = ["2017-04-30", "2021-08-08", "2024-08-02", "2024-08-20"]


def assert_less_is_known(kind, assertion, tiny_truth, what, truth):
    full = kind.known(assertion.quantity, tiny_truth, assertion.as_of)
    less = kind.known(assertion.quantity, truth, assertion.as_of)
    if not isinstance(less, Unknown):
        assert not isinstance(full, Unknown), f"without {what}, {assertion.quantity} becomes known: {less.value}"
        assert inside(full.value, less.value), f"without {what}, {assertion.quantity} moves: {less.value}"


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: " ".join(str(value) for value in claim.values())[:70])
def test_less_truth_knows_less(claim, day, asserted, tiny_truth, poorer_truths):
    kind, assertions = asserted(claim, day)
    for one in assertions:
        for what, truth in poorer_truths:
            assert_less_is_known(kind, one, tiny_truth, what, truth)


STATEMENTS = [
    (one.id, Truth(replace(PACK, completeness=tuple(other for other in PACK.completeness if other is not one))))
    for one in PACK.completeness
]


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: " ".join(str(value) for value in claim.values())[:70])
def test_fewer_statements_say_less(claim, asserted, tiny_truth):
    kind, assertions = asserted(claim, "2024-08-20")
    for one in assertions:
        for what, truth in STATEMENTS:
            assert_less_is_known(kind, one, tiny_truth, what, truth)
