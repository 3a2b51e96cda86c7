"""Places: wins however they are worded, ordinals behind a verb of finishing, and who led on the way."""

from __future__ import annotations

import re
from collections.abc import Iterator

from harness.extract.rules.coreference import named_after, names_between, resolve_subject, subjects_of
from harness.extract.rules.draft import Draft, draft
from harness.extract.rules.figures import ORDINAL
from harness.extract.rules.mentions import Reference, Role
from harness.extract.rules.modality import is_asserted
from harness.extract.rules.reading import Sentence
from harness.extract.rules.scopes import scope_at, split_at
from harness.extract.rules.sentences import Span
from harness.extract.rules.splits import is_on_the_way, place_on_the_way

_OF_A_MEDAL = (
    r"(?! (?:[^\s,;:.]+ ){0,5}(?:golds?|silvers?|bronzes?|medals?|titles?|crown|double)\b"
    r"|(?: the| a)? championships?\b| every| all\b| (?:two|three|four|five|six)\b"
    r"| [0-9]{1,2}(?=[,.;](?: |$)| of\b|$)"  # "Norway won 14, with 22 silvers": so many, and nobody's race
    r"|(?: [a-z]+){0,2} (?:twice|(?:two|three|four|five|six|several|many) times)\b)"
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
    r"(?! [0-9]+(?:[.:][0-9]| ?(?:hundred|tenth|thousand|second|metre|meter|point|cm|m\b))| an?\b"
    r"| the (?:tight|narrow)| just| less| more| half)"
)
_IS_WON = re.compile(r"\b(?:was|were|been|is|being) $")
_WON_BY = re.compile(rf"\bwon (?:\w+ )?by\b{_GAP_AFTER}")
_AGENT_WITHIN = 40
_ONE_OF_A_FEW = re.compile(
    rf"\b(?:the|an?|another|only) (?:[\w'-]+ )?(?:last|latest|only|first|youngest|oldest|next|previous|{ORDINAL}) "
    r"(?:[\w'-]+ ){1,3}$"
    r"|\b(?:the|was|is|as|became) (?:last|latest|only|first|youngest|oldest|next|previous) (?:[\w'-]+ ){0,3}$"
)
_PLURAL_NOUN = re.compile(
    r"(?:[0-9] ?m|metres|mile|miles|of|more|straight|consecutive|successive|career|two|three|four|five|six|[0-9]) $"
)
_VICTORY = re.compile(r"\b(?:(?:this|his|her|the|a|an|with) )?(?:[a-z-]+ )?(?:victory|win)\b(?!-)", re.IGNORECASE)
_TOLD_BEFORE = re.compile(
    r"\b(?:after|with|following|since|despite|from) (?:the|this|that|his|her) (?:\w+ )?(?:victory|win)$"
    r"|\b(?:to|not|never|did|does|n't|will|can|could|would|must|may|might|streak) (?:victory|win)$|^win$"
    r"|\b(?:world|olympic|european|commonwealth) (?:championships? |title )?(?:win|victory)$"
    r"|\b(?:previous|last|first|second|third|fourth|fifth|other|another|biggest|only) (?:[a-z]+ )?(?:victory|win)$",
    re.IGNORECASE,
)
_FINISH = (
    r"finish(?:ed|es|ing)?|came(?: home| in)?|comes|coming|plac(?:ed|ing)|was|were|wound up|ended(?: up)?"
    r"|cross(?:ed|ing) the line|trailed (?:home|in)|faded to|dropped (?:back )?to|slipped to|fell (?:back )?to"
    r"|qualified in"
    r"|got home|only|secured|took|claimed|back in|down in|settled for|had to settle for|settling for|in|into"
    r"|beaten into|edged"
    r" into|held on for|grabbed|sprint(?:ed|ing)? (?:for|to)"
)
_ADJECTIVES = (
    r"(?:(?:a|an|just|only|overall|the|in|up|distant|close|creditable|fine|home|joint|but|still|a tired"
    r"|happy|\w+ed"
    r"|\w+ing) ){0,4}"
)
_AFTER_ORDINAL = (
    r"(?=[,;.:)\"]|$| (?:in|at|with|behind|ahead|and|for|to|on|after|from|while|as|but|here|overall|just|over|despite"
    r"|having|thanks|following|this|last|that|when|because|before|of|respectively)\b)"
)
_ORDINAL = re.compile(
    rf"\b(?:(?P<cue>{_FINISH}) ){_ADJECTIVES}(?P<place>{ORDINAL})\b(?P<noun> place| position| spot)?{_AFTER_ORDINAL}",
    re.IGNORECASE,
)
_ON_THE_WAY = re.compile(r"(?:(?:was|were|is|back|down) )?in(?:to)? ", re.IGNORECASE)
_VAGUE = frozenset({"in", "into", "was", "were", "only", "back in", "down in"})
_NOT_OF_A_RACE = re.compile(r" of (?:his|her|their|the (?:year|season|night|day|evening|week|championships))\b"
                            r"| (?:in|of) (?:the )?"
                            r"(?:medals? table|table|overall count|standings|all-time|rankings?"
                            r"|world rankings?)\b")  # fmt: skip
_ANY_ORDINAL = re.compile(rf"\b{ORDINAL}\b", re.IGNORECASE)
_OVERALL = re.compile(r" overall\b")
_NTH_PLACE = re.compile(rf"\b(?P<place>{ORDINAL})-place (?:finish|result|spot)", re.IGNORECASE)
_PLACED = re.compile(rf"\b(?P<place>{ORDINAL})-placed ", re.IGNORECASE)
_QUALIFYING_PLACE = re.compile(
    rf"\btook the (?P<place>{ORDINAL})(?: and last)? (?:automatic )?(?:qualifying )?(?:place|spot)\b"
)
_BESIDE = re.compile(rf"(?:, (?:an?|another|the|also|now) [^,;:()]{{1,40}},)?"
                     rf"(?: of [A-Z][\w ]{{2,25}}| ?\([^()]{{2,30}}\))?,? (?:also |only |a distant |a close "
                     rf"|back in )?(?P<place>{ORDINAL})"
                     r"(?: place)?(?=[,;.)]|$| (?:in|and|with|at|behind|ahead)\b)")  # fmt: skip
_ORDINAL_FIRST = re.compile(
    rf"(?:^|[,;:.] |\band |\bwhile )(?P<place>{ORDINAL})(?: place)?,? "
    r"(?:was|came|went to|behind (?:him|her|them) was) ",
    re.IGNORECASE,
)
_TWO_PLACES = re.compile(rf"\b(?P<first>{ORDINAL}) and (?P<second>{ORDINAL})\b{_AFTER_ORDINAL}", re.IGNORECASE)
_RUNNER_UP = re.compile(r"\b(?:finish(?:ed|ing) )?(?:as )?(?:the )?runner-up\b(?: (?:in|at|to|behind) [A-Z]\w+)?")
_WINNER = re.compile(r"\b(?:(?:race|eventual|heat|overall) )?winner\b(?= [A-Z])")
_BEATEN = re.compile(r"\b(?:faced|suffered|tasted|slumped to|slipped to) (?:a |an )?(?:\w+ )?defeat\b")
_LED = re.compile(r"\b(?:still led|led|leading|(?:took|in) the lead)\b(?! (?:by|in\b))")
_THROUGH = re.compile(r" (?:through|at|past) (?:the )?(?:[0-9][0-9,]* ?m\b|bell)")


def find(sentence: Sentence) -> Iterator[Draft]:
    taken: list[Span] = []
    for finder in (_pairs, _wins, _victories, _ordinals, _ordinal_first, _beside_a_name, _others, _led):
        for placed in finder(sentence):
            place = (placed.start, placed.end)
            if finder in (_ordinals, _beside_a_name) and any(a < place[1] and place[0] < b for a, b in taken):
                continue
            taken.append(place)
            yield placed


def _place(
    sentence: Sentence, span: Span, athlete: Reference | None, place: int | str, at: str | None = None
) -> Iterator[Draft]:
    if athlete is None or sentence.in_speech(span[0]) or not is_asserted(sentence.words, span[0]):
        return
    summary = f"{athlete.printed}'s place{f' at {at}' if at else ''}: {place}"
    scope = scope_at(sentence, *span)
    yield draft(sentence, "place", span, summary, athlete=athlete, place=place, at=at, scope=scope)


def _pairs(sentence: Sentence) -> Iterator[Draft]:
    """ "Hall and Bell were first and second": two places for two people, in their order."""
    for match in _TWO_PLACES.finditer(sentence.words):
        those = subjects_of(sentence, match.start())
        if len(those) == 2 and not is_on_the_way(sentence.words, match.end()):
            for group, athlete in zip(("first", "second"), those, strict=True):
                yield from _place(sentence, match.span(group), athlete, match[group])


def _wins(sentence: Sentence) -> Iterator[Draft]:
    words = sentence.words
    passive = {match.start(): match.end() for match in _WON_BY.finditer(words)}
    for match in _WIN.finditer(words):
        if match.start() in passive:
            yield from _place(sentence, match.span(), _agent(sentence, passive[match.start()]), 1)
        elif _IS_WON.search(words[max(0, match.start() - _AGENT_WITHIN) : match.start()]):
            continue  # "the race was won in 3:59.05"
        elif match[0] == "to win" and _ONE_OF_A_FEW.search(words[max(0, match.start() - 40) : match.start()]):
            continue  # "the last Briton to win": at some time, and not here
        elif not (match[0] == "wins" and _PLURAL_NOUN.search(words[: match.start()])):
            yield from _place(sentence, match.span(), resolve_subject(sentence, match.start()), 1)


def _agent(sentence: Sentence, at: int) -> Reference | None:
    """Who is named behind "won by"."""
    return next(iter(names_between(sentence, at, at + _AGENT_WITHIN)), None)


def _victories(sentence: Sentence) -> Iterator[Draft]:
    """The nouns; where another form of words holds them ("sealed the win"), that one speaks."""
    verbs = [match.span() for match in _WIN.finditer(sentence.words)]
    for match in _VICTORY.finditer(sentence.words):
        held = any(a < match.end() and match.start() < b for a, b in verbs)
        if not held and not _TOLD_BEFORE.search(sentence.words[max(0, match.start() - 40) : match.end()]):
            yield from _place(sentence, match.span(), resolve_subject(sentence, match.end() - len("win")), 1)


def _ordinals(sentence: Sentence) -> Iterator[Draft]:
    """Places at the finish; "in third" in a running order is one at the distance told last."""
    words = sentence.words
    if _ANY_ORDINAL.search(words) is None:
        return
    for match in _ORDINAL.finditer(words):
        cue = match["cue"].lower()
        no_place = cue in _VAGUE and match["place"].lower() == "first" and not match["noun"]
        unranked = _NOT_OF_A_RACE.match(words, match.end()) or _OVERALL.match(words, match.end())
        if no_place or _WIN.search(match[0]) or unranked:
            continue
        at = split_at(sentence, match.start())
        if at is None and is_on_the_way(words, match.end()):
            at = place_on_the_way(words, match.end(), str(scope_at(sentence, match.start()).get("event") or ""))
            if at is None:
                continue  # a place on the way, but where is not told
        if at is None and _ON_THE_WAY.match(match[0]):
            at = sentence.state.figures.split
        span = match.span("place") if cue == "in" else match.span()  # "missed the podium in fourth" is told as a fact
        yield from _place(sentence, span, resolve_subject(sentence, match.start("place")), match["place"], at)
    for pattern in (_NTH_PLACE, _QUALIFYING_PLACE):
        for match in pattern.finditer(words):
            yield from _place(sentence, match.span(), resolve_subject(sentence, match.start()), match["place"])
    for match in _PLACED.finditer(words):
        yield from _place(sentence, match.span("place"), named_after(sentence, match.end(), reach=25), match["place"])


def _ordinal_first(sentence: Sentence) -> Iterator[Draft]:
    """ "Second was Anna Hall": who is named behind the verb."""
    for match in _ORDINAL_FIRST.finditer(sentence.words):
        if not is_on_the_way(sentence.words, match.end("place")):
            yield from _place(sentence, match.span("place"), _agent(sentence, match.end()), match["place"])


def _beside_a_name(sentence: Sentence) -> Iterator[Draft]:
    """ "With Melissa Jefferson third", "Elliot Giles, fifth in 3:31.06, led": the ordinal right behind a name."""
    words = sentence.words
    for nominal in sentence.nominals:
        match = _BESIDE.match(words, nominal.end) if nominal.person and nominal.role is not Role.OWNER else None
        if match is None or _NOT_OF_A_RACE.match(words, match.end()) or nominal.form.value != "name":
            continue
        if is_on_the_way(words, match.end()):
            continue
        firm = nominal.role is Role.SUBJECT
        assert nominal.person is not None
        athlete = Reference(nominal.person, nominal.printed, nominal.start, nominal.end, firm)
        yield from _place(sentence, match.span("place"), athlete, match["place"])


def _others(sentence: Sentence) -> Iterator[Draft]:
    for pattern, place in ((_RUNNER_UP, 2), (_WINNER, 1), (_BEATEN, "at least 2")):
        for match in pattern.finditer(sentence.words):
            athlete = named_after(sentence, match.end(), reach=1) or resolve_subject(sentence, match.start())
            yield from _place(sentence, match.span(), athlete, place)


def _led(sentence: Sentence) -> Iterator[Draft]:
    for match in _LED.finditer(sentence.words):
        through = _THROUGH.match(sentence.words, match.end())
        end = through.end() if through else match.end()
        at = split_at(sentence, end)
        if at is not None and named_after(sentence, match.end()) is None:
            yield from _place(sentence, (match.start(), end), resolve_subject(sentence, match.start()), 1, at)
