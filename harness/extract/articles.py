"""Articles to be read: a text, and its metadata for a claim file. From JSON, plain text, Markdown, HTML, Word or PDF.

Spans count code points of `text`. For plain text and Markdown that is the file itself, for a JSON article its field
`text`, and for the others the text extracted from them, which is written beside the claim file. The format of standard
input is recognised by its first bytes.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import msgspec

from harness import strict_json
from harness.extract.cautions import dated_ahead, several_articles
from harness.extract.days import day_at_the_head, iso_day
from harness.extract.documents import DocumentText
from harness.extract.docx_text import read_docx
from harness.extract.pages import Page, read_page
from harness.extract.pdf_text import read_pdf
from harness.extract.plain_text import suffix_of, why_no_text
from harness.records.model import Mistake

INDEX = "index.json"
TEXTS = (".txt", ".md", ".markdown")
PAGES = (".html", ".htm")
DOCUMENTS = {".docx": read_docx, ".pdf": read_pdf}
DRAFTS = (*TEXTS, *PAGES, *DOCUMENTS)  # what an editor hands in; ARTICLES has those of a machine too
ARTICLES = (*DRAFTS, ".json")
MOST_CHARACTERS = 1_000_000  # of an article's text: a long book
MOST_OF_A_PAGE = 10_000_000  # of an HTML page, with all that is not its text
UNKNOWN_PUBLISHER = "unknown"
DAY_OF_READING = "the day on which it was read: nothing tells another"

_DAY_IN_NAME = re.compile(r"(?<![0-9])((?:18|19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2})(?![0-9])")
_NOT_IN_ID = re.compile(r"[^a-z0-9]+")
_DEVICE = re.compile(r"con|prn|aux|nul|com[0-9]|lpt[0-9]")
_HASHES = re.compile(r"^#+\s*")


class SourceArticle(msgspec.Struct, frozen=True, kw_only=True):
    """One article and its text. `published` is a day such as 2024-08-02; `read_by` the machine that reads it.

    `note` says what a person should know about how the text was taken from its file.
    """

    id: str
    title: str
    publisher: str
    published: str
    text: str
    url: str | None = None
    published_basis: str = "as given with the article"
    read_by: str | None = None
    note: str = ""


class _Told(msgspec.Struct, frozen=True):
    """What is told of a text in an index, in a JSON article or in a page: any of it may be missing."""

    file: str = ""
    id: str | None = None
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    published_basis: str | None = None
    url: str | None = None
    text: str | None = None


def head(article: SourceArticle) -> dict[str, Any]:
    """The article as it stands in a claim file: all but its text."""
    read_by = {} if article.read_by is None else {"read_by": article.read_by}
    return {
        "id": article.id,
        "title": article.title,
        "publisher": article.publisher,
        "url": article.url,
        "published": article.published,
        "published_basis": article.published_basis,
        "characters": len(article.text),
        "sha256": sha256(article.text.encode()).hexdigest(),
        **read_by,
    }


def read_articles(
    paths: Iterable[Path], given: Mapping[str, str] | None = None
) -> tuple[list[SourceArticle], list[Mistake]]:
    """Every article under the paths, in their order, and every mistake in the others.

    A folder means the texts that its index.json names; without one, all texts, pages and JSON articles in it. `given`
    has fields that are given once for all articles ("published", "publisher") and used if an article has none.
    """
    articles: dict[str, SourceArticle] = {}
    mistakes: list[Mistake] = []
    for file in (file for path in paths for file in _expanded(path)):
        article = file if isinstance(file, Mistake) else read_article(file, given or {})
        if isinstance(article, Mistake):
            mistakes.append(article)
        elif articles.setdefault(article.id, article) is not article:
            mistakes.append(_mistake(file, f"a second article called {article.id!r}: ids must differ"))
    return list(articles.values()), mistakes


def read_article(path: Path, given: Mapping[str, str]) -> SourceArticle | Mistake:
    """The article in the file, or why there is none."""
    suffix = path.suffix.lower()
    if suffix and suffix not in ARTICLES:
        return _mistake(path, f"{suffix} is not read: articles are {', '.join(ARTICLES)}; save the text as one of them")
    raw = strict_json.read(path)
    if isinstance(raw, Mistake):
        return raw
    if not raw:
        return _mistake(path, "the file is empty: the article has no text")
    if path == strict_json.STDIN:
        suffix = suffix_of(raw)
    if suffix == ".json":
        stated = _decoded(raw, path, _Told)
        return stated if isinstance(stated, Mistake) else _article(path, stated.text, [stated], given)
    beside = _beside(path)
    if isinstance(beside, Mistake):
        return beside
    if suffix in DOCUMENTS:
        document = DOCUMENTS[suffix](raw)
        if isinstance(document, str):
            return _mistake(path, document)
        return _article(path, document.text, [beside], given, document)
    why = why_no_text(raw)
    if why is not None:
        return _mistake(path, why)
    text = raw.decode("utf-8")
    if suffix not in PAGES:
        return _article(path, text, [beside], given)
    if len(text) > MOST_OF_A_PAGE:
        return _mistake(path, f"the page has {len(text):,} characters: more than {MOST_OF_A_PAGE:,} are not read")
    page = read_page(text)
    if isinstance(page, str):
        return _mistake(path, page)
    return _article(path, page.text, [beside, _of_page(page)], given)


def _article(
    path: Path, text: str | None, stated: list[_Told], given: Mapping[str, str], document: DocumentText | None = None
) -> SourceArticle | Mistake:
    """The first of those that tell a field is believed, then what was given for all, then the document's properties.

    Those come last: a template's author and title outlive it, and a day of the last change is not one of publication.
    """
    properties = document or DocumentText("")
    if not text or not text.strip():
        return _mistake(path, "the article has no text" + (' (field "text")' if path.suffix == ".json" else ""))
    if len(text) > MOST_CHARACTERS:
        most = f"{MOST_CHARACTERS:,}"
        return _mistake(path, f"the article has {len(text):,} characters: more than {most} are not read as one article")
    day, basis = _published(path, stated, given, properties.changed, text)
    if day is None:
        return _mistake(
            path, 'no date of publication: give it in an index.json beside it ("published"), or --published'
        )
    printed, day = day, iso_day(day)
    if day is None:
        return _mistake(path, f'"published" must be a day such as 2024-08-02 or 2 August 2024, not {printed!r}')
    if too_early := dated_ahead(day, date.today()):
        return _mistake(path, too_early)
    publisher = _first(stated, "publisher") or given.get("publisher") or properties.author or UNKNOWN_PUBLISHER
    return SourceArticle(
        id=_identity(_first(stated, "id") or path.stem),
        title=(_first(stated, "title") or properties.title or _first_line(text))[:200],
        publisher=publisher[:100],
        published=day,
        published_basis=basis[:200],
        url=_first(stated, "url"),
        text=text,
        note="; ".join(filter(None, (properties.note, several_articles(text)))),
    )


def _identity(name: str) -> str:
    """An id that can be a file's name everywhere: on Windows `con.json` is a device, whatever its folder."""
    identity = _NOT_IN_ID.sub("-", name.lower()).strip("-")[:80].strip("-") or "article"
    return f"{identity}-article" if _DEVICE.fullmatch(identity) else identity


def _first(beside: list[_Told], field: str) -> str | None:
    return next((value for source in beside if (value := getattr(source, field))), None)


def _published(
    path: Path, stated: list[_Told], given: Mapping[str, str], changed: str | None, text: str
) -> tuple[str | None, str]:
    """The day, and how it is known; `today` of what was given is for articles of which nothing else is known."""
    in_name = _DAY_IN_NAME.search(path.stem)
    if day := _first(stated, "published"):
        return day, _first(stated, "published_basis") or "as given with the article"
    if in_name is not None:
        return in_name[1], "the day in the file's name"
    if at_the_head := day_at_the_head(text):
        return at_the_head, "the day at the head of its text"
    if "published" in given:
        return given["published"], "given on the command line"
    if changed is not None:
        return changed, "the day on which the document was last changed, by its own properties"
    return given.get("today"), DAY_OF_READING


def _expanded(path: Path) -> list[Path | Mistake]:
    if path.name == INDEX and path.is_file():
        path = path.parent
    if not path.is_dir():
        return [path]
    if (path / INDEX).exists():
        index = _index(path / INDEX)
        return [index] if isinstance(index, Mistake) else [_inside(path, entry.file) for entry in index]
    return [file for file in sorted(path.iterdir()) if file.suffix.lower() in ARTICLES and file.is_file()]


def _inside(folder: Path, name: str) -> Path | Mistake:
    """The file of the folder with this name; an index from elsewhere must make nobody read other files of theirs."""
    path = folder / name
    if not name or Path(os.path.realpath(path)).parent != Path(os.path.realpath(folder)):
        return _mistake(
            folder / INDEX, f"{name!r} is no file of this folder: an index names texts that stand beside it"
        )
    return path


def _beside(path: Path) -> _Told | Mistake:
    """What the index.json in the text's folder tells of it."""
    where = path.parent / INDEX
    index = _index(where) if path != strict_json.STDIN and where.is_file() else []
    return index if isinstance(index, Mistake) else next((entry for entry in index if entry.file == path.name), _Told())


def _index(path: Path) -> list[_Told] | Mistake:
    raw = strict_json.read(path)
    return raw if isinstance(raw, Mistake) else _decoded(raw, path, list[_Told])


def _decoded(raw: bytes, path: Path, kind: Any) -> Any:
    try:
        decoded = strict_json.decode(raw, msgspec.json.Decoder(kind), str(path))
    except msgspec.ValidationError as error:
        return _mistake(path, str(error))
    return decoded[0] if isinstance(decoded, list) and decoded and isinstance(decoded[0], Mistake) else decoded


def _of_page(page: Page) -> _Told:
    return _Told(
        title=page.title, publisher=page.publisher, published=page.published, url=page.url,
        published_basis="as the page says" if page.published else None,
    )  # fmt: skip


def _first_line(text: str) -> str:
    line = next(line for line in text.splitlines() if line.strip())
    return _HASHES.sub("", line.strip()) or "untitled"


def _mistake(path: Path | Mistake, message: str) -> Mistake:
    return Mistake(str(path), 1, 1, "$", message)
