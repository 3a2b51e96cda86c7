"""Ranks on lists: "fourth-fastest man in history", "nineteenth rank", "tops the medal table"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from harness.extract.rules.coreference import named_after, names_between, resolve_subject
from harness.extract.rules.draft import Draft, draft
from harness.extract.rules.figures import ORDINAL, marks
from harness.extract.rules.grammars.medal_counts import nations_before
from harness.extract.rules.mentions import Reference
from harness.extract.rules.modality import is_asserted
from harness.extract.rules.reading import Sentence
from harness.extract.rules.scopes import list_scope, mark_before, scope_at
from harness.extract.rules.sentences import Span

_BEST = r"(?:fastest|quickest|longest|furthest|farthest|highest|best|greatest)"
_PERFORMANCES = frozenset("mile time performance run jump throw leap mark".split())
_NOUN = (
    r"man|woman|athlete|runner|sprinter|miler|jumper|thrower|performer|mile|time|performance|run|jump|throw|leap|mark"
    r"|Briton|[0-9][0-9,]* ?m"
)
_EVER = (
    r"(?: (?:ever(?: recorded| run)?|in history|of all[- ]time|all[- ]time|in the world|on (?:the )?[\w -]{0,20}list"
    r"|this (?:year|season)))"
)
_SUPERLATIVE = re.compile(
    rf"\b(?:(?P<rank>{ORDINAL})[- ])?{_BEST} (?:(?P<people>[A-Z][a-z]+) |outdoor "
    rf"|(?P<indoor>indoor) )?(?P<noun>{_NOUN})"
    rf"(?P<ever>{_EVER})?(?! in (?:\w+ )?(?:years|months|decades))"
)
_THIS_YEAR = re.compile(r"[^,;.]{0,20} (?:this|of the) (?:year|season|summer)\b")
_WHOSE = re.compile(r"\b(?P<area>Africa|Europe|Asia|[Tt]he world)'s $")
_SEXES = {"man": "men", "woman": "women"}
_RANK = re.compile(
    rf"\b(?:the )?(?P<rank>{ORDINAL}) rank\b(?: in (?:the )?world record)?"
    rf"|\brank(?:s|ed|ing)? (?:as )?(?:the )?(?P<verb>(?:joint[- ])?{ORDINAL}|No\.? ?[0-9]+)\b(?!-| on | in )"
)
_TWO = re.compile(
    rf"\bthe (?P<number>two|three) {_BEST} (?:runners|men|women|athletes|performers|sprinters|jumpers|milers)\b"
)
_FASTER_ONLY = re.compile(
    r"\b[Oo]nly (?P<number>one|two|three|four|five|six|seven|eight|nine|ten) (?:other )?(?:men|man|women|woman"
    r"|athletes|people|runners)"
    r"(?: in history| ever)? (?:have|has) (?:ever )?(?:run|gone|jumped|thrown|swum) (?:faster|quicker|farther"
    r"|further|higher)\b"
)
_NUMBERS = {word: number for number, word in enumerate("one two three four five six seven eight nine ten".split(), 1)}
_TABLE = re.compile(
    r"\b(?:tops?|topped|leads?|led|heads?|headed) (?:the )?(?:all-time )?(?:Olympic )?(?:gold )?medals?"
    r" (?:table|count|standings)\b"
)
_TABLE_PLACE = re.compile(
    rf"\b(?:was|were|came|finished|are|is) (?P<rank>{ORDINAL})\b(?= with [0-9]| in the (?:medals? table|overall))"
)
_FASTER_THAN_ALL = re.compile(
    r"\b(?:faster|quicker|further|farther|higher) than (?:anyone|anybody|any(?: other)? (?:man|woman|athlete|runner))"
    r"(?: else)?(?: has)?(?: ever(?: run| been| gone)?| in history| in the history of the (?P<level>Olympic))\b"
)
_MARK_BEHIND = 30


def find(sentence: Sentence) -> Iterator[Draft]:
    for finder in (_superlatives, _only_faster, _faster_than_all, _plain, _several, _tables):
        for rank in finder(sentence):
            if is_asserted(sentence.words, rank.start) and not sentence.in_speech(rank.start):
                yield rank


def _superlatives(sentence: Sentence) -> Iterator[Draft]:
    for match in _SUPERLATIVE.finditer(sentence.words):
        whose = _WHOSE.search(sentence.words[max(0, match.start() - 20) : match.start()])
        if not (match["rank"] or match["ever"] or whose):
            continue
        start = match.start() - len(whose[0]) if whose else match.start()
        athlete = _beside(sentence, match.end()) or resolve_subject(sentence, start)
        if athlete is None or not _is_a_list(sentence, match):
            continue
        of_performances = match["noun"] in _PERFORMANCES or match["noun"][0].isdigit()
        area = whose["area"] if whose and not whose["area"].endswith("world") else None
        mark = mark_before(sentence, start, athlete) or _mark_behind(sentence, match.end())
        scope = list_scope(sentence, start, match.end()).having(area=area, sex=_SEXES.get(match["noun"]))
        nation = match["people"] if match["people"] in sentence.lexicon.peoples else None
        nation = "Briton" if match["noun"] == "Briton" else nation
        scope = scope.having(nation=nation) if nation else scope
        scope = scope.having(indoor=True) if match["indoor"] else scope
        this_year = _THIS_YEAR.match(sentence.words, match.end("noun"))
        scope = scope.having(season=sentence.published.year) if this_year else scope
        yield _rank(
            sentence, (start, match.end()), athlete, match["rank"] or 1,
            of="performances" if of_performances else None, mark=mark if of_performances else None, scope=scope,
        )  # fmt: skip


def _is_a_list(sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether the list is named: ever, a nation's, or by a fuller noun than "her fastest time"."""
    own = re.search(r"\b(?:his|her|their) (?:\w+ )?$", sentence.words[max(0, match.start() - 20) : match.start()])
    return own is None


def _mark_behind(sentence: Sentence, at: int) -> str | None:
    behind = [mark for mark in marks(sentence.words) if 0 <= mark.start() - at <= _MARK_BEHIND]
    return behind[0][0] if behind else None


def _beside(sentence: Sentence, at: int) -> Reference | None:
    """ "Africa's fastest man, Omanyala"."""
    return named_after(sentence, at, reach=len(", ")) if sentence.words.startswith((", ", " "), at) else None


def _rank(sentence: Sentence, span: Span, athlete: Reference, rank: str | int, **fields: object) -> Draft:
    summary = f"{athlete.printed}'s rank: {rank}"
    return draft(sentence, "rank", span, summary, (span,), athlete=athlete, rank=rank, **fields)


def _only_faster(sentence: Sentence) -> Iterator[Draft]:
    """ "Only three men in history have run faster": who ran the mark before is the fourth."""
    for match in _FASTER_ONLY.finditer(sentence.words):
        before = [nominal for nominal in sentence.nominals if nominal.end <= match.start() and nominal.person]
        athlete = resolve_subject(sentence, match.start()) if before else None
        if athlete is not None:
            scope = list_scope(sentence, match.start())
            yield _rank(sentence, match.span(), athlete, _NUMBERS[match["number"]] + 1, scope=scope)


def _faster_than_all(sentence: Sentence) -> Iterator[Draft]:
    """ "Faster than anyone in history": the first of the list, of the Games' own where these are named."""
    for match in _FASTER_THAN_ALL.finditer(sentence.words):
        athlete = resolve_subject(sentence, match.start())
        if athlete is not None:
            scope = list_scope(sentence, match.start(), match.end())
            yield _rank(sentence, match.span(), athlete, 1, scope=scope.having(competition=match["level"]))


def _plain(sentence: Sentence) -> Iterator[Draft]:
    for match in _RANK.finditer(sentence.words):
        athlete = resolve_subject(sentence, match.start())
        if athlete is None:
            continue
        rank = re.sub(r"^joint[- ]", "", match["rank"] or match["verb"])
        behind = [mark for mark in marks(sentence.words) if 0 <= mark.start() - match.end() <= _MARK_BEHIND]
        mark = behind[0][0] if behind else None
        made = _rank(sentence, match.span(), athlete, rank, mark=mark, scope=list_scope(sentence, match.start()))
        yield made._replace(takes=(match.span(), behind[0].span()) if behind else made.takes)


def _several(sentence: Sentence) -> Iterator[Draft]:
    """ "The two fastest runners ... A and B"."""
    for match in _TWO.finditer(sentence.words):
        number = {"two": 2, "three": 3}[match["number"]]
        named = names_between(sentence, match.end(), len(sentence.words))[:number]
        if len({athlete.printed for athlete in named}) == number:
            rank = "1 or 2" if number == 2 else "1 to 3"
            summary, scope = f"the {number} best of the list", list_scope(sentence, match.start())
            yield draft(
                sentence, "rank", match.span(), summary, (match.span(),), athletes=named, rank=rank, scope=scope
            )


def _tables(sentence: Sentence) -> Iterator[Draft]:
    for match in (*_TABLE.finditer(sentence.words), *_TABLE_PLACE.finditer(sentence.words)):
        rank = match.groupdict().get("rank") or 1
        for nation in nations_before(sentence, match.start())[-1:]:
            scope = scope_at(sentence, match.start()).without("event", "round")
            yield draft(
                sentence, "rank", match.span(), f"{nation}'s rank in the medal table: {rank}", (match.span(),),
                nation=nation, rank=rank, of="nations", by="golds", scope=scope,
            )  # fmt: skip
