"""The last step of docs/tutorial.md, with the real desk: a corrected draft is signed, and CI asks for that."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from desk_process import running

pytestmark = pytest.mark.enable_socket

TUTORIAL = (Path(__file__).parents[2] / "docs" / "tutorial.md").read_text(encoding="utf-8")
DRAFT = {
    "text": "Josh Kerr won silver in the 1500m final at the Paris Olympics in 3:27.79.\n",
    "title": "Silver for Kerr", "publisher": "Nobody's Post", "published": "2024-08-07",
}  # fmt: skip


def test_the_last_step_ends_as_the_tutorial_says(tmp_path: Path) -> None:
    (line,) = re.findall(r"^harness (check .*--require-sign-off .*)$", TUTORIAL, re.MULTILINE)

    def gate() -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "harness", *shlex.split(line)]
        return subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)

    with running(tmp_path / "desk") as desk:
        desk.enter()
        draft = desk.change("POST", "/drafts", DRAFT).json()["draft"]
        (tmp_path / "desk" / "sign-offs.json").write_text('{"version": 1, "sign_offs": []}', encoding="utf-8")
        unsigned = gate()
        assert (unsigned.returncode, "without a sign-off that holds" in unsigned.stdout) == (1, True), unsigned.stderr
        version = desk.get(f"/drafts/{draft}/parts").json()["version"]
        signed = desk.change("POST", f"/drafts/{draft}/sign-off", {"version": version, "author": "Ada"})
        assert signed.status == 200, signed.body
    done = gate()
    assert (done.returncode, "; signed" in done.stdout) == (0, True), done.stdout + done.stderr
