"""The real desk: `harness desk` in a process of its own, spoken to over HTTP as a browser would, or from a browser."""

from __future__ import annotations

import http.client
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit


class Answer(NamedTuple):
    status: int
    headers: dict[str, str]
    body: bytes

    def json(self) -> Any:
        return json.loads(self.body)


class RunningDesk:
    """One process; `link` is what it printed, to be used once."""

    def __init__(self, folder: Path, *arguments: str, unprivileged: bool = False, browser: str = "") -> None:
        """`unprivileged` takes root's right to write everywhere away; `browser` is a PATH to open the link with."""
        command = [sys.executable, "-m", "harness", "desk", str(folder), "--author", "Ada", *arguments]
        command += [] if browser else ["--no-browser"]
        command = ["setpriv", "--bounding-set=-all", "--inh-caps=-all", *command] if unprivileged else command
        environment = {**os.environ, **({"PATH": browser} if browser else {})}
        self.folder = folder
        self.process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
        )
        assert self.process.stdout is not None
        first = self.process.stdout.readline()
        found = re.search(r"http://\S+", first)
        assert found, first + (self.process.communicate(timeout=30)[1])
        self.link = found[0]
        self.address = urlsplit(self.link).netloc
        self.cookie = ""
        self.token = ""

    def ask(self, method: str, path: str, body: bytes = b"", headers: dict[str, str] | None = None) -> Answer:
        """One request, with exactly these headers (Host is the desk's own where it is not among them)."""
        sent = {"Host": self.address, "Content-Length": str(len(body)), **(headers or {})}
        with closing(http.client.HTTPConnection(self.address, timeout=60)) as connection:
            connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
            for name, value in sent.items():
                connection.putheader(name, value)
            connection.endheaders(body)
            response = connection.getresponse()
            return Answer(response.status, {k.lower(): v for k, v in response.getheaders()}, response.read())

    def enter(self) -> None:
        """Use the link, and take the cookie and the token of changes as a browser would."""
        entrance = urlsplit(self.link)
        answer = self.ask("GET", f"{entrance.path}?{entrance.query}")
        assert answer.status == 303
        self.cookie = answer.headers["set-cookie"].partition(";")[0]
        page = self.ask("GET", "/", headers={"Cookie": self.cookie}).body.decode()
        found = re.search(r'name="change-token" content="([^"]+)"', page)
        assert found
        self.token = found[1]

    @property
    def own(self) -> dict[str, str]:
        """The headers of a change from one of the desk's own pages."""
        return {"Cookie": self.cookie, "Origin": f"http://{self.address}", "X-Harness-Desk": self.token}

    def change(self, method: str, path: str, content: Any) -> Answer:
        return self.ask(method, path, json.dumps(content).encode(), self.own)

    def get(self, path: str) -> Answer:
        return self.ask("GET", path, headers={"Cookie": self.cookie})


@contextmanager
def running(folder: Path, *arguments: str, unprivileged: bool = False, browser: str = "") -> Iterator[RunningDesk]:
    desk = RunningDesk(folder, *arguments, unprivileged=unprivileged, browser=browser)
    try:
        yield desk
    finally:
        desk.process.terminate()
        desk.process.communicate(timeout=30)
