"""Writing a file: the old one stays whole until the new one is complete."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from systems import needs_permissions

from harness.storage.files import replace_file


def test_a_new_file_and_a_replaced_one(tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    replace_file(report, "one\n")
    replace_file(report, "two — ü\n")
    assert report.read_text(encoding="utf-8") == "two — ü\n"
    assert [path.name for path in tmp_path.iterdir()] == ["report.txt"]


@needs_permissions
def test_the_mode_of_the_old_file_is_kept(tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text("old")
    report.chmod(0o640)
    replace_file(report, "new")
    assert report.stat().st_mode & 0o777 == 0o640


def test_a_failure_leaves_the_old_file_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    report = tmp_path / "report.txt"
    report.write_text("old")

    def full_disk(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full_disk)
    with pytest.raises(OSError, match="No space left") as caught:
        replace_file(report, "new")
    assert caught.value.filename == str(report)
    assert report.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["report.txt"]


def test_a_folder_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError) as caught:
        replace_file(tmp_path / "nowhere" / "report.txt", "new")
    assert "nowhere" in str(caught.value.filename)
