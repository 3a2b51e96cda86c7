"""The text of a PDF; uses pypdf. An image of text (a scan) has none, and is refused rather than guessed at.

It needs the extra `sports-claims-harness[extract]`. A PDF has lines and no paragraphs: a line that is nearly full is
joined with the next, so that sentences stay whole. Running heads and captions stay where they are in the file.
"""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from harness.extract.documents import DocumentText, day_of, why_not_imported

MOST_PAGES = 500
_FULL = 0.6  # of the page's longest line: a shorter one ends a paragraph, or is a headline
_RANKED_ROW = re.compile(r"[0-9]{1,3}[.)]?\s+[A-Z]")
_END = b"%%EOF"
_END_WITHIN = 4_096  # bytes: some servers and mailers put something behind a PDF
_LIGATURES = str.maketrans(
    {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\ufb05": "st", "\ufb06": "st",
     "\u00ad": None, "\0": None}
)  # fmt: skip

_LOCKED = "the PDF is locked with a password: save it without one, or give the text as .txt"
_CUT_SHORT = "the PDF is cut short (its end is missing): fetch or save it anew, or give the text as .txt"
_DAMAGED = "the PDF is damaged: open it and print it as a PDF anew, or give the text as .txt"


def read_pdf(raw: bytes) -> DocumentText | str:
    """The text of all pages, or why it could not be read."""
    if b"%PDF-" not in raw[:1_024]:
        return "this is no PDF, whatever its name says (it does not begin with %PDF-): give the text as .txt"
    if _END not in raw[-_END_WITHIN:]:
        return _CUT_SHORT
    try:
        import pypdf
        from pypdf.errors import DependencyError
    except ImportError as error:
        return why_not_imported(error, "pypdf", "pypdf", "a PDF")
    try:
        with _silent():
            reader: Any = pypdf.PdfReader(io.BytesIO(raw))
            if reader.is_encrypted and not reader.decrypt(""):  # many PDFs are only locked against changes
                return _LOCKED
            return _document(reader)
    except DependencyError:
        return f"{_LOCKED} (if it opens without a password: pip install cryptography)"
    except Exception as error:  # somebody else's code and file: one bad document must not end the run
        return f"{_DAMAGED} ({type(error).__name__})"


def _document(reader: Any) -> DocumentText | str:
    count = len(reader.pages)
    if not count:
        return f"{_DAMAGED} (it has no page)"
    if count > MOST_PAGES:
        return f"the PDF has {count:,} pages: more than {MOST_PAGES:,} are not read as one article"
    pages = [_clean(page.extract_text()) for page in reader.pages]
    empty = sum(not page for page in pages)
    if empty == count:
        return (
            f"no text is in the PDF's {count} page{'s' * (count != 1)}: a scan is a picture of text. Run text "
            "recognition (OCR) over it first, such as ocrmypdf, or give the text as .txt"
        )
    title = author = changed = None
    with suppress(Exception):  # properties are a help: what is broken in them is not told
        properties = reader.metadata
        title, author = properties.title, properties.author
        changed = day_of(properties.modification_date or properties.creation_date)
    note = f"{empty} of the PDF's {count} pages have no text (pictures?): they are not read" if empty else ""
    return DocumentText("\n\n".join(page for page in pages if page) + "\n", title, author, changed, note)


def _clean(text: str) -> str:
    """The text without ligatures, soft hyphens and halves of characters, none of which a name is looked up by."""
    whole = text.translate(_LIGATURES).encode("utf-8", "replace").decode("utf-8")
    return _paragraphs([line.strip() for line in whole.splitlines()])


def _paragraphs(lines: list[str]) -> str:
    """The lines of a page with those joined that the width of the page has broken."""
    full = _FULL * max(map(len, lines), default=0)
    text = last = ""
    for line in lines:
        runs_on = len(last) >= full and last and line and not _RANKED_ROW.match(line)
        between = "\n" if not runs_on else "" if last.endswith("-") else " "
        text, last = text + between + line, line
    return text.strip()


@contextmanager
def _silent() -> Iterator[None]:
    """Without pypdf's warnings of what it mends: what it cannot mend is told as the file's mistake."""
    logger = logging.getLogger("pypdf")
    level = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        logger.setLevel(level)
