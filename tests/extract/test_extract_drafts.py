"""Drafts checked in one command, and the figures that nobody read; through the real process."""

from __future__ import annotations

import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from harness.checking.load.unread import figures_in, in_words

DRAFTS = Path(__file__).parents[2] / "benchmarks" / "samples" / "drafts" / "articles"
WRONG = {"draft-oslo": 3, "draft-rome": 3, "draft-eugene": 2, "draft-paris": 4}

READS_NOTHING = """
import json, sys
article = json.load(sys.stdin)
del article["text"]
print("left out: c1: no quote", file=sys.stderr)
print("left out: c2: no quote", file=sys.stderr)
print(json.dumps({"article": article, "claims": []}))
"""


def harness(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "harness", *arguments], capture_output=True, text=True, cwd=cwd, check=False
    )


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    text = "Josh Kerr won the 1500m final at the World Championships in Budapest in 3:29.38.\nHe was 12th in Lima.\n"
    path = tmp_path / "draft.txt"
    path.write_text(text)
    return path


def test_a_draft_is_no_claim_file_and_how_to_read_it_is_said(draft: Path) -> None:
    done = harness("check", "draft.txt", cwd=draft.parent)
    assert done.returncode == 2
    assert "harness check --system rules draft.txt" in done.stderr


def test_a_system_that_needs_an_option_is_given_it(draft: Path) -> None:
    """Of `check` too; what it left out is said with its reason, and a run that read no claim is no success."""
    folder = draft.parent
    for system, needs in (("command", "-o command="), ("openai", "-o base-url=")):
        done = harness("check", "--system", system, "draft.txt", cwd=folder)
        assert (done.returncode, needs in done.stderr) == (2, True), done.stderr
    (folder / "reader.py").write_text(READS_NOTHING)
    option = f"command={shlex.quote(sys.executable)} reader.py"
    done = harness("check", "--system", "command", "-o", option, "draft.txt", cwd=folder)
    assert done.returncode == 5
    assert "draft:\n  2 claims left out:\n  c1: no quote\n  c2: no quote\n" in done.stderr
    assert harness("check", "-o", "timeout=5", cwd=folder).returncode == 2


def test_a_draft_is_read_and_checked_in_one_go(draft: Path) -> None:
    done = harness("check", "--system", "rules", "--published", "2023-08-24", "draft.txt", cwd=draft.parent)
    assert done.returncode == 0, done.stderr
    assert "read by a machine: rules" in done.stdout
    assert "REFUTED" not in done.stdout
    assert "draft: 2 of 3 figures read" in done.stderr
    assert not list(draft.parent.glob("*.json"))


def test_a_day_that_nobody_told_is_said_to_be_guessed(draft: Path) -> None:
    """Verdicts rest on it: "last summer" of an old article is another one."""
    guessed = harness("check", "--system", "rules", "--fail-on", "never", "draft.txt", cwd=draft.parent)
    assert "draft: no day of publication is told, so read as of today, 2" in guessed.stderr
    told = harness("check", "--system", "rules", "--published", "2023-08-24", "draft.txt", cwd=draft.parent)
    assert "--published" not in told.stderr


@pytest.mark.parametrize("name", sorted(WRONG))
def test_no_correction_of_a_draft_makes_a_right_sentence_wrong(name: str, tmp_path: Path) -> None:
    done = harness("check", "--system", "rules", str(DRAFTS / f"{name}.md"), cwd=tmp_path)
    assert done.returncode in (0, 1)
    assert "print instead" not in done.stdout.split("CHECK THIS")[-1]
    assert 1 <= done.stdout.count("contradicted as read") + done.stdout.count("print instead") <= WRONG[name] + 1


@pytest.mark.parametrize(
    ("text", "quotes", "expected"),
    [
        ("Kerr was third in 3:29.05.", [(0, 17)], "1 of 2 figures read; not read: 3:29.05 (line 1)"),
        ("Kerr was third.\nHe ran 1,500 metres.", [], "0 of 2 figures read; not read: third (line 1), 1,500 (line 2)"),
        ("Kerr ran 3:29.05.", [(9, 16)], "1 of 1 figures read"),
        ("Nobody ran.", [], "0 of 0 figures read"),
    ],
)
def test_unread_figures(text: str, quotes: list[tuple[int, int]], expected: str) -> None:
    assert in_words(figures_in(text, quotes), text) == expected
