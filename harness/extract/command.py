"""Any program: it reads an article as JSON on its standard input, and prints a claim file.

The JSON has the fields of a claim file's `article`, which can be copied, and `text`. What the program writes to its
standard error is kept. It is ended, with all that it started, when its time is up or it prints too much.
"""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from threading import Event, Timer
from typing import IO, NamedTuple

import msgspec

from harness.extract.articles import Article, head
from harness.extract.extraction import BadOption, Extraction, checked

OPTIONS = {
    "command": "the program and its arguments, as a shell splits them",
    "timeout": "seconds that it may take for one article [default: 120]",
}
MOST_BYTES = 32 * 1024 * 1024
LOG_BYTES = 20_000


class _Run(NamedTuple):
    """What a program did: how it ended, what it printed, and whether it was ended for its time or its size."""

    code: int
    printed: bytes
    log: str
    late: bool

    @property
    def too_much(self) -> bool:
        return len(self.printed) > MOST_BYTES


def extract(article: Article, options: Mapping[str, str]) -> Extraction:
    """The claim file that the program prints for the article."""
    argv, timeout = _argv(options), _seconds(options)
    request = msgspec.json.encode({**head(article), "text": article.text})
    try:
        run = _run(argv, request, timeout)
    except OSError as error:
        return Extraction(article=article.id, failure=f"{argv[0]}: cannot be run: {error.strerror or error}")
    found = Extraction(article=article.id, log=run.log)
    if failure := _failure(run, timeout):
        return msgspec.structs.replace(found, failure=failure)
    return checked(run.printed, found, article)


def _argv(options: Mapping[str, str]) -> list[str]:
    try:
        argv = shlex.split(options.get("command", ""))
    except ValueError as error:
        raise BadOption(f"command: {error}") from None
    if not argv:
        raise BadOption("the system `command` needs its program: -o command='python my_system.py'")
    return argv


def _seconds(options: Mapping[str, str]) -> float:
    try:
        seconds = float(options.get("timeout", "120"))
    except ValueError:
        seconds = 0
    if not 0 < seconds < float("inf"):
        raise BadOption(f"timeout must be a number of seconds above 0, not {options['timeout']!r}")
    return seconds


def _failure(run: _Run, timeout: float) -> str:
    last = f": {run.log.strip().splitlines()[-1][:200]}" if run.log.strip() else ""
    if run.too_much:
        return f"it printed more than {MOST_BYTES // 2**20} MB, and was ended"
    if run.late:
        return f"it took longer than {timeout:g} seconds, and was ended{last}"
    if run.code:
        ended = f"exit code {run.code}" if run.code > 0 else f"ended by {signal.Signals(-run.code).name}"
        return f"{ended}{last}"
    return "" if run.printed.strip() else f"it printed nothing{last}"


def _run(argv: list[str], request: bytes, timeout: float) -> _Run:
    """Run the program in a process group of its own, so that what it starts ends with it."""
    pipe = subprocess.PIPE
    with subprocess.Popen(argv, stdin=pipe, stdout=pipe, stderr=pipe, start_new_session=True) as process:
        late = Event()
        timer = Timer(timeout, _end_late, (process, late))
        timer.start()
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        with ThreadPoolExecutor(3) as pool:
            pool.submit(_feed, process.stdin, request)
            log = pool.submit(_tail, process.stderr)
            printed = process.stdout.read(MOST_BYTES + 1)
            if len(printed) > MOST_BYTES:
                _end(process)
            code = process.wait()
            timer.cancel()
            _end(process)
            return _Run(code, printed, log.result(), late.is_set())


def _feed(stream: IO[bytes], request: bytes) -> None:
    """A program need not read its input to the end."""
    with suppress(BrokenPipeError), stream:
        stream.write(request)


def _tail(stream: IO[bytes]) -> str:
    kept = b""
    while chunk := stream.read(1 << 16):
        kept = (kept + chunk)[-LOG_BYTES:]
    return kept.decode("utf-8", "replace")


def _end_late(process: subprocess.Popen[bytes], late: Event) -> None:
    late.set()
    _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
