"""One question to a server that speaks the OpenAI chat completions API: retries with back-off, no redirects.

https://platform.openai.com/docs/api-reference/chat. What a server says of a failure is told without the key.
"""

from __future__ import annotations

import http.client
import json
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from typing import Any, NamedTuple

TRY_AGAIN = frozenset({408, 409, 425, 429, 500, 502, 503, 504})
LONGEST_WAIT = 60.0
MOST_BYTES = 32 * 1024 * 1024
SHOWN = 300


class Server(NamedTuple):
    """Where to ask, and how patiently. `base_url` ends before /chat/completions; `timeout` is seconds for one try."""

    base_url: str
    key: str = ""
    timeout: float = 120.0
    attempts: int = 4


class Answer(NamedTuple):
    """What came back: the server's JSON, or why there is none; `attempts` were made."""

    body: dict[str, Any] | None
    failure: str = ""
    attempts: int = 1


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """A redirect would carry the key to another server."""

    def redirect_request(self, *_: Any) -> None:
        return None


def ask(server: Server, request: dict[str, Any], sleep: Callable[[float], object] = time.sleep) -> Answer:
    """Post the request; on what may pass (busy, overloaded, no connection) wait 1, 2, 4 ... seconds and try again."""
    failure = ""
    for attempt in range(1, server.attempts + 1):
        body, failure, wait = _once(server, request)
        if body is not None or wait is None:
            return Answer(body, failure, attempt)
        if attempt < server.attempts:
            sleep(min(LONGEST_WAIT, max(wait, 2.0 ** (attempt - 1))))
    return Answer(None, f"{failure} (tried {server.attempts} times)", server.attempts)


def _once(server: Server, request: dict[str, Any]) -> tuple[dict[str, Any] | None, str, float | None]:
    """(the answer, why not, how long the server wants to be left alone); the last is None where it is no use."""
    headers = {"Content-Type": "application/json", "Accept": "application/json"}
    if server.key:
        headers["Authorization"] = f"Bearer {server.key}"
    url = server.base_url.rstrip("/") + "/chat/completions"
    posted = urllib.request.Request(url, json.dumps(request).encode(), headers, method="POST")
    try:
        with urllib.request.build_opener(_NoRedirect).open(posted, timeout=server.timeout) as response:
            raw = response.read(MOST_BYTES + 1)
    except urllib.error.HTTPError as error:
        with error:
            said = _without_key(error.read(MOST_BYTES).decode("utf-8", "replace"), server.key)
        wait = _seconds(error.headers.get("Retry-After")) if error.code in TRY_AGAIN else None
        return None, f"the server answered {error.code}: {' '.join(said.split())[:SHOWN]}", wait
    except (OSError, http.client.HTTPException) as error:
        reason = getattr(error, "reason", None) or error
        return (
            None,
            f"no answer from {server.base_url}: {_without_key(str(reason), server.key) or type(error).__name__}",
            0.0,
        )
    return *_parsed(raw), None


def _parsed(raw: bytes) -> tuple[dict[str, Any] | None, str]:
    if len(raw) > MOST_BYTES:
        return None, f"the server's answer is larger than {MOST_BYTES // 2**20} MB"
    try:
        body = json.loads(raw)
    except ValueError as error:
        return None, f"the server's answer is no JSON: {error}"
    return (body, "") if isinstance(body, dict) else (None, "the server's answer is no JSON object")


def _seconds(printed: str | None) -> float:
    try:
        return max(0.0, float(printed or 0))
    except ValueError:
        return 0.0


def _without_key(said: str, key: str) -> str:
    return said.replace(key, "***") if key else said
