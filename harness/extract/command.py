"""Any program: it reads an article as JSON on its standard input, and prints a claim file.

The JSON has the fields of a claim file's `article`, which can be copied, and `text`. The program's standard error is
kept. Every process that it started is stopped when it ends, when its time is up or when it prints too much.
"""

from __future__ import annotations

import shlex
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from io import BufferedReader
from pathlib import Path
from threading import Event, Thread, Timer
from typing import IO, NamedTuple, cast

import msgspec

from harness.extract.articles import SourceArticle, head
from harness.extract.extraction import BadOption, Extraction, checked

OPTIONS = {
    "command": "the program and its arguments, as a shell splits them",
    "timeout": "seconds for one article [default: 120; at most 86400]",
}
MOST_BYTES = 32 * 1024 * 1024
MOST_SECONDS = 86_400.0
LOG_BYTES = 20_000
GRACE = 5.0  # seconds in which what was ended must be gone
SUPERVISOR = Path(__file__).with_name("supervise.py")


class _Run(NamedTuple):
    """What a program did: how it ended, what it printed, and whether it was ended for its time or its size."""

    code: int
    printed: bytes
    log: str
    late: bool

    @property
    def too_much(self) -> bool:
        return len(self.printed) > MOST_BYTES


def extract(article: SourceArticle, options: Mapping[str, str]) -> Extraction:
    """The claim file that the program prints for the article."""
    argv, timeout = _argv(options), _seconds(options)
    request = msgspec.json.encode({**head(article), "text": article.text})
    if why := _cannot_run(argv[0]):
        return Extraction(article=article.id, failure=f"{argv[0]}: cannot be run: {why}")
    run = _run(argv, request, timeout)
    extraction = Extraction(article=article.id, log=run.log)
    if failure := _failure(run, timeout):
        return msgspec.structs.replace(extraction, failure=failure)
    return checked(run.printed, extraction, article)


def _cannot_run(program: str) -> str:
    """Why there is no such program; "" where there is one."""
    if shutil.which(program) is not None:
        return ""
    return "Permission denied" if Path(program).exists() else "No such file or directory"


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
    if not 0 < seconds <= MOST_SECONDS:
        most = f"{MOST_SECONDS:g}"
        raise BadOption(f"timeout must be a number of seconds above 0 and at most {most}, not {options['timeout']!r}")
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
    """Run the program under the supervisor. Nothing here waits for the end of a pipe: another may hold it open."""
    late, full = Event(), Event()
    process = subprocess.Popen(
        [sys.executable, "-I", str(SUPERVISOR), *argv],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True,
    )  # fmt: skip
    assert process.stdin is not None
    assert process.stdout is not None
    assert process.stderr is not None
    printed, log = bytearray(), bytearray()

    def feed(stream: IO[bytes]) -> None:
        with suppress(OSError, ValueError), stream:  # a program need not read its input to the end
            stream.write(request)

    def keep_output(stream: IO[bytes]) -> None:
        with stream:
            while len(printed) <= MOST_BYTES and (chunk := cast(BufferedReader, stream).read1(1 << 16)):
                printed.extend(chunk)
            if len(printed) > MOST_BYTES:
                full.set()
                _end(process)

    def keep_log(stream: IO[bytes]) -> None:
        with stream:
            while chunk := cast(BufferedReader, stream).read1(1 << 16):
                log.extend(chunk)
                del log[:-LOG_BYTES]

    def end_late() -> None:
        late.set()
        _end(process)

    readers = [
        Thread(target=target, args=(stream,), daemon=True)
        for target, stream in ((feed, process.stdin), (keep_output, process.stdout), (keep_log, process.stderr))
    ]
    timer = Timer(timeout, end_late)
    timer.daemon = True
    for thread in (*readers, timer):
        thread.start()
    try:
        code = _wait(process, timeout)
    finally:
        timer.cancel()
        if process.poll() is None:
            _end(process)
            _wait(process, 0)
    for thread in readers:
        thread.join(GRACE)
    return _Run(code, bytes(printed), bytes(log).decode("utf-8", "replace"), late.is_set() and not full.is_set())


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ask the supervisor to end with all that it started. Windows has no such signal, but ends whole trees."""
    if sys.platform == "win32":
        subprocess.run(["taskkill", "/F", "/T", "/PID", str(process.pid)], capture_output=True, check=False)
    else:
        process.terminate()


def _wait(process: subprocess.Popen[bytes], timeout: float) -> int:
    """The exit code; a supervisor that does not end when it is asked to is ended itself."""
    try:
        return process.wait(timeout + GRACE)
    except subprocess.TimeoutExpired:
        process.kill()
        return process.wait()
