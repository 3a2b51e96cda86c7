"""Worked examples for a language model: passages of an invented article, each with the claim to write for it.

`PASSAGES` have the form of the model's answer: with `context`, without positions. A passage may depend on what precedes
it (`before`): what the claim takes from there is `inferred`.
"""

from __future__ import annotations

import json
from typing import Any, NamedTuple


class Passage(NamedTuple):
    """Words of an article with what stood before them, and the claim that is written of them."""

    claim: dict[str, Any]
    before: str = ""

    @property
    def text(self) -> str:
        """The passage as the article has it."""
        return " ".join(filter(None, (self.before, self.claim["context"])))


_OSLO = {"event": "1500m", "competition": "Oslo Games"}
_RACE = "The 1500m at the Oslo Games went to Anna Hall."
_CARRIED = ["scope.event", "scope.competition"]

PASSAGES = (
    Passage(
        {"kind": "mark", "text": "Bell ran 4:02.10", "quote": "4:02.10", "context": "Maria Bell was second in 4:02.10.",
         "athlete": "Maria Bell", "mark": "4:02.10", "scope": _OSLO, "inferred": _CARRIED},
        _RACE,
    ),
    Passage(
        {"kind": "place", "text": "Hall came first", "quote": "won", "context": "She won by a stride.",
         "athlete": "Anna Hall", "place": 1, "scope": _OSLO, "inferred": ["athlete", *_CARRIED]},
        _RACE,
    ),
    Passage(
        {"kind": "margin", "text": "Hall was 0.12 ahead of Bell", "quote": "0.12 seconds",
         "context": "Hall won the 1500m at the Oslo Games by 0.12 seconds from Maria Bell.", "ahead": "Hall",
         "behind": "Maria Bell", "gap": "0.12 seconds", "scope": _OSLO},
    ),
    Passage(
        {"kind": "medal", "text": "Bell won silver", "quote": "silver",
         "context": "Bell took silver over 800m at the Paris Olympics.", "athlete": "Bell", "medal": "silver",
         "scope": {"event": "800m", "competition": "Paris Olympics"}},
    ),
    Passage(
        {"kind": "medal_count", "text": "Kenya won four golds", "quote": "four golds",
         "context": "Kenya left the Budapest worlds with four golds.", "nation": "Kenya", "medal": "gold",
         "count": "four", "scope": {"competition": "Budapest worlds"}},
    ),
    Passage(
        {"kind": "comparison", "text": "Kenya has more golds than Ethiopia", "quote": "more golds than Ethiopia",
         "context": "Kenya won more golds than Ethiopia at the Budapest worlds.", "nation": "Kenya", "medal": "gold",
         "how": "more", "nations": ["Ethiopia"], "scope": {"competition": "Budapest worlds"}},
    ),
    Passage(
        {"kind": "title", "text": "Bell is the champion", "quote": "reigning European champion",
         "context": "Maria Bell, the reigning European champion, was beaten.", "athlete": "Maria Bell",
         "status": "reigning", "scope": {"event": "1500m", "competition": "European"}, "inferred": ["scope.event"]},
        _RACE,
    ),
    Passage(
        {"kind": "record", "text": "Hall set a national record", "quote": "a Norwegian record of 3:59.90",
         "context": "Hall won the 1500m at the Oslo Games in a Norwegian record of 3:59.90.", "athlete": "Hall",
         "level": "national", "mark": "3:59.90", "when": "set", "scope": {**_OSLO, "nation": "Norwegian"}},
    ),
    Passage(
        {"kind": "rank", "text": "Hall is the fifth-fastest ever", "quote": "fifth-fastest woman ever",
         "context": "That makes her the fifth-fastest woman ever.", "athlete": "Anna Hall", "rank": "fifth",
         "scope": {"event": "1500m", "sex": "women"}, "inferred": ["athlete", "scope.event"]},
        _RACE,
    ),
    Passage(
        {"kind": "head_to_head", "text": "Hall beat Bell", "quote": "beat Maria Bell",
         "context": "Hall beat Maria Bell in the 1500m at the Oslo Games.", "athlete": "Hall", "opponent": "Maria Bell",
         "wins": "at least 1", "scope": _OSLO},
    ),
    Passage(
        {"kind": "since", "text": "Nobody of Norway had won since 1995", "quote": "first Norwegian winner since 1995",
         "context": "Hall is the first Norwegian winner since 1995.", "athlete": "Hall", "feat": {"titles": 1},
         "since": "1995", "scope": {**_OSLO, "nation": "Norwegian"}, "inferred": _CARRIED},
        _RACE,
    ),
    Passage(
        {"kind": "only", "text": "Nobody else has won two", "quote": "the only woman to win two world titles",
         "context": "Anna Hall is the only woman to win two world titles over 1500m.", "members": ["Anna Hall"],
         "feat": {"titles": "two"}, "how": "only",
         "scope": {"event": "1500m", "sex": "women", "competition": "world"}},
    ),
    Passage(
        {"kind": "count", "text": "It was the third win in a row", "quote": "third win in a row",
         "context": "It was her third win in a row.", "athlete": "Anna Hall", "of": "wins", "count": "third",
         "streak": True, "scope": {"event": "1500m"}, "inferred": ["athlete", "scope.event"]},
        _RACE,
    ),
    Passage(
        {"kind": "advance", "text": "Bell got to the final on time", "quote": "reached the final",
         "context": "Bell reached the final of the 800m at the Paris Olympics as a fastest loser.", "athlete": "Bell",
         "to": "final", "how": "time", "scope": {"event": "800m", "competition": "Paris Olympics"}},
    ),
    Passage(
        {"kind": "start", "text": "It is the third Games of Bell", "quote": "third Olympics",
         "context": "These are the third Olympics for Maria Bell.", "athlete": "Maria Bell", "appearance": "third",
         "scope": {"competition": "Olympics"}},
    ),
    Passage(
        {"kind": "bio", "text": "Hall is 24", "quote": "24-year-old", "context": "The 24-year-old was delighted.",
         "athlete": "Anna Hall", "age": "24-year-old", "inferred": ["athlete"]},
        _RACE,
    ),
    Passage(
        {"kind": "date", "text": "The final was on Sunday", "quote": "on Sunday",
         "context": "The 800m final at the Paris Olympics was on Sunday.", "date": "Sunday",
         "scope": {"event": "800m", "competition": "Paris Olympics", "round": "final"}},
    ),
    Passage(
        {"kind": "venue", "text": "The Oslo Games were held at Bislett", "quote": "Bislett",
         "context": "The Oslo Games were held at Bislett.", "place": "Bislett", "scope": {"competition": "Oslo Games"}},
    ),
    Passage(
        {"kind": "edition", "text": "It was the 60th holding", "quote": "60th", "context": "the 60th Oslo Games",
         "number": "60th", "scope": {"competition": "Oslo Games"}},
    ),
    Passage(
        {"kind": "other", "text": "It rained", "quote": "rain", "context": "The runners set off in heavy rain."},
    ),
)  # fmt: skip


def worked() -> str:
    """The examples as a model is shown them."""
    return "\n\n".join(
        f"Passage: {passage.text}\nClaim: {json.dumps(passage.claim, ensure_ascii=False)}" for passage in PASSAGES
    )
