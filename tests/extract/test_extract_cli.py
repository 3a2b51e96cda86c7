"""`harness extract` in a process of its own: files, exit codes, and a run that goes on."""

from __future__ import annotations

import json
import os
import shlex
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from arden import TEXT, World
from systems import needs_signals

from harness.extract import systems

TELLS_TROUBLE = """
import json, sys
given = json.load(sys.stdin)
if given["id"] == "bad":
    sys.exit("no idea")
given.pop("text")
print(json.dumps({"article": given, "claims": []}))
"""


@pytest.fixture
def articles(world: World) -> World:
    index = [
        {"file": f"{name}.txt", "id": name, "title": "A report", "publisher": "Arden Post", "published": "2024-06-03"}
        for name in ("arden", "bad", "good")
    ]
    world.write("articles/index.json", index)
    for one in index:
        world.write(f"articles/{one['file']}", TEXT)
    world.write("trouble.py", TELLS_TROUBLE)
    return world


def log(folder: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in (folder / "extraction.jsonl").read_text(encoding="utf-8").splitlines()]


def test_the_rules_write_claim_files_that_validate_and_check(articles: World) -> None:
    run = articles.run("extract", "--system", "rules", "-o", "lexicon=truth", "articles/arden.txt")
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout.splitlines()[-1] == "1 of 1 articles read: extracted/rules"
    found = articles.run("validate", "extracted/rules", "--articles", "extracted/rules/texts")
    assert found.returncode == 0, found.stderr
    report = articles.report("extracted/rules")
    verdicts = {one["quote"]: one["verdict"] for one in report["findings"] if one["kind"] == "mark"}
    assert verdicts == {"3:30.10": "refuted", "3:31.00": "supported"}


def test_the_same_articles_give_the_same_bytes(articles: World) -> None:
    for folder in ("one", "two"):
        articles.run("extract", "--system", "rules", "-o", "lexicon=truth", "--output-dir", folder, "articles")
    one, two = (sorted((articles.root / folder).glob("*.json")) for folder in ("one", "two"))
    assert [path.read_bytes() for path in one] == [path.read_bytes() for path in two]
    assert len(one) == 3


def test_an_article_that_fails_does_not_end_the_run(articles: World) -> None:
    command = f"{sys.executable} trouble.py"
    old = articles.write("out/bad.json", "{}")
    run = articles.run("extract", "--system", "command", "-o", f"command={command}", "--output-dir", "out", "articles")
    assert run.returncode == 2
    assert run.stdout.splitlines() == ["arden: 0 claims", "good: 0 claims", "2 of 3 articles read: out"]
    assert run.stderr.splitlines() == ["bad: failed: exit code 1: no idea"]
    assert not old.exists(), "what an earlier run made of it must not pass for this one's"
    failures = {str(line["article"]): line.get("failure", "") for line in log(articles.root / "out")}
    assert failures == {"arden": "", "bad": "exit code 1: no idea", "good": ""}
    assert all(line["seconds"] for line in log(articles.root / "out"))
    assert [line.get("log") for line in log(articles.root / "out")] == [None, "no idea\n", None]


def test_a_text_that_cannot_be_read_is_told_and_the_others_are_read(articles: World) -> None:
    articles.write("articles/undated.txt", TEXT)
    run = articles.run(
        "extract", "--system", "rules", "-o", "lexicon=truth", "articles/undated.txt", "articles/good.txt"
    )
    assert run.returncode == 2
    assert "1 of 2 articles read" in run.stdout
    assert "undated.txt:1:1: $: no date of publication" in run.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["articles"], 2, f"which system? --system {' or '.join(systems())}"),
        (["--system", "ruels", "articles"], 2, "did you mean 'rules'?"),
        (["--system", "rules"], 5, "nothing to extract"),
        (["--system", "rules", "-o", "lexicon", "articles"], 2, "-o lexicon: an option of a system is given as NAME="),
        (["--system", "rules", "-o", "speed=1", "articles"], 2, "rules has no option 'speed'; it has: lexicon"),
        (["--system", "rules", "-o", "lexicon=nowhere", "articles"], 2, "there are no names in nowhere"),
        (["--system", "command", "articles"], 2, "needs its program"),
        (["--system", "rules", "missing.txt"], 2, "missing.txt:1:1: $: cannot be read"),
    ],
)  # fmt: skip
def test_exit_codes(articles: World, arguments: list[str], code: int, said: str) -> None:
    run = articles.run("extract", *arguments)
    assert run.returncode == code
    assert said in run.stderr


def test_the_systems_and_their_options_are_listed(articles: World) -> None:
    run = articles.run("extract", "--list")
    assert run.returncode == 0
    assert "openai\n  base-url" in run.stdout
    assert max(map(len, run.stdout.splitlines())) <= 80


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@needs_signals
def test_an_interrupted_run_does_not_wait_for_a_program(articles: World, number: int) -> None:
    """It ends at once, and so does the program."""
    note = articles.root / "pid"
    program = f"import os, pathlib, time; pathlib.Path({str(note)!r}).write_text(str(os.getpid())); time.sleep(600)"
    # a job in the background may have the signal ignored
    start = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"
    command = [sys.executable, "-c", start + "; from harness.cli.main import main; main()"]
    option = f"command={shlex.quote(sys.executable)} -c {shlex.quote(program)}"
    arguments = ["extract", "--system", "command", "-o", option, "articles"]
    with subprocess.Popen([*command, *arguments], cwd=articles.root, stderr=subprocess.PIPE) as run:
        deadline = time.monotonic() + 60
        while not (note.exists() and note.read_text()) and run.poll() is None and time.monotonic() < deadline:
            time.sleep(0.05)
        began = time.monotonic()
        run.send_signal(number)
        assert run.wait(timeout=30) == 128 + number
        assert time.monotonic() - began < 20
    while time.monotonic() < deadline:
        try:
            os.kill(int(note.read_text()), 0)
        except ProcessLookupError:
            return
        time.sleep(0.05)
    pytest.fail("the program is still there")


LEAVES_OUT = TELLS_TROUBLE.replace(
    'given.pop("text")',
    'given.pop("text"); [print(f"left out: claim {n}: no quote", file=sys.stderr) for n in range(7)]',
)


def test_what_is_left_out_is_said_and_no_claim_is_no_success(articles: World) -> None:
    articles.write("leaves.py", LEAVES_OUT)
    option = f"command={shlex.quote(sys.executable)} leaves.py"
    run = articles.run("extract", "--system", "command", "-o", option, "articles/good.txt")
    assert run.returncode == 5
    assert "no claim was read in any article" in run.stderr
    assert "7 claims left out:" in run.stderr
    assert "claim 4: no quote" in run.stderr
    assert "and 2 more" in run.stderr
