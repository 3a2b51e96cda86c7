"""Articles: from texts, Markdown, JSON and an index; what is told where, and what goes wrong."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from systems import needs_links

from harness.checking.load import read_claims
from harness.extract.articles import SourceArticle, head, read_articles
from harness.records.model import Mistake

TEXT = "Holt won in Arden.\n\nBerg was second — by a second."


def write(folder: Path, name: str, content: Any) -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
    return path


def only(path: Path, **given: str) -> SourceArticle:
    articles, mistakes = read_articles([path], given)
    assert not mistakes
    return articles[0]


def mistake(path: Path, **given: str) -> str:
    articles, mistakes = read_articles([path], given)
    assert not articles
    assert isinstance(mistakes[0], Mistake)
    return str(mistakes[0])


def test_a_text_is_the_file_itself(tmp_path: Path) -> None:
    raw = TEXT.replace("\n", "\r\n").encode()
    article = only(write(tmp_path, "arden-2024-06-03.txt", raw))
    assert article.text.encode() == raw
    assert head(article)["sha256"] == sha256(raw).hexdigest()
    assert (article.id, article.title, article.published) == ("arden-2024-06-03", "Holt won in Arden.", "2024-06-03")
    assert article.published_basis == "the day in the file's name"


def test_markdown_is_the_file_itself_and_its_title_has_no_sign(tmp_path: Path) -> None:
    article = only(write(tmp_path, "x.md", b"# Holt **wins**\n\nText."), published="2024-06-03")
    assert article.title == "Holt **wins**"
    assert article.text.startswith("# Holt")
    assert article.published_basis == "given on the command line"


def test_the_head_of_an_article_is_that_of_a_claim_file(tmp_path: Path) -> None:
    article = only(write(tmp_path, "x.txt", TEXT.encode()), published="2024-06-03")
    file = read_claims(json.dumps({"article": head(article), "claims": []}).encode(), "x")
    assert not isinstance(file, list)
    assert file.article.characters == len(TEXT)


def test_an_index_tells_of_the_texts_beside_it(tmp_path: Path) -> None:
    write(tmp_path, "b.txt", TEXT.encode())
    write(tmp_path, "a.txt", TEXT.encode())
    index = [
        {"file": "b.txt", "id": "second", "publisher": "Arden Post", "published": "2024-06-04", "title": "B",
         "published_basis": "printed", "author": "not read"},
        {"file": "a.txt", "id": "First One", "published": "2024-06-03"},
    ]  # fmt: skip
    path = write(tmp_path, "index.json", index)
    for where in (tmp_path, path):
        articles, mistakes = read_articles([where])
        assert not mistakes
        assert [(one.id, one.publisher) for one in articles] == [("second", "Arden Post"), ("first-one", "unknown")]
    assert only(tmp_path / "b.txt").published_basis == "printed"


def test_an_index_wins_over_what_is_given_for_all(tmp_path: Path) -> None:
    write(tmp_path, "index.json", [{"file": "a.txt", "published": "2024-06-03", "publisher": "Arden Post"}])
    article = only(write(tmp_path, "a.txt", TEXT.encode()), published="1999-01-01", publisher="Other")
    assert (article.published, article.publisher) == ("2024-06-03", "Arden Post")


def test_a_json_article_brings_everything(tmp_path: Path) -> None:
    given = {
        "id": "arden",
        "title": "T",
        "publisher": "P",
        "published": "2024-06-03",
        "url": "https://a.example",
        "text": TEXT,
    }
    article = only(write(tmp_path, "any.json", given))
    assert (article.id, article.url, article.text) == ("arden", "https://a.example", TEXT)


def test_a_folder_without_index_is_all_its_articles_in_order(tmp_path: Path) -> None:
    for name in ("b-2024-01-02.md", "a-2024-01-02.txt", "c-2024-01-02.csv"):
        write(tmp_path, name, TEXT.encode())
    articles, mistakes = read_articles([tmp_path])
    assert not mistakes
    assert [one.id for one in articles] == ["a-2024-01-02", "b-2024-01-02"]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("x.txt", b"no day", "no date of publication"),
        ("x-2024-02-30.txt", b"text", "must be a day such as 2024-08-02 or 2 August 2024, not '2024-02-30'"),
        ("x-2024-02-01.txt", b"\xff\xfe", "not UTF-8 at byte 0"),
        ("x-2024-02-01.txt", b" \n ", "the article has no text"),
        ("x.json", {"id": "x", "published": "2024-02-01"}, 'no text (field "text")'),
        ("x.json", {"text": 5}, "Expected `str"),
        ("x.json", b"{", "x.json:1:2"),
        ("x.json", {"text": "t", "published": "1 May"}, "not '1 May'"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_an_article_is_said(tmp_path: Path, name: str, content: Any, said: str) -> None:
    assert said in mistake(write(tmp_path, name, content))


def test_a_missing_file_and_two_of_one_id_are_mistakes(tmp_path: Path) -> None:
    assert "cannot be read" in mistake(tmp_path / "nothing.txt")
    paths = [write(tmp_path, f"a{mark}2024-06-03.txt", TEXT.encode()) for mark in "-_"]
    articles, mistakes = read_articles(paths)
    assert len(articles) == 1
    assert "a second article called 'a-2024-06-03'" in str(mistakes[0])


def test_a_broken_index_is_one_mistake_of_the_folder(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", TEXT.encode())
    write(tmp_path, "index.json", {"not": "a list"})
    assert "index.json" in mistake(tmp_path)
    assert "index.json" in mistake(tmp_path / "a.txt")


OUTSIDE = ["../secret.txt", "{root}/secret.txt", "deeper/../../secret.txt", "link.txt", "", ".", "..", "deeper/in.txt",
           "/etc/hostname"]  # fmt: skip


@pytest.mark.parametrize("name", OUTSIDE)
@needs_links
def test_an_index_names_files_of_its_own_folder_only(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "articles"
    (folder / "deeper").mkdir(parents=True)
    for file in (tmp_path / "secret.txt", folder / "deeper" / "in.txt", folder / "fine.txt"):
        file.write_text(TEXT, encoding="utf-8")
    (folder / "link.txt").symlink_to("../secret.txt")
    name = name.format(root=tmp_path)
    listed = [{"file": entry, "published": "2024-06-03"} for entry in (name, "fine.txt")]
    write(folder, "index.json", listed)
    articles, mistakes = read_articles([folder])
    assert [article.id for article in articles] == ["fine"]
    assert len(mistakes) == 1
    assert f"{name!r} is no file of this folder" in mistakes[0].message
    assert mistakes[0].file == str(folder / "index.json")


@pytest.mark.parametrize(
    ("name", "identity"),
    [("con", "con-article"), ("NUL", "nul-article"), ("Com1", "com1-article"), ("lpt9", "lpt9-article"),
     ("console", "console"), ("aux-2024", "aux-2024")],
)  # fmt: skip
def test_no_article_is_called_as_a_device(tmp_path: Path, name: str, identity: str) -> None:
    assert only(write(tmp_path, f"{name}.txt", TEXT.encode()), published="2024-06-03").id == identity
