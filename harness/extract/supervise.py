"""Runs a program and stops all that it started, when the program ends or when this process is asked to end.

It is started as a script, on its own: `python -I supervise.py PROGRAM ARGUMENTS`. On Linux it is the reaper of all its
descendants (prctl(2), PR_SET_CHILD_SUBREAPER), so that those that left the process group, or whose parents are gone,
eventually become its children too, and are found. It is asked to end when its parent dies. On other systems only the
process group can be stopped. Nothing of the harness is imported, so that it starts fast.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

CANNOT_RUN = 126
_DEATH_SIGNAL, _SUBREAPER = 1, 36  # PR_SET_PDEATHSIG, PR_SET_CHILD_SUBREAPER of linux/prctl.h
_ROUNDS = 1000  # a program that starts others faster than they are ended must not hold the run for ever


def main(argv: list[str]) -> None:
    """Run the program; end as it ended."""
    if sys.platform == "linux":
        libc = ctypes.CDLL(None, use_errno=True)
        libc.prctl(_SUBREAPER, 1, 0, 0, 0)
        libc.prctl(_DEATH_SIGNAL, signal.SIGTERM, 0, 0, 0)
    group: list[int] = []

    def asked_to_end(*_: Any) -> None:
        _end_descendants(group)
        os._exit(1)

    signal.signal(signal.SIGTERM, asked_to_end)
    try:
        process = subprocess.Popen(argv, process_group=0) if os.name == "posix" else subprocess.Popen(argv)
    except OSError as error:
        print(f"{argv[0]}: cannot be run: {error.strerror or error}", file=sys.stderr)
        sys.exit(CANNOT_RUN)
    group.append(process.pid)
    code = process.wait()
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    _end_descendants(group)
    if code < 0:
        with contextlib.suppress(OSError, ValueError):  # SIGKILL needs no handler and takes none
            signal.signal(-code, signal.SIG_DFL)
        os.kill(os.getpid(), -code)
    os._exit(_exit_code(code))


def _exit_code(code: int) -> int:
    """The code as a process may end with it: Windows has codes of 32 bits, the upper half of which is negative here."""
    if code < 0:
        return 128 - code
    return code if code < 1 << 31 else code - (1 << 32)


def _end_descendants(group: list[int]) -> None:
    """End every descendant; those of the ended ones become children of this process, and are ended in their turn."""
    if sys.platform != "linux":
        for pid in group if os.name == "posix" else ():
            with contextlib.suppress(OSError):
                os.killpg(pid, signal.SIGKILL)
        return
    for _ in range(_ROUNDS):
        for pid in _descendants(os.getpid()):
            with contextlib.suppress(OSError):
                os.kill(pid, signal.SIGKILL)
        try:
            os.waitpid(-1, 0)
        except ChildProcessError:
            return


def _descendants(pid: int) -> list[int]:
    """The processes below the process, as /proc tells of them now."""
    children: dict[int, list[int]] = {}
    for name in os.listdir("/proc"):  # noqa: PTH208
        if name.isdigit():
            with contextlib.suppress(OSError):
                status = Path("/proc", name, "stat").read_text(encoding="utf-8", errors="replace")
                parent = int(status.rpartition(")")[2].split()[1])
                children.setdefault(parent, []).append(int(name))
    below, waiting = [], [pid]
    while waiting:
        nearest = children.get(waiting.pop(), [])
        below += nearest
        waiting += nearest
    return below


if __name__ == "__main__":
    main(sys.argv[1:])
