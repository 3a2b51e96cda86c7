"""A small pack on disk for tables of any sport, and the command on it in this process."""

from __future__ import annotations

import contextlib
import io
import json
import sys
from pathlib import Path
from typing import Any, NamedTuple
from unittest import mock

from harness.checking.load import load_truth
from harness.cli.main import main
from harness.truth.index import Truth


class Run(NamedTuple):
    """How the command ended and what it printed."""

    code: int
    out: str
    err: str


def _event(identity: str, measure: str, lowest: str, highest: str, metres: int | None = None) -> dict[str, Any]:
    better = "lower" if measure == "time" else "higher"
    row = {"id": identity, "name": identity.replace("-", " "), "measure": measure, "better": better}
    return row | {"plausible": [lowest, highest]} | ({"metres": metres} if metres else {})


PACK: dict[str, Any] = {
    "sources": [{"id": "list", "title": "The list", "family": "list"}, {"id": "web", "title": "Web", "family": "web"}],
    "nations": [{"id": "NOR", "name": "Norway"}, {"id": "GBR", "name": "Great Britain"}],
    "events": [
        _event("800m", "time", "1:38", "3:40", 800), _event("100m", "time", "9.4", "20", 100),
        _event("marathon", "time", "1:59:00", "8:00:00", 42195), _event("long-jump", "distance", "3.00", "9.20"),
        _event("boxing-71", "points", "0", "100"),
    ],
    "athletes": [
        {"id": "ola-viken", "name": "Ola Viken", "sex": "men", "nations": [{"value": "NOR"}], "sources": ["list"]},
        {"id": "una-fell", "name": "Una Fell", "sex": "women", "born": "1988", "nations": [{"value": "GBR"}],
         "sources": ["list"]},
    ],
    "competitions": [{"id": "cup", "name": "Cup", "level": "world", "medals": True}],
    "editions": [{"id": "cup-2023", "competition": "cup", "name": "Cup 2023", "start": "2023-07-01",
                  "end": "2023-07-09", "city": "Bergen", "sources": ["list"]}],
}  # fmt: skip

HALL = ("--set", "city=Bergen", "--set", "date=2023-05-01")
MEN = ("--set", "event=800m", "--set", "sex=men", *HALL)


class Pack:
    """A pack's folder, and tables added to it."""

    def __init__(self, root: Path, data: dict[str, Any] | None = None) -> None:
        self.root = root
        self.folder = root / "pack"
        self.folder.mkdir()
        (self.folder / "pack.json").write_text(json.dumps(PACK if data is None else data), encoding="utf-8")

    def add(self, table: str, *arguments: str) -> Run:
        path = self.root / "table.csv"
        path.write_text(table, encoding="utf-8")
        return self.run("truth", "add", "--truth", "pack", "--from", "table.csv", "--new-athletes", *arguments)

    def run(self, *arguments: str) -> Run:
        out, err = io.StringIO(), io.StringIO()
        with contextlib.chdir(self.root), contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = 0
            try:
                with mock.patch.object(sys, "argv", ["harness", *arguments]):
                    main()
            except SystemExit as stop:
                code = int(stop.code or 0)
        return Run(code, out.getvalue(), err.getvalue())

    def truth(self) -> Truth:
        truth = load_truth(self.folder)
        assert isinstance(truth, Truth), truth
        return truth

    def people(self) -> list[tuple[str, str, str | None, str]]:
        """(name, sex, born, nations with their first days) of every athlete that the table brought, in order."""
        known = {row["id"] for row in PACK["athletes"]}
        return sorted(
            (one.name, one.sex, one.born, " ".join(f"{each.value}{'@' if each.start else ''}{each.start or ''}"
                                                   for each in one.nations))
            for one in self.truth().athletes.values() if one.id not in known
        )  # fmt: skip

    def races(self, *, merged: bool = False) -> dict[str, list[str]]:
        """Each race as "event sex date round section", with its results as "place name mark".

        `merged`: those of one key one behind the other, as the matches of a day have.
        """
        truth = self.truth()
        races: dict[str, list[str]] = {}
        for race in truth.pack.races:
            key = " ".join(part for part in (race.event, race.sex, race.date, race.round, race.section or "") if part)
            assert merged or key not in races
            races.setdefault(key, []).extend(
                " ".join(str(part) for part in (row.place, truth.name(row.athlete), row.mark or row.status) if part)
                for row in race.results
            )
        return races
