"""Claims of many articles from one Parquet file, read in batches: what claim files with the same claims would give.

The rows of an article stand next to each other. The place of a claim is its row, counted from 1, and that of a mistake
is row and column. An article without claims is one row in which every column of a claim is null.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from harness.checking.load.claim_columns import ARTICLE, column_flaws
from harness.checking.load.claims import MOST_CLAIMS, ClaimFile, typed_document
from harness.checking.load.flaws import Flaw
from harness.checking.load.parquet_rows import BadCell, DamagedFile, opened, rows_of
from harness.migrations import FIELD
from harness.records.model import Mistake
from harness.storage.arrow import Arrow, ArrowMissing, arrow
from harness.storage.remote import AnyPath
from harness.strict_json import JsonPath, show_path

_MISSING = re.compile(r"missing field '([a-z_]+)'(?:: .*)?")


class ParquetClaims(ClaimFile, frozen=True, dict=True):
    """One article of a Parquet file, the row of its first claim, and the names of the file's columns."""

    first_row: int = 1
    columns: tuple[str, ...] = ()

    def places(self) -> Sequence[tuple[int, int]]:
        return [(self.first_row + number, 1) for number in range(len(self.claims))]

    def mistakes(self, flaws: Iterable[Flaw]) -> list[Mistake]:
        return _Places(self.path, self.first_row, self.columns).mistakes(flaws)


class _Places(NamedTuple):
    """Where an article is in a file."""

    path: str
    first_row: int
    columns: tuple[str, ...]

    def mistakes(self, flaws: Iterable[Flaw]) -> list[Mistake]:
        found = [self._mistake(flaw) for flaw in dict.fromkeys(flaws)]
        return sorted(found, key=lambda mistake: (mistake.line, mistake.column))

    def _mistake(self, flaw: Flaw) -> Mistake:
        row, path, message, missing = self.first_row, flaw.path, flaw.message, _MISSING.fullmatch(flaw.message)
        if missing is not None and len(path) <= 2:
            path = (*path, missing[1])
        if path[:1] == ("claims",) and len(path) > 1:
            row, path = row + int(path[1]), path[2:]
        elif path[:1] == ("article",) and len(path) > 1:
            path = (f"{ARTICLE}{path[1]}", *path[2:])
        column = self.columns.index(str(path[0])) + 1 if path and path[0] in self.columns else 1
        if missing is not None and len(path) == 1:
            message = f"null, and needed here: {message}" if path[0] in self.columns else f"{message}: no such column"
        return Mistake(self.path, row, column, show_path(path), message)


class _ArticleRows(NamedTuple):
    """The consecutive rows of one article: its fields by column, and those of each claim."""

    first: int
    article: dict[str, Any]
    claims: list[dict[str, Any]]


def parquet_claims(path: AnyPath) -> Iterator[ClaimFile | list[Mistake]]:
    """Article by article: its claims, or everything that is wrong with them; what is wrong with the file ends it."""
    name = path.as_posix()
    try:
        pyarrow = arrow()
        with path.open("rb") as stream:
            start = stream.read(4)
            why = _not_parquet(start)
            if not why:
                yield from _articles(stream, name, pyarrow)
                return
    except ArrowMissing as missing:
        why = str(missing)
    except OSError as error:
        why = f"cannot be read: {error.strerror or error}"
    yield [Mistake(name, 1, 1, "$", why)]


def _not_parquet(start: bytes) -> str:
    if not start:
        return "the file is empty: a Parquet file has columns even if it has no rows"
    return "" if start == b"PAR1" else "not a Parquet file: it does not begin with PAR1"


def _articles(stream: Any, name: str, pyarrow: Arrow) -> Iterator[ClaimFile | list[Mistake]]:
    row = 1
    try:
        file = opened(stream, pyarrow)
        if flaws := list(column_flaws(file.schema_arrow, pyarrow)):
            yield [Mistake(name, 1, flaw.number or 1, show_path((flaw.name,)), flaw.message) for flaw in flaws]
            return
        columns = tuple(file.schema_arrow.names)
        begun: dict[Any, int] = {}
        for rows in _grouped(file, pyarrow):
            row = rows.first
            places = _Places(name, row, columns)
            first = begun.setdefault(str(rows.article.get(f"{ARTICLE}id")), row)
            yield _loaded(rows, places) if first == row else places.mistakes([_apart(rows, first)])
    except DamagedFile as damage:
        yield [Mistake(name, row, 1, "$", f"cut short or damaged: {damage}")]


def _grouped(file: Any, pyarrow: Arrow) -> Iterator[_ArticleRows]:
    """The rows of the file, article by article; of one with too many claims, one too many."""
    rows: _ArticleRows | None = None
    for row in rows_of(file, pyarrow):
        if rows is None or row.article != rows.article:
            if rows is not None:
                yield rows
            rows = _ArticleRows(row.number, row.article, [])
        if len(rows.claims) <= MOST_CLAIMS:
            rows.claims.append(row.claim)
    if rows is not None:
        yield rows


def _apart(rows: _ArticleRows, first: int) -> Flaw:
    """Why an article that began in an earlier row cannot begin again."""
    message = (
        f"the article {rows.article.get(f'{ARTICLE}id')!r} begins in row {first}: its rows stand next to each other, "
        f"and have the same in every column {ARTICLE}..."
    )
    return Flaw(("article", "id"), message)


def _loaded(rows: _ArticleRows, places: _Places) -> ClaimFile | list[Mistake]:
    own = {name.removeprefix(ARTICLE): cell for name, cell in rows.article.items() if name != FIELD}
    claims = rows.claims if rows.claims != [{}] else []
    flaws = [*_bad_cells(own, ("article",))]
    for number, claim in enumerate(claims):
        flaws += _bad_cells(claim, ("claims", number))
    if flaws:
        return places.mistakes(flaws)
    document: dict[str, Any] = {"article": {"url": None, **own}, "claims": claims}
    if FIELD in rows.article:
        document[FIELD] = rows.article[FIELD]
    typed = typed_document(document)
    if isinstance(typed, list):
        return places.mistakes(typed)
    return ParquetClaims(places.path, typed.article, typed.claims, b"", places.first_row, places.columns)


def _bad_cells(cells: dict[str, Any], at: JsonPath) -> Iterator[Flaw]:
    for name, cell in cells.items():
        if isinstance(cell, BadCell):
            yield Flaw((*at, name), cell.why)
