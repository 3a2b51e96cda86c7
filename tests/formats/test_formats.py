"""Every format at once: golden files, the same counts, nothing lost, the same bytes in any environment."""

from __future__ import annotations

import csv
import json
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from collections import Counter
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import msgspec
import pytest
from arden import CLAIMS, RACE, World, article, claim

import harness.present.formats
from harness.present.formats import View, formats, renderer, write
from harness.records.model import Counts, Finding, Ratio, Report, Waiver

VERDICTS = ("supported", "refuted", "not_enough_info", "not_checkable", "unreadable")
EVERY = [name for name in formats() if name != "html"]  # the page has tests of its own


@pytest.mark.parametrize("name", [name for name in EVERY if name != "text"])
def test_golden(arden: Report, golden: Path, name: str) -> None:
    """HARNESS_WRITE_GOLDEN=1 writes the files anew: read the difference before it is committed."""
    file, written = golden / f"arden.{name}", write(arden, name)
    if os.environ.get("HARNESS_WRITE_GOLDEN"):
        file.write_text(written, encoding="utf-8", newline="")
    assert file.exists(), (
        f"format {name} has no golden file {file.name}: HARNESS_WRITE_GOLDEN=1 with this test writes it"
    )
    assert written == file.read_bytes().decode()


def test_every_golden_file_is_of_a_format(golden: Path) -> None:
    """`arden.txt` is that of the text, which has a test of its own."""
    assert {file.suffix[1:] for file in golden.glob("arden.*")} - {"txt"} <= set(EVERY)


def of_json(document: object, wanted: str) -> list[object]:
    """Every value under the key, at any depth."""
    if isinstance(document, dict):
        found = [value for key, value in document.items() if key == wanted]
        return found + [one for value in document.values() for one in of_json(value, wanted)]
    return [one for value in document for one in of_json(value, wanted)] if isinstance(document, list) else []


def of_csv(written: str) -> Counter[str]:
    return Counter(row["verdict"] for row in csv.DictReader(StringIO(written)) if row["record"] == "finding")


def of_lines(written: str) -> Counter[str]:
    records = map(json.loads, written.splitlines())
    return Counter(record["verdict"] for record in records if record["record"] == "finding")


def of_junit(written: str) -> Counter[str]:
    cases = ElementTree.fromstring(written).findall("testsuite[@name='arden']/testcase")
    outcomes = [next((child.get("type") for child in case if child.tag != "system-out"), None) for case in cases]
    return Counter(outcome or "supported" for outcome in outcomes)


def of_reviews(written: str) -> Counter[str]:
    words = {"True": "supported", "False": "refuted", "Not enough information": "not_enough_info",
             "Not checkable": "not_checkable", "Not readable": "unreadable"}  # fmt: skip
    return Counter(words[str(one).partition(",")[0]] for one in of_json(json.loads(written), "alternateName"))


def of_annotations(written: str) -> Counter[str]:
    bodies = [body for bodies in of_json(json.loads(written), "body") for body in bodies]
    return Counter(body["value"] for body in bodies if body["purpose"] == "tagging" and body["value"] in VERDICTS)


COUNTED: dict[str, Callable[[str], Counter[str]]] = {
    "json": lambda written: Counter(one["verdict"] for one in json.loads(written)["findings"]),
    "json-lines": of_lines,
    "csv": of_csv,
    "junit": of_junit,
    "claimreview": of_reviews,
    "web-annotation": of_annotations,
}
# how each of the others says that a finding has a verdict, waived or not
SAID: dict[str, str] = {
    "concise": r"^\S+:\d+:\d+: {}\b",
    "github": r"title={}\b",
    "markdown": r"^\| {}\b",
    "gitlab": r'"description": "{}\b',
    "rdjson": r'"message": "{}\b',
    "sarif": r'"text": "{}\b',
    "text": r"^{} \((\d+)",
}
IN_WORDS = {"refuted": "refuted", "not_enough_info": "not enough info", "unreadable": "unreadable"}


@pytest.mark.parametrize("name", EVERY)
def test_every_format_is_counted(name: str) -> None:
    wanted = "COUNTED (it lists all findings) or in SAID (it lists those that matter)"
    assert (name in COUNTED) != (name in SAID), f"format {name} has no row in {wanted}: how are its findings counted?"


def test_every_row_is_of_a_format() -> None:
    assert {*COUNTED, *SAID} <= set(EVERY)


@pytest.mark.parametrize("name", COUNTED)
def test_findings_by_verdict_where_all_are_listed(arden: Report, name: str) -> None:
    counts = COUNTED[name](write(arden, name))
    assert {verdict: counts[verdict] for verdict in VERDICTS} == stated(arden)


@pytest.mark.parametrize("name", [name for name in SAID if name != "text"])
def test_findings_by_verdict_where_those_that_matter_are_listed(arden: Report, name: str) -> None:
    written = write(arden, name)
    for verdict, words in IN_WORDS.items():
        listed = re.findall(SAID[name].format(words), written, re.MULTILINE)
        assert len(listed) == getattr(arden.counts, verdict), verdict


def test_findings_by_verdict_in_the_text(arden: Report) -> None:
    titles = {"refuted": "REFUTED", "not_enough_info": "UNDECIDED", "unreadable": "UNREADABLE"}
    for verdict, title in titles.items():
        number = re.search(SAID["text"].format(title), write(arden, "text"), re.MULTILINE)
        assert number is not None
        assert int(number[1]) == getattr(arden.counts, verdict)
    row = [getattr(arden.counts, verdict) for verdict in VERDICTS[:4]]
    assert re.search(r"^arden +" + " +".join(map(str, row)), write(arden, "text"), re.MULTILINE)


def stated(report: Report) -> dict[str, int]:
    return {verdict: getattr(report.counts, verdict) for verdict in VERDICTS}


def tally(report: Report) -> str:
    counts = report.counts
    return (
        f"{counts.claims} claims: {counts.supported} supported, {counts.refuted} refuted ({counts.high} high, "
        f"{counts.medium} medium, {counts.low} low), {counts.not_enough_info} not enough info, "
        f"{counts.not_checkable} not checkable, {counts.unreadable} unreadable, 1 waived, 2 conflicts, 1 mistake"
    )


@pytest.mark.parametrize("name", EVERY)
def test_the_counts_are_stated(arden: Report, name: str) -> None:
    written = write(arden, name)
    if name in ("json", "json-lines", "sarif"):
        assert msgspec.to_builtins(arden.counts) in of_json(list(map(json.loads, lines_of(written, name))), "counts")
    elif name == "junit":
        properties = ElementTree.fromstring(written).iter("property")
        found = {one.get("name"): one.get("value") for one in properties}
        assert {verdict: int(found[verdict] or "") for verdict in VERDICTS} == stated(arden)
    elif name != "text":  # whose table is held above
        assert tally(arden) in plain(written), f"format {name} does not state the counts of the report"


def lines_of(written: str, name: str) -> list[str]:
    return written.splitlines() if name == "json-lines" else [written]


def plain(written: str) -> str:
    """Without the escapes that formats need."""
    return re.sub(r"\\(?=[\[\]$|*_<>&~`])", "", written).replace("%25", "%").replace("%3A", ":").replace("%0A", "\n")


@pytest.mark.parametrize("name", EVERY)
@pytest.mark.parametrize(
    "what",
    ["gate: could not check everything", "harness: 1 | truth: arden", "1st against 2nd", "three-ish", "cut off",
     "Ann Editor", "the book is wrong here"],
)  # fmt: skip
def test_nothing_is_lost(arden: Report, name: str, what: str) -> None:
    """The gate line, the signature, a conflict, a finding, a mistake in a file, and who waived what why."""
    assert what in " ".join(plain(write(arden, name)).split()), f"format {name} does not tell: {what}"


@pytest.mark.parametrize("name", EVERY)
def test_waived_findings_are_marked(arden: Report, name: str) -> None:
    bare = tuple(msgspec.structs.replace(one, waiver=None) for one in arden.findings)
    unwaived = write(msgspec.structs.replace(arden, findings=bare), name)
    assert "2024-06-05" in write(arden, name), f"format {name} does not mark a waived finding with the day"
    assert "2024-06-05" not in unwaived


@pytest.mark.parametrize("name", EVERY)
def test_whatever_is_waived_is_seen(arden: Report, name: str) -> None:
    """A claim that holds with nothing to say is listed all the same once somebody has waived it."""
    waiver = Waiver("held to be wrong", "Bo", "2024-06-06")
    (right,) = [one for one in arden.findings if one.claim == "berg-mark"]
    waived = msgspec.structs.replace(right, waiver=waiver)
    written = write(msgspec.structs.replace(arden, findings=(waived,)), name)
    assert "held to be wrong" in " ".join(written.split()), f"format {name} does not say why a finding is waived"
    assert "berg-mark" in written, f"format {name} does not list a claim that holds and is waived"


@pytest.mark.parametrize("name", EVERY)
def test_nothing_checked(name: str, arden: Report) -> None:
    nothing = msgspec.structs.replace(
        arden, findings=(), conflicts=(), mistakes=(), articles=(), counts=Counts(), accuracy=Ratio(),
        coverage=None, consistency=None,
    )  # fmt: skip
    written = write(nothing, name)
    assert plain(nothing.gate.message) in plain(written), f"format {name} does not hold the gate line"
    if name not in ("json", "json-lines", "sarif", "text"):
        assert "0/0" in written, f"format {name} prints a share of nothing as something else than 0/0"


@pytest.mark.parametrize("name", EVERY)
def test_claims_that_came_from_no_file(arden: Report, name: str) -> None:
    """A report made in Python has findings without a file: their place is left out, not invented."""
    findings = tuple(msgspec.structs.replace(one, file="", line=0, column=0) for one in arden.findings)
    written = write(msgspec.structs.replace(arden, findings=findings, mistakes=()), name)
    assert '"startLine": 0' not in written
    assert "line=0" not in written
    assert '"begin": 0' not in written
    assert '"line": 0' not in written or name == "json"


def test_the_folder_is_the_registry() -> None:
    folder = Path(harness.present.formats.__file__).parent
    assert set(formats()) == {path.stem.replace("_", "-") for path in folder.glob("[!_]*.py")}
    assert renderer("json-lines").__module__ == "harness.present.formats.json_lines"
    for name in ("jsn", "json_lines", "_words", "words"):
        with pytest.raises(KeyError):
            renderer(name)


@pytest.mark.parametrize("name", EVERY)
def test_every_format_is_documented(name: str) -> None:
    manual = (Path(__file__).parents[2] / "docs" / "formats.md").read_text(encoding="utf-8")
    assert f"\n## {name}\n" in manual, f"format {name} has no section in docs/formats.md: ## {name}"


@pytest.mark.parametrize(
    "file, path",
    [
        pytest.param("claims/a.json", "claims/a.json", id="as given"),
        pytest.param("/work/claims/a.json", "claims/a.json", id="under the folder"),
        pytest.param("/elsewhere/a.json", "/elsewhere/a.json", id="elsewhere"),
        pytest.param("/workshop/a.json", "/workshop/a.json", id="a folder with a longer name"),
    ],
)
@pytest.mark.parametrize("name", ["sarif", "gitlab", "github", "rdjson", "csv", "junit", "markdown"])
def test_paths_are_told_from_the_folder_of_the_run(arden: Report, name: str, file: str, path: str) -> None:
    findings = tuple(msgspec.structs.replace(one, file=file) for one in arden.findings)
    written = write(msgspec.structs.replace(arden, findings=findings), name, View(root="/work"))
    found = re.search(rf'(?<![\w/.])(file://)?{re.escape(path)}(?=["\n:,|])', plain(written))
    assert found, path
    assert bool(found[1]) == (name == "sarif" and path.startswith("/"))


def test_the_command_tells_paths_from_the_folder_it_runs_in(world: World) -> None:
    run = world.check(str(world.root / "claims"), "--format", "sarif")
    assert set(of_json(json.loads(run.stdout), "uri")) == {"claims/arden.json"}


def test_the_address_of_an_article_reaches_the_annotations(world: World) -> None:
    online = {**article(), "url": "https://arden.example/1"}
    world.write("claims/arden.json", {"article": online, "claims": CLAIMS})
    run = world.check("--format", "web-annotation")
    assert set(of_json(json.loads(run.stdout), "source")) == {"https://arden.example/1"}


def test_same_bytes_whatever_the_environment(world: World) -> None:
    """All formats at once through real processes, under other hash seeds, time zones and locales."""
    world.claims(
        *CLAIMS, claim("place", "odd", "He", athlete="Holt", place=2, scope=RACE, attributed_to="Šárka Ødegård")
    )

    def run(folder: str, **environment: str) -> dict[str, bytes]:
        (world.root / folder).mkdir()
        reports = [argument for name in EVERY for argument in ("--report", f"{name}={folder}/{name}")]
        command = [sys.executable, "-m", "harness", "check", "--truth", "truth", "--format", "text", *reports]
        done = subprocess.run(
            command, cwd=world.root, capture_output=True, env={**os.environ, **environment}, check=False
        )
        assert done.returncode == 1, done.stderr
        files = {path.name: path.read_bytes() for path in (world.root / folder).iterdir()}
        return {**files, "stdout": done.stdout, "stderr": done.stderr}

    one = run("one", PYTHONHASHSEED="1", TZ="UTC", LC_ALL="C.UTF-8")
    other = run("other", PYTHONHASHSEED="2", TZ="Asia/Tokyo", LC_ALL="C", PYTHONIOENCODING="latin-1")
    assert set(one) == {*EVERY, "stdout", "stderr"}
    assert one == other
    assert all(one[name] for name in EVERY)
    assert one["stdout"] == one["text"]
    assert "Šárka Ødegård".encode() in one["stdout"]


def test_a_thousand_findings_in_every_format_stay_under_a_second(arden: Report) -> None:
    """benchmarks/formats.py measures; this only sees that no format is quadratic."""
    from time import process_time

    def more(one: Finding, turn: int) -> Finding:
        return msgspec.structs.replace(one, claim=f"{one.claim}-{turn}")

    findings = tuple(more(one, turn) for turn in range(100) for one in arden.findings)
    report = msgspec.structs.replace(arden, findings=findings)
    started = process_time()
    assert all(write(report, name) for name in EVERY)
    assert process_time() - started < 1


@pytest.mark.parametrize("name", ["text", "markdown", "json", "html"])
def test_where_the_fewest_to_take_back_is_a_bound_it_is_called_one(arden: Report, name: str) -> None:
    """A thicket of contradictions: at least so many must go, so that consistency is at most so much."""
    counts = msgspec.structs.replace(arden.counts, withdrawn=7, unproved=1)
    articles = tuple(msgspec.structs.replace(each, counts=counts, consistency=0.5) for each in arden.articles)
    bounded = msgspec.structs.replace(arden, counts=counts, articles=articles, consistency=0.5)
    words = {"text": "at least 7 claims to take back", "markdown": "at most 50.0%", "json": '"unproved": 1',
             "html": "at least 7 claims to take back"}[name]  # fmt: skip
    assert words in write(bounded, name)
    assert words not in write(arden, name)
