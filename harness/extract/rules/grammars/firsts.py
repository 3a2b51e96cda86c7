"""The first since, the last since, the only one, the first ever: feats set against all others."""

from __future__ import annotations

import re
from collections.abc import Iterator

from harness.extract.rules.coreference import carried_topic, resolve_subject
from harness.extract.rules.draft import Draft, draft
from harness.extract.rules.figures import MARK, NUMBER, SPELLED_BARRIER, marks
from harness.extract.rules.modality import is_asserted
from harness.extract.rules.people import WORD
from harness.extract.rules.reading import Sentence
from harness.extract.rules.scopes import ReadScope, scope_at

_YEAR = r"(?:18|19|20)[0-9][0-9]"
_SINCE = re.compile(
    r"\b(?P<whose>[A-Z]\w+(?: [A-Z]\w+)?'s )?(?:the )?first (?:(?!Olympic )(?P<people>[A-Z][A-Za-z]+) )?"
    r"(?:(?:(?:man|woman|athlete|runner) )?to win )?(?:(?:an? |the )?(?:Olympic |world |global )?(?:[0-9][0-9,]*m )?)?"
    r"(?P<feat>medall?ist|medal|winner|champion|gold|title|win|victory)\b"
    rf"[^.;]{{0,60}}? since (?:(?P<holder>{WORD}(?: {WORD})?)(?:'s \w+)? (?:in )?)?(?P<year>{_YEAR})"
)
_FOR_WHOM = re.compile(r" (?:for|from) (?P<whom>(?:his|her|their) country|(?:the )?[A-Z]\w+(?: [A-Z]\w+)?)")
_IT_WAS = re.compile(r"\b(?:(?:[Ii]t|[Tt]his|[Tt]hat) (?:was|is)|sees?|saw|seeing|brought|gave \w+) $")
_FASTEST = re.compile(
    r"\b(?:the )?(?:fastest|quickest|longest|best|furthest) (?:time|mark|jump|throw|run"
    rf"|performance)s? (?:(?:in|for) (?P<span>(?:more than |over |almost )?{NUMBER} years)"
    rf"|since (?P<year>{_YEAR}))"
)
_ONLY = re.compile(
    r"\bthe only (?:man|woman|men|women|athlete|runner)s? (?:ever )?to (?:have )?w[io]n "
    rf"(?P<count>{NUMBER}|it twice)?[^.;,]{{0,30}}?(?P<what>titles?|golds?|medals?|$)"
)
_FIRST_TO = re.compile(
    r"\b(?:the |becoming the |became the )?first (?:man|woman|athlete|runner|jumper|sprinter)(?: ever| in history)?"
    rf" to w[io]n (?P<count>{NUMBER})[^.;,]{{0,40}}?(?P<what>titles|golds|gold medals|medals)"
)
_BARRIER = (
    rf"(?:(?:ever |in history )?to (?:run|go|break|dip|swim|jump|throw|clear|score|finish)(?: a marathon)? )?"
    rf"(?P<side>under|inside|below|sub-|beyond|over|past|better than|faster than)? ?(?P<mark>{SPELLED_BARRIER}"
    rf"|{MARK}|[0-9]{{1,2}} seconds)"
)
_FIRST_UNDER = re.compile(
    rf"\b(?:the |becoming the |became the )first (?P<noun>man|woman|athlete|runner|jumper|sprinter|swimmer|person)"
    rf"(?: ever| in history)? {_BARRIER}"
)
_NOBODY_BEFORE = re.compile(
    r"\b(?P<noun>[Nn]obody|[Nn]o one|[Nn]o (?:other )?(?:man|woman|athlete|runner"
    r"|swimmer))(?: else)? had(?: ever| previously)?"
    rf" (?:broken|run|gone|swum|jumped|thrown|cleared|dipped|been|finished) (?P<side>under |inside |below "
    rf"|beyond |over )?"
    rf"(?P<mark>{MARK})(?: before| previously)"
)
_NO_WINNER_BEFORE = re.compile(
    r"\b[Nn]o (?:[a-z]+ ){0,3}?(?P<noun>man|woman|athlete|runner|swimmer|jumper|thrower)s?(?: before (?:him|her))? had"
    rf"(?: ever)? won (?P<count>{NUMBER}) (?P<level>Olympic|[Ww]orld|European|Commonwealth)?[^.;,]{{0,20}}?"
    r"(?P<what>titles|gold medals|golds|medals)(?: before| previously)?\b"
)
_OF_A_SEX = {"man": "men", "woman": "women"}
_OF_A_LEVEL = re.compile(r"\b(?:Olympic|[Ww]orld|European|Commonwealth)\b")


def find(sentence: Sentence) -> Iterator[Draft]:
    for finder in (_since, _fastest, _only, _barriers, _none_before):
        yield from finder(sentence)


def _feat(word: str) -> dict[str, object]:
    if word.startswith("medal"):
        return {"medal": "any"}
    return {"medal": "gold"} if word == "gold" else {"titles": 1}


def _since(sentence: Sentence) -> Iterator[Draft]:
    for match in _SINCE.finditer(sentence.words):
        nobody = _IT_WAS.search(sentence.words[: match.start()])
        athlete = None if nobody else resolve_subject(sentence, match.start())
        nations = {**sentence.lexicon.peoples, **sentence.lexicon.countries}
        told = _people_of(match)
        nation = told if told in nations else None
        if told is not None and nation is None:
            continue  # "the first Scottish medallist", "a first medal for his country": among whom is not known
        if nation and athlete is not None and athlete.start > match.end():
            athlete = None  # "Britain's first medal since 1988, when Hall won silver": that was then
        if is_asserted(sentence.words, match.start()) and (athlete or nation):
            scope = scope_at(sentence, match.start(), match.end("feat"))
            scope = scope.having(nation=nation) if nation else scope
            level = _OF_A_LEVEL.search(sentence.words, match.start(), match.end())
            if level is not None and not sentence.competitions and scope.get("competition") is None:
                scope = scope.having(competition=level[0])
            yield draft(
                sentence, "since", (match.start(), match.end("feat")), f"the first since {match['year']}",
                athlete=athlete, feat=_feat(match["feat"]), since=match["year"], last_holder=match["holder"],
                scope=scope,
            )  # fmt: skip


def _people_of(match: re.Match[str]) -> str | None:
    """Among whom it is the first: "the first American champion", "Britain's first medal", "a first gold for Kenya"."""
    whom = _FOR_WHOM.search(match.string, match.end("feat"), match.end())
    return match["people"] or (match["whose"] or "").removesuffix("'s ") or (whom and whom["whom"].removeprefix("the "))


def _fastest(sentence: Sentence) -> Iterator[Draft]:
    for match in _FASTEST.finditer(sentence.words):
        athlete, mark = resolve_subject(sentence, match.start()), _mark(sentence)
        if athlete is not None and mark is not None and is_asserted(sentence.words, match.start()):
            summary, feat = f"{athlete.printed}: the best for so long", {"mark": f"{mark} or better"}
            yield draft(
                sentence, "since", match.span(), summary, (match.span(),), athlete=athlete, feat=feat,
                since=match["year"], span=match["span"], scope=scope_at(sentence, match.start()),
            )  # fmt: skip


def _mark(sentence: Sentence) -> str | None:
    printed = marks(sentence.words)
    return printed[0][0] if printed else None


def _only(sentence: Sentence) -> Iterator[Draft]:
    for how, pattern in (("only", _ONLY), ("first", _FIRST_TO)):
        for match in pattern.finditer(sentence.words):
            athlete = resolve_subject(sentence, match.start())
            if athlete is None or not is_asserted(sentence.words, match.start()):
                continue
            feat = "medals" if match["what"].startswith("medal") else "titles"
            count = "two" if match["count"] == "it twice" else match["count"] or 1
            level = _OF_A_LEVEL.search(match[0])
            scope = ReadScope({"competition": level[0]}) if level else scope_at(sentence, *match.span())
            yield draft(
                sentence, "only", match.span(), f"{athlete.printed}: the {how} one", members=[athlete],
                feat={feat: count}, how=how, scope=scope,
            )  # fmt: skip


def _barriers(sentence: Sentence) -> Iterator[Draft]:
    """ "The first runner under two hours and 20 minutes", "nobody had broken 2:01:00 before"."""
    for pattern in (_FIRST_UNDER, _NOBODY_BEFORE):
        for match in pattern.finditer(sentence.words):
            first = pattern is _FIRST_UNDER
            athlete = resolve_subject(sentence, match.start()) or (None if first else carried_topic(sentence))
            is_fact = not first or is_asserted(sentence.words, match.start())
            if athlete is None or not is_fact or sentence.in_speech(match.start()):
                continue
            beyond = (match["side"] or "").strip() in ("beyond", "over", "past")
            sex = _OF_A_SEX.get(match["noun"].split()[-1])
            scope = scope_at(sentence, *match.span()).without("competition", "year", "round").having(sex=sex)
            feat = {"mark": f"{match['mark']} or better" if beyond else f"under {match['mark']}"}
            yield draft(
                sentence, "only", match.span(), f"{athlete.printed}: the first there", (match.span(),),
                members=[athlete], feat=feat, how="first", scope=scope,
            )  # fmt: skip


def _none_before(sentence: Sentence) -> Iterator[Draft]:
    """ "No athlete had won three Olympic gold medals before": who is spoken of was the first."""
    for match in _NO_WINNER_BEFORE.finditer(sentence.words):
        before = [n for n in sentence.nominals if n.end <= match.start() and n.person is not None]
        athlete = resolve_subject(sentence, before[0].end + 1) if before else carried_topic(sentence)
        if athlete is None or sentence.in_speech(match.start()):
            continue
        event = scope_at(sentence, *match.span()).without("competition", "year", "round", "indoor")
        scope = event.having(competition=match["level"], sex=_OF_A_SEX.get(match["noun"]))
        feat = {"medals" if match["what"] == "medals" else "titles": match["count"]}
        made = draft(
            sentence, "only", match.span(), f"{athlete.printed}: the first", (match.span(),),
            members=[athlete._replace(firm=False)], feat=feat, how="first", scope=scope,
        )  # fmt: skip
        yield made
