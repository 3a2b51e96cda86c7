"""The shipped ground truth in the user's cache folder: the same answers, and never one that is stale or damaged."""

from __future__ import annotations

from pathlib import Path

import pytest

from harness.checking.load import default_truth_folder, load_truth, shipped_truth
from harness.checking.load.shipped import cache_folder
from harness.checking.run import Question, check
from harness.present.formats import write
from harness.truth.index import Truth
from harness.truth.store import StoredTruth

CLAIMS = (default_truth_folder().parent / "claims" / "sportstar-2024-08-02.json",)


@pytest.fixture(autouse=True)
def _a_cache_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))


def kept() -> list[Path]:
    return sorted(cache_folder().glob("*"))


def test_the_second_run_reads_what_the_first_one_made() -> None:
    first, second = shipped_truth(), shipped_truth()
    assert isinstance(first, Truth)
    assert isinstance(second, StoredTruth)
    reports = [write(check(CLAIMS, truth, Question()), "json") for truth in (first, second)]
    assert reports[0] == reports[1]


def test_a_changed_pack_has_a_file_of_another_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shipped_truth()
    before = kept()
    pack = tmp_path / "pack"
    pack.mkdir()
    for path in default_truth_folder().glob("*.json"):
        (pack / path.name).write_bytes(path.read_bytes())
    sources = pack / "sources.json"
    sources.write_text(sources.read_text(encoding="utf-8").replace('"title": "', '"title": "The ', 1), encoding="utf-8")
    monkeypatch.setattr("harness.checking.load.shipped.default_truth_folder", lambda: pack)
    changed, again = shipped_truth(), shipped_truth()
    assert isinstance(changed, Truth)
    assert isinstance(again, StoredTruth)
    assert changed.digest == again.digest
    assert len(kept()) == 1, "the earlier one is gone"
    assert kept() != before


def test_changed_code_has_a_file_of_another_name(monkeypatch: pytest.MonkeyPatch) -> None:
    shipped_truth()
    monkeypatch.setattr("harness.checking.load.shipped.__version__", "0.0.0")
    assert type(shipped_truth()) is Truth


def test_a_damaged_one_is_made_anew() -> None:
    truth = load_truth(default_truth_folder())
    shipped_truth()
    (path,) = kept()
    whole = bytearray(path.read_bytes())
    whole[whole.index(b"3:27.79")] ^= 1
    path.write_bytes(whole)
    assert isinstance(truth, Truth)
    assert [result.id for result in shipped_truth().results] == [result.id for result in truth.results]  # type: ignore[union-attr]
    assert isinstance(shipped_truth(), StoredTruth)


def test_a_pack_with_mistakes_is_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "pack").mkdir()
    (tmp_path / "pack" / "pack.json").write_text("{", encoding="utf-8")
    monkeypatch.setattr("harness.checking.load.shipped.default_truth_folder", lambda: tmp_path / "pack")
    assert isinstance(shipped_truth(), list)
    assert kept() == []


@pytest.mark.parametrize(
    ("platform", "variable", "otherwise"),
    [("win32", "LOCALAPPDATA", "~/AppData/Local"), ("linux", "XDG_CACHE_HOME", "~/.cache")],
)
def test_the_folder_of_each_system(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, platform: str, variable: str, otherwise: str
) -> None:
    monkeypatch.setattr("harness.checking.load.shipped.sys.platform", platform)
    monkeypatch.setenv(variable, str(tmp_path / "own"))
    assert cache_folder() == tmp_path / "own" / "sports-claims-harness"
    monkeypatch.delenv(variable)
    assert cache_folder() == Path(otherwise).expanduser() / "sports-claims-harness"


def test_without_a_cache_folder_the_pack_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(in_the_way))
    monkeypatch.setenv("LOCALAPPDATA", str(in_the_way))
    assert type(shipped_truth()) is Truth
    assert type(shipped_truth()) is Truth
