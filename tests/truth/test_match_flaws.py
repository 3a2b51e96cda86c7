"""Facts of matches that cannot be are named at their place."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from harness.truth.lint import lint
from harness.truth.pack import Pack

Data = dict[str, Any]
CLEAN = """
{"sources": [{"id": "book", "title": "The book", "family": "book"}],
 "events": [{"id": "handball", "name": "handball", "measure": "points", "better": "higher", "plausible": ["0", "70"],
   "team": true},
  {"id": "mile", "name": "mile", "measure": "time", "better": "lower", "plausible": ["3:40", "9:00"], "metres": 1609}],
 "athletes": [{"id": "ada", "name": "Ada", "sex": "women", "sources": ["book"]},
  {"id": "reds", "name": "Reds", "sex": "women", "sources": ["book"]},
  {"id": "blues", "name": "Blues", "sex": "women", "sources": ["book"]}],
 "races": [{"event": "handball", "sex": "women", "date": "2024-01-05", "city": "Oslo", "round": "final",
   "decided": "extra time", "sources": ["book"], "results": [
   {"athlete": "reds", "mark": "21", "shootout": 4, "sets": [10, 11], "scorers": {"ada": 9}},
   {"athlete": "blues", "mark": "21", "shootout": 3, "sets": [11, 10]}]}]}
"""


def test_a_clean_match_has_no_flaw() -> None:
    assert lint(msgspec.json.decode(CLEAN, type=Pack)) == []


@pytest.mark.parametrize(
    ("spoil", "path", "message"),
    [
        (lambda one: one["results"][0].update(scorers={"bea": 1}), "races[0].results[0].scorers", "is not an athlete"),
        (lambda one: one["results"][0].update(scorers={"ada": 22}), "races[0].results[0].scorers", "more than the 21"),
        (lambda one: one.update(event="mile"), "races[0]", "mile is not a match"),
        (lambda one: one["results"].append({"athlete": "ada", "mark": "9"}), "races[0]", "a match has two sides"),
        (lambda one: one["results"][0].update(sets=[21]), "races[0]", "more sets than the other"),
        (lambda one: one["results"][0].pop("shootout"), "races[0]", "a winner and a loser"),
        (lambda one: one["results"][0].update(shootout=3), "races[0]", "a winner and a loser"),
        (lambda one: one["results"][0].update(mark="22"), "races[0]", "who is ahead needs none"),
    ],
)
def test_every_flaw_is_named_at_its_place(spoil: Callable[[Data], None], path: str, message: str) -> None:
    data = json.loads(CLEAN)
    spoil(data["races"][0])
    flaws = lint(msgspec.convert(data, Pack))
    assert [flaw for flaw in flaws if flaw.path == path and message in flaw.message], flaws
