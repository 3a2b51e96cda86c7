"""Ground truth packs: put together from files, linted, and every mistake told where it stands."""

from __future__ import annotations

import json
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

import harness
from harness.checking.load import default_truth_folder, load_truth, read_truth
from harness.records.model import Mistake
from harness.truth.index import Truth

PACK: dict[str, list[dict[str, Any]]] = {
    "sources": [{"id": "book", "title": "The results book", "family": "book"}],
    "nations": [{"id": "NOR", "name": "Norway", "area": "Europe"}],
    "events": [
        {"id": "1500m", "name": "1500 m", "measure": "time", "better": "lower", "plausible": ["3:20", "6:00"]}
    ],
    "athletes": [
        {"id": "berg", "name": "Anders Berg", "sex": "men", "sources": ["book"], "nations": [{"value": "NOR"}]},
        {"id": "holt", "name": "Peter Holt", "sex": "men", "sources": ["book"]},
    ],
    "races": [
        {"event": "1500m", "sex": "men", "date": "2024-06-02", "city": "Arden", "sources": ["book"],
         "results": [{"athlete": "berg", "mark": "3:31.00"}, {"athlete": "holt", "mark": "3:32.00"}]},
        {"event": "1500m", "sex": "men", "date": "2024-07-02", "city": "Arden", "sources": ["book"],
         "results": [{"athlete": "holt", "mark": "3:30.00", "splits": {"800m": "1:52.0"}}]},
    ],
}  # fmt: skip


@pytest.fixture
def load(tmp_path: Path) -> Callable[..., Truth | list[Mistake]]:
    """load(name=content, ...) -> the truth in a folder of these files."""

    def write_and_load(**files: Any) -> Truth | list[Mistake]:
        for name, content in files.items():
            text = content if isinstance(content, str) else json.dumps(content, indent=1)
            (tmp_path / f"{name}.json").write_text(text, encoding="utf-8")
        return load_truth(tmp_path)

    return write_and_load


def test_a_pack_in_one_file(load: Callable[..., Any]) -> None:
    truth = load(pack=PACK)
    assert isinstance(truth, Truth), truth
    assert len(truth.results) == 3
    assert len(truth.digest) == 12


def test_the_digest_stands_for_the_facts_not_for_the_files(tmp_path: Path) -> None:
    def digest(name: str, **files: Any) -> str:
        folder = tmp_path / name
        folder.mkdir()
        for file, content in files.items():
            (folder / f"{file}.json").write_text(content if isinstance(content, str) else json.dumps(content))
        truth = load_truth(folder)
        assert isinstance(truth, Truth), truth
        return truth.digest

    whole = digest("whole", pack=PACK)
    turned = {table: rows[::-1] for table, rows in reversed(PACK.items())}
    assert digest("turned", pack=json.dumps(turned, indent=3)) == whole
    first = {**PACK, "races": PACK["races"][:1]}
    assert digest("split", b=first, a={"races": PACK["races"][1:]}) == whole
    slower = deepcopy(PACK)
    slower["races"][1]["results"][0]["mark"] = "3:30.01"
    assert digest("slower", pack=slower) != whole


def test_a_pack_is_read_without_its_lint_or_told_by_it(tmp_path: Path) -> None:
    """What contradicts itself is read; what cannot be indexed is told."""
    assert isinstance(read_truth(tmp_path / "nowhere"), list)
    races = [{**PACK["races"][0], "finishers_complete": True, "results": [{"athlete": "berg", "place": 2}]}]
    (tmp_path / "pack.json").write_text(json.dumps({**PACK, "races": races}), encoding="utf-8")
    assert isinstance(load_truth(tmp_path), list)
    assert isinstance(read_truth(tmp_path), Truth)
    (tmp_path / "broken.json").write_text("{", encoding="utf-8")
    assert read_truth(tmp_path) == load_truth(tmp_path)
    (tmp_path / "broken.json").unlink()
    for path, value in ((("races", 0, "event"), "nothing"), (("races", 0, "results", 0, "mark"), "fast")):
        (tmp_path / "pack.json").write_text(json.dumps(changed(path, value)), encoding="utf-8")
        mistakes = read_truth(tmp_path)
        assert isinstance(mistakes, list)
        assert mistakes == load_truth(tmp_path)


def changed(path: tuple[Any, ...], value: Any) -> dict[str, Any]:
    """PACK with one value put in place of another."""
    pack = deepcopy(PACK)
    part: Any = pack
    for step in path[:-1]:
        part = part[step]
    part[path[-1]] = value
    return pack


@pytest.mark.parametrize(
    "path, value, shown, message",
    [
        pytest.param(
            ("races", 0, "date"), "2024-02-31", "$.races[0].date", "no such date", id="a day that does not exist"
        ),
        pytest.param(
            ("races", 1, "results", 0, "mark"),
            "fast",
            "$.races[1].results[0].mark",
            "fast",
            id="a mark that nothing reads",
        ),
        pytest.param(
            ("races", 1, "results", 0, "splits", "800m"), "?", '$.races[1].results[0].splits["800m"]', "?", id="a split"
        ),
        pytest.param(
            ("races", 0, "results", 1, "athlete"), "nobody", "$.races[0].results[1].athlete", "'nobody'", id="nobody"
        ),
        pytest.param(
            ("athletes", 0, "sex"), "man", "$.athletes[0].sex", "did you mean 'men'?", id="a value that is none"
        ),
        pytest.param(
            ("athletes", 0, "bron"), "1999", "$.athletes[0].bron", "did you mean 'born'?", id="a slip in a field"
        ),
        pytest.param(
            ("races", 0, "results", 0, "place"), 0, "$.races[0].results[0].place", "1 at least", id="place nought"
        ),
        pytest.param(("rases",), [], "$.rases", "did you mean 'races'?", id="a slip in a table"),
        pytest.param(
            ("events", 0, "plausible"), ["3:20"], "$.events[0].plausible", "2 entries at least, found 1", id="one end"
        ),
        pytest.param(
            ("events", 0, "plausible"),
            ["3:20", "4:00", "6:00"],
            "$.events[0].plausible",
            "2 entries at most, found 3",
            id="three ends",
        ),
    ],
)
def test_a_mistake_in_a_pack(load: Callable[..., Any], path: Any, value: Any, shown: str, message: str) -> None:
    pack = changed(path, value)
    found = load(pack=pack)
    assert isinstance(found, list)
    (mistake,) = [one for one in found if one.path == shown]
    assert message in mistake.message
    written = json.dumps(pack, indent=1).splitlines()
    assert json.dumps(value, indent=1).splitlines()[0] in written[mistake.line - 1]


def test_a_flaw_is_told_in_the_file_that_it_comes_from(load: Callable[..., Any]) -> None:
    second = deepcopy(PACK["races"][1])
    second["date"] = "2024-13-01"
    found = load(a={**PACK, "races": PACK["races"][:1]}, b={"races": [second]})
    (mistake,) = found
    assert (Path(mistake.file).name, mistake.line, mistake.column, mistake.path) == ("b.json", 6, 12, "$.races[0].date")


def test_all_files_are_read_before_anything_is_told(load: Callable[..., Any]) -> None:
    found = load(a='{"races": [}', b='{"athletes": 5}', c='{"events": [], "events": []}')
    assert [Path(one.file).name for one in found] == ["a.json", "b.json", "c.json"]


@pytest.mark.parametrize("name, message", [("nowhere", "No such file"), ("notes", "has no *.json")])
def test_a_folder_that_holds_no_truth(tmp_path: Path, name: str, message: str) -> None:
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "pack.txt").write_text("{}")
    found = load_truth(tmp_path / name)
    assert isinstance(found, list)
    assert [message in one.message and one.file == str(tmp_path / name) for one in found] == [True]


def test_a_folder_named_like_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "pack.json").mkdir()
    found = load_truth(tmp_path)
    assert isinstance(found, list)
    assert "Is a directory" in found[0].message


def test_the_default_is_the_pack_of_the_wheel_else_that_of_the_checkout(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(harness, "__file__", str(tmp_path / "harness" / "__init__.py"))
    assert default_truth_folder() == tmp_path / "ground_truth"
    (tmp_path / "harness" / "pack").mkdir(parents=True)
    assert default_truth_folder() == tmp_path / "harness" / "pack"


def test_the_truth_of_this_project_has_no_mistake() -> None:
    assert isinstance(load_truth(default_truth_folder()), Truth)
