"""The routes of the desk: what each page shows, and what each change asks of `deciding` and `signing`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from harness.baseline.sign_offs import Name
from harness.desk import outputs, pages, uploads
from harness.desk.answers import Problem, answered, as_json, decoded
from harness.desk.article import DeskArticle
from harness.desk.deciding import Desk
from harness.desk.folder import LONGEST_DRAFT, Stale
from harness.desk.guard import Guard, Keys
from harness.desk.queue import no_longer_true, queue
from harness.desk.readings import write_reading
from harness.desk.records import Action
from harness.desk.signing import sign_off, state_of
from harness.extract.articles import UNKNOWN_PUBLISHER

STATIC = Path(__file__).parent / "static"
PATIENCE = 0.2  # seconds for which the queue waits for drafts to be checked before it shows what is known
STEP = 1.0  # seconds after which a queue that is shown already is told of what was checked meanwhile


class NewDraft(msgspec.Struct, forbid_unknown_fields=True):
    """A pasted draft, and what the editor typed beside it."""

    text: str
    title: str = ""
    publisher: str = ""
    published: str = ""
    name: str = "draft.txt"


class TextChange(msgspec.Struct, forbid_unknown_fields=True):
    """Another text for the draft of which `version` was seen."""

    version: str
    text: str


class DecisionChange(msgspec.Struct, forbid_unknown_fields=True):
    """One decision on one claim of the draft of which `version` was seen."""

    version: str
    claim: str
    action: Action
    author: Name
    words: str = ""
    fields: dict[str, Any] | None = None
    shown: str = ""


class Undo(msgspec.Struct, forbid_unknown_fields=True):
    """The decision to take back, by its number; without one, the last."""

    version: str
    number: int | None = None


class Signature(msgspec.Struct, forbid_unknown_fields=True):
    """A sign-off of the version that was seen."""

    version: str
    author: Name


def app(desk: Desk, keys: Keys, addresses: frozenset[str], author: str) -> Guard:
    """The desk as an ASGI app behind its guard; `author` is proposed as the editor's name."""
    routes = _Routes(desk, keys, author)
    starlette = Starlette(
        routes=[
            Route("/", answered(routes.home)),
            Route("/queue", answered(routes.queue_lines)),
            Route("/evergreen", answered(routes.evergreen)),
            Route("/drafts", answered(routes.new_draft), methods=["POST"]),
            Route("/uploads", answered(routes.upload), methods=["POST"]),
            Route("/drafts/{draft}", answered(routes.draft)),
            Route("/drafts/{draft}/parts", answered(routes.parts)),
            Route("/drafts/{draft}/text", answered(routes.change_text), methods=["PUT"]),
            Route("/drafts/{draft}/decisions", answered(routes.decide), methods=["POST"]),
            Route("/drafts/{draft}/undo", answered(routes.undo), methods=["POST"]),
            Route("/drafts/{draft}/sign-off", answered(routes.sign), methods=["POST"]),
            Route("/drafts/{draft}/out/{what}", answered(routes.out)),
            Mount("/static", StaticFiles(directory=STATIC)),
            Route("/page.css", answered(routes.page_style)),
        ]
    )
    return Guard(starlette, keys, addresses)


class _Routes:
    """One method a route; each runs in a thread, with the request's body read before."""

    def __init__(self, desk: Desk, keys: Keys, author: str) -> None:
        self.desk = desk
        self.keys = keys
        self.author = author

    def home(self, request: Request, body: bytes) -> Response:
        return HTMLResponse(pages.home(queue(self.desk, PATIENCE), self.keys.change))

    def queue_lines(self, request: Request, body: bytes) -> Response:
        return as_json(pages.queue_lines(queue(self.desk, STEP)))

    def evergreen(self, request: Request, body: bytes) -> Response:
        day = self.desk.today()
        return HTMLResponse(pages.evergreen(no_longer_true(self.desk, day), day.isoformat()))

    def new_draft(self, request: Request, body: bytes) -> Response:
        new = decoded(body, NewDraft)
        if len(new.text) > LONGEST_DRAFT:
            raise Problem(422, f"a draft may have {LONGEST_DRAFT:,} characters: cut it into several")
        settings = {"title": new.title, "publisher": new.publisher, "published": new.published}
        return self._created(new.name, new.text.replace("\r\n", "\n").encode("utf-8", "replace"), settings)

    def upload(self, request: Request, body: bytes) -> Response:
        settings = {name: request.query_params.get(name, "") for name in ("title", "publisher", "published")}
        return self._created(request.query_params.get("name", "draft.txt"), body, settings)

    def _created(self, name: str, data: bytes, given: dict[str, str]) -> Response:
        """Parse, keep, read and check a new draft; where a person must add something, ask with all that was found."""
        if Path(name).suffix.lower() not in uploads.ENDINGS:
            read, given_as = ", ".join(uploads.ENDINGS), Path(name).suffix or "such a file"
            raise Problem(422, f"the desk reads {read}, not {given_as}: save the text as one of them")
        parsed = uploads.parse(self.desk.folder, name, data, given)
        article = parsed.article
        if article is None:
            raise Problem(422, parsed.why)
        if parsed.missing:
            publisher = "" if article.publisher == UNKNOWN_PUBLISHER else article.publisher
            known = {"title": article.title, "publisher": publisher, "text": article.text, "note": article.note}
            message = "the day of publication is not in the draft: give it" + (
                "" if publisher else ", and the publisher"
            )
            raise Problem(422, message, missing=parsed.missing, known=known)
        if len(article.text) > LONGEST_DRAFT:
            raise Problem(422, f"the text has {len(article.text):,} characters, {LONGEST_DRAFT:,} at most")
        folder = self.desk.folder
        with folder.writing():
            draft = folder.free_id(given["title"] or (article.title if Path(name).stem == "draft" else Path(name).stem))
            article = msgspec.structs.replace(article, id=draft)
            write_reading(folder, self.desk.checker, article, ())  # first: a text that cannot be read is no draft
            if article.note:
                folder.write_note(draft, article.note)
            folder.write_text(draft, article.text)
        return as_json({"draft": draft})

    def draft(self, request: Request, body: bytes) -> Response:
        article = self._open(request)
        return HTMLResponse(
            pages.draft(article, state_of(self.desk, article), self.desk.checker.truth, self.keys.change, self.author)
        )

    def parts(self, request: Request, body: bytes) -> Response:
        article = self._open(request)
        if request.query_params.get("version") == article.version:
            return Response(status_code=304)
        return self._parts(article)

    def change_text(self, request: Request, body: bytes) -> Response:
        change = decoded(body, TextChange)
        return self._changed(request, lambda draft: self.desk.change_text(draft, change.version, change.text))

    def decide(self, request: Request, body: bytes) -> Response:
        change = decoded(body, DecisionChange)

        def carry_out(draft: str) -> None:
            words = change.words.strip()[:300]
            self.desk.decide(
                draft, change.version, change.claim, change.action, change.author, words, change.fields, change.shown
            )

        return self._changed(request, carry_out)

    def undo(self, request: Request, body: bytes) -> Response:
        change = decoded(body, Undo)
        return self._changed(request, lambda draft: self.desk.undo(draft, change.version, change.number))

    def sign(self, request: Request, body: bytes) -> Response:
        change = decoded(body, Signature)
        return self._changed(request, lambda draft: sign_off(self.desk, draft, change.version, change.author))

    def out(self, request: Request, body: bytes) -> Response:
        article, what = self._open(request), request.path_params["what"]
        signed = state_of(self.desk, article)
        made: dict[str, tuple[str, Callable[[], str]]] = {
            "text": ("txt", lambda: article.text),
            "corrections": ("corrections.txt", lambda: outputs.corrections(article)),
            "decisions": ("decisions.txt", lambda: outputs.decision_log(article)),
            "changelog": (
                "changelog.txt",
                lambda: outputs.changelog_line(article, signed, self.desk.today().isoformat()),
            ),
            "claims": ("json", lambda: (self.desk.folder.claims(article.id) or b"").decode()),
            "page": ("html", lambda: outputs.static_page(article, signed)),
        }
        if what not in made:
            raise Problem(404, f"there is no such output: {', '.join(made)}")
        ending, content = made[what]
        attachment = {"content-disposition": f'attachment; filename="{article.id}.{ending}"'}
        return PlainTextResponse(content(), headers=attachment, media_type="application/octet-stream")

    def page_style(self, request: Request, body: bytes) -> Response:
        return Response(pages.page_style(), media_type="text/css")

    def _open(self, request: Request) -> DeskArticle:
        return self.desk.open(request.path_params["draft"])

    def _parts(self, article: DeskArticle) -> Response:
        return as_json(pages.parts(article, state_of(self.desk, article)))

    def _changed(self, request: Request, change: Callable[[str], None]) -> Response:
        """Carry out the change and show what comes of it; a stale one changes nothing and is shown what stands."""
        draft = request.path_params["draft"]
        try:
            change(draft)
        except Stale:
            article = self.desk.open(draft)
            message = "this draft was changed in another window: yours was not carried out"
            raise Problem(
                409,
                message,
                now=pages.parts(article, state_of(self.desk, article)),
                last=outputs.decision_log(article).splitlines()[-1],
                text=article.text,
            ) from None
        return self._parts(self.desk.open(draft))
