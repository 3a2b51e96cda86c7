"""Articles' texts are found by their sha256; what is not found is said, with why."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

import pytest
from arden import CLAIMS, TEXT, World
from findings import article

from harness.checking.load import load_all
from harness.checking.load.texts import check_texts, match_texts, unread_figures


def digest(data: bytes) -> str:
    return sha256(data).hexdigest()


@pytest.mark.parametrize(
    "name, data, wanted, found, why",
    [
        pytest.param("any.txt", b"Holt", b"Holt", {"arden": "Holt"}, "", id="whatever its name"),
        pytest.param("arden.txt", b"Hold", b"Holt", {}, "its sha256 differs", id="edited since"),
        pytest.param("any.txt", b"Hold", b"Holt", {}, "no text in", id="not there"),
        pytest.param("any.txt", b"\xff", b"\xff", {}, "not UTF-8", id="not a text"),
    ],
)
def test_matching(tmp_path: Path, name: str, data: bytes, wanted: bytes, found: dict[str, str], why: str) -> None:
    (tmp_path / name).write_bytes(data)
    (tmp_path / "folder").mkdir()
    texts, unmatched = match_texts([article(sha256=digest(wanted))], tmp_path)
    assert texts == found
    assert ("arden" in unmatched) is bool(why)
    assert why in unmatched.get("arden", "")


def test_a_claim_file_whose_text_is_another_one_is_a_mistake_at_its_top(world: World) -> None:
    (world.root / "texts").mkdir()
    (world.root / "texts" / "arden.txt").write_text(TEXT + "!", encoding="utf-8")
    files, _ = load_all([world.claims(*CLAIMS)])
    (mistake,) = check_texts(files, world.root / "texts")
    assert f"{files[0].path}:1:1: $.article.sha256: no text in" in str(mistake)


def test_figures_are_counted_where_the_text_is_there(world: World) -> None:
    (world.root / "texts").mkdir()
    (world.root / "texts" / "arden.txt").write_text(TEXT, encoding="utf-8")
    (world.root / "texts" / "broken.txt").write_bytes(b"\xff")
    other = json.loads(world.claims(*CLAIMS, name="birk").read_text(encoding="utf-8"))
    other["article"]["sha256"] = "0" * 64
    world.write("claims/birk.json", other)
    files, mistakes = load_all([world.root / "claims"])
    assert mistakes == []
    (line,) = unread_figures(files, world.root / "texts")
    assert line.endswith("arden.json: 4 of 5 figures read; not read: 1500m (line 1)")


def test_the_command_says_which_text_is_another_one(world: World) -> None:
    (world.root / "texts").mkdir()
    (world.root / "texts" / "arden.txt").write_text(TEXT + "!", encoding="utf-8")
    run = world.check("--format", "html", "--articles", "texts")
    said = "texts/arden.txt is not the text that the claims were cut from (its sha256 differs)"
    assert f"arden: {said}: its claims are listed without marks" in run.stderr
    assert said in run.stdout
    assert run.returncode == 1  # as without the text
    assert 'class="text"' not in run.stdout


@pytest.mark.parametrize("folder", ["missing", "claims/arden.json"])
def test_the_folder_of_texts_must_be_one(world: World, folder: str) -> None:
    world.claims(*CLAIMS)
    run = world.check("--format", "html", "--articles", folder, "--output", "page.html")
    assert run.returncode == 2
    assert "--articles" in run.stderr
    assert not (world.root / "page.html").exists()
