"""How many medals somebody has: "five golds and 14 medals", "only a bronze", "108 medals to China's 102"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from harness.extract.rules.alternation import any_of
from harness.extract.rules.coreference import resolve_subject
from harness.extract.rules.draft import Draft, draft
from harness.extract.rules.figures import NUMBER
from harness.extract.rules.lexicon import Lexicon
from harness.extract.rules.modality import is_asserted
from harness.extract.rules.reading import Sentence
from harness.extract.rules.scopes import scope_at

_COLOUR = "gold|silver|bronze"
_LEVEL = "Olympic|[Ww]orld|European|Commonwealth"
_COUNT = re.compile(
    rf"(?<![0-9.,:-])\b(?P<count>{NUMBER}) (?:(?:individual|global|major|career|outdoor|indoor|of (?:them|which))"
    rf" |(?P<level>{_LEVEL})(?: Championships?)? |[A-Z][a-z]+ ){{0,3}}"
    rf"(?:(?P<colour>{_COLOUR})s?(?: medals)?|medals)\b(?! medall?ist| place)"
    r"(?! (?:to the good|more|fewer|better|ahead|clear|behind|short|adrift)\b)"
    r"(?: (?:in all|in total|overall|each))?"
)
_COMPARED = re.compile(
    rf"\b(?P<count>{NUMBER}) (?:(?P<colour>{_COLOUR})s"
    rf"|medals) to (?P<nation>[A-Z][\w ]{{2,30}}?)'s? (?P<second>{NUMBER})\b"
)
_ONLY_A = re.compile(rf"\bonly (?:a|one) (?P<level>{_LEVEL})? ?(?P<colour>{_COLOUR})(?: medal)?\b")
_FIRST = re.compile(rf"\b(?:a |its |their |her |his )?first (?:ever )?(?P<level>{_LEVEL}) (?P<colour>{_COLOUR})\b")
_IN_ALL = re.compile(
    rf"\b(?P<colour>{_COLOUR})(?: medals?)? in (?:all|both|each of)(?: (?P<count>{NUMBER}))?(?: of)? (?:his|her"
    rf"|the|its|their)"
    rf"(?: (?P<count2>{NUMBER}))? (?:individual |own )?(?:events|races|finals|starts)\b"
)
_YET_TO_COME = re.compile(r"\b(?:hopes?|wait|bid|quest)\b")
_NEAR = 50
_COMPARED_WITH = re.compile(r"\b(?:as many(?: \w+)? as|than|level with|behind|ahead of)(?: the)? $")
_NATIONS_JOINED = re.compile(r" and (?:the )?$")


def find(sentence: Sentence) -> Iterator[Draft]:
    for match in _COUNT.finditer(sentence.words):
        if is_asserted(sentence.words, match.start()):
            yield from _count(sentence, match, match["count"])
    for match in _IN_ALL.finditer(sentence.words):
        count = match["count"] or match["count2"] or ("two" if " both " in match[0] else None)
        athlete = resolve_subject(sentence, match.start())
        if count and athlete is not None and is_asserted(sentence.words, match.start()):
            span = match.span()
            yield _of(sentence, span, count, match["colour"], {"athlete": athlete})
    for match in _COMPARED.finditer(sentence.words):
        if match["nation"] in sentence.lexicon.countries:
            yield _of(
                sentence, match.span("second"), match["second"], match["colour"] or "any", {"nation": match["nation"]}
            )
    for match in _ONLY_A.finditer(sentence.words):
        yield from _count(sentence, match, "only a")
    for match in _FIRST.finditer(sentence.words):
        if not is_asserted(sentence.words, match.start()) or _YET_TO_COME.search(sentence.words[: match.start()]):
            yield from _count(sentence, match, 0)


def nations_before(sentence: Sentence, at: int) -> list[str]:
    """The nation named last before the place, where no athlete is named behind it; two where they are joined."""
    named = [
        nation for nation in _countries(sentence.lexicon).finditer(sentence.words, 0, at)
        if not _COMPARED_WITH.search(sentence.words[max(0, nation.start() - _NEAR) : nation.start()])
    ]  # fmt: skip
    if not named:
        return []
    start = named[-1].start()
    if any(n.person is not None and start < n.start < at for n in sentence.nominals):
        return []
    if len(named) > 1 and _NATIONS_JOINED.fullmatch(sentence.words[named[-2].end() : start]):
        return [named[-2][0], named[-1][0]]
    return [named[-1][0]]


def _count(sentence: Sentence, match: re.Match[str], count: str | int) -> Iterator[Draft]:
    """Of the nations named last, where no athlete is named behind them; else of whom the words speak."""
    team = _team(sentence.lexicon).search(sentence.words[max(0, match.start() - _NEAR) : match.start()])
    nations = [team["people"]] if team else nations_before(sentence, match.start())
    colour = match["colour"] or "any"
    for nation in nations:
        yield _of(sentence, match.span(), count, colour, {"nation": nation}, match["level"], match.end())
    athlete = None if nations else resolve_subject(sentence, match.start())
    if athlete is not None:
        yield _of(sentence, match.span(), count, colour, {"athlete": athlete}, match["level"], match.end())


def _of(
    sentence: Sentence, span: tuple[int, int], count: str | int, colour: str, owner: dict[str, object],
    level: str | None = None, end: int = 0,
) -> Draft:  # fmt: skip
    scope = scope_at(sentence, span[0])
    if level:
        scope = scope.without("event", "competition", "year", "round").having(competition=level)
        event = next((e for e in sentence.events if 0 <= e.start - end <= len(" in the ")), None)
        scope = scope.having(event=event.printed) if event else scope
    else:
        gaps = [sentence.words[span[1] : event.start] for event in sentence.events if event.start >= span[1]]
        near = any(
            len(gap) <= len(" in the men's ") and "," not in gap for gap in gaps
        )  # ", in the all-around and ..."
        scope = scope.without("round") if near else scope.without("event", "round")
    if "competition" in scope.inferred and sentence.in_speech(span[0]):
        scope = scope.leaving_open("competition", "year")  # somebody speaks of a whole career
    summary = f"{owner.get('nation') or 'the athlete'}: {count} of {colour}"
    return draft(sentence, "medal_count", span, summary, (span,), medal=colour, count=count, scope=scope, **owner)


@lru_cache(maxsize=8)
def _team(lexicon: Lexicon) -> re.Pattern[str]:
    """ "A Norwegian team total of": the nation's, whoever is spoken of."""
    return re.compile(
        rf"\b(?P<people>{any_of(lexicon.peoples)}) (?:(?:team|squad|medal)(?:'s)? )?(?:total|tally|haul|count) of $"
    )


@lru_cache(maxsize=8)
def _countries(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b{any_of(lexicon.countries)}\b")
