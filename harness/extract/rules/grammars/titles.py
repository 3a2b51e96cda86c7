"""Titles: "world champion Josh Kerr", "the defending champion", "won the 3000m indoor world title"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from harness.extract.rules.clauses import verb_behind
from harness.extract.rules.coreference import named_after, named_before, resolve_subject
from harness.extract.rules.draft import Draft, draft
from harness.extract.rules.mentions import Reference
from harness.extract.rules.modality import is_asserted
from harness.extract.rules.reading import Sentence
from harness.extract.rules.scopes import ReadScope, event_of, latest_holding, scope_at

_NAMED = r"[Ww]orld|[Oo]lympic|[Ee]uropean|Commonwealth|African|Asian|[Nn]ational|NCAA|Pan American"
_PEOPLE = r"[A-Z]{2,3}|[A-Z][a-z]+(?:an|ish|ese|ch)"
_LEVEL = rf"(?:[Ii]ndoor )?(?:{_NAMED}|{_PEOPLE})(?: (?:[Ii]ndoor|[Oo]utdoor|U20|[Jj]unior|Athletics))?"
_EVENT = (
    r"[0-9][0-9,]*[- ]?(?:m|metres)(?: (?:hurdles|steeplechase|freestyle|butterfly|backstroke|breaststroke))?|mile"
    r"|(?:long|high|triple) jump|marathon|pole vault|javelin|shot put|discus|hammer|decathlon|heptathlon|steeplechase"
)
_OF_A_TITLE = re.compile(r"[Cc]hamp|title|crown|gold medal|win\b|victory|triumph|double\b")
_STATUS = (
    r"[Rr]eigning|[Dd]efending|[Ff]ormer|[Cc]urrent|[Tt]wo-time|[Tt]hree-time|[Ff]our-time|[Tt]wice|[Ee]x-|[Nn]ew"
    r"|[Oo]utgoing|[Dd]ouble"
)
_YEAR = r"(?:18|19|20)[0-9][0-9]"
_CHAMPION = re.compile(
    rf"\b(?P<the>[Tt]he )?(?:(?P<status>{_STATUS})[ -]?)?(?:(?P<year>{_YEAR}) )?(?P<level>{_LEVEL})? ?"
    rf"(?:(?P<event>{_EVENT}) )?(?P<noun>[Cc]hampions?\b|[Cc]hamp\b|title[- ]holder|gold medall?ist)(?!ship)"
    rf"(?:,? (?:from|of|in|at) (?:the )?(?P<behind>{_YEAR}(?: and {_YEAR})?|[A-Z][a-z]+(?: {_YEAR})?))?"
)
_TITLE = re.compile(
    r"\b(?:the |a |an |his |her "
    rf"|their )?(?:(?P<event>{_EVENT}) )?(?P<level>{_LEVEL})(?: (?P<event2>{_EVENT}|championships?))?"
    rf" (?:title|crown)\b(?: (?:of|from|in) (?P<year>{_YEAR}))?"
)
_PLAIN_TITLE = re.compile(r"\bwon the title\b")
_WIN_OF = re.compile(
    r"\b(?:the |his |her )?(?P<level>[Ww]orld|Olympic|European|Commonwealth)(?: Indoor)? (?:Championships? |title )?"
    r"(?:win|victory|triumph)\b"
)
_DOUBLE = re.compile(rf"\b(?P<first>[0-9][0-9,]*m?)(?:/| and )(?P<second>{_EVENT}) double\b")
_GETS = re.compile(
    r"\b(?:w[io]n(?:s|ning)?|took|tak(?:e|es|ing)|claim\w*|to(?: the)?|land\w*|culminated in|captur\w+|clinch\w*"
    r"|secur\w+|retain\w*|regain\w*|add\w*|became|the gold and|defended|(?:victories|wins|titles) includ\w+)\b[^;.]*$"
)
_DEFENDS = re.compile(r"\bdefend(?:ing|s)? (?:the |his |her )?$")
_HOLDS = re.compile(r"\bholds? (?:the |both the )?$|\bholds? $")
_BECAME = re.compile(r"\b(?:became|becom(?:e|es|ing)|crowned) (?:the |a )?(?:\w+ )?$")
_ARTICLE = re.compile(r"(?:, | and |the |a |an |our |who (?:was|is) )*$")
_PREDICATE = re.compile(
    r"\b(?:is|was|as|became|remains?|remained|already|still|crowned|not)(?: the| an?| now)?(?: [A-Z][a-z]+)? $"
)
_NEAR = 60


def find(sentence: Sentence) -> Iterator[Draft]:
    if not _OF_A_TITLE.search(sentence.words):
        return
    for finder in (_champions, _titles, _wins, _doubles):
        yield from finder(sentence)


def _title(
    sentence: Sentence, span: tuple[int, int], athlete: Reference, status: str, level: str | None, event: str | None,
    **printed: Any,
) -> Draft:  # fmt: skip
    """A title of the competition that the level names, in the event nearest to it; whose holding, only where told.

    Before the race that the article reports, its champion was the one of the holding before.
    """
    scope = scope_at(sentence, span[0], span[1])
    told_event = event or (event_of(sentence, level) if level and not sentence.events else None)
    if level:
        scope = scope.without("year", "indoor").having(competition=level)
    elif status != "won":
        scope = scope.without("year", "indoor")
    scope = scope.without("round").having(**printed)
    if told_event:
        scope = (
            scope.having(event=told_event)
            if event
            else ReadScope({**scope.fields, "event": told_event}, scope.inferred | {"event"})
        )
    if level and "indoor" in level.lower():
        scope = scope.having(indoor=True)
    before = _day_before(sentence, scope) if status in ("defending", "reigning") else None
    series, as_of = before or (None, None)
    if series and level is None:
        scope = ReadScope({**scope.without("year").fields, "competition": series}, scope.inferred | {"competition"})
    made = draft(
        sentence, "title", span, f"{athlete.printed}: {status} champion", (span,), athlete=athlete, status=status,
        as_of=as_of, scope=scope,
    )  # fmt: skip
    return made._replace(inferred=(*made.inferred, "as_of")) if as_of else made


def _day_before(sentence: Sentence, scope: ReadScope) -> tuple[str, str] | None:
    """The competition, and the day before the holding that the article reports, where that is what the title is of."""
    occasion = sentence.state.occasion
    main = occasion.main if scope.get("competition") not in (None, getattr(occasion.current, "printed", None)) else None
    main = main or occasion.competition
    if main is None:
        return None
    held = latest_holding(sentence, main)
    theirs = {holding.competition for holding in sentence.lexicon.holdings(str(scope.get("competition") or ""))}
    if held is None or held.competition not in theirs:
        return None
    return sentence.lexicon.series[held.competition], (held.start - timedelta(days=1)).isoformat()


def _champions(sentence: Sentence) -> Iterator[Draft]:
    """A champion beside a name; one who is meant without it is nobody. Champions in the plural are those named next."""
    words = sentence.words
    for match in _CHAMPION.finditer(words):
        status = (match["status"] or "").lower()
        medallist = "medal" in match["noun"] and status not in ("defending", "reigning")
        behind = match["behind"]
        if medallist or not (match["level"] or status or (behind and match["the"])) or status == "new":
            continue
        reach = 2 if words.startswith((", ", " "), match.end()) else 0
        beside = named_after(
            sentence, match.end(), reach=reach if words.startswith(", ", match.end()) else min(reach, 1)
        )
        athlete = beside or _meant(sentence, match)
        if athlete is None or not (beside or match["the"] or is_asserted(words, match.start())):
            continue
        start = match.end("the") if match["the"] else match.start()
        end = beside.end if beside and beside.start - match.end() <= 1 else match.end()
        year = match["year"] or (behind if behind and behind[:4].isdigit() and " " not in behind else None)
        title_status = _status(
            status, bool(behind or match["year"]), words[max(0, match.start() - _NEAR) : match.start()]
        )
        title_status = (
            "won"
            if title_status == "reigning" and status == "" and _is_outgoing(sentence, match["level"])
            else title_status
        )
        printed: dict[str, Any] = {"year": int(year)} if year else {}
        if behind and not behind[:4].isdigit() and not match["level"]:
            printed["competition"] = behind
        yield _title(sentence, (start, end), athlete, title_status, match["level"], match["event"], **printed)


def _is_outgoing(sentence: Sentence, level: str | None) -> bool:
    """Whether a bare "Olympic champion" may be the old or the new one: the article reports on that title."""
    return level is not None and _day_before(sentence, ReadScope({"competition": level})) is not None


def _meant(sentence: Sentence, match: re.Match[str]) -> Reference | None:
    """The name that the words stand behind, or the subject that they are said of."""
    words = sentence.words
    if match["noun"].lower() == "champions":
        return next((Reference(n.person, n.printed, n.start, n.end) for n in sentence.nominals
                     if n.person is not None and n.form.value == "name" and n.start >= match.end()), None)  # fmt: skip
    near = words[max(0, match.start() - _NEAR) : match.start()]
    before = match.start() - len(near) + len(_ARTICLE.sub("", near))
    beside = named_before(sentence, before, reach=1)
    if beside is not None:
        return beside
    if _PREDICATE.search(near) and not verb_behind(words, match.end()):  # "wins as world champion is shown the door"
        return resolve_subject(sentence, match.start())
    return None


def _status(printed: str, of_a_year: bool, before: str) -> str:
    if printed in ("defending", "outgoing"):
        return "defending"
    if printed in ("former", "ex-"):
        return "former"
    if of_a_year or printed in ("two-time", "three-time", "four-time", "twice", "double") or _BECAME.search(before):
        return "won"
    return "reigning"


def _titles(sentence: Sentence) -> Iterator[Draft]:
    words = sentence.words
    for match in _TITLE.finditer(words):
        before = words[: match.start()]
        athlete = resolve_subject(sentence, match.start())
        if athlete is None or sentence.in_speech(match.start()):
            continue
        event = match["event"] or (match["event2"] if match["event2"] and "champ" not in match["event2"] else None)
        defends = _DEFENDS.search(words[: match.start("level")])
        if defends is not None:
            yield _title(sentence, (defends.start(), match.end()), athlete, "defending", match["level"], event)
        elif _HOLDS.search(words[: match.start("level")]):
            yield _title(sentence, match.span(), athlete, "reigning", match["level"], event)
        elif _GETS.search(before) and is_asserted(words, match.start()):
            printed = {"year": int(match["year"])} if match["year"] else {}
            yield _title(sentence, match.span(), athlete, "won", match["level"], event, **printed)
    for match in _PLAIN_TITLE.finditer(words):
        athlete = resolve_subject(sentence, match.start())
        if athlete is not None and is_asserted(words, match.start()) and not sentence.in_speech(match.start()):
            yield _title(sentence, match.span(), athlete, "won", None, None)


def _wins(sentence: Sentence) -> Iterator[Draft]:
    """ "His World Championship win": a title by another word."""
    for match in _WIN_OF.finditer(sentence.words):
        athlete = resolve_subject(sentence, match.start())
        if athlete is not None and is_asserted(sentence.words, match.start()):
            yield _title(sentence, match.span(), athlete, "won", match["level"], None)


def _doubles(sentence: Sentence) -> Iterator[Draft]:
    """ "The 1500/5000m double": a title in each."""
    for match in _DOUBLE.finditer(sentence.words):
        athlete = resolve_subject(sentence, match.start())
        if athlete is not None and is_asserted(sentence.words, match.start()):
            for part in ("first", "second"):
                yield _title(sentence, match.span(part), athlete, "won", None, match[part])
