"""One valid row of a table: what it says about its race, its result and its athlete."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from harness.curate.person_names import ImportedName
from harness.curate.table import Cell


@dataclass(slots=True)
class Entry:
    """A row that can be read: the fields of its race and of its result, and what it says of its athlete.

    A member of a team has an entry of their own without a result: `member_of` is the team's, whose `line_up` has it.
    """

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
    member_of: Entry | None = None
    line_up: tuple[Entry, ...] = ()

    @property
    def printed(self) -> str:
        """The name as the row has it; where it stands in two columns, put together."""
        whole = self.member_of is None and "given" not in self.cells
        return self.cells["athlete"].text if whole else self.name.printed

    @property
    def cell(self) -> Cell:
        """The cell that names the athlete."""
        names = ("member", "members") if self.member_of is not None else ()
        return next((self.cells[name] for name in names if name in self.cells), self.cells["athlete"])
