"""A toy of each sort, put in as one file: a kind, a format, an extractor, a command; and what a mistake in one says."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from arden import TEXT, World, claim

from harness.kinds import checked_kind
from harness.registry import BadModule
from harness.skeleton import write_skeleton

PROJECT = Path(__file__).parent.parent
STARTS = (Path(__file__).parent / "toys" / "kind_starts.txt").read_text(encoding="utf-8")
ATTRIBUTES = STARTS[STARTS.index("    attributes={") : STARTS.index('    severity="low"')]
# The folders are registries: a folder of the test's is looked into as well.
PROGRAM = """
import sys, harness.kinds, harness.present.formats, harness.cli.commands, harness.extract
for package in (harness.kinds, harness.present.formats, harness.cli.commands, harness.extract):
    package.__path__.append(sys.argv[1] + "/" + package.__name__.rpartition(".")[2])
sys.argv = ["harness", *sys.argv[2:]]
from harness.cli.main import main
main()
"""


def put_in(world: World, folder: str, name: str, text: str) -> None:
    world.write(f"toys/{folder}/{name}.py", text)


def run(world: World, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-W", "error", "-c", PROGRAM, str(world.root / "toys"), *arguments]
    return subprocess.run(command, cwd=world.root, capture_output=True, text=True, encoding="utf-8", check=False)


def out(run: subprocess.CompletedProcess[str]) -> str:
    assert run.returncode in (0, 1), run.stderr
    return " ".join(run.stdout.split())


@pytest.fixture
def with_starts(world: World) -> World:
    put_in(world, "kinds", "starts", STARTS)
    world.claims(
        claim("starts", "one", "1500m", athlete="Holt", number=1),
        claim("starts", "three", "3:30.10", athlete="Holt", number=3),
        claim("starts", "green", "gold", athlete="Holt", colour="green"),
    )
    return world


def test_a_toy_kind_speaks_everywhere(with_starts: World) -> None:
    """In the list of kinds, its manual page, the schema, the report, the page, a conflict, errors and corpora."""
    assert "starts How many races an athlete started in" in out(run(with_starts, "kinds"))
    explained = out(run(with_starts, "explain", "starts"))
    assert "What absence proves" in explained
    assert "number 5, five, fourth, at least 2, two or three" in explained
    assert '"const": "starts"' in out(run(with_starts, "schema", "claims")) or '"starts"' in out(
        run(with_starts, "schema", "claims")
    )
    text = out(run(with_starts, "check", "--truth", "truth"))
    assert "printed 3, the ground truth has 1" in text
    assert "starts: number: 1 against 3" in text
    findings = json.loads(run(with_starts, "check", "--truth", "truth", "--format", "json").stdout)["findings"]
    judged = {finding["claim"]: finding["judged"][0] for finding in findings}
    assert judged["green"]["heading"] == "colour of the vest"
    assert judged["green"]["difference"] == "another colour"
    page = run(with_starts, "check", "--truth", "truth", "--format", "html").stdout
    assert "2 too many" in page
    assert "another colour" in page
    power = out(run(with_starts, "bench", "power", "--truth", "truth", "claims"))
    assert "off-by-one" in power
    out(run(with_starts, "bench", "make-corpus", "--articles", "9", "--output", "corpus"))
    assert "ran in red" in "".join(
        path.read_text() for path in (with_starts.root / "corpus" / "articles").glob("*.txt")
    )


FORMAT = '''
"""shout: the verdicts in capitals (a format of the tests)."""
def render(report, view):
    return " ".join(finding.verdict.upper() for finding in report.findings) + "\\n"
'''
COMMAND = '''
"""harness greet: says hello (a command of the tests)."""
import click
@click.command()
def command():
    """Say hello."""
    click.echo("hello")
'''
EXTRACTOR = '''
"""nobody: finds no claims (a system of the tests)."""
from harness.extract import Extraction
OPTIONS = {"loud": "whether to say so"}
def extract(article, options):
    return Extraction(article=article.id, failure="there is nothing to see")
'''


def test_a_toy_format(world: World) -> None:
    put_in(world, "formats", "shout", FORMAT)
    world.claims(
        claim("place", "won", "won", athlete="Holt", place=1, scope={"event": "1500m", "competition": "Arden"})
    )
    assert run(world, "check", "--truth", "truth", "--format", "shout").stdout.strip() in (
        "SUPPORTED",
        "NOT_ENOUGH_INFO",
    )


def test_a_toy_command(world: World) -> None:
    put_in(world, "commands", "greet", COMMAND)
    assert out(run(world, "greet")) == "hello"
    assert "greet Say hello." in out(run(world, "--help"))


def test_a_toy_extractor(world: World) -> None:
    put_in(world, "extract", "nobody", EXTRACTOR)
    world.write("articles/arden.txt", TEXT)
    found = run(world, "extract", "--system", "nobody", "--published", "2024-06-03", "--output-dir", "read", "articles")
    assert "there is nothing to see" in found.stdout + found.stderr


TOYS = {
    "harness/kinds/starts.py": STARTS,
    "harness/present/formats/shout.py": FORMAT,
    "harness/cli/commands/greet.py": COMMAND,
    "harness/extract/nobody.py": EXTRACTOR,
}
# The tests that hold what a file of a registry must bring with it; no other test has a table of all of them.
DEMANDING = [
    "tests/formats/test_formats.py", "tests/extract/test_extract_systems.py", "tests/test_docs_lists.py",
    "tests/extract/test_extract_prompts.py::test_the_messages_are_as_they_were_read_last",
    "tests/extract/test_extract_prompts.py::test_hardly_a_kind_has_no_worked_example",
    "tests/test_explained.py::test_a_field_says_what_it_is_for_with_an_example",
    "tests/test_schema.py::test_the_committed_copy_is_current",
    "tests/corpus/test_planted_errors.py::test_some_error_changes_each_field_of_a_kind",
    "tests/values/test_further_spellings.py::test_the_examples_of_fields_can_be_read",
    "tests/worlds/test_worlds.py::test_every_kind_has_a_maker_of_random_claims",
    "--deselect=tests/formats/test_formats.py::test_same_bytes_whatever_the_environment",  # its processes have no toys
]  # fmt: skip


def test_tests_ask_for_what_a_toy_lacks_by_its_name(tmp_path: Path) -> None:
    """A copy of the project with one file more in each registry: what fails there names the toy, or what writes the
    file that lacks it."""
    for folder in ("harness", "tests", "docs", "ground_truth", "benchmarks", "claims"):
        left_out = shutil.ignore_patterns("__pycache__", "node_modules")
        shutil.copytree(PROJECT / folder, tmp_path / folder, ignore=left_out)
    for name in ("README.md", "pyproject.toml"):
        shutil.copy(PROJECT / name, tmp_path / name)
    for toy, text in TOYS.items():
        (tmp_path / toy).write_text(text.lstrip(), encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-n0", "-p", "no:cacheprovider", "--junit-xml=outcome.xml"]
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST_", "HARNESS_"))}
    run = subprocess.run(
        [*command, *DEMANDING], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert run.returncode == 1, run.stdout[-2000:]
    demands = {
        f"{case.get('classname')}.{case.get('name')}": f"{failure.get('message')}"
        for case in ElementTree.parse(tmp_path / "outcome.xml").iter("testcase")
        for failure in (*case.findall("failure"), *case.findall("error"))
    }
    toys = [Path(toy).stem for toy in TOYS]
    unnamed = {
        test: message[:300]
        for test, message in demands.items()
        if not any(toy in message.casefold() for toy in (*toys, "`make schemas`"))
    }
    assert unnamed == {}, "these tests do not say what the toy lacks"
    for toy in toys:
        assert any(toy in message.casefold() for message in demands.values()), f"nothing asks for what {toy} lacks"


@pytest.mark.parametrize(
    "folder, name, text, arguments, said",
    [
        pytest.param("kinds", "bad", "KIND = 1", ["kinds"], "it must end with KIND = Kind(...)", id="no kind"),
        pytest.param("kinds", "bad", "import nothing_of_the_sort", ["check"], "cannot be imported: ModuleNotFoundError",
                     id="a kind that cannot be imported"),
        pytest.param("formats", "bad", "def render(report): ...", ["check", "--format", "bad"],
                     "render is not render(report, view)", id="a format of another signature"),
        pytest.param("formats", "bad", "write = 1", ["check", "--format", "bad"], "it must offer render(report, view)",
                     id="a format that renders nothing"),
        pytest.param("commands", "bad", "command = print", ["bad"], "it must offer a click command called `command`",
                     id="a command that is none"),
        pytest.param("extract", "bad", "def extract(article): ...", ["extract", "--system", "bad", "articles"],
                     "extract is not extract(article, options)", id="an extractor of another signature"),
        pytest.param("extract", "bad", "OPTIONS = 3\ndef extract(article, options): ...",
                     ["extract", "--system", "bad", "articles"], "OPTIONS must be a dict", id="options that are none"),
    ],
)  # fmt: skip
def test_a_bad_file_is_refused_by_its_name(
    world: World, folder: str, name: str, text: str, arguments: list[str], said: str
) -> None:
    put_in(world, folder, name, text)
    world.claims(claim("other", "weather", "second"))
    world.write("articles/arden.txt", TEXT)
    refused = run(world, *arguments)
    assert refused.returncode == 2
    assert f"toys/{folder}/{name}.py: " in refused.stderr.replace("\n", "")
    assert said in " ".join(refused.stderr.split())
    assert "bug" not in refused.stderr


MISTAKES = [
    pytest.param("resolved.claim.colour", "resolved.claim.color", 'has no attribute "color"', id="a misspelt field"),
    pytest.param("truth: Truth, as_of: int) -> Known | Unknown:\n    results",
                 "truth: Truth) -> Known | Unknown:\n    as_of = 0\n    results",
                 'Argument 1 to "Attribute" has incompatible type', id="a wrong signature"),
    pytest.param('severity="low"', 'severity="catastrophic"', 'Argument "severity" to "Kind" has incompatible type',
                 id="an unknown severity"),
]  # fmt: skip


@pytest.mark.parametrize("right, wrong, said", MISTAKES)
def test_the_type_checker_names_a_mistake_in_a_kind(tmp_path_factory: Any, right: str, wrong: str, said: str) -> None:
    assert STARTS.count(right) == 1
    folder = tmp_path_factory.mktemp("kind")
    (folder / "starts.py").write_text(STARTS.replace(right, wrong), encoding="utf-8")
    cache = tmp_path_factory.getbasetemp() / "mypy"
    command = [sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(cache), "starts.py"]
    checked = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    errors = [line for line in checked.stdout.splitlines() if "starts.py" in line and ": error: " in line]
    assert checked.returncode == 1, checked.stdout + checked.stderr
    assert len(errors) == 1, errors
    assert said in errors[0]


def module(text: str, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    made = ModuleType("harness.kinds.starts")
    made.__file__ = "harness/kinds/starts.py"
    monkeypatch.setitem(sys.modules, made.__name__, made)
    exec(compile(text, "starts.py", "exec"), made.__dict__)  # no file of the harness: coverage would look for it
    return made


@pytest.mark.parametrize(
    "right, wrong, said",
    [
        pytest.param('severity="low"', 'severity="catastrophic"', "severity 'catastrophic' is none of",
                     id="an unknown severity"),
        pytest.param("    ## What absence proves", "    ## What is proved", "no heading 'What absence proves'",
                     id="a missing section of the manual page"),
        pytest.param("number: PrintedCount |", 'number: Annotated[str, Meta(extra={"role": "numbr"})] |',
                     "field 'number' has the role 'numbr', which nothing reads", id="a wrong role type"),
        pytest.param("        StartsAttribute.NUMBER: Attribute(number),\n", "",
                     "nobody decides the attribute StartsAttribute.NUMBER", id="an attribute that nobody decides"),
        pytest.param('tag="starts"', 'tag="start"', "it holds the kind 'start'", id="another name"),
        pytest.param("KIND = Kind(", "STARTS = Kind(", "it must end with KIND = Kind(...)", id="no KIND"),
        pytest.param(ATTRIBUTES, "    attributes={},\n", "it decides no attribute", id="no attributes"),
        pytest.param("    ## Source\n", "    ## Fields\n\n    None.\n\n    ## Source\n",
                     "the headings of the manual page stand in this order: What it claims, Fields", id="out of order"),
    ],
)  # fmt: skip
def test_the_registry_names_a_mistake_in_a_kind(
    monkeypatch: pytest.MonkeyPatch, right: str, wrong: str, said: str
) -> None:
    assert STARTS.count(right) == 1
    text = STARTS.replace(right, wrong).replace(
        "from enum import StrEnum", "from enum import StrEnum\nfrom typing import Annotated\nfrom msgspec import Meta"
    )
    with pytest.raises(BadModule, match=r"^harness/kinds/starts[.]py: ") as refused:
        checked_kind(module(text, monkeypatch))
    assert said in str(refused.value)


def test_the_skeleton_of_a_kind_is_a_kind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`make kind NAME=starts`: its file is one that the registry takes, and what is there is not written over."""
    for folder in ("harness/kinds", "tests/kinds"):
        (tmp_path / folder).mkdir(parents=True)
    kind, test = write_skeleton("starts", tmp_path)
    assert checked_kind(module(kind.read_text(encoding="utf-8"), monkeypatch)).name == "starts"
    assert '{"kind": "starts"' in test.read_text(encoding="utf-8")
    with pytest.raises(ValueError, match="already exists"):
        write_skeleton("starts", tmp_path)
    with pytest.raises(ValueError, match="name of a kind"):
        write_skeleton("Starts!", tmp_path)


def test_the_toy_itself_is_right(monkeypatch: pytest.MonkeyPatch) -> None:
    assert checked_kind(module(STARTS, monkeypatch)).name == "starts"
