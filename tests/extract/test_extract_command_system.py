"""The system `command`: real programs, good and bad, in processes of their own."""

from __future__ import annotations

import os
import shlex
import sys
import time
from pathlib import Path

import pytest
from systems import needs_signals

from harness.extract import BadOption, Extraction, SourceArticle
from harness.extract import command as system

ARTICLE = SourceArticle(
    id="arden", title="T", publisher="P", published="2024-06-03", text="Holt won in 3:30.10.\n" + "Grey “day”. " * 9000
)
COPY = """
import json, sys
given = json.load(sys.stdin)
text = given.pop("text")
at = text.index("3:30.10")
claim = dict(kind="mark", id="m-1", text="Holt ran 3:30.10", quote="3:30.10", start=at, end=at + 7, athlete="Holt",
             mark="3:30.10")
print("reading", given["id"], file=sys.stderr)
print(json.dumps(dict(article=given, claims=[claim])))
"""


def run(code: str, timeout: str = "30") -> Extraction:
    return system.extract(
        ARTICLE, {"command": f"{shlex.quote(sys.executable)} -c {shlex.quote(code)}", "timeout": timeout}
    )


def test_a_program_reads_the_article_and_prints_a_claim_file() -> None:
    found = run(COPY)
    assert not found.failure
    assert found.document is not None
    assert [claim["quote"] for claim in found.document["claims"]] == ["3:30.10"]
    assert found.log == "reading arden\n"


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("", "it printed nothing"),
        ("print('hello')", "$:"),
        ("print('{\"article\": {')", "$"),
        (COPY.replace("print(json", "given['id'] = 'other'; print(json"), "another article"),
        (COPY.replace("start=at,", "start=at + 999999,").replace("at + 7", "at + 1000006"), "lies outside the text"),
        (COPY.replace("start=at,", "start=at + 1,").replace("at + 7", "at + 8"), "the text reads"),
        ("import sys; print('half'); sys.exit('no model here')", "exit code 1: no model here"),
        pytest.param("import os; os.kill(os.getpid(), 11)", "ended by SIGSEGV", marks=needs_signals),
        ("import sys; sys.stdin.close(); sys.stderr.write('first\\nlast\\n'); sys.exit(4)", "exit code 4: last"),
        ("print('\\udcff'.encode('utf-8', 'surrogateescape'))", "$"),
    ],
    ids=["silent", "words", "half", "other", "outside", "elsewhere", "exit", "crash", "stderr", "bytes"],
)  # fmt: skip
def test_what_a_program_does_wrong_is_the_articles_failure(code: str, said: str) -> None:
    found = run(code)
    assert found.document is None
    assert said in found.failure


def test_a_program_that_hangs_is_ended_with_all_it_started() -> None:
    """What it started holds its output open: were that left running, there would be no end of reading."""
    code = """
import subprocess, sys, time
subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
print("thinking", file=sys.stderr, flush=True)
time.sleep(600)
"""
    began = time.monotonic()
    found = run(code, timeout="2")
    assert time.monotonic() - began < 60
    assert found.failure == "it took longer than 2 seconds, and was ended: thinking"


IN_ITS_GROUP = "{}"
IN_A_SESSION_OF_ITS_OWN = "import os\nos.setsid()\n{}"
WITHOUT_A_PARENT = (
    "import os\nif os.fork(): os._exit(0)\nos.setsid()\nif os.fork(): os._exit(0)\nos.environ.clear()\n{}"
)


@pytest.mark.parametrize(
    "way", [IN_ITS_GROUP, IN_A_SESSION_OF_ITS_OWN, WITHOUT_A_PARENT], ids=["group", "own", "orphan"]
)
@pytest.mark.parametrize("ends", [True, False], ids=["the program ends", "the program hangs"])
@needs_signals
def test_what_a_program_leaves_running_is_ended_too(way: str, ends: bool, tmp_path: Path) -> None:
    """It holds the program's output open: were that read to its end, the run would wait for it."""
    note = tmp_path / "pid"
    child = way.format(
        f"import pathlib, time\npathlib.Path({str(note)!r}).write_text(str(os.getpid()))\ntime.sleep(600)"
    )
    code = f"""
import pathlib, subprocess, sys, time
subprocess.Popen([sys.executable, "-c", {"import os" + chr(10) + child!r}])
while not (pathlib.Path({str(note)!r}).exists() and pathlib.Path({str(note)!r}).read_text()): time.sleep(0.01)
"""
    began = time.monotonic()
    extraction = run(code + (COPY if ends else "time.sleep(600)"), timeout="30" if ends else "4")
    assert time.monotonic() - began < 25
    assert extraction.failure == ("" if ends else "it took longer than 4 seconds, and was ended")
    with pytest.raises(ProcessLookupError):
        os.kill(int(note.read_text(encoding="utf-8")), 0)


def test_a_hundred_megabytes_are_not_kept() -> None:
    began = time.monotonic()
    found = run("import sys\nfor _ in range(100): sys.stdout.write('x' * 2**20)", timeout="60")
    assert time.monotonic() - began < 30, "it should be ended when it has printed too much, not when its time is up"
    assert found.failure == "it printed more than 32 MB, and was ended"


def test_of_a_long_log_the_end_is_kept() -> None:
    found = run("import sys; sys.stderr.write('x' * 100_000 + 'the end'); sys.exit(3)")
    assert len(found.log) == system.LOG_BYTES
    assert found.log.endswith("the end")


def test_a_program_that_is_not_there_is_the_articles_failure() -> None:
    found = system.extract(ARTICLE, {"command": "no-such-program-here --fast"})
    assert found.failure == "no-such-program-here: cannot be run: No such file or directory"


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({}, "needs its program"),
        ({"command": "  "}, "needs its program"),
        ({"command": "'open"}, "No closing quotation"),
        ({"command": "true", "timeout": "soon"}, "not 'soon'"),
        ({"command": "true", "timeout": "0"}, "above 0"),
        ({"command": "true", "timeout": "inf"}, "above 0"),
        ({"command": "true", "timeout": "nan"}, "above 0"),
        ({"command": "true", "timeout": "1e300"}, "at most 86400"),
        ({"command": "true", "timeout": "86401"}, "at most 86400"),
    ],
)  # fmt: skip
def test_bad_options_are_the_callers(options: dict[str, str], said: str) -> None:
    with pytest.raises(BadOption, match=said):
        system.extract(ARTICLE, options)
