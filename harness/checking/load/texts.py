"""Articles' texts, where available: whether each quote is still where its claim says.

A text is identified by its sha256, which the claim file states; its file name does not matter.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from harness.checking.load import ClaimFile, check_text
from harness.checking.load.unread import figures_in, in_words
from harness.records.model import ArticleReport, Mistake


def check_texts(files: Iterable[ClaimFile], folder: Path) -> list[Mistake]:
    """Compare every file's quotes with the text of its sha256 in `folder`; a file without one is a mistake."""
    texts = {sha256(data).hexdigest(): data for _, data in _files(folder)}
    mistakes: list[Mistake] = []
    for file in files:
        text = texts.get(file.article.sha256)
        if text is None:
            why = f"no text in {folder} has this sha256: the text was changed, or is not there"
            mistakes.append(Mistake(str(file.path), 1, 1, "$.article.sha256", why))
        else:
            mistakes += check_text(file, text.decode("utf-8"))
    return mistakes


def by_digest(folder: Path) -> dict[str, str]:
    """The folder's texts by their sha256; files that are not UTF-8 are skipped."""
    texts = ((sha256(data).hexdigest(), _decoded(data)) for _, data in _files(folder))
    return {digest: text for digest, text in texts if text is not None}


def unread_figures(files: Iterable[ClaimFile], folder: Path) -> list[str]:
    """One line for each article: how many of its text's figures a claim quotes, and which ones none does."""
    texts = by_digest(folder)
    lines = []
    for file in files:
        text = texts.get(file.article.sha256)
        if text is not None:
            figures = figures_in(text, [(claim.start, claim.end) for claim in file.claims])
            lines.append(f"{file.path}: {in_words(figures, text)}")
    return lines


def match_texts(articles: Iterable[ArticleReport], folder: Path) -> tuple[dict[str, str], dict[str, str]]:
    """By article id, the text of every article that has one in `folder`, and for the others why there is none."""
    texts: dict[str, bytes] = {}
    named: dict[str, Path] = {}
    for path, data in _files(folder):
        texts[sha256(data).hexdigest()] = data
        named.setdefault(path.stem, path)
    texts_by_id: dict[str, str] = {}
    unmatched: dict[str, str] = {}
    for article in articles:
        text = _decoded(texts.get(article.sha256))
        if text is not None:
            texts_by_id[article.id] = text
        elif article.sha256 in texts:
            unmatched[article.id] = "its text is not UTF-8: its claims are listed without marks"
        else:
            unmatched[article.id] = f"{_absent(article, named, folder)}: its claims are listed without marks"
    return texts_by_id, unmatched


def _files(folder: Path) -> list[tuple[Path, bytes]]:
    return [(path, path.read_bytes()) for path in sorted(folder.iterdir()) if path.is_file()]


def _decoded(data: bytes | None) -> str | None:
    try:
        return None if data is None else data.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _absent(article: ArticleReport, named: dict[str, Path], folder: Path) -> str:
    """A file that is called as the article is and is another text was most likely edited: that is worth saying."""
    if article.id in named:
        return f"{named[article.id]} is not the text that the claims were cut from (its sha256 differs)"
    return f"no text in {folder} has the sha256 that the claim file names"
