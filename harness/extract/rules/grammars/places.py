"""Places: wins however they are worded, ordinals behind a verb of finishing, and who led on the way."""

from __future__ import annotations

import re
from collections.abc import Iterator

from harness.extract.rules.draft import Draft, draft
from harness.extract.rules.figures import ORDINAL
from harness.extract.rules.people import Mention
from harness.extract.rules.reading import Sentence, in_speech
from harness.extract.rules.scopes import scope_at, split_at
from harness.extract.rules.sentences import Span
from harness.extract.rules.whom import following, is_so, who

_OF_A_MEDAL = (
    r"(?! (?:[^\s,;:.]+ ){0,5}(?:golds?|silvers?|bronzes?|medals?|titles?|crown|double)\b"
    r"|(?: the| a)? championships?\b| every| all\b| (?:two|three|four|five|six)\b)"
)
_WIN = re.compile(
    rf"\b(?:(?:to win|won|wins|winning)\b{_OF_A_MEDAL}|to win (?=(?:his|her) first)"
    r"|(?:emerg(?:ed|ing|es) )(?:as )?(?:the )?(?:victorious|victor|winner)"
    r"|(?:seal(?:ed|ing)?|secur(?:ed?|ing)|claim(?:ed|ing|s)?|tak(?:e|es|ing)|took|earn(?:ed|ing|s)?|grabb?(?:ed|ing)?)"
    r" (?:the |a |an )?(?:\w+ )?(?:win|victory)\b"
    r"|triumphed|(?:ran out|was|as) (?:the )?winner\b|came out on top|prevailed|took first(?: place)?)",
    re.IGNORECASE,
)
_GAP_AFTER = (
    r"(?! [0-9]+(?:\.[0-9]| ?(?:hundred|tenth|thousand|second|metre|meter|point|cm|m\b))| an?\b"
    r"| the (?:tight|narrow)| just| less| more| half)"
)
_WON_BY = re.compile(rf"\bwon (?:\w+ )?by\b{_GAP_AFTER}")
_AGENT_WITHIN = 40
_PLURAL_NOUN = re.compile(
    r"(?:[0-9] ?m|metres|mile|miles|of|more|straight|consecutive|successive|career|two|three|four|five|six|[0-9]) $"
)
_VICTORY = re.compile(r"\b(?:(?:this|his|her|the|a|an|with) )?(?:[a-z-]+ )?(?:victory|win)\b(?!-)", re.IGNORECASE)
_TOLD_BEFORE = re.compile(
    r"\b(?:after|with|following|since|despite|from) (?:the|this|that|his|her) (?:\w+ )?(?:victory|win)$"
    r"|\b(?:to|not|never|did|does|n't|will|can|could|would|must|may|might|streak) (?:victory|win)$|^win$"
    r"|\b(?:world|olympic|european|commonwealth) (?:championships? |title )?(?:win|victory)$",
    re.IGNORECASE,
)
_FINISH = (
    r"finish(?:ed|es|ing)?|came(?: home)?|comes|coming|plac(?:ed|ing)|was|were|wound up|ended(?: up)?"
    r"|cross(?:ed|ing) the line"
    r"|got home|only|secured|took|claimed|back in|down in|settled for|had to settle for|in|into|beaten into|edged into"
    r"|held on for|grabbed"
)
_ADJECTIVES = (
    r"(?:(?:a|an|his|her|just|only|overall|the|in|up|distant|close|creditable|fine|home|joint|\w+ed|\w+ing) ){0,2}"
)
_ORDINAL = re.compile(
    rf"\b(?:(?P<cue>{_FINISH}) ){_ADJECTIVES}(?P<place>{ORDINAL})\b(?P<noun> place| position| spot)?"
    r"(?=[,;.:)\"]|$| (?:in|at|with|behind|ahead|and|for|to|on|after|from|while|as|but|here|overall|just|over|despite"
    r"|having|thanks|following|this|last|that|when|because|before)\b)",
    re.IGNORECASE,
)
_ON_THE_WAY = re.compile(r"(?:(?:was|were|is|back|down) )?in(?:to)? ", re.IGNORECASE)
_VAGUE = frozenset({"in", "into", "was", "were", "only", "back in", "down in"})
_NTH_PLACE = re.compile(rf"\b(?P<place>{ORDINAL})-place (?:finish|result|spot)", re.IGNORECASE)
_BESIDE = re.compile(rf" (?P<place>{ORDINAL})(?=[,;.)]|$| (?:in|and|with|at)\b)")
_ORDINAL_FIRST = re.compile(
    rf"(?:^|[,;:.] |\band |\bwhile )(?P<place>{ORDINAL})(?: place)?,? "
    r"(?:was|came|went to|behind (?:him|her|them) was) ",
    re.IGNORECASE,
)
_WITH = re.compile(r"\b(?:with|and)(?: [A-Z]\S+)? $")
_RUNNER_UP = re.compile(r"\b(?:finish(?:ed|ing) )?(?:as )?(?:the )?runner-up\b(?: (?:in|at|to|behind) [A-Z]\w+)?")
_BEATEN = re.compile(r"\b(?:faced|suffered|tasted|slumped to|slipped to) (?:a |an )?(?:\w+ )?defeat\b")
_LED = re.compile(r"\b(?:still led|led|leading|(?:took|in) the lead)\b(?! (?:by|in\b))")
_THROUGH = re.compile(r" (?:through|at|past) (?:the )?(?:[0-9][0-9,]* ?m\b|bell)")


def find(sentence: Sentence) -> Iterator[Draft]:
    for finder in (_wins, _victories, _ordinals, _ordinal_first, _with_somebody, _others, _led):
        yield from finder(sentence)


def _place(
    sentence: Sentence, span: Span, one: Mention | None, place: int | str, at: str | None = None
) -> Iterator[Draft]:
    if one is None or in_speech(sentence, span[0]) or not is_so(sentence, span[0]):
        return
    said = f"{one.printed}'s place{f' at {at}' if at else ''}: {place}"
    yield draft(sentence, "place", span, said, athlete=one.printed, place=place, at=at, scope=scope_at(sentence, *span))


def _wins(sentence: Sentence) -> Iterator[Draft]:
    words = sentence.words
    passive = {found.start(): found.end() for found in _WON_BY.finditer(words)}
    for found in _WIN.finditer(words):
        if found.start() in passive:
            yield from _place(sentence, found.span(), _agent(sentence, passive[found.start()]), 1)
        elif not (found[0] == "wins" and _PLURAL_NOUN.search(words[: found.start()])):
            yield from _place(sentence, found.span(), who(sentence, found.start()), 1)


def _agent(sentence: Sentence, at: int) -> Mention | None:
    """Who is named behind "won by"."""
    place = sentence.start + at
    return next((one for one, _ in sentence.mentions if 0 <= one.start - place < _AGENT_WITHIN), None)


def _victories(sentence: Sentence) -> Iterator[Draft]:
    """The nouns; where another form of words holds them ("sealed the win"), that one speaks."""
    verbs = [found.span() for found in _WIN.finditer(sentence.words)]
    for found in _VICTORY.finditer(sentence.words):
        held = any(a < found.end() and found.start() < b for a, b in verbs)
        if not held and not _TOLD_BEFORE.search(sentence.words[: found.end()]):
            yield from _place(sentence, found.span(), who(sentence, found.end() - len("win")), 1)


def _ordinals(sentence: Sentence) -> Iterator[Draft]:
    """Places at the finish; "in third" in a running order is one at the distance told last."""
    for found in _ORDINAL.finditer(sentence.words):
        cue = found["cue"].lower()
        no_place = cue in _VAGUE and found["place"].lower() == "first" and not found["noun"]
        if no_place or _WIN.search(found[0]):
            continue
        at = split_at(sentence, found.start()) or (sentence.carried.split if _ON_THE_WAY.match(found[0]) else None)
        yield from _place(sentence, found.span(), who(sentence, found.start("place")), found["place"], at)
    for found in _NTH_PLACE.finditer(sentence.words):
        yield from _place(sentence, found.span(), who(sentence, found.start()), found["place"])


def _ordinal_first(sentence: Sentence) -> Iterator[Draft]:
    """ "Second was Anna Hall": who is named behind the verb."""
    for found in _ORDINAL_FIRST.finditer(sentence.words):
        yield from _place(sentence, found.span("place"), _agent(sentence, found.end()), found["place"])


def _with_somebody(sentence: Sentence) -> Iterator[Draft]:
    """ "With Melissa Jefferson third": the ordinal right behind a name."""
    for one, _ in sentence.mentions:
        end = one.end - sentence.start
        found = _BESIDE.match(sentence.words, end)
        if found is not None and _WITH.search(sentence.words[: one.start - sentence.start]):
            yield from _place(sentence, found.span("place"), one, found["place"])


def _others(sentence: Sentence) -> Iterator[Draft]:
    for pattern, place in ((_RUNNER_UP, 2), (_BEATEN, "at least 2")):
        for found in pattern.finditer(sentence.words):
            yield from _place(sentence, found.span(), who(sentence, found.start()), place)


def _led(sentence: Sentence) -> Iterator[Draft]:
    for found in _LED.finditer(sentence.words):
        through = _THROUGH.match(sentence.words, found.end())
        end = through.end() if through else found.end()
        at = split_at(sentence, end)
        if at is not None and following(sentence, found.end()) is None:
            yield from _place(sentence, (found.start(), end), who(sentence, found.start()), 1, at)
