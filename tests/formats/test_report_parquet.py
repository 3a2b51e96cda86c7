"""`check --parquet FOLDER`: tables that hold what the JSON report holds, written whole or not at all."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest
from arden import CLAIMS, RACE, World, claim

from harness.present import parquet
from harness.present.formats import write
from harness.present.parquet import TABLES, write_tables
from harness.records.model import Finding, Judged, Range, Report

pq = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed: sports-claims-harness[parquet]")


def tables(report: Report, folder: Path) -> dict[str, Any]:
    paths = {name: folder / f"{name}.parquet" for name in TABLES}
    write_tables(report, paths)
    return {name: pq.read_table(path) for name, path in paths.items()}


def of_json(report: Report) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(write(report, "json"))
    return document


@pytest.mark.parametrize("rows", [1, 3, 1_000], ids="rows a batch: {}".format)
def test_every_finding_with_all_that_json_has_of_it(
    arden: Report, tmp_path: Path, rows: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parquet, "BATCH", rows)
    monkeypatch.setattr(parquet, "BATCHES", 2)
    written = tables(arden, tmp_path)
    expected = of_json(arden)["findings"]
    assert written["findings"].to_pylist() == [
        {name: value for name, value in finding.items() if name != "judged"} for finding in expected
    ]
    groups = pq.ParquetFile(tmp_path / "findings.parquet").metadata.num_row_groups
    assert groups == -(-len(expected) // (2 * rows))


def test_every_judged_value(arden: Report, tmp_path: Path) -> None:
    written = tables(arden, tmp_path)["judged"].to_pylist()
    assert [row["part"] for row in written] == list(parts(arden))
    assert [row["quantity"] for row in written] == [
        one.quantity for finding in arden.findings for one in finding.judged
    ]
    row = next(row for row in written if row["claim"] == "holt-mark")
    assert json.loads(row["claimed"]) == {"type": "range", "low": row["claimed_low"], "high": row["claimed_high"]}
    assert (row["found_low"], row["found_high"], row["as_of"]) == (210_120, 210_120, date(2024, 6, 3))


def parts(report: Report) -> Iterator[int]:
    for finding in report.findings:
        yield from range(1, len(finding.judged) + 1)


def test_the_counts_of_every_article_and_of_all(arden: Report, tmp_path: Path) -> None:
    written, expected = tables(arden, tmp_path), of_json(arden)
    for table, records in (("articles", expected["articles"]), ("summary", [expected])):
        assert written[table].num_rows == len(records)
        for row, record in zip(written[table].to_pylist(), records, strict=True):
            assert {name: row[name] for name in record["counts"]} == record["counts"]
            assert (row["accuracy"], row["accuracy_low"]) == (record["accuracy"]["value"], record["accuracy"]["low"])
            assert (row["right_low"], row["right_high"]) == (record["right"]["low"], record["right"]["high"])
    (summary,) = written["summary"].to_pylist()
    assert summary["gate"] == expected["gate"]
    assert summary["publishers"] == expected["publishers"]
    assert {table.schema.metadata[b"harness.signature"].decode() for table in written.values()} == {arden.signature}


def test_conflicts_and_mistakes(arden: Report, tmp_path: Path) -> None:
    written, expected = tables(arden, tmp_path), of_json(arden)
    assert written["mistakes"].to_pylist() == expected["mistakes"]
    refs = [(number, ref) for number, one in enumerate(expected["conflicts"], start=1) for ref in one["claims"]]
    assert refs
    rows = written["conflicts"].to_pylist()
    assert [(row["conflict"], {"article": row["article"], "claim": row["claim"]}) for row in rows] == refs


def test_numbers_that_no_column_holds_and_halves_of_characters(arden: Report, tmp_path: Path) -> None:
    """A count may have hundreds of digits, and the name of a file may be no text."""
    huge = Judged("q", "count", 1, Range(10**30, 10**30), None, "refuted", exact=10**30)
    finding = msgspec.structs.replace(arden.findings[0], judged=(huge,), file="\udcff.json")
    article = msgspec.structs.replace(arden.articles[0], file="\udcff.json")
    written = tables(msgspec.structs.replace(arden, findings=(finding,), articles=(article,)), tmp_path)
    (row,) = written["judged"].to_pylist()
    assert json.loads(row["claimed"])["low"] == 10**30
    assert (row["claimed_low"], row["exact"], row["as_of"]) == (None, None, date(1, 1, 1))
    assert written["findings"].to_pylist()[0]["file"] == "\\udcff.json"


def test_nothing_to_report_is_tables_without_rows(world: World) -> None:
    run = world.check("nowhere", "--parquet", "tables")
    assert run.returncode == 2
    (world.root / "none").mkdir()
    run = world.check("none", "--parquet", "tables")
    assert run.returncode == 5, run.stderr
    rows = {name: pq.read_table(world.root / "tables" / f"{name}.parquet").num_rows for name in TABLES}
    assert rows == {**dict.fromkeys(TABLES, 0), "summary": 1}


def test_the_bytes_do_not_depend_on_the_number_of_processes(world: World) -> None:
    for number in range(6):
        world.write(f"claims/{number}.json", {"article": article(f"arden-{number}"), "claims": [MARK, WON]})
    runs = [world.check("--fail-on", "never", "--parquet", f"jobs-{jobs}", "--jobs", jobs) for jobs in ("1", "2")]
    assert [run.returncode for run in runs] == [0, 0], runs[0].stderr
    for name in TABLES:
        alone, several = ((world.root / f"jobs-{jobs}" / f"{name}.parquet").read_bytes() for jobs in (1, 2))
        assert alone == several, name


MARK = claim("mark", "berg-mark", "3:31.00", athlete="Berg", mark="3:31.00", scope=RACE)
WON = claim("place", "holt-won", "won", athlete="Holt", place=1, scope=RACE)


def article(identity: str) -> dict[str, Any]:
    from arden import article as of_arden

    return of_arden(identity)


@pytest.mark.parametrize(
    "folder, words",
    [
        ("claims", "this run reads the folder claims"),
        ("claims/tables", "this run reads the folder claims"),
        ("no/tables", "the folder no does not exist: make it first"),
        ("truth/pack.json", "truth/pack.json is a file: name a folder"),
    ],
)
def test_refused_before_anything_is_checked(world: World, folder: str, words: str) -> None:
    world.write("claims/arden.json", "{")
    run = world.check("--parquet", folder)
    assert (run.returncode, run.stdout) == (2, "")
    assert words in " ".join(run.stderr.split())
    assert not list(world.root.rglob("*.parquet"))


def test_what_to_install_where_pyarrow_is_missing(world: World) -> None:
    world.claims(*CLAIMS)
    world.write("pyarrow/__init__.py", "raise ModuleNotFoundError('No module', name='pyarrow')")
    run = world.check("--parquet", "tables")
    assert (run.returncode, run.stdout) == (2, "")
    assert "--parquet: Parquet needs pyarrow: pip install 'sports-claims-harness[parquet]'" in run.stderr
    assert not (world.root / "tables").exists()


def test_a_failure_halfway_leaves_what_was_there(arden: Report, tmp_path: Path) -> None:
    """All tables are whole, or none is there; and a folder that was made for them goes again."""
    from harness.cli.parquet_folder import put_tables

    put_tables(arden, tmp_path / "tables")
    before = {path.name: path.read_bytes() for path in (tmp_path / "tables").iterdir()}
    assert sorted(before) == sorted(f"{name}.parquet" for name in TABLES)
    broken = msgspec.structs.replace(arden, findings=_Breaking((arden.findings[0],)))
    for folder in ("tables", "another"):
        with pytest.raises(RuntimeError, match="made up"):
            put_tables(broken, tmp_path / folder)
    assert {path.name: path.read_bytes() for path in (tmp_path / "tables").iterdir()} == before
    assert not (tmp_path / "another").exists()


class _Breaking(tuple[Finding, ...]):
    """Findings that cannot be read to the end."""

    def __iter__(self) -> Iterator[Finding]:
        yield self[0]
        raise RuntimeError("made up")
