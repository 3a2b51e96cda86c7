"""The law of open worlds: with less ground truth, less is known, and never anything else.

Each result is taken away in turn, with the statements that covered its event. Then what is known of a quantity may
widen, or be unknown; it may not move, nor become known, so that no verdict turns over.
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
BUDAPEST = EVENT | {"competition": "Budapest 2023"}
PARIS = EVENT | {"competition": "Paris 2024"}
GAMES = EVENT | {"competition": "Olympic Games"}
SEASON = EVENT | {"season": 2024}
MILE = {"event": "mile", "sex": "men", "on": "25 May 2024"}

CLAIMS = [
    {"kind": "mark", "athlete": "Berg", "mark": "3:28.32", "scope": TOKYO},
    {"kind": "mark", "athlete": "Berg", "mark": "56.1", "at": "400m", "scope": TOKYO},
    {"kind": "medal_count", "athlete": "Clark", "medal": "any", "count": 2, "scope": GAMES},
    {"kind": "medal_count", "nation": "Kenya", "medal": "silver", "count": 2, "scope": GAMES},
    {"kind": "place", "athlete": "Clark", "place": 3, "scope": TOKYO},
    {"kind": "place", "athlete": "Hill", "place": 9, "scope": BUDAPEST},
    {"kind": "place", "athlete": "Stone", "place": 4, "after": "Clark", "by": 3, "scope": BUDAPEST},
    {"kind": "medal", "athlete": "Clark", "medal": "bronze", "scope": TOKYO},
    {"kind": "medal", "athlete": "Hill", "medal": "none", "scope": TOKYO},
    {"kind": "medal", "athlete": "Hill", "medal": "any", "scope": GAMES},
    {"kind": "margin", "ahead": "Berg", "behind": "Clark", "gap": "0.73", "scope": TOKYO},
    {"kind": "margin", "ahead": "Berg", "gap": "0.69", "scope": TOKYO},
    {"kind": "margin", "ahead": "Clark", "gap": "0.26", "scope": MILE},
    {"kind": "rank", "athlete": "Clark", "rank": 4, "mark": "3:27.79", "scope": EVENT},
    {"kind": "rank", "athlete": "Hill", "rank": 6, "mark": "3:31.50", "scope": EVENT},
    {"kind": "rank", "athlete": "Hill", "rank": 2, "scope": EVENT | {"nation": "Britain"}},
    {"kind": "rank", "athlete": "Berg", "rank": 4, "mark": "3:28.24", "scope": SEASON},
    {"kind": "rank", "athlete": "Hill", "rank": 5, "scope": SEASON},
    {"kind": "rank", "athlete": "Berg", "rank": 8, "of": "performances", "mark": "3:28.32", "scope": EVENT},
    {"kind": "rank", "athlete": "Berg", "rank": 8, "of": "performances", "mark": "3:28", "scope": EVENT},
    {"kind": "rank", "athlete": "Clark", "rank": 10, "of": "performances", "mark": "3:29", "scope": EVENT},
    {"kind": "rank", "athlete": "Clark", "rank": 10, "of": "performances", "mark": "3:29.05", "scope": TOKYO},
    {"kind": "rank", "nation": "Kenya", "rank": 3, "of": "nations", "by": "golds", "scope": GAMES},
    {"kind": "rank", "nation": "Spain", "rank": 5, "of": "nations", "by": "medals", "scope": GAMES},
    {"kind": "record", "level": "world", "athlete": "Ramos", "mark": "3:26.00", "scope": EVENT},
    {"kind": "record", "level": "national", "athlete": "Ramos", "scope": EVENT | {"nation": "Spain"}},
    {
        "kind": "record",
        "level": "olympic",
        "athlete": "Berg",
        "when": "set",
        "previous_holder": "Ramos",
        "scope": TOKYO,
    },
    {"kind": "record", "level": "personal", "athlete": "Clark", "mark": "3:27.79", "scope": EVENT},
    {"kind": "record", "level": "personal", "athlete": "Hill", "mark": "3:31.50", "scope": EVENT},
    {"kind": "record", "level": "personal", "athlete": "Clark", "mark": "3:45.34", "scope": {"event": "mile"}},
    {"kind": "record", "level": "personal", "athlete": "Koech", "when": "set", "scope": TOKYO},
    {"kind": "record", "level": "season", "athlete": "Berg", "mark": "3:28.24", "scope": EVENT},
    {"kind": "record", "level": "season", "athlete": "Clark", "mark": "3:45.34", "scope": {"event": "mile"}},
    {"kind": "record", "level": "season", "athlete": "Koech", "mark": "3:27.80", "scope": EVENT},
    {"kind": "record", "level": "world lead", "athlete": "Stone", "mark": "3:27.65", "scope": EVENT},
    {"kind": "record", "level": "world lead", "athlete": "Clark", "when": "set", "scope": PARIS},
    {"kind": "title", "athlete": "Stone", "scope": GAMES},
    {"kind": "title", "athlete": "Clark", "scope": EVENT | {"competition": "worlds"}},
    {"kind": "title", "athlete": "Koech", "status": "former", "scope": GAMES},
    {"kind": "title", "athlete": "Clark", "status": "won", "scope": BUDAPEST},
    {"kind": "advance", "athlete": "Clark", "how": "time", "scope": TOKYO | {"round": "heats"}},
    {"kind": "advance", "athlete": "Berg", "scope": TOKYO | {"round": "heats"}},
    {"kind": "advance", "athlete": "Hill", "to": "final", "scope": TOKYO},
    {"kind": "advance", "athlete": "Moss", "to": "final", "scope": TOKYO},
    {"kind": "advance", "athlete": "Hill", "scope": PARIS | {"round": "heats"}},
]
# Before a struck-out winner was struck out, while a championship was on, and at the end.
DAYS = ["2017-04-30", "2021-08-06", "2024-08-02", "2024-08-20"]


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: " ".join(str(value) for value in claim.values())[:70])
def test_less_truth_knows_less(claim, day, asserted, tiny_truth, poorer_truths):
    kind, assertions = asserted(claim, day)
    for one in assertions:
        full = kind.known(one.quantity, tiny_truth, one.as_of)
        for what, truth in poorer_truths:
            less = kind.known(one.quantity, truth, one.as_of)
            if not isinstance(less, Unknown):
                assert not isinstance(full, Unknown), f"without {what}, {one.quantity} becomes known: {less.value}"
                assert inside(full.value, less.value), f"without {what}, {one.quantity} moves: {less.value}"


@pytest.mark.parametrize("claim", [one for one in CLAIMS if one["kind"] in ("record", "title")], ids=str)
def test_fewer_records_and_statements_know_less(claim, asserted, tiny_truth):
    kind, assertions = asserted(claim, "2024-08-20")
    for one in assertions:
        full = kind.known(one.quantity, tiny_truth, one.as_of)
        for truth in (*_less("records"), *_less("completeness")):
            less = kind.known(one.quantity, truth, one.as_of)
            if not isinstance(less, Unknown):
                assert not isinstance(full, Unknown)
                assert inside(full.value, less.value)


def _less(part):
    """The truth less each row of a part in turn."""
    rows = getattr(PACK, part)
    return [Truth(replace(PACK, **{part: rows[:index] + rows[index + 1 :]})) for index in range(len(rows))]
