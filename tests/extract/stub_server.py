"""A server on this machine that speaks the chat completions API as far as tests need it, over real HTTP."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import cycle
from types import MappingProxyType
from typing import Any, NamedTuple


class Reply(NamedTuple):
    """One answer: status, body (a text, or JSON), headers; without a status the connection is dropped."""

    body: Any = ""
    status: int | None = 200
    headers: Mapping[str, str] = MappingProxyType({})


def completion(claims: Any, **choice: Any) -> Reply:
    content = claims if isinstance(claims, str) else json.dumps({"claims": claims}, ensure_ascii=False)
    message = {"role": "assistant", "content": content, **choice.pop("message", {})}
    usage = {"prompt_tokens": 1000, "completion_tokens": 200, "total_tokens": 1200}
    return Reply({"choices": [{"index": 0, "message": message, "finish_reason": "stop", **choice}], "usage": usage})


class Stub:
    """What is answered, in order (the last again and again), and what was asked."""

    def __init__(self, *replies: Reply) -> None:
        self.replies = list(replies)
        self.asked: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []
        self.paths: list[str] = []
        self.at_once = self.most_at_once = 0
        self.lock = threading.Lock()
        self.base_url = ""

    def next(self) -> Reply:
        with self.lock:
            return self.replies.pop(0) if len(self.replies) > 1 else self.replies[0]


@contextmanager
def serving(stub: Stub) -> Iterator[Stub]:
    """The stub on a free port of 127.0.0.1, until the block ends."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            with stub.lock:
                stub.at_once += 1
                stub.most_at_once = max(stub.most_at_once, stub.at_once)
                stub.paths.append(self.path)
                stub.headers.append(dict(self.headers))
                stub.asked.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            try:
                self.answer(stub.next())
            finally:
                with stub.lock:
                    stub.at_once -= 1

        def answer(self, reply: Reply) -> None:
            if reply.status is None:
                self.close_connection = True
                return
            raw = (reply.body if isinstance(reply.body, str) else json.dumps(reply.body)).encode()
            self.send_response(reply.status)
            for name, value in {"Content-Length": str(len(raw)), **reply.headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(raw)

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    stub.base_url = f"http://127.0.0.1:{server.server_port}/v1"
    try:
        yield stub
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@contextmanager
def trickling(at_once: bytes, endless: bytes) -> Iterator[str]:
    """A server that answers with the first bytes, and then with the others, one now and then, for ever: its URL."""
    ended = threading.Event()

    def serve(listening: socket.socket) -> None:
        with suppress(OSError):
            connected, _ = listening.accept()
            with connected:
                connected.sendall(at_once)
                for byte in cycle(endless):
                    if ended.wait(0.05):
                        return
                    connected.sendall(bytes([byte]))

    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = threading.Thread(target=serve, args=(listening,))
        thread.start()
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}/v1"
        finally:
            ended.set()
            with suppress(OSError):
                listening.shutdown(socket.SHUT_RDWR)  # where nobody connected
            thread.join()
