"""The first since, the last since, the only one, the first ever: feats set against all others."""

from __future__ import annotations

import re
from collections.abc import Iterator

from harness.extract.rules.coreference import resolve_subject
from harness.extract.rules.draft import Draft, draft
from harness.extract.rules.figures import NUMBER, marks
from harness.extract.rules.modality import is_asserted
from harness.extract.rules.people import WORD
from harness.extract.rules.reading import Sentence
from harness.extract.rules.scopes import ReadScope, scope_at

_YEAR = r"(?:18|19|20)[0-9][0-9]"
_SINCE = re.compile(
    r"\b(?:the )?first (?:(?P<people>[A-Z][A-Za-z]+) )?(?:(?:man|woman|athlete"
    r"|runner) to win )?(?:(?:an? |the )?(?:Olympic |world |global )?)?(?P<feat>medall?ist|medal"
    r"|winner|champion|gold|title|win|victory)\b"
    rf"[^.;]{{0,60}}? since (?:(?P<holder>{WORD}(?: {WORD})?)(?:'s \w+)? (?:in )?)?(?P<year>{_YEAR})"
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
    for match in _SINCE.finditer(sentence.words):
        nobody = _IT_WAS.search(sentence.words[: match.start()])
        athlete = None if nobody else resolve_subject(sentence, match.start())
        nations = {**sentence.lexicon.peoples, **sentence.lexicon.countries}
        nation = match["people"] if match["people"] in nations else None
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
    found = marks(sentence.words)
    return found[0][0] if found else None


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
