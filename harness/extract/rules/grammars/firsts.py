"""The first since, the last since, the only one, the first ever: feats set against all others."""

from __future__ import annotations

import re
from collections.abc import Iterator

from harness.extract.rules.draft import Draft, draft
from harness.extract.rules.figures import NUMBER, marks
from harness.extract.rules.people import WORD
from harness.extract.rules.reading import Sentence
from harness.extract.rules.scopes import scope_at
from harness.extract.rules.whom import is_so, who

_YEAR = r"(?:18|19|20)[0-9][0-9]"
_SINCE = re.compile(
    r"\b(?:the )?first (?:(?P<people>[A-Z][A-Za-z]+) )?(?:(?:man|woman|athlete"
    r"|runner) to win )?(?:(?:an? |the )?(?:Olympic |world |global )?)?(?P<feat>medall?ist|medal"
    r"|winner|champion|gold|title|win|victory)\b"
    rf"[^.;]{{0,40}}? since (?:(?P<holder>{WORD}(?: {WORD})?)(?:'s \w+)? (?:in )?)?(?P<year>{_YEAR})"
)
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
_OF_A_LEVEL = re.compile(r"\b(?:Olympic|[Ww]orld|European|Commonwealth)\b")


def find(sentence: Sentence) -> Iterator[Draft]:
    for finder in (_since, _fastest, _only):
        yield from finder(sentence)


def _feat(word: str) -> dict[str, object]:
    if word.startswith("medal"):
        return {"medal": "any"}
    return {"medal": "gold"} if word == "gold" else {"titles": 1}


def _since(sentence: Sentence) -> Iterator[Draft]:
    for found in _SINCE.finditer(sentence.words):
        nobody = _IT_WAS.search(sentence.words[: found.start()])
        one = None if nobody else who(sentence, found.start())
        nations = {**sentence.lexicon.peoples, **sentence.lexicon.countries}
        nation = found["people"] if found["people"] in nations else None
        if is_so(sentence, found.start()) and (one or nation):
            name, scope = one.printed if one else None, scope_at(sentence, found.start(), nation=nation)
            yield draft(
                sentence, "since", (found.start(), found.end("feat")), f"the first since {found['year']}",
                athlete=name, feat=_feat(found["feat"]), since=found["year"], last_holder=found["holder"], scope=scope,
            )  # fmt: skip


def _fastest(sentence: Sentence) -> Iterator[Draft]:
    for found in _FASTEST.finditer(sentence.words):
        one, mark = who(sentence, found.start()), _mark(sentence)
        if one is not None and mark is not None and is_so(sentence, found.start()):
            said, feat = f"{one.printed}: the best for so long", {"mark": f"{mark} or better"}
            yield draft(
                sentence, "since", found.span(), said, (found.span(),), athlete=one.printed, feat=feat,
                since=found["year"], span=found["span"], scope=scope_at(sentence, found.start()),
            )  # fmt: skip


def _mark(sentence: Sentence) -> str | None:
    found = marks(sentence.words)
    return found[0][0] if found else None


def _only(sentence: Sentence) -> Iterator[Draft]:
    for how, pattern in (("only", _ONLY), ("first", _FIRST_TO)):
        for found in pattern.finditer(sentence.words):
            one = who(sentence, found.start())
            if one is None:
                continue
            feat = "medals" if found["what"].startswith("medal") else "titles"
            count = "two" if found["count"] == "it twice" else found["count"] or 1
            level = _OF_A_LEVEL.search(found[0])
            scope = {"competition": level[0]} if level else scope_at(sentence, *found.span())
            said = f"{one.printed}: the {how} one"
            yield draft(
                sentence, "only", found.span(), said, members=[one.printed], feat={feat: count}, how=how, scope=scope
            )
