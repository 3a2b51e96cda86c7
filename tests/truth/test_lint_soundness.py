"""Lint: members, timings and horizons that cannot be."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from harness.truth.lint import lint
from harness.truth.pack import Pack

RESULT: dict[str, Any] = {"athlete": "team", "place": 1, "mark": "38.50"}
PACK: dict[str, Any] = {
    "sources": [{"id": "book", "title": "Book", "family": "book"}],
    "nations": [{"id": "CHI", "name": "Chile", "area": "South America"}],
    "events": [{"id": "relay", "name": "4x100 m", "measure": "time", "better": "lower", "plausible": ["36.00", "50.00"],
                "metres": 400}],
    "athletes": [{"id": name, "name": name.title(), "sex": "men", "nations": [{"value": "CHI"}], "sources": ["book"]}
                 for name in ("team", "ana", "beto", "caro", "dino")],
    "races": [{"event": "relay", "sex": "men", "date": "2023-05-05", "city": "Talca", "round": "final",
               "sources": ["book"], "results": [RESULT]}],
    "records": [{"level": "national", "of": "CHI", "event": "relay", "sex": "men", "mark": "38.50", "athlete": "team",
                 "date": "2023-05-05", "sources": ["book"]}],
}  # fmt: skip


def flaws(result: dict[str, Any] | None = None, **changes: Any) -> list[str]:
    race = {**PACK["races"][0], "results": [{**RESULT, **(result or {})}]}
    pack = msgspec.convert({**PACK, "races": [race], **changes}, Pack)
    return [f"{flaw.path}: {flaw.message}" for flaw in lint(pack)]


def test_a_sound_pack_has_none() -> None:
    horizon = {"of": "records", "until": "2023-05-05", "sources": ["book"]}
    assert flaws({"members": ["ana", "beto", "caro", "dino"], "net": "38.40"}, horizons=[horizon]) == []


@pytest.mark.parametrize(
    ("result", "words"),
    [
        ({"members": ["ana", "nobody"]}, "members[1]: 'nobody' is no athlete"),
        ({"members": ["ana", "beto", "ana"]}, "members[2]: Ana has a leg already"),
        ({"members": ["team"]}, "members[0]: Team is the team itself"),
        ({"net": "38.60"}, "net: 38.60 from the start line is more than 38.50 from the gun"),
        ({"net": "fast"}, "net: not a time: fast"),
        ({"mark": "38.50h"}, "mark: 38.50h: a time by hand has no hundredths"),
    ],
)
def test_what_cannot_be_is_named(result: dict[str, Any], words: str) -> None:
    assert any(words in flaw for flaw in flaws(result)), flaws(result)


def test_a_horizon_before_a_record() -> None:
    horizon = {"of": "records", "until": "2022", "sources": ["book"]}
    assert any("vouched for up to 2022 only" in flaw for flaw in flaws(horizons=[horizon]))
    row = {**PACK["records"][0], "vouched_until": "2021-12-31"}
    assert any("vouched for up to 2021-12-31 only" in flaw for flaw in flaws(records=[row]))
