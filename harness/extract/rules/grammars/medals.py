"""Medals that somebody won, and how many: "held on to silver", "the bronze medallist", "five golds and 14 medals"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from harness.extract.rules.draft import Draft, draft
from harness.extract.rules.figures import NUMBER
from harness.extract.rules.people import Mention
from harness.extract.rules.reading import Sentence, in_speech
from harness.extract.rules.scopes import scope_at, without_race
from harness.extract.rules.whom import following, is_so, nearest, who

_COLOUR = r"gold|silver|bronze"
_GET = (
    r"w[io]n(?:s|ning)?|took|tak(?:e|es|en|ing)|claim(?:ed|s|ing)?|clinch(?:ed|es|ing)?|earn(?:ed|s"
    r"|ing)?|secur(?:ed|es|ing)?|landed|lands"
    r"|collect(?:ed|s|ing)?|pick(?:ed|ing) up|grabb?(?:ed|ing)?|bagg(?:ed|ing)|(?:race|storm|power"
    r"|sprint|surg|cruis|leap|jump|run|ran|stride|charg)[a-z]* to"
    r"|h(?:eld|olding) on (?:to|for)|settl(?:ed|ing) for|accept(?:ed|s|ing)?|deliver(?:ed|s|ing)?|with"
    r"|add(?:ed|ing)|struck|strikes?|for|into|got"
)
_WON = re.compile(
    rf"\b(?:{_GET}) (?:(?:a|an|the|his|her|another|their|[A-Z][a-z]+|[a-z]+ed"
    rf"|individual) ){{0,3}}(?P<colour>{_COLOUR})\b(?: medals?)?(?: position)?"
    r"(?! (?:medall?ists?|medal (?:hopes?|favou?rite|contender|chance|table|winner|standard)|label"
    r"|hopes?|rush|standard|coast))"
    rf"|\b(?:an?|the|his|her) (?P<alone>{_COLOUR}) medal(?! (?:hope|favou?rite|contender|chance|winner|table))",
    re.IGNORECASE,
)
_ANY = re.compile(
    r"\b(?:won|wins|claimed|delivers|delivered|secured|took|earned) (?:a |the |his |her )?(?:(?!gold"
    r"|silver|bronze)[A-Za-z]+ )?(?:medal)\b(?! table)"
)
_MEDALLIST = re.compile(
    rf"\b(?:[A-Z][\w-]+ ){{0,2}}(?P<colour>{_COLOUR}) (?:medall?ist|medal[- ]winner)\b(?-i: (?:in|from"
    r"|at) [A-Z][a-z]+)?",
    re.I,
)
_TWO_EVENTS = re.compile(
    rf"(?P<one>(?:[A-Z][a-z]+ )?\d[\d,]*m) and (?P<two>\d[\d,]*m (?P<colour>{_COLOUR})(?: medals)?)\b"
)
_PEOPLE_GOLD = re.compile(
    rf"\b(?:another |a |the )?(?P<people>[A-Z][a-z]+) (?P<colour>{_COLOUR})(?=[.,;)]|$| in\b| at\b)"
)
_COUNT = re.compile(
    rf"\b(?P<count>{NUMBER}) (?:(?:individual|Olympic|world|European|global|major|career|outdoor|indoor"
    rf"|[A-Z][a-z]+) ){{0,3}}"
    rf"(?:(?P<colour>{_COLOUR})s?(?: medals)?|medals)\b(?: (?:in all|in total|overall))?",
    re.IGNORECASE,
)
_ONLY_A = re.compile(rf"\bonly (?:a|one) (?P<colour>{_COLOUR})(?: medal)?\b")
_NEVER_YET = re.compile(
    rf"\b(?:a |its |their )?first (?:ever )?(?:Olympic|world|European)(?: Championships?)? (?P<colour>{_COLOUR})\b"
)


def find(sentence: Sentence) -> Iterator[Draft]:
    counted = list(_counts(sentence))
    yield from counted
    several = [draft for found in _TWO_EVENTS.finditer(sentence.words) for draft in _of_two_events(sentence, found)]
    yield from several
    taken = [(one.start, one.end) for one in (*counted, *several)]
    for finder in (_won, _medallists, _any):
        for one in finder(sentence):
            if not any(a < one.end and one.start < b for a, b in taken):
                taken.append((one.start, one.end))
                yield one


def _medal(sentence: Sentence, span: tuple[int, int], one: Mention, colour: str, **scope: str) -> Draft:
    colour = colour.lower()
    fields = without_race(scope_at(sentence, span[0], span[1], **scope), "round")
    return draft(
        sentence, "medal", span, f"{one.printed}'s medal: {colour}", athlete=one.printed, medal=colour, scope=fields
    )


def _won(sentence: Sentence) -> Iterator[Draft]:
    for found in (*_WON.finditer(sentence.words), *_PEOPLE_GOLD.finditer(sentence.words)):
        people = found.groupdict().get("people")
        if people and people not in sentence.lexicon.peoples:
            continue
        one = who(sentence, found.start())
        colour = found["colour"] or found.groupdict().get("alone")
        if one and colour and is_so(sentence, found.start()) and not in_speech(sentence, found.start()):
            yield _medal(sentence, found.span(), one, colour)


def _medallists(sentence: Sentence) -> Iterator[Draft]:
    """Beside a name, or in the words for somebody who is meant: "beat the Olympic gold medallist"."""
    for found in _MEDALLIST.finditer(sentence.words):
        one = (
            following(sentence, found.end())
            or nearest(sentence, found.start(), reach=12)
            or who(sentence, found.start())
        )
        if one is not None:
            yield _medal(sentence, found.span(), one, found["colour"])


def _any(sentence: Sentence) -> Iterator[Draft]:
    for found in _ANY.finditer(sentence.words):
        one = who(sentence, found.start())
        if one is not None and is_so(sentence, found.start()) and not in_speech(sentence, found.start()):
            yield _medal(sentence, found.span(), one, "any")


def _of_two_events(sentence: Sentence, found: re.Match[str]) -> Iterator[Draft]:
    """ "1500m and 5000m gold medals": one medal in each."""
    one = who(sentence, found.start())
    if one is not None and is_so(sentence, found.start()):
        for part in ("one", "two"):
            event = found[part].split(found["colour"])[0].split()[-1]
            yield _medal(sentence, found.span(part), one, found["colour"], event=event)


def _counts(sentence: Sentence) -> Iterator[Draft]:
    for found in _COUNT.finditer(sentence.words):
        if is_so(sentence, found.start()):
            yield from _count(sentence, found, found["count"])
    for found in _ONLY_A.finditer(sentence.words):
        yield from _count(sentence, found, "only a")
    for found in _NEVER_YET.finditer(sentence.words):
        if not is_so(sentence, found.start()) or re.search(
            r"\b(?:hopes?|wait|bid|quest)\b", sentence.words[: found.start()]
        ):
            yield from _count(sentence, found, 0)


def _count(sentence: Sentence, found: re.Match[str], count: str | int) -> Iterator[Draft]:
    nation = _nation(sentence, found.start())
    one = who(sentence, found.start())
    if nation is None and one is None:
        return
    owner = {"nation": nation} if nation else {"athlete": one.printed if one else None}
    colour = (found["colour"] or "any").lower()
    scope = scope_at(sentence, found.start())
    said = f"{nation or (one.printed if one else '')}: {count} of {colour}"
    yield draft(sentence, "medal_count", found.span(), said, medal=colour, count=count, scope=scope, **owner)


def _nation(sentence: Sentence, at: int) -> str | None:
    """The nation named last before the place, where no athlete is named after it."""
    before = sentence.words[:at]
    found = [
        (one.start(), name)
        for name in sentence.lexicon.countries
        for one in re.finditer(rf"\b{re.escape(name)}\b", before)
    ]
    if not found:
        return None
    start, name = max(found, key=lambda pair: (pair[0], len(pair[1])))
    behind = [one for one, _ in sentence.mentions if one.start - sentence.start > start]
    return None if behind else name
