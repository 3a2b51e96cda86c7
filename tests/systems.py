"""What not every system has: marks for tests that need it, which are skipped on Windows with the reason; and processes
that nobody measures."""

from __future__ import annotations

import os

import pytest

# These files need pseudo-terminals and a POSIX shell, and are not collected elsewhere.
POSIX_ONLY = ("test_hostile_words.py", "test_hostile_surroundings.py", "test_progress.py", "test_docs_commands.py")
_WINDOWS = os.name == "nt"

needs_signals = pytest.mark.skipif(_WINDOWS, reason="Windows sends no signals to other programs")
needs_a_posix_shell = pytest.mark.skipif(_WINDOWS, reason="it runs a script for a POSIX shell")
needs_links = pytest.mark.skipif(_WINDOWS, reason="few users may make links on Windows")
needs_permissions = pytest.mark.skipif(_WINDOWS, reason="Windows keeps permissions in another way")
needs_devices = pytest.mark.skipif(_WINDOWS, reason="Windows has no /dev")


def unmeasured() -> dict[str, str]:
    """The environment of a process that coverage does not measure, and that imports nothing for it."""
    return {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}
