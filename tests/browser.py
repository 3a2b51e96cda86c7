"""The real browser that pages are tried in: Debian's Chromium, and the marks of tests that need it.

Where it is missing the tests are skipped with that reason. Only they may open sockets: the driver talks to its own
process through a pair of them.
"""

from __future__ import annotations

import shutil

import pytest

CHROMIUM = shutil.which("chromium")
IN_BROWSER = [
    pytest.mark.enable_socket,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium: apt-get install chromium"),
]
