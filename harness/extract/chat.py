"""One question to a server that speaks the OpenAI chat completions API: retries with back-off, no redirects.

https://platform.openai.com/docs/api-reference/chat. The key is removed from whatever a server answers. The timeout is
for a whole attempt, from the connection to the last byte, because the timeouts of sockets start again with every byte.
"""

from __future__ import annotations

import http.client
import json
import socket
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from contextlib import suppress
from threading import Timer
from typing import Any, NamedTuple

TRY_AGAIN = frozenset({408, 409, 425, 429, 500, 502, 503, 504})
LONGEST_WAIT = 60.0
MOST_BYTES = 32 * 1024 * 1024
SHOWN = 300
SHORTEST_KEY = 8  # a placeholder such as "none" or "EMPTY" is no secret, and may well be a word of the article


class Server(NamedTuple):
    """The address, and how long to wait. `base_url` ends before /chat/completions; `timeout` is in seconds per
    attempt."""

    base_url: str
    key: str = ""
    timeout: float = 120.0
    attempts: int = 4


class Answer(NamedTuple):
    """The result: the server's JSON, or why there is none; `attempts` were made."""

    body: dict[str, Any] | None
    failure: str = ""
    attempts: int = 1


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """A redirect would carry the key to another server."""

    def redirect_request(self, *_: Any) -> None:
        return None


def ask(server: Server, request: dict[str, Any], sleep: Callable[[float], object] = time.sleep) -> Answer:
    """Post the request; after a temporary failure (busy, overloaded, no connection) wait 1, 2, 4 ... seconds and try
    again."""
    failure = ""
    for attempt in range(1, server.attempts + 1):
        body, failure, wait = _once(server, request)
        if body is not None or wait is None:
            return Answer(body, failure, attempt)
        if attempt < server.attempts:
            sleep(min(LONGEST_WAIT, max(wait, 2.0 ** (attempt - 1))))
    return Answer(None, f"{failure} (tried {server.attempts} times)", server.attempts)


class _Deadline:
    """Cuts a connection when its time is up, wherever it is: in the handshake, between two bytes of a header."""

    def __init__(self, seconds: float) -> None:
        self.expired = False
        self._sockets: list[socket.socket] = []
        self._timer = Timer(seconds, self._expire)
        self._timer.daemon = True

    def __enter__(self) -> _Deadline:
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()
        for connected in self._sockets:
            connected.close()

    def watch(self, connected: socket.socket) -> None:
        self._sockets.append(connected.dup())  # TLS takes the socket itself out of the hands that made it

    def _expire(self) -> None:
        self.expired = True
        for connected in self._sockets:
            with suppress(OSError):
                connected.shutdown(socket.SHUT_RDWR)


class _Plain(http.client.HTTPConnection):
    """A connection whose socket is watched as soon as there is one."""

    deadline: _Deadline

    def connect(self) -> None:
        super().connect()
        self.deadline.watch(self.sock)


class _Encrypted(http.client.HTTPSConnection, _Plain):
    """The same under TLS: `HTTPSConnection.connect` connects by way of `_Plain`, and then shakes hands."""


class _Handler(urllib.request.HTTPSHandler, urllib.request.HTTPHandler):
    """Opens watched connections."""

    def __init__(self, deadline: _Deadline) -> None:
        super().__init__()
        self.deadline = deadline

    def http_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        return self.do_open(self._watched(_Plain), req)

    def https_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        return self.do_open(self._watched(_Encrypted), req)

    def _watched(self, connection: type[_Plain]) -> Any:
        def connect_to(host: str, **options: Any) -> _Plain:
            made = connection(host, **options)
            made.deadline = self.deadline
            return made

        return connect_to


def _once(server: Server, request: dict[str, Any]) -> tuple[dict[str, Any] | None, str, float | None]:
    """(the answer, why not, how long the server wants to be left alone); the last is None where it is no use."""
    headers = {"Content-Type": "application/json", "Accept": "application/json"}
    if server.key:
        headers["Authorization"] = f"Bearer {server.key}"
    url = server.base_url.rstrip("/") + "/chat/completions"
    posted = urllib.request.Request(url, json.dumps(request).encode(), headers, method="POST")
    with _Deadline(server.timeout) as deadline:
        opener = urllib.request.build_opener(_NoRedirect, _Handler(deadline))
        late = None, f"no answer from {server.base_url}: not complete after {server.timeout:g} seconds", 0.0
        try:
            with opener.open(posted, timeout=server.timeout) as response:
                raw = response.read(MOST_BYTES + 1)
        except urllib.error.HTTPError as error:
            with error:
                reason = _printed(error, server.key)
            wait = _seconds(error.headers.get("Retry-After")) if error.code in TRY_AGAIN else None
            return late if deadline.expired else (None, f"the server answered {error.code}: {reason}", wait)
        except TimeoutError:
            return late
        except (OSError, http.client.HTTPException) as error:
            why = without_key(str(getattr(error, "reason", None) or error), server.key) or type(error).__name__
            return late if deadline.expired else (None, f"no answer from {server.base_url}: {why}", 0.0)
        if deadline.expired:
            return late
    body, failure = _parsed(raw)
    return without_key(body, server.key) if _is_secret(server.key) else body, failure, None


def _printed(error: urllib.error.HTTPError, key: str) -> str:
    """The beginning of what the server says of its failure, on one line."""
    try:
        printed = error.read(MOST_BYTES).decode("utf-8", "replace")
    except (OSError, http.client.HTTPException):
        printed = ""
    return " ".join(str(without_key(printed, key)).split())[:SHOWN]


def _parsed(raw: bytes) -> tuple[dict[str, Any] | None, str]:
    if len(raw) > MOST_BYTES:
        return None, f"the server's answer is larger than {MOST_BYTES // 2**20} MB"
    try:
        body = json.loads(raw)
    except (ValueError, RecursionError) as error:
        return None, f"the server's answer is no JSON: {error}"
    return (body, "") if isinstance(body, dict) else (None, "the server's answer is no JSON object")


def _seconds(printed: str | None) -> float:
    try:
        return max(0.0, float(printed or 0))
    except ValueError:
        return 0.0


def _is_secret(key: str) -> bool:
    return len(key) >= SHORTEST_KEY


def without_key(value: Any, key: str) -> Any:
    """The text, or the JSON value with all its texts and names, with stars for the key."""
    if not key:
        return value
    if isinstance(value, str):
        return value.replace(key, "***")
    if isinstance(value, list):
        return [without_key(part, key) for part in value]
    if isinstance(value, dict):
        return {without_key(name, key): without_key(part, key) for name, part in value.items()}
    return value


def answer_without_key(content: str, key: str) -> str:
    """What the model wrote, without the key, however its JSON escapes it."""
    if not _is_secret(key):
        return content
    try:
        written = json.loads(content)
        clean = without_key(written, key)
        return content if clean == written else json.dumps(clean, ensure_ascii=False)
    except (ValueError, RecursionError):
        return str(without_key(content, key))
