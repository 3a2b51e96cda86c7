"""Warnings of validate: ways to make an article look better than it is. None of them makes a file invalid."""

from __future__ import annotations

from typing import Any

import pytest
from arden import CLAIMS, RACE, TEXT, World, claim

from harness.checking.load import load_all
from harness.checking.load.doubts import doubts


@pytest.mark.parametrize(
    "kind, quote, fields, words",
    [
        ("mark", "3:30.12", {"mark": "3:30.12"}, ""),
        ("mark", "three minutes, 30.12", {"mark": "3:30.12"}, ""),
        ("mark", "gold", {"mark": "3:30.12"}, "'3:30.12' is not what the quote 'gold' prints"),
        ("mark", "3:30.21", {"mark": "3:30.12"}, "'3:30.12' is not what the quote '3:30.21' prints"),
        ("mark", "3:30.12", {"mark": "3:30.12", "as_of": "1850"}, "judged as of 1850"),
        ("mark", "3:30.12", {"mark": "3:30.12", "as_of": "1985"}, ""),
        ("mark", "3:30.12", {"mark": "3:30.12", "as_of": "2 June 2030"}, "judged as of 2 June 2030"),
        ("other", "3:30.12", {}, "'other' is not checkable, and '3:30.12' prints a mark"),
        ("other", "a sore throat", {}, ""),
    ],
)
def test_doubts(world: World, kind: str, quote: str, fields: dict[str, Any], words: str) -> None:
    own = {} if kind == "other" else {"athlete": "Holt", "scope": RACE}
    one = claim(kind, "one", "Holt", **own, **fields) | {"quote": quote, "start": 0, "end": len(quote)}
    path = world.claims(one)
    (file,), _ = load_all([path])
    found = [str(doubt) for doubt in doubts(file)]
    assert len(found) == bool(words)
    assert all(words in doubt for doubt in found)


def test_a_hedge_that_nobody_printed(world: World) -> None:
    one = {**CLAIMS[0], "hedge": "roughly"}
    (file,), _ = load_all([world.claims(one)])
    assert doubts(file) == []
    assert "'roughly' is not printed near the quote" in str(doubts(file, TEXT)[0])


def test_validate_warns_and_passes(world: World) -> None:
    world.claims({**CLAIMS[0], "as_of": "1700"})
    run = world.run("validate")
    assert run.returncode == 0
    assert "warning: claims/arden.json:" in run.stderr
    assert "judged as of 1700" in run.stderr
