"""How the desk answers requests: bodies have a size limit, work runs in a thread, and errors are put into words."""

from __future__ import annotations

import traceback
from collections.abc import Awaitable, Callable
from typing import Any

import msgspec
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from harness.desk import pages, uploads
from harness.desk.checker import ReadingFailed
from harness.desk.deciding import Refused
from harness.desk.folder import BadFile, OutsideFolder, Stale

LARGEST_CHANGE = 2_000_000  # bytes of a change that is no upload


class Problem(Exception):
    """An answer that reports an error: `status` and words for the editor, with what they need to continue."""

    def __init__(self, status: int, message: str, **more: Any) -> None:
        super().__init__(message)
        self.status = status
        self.more = more


def answered(
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
        except Exception as error:  # one request that breaks is told, and the desk goes on
            problem = _problem_of(error)
        if request.method == "GET" and "text/html" in request.headers.get("accept", ""):
            return HTMLResponse(pages.problem(str(problem)), problem.status)
        return _problem(problem.status, str(problem), **problem.more)

    return answer


def _problem_of(error: Exception) -> Problem:
    """What went wrong, in words, with the status that it is answered with."""
    match error:
        case Problem():
            return error
        case Refused() | ReadingFailed():
            return Problem(422, str(error))
        case BadFile():
            return Problem(422, "a file of the desk cannot be read: " + "; ".join(map(str, error.mistakes)))
        case OutsideFolder():
            return Problem(403, f"nothing outside the desk's folder is read or written: {error}")
        case Stale():
            return Problem(409, "this draft is being changed in another window: look again")
        case FileNotFoundError() | KeyError():
            return Problem(404, "there is no such draft or claim (any more)")
        case UnicodeError():
            return Problem(422, "the text holds characters that cannot be written as UTF-8")
        case OSError():
            return Problem(500, f"{error.filename or 'the folder'}: {error.strerror}: nothing was changed")
        case _:
            traceback.print_exception(error)
            return Problem(500, f"this is a bug in the desk ({type(error).__name__}): please report it")


def decoded(body: bytes, kind: type[Any]) -> Any:
    try:
        return msgspec.json.decode(body, type=kind)
    except (msgspec.ValidationError, msgspec.DecodeError, RecursionError) as error:
        raise Problem(422, f"not understood: {error}") from None


def as_json(content: Any) -> Response:
    return Response(msgspec.json.encode(content), media_type="application/json")


def _problem(status: int, message: str, **more: Any) -> Response:
    return Response(msgspec.json.encode({"message": message, **more}), status, media_type="application/json")
