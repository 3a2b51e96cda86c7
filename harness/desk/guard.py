"""Which requests the desk answers at all: those of this machine's browser, admitted once by a token, from its own
pages.

A page of another site cannot reach the desk: the Host header must be the desk's own address (against DNS rebinding),
the session cookie is sent to the same site only, and a change requires the desk's own Origin and a token that only its
pages contain (against forged requests). Answers allow no script, style or connection except the desk's own.
"""

from __future__ import annotations

from hmac import compare_digest
from secrets import token_urlsafe
from typing import Final
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

ENTRANCE: Final = "/enter"
COOKIE: Final = "harness-desk"
CHANGE_HEADER: Final = "x-harness-desk"

HEADERS: Final = {
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "x-frame-options": "DENY",
    "cache-control": "no-store",
}


class Keys:
    """The secrets of one run of the desk: the entry token, used once, that of the session, and that of changes.

    Browsers share cookies between all ports of a host, so a desk's cookie has its port in the name.
    """

    def __init__(self, port: int) -> None:
        self.cookie = f"{COOKIE}-{port}"
        self.entrance: str | None = token_urlsafe(32)
        self.session = token_urlsafe(32)
        self.change = token_urlsafe(32)


class Guard:
    """Runs before the app. `addresses` are the desk's own, such as "127.0.0.1:8000" and "localhost:8000"."""

    def __init__(self, app: ASGIApp, keys: Keys, addresses: frozenset[str]) -> None:
        self.app = app
        self.keys = keys
        self.addresses = addresses

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
            await send(message)

        answer = self._answer(Request(scope))
        await (answer or self.app)(scope, receive, send_with_headers)

    def _answer(self, request: Request) -> Response | None:
        """The guard's own answer; None where the request may go on to the app."""
        headers: Headers = request.headers
        if headers.get("host", "") not in self.addresses:
            return PlainTextResponse("this address is not the desk's", 421)
        if request.url.path == ENTRANCE:
            return self._enter(request)
        if not _same(request.cookies.get(self.keys.cookie), self.keys.session):
            return PlainTextResponse("open the desk with the link that `harness desk` printed: it works once", 403)
        if request.method not in ("GET", "HEAD"):
            own = {f"http://{address}" for address in self.addresses}
            if headers.get("origin", "") not in own or not _same(headers.get(CHANGE_HEADER), self.keys.change):
                return PlainTextResponse("changes are taken from the desk's own pages only", 403)
        return None

    def _enter(self, request: Request) -> Response:
        token = parse_qs(request.url.query).get("token", [""])[0]
        if self.keys.entrance is None or not _same(token, self.keys.entrance):
            return PlainTextResponse("this link was used already: start `harness desk` again for another", 403)
        self.keys.entrance = None
        answer = RedirectResponse("/", 303)
        answer.set_cookie(self.keys.cookie, self.keys.session, httponly=True, samesite="strict", path="/")
        return answer


def _same(given: str | None, secret: str) -> bool:
    return given is not None and compare_digest(given.encode(), secret.encode())
