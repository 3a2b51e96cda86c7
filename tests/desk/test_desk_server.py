"""The desk over HTTP: who is answered, what a change needs, what bad input gets, what a killed server keeps."""

from __future__ import annotations

import contextlib
import http.client
import io
import json
import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from arden import PACK
from desk_process import Answer, RunningDesk, running
from desk_world import TEXT
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from systems import needs_a_posix_shell, needs_permissions, needs_signals

pytestmark = pytest.mark.enable_socket

STORY = "Peter Holt won the 1500m at the Arden Games 2024 in 3:30.21.\n"
NEW = {"text": STORY, "title": "Arden", "publisher": "Arden Post", "published": "2024-06-03"}


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("desk")
    (root / "truth").mkdir()
    (root / "truth" / "pack.json").write_text(json.dumps(PACK), encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def desk(place: Path) -> Iterator[RunningDesk]:
    with running(place / "folder", "--truth", str(place / "truth")) as made:
        made.enter()
        yield made


@pytest.fixture
def draft(desk: RunningDesk) -> str:
    answer = desk.change("POST", "/drafts", NEW)
    assert answer.status == 200, answer.body
    return str(answer.json()["draft"])


def version(desk: RunningDesk, draft: str) -> str:
    return str(desk.get(f"/drafts/{draft}/parts").json()["version"])


def test_who_is_let_in(desk: RunningDesk) -> None:
    own = desk.own
    assert desk.ask("GET", "/").status == 403  # without the cookie
    assert desk.ask("GET", "/", headers={"Cookie": f"{desk.cookie.partition('=')[0]}=guessed"}).status == 403
    assert desk.ask("GET", "/", headers={**own, "Host": "evil.example"}).status == 421  # a rebound name
    assert desk.ask("GET", desk.link[desk.link.index("/enter") :]).status == 403  # the link works once
    assert desk.ask("GET", "/static/draft.js").status == 403
    assert desk.get("/").status == 200


def test_a_change_comes_from_the_desks_own_pages(desk: RunningDesk) -> None:
    body = json.dumps(NEW).encode()
    before = len(list((desk.folder / "texts").iterdir()))
    for missing in ("Cookie", "Origin", "X-Harness-Desk"):
        headers = {name: value for name, value in desk.own.items() if name != missing}
        assert desk.ask("POST", "/drafts", body, headers).status == 403
    foreign = {**desk.own, "Origin": "http://evil.example"}
    assert desk.ask("POST", "/drafts", body, foreign).status == 403
    assert len(list((desk.folder / "texts").iterdir())) == before


def test_every_answer_forbids_foreign_parts(desk: RunningDesk, draft: str) -> None:
    for path in ("/", f"/drafts/{draft}", "/static/draft.js", "/page.css", "/nowhere"):
        headers = desk.get(path).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe-inline" not in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["cache-control"] == "no-store"
    page = desk.get(f"/drafts/{draft}").body.decode()
    assert "<script>" not in page
    assert " style=" not in page


def test_words_of_an_article_are_never_markup(desk: RunningDesk) -> None:
    text = '<img src=x onerror=alert(1)> Peter Holt won the Arden Games 1500m in 3:30.21, "><script>alert(2)</script>'
    answer = desk.change("POST", "/drafts", {**NEW, "text": text, "title": "<b>bold</b>"})
    page = desk.get(f"/drafts/{answer.json()['draft']}").body.decode()
    assert "<img src=x" not in page
    assert "<script>alert" not in page
    assert "<b>bold" not in page


@pytest.mark.parametrize("path", ["/drafts/..%2f..%2fetc", "/drafts/%2e%2e", "/static/../server.py",
                                  "/static/%2e%2e/server.py", "/drafts/nowhere", "/drafts/con/out/text"])  # fmt: skip
def test_no_path_leads_anywhere_else(desk: RunningDesk, path: str) -> None:
    answer = desk.get(path)
    assert answer.status in (403, 404)
    assert b"Traceback" not in answer.body


def test_a_draft_without_a_day_is_asked_for_it_with_all_else(desk: RunningDesk) -> None:
    answer = desk.change("POST", "/drafts", {"text": STORY})
    assert answer.status == 422
    assert answer.json()["missing"] == ["published"]
    assert answer.json()["known"]["text"] == STORY
    assert "the day of publication is not in the draft: give it, and the publisher" in answer.json()["message"]


def test_a_day_at_the_head_is_taken_and_said_to_be(desk: RunningDesk) -> None:
    text = f"By Ada Writer, 4 June 2024\n\n{STORY}"
    draft = desk.change("POST", "/drafts", {"text": text, "title": "Dated"}).json()["draft"]
    assert "4 June 2024, the day at the head of its text" in desk.get(f"/drafts/{draft}").body.decode()
    typed = desk.change("POST", "/drafts", {**NEW, "text": text}).json()["draft"]
    page = desk.get(f"/drafts/{typed}").body.decode()
    assert ("3 June 2024" in page, "at the head of its text" in page) == (True, False)


@pytest.mark.parametrize("content, status, words", [
    ({**NEW, "text": ""}, 422, "no text"),
    ({**NEW, "text": "x" * 250_000}, 422, "characters"),
    ({**NEW, "published": "soon"}, 422, "must be a day"),
    ({**NEW, "colour": "red"}, 422, "colour"),
    ({**NEW, "title": "t" * 500}, 422, "200 at most"),
    ({**NEW, "publisher": "p" * 500}, 422, "100 at most"),
    ([], 422, "not understood"),
])  # fmt: skip
def test_drafts_that_are_refused(desk: RunningDesk, content: object, status: int, words: str) -> None:
    before = set((desk.folder / "texts").iterdir())
    answer = desk.change("POST", "/drafts", content)
    assert set((desk.folder / "texts").iterdir()) == before
    assert (answer.status, words in answer.json()["message"]) == (status, True), answer.body


def _bomb() -> bytes:
    """A .docx of a few kilobytes that unpacks to more than the parser's process may hold."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"<w>" + b"a" * 400_000_000)
    return packed.getvalue()


def _word_document(parts: dict[str, bytes] | None = None, main_type: str = "", tracked: bool = False) -> bytes:
    """A document of the one story; with other parts in its archive, or another type of its main part."""
    document, stream, packed = Document(), io.BytesIO(), io.BytesIO()
    paragraph = document.add_paragraph(STORY.strip())
    if tracked:
        paragraph._p.append(
            parse_xml(f'<w:ins {nsdecls("w")} w:id="1" w:author="Ada"><w:r><w:t> So.</w:t></w:r></w:ins>')
        )
    document.save(stream)
    with zipfile.ZipFile(stream) as archive, zipfile.ZipFile(packed, "w") as changed:
        for name in archive.namelist():
            content = archive.read(name)
            if main_type and name == "[Content_Types].xml":
                plain = b"openxmlformats-officedocument.wordprocessingml.document.main"
                content = content.replace(b"application/vnd." + plain, f"application/{main_type}".encode())
            changed.writestr(name, content)
        for name, content in (parts or {}).items():
            changed.writestr(name, content)
    return packed.getvalue()


def upload(desk: RunningDesk, name: str, data: bytes) -> Answer:
    return desk.ask("POST", f"/uploads?name={name}&published=2024-06-03", data, desk.own)


@pytest.mark.parametrize("name, data", [
    ("draft.txt", b"\x00\xff\xfe\x80"), ("draft.docx", _word_document()[:9_000]), ("draft.pdf", b""),
    ("draft.exe", b"MZ"), ("../../escape.txt", b"\xff"), ("draft", b""),
], ids=["binary", "cut document", "empty PDF", "program", "path", "empty"])  # fmt: skip
def test_uploads_that_are_no_drafts(desk: RunningDesk, name: str, data: bytes) -> None:
    from urllib.parse import quote

    answer = desk.ask("POST", f"/uploads?name={quote(name)}&published=2024-06-03", data, desk.own)
    assert answer.status == 422, answer.body
    assert answer.json()["message"]
    assert not list(desk.folder.glob(".upload-*"))


def test_a_word_document_becomes_a_draft(desk: RunningDesk) -> None:
    answer = desk.ask("POST", "/uploads?name=holt.docx&published=2024-06-03", _word_document(), desk.own)
    assert answer.status == 200, answer.body
    text = desk.folder / "texts" / f"{answer.json()['draft']}.txt"
    assert text.read_text(encoding="utf-8") == STORY


MACROS = "vnd.ms-word.document.macroEnabled.main"


@pytest.mark.parametrize("name, data, words", [
    ("draft.docm", _word_document(), "not .docm: save the text as one of them"),
    ("draft.docx", _word_document(main_type=MACROS), "macros"),  # a .docm that was given another ending
    ("draft.docx", _word_document()[:9_000], "cut short"),
    ("draft.docx", b"", "empty"),
    ("draft.doc", b"", "not .doc:"),
], ids=["ending", "renamed", "cut", "empty", "old"])  # fmt: skip
def test_documents_that_are_refused_say_what_to_do(desk: RunningDesk, name: str, data: bytes, words: str) -> None:
    answer = upload(desk, name, data)
    assert (answer.status, words in answer.json()["message"]) == (422, True), answer.body


def test_macros_beside_the_text_are_left_alone(desk: RunningDesk) -> None:
    answer = upload(desk, "macro.docx", _word_document({"word/vbaProject.bin": b"Sub AutoOpen()"}))
    assert answer.status == 200, answer.body
    assert (desk.folder / "texts" / f"{answer.json()['draft']}.txt").read_text(encoding="utf-8") == STORY


def test_a_document_of_twenty_megabytes_is_read(desk: RunningDesk) -> None:
    data = _word_document({"word/media/image1.png": random.Random(1).randbytes(20 * 2**20)})
    answer = upload(desk, "large.docx", data)
    assert answer.status == 200, answer.body


def test_tracked_changes_are_told_for_as_long_as_the_draft_is_there(desk: RunningDesk) -> None:
    draft = upload(desk, "tracked.docx", _word_document(tracked=True)).json()["draft"]
    path = f"/drafts/{draft}"
    desk.change("PUT", f"{path}/text", {"version": version(desk, draft), "text": STORY + "One more line.\n"})
    assert "the document has tracked changes" in desk.get(path).body.decode()


MANY = "".join(f"Holt ran 3:{number % 60:02}.{number % 100:02}.\n" for number in range(500))


@pytest.mark.parametrize("text, figures", [
    ("It rained in Arden all day.\n", "0 of 0 figures"), (MANY, "of 500 figures"),
], ids=["no figure", "500 figures"])  # fmt: skip
def test_drafts_of_no_figure_and_of_many(desk: RunningDesk, text: str, figures: str) -> None:
    draft = desk.change("POST", "/drafts", {**NEW, "text": text}).json()["draft"]
    page = desk.get(f"/drafts/{draft}")
    assert page.status == 200
    assert figures in page.body.decode()
    signature = {"version": version(desk, draft), "author": "Ada"}
    assert desk.change("POST", f"/drafts/{draft}/sign-off", signature).status == 200


def test_a_zip_bomb_ends_its_own_process_only(desk: RunningDesk) -> None:
    answer = desk.ask("POST", "/uploads?name=draft.docx&published=2024-06-03", _bomb(), desk.own)
    assert answer.status == 422, answer.body
    assert desk.get("/").status == 200


def test_an_upload_that_is_too_large_is_not_taken(desk: RunningDesk) -> None:
    answer = desk.ask("POST", "/uploads?name=draft.txt", b"x" * 25_000_001, desk.own)
    assert answer.status == 413
    assert "25,000,000 bytes" in answer.json()["message"]


def test_the_later_window_is_shown_both(desk: RunningDesk, draft: str) -> None:
    seen = version(desk, draft)
    first = desk.change("PUT", f"/drafts/{draft}/text", {"version": seen, "text": STORY + "One more line.\n"})
    assert first.status == 200
    late = desk.change("PUT", f"/drafts/{draft}/text", {"version": seen, "text": STORY + "Another line.\n"})
    assert late.status == 409
    assert late.json()["text"].endswith("One more line.\n")
    assert late.json()["now"]["version"] == first.json()["version"]


def test_a_change_nested_without_end_is_no_bug_of_the_desk(desk: RunningDesk, draft: str) -> None:
    deep = b'{"version": "", "claim": "", "action": "note", "author": "Ada", "fields": {"a": %b}}' % (b"[" * 3000)
    answer = desk.ask("POST", f"/drafts/{draft}/decisions", deep, desk.own)
    assert (answer.status, b"not understood" in answer.body) == (422, True)


def test_a_text_in_another_encoding_is_told(desk: RunningDesk, draft: str) -> None:
    path = desk.folder / "texts" / f"{draft}.txt"
    path.write_bytes(STORY.encode("utf-16"))
    answer = desk.get(f"/drafts/{draft}")
    assert (answer.status, "save it as UTF-8" in answer.json()["message"]) == (422, True)


def test_broken_sign_offs_are_told_and_the_queue_still_opens(desk: RunningDesk, draft: str) -> None:
    path = desk.folder / "sign-offs.json"
    path.write_text("{", encoding="utf-8")
    answer = desk.get("/")
    path.unlink()
    assert (answer.status, "sign-offs.json:1:2" in answer.body.decode()) == (200, True)


def test_a_broken_decisions_file_is_told_and_the_queue_still_opens(desk: RunningDesk, draft: str) -> None:
    path = desk.folder / "decisions" / f"{draft}.json"
    path.write_text('{"version": 1, "decisions": [{"action": "burn"}]}', encoding="utf-8")
    answer = desk.get(f"/drafts/{draft}")
    assert answer.status == 422
    assert f"{draft}.json:1:" in answer.json()["message"]
    assert desk.get("/").status == 200
    path.unlink()


def test_a_claim_file_edited_by_hand_is_shown_to_who_decides_next(desk: RunningDesk, draft: str) -> None:
    path, seen = desk.folder / "claims" / f"{draft}.json", version(desk, draft)
    document = json.loads(path.read_text(encoding="utf-8"))
    for claim in document["claims"]:
        claim["text"] = "as Grace has it"
    path.write_text(json.dumps(document), encoding="utf-8")
    claim = document["claims"][0]["id"]
    decision = {"version": seen, "claim": claim, "action": "note", "author": "Ada", "words": "mine"}
    late = desk.change("POST", f"/drafts/{draft}/decisions", decision)
    assert late.status == 409
    again = desk.change("POST", f"/drafts/{draft}/decisions", {**decision, "version": late.json()["now"]["version"]})
    assert again.status == 200, again.body
    desk.change("PUT", f"/drafts/{draft}/text", {"version": again.json()["version"], "text": "So. " + STORY})
    claims = json.loads(path.read_text(encoding="utf-8"))
    assert {claim["text"] for claim in claims["claims"]} == {"as Grace has it"}
    assert claims["article"]["edited_by"] == ["by hand"]
    path.write_text("{", encoding="utf-8")
    broken = desk.ask("GET", f"/drafts/{draft}", headers={"Cookie": desk.cookie, "Accept": "text/html"})
    assert (broken.status, f"{draft}.json:1:" in broken.body.decode()) == (422, True)
    assert broken.headers["content-type"].startswith("text/html")


def test_two_desks_in_one_browser_keep_their_own_sessions(desk: RunningDesk, place: Path) -> None:
    with running(place / "second", "--truth", str(place / "truth")) as another:
        another.enter()
        both = {"Cookie": f"{desk.cookie}; {another.cookie}"}
        assert [started.ask("GET", "/", headers=both).status for started in (desk, another)] == [200, 200]


def test_what_can_be_taken_away(desk: RunningDesk, draft: str) -> None:
    out = {"text": STORY, "corrections": "No corrections.", "claims": '"claims"', "page": "</html>",
           "changelog": "No corrections.", "decisions": "No decisions."}  # fmt: skip
    for what, holds in out.items():
        answer = desk.get(f"/drafts/{draft}/out/{what}")
        assert answer.status == 200
        assert holds in answer.body.decode()
        assert answer.headers["content-disposition"].startswith("attachment")
    assert desk.get(f"/drafts/{draft}/out/secrets").status == 404


@needs_signals
def test_a_server_that_is_killed_keeps_every_decision_that_it_answered(place: Path, tmp_path: Path) -> None:
    folder = tmp_path / "killed"
    killed = RunningDesk(folder, "--truth", str(place / "truth"))
    killed.enter()
    draft = killed.change("POST", "/drafts", NEW).json()["draft"]
    seen = killed.change("PUT", f"/drafts/{draft}/text", {"version": version(killed, draft), "text": TEXT}).json()
    os.kill(killed.process.pid, signal.SIGKILL)
    killed.process.communicate(timeout=30)
    with running(folder, "--truth", str(place / "truth")) as again:
        again.enter()
        assert again.get(f"/drafts/{draft}/parts").json() == seen
        assert not list(folder.rglob("*.part"))


def test_whenever_it_is_killed_every_decision_that_it_answered_is_there(place: Path, tmp_path: Path) -> None:
    """Killed while it answers one note after the other: at most the one that was not answered may be missing."""
    folder, kept = tmp_path / "killed", 0
    for moment in range(4):
        started = RunningDesk(folder, "--truth", str(place / "truth"))
        started.enter()
        if not moment:
            assert started.change("POST", "/drafts", NEW).status == 200
        claim = json.loads((folder / "claims" / "arden.json").read_text(encoding="utf-8"))["claims"][0]["id"]
        answered: list[int] = []
        seen = version(started, "arden")
        killer = threading.Timer(0.15 + moment * 0.11, started.process.kill)
        killer.start()
        with contextlib.suppress(OSError, http.client.HTTPException):
            while True:
                note = {"version": seen, "claim": claim, "action": "note", "author": "Ada", "words": "again"}
                answer = started.change("POST", "/drafts/arden/decisions", note)
                seen = answer.json()["version"]
                answered.append(answer.status)
        killer.join()
        started.process.communicate(timeout=30)
        decisions = json.loads((folder / "decisions" / "arden.json").read_text(encoding="utf-8"))["decisions"]
        assert set(answered) <= {200}
        assert len(decisions) - kept - len(answered) in (0, 1)
        kept = len(decisions)
    assert kept


@needs_permissions
def test_a_folder_that_is_read_only_is_read_and_says_why_it_keeps_nothing(place: Path, tmp_path: Path) -> None:
    if os.geteuid() == 0 and shutil.which("setpriv") is None:
        pytest.skip("root may write everywhere, and setpriv, which takes that away, is not there")
    folder = tmp_path / "locked"
    with running(folder, "--truth", str(place / "truth")) as first:
        first.enter()
        draft = first.change("POST", "/drafts", NEW).json()["draft"]
    for path in (folder, *(path for path in folder.iterdir() if path.is_dir())):
        path.chmod(0o555)
    (folder / ".lock").chmod(0o444)
    try:
        with running(folder, "--truth", str(place / "truth"), unprivileged=os.geteuid() == 0) as locked:
            locked.enter()
            assert locked.get(f"/drafts/{draft}").status == 200
            text = {"version": version(locked, draft), "text": "another text"}
            answer = locked.change("PUT", f"/drafts/{draft}/text", text)
            assert answer.status == 500
            assert "ermission denied: nothing was changed" in answer.json()["message"]
            assert locked.get(f"/drafts/{draft}/out/text").body.decode() == STORY
    finally:
        for path in (folder, *folder.iterdir()):
            path.chmod(0o755 if path.is_dir() else 0o644)


@needs_a_posix_shell
def test_the_browser_is_opened_at_the_link(place: Path, tmp_path: Path) -> None:
    """A stand-in for the system's opener writes down what it is given."""
    opener = tmp_path / "bin" / "xdg-open"
    opener.parent.mkdir()
    opener.write_text(f'#!/bin/sh\necho "$1" > {tmp_path}/opened\n', encoding="utf-8")
    opener.chmod(0o755)
    path = f"{opener.parent}:{os.environ['PATH']}"
    with running(tmp_path / "desk", "--truth", str(place / "truth"), browser=path) as started:
        started.enter()
        assert (tmp_path / "opened").read_text(encoding="utf-8").strip() == started.link
        assert started.link.startswith("http://127.0.0.1:")


@needs_signals
def test_what_the_command_line_is_handed_is_there_before_the_first_decision(place: Path, tmp_path: Path) -> None:
    """And an interrupt is how the desk is ended, and no failure."""
    with running(tmp_path / "desk", "--truth", str(place / "truth")) as started:
        started.enter()
        assert started.change("POST", "/drafts", {**NEW, "text": STORY.replace(".21", ".12")}).status == 200
        started.process.send_signal(signal.SIGINT)
        assert started.process.wait(timeout=30) == 0
        assert started.process.stdout is not None
        assert "everything is in" in started.process.stdout.read()
    files = [f"desk/{name}" for name in ("claims", "baseline.json", "sign-offs.json")]
    asked = ["check", files[0], "--truth", place / "truth", "--baseline", files[1], "--require-sign-off", files[2]]
    ended = subprocess.run([sys.executable, "-m", "harness", *asked], cwd=tmp_path, capture_output=True, check=False)
    assert (ended.returncode, b"without a sign-off that holds" in ended.stdout) == (1, True), ended.stderr


def test_a_desk_on_every_address_answers_to_the_names_that_the_machine_surely_has(place: Path, tmp_path: Path) -> None:
    with running(tmp_path / "desk", "--truth", str(place / "truth"), "--host", "0.0.0.0") as started:
        name, _, port = started.address.rpartition(":")
        assert name == "localhost"
        started.enter()
        for name, status in ((f"127.0.0.1:{port}", 200), (f"0.0.0.0:{port}", 200), (f"evil.example:{port}", 421)):
            assert started.ask("GET", "/", headers={"Cookie": started.cookie, "Host": name}).status == status


def test_the_command_says_what_it_cannot_do(place: Path, tmp_path: Path) -> None:
    def refused(*arguments: str) -> str:
        command = [sys.executable, "-m", "harness", "desk", *arguments, "--no-browser"]
        ended = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
        assert ended.returncode == 2, ended.stderr
        assert "Traceback" not in ended.stderr
        return ended.stderr

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        assert "in use" in refused(str(tmp_path / "a"), "--port", str(taken.getsockname()[1]))
    (tmp_path / "file").write_text("")
    assert "file" in refused(str(tmp_path / "file"))
    assert "truth" in refused(str(tmp_path / "b"), "--truth", str(tmp_path / "no truth"))
    assert not (tmp_path / "b").exists()
