"""The routes of the desk: what each page shows, and what each change asks of `deciding` and `signing`."""

from __future__ import annotations

import traceback
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import msgspec
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from harness.baseline.sign_offs import Name
from harness.desk import outputs, pages, uploads
from harness.desk.article import DeskArticle
from harness.desk.checker import ReadingFailed
from harness.desk.deciding import LONGEST_DRAFT, Desk, Refused
from harness.desk.folder import BadFile, OutsideFolder, Stale
from harness.desk.guard import Guard, Keys
from harness.desk.queue import no_longer_true, queue
from harness.desk.readings import write_reading
from harness.desk.records import Action
from harness.desk.signing import sign_off, state_of

STATIC = Path(__file__).parent / "static"
LARGEST_CHANGE = 2_000_000  # bytes of a change that is no upload


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


class VersionOnly(msgspec.Struct, forbid_unknown_fields=True):
    """A change that needs no more than the version that was seen."""

    version: str


class Signature(msgspec.Struct, forbid_unknown_fields=True):
    """A sign-off of the version that was seen."""

    version: str
    author: Name


class Problem(Exception):
    """An answer that says what is wrong: `status` and words for the editor, with what they need to go on."""

    def __init__(self, status: int, message: str, **more: Any) -> None:
        super().__init__(message)
        self.status = status
        self.more = more


def app(desk: Desk, keys: Keys, addresses: frozenset[str], author: str) -> Guard:
    """The desk as an ASGI app behind its guard; `author` is proposed as the editor's name."""
    routes = _Routes(desk, keys, author)
    starlette = Starlette(
        routes=[
            Route("/", _answered(routes.home)),
            Route("/evergreen", _answered(routes.evergreen)),
            Route("/drafts", _answered(routes.new_draft), methods=["POST"]),
            Route("/uploads", _answered(routes.upload), methods=["POST"]),
            Route("/drafts/{draft}", _answered(routes.draft)),
            Route("/drafts/{draft}/parts", _answered(routes.parts)),
            Route("/drafts/{draft}/text", _answered(routes.change_text), methods=["PUT"]),
            Route("/drafts/{draft}/decisions", _answered(routes.decide), methods=["POST"]),
            Route("/drafts/{draft}/undo", _answered(routes.undo), methods=["POST"]),
            Route("/drafts/{draft}/sign-off", _answered(routes.sign), methods=["POST"]),
            Route("/drafts/{draft}/out/{what}", _answered(routes.out)),
            Mount("/static", StaticFiles(directory=STATIC)),
            Route("/page.css", _answered(routes.page_style)),
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
        return HTMLResponse(pages.home(queue(self.desk), self.keys.change, self.author))

    def evergreen(self, request: Request, body: bytes) -> Response:
        day = self.desk.today()
        return HTMLResponse(pages.evergreen(no_longer_true(self.desk, day), day.isoformat()))

    def new_draft(self, request: Request, body: bytes) -> Response:
        new = _decoded(body, NewDraft)
        if len(new.text) > LONGEST_DRAFT:
            raise Problem(422, f"a draft may have {LONGEST_DRAFT:,} characters: cut it into several")
        given = {"title": new.title, "publisher": new.publisher, "published": new.published}
        return self._created(new.name, new.text.replace("\r\n", "\n").encode("utf-8", "replace"), given)

    def upload(self, request: Request, body: bytes) -> Response:
        given = {name: request.query_params.get(name, "") for name in ("title", "publisher", "published")}
        return self._created(request.query_params.get("name", "draft.txt"), body, given)

    def _created(self, name: str, data: bytes, given: dict[str, str]) -> Response:
        """Parse, keep, read and check a new draft; where a person must add something, ask with all that was found."""
        if Path(name).suffix.lower() not in uploads.ENDINGS:
            raise Problem(422, f"the desk reads {', '.join(uploads.ENDINGS)}, not {Path(name).suffix or 'such a file'}")
        parsed = uploads.parse(self.desk.folder, name, data, given)
        article = parsed.article
        if article is None:
            raise Problem(422, parsed.why)
        if parsed.missing:
            known = {"title": article.title, "publisher": article.publisher, "text": article.text}
            raise Problem(422, "the day of publication is not in it: give it", missing=parsed.missing, known=known)
        if len(article.text) > LONGEST_DRAFT:
            raise Problem(422, f"the text has {len(article.text):,} characters, {LONGEST_DRAFT:,} at most")
        folder = self.desk.folder
        with folder.writing():
            draft = folder.free_id(given["title"] or (article.title if Path(name).stem == "draft" else Path(name).stem))
            article = msgspec.structs.replace(article, id=draft)
            folder.write_text(draft, article.text)
            write_reading(folder, self.desk.checker, article, ())
        return _json({"draft": draft})

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
        change = _decoded(body, TextChange)
        return self._changed(request, lambda draft: self.desk.change_text(draft, change.version, change.text))

    def decide(self, request: Request, body: bytes) -> Response:
        change = _decoded(body, DecisionChange)

        def carry_out(draft: str) -> None:
            words = change.words.strip()[:300]
            self.desk.decide(draft, change.version, change.claim, change.action, change.author, words, change.fields)

        return self._changed(request, carry_out)

    def undo(self, request: Request, body: bytes) -> Response:
        change = _decoded(body, VersionOnly)
        return self._changed(request, lambda draft: self.desk.undo(draft, change.version))

    def sign(self, request: Request, body: bytes) -> Response:
        change = _decoded(body, Signature)
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
        return _json(pages.parts(article, state_of(self.desk, article)))

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


def _answered(
    method: Callable[[Request, bytes], Response],
) -> Callable[[Request], Awaitable[Response]]:
    """The route of a method: its body bounded, itself in a thread, what goes wrong in words."""

    async def answer(request: Request) -> Response:
        limit = uploads.LARGEST if request.url.path == "/uploads" else LARGEST_CHANGE
        body = bytearray()
        async for chunk in request.stream():
            body += chunk
            if len(body) > limit:
                return _problem(413, f"more than {limit:,} bytes: the desk takes no more at once")
        try:
            return await run_in_threadpool(method, request, bytes(body))
        except Problem as problem:
            return _problem(problem.status, str(problem), **problem.more)
        except (Refused, ReadingFailed) as refused:
            return _problem(422, str(refused))
        except BadFile as bad:
            return _problem(422, "a file of the desk cannot be read: " + "; ".join(map(str, bad.mistakes)))
        except OutsideFolder as outside:
            return _problem(403, f"nothing outside the desk's folder is read or written: {outside}")
        except (FileNotFoundError, KeyError):
            return _problem(404, "there is no such draft or claim (any more)")
        except OSError as error:
            return _problem(500, f"{error.filename or 'the folder'}: {error.strerror}: nothing was changed")
        except Exception as bug:  # one request that breaks is told, and the desk goes on
            traceback.print_exc()
            return _problem(500, f"this is a bug in the desk ({type(bug).__name__}): please report it")

    return answer


def _decoded(body: bytes, kind: type[Any]) -> Any:
    try:
        return msgspec.json.decode(body, type=kind)
    except (msgspec.ValidationError, msgspec.DecodeError) as error:
        raise Problem(422, f"not understood: {error}") from None


def _json(content: Any) -> Response:
    return Response(msgspec.json.encode(content), media_type="application/json")


def _problem(status: int, message: str, **more: Any) -> Response:
    return Response(msgspec.json.encode({"message": message, **more}), status, media_type="application/json")
