"""The desk's folder: nothing outside of it is read or written, and what is broken in it is told with its line."""

from __future__ import annotations

from pathlib import Path

import pytest
from desk_world import ARTICLE
from systems import needs_links

from harness.desk.deciding import Desk
from harness.desk.folder import BadFile, Folder, OutsideFolder, is_id


@pytest.mark.parametrize("name, is_one", [
    ("kerr-2024", True), ("a", True), ("", False), ("..", False), ("a/b", False), ("a.b", False), ("Kerr", False),
    ("con", False), ("lpt1", False), ("-a", False), ("a" * 81, False), ("a\n", False),
])  # fmt: skip
def test_names_of_drafts(name: str, is_one: bool) -> None:
    assert is_id(name) is is_one


@pytest.mark.parametrize("wanted, name", [
    ("Kerr wins!", "kerr-wins"), ("", "draft"), ("con", "draft-con"), ("арден", "draft"),
    ("arden draft", "arden-draft-2"), ("x" * 200, "x" * 60),
])  # fmt: skip
def test_a_new_draft_has_a_name_of_its_own(desk: Desk, wanted: str, name: str) -> None:
    assert desk.folder.free_id(wanted) == name


@pytest.mark.parametrize("draft", ["../secret", "a/../../secret", "/etc/passwd", "..", "con"])
def test_a_draft_is_never_a_path(desk: Desk, draft: str) -> None:
    for look in (desk.folder.text, desk.folder.claims, desk.folder.decisions):
        with pytest.raises(OutsideFolder):
            look(draft)
    with pytest.raises(OutsideFolder):
        desk.folder.write_text(draft, "x")


@needs_links
def test_a_link_that_leads_out_is_not_followed(desk: Desk, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("not for the desk", encoding="utf-8")
    (desk.folder.root / "texts" / "linked.txt").symlink_to(secret)
    with pytest.raises(OutsideFolder):
        desk.folder.text("linked")
    with pytest.raises(OutsideFolder):
        desk.folder.write_text("linked", "overwritten")
    assert secret.read_text(encoding="utf-8") == "not for the desk"


def test_what_was_cleared_away_while_the_desk_was_open(desk: Desk) -> None:
    (desk.folder.root / "decisions").rmdir()
    decision = {"claim": "place-berg-third", "action": "note", "author": "Ada", "words": "sic"}
    desk.decide(ARTICLE.id, desk.folder.version(ARTICLE.id), **decision)  # type: ignore[arg-type]
    assert len(desk.open(ARTICLE.id).decisions) == 1
    desk.folder.claims_path(ARTICLE.id).unlink()
    with pytest.raises(BadFile, match="there is no claim file to this text: put it back"):
        desk.open(ARTICLE.id)


def test_a_text_that_grew_too_long_outside_of_the_desk_is_not_read(desk: Desk) -> None:
    path = desk.folder.root / "texts" / f"{ARTICLE.id}.txt"
    path.write_text("Holt ran 3:30.12. " * 20_000, encoding="utf-8")
    with pytest.raises(BadFile, match="360,000 characters: a draft may have 200,000"):
        desk.open(ARTICLE.id)


@needs_links
def test_a_folder_that_is_a_link_out_is_refused(tmp_path: Path) -> None:
    (tmp_path / "desk").mkdir()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "desk" / "texts").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OutsideFolder):
        Folder(tmp_path / "desk").prepare()


@pytest.mark.parametrize("content, where", [
    ('{"version": 1, "decisions": [{}]}', "missing"), ("{", "1:"), ('{"version": 7}', "7"),
    ('{"decision": []}', "decision"),
])  # fmt: skip
def test_a_broken_file_is_told_with_its_place(desk: Desk, content: str, where: str) -> None:
    (desk.folder.root / "decisions" / f"{ARTICLE.id}.json").write_text(content, encoding="utf-8")
    with pytest.raises(BadFile, match=r"arden-draft\.json:1:") as bad:
        desk.open(ARTICLE.id)
    assert where in str(bad.value)
