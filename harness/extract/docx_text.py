"""The text of a Word document (.docx) with every tracked change accepted; uses python-docx.

python-docx's own `paragraph.text` omits insertions (they are in elements of their own), so the document's XML is walked
here. It reads the body, its tables and text boxes, but not headers, footnotes, comments and hidden text. It needs the
extra `sports-claims-harness[extract]`.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from harness.extract.documents import DocumentText, day_of, why_not_imported

LARGEST_XML = 30_000_000  # bytes of all XML parts, unpacked: what is parsed
LARGEST_UNPACKED = 200_000_000  # bytes of all parts, unpacked: pictures too are held in memory

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ALTERNATIVE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"  # the same text once more
_DELETED = frozenset({f"{_W}del", f"{_W}moveFrom"})
_TRACKED = (*_DELETED, f"{_W}ins", f"{_W}moveTo", f"{_W}cellIns", f"{_W}cellDel")
_SIGNS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_OFF = ("0", "false", "off")
_OLD_CONTAINER = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # of .doc, and of a .docx that is locked with a password
_LOCKED = "EncryptedPackage".encode("utf-16-le")

_ACCEPTED = "the document has tracked changes: read as if all were accepted (insertions in, deletions out)"
_DAMAGED = "the document is damaged or cut short: open it in its editor and save it anew, or give the text as .txt"


def read_docx(raw: bytes) -> DocumentText | str:
    """The document's text, or why it could not be read."""
    if raw.startswith(_OLD_CONTAINER):
        if _LOCKED in raw:
            return "the document is locked with a password: save it without one, or give the text as .txt"
        return "this is a Word document of the old format (.doc): save it as .docx"
    try:
        import docx
    except ImportError as error:
        return why_not_imported(error, "python-docx", "docx", "a Word document")
    try:
        too_large = _too_large(raw)
        if too_large:
            return too_large
        document: Any = docx.Document(io.BytesIO(raw))
        properties = document.core_properties
        text = "\n".join(_lines(document.element.body)).strip("\n")
    except ValueError as error:  # python-docx: another content type, such as that of a workbook
        if "macroEnabled" in str(error):
            return "the document is one with macros (.docm), which are not opened: save it as .docx or .txt"
        kind = str(error).rpartition("content type is ")[2]
        return f"this is no Word document ({kind}): save the text as .docx or .txt"
    except Exception as error:  # somebody else's code and file: one bad document must not end the run
        return f"{_DAMAGED} ({type(error).__name__})"
    tracked = next(document.element.body.iter(*_TRACKED), None) is not None
    return DocumentText(
        text=text + "\n" if text else "",
        title=properties.title or None,
        author=properties.author or None,
        changed=day_of(properties.modified or properties.created),
        note=_ACCEPTED if tracked else "",
    )


def _too_large(raw: bytes) -> str | None:
    """Why the archive is not unpacked. The sizes that it states are the most that zipfile unpacks of each part."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        parts = archive.infolist()
    xml = sum(part.file_size for part in parts if part.filename.lower().endswith((".xml", ".rels")))
    every = sum(part.file_size for part in parts)
    for size, most, what in ((xml, LARGEST_XML, "text"), (every, LARGEST_UNPACKED, "parts")):
        if size > most:
            return f"the document's {what} unpacked would be {size:,} bytes: more than {most:,} are not read"
    return None


def _lines(container: Any) -> Iterator[str]:
    """The paragraphs in an element that holds them, in their order; a row of a table is one line."""
    open_line = ""
    for element in container:
        if element.tag == f"{_W}p":
            boxes: list[Any] = []
            open_line += "".join(_characters(element, boxes))
            if element.find(f"{_W}pPr/{_W}rPr/{_W}del") is not None:
                continue  # the end of this paragraph is deleted: it runs on into the next
            yield open_line
            open_line = ""
            for box in boxes:
                yield from _lines(box)
        elif element.tag == f"{_W}tbl":
            yield from _rows(element)
        elif isinstance(element.tag, str) and element.tag not in _DELETED:
            yield from _lines(element)  # a content control, custom XML, an insertion of whole paragraphs
    if open_line:
        yield open_line


def _rows(table: Any) -> Iterator[str]:
    for row in _within(table, f"{_W}tr"):
        if row.find(f"{_W}trPr/{_W}del") is None:
            cells = [cell for cell in _within(row, f"{_W}tc") if cell.find(f"{_W}tcPr/{_W}cellDel") is None]
            yield "\t".join(" ".join(_lines(cell)) for cell in cells)


def _within(element: Any, tag: str) -> Iterator[Any]:
    """The rows of a table or the cells of a row, in content controls too; not those of a table in one of its cells."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag not in _DELETED:
            yield from _within(child, tag)


def _characters(element: Any, boxes: list[Any]) -> Iterator[str]:
    """The text below an element that stands when changes are accepted; text boxes in it are put aside."""
    for child in element:
        tag = child.tag
        if tag == f"{_W}t":
            yield child.text or ""
        elif tag in _SIGNS:
            yield _SIGNS[tag]
        elif tag == f"{_W}txbxContent":
            boxes.append(child)
        elif not isinstance(tag, str) or tag in _DELETED or tag == _ALTERNATIVE or _is_hidden(child):
            continue
        elif tag not in (f"{_W}pPr", f"{_W}rPr"):
            yield from _characters(child, boxes)


def _is_hidden(run: Any) -> bool:
    vanish = run.find(f"{_W}rPr/{_W}vanish") if run.tag == f"{_W}r" else None
    return vanish is not None and vanish.get(f"{_W}val") not in _OFF
