"""Medals that somebody won: "held on to silver", "the bronze medallist", "1500m and 5000m gold medals"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from harness.extract.rules.coreference import named_after, named_before, resolve_subject
from harness.extract.rules.draft import Draft, draft
from harness.extract.rules.mentions import Reference
from harness.extract.rules.modality import is_asserted
from harness.extract.rules.reading import Sentence
from harness.extract.rules.scopes import ReadScope, scope_at
from harness.extract.rules.sentences import Span
from harness.extract.rules.settings import Occurrence

_COLOUR = "gold|silver|bronze"
_OF_A_MEDAL = re.compile(rf"{_COLOUR}|Gold|Silver|Bronze|medal")
_GETS = (
    r"w[io]n(?:s|ning)?|took|tak(?:e|es|en|ing)|claim(?:ed|s|ing)?|clinch(?:ed|es|ing)?|earn(?:ed|s|ing)?|shar(?:e"
    r"|ed|ing)"
    r"|secur(?:ed|es|ing)?|landed|lands|collect(?:ed|s|ing)?|pick(?:ed|ing) up|grabb?(?:ed|ing)?|bagg(?:ed|ing)"
    r"|(?:race|storm|power|sprint|surg|cruis|leap|jump|run|ran|stride|charg)[a-z]* to|h(?:eld|olding) on (?:to|for)"
    r"|settl(?:ed|ing|e) for|(?:be )?content with|make do with|accept(?:ed|s|ing)?|deliver(?:ed|s|ing)?|with"
    r"|add(?:ed|ing)"
    r"|struck|strikes?|for|into|got|gave [A-Z][\w' ]{1,40}?|it was|come away with"
)
_BETWEEN = r"(?:(?:a|an|the|his|her|another|their|men's|women's|individual|[0-9][0-9,]*m|[A-Z][a-z]+|[a-z]+ed) ){0,3}"
_YET_TO_COME = r"(?! (?:medall?ists?|medal (?:hope|favou?rite|contender|chance|table|winner|standard)|label|hope|rush))"
_WON = re.compile(
    rf"\b(?:{_GETS}) {_BETWEEN}(?P<colour>{_COLOUR})\b{_YET_TO_COME}(?: medals?)?(?: position)?"
    rf"|\b(?:had|has) (?P<had>{_COLOUR})(?: medals?\b| (?=around\b|in\b|at\b|from\b|and\b|just\b)|(?=[.,;:]|$))"
    rf"|\b(?:[Aa]n?|[Tt]he|[Hh]is|[Hh]er) (?P<alone>{_COLOUR}) medal\b"
    r"(?! (?:hope|favou?rite|contender|chance|winner|table))"
    rf"|(?<=\band )(?P<more>{_COLOUR})(?= (?:in|at|over) (?:the |both )?(?:(?:wo)?men's )?[0-9])"
    rf"|\b(?:the|[0-9,]+ ?(?:m|metres)) (?P<of_event>{_COLOUR})\b(?= (?:on|in|at)\b|[.,;])"
    rf"|\bthe (?P<taken>{_COLOUR}) (?:that |which )?(?:he|she) (?:took|won|claimed|had won|had taken)\b"
)
_GIVES = re.compile(r"\bgave ")
_OF_PEOPLE = re.compile(
    rf"(?<!first )\b(?:another |a |the )?(?P<people>[A-Z][a-z]+) (?P<colour>{_COLOUR})(?=[.,;)]|$| in\b| at\b)"
)
_ANY = re.compile(
    r"\b(?:won|wins|claimed|delivers|delivered|secured|took|earned) (?:a |the |his |her )?"
    rf"(?:(?!{_COLOUR})[A-Za-z]+ )?medal\b(?! table)"
)
_MEDALLIST = re.compile(
    rf"\b(?:[A-Z][\w-]+ |(?:world|indoor) ){{0,3}}(?P<colour>{_COLOUR}|Gold|Silver|Bronze) (?:medall?ist"
    rf"|medal[- ]winner)\b"
    r"(?: (?:in|from|at) (?:the )?[A-Z][a-z]+)?"
)
_TWO_EVENTS = re.compile(
    r"(?P<first>(?:(?P<level>European|Olympic|[Ww]orld) )?[0-9][0-9,]*m) and"
    rf" (?P<second>[0-9][0-9,]*m (?P<colour>{_COLOUR})(?: medals)?)\b"
)
_LEVEL = re.compile(r"\b(?:Olympic|[Ww]orld [Ii]ndoor|[Ww]orld|European [Ii]ndoor|European|Commonwealth)(?= )")
_LEADS_TO = re.compile(r"(?: medals?)? (?:in|at|over|for) (?:both )?(?:the )?")
_JOINED = re.compile(r"(?:, | and |, and )(?:the )?")
_FIGHT = re.compile(r"\b(?:battle|fight|race|duel|contest|scrap|bid|chance|shot|tilt|hunt|contention|favou?rite"
                    r"|contender|rival) (?:for )?$"
                    r"|\b(?:battl|fight|sprint|rac|duell|chas|bid|hunt|challeng)(?:ed|ing|e)? (?:for )?(?:the "
                    r"|a )?$")  # fmt: skip
_NEAR = 40


def find(sentence: Sentence) -> Iterator[Draft]:
    if not _OF_A_MEDAL.search(sentence.words):
        return
    taken: list[Span] = []
    for finder in (_of_two_events, _won, _medallists, _any):
        for medal in finder(sentence):
            if not any(a < medal.end and medal.start < b for a, b in taken):
                taken.append((medal.start, medal.end))
                yield medal


def _medal(
    sentence: Sentence, span: Span, athlete: Reference, colour: str, event: str | None = None, level: str | None = None
) -> Draft:
    scope = scope_at(sentence, *span)
    if str(scope.get("round") or "").casefold() != "final":
        scope = scope.without("round")  # a heat gives no medals
    level = level or _level_of_another(sentence, span, scope)
    if level:
        scope = scope.without().having(competition=level)
    if event:
        scope = scope.having(event=event)
    return draft(
        sentence, "medal", span, f"{athlete.printed}'s medal: {colour}", athlete=athlete, medal=colour, scope=scope
    )


def _level_of_another(sentence: Sentence, span: Span, scope: ReadScope) -> str | None:
    """ "Won Olympic bronze" in a report of other championships: the Olympic Games are meant."""
    named = _LEVEL.search(sentence.words, *span)
    if named is None or "competition" not in scope.inferred:
        return None
    carried = {holding.competition for holding in sentence.lexicon.holdings(str(scope.get("competition") or ""))}
    theirs = {holding.competition for holding in sentence.lexicon.holdings(named[0])}
    return None if carried & theirs else named[0]


def _won(sentence: Sentence) -> Iterator[Draft]:
    words = sentence.words
    for match in (*_WON.finditer(words), *_OF_PEOPLE.finditer(words)):
        groups = match.groupdict()
        if "people" in groups and groups["people"] not in sentence.lexicon.peoples:
            continue
        if _FIGHT.search(words[max(0, match.start() - _NEAR) : match.start() + len("for ")]) and match[0].startswith(
            "for"
        ):
            continue  # what was fought for need not have been won
        colour = next(
            filter(None, (groups.get(name) for name in ("colour", "had", "alone", "more", "of_event", "taken")))
        )
        athlete = _whose(sentence, match)
        is_fact = groups.get("taken") is not None or is_asserted(words, match.start())
        if athlete is not None and is_fact and not sentence.in_speech(match.start()):
            yield from _of_events(sentence, match.span(), athlete, colour)


def _of_events(sentence: Sentence, span: Span, athlete: Reference, colour: str) -> Iterator[Draft]:
    """One medal, or one in each of a row of events: "won bronze at 5000m and 10,000m"."""
    row: list[Occurrence] = []
    for event in sentence.events:
        gap = sentence.words[row[-1].end if row else span[1] : event.start]
        if event.start >= span[1] and (_JOINED if row else _LEADS_TO).fullmatch(gap):
            row.append(event)
    if len(row) < 2:
        yield _medal(sentence, span, athlete, colour)
        return
    for event in row:
        place = (span[0], event.end) if event == row[0] else (event.start, event.end)
        yield _medal(sentence, place, athlete, colour, event.printed)


def _whose(sentence: Sentence, match: re.Match[str]) -> Reference | None:
    if match[0].startswith("it was"):
        beside = named_before(sentence, match.start(), reach=1)
        return beside or resolve_subject(sentence, match.start())
    if _GIVES.match(match[0]):
        return named_after(sentence, match.start() + len("gave "), reach=25)
    taken = match.groupdict().get("taken") is not None
    return resolve_subject(sentence, match.end() if taken else match.start())


def _medallists(sentence: Sentence) -> Iterator[Draft]:
    """Beside a name: "beat the Olympic gold medallist Kerr", "Kerr, bronze medallist in Tokyo". Without one: nobody."""
    for match in _MEDALLIST.finditer(sentence.words):
        named = named_after(sentence, match.end(), reach=2 if sentence.words[match.end() :].startswith(", ") else 1)
        athlete = named or _in_apposition(sentence, match.start()) or _predicate(sentence, match.start())
        if athlete is not None:
            yield _medal(sentence, match.span(), athlete, match["colour"].lower())


def _in_apposition(sentence: Sentence, at: int) -> Reference | None:
    """The name that the words stand behind: "Kerr, the bronze medallist"."""
    gap = re.search(
        r",? (?:(?:an?|the|who (?:was|is)|our|twice|now) )?(?:[a-z]+-time )?$", sentence.words[max(0, at - _NEAR) : at]
    )
    return named_before(sentence, at - len(gap[0]), reach=0) if gap else None


def _predicate(sentence: Sentence, at: int) -> Reference | None:
    """The subject that the words are said of: "Kerr is the bronze medallist"."""
    copula = re.search(
        r"\b(?:is|was|as|became|already|still)(?: the| an?)? (?:[a-z]+ )?$", sentence.words[max(0, at - _NEAR) : at]
    )
    return resolve_subject(sentence, at) if copula else None


def _any(sentence: Sentence) -> Iterator[Draft]:
    for match in _ANY.finditer(sentence.words):
        athlete = resolve_subject(sentence, match.start())
        if athlete is not None and is_asserted(sentence.words, match.start()) and not sentence.in_speech(match.start()):
            yield _medal(sentence, match.span(), athlete, "any")


def _of_two_events(sentence: Sentence) -> Iterator[Draft]:
    """ "1500m and 5000m gold medals": one medal in each."""
    for match in _TWO_EVENTS.finditer(sentence.words):
        athlete = resolve_subject(sentence, match.start())
        if athlete is not None and is_asserted(sentence.words, match.start()):
            for part in ("first", "second"):
                event = match[part].split(match["colour"])[0].split()[-1]
                yield _medal(sentence, match.span(part), athlete, match["colour"], event, match["level"])
