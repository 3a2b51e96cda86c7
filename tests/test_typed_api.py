"""A user's script on the public API passes mypy --strict: what it offers is typed, and documented."""

from __future__ import annotations

import inspect
import subprocess
import sys
from pathlib import Path

import harness

SCRIPT = '''
"""Counts what is wrong in an article, as a user writes it."""
import harness
from harness import CheckedReport

report: CheckedReport = harness.check("claims", truth="truth", as_of="2024-06-03")
wrong = [finding for finding in report.findings if finding.verdict == "refuted"]
names: list[str] = [finding.claim for finding in wrong if finding.severity != "low"]
accuracy: float | None = report.accuracy.value
print(len(wrong), names, accuracy, report.gate.passed, report.counts.supported)
'''


def test_a_users_script_is_clean_under_strict_types(tmp_path: Path) -> None:
    (tmp_path / "script.py").write_text(SCRIPT, encoding="utf-8")
    command = [sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(tmp_path / "cache"), "script.py"]
    run = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr


def test_everything_public_is_documented() -> None:
    docs = (Path(harness.__file__).parent.parent / "docs" / "python.md").read_text(encoding="utf-8")
    for name in harness.__all__:
        if name != "__version__":
            assert inspect.getdoc(getattr(harness, name)), name
            assert f"harness.{name}" in docs, f"docs/python.md does not tell of harness.{name}"
