"""Reading marked spans from a CSV file: a row that cannot be scored is reported and counted, and the others are
read."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

import msgspec

MOST_CHARACTERS = 1 << 20  # in one cell


class SpanColumns(msgspec.Struct, frozen=True):
    """What the columns are called. `end_included`: whether the token at `end` is part of the span.

    With `sentence`, places are counted in the sentence that this column names, and not in the text.
    """

    text: str = "TEXT_ID"
    start: str = "DOC_TOKEN_START"
    end: str = "DOC_TOKEN_END"
    type: str = "TYPE"
    end_included: bool = True
    sentence: str = ""


class Span(NamedTuple):
    """A marked stretch: tokens (or characters) from `start` to `end`, both included; `line` is where its row ends.

    `sentence` is the one that the places are counted in, "" where they are the text's own.
    """

    start: int
    end: int
    type: str
    line: int
    sentence: str = ""


class SpanFile(msgspec.Struct, frozen=True):
    """The spans by text, in order, each once. `unusable` counts by text and type the rows that are none."""

    name: str
    texts: dict[str, tuple[Span, ...]]
    unusable: dict[str, dict[str, int]]
    problems: tuple[str, ...]
    digest: str


def read_spans(name: str, path: Path, columns: SpanColumns = SpanColumns()) -> SpanFile:  # noqa: B008
    """The file's spans. Without the columns it has none, and says so."""
    csv.field_size_limit(MOST_CHARACTERS)
    problems: list[str] = []
    spans: dict[str, list[Span]] = defaultdict(list)
    unusable: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    raw = path.read_bytes()
    for text, span, why in _rows(raw, str(path), columns):
        if why:
            problems.append(why)
            if span.line > 0:
                unusable[text][span.type] += 1
        else:
            spans[text].append(span)
    texts = {}
    for text in sorted(spans):
        kept, repeated = _once(spans[text])
        texts[text] = kept
        for span, first in repeated:
            unusable[text][span.type] += 1
            problems.append(f"{path}:{span.line}: {text}: {_shown(span)} says again what line {first.line} says")
    counted = {text: dict(types) for text, types in unusable.items()}
    return SpanFile(name, texts, counted, tuple(problems), sha256(raw).hexdigest()[:12])


def _rows(raw: bytes, file: str, columns: SpanColumns) -> Iterator[tuple[str, Span, str]]:
    """Every row's text and span, and why it is none; a flaw of the file as a whole stands at line 0."""
    nowhere = Span(0, 0, "", 0)
    try:
        reader = csv.DictReader(raw.decode("utf-8-sig").splitlines(keepends=True), strict=True)
        names = (*columns_of(columns), *((columns.sentence,) if columns.sentence else ()))
        missing = [name for name in names if name not in (reader.fieldnames or ())]
        if missing:
            yield "", nowhere, f"{file}:1: no column {', '.join(map(repr, missing))}{_there_are(reader.fieldnames)}"
            return
        for row in reader:
            yield _row(row, reader.line_num, file, columns)
    except UnicodeDecodeError as error:
        yield "", nowhere, f"{file}:1: not UTF-8 text: byte {error.start} is {raw[error.start]:#04x}"
    except csv.Error as error:
        yield "", nowhere, f"{file}:{reader.line_num}: not CSV from here on: {error}"


def columns_of(columns: SpanColumns) -> tuple[str, str, str, str]:
    return columns.text, columns.start, columns.end, columns.type


def _there_are(names: Sequence[str] | None) -> str:
    return f"; there are {', '.join(map(str, names))}" if names else "; the file is empty"


def _row(row: Mapping[str, str | None], line: int, file: str, columns: SpanColumns) -> tuple[str, Span, str]:
    text, start, end, type_ = ((row[name] or "").strip() for name in columns_of(columns))
    sentence = (row[columns.sentence] or "").strip() if columns.sentence else ""
    nothing = Span(0, 0, type_, line, sentence)
    where = f"{file}:{line}: {text or 'no text id'}"
    for name, printed in ((columns.start, start), (columns.end, end)):
        if not printed.isascii() or not printed.isdigit() or len(printed) > 12:
            return (
                text,
                nothing,
                f"{where}: {name} is {printed!r}, not a whole number" if printed else f"{where}: no {name}",
            )
    first, last = int(start), int(end) - (not columns.end_included)
    if last < first:
        return text, nothing, f"{where}: the range {start} to {end} is empty"
    if columns.sentence and not sentence:
        return text, nothing, f"{where}: no {columns.sentence}"
    return text, Span(first, last, type_, line, sentence), "" if text else f"{where} ({columns.text})"


def _once(spans: Sequence[Span]) -> tuple[tuple[Span, ...], list[tuple[Span, Span]]]:
    """The spans, nested and overlapping ones among them; and each that stands there already, with the first of it."""
    first: dict[Span, Span] = {}
    repeated = []
    for span in sorted(spans):
        same = first.setdefault(span._replace(line=0), span)
        if same is not span:
            repeated.append((span, same))
    return tuple(sorted(first.values())), repeated


def _shown(span: Span) -> str:
    return f"{span.start} to {span.end}"
