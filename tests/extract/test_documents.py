"""Word documents, PDFs and standard input: what is read of them, and what is said of those that cannot be read."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from arden import World

from harness.checking.load import read_claims
from harness.extract import docx_text, pdf_text
from harness.extract.articles import SourceArticle, read_articles
from harness.extract.documents import DocumentText
from harness.extract.docx_text import read_docx
from harness.extract.pdf_text import read_pdf

# What is installed and does not start is no reason to skip: then these tests must fail.
pytestmark = pytest.mark.skipif(
    find_spec("docx") is None or find_spec("pypdf") is None,
    reason="python-docx or pypdf is not installed: pip install 'sports-claims-harness[extract]'",
)

WON = "Peter Holt won the Arden 1500m in 3:30.21 on Sunday."
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


def run(text: str, change: str = "", *, hidden: bool = False) -> str:
    """A run of a Word paragraph, inside the tracked change `change` where one is named."""
    tag = "delText" if change == "del" else "t"
    properties = "<w:rPr><w:vanish/></w:rPr>" if hidden else ""
    inner = f'<w:r>{properties}<w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>'
    return f'<w:{change} w:id="1" w:author="A">{inner}</w:{change}>' if change else inner


def paragraph(*runs: str, end: str = "") -> str:
    return f"<w:p>{f'<w:pPr><w:rPr>{end}</w:rPr></w:pPr>' if end else ''}{''.join(runs)}</w:p>"


def row(*cells: str, deleted: bool = False) -> str:
    properties = '<w:trPr><w:del w:id="1" w:author="A"/></w:trPr>' if deleted else ""
    return f"<w:tr>{properties}{''.join(f'<w:tc>{paragraph(run(cell))}</w:tc>' for cell in cells)}</w:tr>"


def word(*blocks: str, **properties: Any) -> bytes:
    """A .docx whose body holds the blocks of XML."""
    from docx import Document
    from docx.oxml import parse_xml

    document = Document()
    for name, value in {"author": "", **properties}.items():
        setattr(document.core_properties, name, value)
    namespaces = (
        'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    )
    body: Any = document.element.body
    for block in reversed(list(parse_xml(f"<w:body {namespaces}>{''.join(blocks)}</w:body>".encode()))):
        body.insert(0, block)
    return saved(document)


def saved(document: Any) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def pdf(*pages: Iterable[str], info: str = "") -> bytes:
    """A PDF by hand: a page for each list of lines; one without lines is a page without text, as a scan's are."""
    numbers = [4 + 2 * at for at in range(len(pages))]
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{' '.join(f'{number} 0 R' for number in numbers)}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for number, lines in zip(numbers, pages, strict=True):
        shown = " T* ".join(f"({line}) Tj" for line in lines)
        stream = f"BT /F1 12 Tf 14 TL 40 800 Td {shown} ET" if shown else "0 0 10 10 re f"
        objects += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 850] /Contents {number + 1} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>",
            f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        ]
    objects.append(f"<< {info} >>")
    raw, places = "%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(raw))
        raw += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    trailer = f"<< /Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R >>"
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n{trailer}\nstartxref\n{len(raw)}\n%%EOF\n"
    return (raw + end).encode()


def locked(password: str) -> bytes:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf([WON]))))
    writer.encrypt(password, "owner", algorithm="RC4-128")
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def archive(**parts: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name.replace("_", "."), content)
    return stream.getvalue()


def read(folder: Path, name: str, raw: bytes, **given: str) -> SourceArticle:
    (folder / name).write_bytes(raw)
    articles, mistakes = read_articles([folder / name], given)
    assert not mistakes
    return articles[0]


def read_text(raw: bytes) -> DocumentText:
    document = read_docx(raw) if raw.startswith(b"PK") else read_pdf(raw)
    assert isinstance(document, DocumentText), document
    return document


ACCEPTED = [
    ("insertions are in", [paragraph(run("Holt won "), run("again", "ins"), run("."))], "Holt won again."),
    ("deletions are out", [paragraph(run("Holt "), run("nearly ", "del"), run("won."))], "Holt won."),
    ("an insertion that was deleted is out",
     [paragraph(run("Holt won"), f'<w:ins w:id="2" w:author="A">{run(" twice", "del")}</w:ins>', run("."))],
     "Holt won."),
    ("what was moved stands where it went",
     [paragraph(run("Berg lost.", "moveFrom")), paragraph(run("Holt won. ")), paragraph(run("Berg lost.", "moveTo"))],
     "Holt won. \nBerg lost."),
    ("a deleted end of a paragraph joins two",
     [paragraph(run("Holt won "), end='<w:del w:id="3" w:author="A"/>'), paragraph(run("in Arden."))],
     "Holt won in Arden."),
    ("a deleted row is out",
     [f"<w:tbl>{row('Holt', '3:30.21')}{row('Berg', '3:31.00', deleted=True)}</w:tbl>"], "Holt\t3:30.21"),
]  # fmt: skip


@pytest.mark.parametrize(("blocks", "text"), [case[1:] for case in ACCEPTED], ids=[case[0] for case in ACCEPTED])
def test_tracked_changes_are_read_as_accepted_and_that_is_told(blocks: list[str], text: str) -> None:
    document = read_text(word(*blocks))
    assert document.text.strip() == text
    assert "tracked changes" in document.note


PLAIN = [
    ("paragraphs are lines", [paragraph(run("Holt won.")), paragraph(run("Berg lost."))], "Holt won.\nBerg lost."),
    ("a row of a table is a line", [f"<w:tbl>{row('Holt', '3:30.21')}{row('Berg', '3:31.00')}</w:tbl>"],
     "Holt\t3:30.21\nBerg\t3:31.00"),
    ("a table in a cell is read once",
     [f"<w:tbl><w:tr><w:tc><w:tbl>{row('Holt', '3:30.21')}</w:tbl>{paragraph()}</w:tc><w:tc>{paragraph(run('Berg'))}"
      "</w:tc></w:tr></w:tbl>"], "Holt\t3:30.21 \tBerg"),
    ("tabs, breaks and hyphens", [paragraph("<w:r><w:t>1</w:t><w:tab/><w:t>A</w:t><w:br/><w:t>x</w:t>"
                                            "<w:noBreakHyphen/><w:t>y</w:t></w:r>")], "1\tA\nx-y"),
    ("a content control", [f"<w:sdt><w:sdtContent>{paragraph(run('Holt won.'))}</w:sdtContent></w:sdt>"], "Holt won."),
    ("hidden text is not read", [paragraph(run("Holt won."), run(" Or not.", hidden=True))], "Holt won."),
    ("a text box is read once, behind its paragraph",
     [paragraph(f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:txbxContent>{paragraph(run('Box.'))}"
                f"</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>{paragraph(run('Box.'))}</w:txbxContent>"
                "</mc:Fallback></mc:AlternateContent></w:r>", run("Holt won."))], "Holt won.\nBox."),
]  # fmt: skip


@pytest.mark.parametrize(("blocks", "text"), [case[1:] for case in PLAIN], ids=[case[0] for case in PLAIN])
def test_the_text_of_a_word_document(blocks: list[str], text: str) -> None:
    document = read_text(word(*blocks))
    assert (document.text, document.note) == (text + "\n", "")


def test_the_properties_of_a_word_document(tmp_path: Path) -> None:
    raw = word(
        paragraph(run(WON)), title="Holt wins", author="Arden Athletics", modified=datetime(2024, 6, 3, 9, tzinfo=UTC)
    )
    article = read(tmp_path, "draft.docx", raw)
    assert (article.title, article.publisher, article.published) == ("Holt wins", "Arden Athletics", "2024-06-03")
    assert "last changed" in article.published_basis


PDF_INFO = "/Title (Holt wins) /Author (Arden Athletics) /CreationDate (D:20240603090000Z)"


@pytest.mark.parametrize("name", ["draft.docx", "draft.pdf", "DRAFT.DOCX", "DRAFT.PDF"])
def test_what_is_told_otherwise_goes_before_the_properties(tmp_path: Path, name: str) -> None:
    """A template's author outlives it, and the day of the last change is not the day of publication."""
    raw = (
        pdf([WON], info=PDF_INFO)
        if "pdf" in name.lower()
        else word(paragraph(run(WON)), author="Arden Athletics", modified=datetime(2024, 6, 3, tzinfo=UTC))
    )
    assert read(tmp_path, name, raw).published == "2024-06-03"
    given = read(tmp_path, name, raw, published="2024-06-05", publisher="Arden Post")
    assert (given.published, given.publisher) == ("2024-06-05", "Arden Post")
    assert read(tmp_path, f"2024-06-04 {name}", raw, published="2024-06-05").published == "2024-06-04"
    assert read(tmp_path, name, raw, today="2024-07-01").published == "2024-06-03"
    (tmp_path / "index.json").write_text(f'[{{"file": "{name}", "published": "2024-06-06", "title": "Arden"}}]')
    told = read(tmp_path, name, raw, published="2024-06-05")
    assert (told.published, told.title) == ("2024-06-06", "Arden")


PDF_PAGES = [
    ("pages are paragraphs", [[WON], ["Berg was second."]], f"{WON}\n\nBerg was second.\n"),
    ("a sentence that the width breaks is whole",
     [["Holt wins", "Peter Holt won the Arden 1500m on Sunday in a time", "of 3:30.21.", "Berg was second."]],
     "Holt wins\nPeter Holt won the Arden 1500m on Sunday in a time of 3:30.21.\nBerg was second.\n"),
    ("rows of a result list stay rows",
     [["1 Peter Holt 3:30.21", "2 Anders Berg 3:31.00"]], "1 Peter Holt 3:30.21\n2 Anders Berg 3:31.00\n"),
]  # fmt: skip


@pytest.mark.parametrize(("pages", "text"), [case[1:] for case in PDF_PAGES], ids=[case[0] for case in PDF_PAGES])
def test_the_text_of_a_pdf(pages: list[list[str]], text: str) -> None:
    assert read_text(pdf(*pages)).text == text


def test_the_properties_of_a_pdf_and_its_pages_without_text() -> None:
    document = read_text(pdf([WON], [], info=PDF_INFO))
    assert (document.title, document.author, document.changed) == ("Holt wins", "Arden Athletics", "2024-06-03")
    assert document.note.startswith("1 of the PDF's 2 pages have no text")


def test_broken_properties_are_no_reason_not_to_read() -> None:
    assert read_text(pdf([WON], info="/CreationDate (yesterday)")).text == f"{WON}\n"


def test_a_pdf_that_is_locked_against_changes_only_is_read() -> None:
    assert read_text(locked("")).text == f"{WON}\n"


REFUSED: list[tuple[str, Callable[[], bytes], str]] = [
    ("x.docx", lambda: b"", "empty"),
    ("x.docx", lambda: word(paragraph(run(WON)))[:9_000], "damaged or cut short"),
    ("x.docx", lambda: b"Holt won.", "damaged or cut short"),
    ("x.docx", lambda: archive(other_xml=b"<a/>"), "damaged"),
    ("x.docx", lambda: word(), "the article has no text"),
    ("x.docx", lambda: OLD, "save it as .docx"),
    ("x.docx", lambda: OLD + "EncryptedPackage".encode("utf-16-le"), "locked with a password: save it without one"),
    ("x.docx", lambda: archive(word_xml=b" " * 31_000_000), "31,000,000 bytes: more than 30,000,000 are not read"),
    ("x.pdf", lambda: b"", "empty"),
    ("x.pdf", lambda: b"Holt won.", "no PDF"),
    ("x.pdf", lambda: pdf([WON])[:-300], "cut short"),
    ("x.pdf", lambda: b"%PDF-1.4\nnothing\n%%EOF\n", "the PDF is damaged"),
    ("x.pdf", lambda: pdf([], []), "no text is in the PDF's 2 pages: a scan"),
    ("x.pdf", lambda: pdf(), "no page"),
    ("x.pdf", lambda: locked("secret"), "locked with a password: save it without one"),
    ("x.txt", lambda: b"", "empty"),
    ("x.txt", lambda: b"Holt\0won", "binary at byte 4"),
    ("x.txt", lambda: b"\x89PNG\r\n\x1a\n", "not UTF-8 at byte 0"),
    ("x.txt", lambda: "Holt won".encode("utf-16"), "UTF-16: save the text as UTF-8"),
    ("x.txt", lambda: pdf([WON]), "begins like a .pdf"),
    ("x.md", lambda: word(paragraph(run(WON))), "begins like a .docx"),
    ("x.exe", lambda: b"MZ", ".exe is not read: articles are .txt, .md"),
    ("x.png", lambda: b"\x89PNG", ".png is not read: articles are .txt, .md"),
]


@pytest.mark.parametrize(("name", "made", "words"), REFUSED, ids=[f"{name}: {words}" for name, _, words in REFUSED])
def test_what_cannot_be_read_is_told_with_what_to_do(
    tmp_path: Path, name: str, made: Callable[[], bytes], words: str
) -> None:
    (tmp_path / name).write_bytes(made())
    articles, mistakes = read_articles([tmp_path / name], {"published": "2024-06-03"})
    assert not articles
    assert words in mistakes[0].message


def test_documents_that_unpack_to_too_much_or_have_too_many_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docx_text, "LARGEST_UNPACKED", 1_000)
    monkeypatch.setattr(pdf_text, "MOST_PAGES", 1)
    document, pages = read_docx(word(paragraph(run(WON)))), read_pdf(pdf([WON], [WON]))
    assert isinstance(document, str)
    assert "more than 1,000 are not read" in document
    assert isinstance(pages, str)
    assert "2 pages: more than 1 are not read" in pages


@pytest.mark.parametrize(("module", "reader", "raw"), [("docx", read_docx, b"PK"), ("pypdf", read_pdf, pdf([WON]))])
@pytest.mark.parametrize(
    ("code", "words"),
    [(None, "pip install 'sports-claims-harness[extract]'"), ("raise ImportError('no lxml here')", "no lxml here")],
)
def test_the_true_reason_why_a_library_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, module: str, reader: Any, raw: bytes, code: str | None, words: str
) -> None:
    for name in [name for name in sys.modules if name.partition(".")[0] == module]:
        monkeypatch.delitem(sys.modules, name)
    if code is None:
        monkeypatch.setitem(sys.modules, module, None)
    else:
        (tmp_path / f"{module}.py").write_text(code, encoding="utf-8")
        monkeypatch.syspath_prepend(tmp_path)
    message = reader(raw)
    assert words in message
    assert ("pip install" in message) is (code is None)


def harness(folder: Path, *arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "harness", *arguments]
    return subprocess.run(command, input=stdin, capture_output=True, cwd=folder, check=False)


STDIN: list[tuple[str, Callable[[], bytes]]] = [
    ("text", WON.encode),
    ("docx", lambda: word(paragraph(run(WON)))),
    ("pdf", lambda: pdf([WON])),
    ("json", lambda: f'{{"text": "{WON}"}}'.encode()),
]


@pytest.mark.parametrize("made", [made for _, made in STDIN], ids=[name for name, _ in STDIN])
def test_standard_input_is_an_article_of_any_format(world: World, made: Callable[[], bytes]) -> None:
    told = ("--system", "rules", "-o", "lexicon=truth", "--published", "2024-06-03", "--output-dir", "out", "-")
    done = harness(world.root, "extract", *told, stdin=made())
    assert done.returncode == 0, done.stderr
    file = read_claims((world.root / "out" / "stdin.json").read_bytes(), "stdin")
    assert not isinstance(file, list)
    assert "3:30.21" in "".join(claim.quote for claim in file.claims)
    assert WON in (world.root / "out" / "texts" / "stdin.txt").read_text(encoding="utf-8")


def test_a_word_document_is_read_and_checked_in_one_go(tmp_path: Path) -> None:
    raw = word(paragraph(run("Josh Kerr won the 1500m final at the World Championships in Budapest in "),
                         run("3:31.38", "del"), run("3:29.38", "ins"), run(".")))  # fmt: skip
    (tmp_path / "draft.docx").write_bytes(raw)
    for path in ("draft.docx", "-"):
        done = harness(tmp_path, "check", "--system", "rules", "--published", "2023-08-24", path, stdin=raw)
        assert done.returncode == 0, done.stderr
        assert b"read by a machine: rules" in done.stdout
        assert b"tracked changes: read as if all were accepted" in done.stderr
    assert list(tmp_path.iterdir()) == [tmp_path / "draft.docx"]


def test_check_with_a_system_refuses_a_suffix_as_extract_does(tmp_path: Path) -> None:
    (tmp_path / "draft.doc").write_bytes(OLD)
    for command in ("extract", "check"):
        done = harness(tmp_path, command, "--system", "rules", "--published", "2023-08-24", "draft.doc")
        assert done.returncode == 2
        assert b".doc is not read: articles are .txt" in b" ".join((done.stdout + done.stderr).split())


def test_how_a_document_is_read_stands_in_the_log(world: World) -> None:
    (world.root / "draft.docx").write_bytes(word(paragraph(run(WON), run(" Again.", "ins"))))
    (world.root / "cut.pdf").write_bytes(pdf([WON])[:-300])
    told = ("--system", "rules", "-o", "lexicon=truth", "--published", "2024-06-03", "--output-dir", "out")
    done = harness(world.root, "extract", *told, "draft.docx", "cut.pdf")
    assert done.returncode == 2
    assert b"cut.pdf:1:1: $: the PDF is cut short" in done.stderr
    assert b"tracked changes" in done.stderr
    assert "tracked changes" in (world.root / "out" / "extraction.jsonl").read_text(encoding="utf-8")
    assert not (world.root / "out" / "cut.json").exists()
