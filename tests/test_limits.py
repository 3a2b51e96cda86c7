"""The limits of docs/limits.md: what is beyond them is refused in words, and the page says the numbers that hold."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from arden import CLAIMS, World, article

from harness import strict_json
from harness.checking.load import claims as loading
from harness.checking.load import read_claims
from harness.extract import articles as reading
from harness.extract import chat, command, docx_text, openai, pdf_text
from harness.strict_json import scanner

PAGE = (Path(__file__).parent.parent / "docs" / "limits.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "number",
    [
        f"{strict_json.MAX_BYTES // 2**20} MB", f"{strict_json.MAX_DEPTH} levels", f"{scanner.MAX_DIGITS:,}",
        f"{loading.MOST_CLAIMS:,}", f"{reading.MOST_CHARACTERS:,} characters", f"{reading.MOST_OF_A_PAGE:,}",
        f"{docx_text.LARGEST_XML:,} bytes of XML and {docx_text.LARGEST_UNPACKED:,} in all",
        f"{pdf_text.MOST_PAGES:,} pages",
        f"up to {command.MOST_SECONDS:,.0f}; {command.MOST_BYTES // 2**20} MB",
        f"up to {openai._MOST_SECONDS:,.0f}; {chat.Server('').attempts} tries, up to {openai._MOST_ATTEMPTS}",
    ],
)  # fmt: skip
def test_the_page_says_what_holds(number: str) -> None:
    assert number in PAGE


def test_a_file_with_too_many_claims(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = json.dumps({"article": article(), "claims": CLAIMS}).encode()
    monkeypatch.setattr(loading, "MOST_CLAIMS", len(CLAIMS))
    assert not isinstance(read_claims(raw, "x.json"), list)
    monkeypatch.setattr(loading, "MOST_CLAIMS", len(CLAIMS) - 1)
    mistakes = read_claims(raw, "x.json")
    assert isinstance(mistakes, list)
    assert "6 claims: an article has at most 5" in str(mistakes[0])


@pytest.mark.parametrize(("name", "limit"), [("a.txt", "MOST_CHARACTERS"), ("a.html", "MOST_OF_A_PAGE")])
def test_an_article_that_is_too_long(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, limit: str) -> None:
    (tmp_path / name).write_text("word " * 21, encoding="utf-8")
    monkeypatch.setattr(reading, limit, 100)
    articles, mistakes = reading.read_articles([tmp_path / name], {"published": "2024-06-03"})
    assert not articles
    assert "105 characters: more than 100 are not read" in mistakes[0].message


def test_a_file_that_is_too_large_leaves_the_others(world: World) -> None:
    large = world.root / "claims" / "large.json"
    with large.open("wb") as stream:
        stream.truncate(strict_json.MAX_BYTES + 1)
    report = world.report()
    assert "larger than 64 MB" in report["mistakes"][0]["message"]
    assert len(report["findings"]) == len(CLAIMS)
