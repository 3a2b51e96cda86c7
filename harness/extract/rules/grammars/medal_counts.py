"""How many medals somebody has: "five golds and 14 medals", "only a bronze", "a first Olympic gold"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from harness.extract.rules.draft import Draft, draft
from harness.extract.rules.figures import NUMBER
from harness.extract.rules.reading import Sentence
from harness.extract.rules.scopes import scope_at, without_race
from harness.extract.rules.whom import is_so, nation_before, who

_COLOUR = "gold|silver|bronze"
_LEVEL = "Olympic|[Ww]orld|European|Commonwealth"
_COUNT = re.compile(
    rf"(?<![0-9.,:])\b(?P<count>{NUMBER}) (?:(?:individual|global|major|career|outdoor|indoor|of (?:them|which))"
    rf" |(?P<level>{_LEVEL})(?: Championships?)? |[A-Z][a-z]+ ){{0,3}}"
    rf"(?:(?P<colour>{_COLOUR})s?(?: medals)?|medals)\b(?! medall?ist| place)(?: (?:in all|in total|overall))?"
)
_ONLY_A = re.compile(rf"\bonly (?:a|one) (?P<level>{_LEVEL})? ?(?P<colour>{_COLOUR})(?: medal)?\b")
_FIRST = re.compile(rf"\b(?:a |its |their |her |his )?first (?:ever )?(?P<level>{_LEVEL}) (?P<colour>{_COLOUR})\b")
_YET_TO_COME = re.compile(r"\b(?:hopes?|wait|bid|quest)\b")


def find(sentence: Sentence) -> Iterator[Draft]:
    for found in _COUNT.finditer(sentence.words):
        if is_so(sentence, found.start()):
            yield from _count(sentence, found, found["count"])
    for found in _ONLY_A.finditer(sentence.words):
        yield from _count(sentence, found, "only a")
    for found in _FIRST.finditer(sentence.words):
        if not is_so(sentence, found.start()) or _YET_TO_COME.search(sentence.words[: found.start()]):
            yield from _count(sentence, found, 0)


def _count(sentence: Sentence, found: re.Match[str], count: str | int) -> Iterator[Draft]:
    """Of the nation named last, where no athlete is named behind it; else of whom the words speak."""
    nation, one = nation_before(sentence, found.start()), who(sentence, found.start())
    if nation is None and one is None:
        return
    owner = {"nation": nation} if nation else {"athlete": one.printed if one else None}
    colour = found["colour"] or "any"
    scope = scope_at(sentence, found.start())
    if found["level"]:
        scope = {**without_race(scope, "event", "competition", "year", "round"), "competition": found["level"]}
        event = next((one for one in sentence.events if 0 <= one.start - found.end() <= len(" in the ")), None)
        scope.update({"event": event.printed} if event else {})
    said = f"{nation or (one.printed if one else '')}: {count} of {colour}"
    yield draft(
        sentence, "medal_count", found.span(), said, (found.span(),), medal=colour, count=count, scope=scope, **owner
    )
