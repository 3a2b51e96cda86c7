"""Records and bests: whose they are, with which mark, whether set or standing, and who held them before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from harness.extract.rules.coreference import named_after, names_between, owners_between, resolve_subject
from harness.extract.rules.draft import Draft, draft
from harness.extract.rules.figures import MARK, marks
from harness.extract.rules.mentions import Reference, Role
from harness.extract.rules.modality import is_asserted
from harness.extract.rules.reading import Sentence
from harness.extract.rules.scopes import latest_mark, scope_at
from harness.extract.rules.sentences import Span

_AREAS = {
    "European": "Europe", "African": "Africa", "Asian": "Asia", "Oceanian": "Oceania",
    "South American": "South America", "North American": "North America", "NACAC": "North America",
}  # fmt: skip
_LEVELS = {
    "world": "world", "olympic": "olympic", "national": "national", "meet": "meeting", "meeting": "meeting",
    "stadium": "meeting", "course": "meeting", "championship": "championship", "championships": "championship",
    "area": "area", "continental": "area", "games": "olympic",
}  # fmt: skip
_PEOPLE = re.compile(r"[A-Z][a-z]{2,}(?:ian|ean|ish|ese)|Swiss|Dutch|French|German|Welsh|Greek|Czech|Slovak|Thai|Iraqi")
_EVENT = (
    r"(?:[0-9][0-9,]*[- ]?(?:m|metres?|km)|(?:two-|one-|2-)?mile|(?:long|high|triple) jump|marathon"
    r"|indoor|outdoor|all-time|junior|U20|women's|men's)"
)
RECORD = re.compile(
    r"\b(?P<whose>[A-Z][a-z]+(?: [A-Z][a-z]+)?|US|UK|world|national|meet|meeting|championships?|stadium|course|area"
    r"|continental|olympic)"
    rf"(?:'s)?(?P<also> and (?P<second>[A-Z][a-z]+|world))? (?:{_EVENT} ){{0,3}}"
    r"(?P<noun>record(?:-breaking)?|best|mark)\b(?P<holder>[ -]holder)?(?! books?| pace|-pace| attempt| bonus)"
)
_SEVERAL = re.compile(
    r"\bholds? (?:the |both the )?(?P<whose>[A-Z][A-Za-z]+|world|national) records? (?:for|in|at|over) (?:the )?"
    r"(?P<events>[0-9][0-9,]* ?(?:m|metres)(?:(?:, | and )(?:the )?[0-9][0-9,]* ?(?:m|metres))+)"
)
_OF_AN_EVENT = re.compile(rf"\b(?:(?:in|out)door )?{_EVENT} (?P<noun>record|best)\b(?=.{{0,6}}[0-9])")
_OF_SOMEBODY = re.compile(r"'s? (?:[a-z-]+ ){0,2}record\b")
_BEST = re.compile(
    r"\b(?P<personal>(?:(?:out|in)door |life\w+ |own )?personal[- ]best(?: time| mark)?\b|PB\b|(?:life\w+|career) best)"
    r"|\b(?P<season>season's best|seasonal best|SB\b)"
    r"|\b(?P<lead>(?:a |the )?(?:new )?world(?:'s)?[ -]lead(?:ing)?"
    r"(?: (?:time|mark|performance|run|jump|throw|distance))?(?: for the season)?)"
)
_TAKES_OVER = re.compile(
    r"\b(?:br[eo]ak|broke|broken|shatter|smash|beat|better|eras|eclips|improv|took|overhaul|surpass|inside"
    r"|under)[a-z]*(?: the)? $",
    re.IGNORECASE,
)
_SETS = re.compile(
    r"\b(?:set|sets|setting|br(?:oke|eak|eaks|eaking|oken)|shatter\w*|smash\w*|improv\w+|new|clock\w*"
    r"|establish\w*|ran|run|win|won|marked|equal\w*|lower\w*|eras\w+|eclips\w+|in an?|deliver\w*|produc\w+|posted"
    r"|took|threw|leapt|jumped)\b",
    re.IGNORECASE,
)
_STANDS = re.compile(
    r"\b(?:holds?|held|holder|holding|still|stands?|is|owns?|my|remains|whose|dates?|his own|her own|own|only|just)\b",
    re.IGNORECASE,
)
_BETTERED = re.compile(
    r"\b(?:inside|under|(?:better|faster|quicker) than|bettered|beat|off)"
    r"(?: the| (?:his|her)(?: own)?)? (?:[A-Z][\w.'-]+ ){0,3}$"
)
_OF_A_YEAR = re.compile(
    rf"(?:,? of {MARK})?,? (?:from|of|set in|dating from) (?:[A-Z][a-z]+ (?:in )?)?(?:18|19|20)[0-9][0-9]"
)
_NO_RECORD = re.compile(
    r"\b(?:with|for|chas\w+|hunt\w*|near|aim\w*|towards?|attack on|off|outside|short of|close to|missed|from|as|than"
    r"|slower than|to) (?:a |the |his |her )?(?:fresh |new |own |previous |old )?$",
    re.IGNORECASE,
)
_BACKED_BY_A_MARK = re.compile(rf"(?: time| run| mark)? of {MARK}")
_WITH_A = re.compile(r"\bwith (?:a|an|another)(?: new)? $")
_BY_SO_MUCH = re.compile(r"(?: time| mark)? by (?:[0-9]|a |an |one|two|three|half|more|nearly|almost)")
_OLD = re.compile(r"\b(?:previous|old|former|then)(?: (?:own|standing|an?))? $", re.IGNORECASE)
# "The world record of 3:26.00 has stood since 1998": nobody's whom the sentence does not name
_OPENS = re.compile(r"(?:[^,;:]{0,60}[,;:] )?(?:[Tt]he|[Tt]hat|[Tt]his) (?:[\w'-]+ ){0,2}")
_STANDS_BEHIND = re.compile(
    rf"(?: time| run| mark)?(?: of {MARK}|, {MARK},)? (?:has|had|is|was|stands?|stood|remains?|dates?)\b"
)
_WAS_SET_BY = re.compile(rf"(?:(?:,| of) {MARK},?)? (?:was|is) (?:set|held) by |, [A-Z][^,;:]{{2,40}}'s? {MARK},")
_IS_OVER = re.compile(  # "Hall's record, 2:11:53 in Lima, was cut"; "whose record of 1:51.25 he broke"; "had stood"
    rf"(?: of {MARK})?(?: had (?:been|stood|lasted|survived)\b|(?:,[^;]{{0,60}},)? (?:was|were|has been|had been)"
    r" (?:then |finally |duly )?(?:cut|broken|beaten|bettered|smashed|shattered|improved|lowered|erased|eclipsed"
    r"|surpassed|taken)\b"
    r"|,? (?:he|she|they|[A-Z][\w'-]+) (?:had |has )?(?:broke|broken|beat|beaten|bettered|took|smashed|improved)\b)"
)
_FROM = re.compile(
    rf"(?:(?:,| of) {MARK},?)? (?:from|by|for|set by|(?:was|is) (?:set|held) by) (?:[a-z]+ )?"
    rf"|, (?=[A-Z][^,;:]{{2,40}}'s? {MARK},)"
)
_LOWERED = re.compile(rf"(?: \w+){{0,3}}? from (?P<old>{MARK}) (?:down )?to (?P<new>{MARK})")
_OF_A_MEETING, _OWNERS = frozenset({"meeting", "championship"}), ("'s ", "' ", "his ", "her ")
_MARK_BEHIND, _OWNER_BEFORE, _NEAR = 32, 22, 100


class RecordLevel(NamedTuple):
    """Whose record it is, and what of the scope says so."""

    name: str
    scope: dict[str, Any]


def find(sentence: Sentence) -> Iterator[Draft]:
    drafts = [*_levels(sentence), *_bests(sentence)]
    yield from sorted(drafts, key=lambda record: record.start)


def _levels(sentence: Sentence) -> Iterator[Draft]:
    spans: list[Span] = []
    last: RecordLevel | None = None
    for match in RECORD.finditer(sentence.words):
        for group in ("whose", "second"):
            level = level_of(sentence, match[group]) if match[group] else None
            loose = match["noun"] in ("best", "mark") and match[group] not in ("world", "World")
            if level is not None and not loose:
                spans.append(match.span())
                last = level
                yield from _record(sentence, (match.start(group), match.end()), level, holder=bool(match["holder"]))
    for match in _SEVERAL.finditer(sentence.words):
        level = level_of(sentence, match["whose"])
        athlete = resolve_subject(sentence, match.start())
        for event in (event for event in sentence.events if match.start("events") <= event.start < match.end()):
            if level is not None and athlete is not None and is_asserted(sentence.words, match.start()):
                made = _draft(sentence, match.span(), level, athlete, "stands")
                yield made._replace(fields={**made.fields, "scope": {**made.fields["scope"], "event": event.printed}})
    for match in _OF_AN_EVENT.finditer(sentence.words):
        if not any(a < match.end() and match.start() < b for a, b in spans):
            own = match["noun"] == "best" and sentence.words[: match.start()].endswith(_OWNERS)  # "Hall's mile best"
            yield from _record(sentence, match.span(), RecordLevel("personal" if own else "world", {}))
    if last is not None:
        yield from _somebodys(sentence, spans, last)


def level_of(sentence: Sentence, whose: str) -> RecordLevel | None:
    """Whose record it is by the word before it; None where it is nobody's: "his first record"."""
    last = whose.removesuffix(" Games").split()[-1]
    if whose.endswith(" Games") and last != "Olympic":
        return None
    if whose in _AREAS or last in _AREAS:
        return RecordLevel("area", {"area": _AREAS.get(whose) or _AREAS[last]})
    if last.lower() in _LEVELS:
        return RecordLevel(_LEVELS[last.lower()], {})
    if whose in sentence.lexicon.countries or last in sentence.lexicon.peoples:
        return RecordLevel("national", {"nation": whose if whose in sentence.lexicon.countries else last})
    if _PEOPLE.fullmatch(last) and last not in sentence.lexicon.no_people:
        return RecordLevel("national", {"nation": last})
    return None


def _record(sentence: Sentence, span: Span, level: RecordLevel, *, holder: bool = False) -> Iterator[Draft]:
    words = sentence.words
    near = words[max(0, span[0] - _NEAR) : span[0]]
    if _OLD.search(near):
        return
    lowered = _LOWERED.match(words, span[1])
    athlete = named_after(sentence, span[1], reach=2) if holder else _setter(sentence, span)
    if athlete is None or not is_asserted(words, span[0]):
        return
    backed = _BACKED_BY_A_MARK.match(words, span[1]) is not None
    own = backed and near.endswith(("his own ", "her own "))
    is_set = lowered is not None or (backed and _WITH_A.search(near) is not None)
    if _NO_RECORD.search(near) and not is_set and not holder and not own and not _owned(sentence, span[0]):
        return
    if lowered is not None:
        end = lowered.end("new")
        yield _draft(
            sentence, span, level, athlete, "set", ((span[0], end),), mark=lowered["new"], previous_mark=lowered["old"]
        )
        return
    if _BETTERED.search(near) or (not holder and (_OF_A_YEAR.match(words, span[1]) or _IS_OVER.match(words, span[1]))):
        return  # one that was bettered, or is told with its year, need not stand
    previous = _previous(sentence, span[0])
    held = holder or own or (previous is None and _owned(sentence, span[0]))
    when = "stands" if held else _when(words, span)
    if _WAS_SET_BY.match(words, span[1]):
        when = "stands"  # "The world record, 2:54.29, was set by Hall": not in the race that is told
    if previous is not None:
        athlete = resolve_subject(sentence, previous.start, avoid=previous.person) or athlete
        owned = (previous.start, span[0])
        yield _draft(sentence, owned, level, athlete, "set", previous_holder=previous)
    mark, place = _mark(sentence, span, when, athlete)
    takes = (span, place) if when == "stands" and place else (span,)
    yield _draft(sentence, _with_mark(span, place), level, athlete, when, takes, mark=mark)


def _somebodys(sentence: Sentence, spans: list[Span], level: RecordLevel) -> Iterator[Draft]:
    """ "Breaking Steve Cram's longstanding record": the one that the sentence named before."""
    for match in _OF_SOMEBODY.finditer(sentence.words):
        if any(a < match.end() and match.start() < b for a, b in spans):
            continue
        previous = _previous(sentence, match.end() - len("record"))
        athlete = resolve_subject(sentence, match.start(), avoid=previous.person) if previous else None
        if athlete is not None and previous is not None:
            span = (previous.start, match.end())
            yield _draft(sentence, span, level, athlete, "set", previous_holder=previous)


def _draft(
    sentence: Sentence, span: Span, level: RecordLevel, athlete: Reference, when: str, takes: tuple[Span, ...] = (),
    **fields: Any,
) -> Draft:  # fmt: skip
    scope = scope_at(sentence, *span, **level.scope)
    if when == "stands":
        scope = scope.without("round", "year", *(() if level.name in _OF_A_MEETING else ("competition",)))
    summary = f"{athlete.printed}: {level.name} record"
    return draft(
        sentence, "record", span, summary, takes, level=level.name, athlete=athlete, when=when, scope=scope, **fields
    )


def _setter(sentence: Sentence, span: Span) -> Reference | None:
    """Who set it: "a record from Kipsang", "the record that Kejelcha ran", else whom the words speak of."""
    after = _FROM.match(sentence.words, span[1])
    if after is not None and (close := named_after(sentence, after.end(), reach=0)):
        return close
    if after is not None and after[0].endswith("by "):
        return None
    relative = re.match(rf"(?:(?:,| of) {MARK},?)? (?:that|which) ", sentence.words[span[1] :])
    if relative is not None:
        theirs = names_between(sentence, span[1], span[1] + relative.end() + 2)
        return theirs[0] if theirs else None
    athlete = resolve_subject(sentence, span[0])
    is_the_subject = _OPENS.fullmatch(sentence.words, 0, span[0]) and _STANDS_BEHIND.match(sentence.words, span[1])
    return None if is_the_subject and athlete is not None and athlete.end == 0 else athlete


def _when(words: str, span: Span) -> str:
    clause = re.split(r"[,;:]", words[max(0, span[0] - _NEAR) : span[0]])[-1]
    owned = words[: span[0]].endswith(_OWNERS) and _STANDS_BEHIND.match(words, span[1])  # "her best is 3:59.05"
    return "stands" if owned or (_STANDS.search(clause) and not _SETS.search(clause)) else "set"


def _mark(sentence: Sentence, span: Span, when: str, athlete: Reference) -> tuple[str | None, Span | None]:
    """The record's mark: "of 12:48.45" right behind it, else the nearest, else the same athlete's latest."""
    own_marks = [match for match in marks(sentence.words) if not _of_another(sentence, match, athlete)]
    behind = [match for match in own_marks if 0 <= match.start() - span[1] <= _MARK_BEHIND]
    if behind and "," not in sentence.words[span[1] : behind[0].start()]:
        return behind[0][0], behind[0].span()
    if when == "stands":
        return None, None
    before = [match for match in own_marks if match.end() <= span[0]]
    after = [match for match in own_marks if match.start() >= span[1]]
    if before or after:
        nearest = before[-1] if before else after[0]
        return nearest[0], nearest.span()
    return latest_mark(sentence, athlete), None


def _of_another(sentence: Sentence, mark: re.Match[str], athlete: Reference) -> bool:
    """ "Put Jane Dale's 8:03.40 in the shade": the mark that the words give to somebody else."""
    beside = owners_between(sentence, max(0, mark.start() - _NEAR), mark.start())
    if any(mark.start() - owner.end == len("'s ") and owner.person != athlete.person for owner in beside):
        return True
    subject = resolve_subject(sentence, mark.start())
    return subject is None or subject.person != athlete.person


def _with_mark(span: Span, place: Span | None) -> Span:
    """The words of the record, and its mark where that follows at once."""
    return (span[0], place[1]) if place and 0 <= place[0] - span[1] <= len(" of ") else span


def _owned(sentence: Sentence, at: int) -> bool:
    """ "Mike Powell's world record", "his European record": whose record it is has it, unless it is said to be new."""
    own = [n for n in sentence.nominals if n.role is Role.OWNER and n.person is not None]
    return any(n.form.value == "name" and at - n.end == len("'s ") for n in own)


def _previous(sentence: Sentence, at: int) -> Reference | None:
    """Whose record was taken over: who owns it in the words before the place."""
    owners = [owner for owner in owners_between(sentence, 0, at) if 0 <= at - owner.end <= _OWNER_BEFORE]
    owners = [owner for owner in owners if sentence.words[owner.start : owner.end].casefold() not in ("his", "her")]
    taken = [owner for owner in owners if _TAKES_OVER.search(sentence.words[max(0, owner.start - _NEAR) : owner.start])]
    return taken[-1] if taken else None


def _bests(sentence: Sentence) -> Iterator[Draft]:
    words = sentence.words
    for match in _BEST.finditer(words):
        level = RecordLevel("personal" if match["personal"] else "season" if match["season"] else "world lead", {})
        athlete = resolve_subject(sentence, match.start())
        near = words[max(0, match.start() - _NEAR) : match.start()]
        hoped_for = _NO_RECORD.search(near) and not _BACKED_BY_A_MARK.match(words, match.end())
        if athlete is None or not is_asserted(words, match.start()) or hoped_for or _OLD.search(near):
            continue
        if sentence.in_speech(match.start()) and not re.search(r"\b[Mm]y (?:\w+ )?$", near):
            continue
        if _BY_SO_MUCH.match(words, match.end()):
            mark, place, when = latest_mark(sentence, athlete), None, "set"
        else:
            when = _when(words, match.span())
            mark, place = _mark(sentence, match.span(), when, athlete)
        takes = (match.span(), place) if when == "stands" and place else (match.span(),)
        yield _draft(sentence, _with_mark(match.span(), place), level, athlete, when, takes, mark=mark)
