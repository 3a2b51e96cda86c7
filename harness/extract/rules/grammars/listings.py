"""Results as they are listed: "1 A Hall (USA) 3:51.95; 2 ...", "Silver: Maria Bell (Great Britain) - 3:59.07"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from harness.extract.rules.draft import Draft, draft
from harness.extract.rules.figures import MARK, marks
from harness.extract.rules.mentions import Form, Reference
from harness.extract.rules.reading import Sentence
from harness.extract.rules.scopes import ReadScope, scope_at

_PLACE = re.compile(r"(?:^ ?|[;,:.] |\| |\n)(?P<place>[0-9]{1,2})[.)]?(?:,| ?\|)? $")
_COLOUR = re.compile(r"(?:^|[;,] |- )(?P<colour>[Gg]old|[Ss]ilver|[Bb]ronze)(?: medal)?(?:: | - )$")
_ROW = re.compile(  # a line that is nothing but a row of a list of results
    r" ?(?P<place>[0-9]{1,2})(?![0-9])[.)]? ?(?:\| ?)?[^|\n]{3,40}?"
    r"(?: *\| *|,? \(?)(?P<nation>[A-Z]{3})\)?(?: *\| *|,? +)"
    rf"(?P<mark>{MARK}|[0-9]{{2,4}})(?: +[+(]?[\w.:+-]+\)?){{0,2}} *"
)
_MARK_BEHIND = re.compile(rf"(?: ?\((?:[A-Z]{{3}}|[A-Za-z .]{{2,30}})\)| [A-Z]{{3}})?,?(?: ?-)? ?(?P<mark>{MARK})")
_LISTED_AT_LEAST = 2
_NEAR = 24


def find(sentence: Sentence) -> Iterator[Draft]:
    """Places need a mark behind the name, or a second in the row: "2 J Vermeulen" alone may be anything."""
    words = sentence.words
    line = _ROW.fullmatch(words)
    if line is not None:
        yield from _line(sentence, line)
        return
    rows = []
    for nominal in sentence.nominals:
        if nominal.form is not Form.NAME or nominal.person is None:
            continue
        near = words[max(0, nominal.start - _NEAR) : nominal.start]
        place, colour = _PLACE.search(near), _COLOUR.search(near)
        mark = _MARK_BEHIND.match(words, nominal.end)
        athlete = Reference(nominal.person, nominal.printed, nominal.start, nominal.end)
        if colour is not None or (place is not None and mark is not None):
            rows.append((athlete, place, colour, mark))
    placed = [row for row in rows if row[1] is not None]
    for athlete, place, colour, mark in rows:
        if colour is not None:
            yield from _medal(sentence, athlete, colour, mark)
        elif place is not None and mark is not None and len(placed) >= _LISTED_AT_LEAST:
            yield from _place(sentence, athlete, place, mark)


def _line(sentence: Sentence, line: re.Match[str]) -> Iterator[Draft]:
    """A line of a list of results: the place, the nation and the mark of the one who is named in it."""
    named = [
        n for n in sentence.nominals if n.form is Form.NAME and line.end("place") <= n.start < line.start("nation")
    ]
    if len(named) != 1 or named[0].person is None:
        return
    athlete = Reference(named[0].person, named[0].printed, named[0].start, named[0].end)
    scope = scope_at(sentence, *line.span())
    span, summary = (line.start("place"), athlete.end), f"{athlete.printed}'s place: {line['place']}"
    yield draft(sentence, "place", span, summary, (span,), athlete=athlete, place=line["place"], scope=scope)
    summary = f"{athlete.printed}'s mark: {line['mark']}"
    span = line.span("mark")
    yield draft(sentence, "mark", span, summary, (span,), athlete=athlete, mark=line["mark"], scope=scope)
    if "|" in sentence.words:
        span, summary = line.span("nation"), f"{athlete.printed} is of {line['nation']}"
        yield draft(sentence, "bio", span, summary, (span,), athlete=athlete, nation=line["nation"])


def _medal(
    sentence: Sentence, athlete: Reference, colour: re.Match[str], mark: re.Match[str] | None
) -> Iterator[Draft]:
    start = sentence.words.rfind(colour["colour"], 0, athlete.start)
    span = (start, athlete.end)
    scope = scope_at(sentence, *span)
    summary = f"{athlete.printed}'s medal: {colour['colour'].lower()}"
    takes = ((start, start + len(colour["colour"])),)
    yield draft(sentence, "medal", span, summary, takes, athlete=athlete, medal=colour["colour"].lower(), scope=scope)
    if mark is not None:
        yield from _mark(sentence, athlete, mark, scope)


def _place(sentence: Sentence, athlete: Reference, place: re.Match[str], mark: re.Match[str]) -> Iterator[Draft]:
    start = sentence.words.rfind(place["place"], 0, athlete.start)
    scope = scope_at(sentence, start, athlete.end)
    summary = f"{athlete.printed}'s place: {place['place']}"
    yield draft(sentence, "place", (start, athlete.end), summary, athlete=athlete, place=place["place"], scope=scope)
    yield from _mark(sentence, athlete, mark, scope)


def _mark(sentence: Sentence, athlete: Reference, mark: re.Match[str], scope: ReadScope) -> Iterator[Draft]:
    span = mark.span("mark")
    if any(figure.span() == span for figure in marks(sentence.words)):
        summary = f"{athlete.printed}'s mark: {mark['mark']}"
        yield draft(sentence, "mark", span, summary, (span,), athlete=athlete, mark=mark["mark"], scope=scope)
