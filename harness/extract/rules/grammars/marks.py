"""Marks and splits: who ran, jumped or threw a printed figure, and "broke 3:30"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from harness.extract.rules.coreference import (
    named_after,
    named_before,
    names_between,
    resolve_subject,
    row_before,
    subjects_of,
)
from harness.extract.rules.draft import Draft, draft
from harness.extract.rules.figures import CLOCK, DECIMAL, marks
from harness.extract.rules.mentions import Reference
from harness.extract.rules.modality import is_asserted
from harness.extract.rules.reading import Sentence
from harness.extract.rules.scopes import ReadScope, scope_at, scope_of_part, split_at
from harness.extract.rules.scores import scores
from harness.extract.rules.sentences import Span
from harness.extract.rules.splits import could_be, is_likely, is_of_a_lap, is_too_fast, opening_split

_BARE = re.compile(rf"(?:{DECIMAL})$")
_BEFORE_BARE = re.compile(
    r"\b(?:in|of|at|with|clock(?:s|ed|ing)|ran|runs?|running|timed at|recorded|posted|jumped|leap(?:t"
    r"|ed)?|threw|cleared|to|a|his|her|and|was|down to)"
    r" $|\($|'s $|, $|- $"
)
_CLOCK_ONLY = re.compile(r"[0-9]{1,2}:[0-9]{2}$")
_BEFORE_CLOCK = re.compile(r"\b(?:in|of|clock(?:s|ed|ing)|ran|runs?|running|timed at|with|a) $|[\"(]$")
_OF_A_GAP_BEFORE = re.compile(
    r"\b(?:down|(?:gap|margin|lead|advantage|deficit)(?: of| was| is| to)?"
    r"|(?:gap|margin|difference) between [^,;:]{1,80} (?:was|is))(?: (?:just|only|about|over|under))? $"
)
_OF_A_GAP_AFTER = re.compile(
    r"(?: ?seconds?)? (?:between|to spare|in hand|ahead|clear|behind|back|down|adrift|slower|faster|quicker|off|outside"
    r"|inside|short)\b"
)
_BOUND_BEFORE = re.compile(r"\b(?:sub-?|by|under|inside|below|than|broke|out of|from|since|beyond|off) ?$")
_LOWERED = re.compile(r"\bfrom (?:[\w']+ ){0,2}$")
_OF_A_STANDARD = re.compile(r"\b(?:standard|barrier|qualifying (?:time|mark)|target|pace|lights?)\b[^,;]{0,25}$")
_OF_A_RECORD = re.compile(
    r"\b(?:inside|under|off|outside|short of|broke|beat|bettered|than|improved|lowered|from"
    r"|to) (?:\S+ ){0,5}(?:mark|record|best|time) of $"
    r"|\b(?:earlier|previous|old|former|existing|standing) (?:\S+ ){0,3}(?:one|mark|record|best|time)(?: of|,)"
    r"(?: (?:his|her) own)? $"
)
_THAT_SOMEBODY_RAN = re.compile(r" (?:that|which) (?:[A-Z]|he\b|she\b|they\b)")
_WAS_WON = re.compile(r"\b(?:was|were|been) (?:[a-z]+ )?won (?:there |here )?in (?:just |only |about )?$")
_FROM_A_RIVAL = re.compile(  # "won from Hall in 3:59.05": the winner's, or Hall's
    r"\b(?:from|ahead of|in front of|clear of|over) (?:[\w'-]+ ){1,6}in $"
)
_BY = re.compile(r" (?:by|of) (?=[A-Z])")
_UNDER = re.compile(
    r"\b(?:br(?:oke|eaks?|oken|eaking)|(?:ran|runs?|running|went|dipped|finished|dipping"
    rf"|going) (?:under|inside|below)) ({CLOCK}|[0-9]{{1,2}} seconds)"
    r"(?!,? (?:again|once|twice|(?:[\w-]+ ){1,3}times)\b)"
)
_OWNED = re.compile(  # "her best of 3:28.81", "Hall's record is 3:26.00"
    r"(?:'s|'|\b(?:his|her|whose|their)) (?:(?:[\w-]+ ){0,3}(?:records?|bests?|mark|time)(?:,| of| is| was)?"
    r"(?: the)? )?$"
    r"|\b[Tt]he (?:[\w-]+ ){0,3}record(?:,| is| was| stood at| stands at) $"
)
_JOINED = re.compile(r",? and |, ")
_EACH = re.compile(r" (?:both|each|all)\b")
_STANDING = re.compile(  # "The world record of 3:26.00 has stood since 1998" is nobody's whom it does not name
    r"^(?:[Tt]he|[Aa]|[Hh]er|[Hh]is)? ?(?:[\w'-]+ ){0,4}(?:record|best|mark)(?:,| of| is| was| stands? at| stood at) $"
)
_MINUTES = re.compile(r"(?:[3-9]|[0-9]{2}):")  # more than a lap or two take
_WHERE = ("competition", "year", "round")
_NEAR, _IN_BRACKETS = 100, 30
_OF_A_LIST = re.compile(r"\b(?:season'?s?|world|all-time|national|year'?s?) lists?\b|\bthis (?:year|season)\b")


def find(sentence: Sentence) -> Iterator[Draft]:
    bounds = list(_UNDER.finditer(sentence.words))
    for match in bounds:
        for athlete in subjects_of(sentence, match.start()):
            yield from _mark(sentence, match.span(), f"sub-{match[1]}", athlete)
    score = list(scores(sentence))
    taken = [*(match.span(1) for match in bounds), *(mark.span for mark in score)]
    figures = [m for m in marks(sentence.words) if m.span() not in taken and _is_a_mark(sentence.words, m)]
    pairs = _respectively(sentence, figures)
    in_rows = {start for pair in _rows(sentence, figures) for start in pair} - pairs.keys()
    for mark in score:
        yield from _mark(sentence, mark.span, mark.printed, mark.athlete)
    for match in figures:
        row = _both(sentence, match)
        for athlete in row:
            yield from _of_a_race(sentence, match, athlete)
        if row:
            continue
        drafts = _of_a_race(sentence, match, pairs.get(match.start()) or _athlete(sentence, match))
        yield from map(_of_any_race, drafts) if match.start() in in_rows else drafts


def _rows(sentence: Sentence, figures: list[re.Match[str]]) -> Iterator[tuple[int, int]]:
    """Where figures stand two by two: "in 3:59.05 and 3:58.10"; somebody has but one of a race."""
    for first, second in pairwise(figures):
        if _JOINED.fullmatch(sentence.words, first.end(), second.start()):
            yield first.start(), second.start()


def _of_any_race(made: Draft) -> Draft:
    """The draft without the race, which is one of two that are told."""
    open_fields = ("competition", "event", "round", "year")
    scope = {name: value for name, value in made.fields["scope"].items() if name not in open_fields}
    inferred = {*made.inferred, "scope.competition", "scope.event"} - {"scope.round", "scope.year"}
    return made._replace(fields={**made.fields, "scope": scope}, inferred=tuple(sorted(inferred)))


def _both(sentence: Sentence, match: re.Match[str]) -> list[Reference]:
    """ "Hall and Bell both cleared 1.92m": the same figure for each of a row."""
    before = [n for n in sentence.nominals if n.end <= match.start()]
    if not before or _EACH.match(sentence.words, before[-1].end, match.start()) is None:
        return []
    return row_before(sentence, match.start())


def _athlete(sentence: Sentence, match: re.Match[str]) -> Reference | None:
    """Whose figure it is: in brackets behind a name, "by" somebody, or the subject's."""
    if (beside := _before_its_bracket(sentence, match.start())) is not None:
        return beside
    if _BY.match(sentence.words, match.end()) and (by := named_after(sentence, match.end() + len(" by "), reach=0)):
        return by
    if _WAS_WON.search(sentence.words[: match.start()]):
        return None
    athlete = resolve_subject(sentence, match.start())
    rival = _FROM_A_RIVAL.search(sentence.words[: match.start()])
    if athlete is not None and rival is not None and athlete.end <= rival.start():
        return athlete._replace(firm=False)
    carried = athlete is not None and not athlete.firm and athlete.end == 0
    return None if carried and _STANDING.search(sentence.words[: match.start()]) else athlete


def _before_its_bracket(sentence: Sentence, at: int) -> Reference | None:
    """Who is named right before the bracket that the place stands in: "Hall (NOR, 3:29.65)"."""
    opening = max(sentence.words.rfind("(", 0, at), sentence.words.rfind("[", 0, at))
    if opening < 0 or at - opening > _IN_BRACKETS or re.search(r"[)\]]", sentence.words[opening:at]):
        return None
    beside = named_before(sentence, opening)
    return beside if beside is None or not names_between(sentence, opening, at) else None


def _respectively(sentence: Sentence, figures: list[re.Match[str]]) -> dict[int, Reference]:
    """ "Hall and Bell ran 3:59.05 and 4:00.10": as many figures as people, in their order."""
    if len(figures) < 2:
        return {}
    row = figures[-len(figures) :]
    gaps = [sentence.words[a.end() : b.start()] for a, b in pairwise(row)]
    if not all(map(_JOINED.fullmatch, gaps)):
        return {}
    those = subjects_of(sentence, row[0].start())
    return {m.start(): athlete for m, athlete in zip(row, those, strict=True)} if len(those) == len(row) else {}


def _of_a_race(sentence: Sentence, match: re.Match[str], athlete: Reference | None) -> Iterator[Draft]:
    """A figure of the whole race or one on the way; the time of a lap, and one no race can have, is neither."""
    words, (start, end) = sentence.words, match.span()
    at = opening_split(words, start, end)
    if athlete is None or (at is None and is_of_a_lap(words, start, end)):
        return
    at = at or split_at(sentence, start)
    scope = scope_at(sentence, start, end)
    event = scope.get("event")
    is_of_another = "event" in scope.inferred and _MINUTES.match(match[0]) is not None
    if at is not None or event is None or is_of_another or could_be(match[0], event):
        yield from _mark(sentence, match.span(), match[0], athlete, scope, at)


def _mark(
    sentence: Sentence, span: Span, mark: str, athlete: Reference | None, scope: ReadScope | None = None,
    at: str | None = None,
) -> Iterator[Draft]:  # fmt: skip
    if athlete is not None and is_asserted(sentence.words, span[0]):
        summary = f"{athlete.printed}'s mark{f' at {at}' if at else ''}: {mark}"
        scope = scope_of_part(sentence, scope or scope_at(sentence, *span), mark)
        if at is None and "event" in scope.inferred and is_too_fast(mark, str(scope.get("event") or "")):
            scope = scope.leaving_open("event", *_WHERE if "competition" in scope.inferred else ())
        if at is None and "event" in scope.inferred and not is_likely(mark, str(scope.get("event") or "")):
            scope = scope.leaving_open("event")  # "13:09.24", where the 1500m is carried over
        before = sentence.words[max(0, span[0] - _NEAR) : span[0]]
        if "competition" in scope.inferred and (_OWNED.search(before) or _OF_A_LIST.search(before)):
            scope = scope.without("year", "round").leaving_open("competition")  # "Farah's 3:28.81": of whatever race
        yield draft(sentence, "mark", span, summary, athlete=athlete, mark=mark, at=at, scope=scope)


def _is_a_mark(words: str, match: re.Match[str]) -> bool:
    """A bare 9.79 or 3:45 needs a word before it that leads to a mark; a gap, a bound and a standard are none."""
    before = words[max(0, match.start() - _NEAR) : match.start()]
    if _OF_A_GAP_BEFORE.search(before) or _OF_A_GAP_AFTER.match(words, match.end()):
        return False
    if _OF_A_RECORD.search(before) or _THAT_SOMEBODY_RAN.match(words, match.end()):
        return False
    if _BOUND_BEFORE.search(before) or _LOWERED.search(before) or _OF_A_STANDARD.search(before):
        return False
    if _BARE.match(match[0]):
        return _BEFORE_BARE.search(before) is not None
    return _CLOCK_ONLY.match(match[0]) is None or _BEFORE_CLOCK.search(before) is not None
