"""One row of a table that could be read: what it says of its race, of its result and of its athlete."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from harness.curate.person_names import ImportedName
from harness.curate.table import Cell


@dataclass(slots=True)
class Entry:
    """A row that can be read: the fields of its race and of its result, and what it says of its athlete."""

    line: int
    cells: dict[str, Cell]
    race: dict[str, Any]
    result: dict[str, Any]
    sources: tuple[str, ...]
    name: ImportedName
    sex: str
    span: tuple[int, int]
    nation: str | None = None
    born: str | None = None
    number: str | None = None
    team: bool = False
    athlete: str = ""

    @property
    def printed(self) -> str:
        return self.cells["athlete"].text
