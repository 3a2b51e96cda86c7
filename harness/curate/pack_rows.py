"""Rows added to a pack by hand, with the same checks as tables: what would not pass lint is not written."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from harness.checking.load import load_truth
from harness.curate.file_layout import Document, pack_text, read_layout
from harness.records.model import Mistake
from harness.truth.pack import Pack

_HOMES = {"editions": "competitions", "horizons": "completeness"}  # the file a table goes into where none has it
_KEYS = {"horizons": ("of", "source")}  # the fields that tell rows of a table apart, where there is no id


class RowRefused(Exception):
    """A row that the pack cannot take, with everything that is wrong with it."""

    def __init__(self, mistakes: list[Mistake]) -> None:
        super().__init__("\n".join(map(str, mistakes)))
        self.mistakes = mistakes


def put_row(folder: Path, table: str, row: dict[str, Any]) -> dict[Path, str]:
    """The texts of the files that change when the row comes in, or takes the place of the one with its id, if it has
    one."""
    read = {path: read_layout(path.read_bytes()) for path in sorted(folder.glob("*.json"))}
    path, document = _home(folder, {path: document for path, (document, _) in read.items()}, table)
    rows = document.setdefault(table, [])
    kept = {key: value for key, value in row.items() if value not in (None, "", [], ())}
    keys = _KEYS.get(table, ("id",))
    same = [at for at, known in enumerate(rows) if all(known.get(key) == row.get(key) for key in keys)]
    number = same[0] if same and keys[0] in row else None
    if number is None:
        rows.append(kept)
        if table in ("athletes", "sources", "nations"):
            rows.sort(key=lambda known: str(known["id"]))
    else:
        rows[number] = rows[number] | kept
    texts = {path: pack_text(document, read[path][1] if path in read else None)}
    try:
        msgspec.convert({table: [kept if number is None else rows[number]]}, Pack)
    except msgspec.ValidationError as error:
        where = f"{table} {row.get(keys[0], '')}".strip()
        raise RowRefused([Mistake(str(path), 1, 1, where, str(error))]) from None
    loaded = load_truth(folder, texts)
    if isinstance(loaded, list):
        raise RowRefused(loaded)
    return texts


def _home(folder: Path, documents: dict[Path, Document], table: str) -> tuple[Path, Document]:
    """The file that has the table already, else one of its name."""
    for path, document in documents.items():
        if table in document:
            return path, document
    path = folder / f"{_HOMES.get(table, table)}.json"
    return path, documents.get(path, {})
