"""Results from a table into a pack: what would change, what is refused, and a pack that passes its lint or none."""

from __future__ import annotations

import json
from collections.abc import Sequence
from copy import deepcopy
from pathlib import Path
from typing import NamedTuple

from harness.checking.load import load_truth
from harness.curate.layout import Document, pack_text
from harness.curate.mapping import Columns
from harness.curate.merge import Change, merge
from harness.curate.rows import Entry, read_row
from harness.curate.table import Table
from harness.model import Mistake
from harness.names import Names
from harness.truth.index import Truth


class Addition(NamedTuple):
    """What the table's rows would do to the pack: the changes, the new text of each file that they touch, the rows that
    are refused, and what lint finds wrong with the pack that would come out."""

    changes: list[Change]
    texts: dict[Path, str]
    refused: list[Mistake]
    flaws: Sequence[Mistake]


def add(folder: Path, truth: Truth, table: Table, columns: Columns, into: str, *, new_athletes: bool) -> Addition:
    """Work the addition out; nothing is written. `into` is the file, of the folder or new, that takes new races."""
    names, entries, refused = Names(truth), list[Entry](), list[Mistake]()
    for row in table.rows:
        entry = read_row(row, table, columns, names, new_athletes=new_athletes)
        if isinstance(entry, Entry):
            entries.append(entry)
        else:
            refused += entry
    before = _documents(folder)
    documents = deepcopy(before)
    merged = merge(entries, documents, truth, into, table.file)
    texts = {folder / name: pack_text(one) for name, one in documents.items() if one != before.get(name)}
    loaded = load_truth(folder, texts) if texts else truth
    refused = sorted([*refused, *merged.refused], key=lambda one: (one.line, one.column))
    return Addition(merged.changes, texts, refused, loaded if isinstance(loaded, list) else ())


def _documents(folder: Path) -> dict[str, Document]:
    paths = sorted(path for path in folder.iterdir() if path.suffix == ".json")
    return {path.name: json.loads(path.read_text(encoding="utf-8")) for path in paths}
