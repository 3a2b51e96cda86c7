"""Rows that are kept by bucket: in the order in which they came, wherever they are kept."""

from __future__ import annotations

import pickle
from pathlib import Path
from shutil import copytree

import pytest

from harness.checking.consistency.rows import BucketedRows
from harness.storage.files import TemporaryFolder

FIRST = [(number % 3, f"first {number}") for number in range(10)]
SECOND = [(number % 4, f"second {number}") for number in range(7)]


def numbered(bucket: int, rows: list[tuple[int, str]]) -> list[tuple[int, str]]:
    return [(number, row) for number, (where, row) in enumerate(rows) if where == bucket]


@pytest.mark.parametrize("keep", [0, 4, 100])
@pytest.mark.parametrize("folder", [TemporaryFolder(), None], ids=["with a folder", "in memory"])
def test_the_rows_of_a_bucket_come_in_order(folder: TemporaryFolder | None, keep: int) -> None:
    rows: BucketedRows[str] = BucketedRows(folder, f"rows-{keep}", keep)
    for bucket, row in FIRST:
        rows.add(bucket, row)
    assert rows.in_files == (folder is not None and keep < len(FIRST))
    assert rows.buckets() == [0, 1, 2]
    assert [list(rows.rows(bucket)) for bucket in range(4)] == [numbered(bucket, FIRST) for bucket in range(4)]


@pytest.mark.parametrize("written", [True, False], ids=["in files", "in memory"])
def test_rows_that_join_others_come_after_them(written: bool) -> None:
    folder = TemporaryFolder()
    first, second = (BucketedRows[str](folder, name) for name in ("first", "second"))
    for rows, content in ((first, FIRST), (second, SECOND)):
        for bucket, row in content:
            rows.add(bucket, row)
        if written:
            rows.write_out()
    first.join(second)
    assert first.in_files is written
    assert [list(first.rows(bucket)) for bucket in first.buckets()] == [
        numbered(bucket, [*FIRST, *SECOND]) for bucket in range(4)
    ]


def test_rows_are_read_where_their_file_was_moved_to(tmp_path: Path) -> None:
    rows: BucketedRows[str] = BucketedRows(TemporaryFolder(), "rows", keep=4)
    for bucket, row in FIRST:
        rows.add(bucket, row)
    rows.write_out()
    assert rows._folder is not None
    copytree(rows._folder.path, tmp_path, dirs_exist_ok=True)
    moved = pickle.loads(pickle.dumps(rows))
    elsewhere = TemporaryFolder()
    elsewhere._path = tmp_path
    moved.move(elsewhere)
    assert [list(moved.rows(bucket)) for bucket in range(3)] == [numbered(bucket, FIRST) for bucket in range(3)]
