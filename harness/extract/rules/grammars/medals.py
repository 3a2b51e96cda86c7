"""Medals that somebody won: "held on to silver", "the bronze medallist", "1500m and 5000m gold medals"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from harness.extract.rules.draft import Draft, draft
from harness.extract.rules.people import Mention
from harness.extract.rules.reading import Sentence, in_speech
from harness.extract.rules.scopes import scope_at, without_race
from harness.extract.rules.sentences import Span
from harness.extract.rules.whom import following, is_so, nearest, who

_COLOUR = "gold|silver|bronze"
_GETS = (
    r"w[io]n(?:s|ning)?|took|tak(?:e|es|en|ing)|claim(?:ed|s|ing)?|clinch(?:ed|es|ing)?|earn(?:ed|s|ing)?|shar(?:e|ed|ing)"
    r"|secur(?:ed|es|ing)?|landed|lands|collect(?:ed|s|ing)?|pick(?:ed|ing) up|grabb?(?:ed|ing)?|bagg(?:ed|ing)"
    r"|(?:race|storm|power|sprint|surg|cruis|leap|jump|run|ran|stride|charg)[a-z]* to|h(?:eld|olding) on (?:to|for)"
    r"|settl(?:ed|ing) for|accept(?:ed|s|ing)?|deliver(?:ed|s|ing)?|with|add(?:ed|ing)|struck|strikes?|for|into|got"
    r"|it was"
)
_BETWEEN = r"(?:(?:a|an|the|his|her|another|their|men's|women's|individual|[0-9][0-9,]*m|[A-Z][a-z]+|[a-z]+ed) ){0,3}"
_YET_TO_COME = r"(?! (?:medall?ists?|medal (?:hope|favou?rite|contender|chance|table|winner|standard)|label|hope|rush))"
_WON = re.compile(
    rf"\b(?:{_GETS}) {_BETWEEN}(?P<colour>{_COLOUR})\b{_YET_TO_COME}(?: medals?)?(?: position)?"
    rf"|\b(?:had|has) (?P<had>{_COLOUR})(?: medals?\b| (?=around\b|in\b|at\b|from\b|and\b)|(?=[.,;:]|$))"
    rf"|\b(?:[Aa]n?|[Tt]he|[Hh]is|[Hh]er) (?P<alone>{_COLOUR}) medal\b"
    r"(?! (?:hope|favou?rite|contender|chance|winner|table))"
)
_OF_PEOPLE = re.compile(
    rf"(?<!first )\b(?:another |a |the )?(?P<people>[A-Z][a-z]+) (?P<colour>{_COLOUR})(?=[.,;)]|$| in\b| at\b)"
)
_ANY = re.compile(
    r"\b(?:won|wins|claimed|delivers|delivered|secured|took|earned) (?:a |the |his |her )?"
    rf"(?:(?!{_COLOUR})[A-Za-z]+ )?medal\b(?! table)"
)
_MEDALLIST = re.compile(
    rf"\b(?:[A-Z][\w-]+ ){{0,2}}(?P<colour>{_COLOUR}|Gold|Silver|Bronze) (?:medall?ist|medal[- ]winner)\b"
    r"(?: (?:in|from|at) [A-Z][a-z]+)?"
)
_TWO_EVENTS = re.compile(
    r"(?P<one>(?:(?P<level>European|Olympic|[Ww]orld) )?[0-9][0-9,]*m) and"
    rf" (?P<two>[0-9][0-9,]*m (?P<colour>{_COLOUR})(?: medals)?)\b"
)


def find(sentence: Sentence) -> Iterator[Draft]:
    taken: list[Span] = []
    for finder in (_of_two_events, _won, _medallists, _any):
        for one in finder(sentence):
            if not any(a < one.end and one.start < b for a, b in taken):
                taken.append((one.start, one.end))
                yield one


def _medal(
    sentence: Sentence, span: Span, one: Mention, colour: str, event: str | None = None, level: str | None = None
) -> Draft:
    scope = scope_at(sentence, *span)
    if scope.get("round", "").casefold() != "final":
        scope = without_race(scope, "round")  # a heat gives no medals
    if level:
        scope = {**without_race(scope), "competition": level}
    if event:
        scope["event"] = event
    return draft(
        sentence, "medal", span, f"{one.printed}'s medal: {colour}", athlete=one.printed, medal=colour, scope=scope
    )


def _won(sentence: Sentence) -> Iterator[Draft]:
    for found in (*_WON.finditer(sentence.words), *_OF_PEOPLE.finditer(sentence.words)):
        words = found.groupdict()
        if "people" in words and words["people"] not in sentence.lexicon.peoples:
            continue
        for_one = nearest(sentence, found.start(), reach=1) if found[0].startswith("it was") else None
        one = for_one or who(sentence, found.start())
        if one is not None and is_so(sentence, found.start()) and not in_speech(sentence, found.start()):
            yield _medal(sentence, found.span(), one, words["colour"] or words["had"] or words["alone"])


def _medallists(sentence: Sentence) -> Iterator[Draft]:
    """Beside a name, or in the words for somebody who is meant: "beat the Olympic gold medallist"."""
    for found in _MEDALLIST.finditer(sentence.words):
        named = following(sentence, found.end(), reach=1) or _meant(sentence, found)
        one = named or nearest(sentence, found.start(), reach=4) or who(sentence, found.start())
        if one is not None:
            yield _medal(sentence, found.span(), one, found["colour"].lower())


def _meant(sentence: Sentence, found: re.Match[str]) -> Mention | None:
    """Who is meant by the words themselves, where somebody was called so before."""
    place = sentence.start + found.start()
    return next((one for one, _ in sentence.mentions if one.start <= place < one.end), None)


def _any(sentence: Sentence) -> Iterator[Draft]:
    for found in _ANY.finditer(sentence.words):
        one = who(sentence, found.start())
        if one is not None and is_so(sentence, found.start()) and not in_speech(sentence, found.start()):
            yield _medal(sentence, found.span(), one, "any")


def _of_two_events(sentence: Sentence) -> Iterator[Draft]:
    """ "1500m and 5000m gold medals": one medal in each."""
    for found in _TWO_EVENTS.finditer(sentence.words):
        one = who(sentence, found.start())
        if one is not None and is_so(sentence, found.start()):
            for part in ("one", "two"):
                event = found[part].split(found["colour"])[0].split()[-1]
                yield _medal(sentence, found.span(part), one, found["colour"], event, found["level"])
