"""The commands, as real processes: what they print, and each exit code that they promise."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from arden import CLAIMS, PACK, RACE, TEXT, World, article, claim
from click.testing import CliRunner
from systems import needs_devices, needs_permissions, unmeasured

from harness.cli.commands import truth

KINDS = Path(__file__).parents[1] / "harness" / "kinds"


def verdicts(report: dict) -> dict[str, str]:
    return {finding["claim"]: finding["verdict"] for finding in report["findings"]}


def test_the_whole_check(world: World) -> None:
    run = world.check("--format", "json")
    report = json.loads(run.stdout)
    assert verdicts(report) == {
        "holt-mark": "refuted",  # 3:30.12, and "3:30.10" has no room for it
        "berg-mark": "supported",
        "holt-won": "supported",
        "by-a-second": "supported",  # 0.88 s
        "holt-age": "supported",
        "berg-mood": "not_checkable",
    }
    assert run.returncode == report["gate"]["exit_code"] == 1
    assert report["gate"]["message"] in run.stderr


def test_the_text_report_ends_with_the_gate_line(world: World) -> None:
    run = world.check()
    lines = run.stdout.splitlines()
    assert lines[0].startswith("REFUTED (1)")
    assert lines[-1] == "gate: failed: 1 claim refuted"
    assert "claims/arden.json:" in run.stdout
    assert "print instead: 3:30.12" in run.stdout
    assert max(map(len, lines)) <= 80
    assert run.returncode == 1


@pytest.mark.parametrize(
    "arguments, code",
    [
        pytest.param(["--fail-on", "never"], 0, id="0: nothing fails"),
        pytest.param(["--ignore", "mark"], 0, id="0: the wrong claim is left out"),
        pytest.param(["--select", "mark"], 1, id="1: only marks, one of them wrong"),
        pytest.param(["--fail-on", "conflict", "--fail-on", "undecided"], 0, id="0: no conflict, nothing open"),
        pytest.param(["--fail-on", "never", "--min-accuracy", "0.9"], 1, id="1: accuracy missed"),
        pytest.param(["--fail-on", "never", "--min-coverage", "1"], 0, id="0: coverage reached"),
        pytest.param(["--select", "other"], 5, id="5: nothing checkable was selected"),
        pytest.param(["--select", "other", "--allow-empty"], 0, id="0: and that is allowed"),
        pytest.param(["--select", "marks"], 2, id="2: no such kind"),
        pytest.param(["--format", "jsn"], 2, id="2: no such format"),
        pytest.param(["--as-of", "2024-02-31"], 2, id="2: no such day"),
        pytest.param(["--frobnicate"], 2, id="2: no such option"),
        pytest.param(["nowhere.json"], 2, id="2: no such file"),
        pytest.param(["--truth", "nowhere"], 2, id="2: no such pack"),
    ],
)
def test_exit_codes_and_the_gate_line_agree(world: World, arguments: list[str], code: int) -> None:
    run = world.check(*arguments)
    assert run.returncode == code, run.stderr
    if run.stdout:
        assert run.stdout.splitlines()[-1].startswith("gate: passed") == (code == 0)


@pytest.mark.parametrize(
    "arguments, hint",
    [
        (["check", "--select", "marks"], "did you mean 'mark'?"),
        (["check", "--format", "jsn"], "did you mean 'json'?"),
        (["explain", "recrod"], "did you mean 'record'?"),
        (["chekc"], "unknown command 'chekc': did you mean 'check'?"),
        (["truth", "lits"], "did you mean 'list'?"),
        (["truth", "show", "kerr"], "did you mean josh-kerr, "),
        (["truth", "show", "Olympics Paris"], "did you mean olympic-games-1900, "),
        (["truth", "show", "josh-kerrr"], "did you mean josh-kerr, "),
        (["truth", "show", "nobody at all"], "see `harness truth list`"),
        (["truth", "list", "results"], "'PART': 'results' is not one of 'athletes'"),
    ],
)
def test_slips_are_met_with_a_hint(world: World, arguments: list[str], hint: str) -> None:
    run = world.run(*arguments)
    assert run.returncode == 2
    assert hint in " ".join(run.stderr.split()) + " "  # long lists are wrapped at whole words
    assert "Traceback" not in run.stderr


def test_an_empty_folder_is_never_green(world: World) -> None:
    (world.root / "empty").mkdir()
    run = world.check("empty", "--fail-on", "never")
    assert run.returncode == 5
    assert "nothing was checked" in run.stdout
    assert world.check("empty", "--allow-empty").returncode == 0


def test_one_bad_file_fails_the_run_and_the_others_are_still_shown(world: World) -> None:
    world.write("claims/broken.json", '{"article": {},\n "claims": [\n')
    run = world.check("--fail-on", "never", "--format", "json")
    report = json.loads(run.stdout)
    assert run.returncode == 2
    assert "berg-mark" in verdicts(report)
    assert {mistake["file"] for mistake in report["mistakes"]} == {"claims/broken.json"}


def test_a_figure_that_nothing_reads_fails_the_run(world: World) -> None:
    world.claims(claim("mark", "odd", "3:30.10", athlete="Holt", mark="three-ish", scope=RACE), *CLAIMS[1:])
    run = world.check("--fail-on", "never", "--format", "json")
    assert run.returncode == 2
    assert verdicts(json.loads(run.stdout))["odd"] == "unreadable"


@needs_permissions
@pytest.mark.skipif(getattr(os, "geteuid", lambda: 1)() == 0, reason="root may read everything")
def test_a_folder_without_permission_is_named(world: World) -> None:
    locked = world.root / "locked"
    locked.mkdir()
    locked.chmod(0)
    try:
        run = world.check("locked")
    finally:
        locked.chmod(stat.S_IRWXU)
    assert run.returncode == 2
    assert "locked" in run.stdout + run.stderr


def test_output_goes_to_the_file_and_the_gate_line_to_stderr(world: World) -> None:
    run = world.check("--output", "report.txt")
    assert run.stdout == ""
    assert (world.root / "report.txt").read_text().splitlines()[-1] == run.stderr.strip()


@pytest.mark.parametrize(
    "output", ["claims", "nowhere/report.txt", pytest.param("/dev/full/report.txt", marks=needs_devices)]
)
def test_an_output_that_cannot_be_written_is_named(world: World, output: str) -> None:
    run = world.check("--output", output)
    assert run.returncode == 2
    assert output.split("/")[-1] in run.stderr
    assert "Traceback" not in run.stderr


def test_the_pack_is_linted_before_it_is_trusted(world: World) -> None:
    bad = json.loads(json.dumps(PACK))
    bad["races"][0]["results"][1]["athlete"] = "nobody"
    world.write("truth/pack.json", bad)
    run = world.check()
    assert run.returncode == 2
    assert "nobody" in run.stderr
    assert world.run("truth", "lint", "truth").returncode == 2


def test_lint_of_a_good_pack(world: World) -> None:
    run = world.run("truth", "lint", "truth")
    assert (run.returncode, run.stderr) == (0, "")


def test_why_shows_the_derivation(world: World) -> None:
    run = world.run("why", "arden", "by-a-second", "--truth", "truth")
    assert run.returncode == 0, run.stderr
    for part in ("Peter Holt", "3:31.00", "3:30.12", "The Arden results book (https://arden.example)"):
        assert part in run.stdout


def test_why_of_a_claim_that_is_not_there(world: World) -> None:
    run = world.run("why", "arden", "holt-makr", "--truth", "truth")
    assert run.returncode == 2
    assert "did you mean 'holt-mark'?" in run.stderr


def test_every_kind_has_its_manual_page(world: World) -> None:
    lines = world.run("kinds").stdout.splitlines()
    assert max(map(len, lines)) <= 80
    names = [line.split()[0] for line in lines if not line.startswith(" ")]
    assert names == sorted(path.stem for path in KINDS.glob("[a-z]*.py"))
    for name in names:
        page = world.run("explain", name).stdout
        assert page.startswith(name)
        assert f'"kind": "{name}"' in page, "the page has no example"
        prose = [line for line in page.splitlines() if not line.startswith("    {") and '": ' not in line]
        assert max(map(len, prose)) <= 80


def test_a_manual_page_ends_with_the_fields_in_words(world: World) -> None:
    page = world.run("explain", "mark").stdout
    _, fields = page.split("\nfields\n")
    in_words = " ".join(fields.split())
    assert 'athlete whose mark it is; for example "Kerr" mark the mark:' in in_words
    assert 'a mark as printed: 3:29.05, three minutes, 35.83, 8.95m; for example "3:29.05"' in in_words
    assert "(may be left out)" in fields
    assert fields.endswith("""
Every claim has kind, id, text, quote, start, end, and may have as_of, hedge,
attributed_to, reading, lenient, repeats, compound, gold_verdict, inferred
(docs/annotation.md).
""")
    assert "no fields of its own" in world.run("explain", "other").stdout


def test_a_dash_is_the_standard_input(world: World) -> None:
    raw = (world.root / "claims" / "arden.json").read_bytes()
    for command, code, said in (("check", 1, b"/dev/stdin:"), ("validate", 0, b"1 file, 6 claims: no mistakes")):
        truth = ["--truth", "truth"] if command == "check" else []
        line = [sys.executable, "-m", "harness", command, "-", *truth]
        run = subprocess.run(line, input=raw, cwd=world.root, capture_output=True, check=False)
        assert run.returncode == code, run.stderr
        assert (b"warning: /dev/stdin:" in run.stderr) is (command == "validate")  # the age is not what is printed
        assert said in run.stdout


# What takes no --truth, and what tells it which pack is meant.
WITHOUT_TRUTH = {("diff",): "its two packs are its arguments", ("new", "pack"): "the folder to make is its argument"}


def truth_commands() -> list[tuple[str, ...]]:
    folder = Path(truth.__file__).parent
    files = [path.relative_to(folder).with_suffix("") for path in folder.rglob("[a-z]*.py")]
    return sorted(tuple(part.replace("_", "-") for part in path.parts) for path in files)


@pytest.mark.parametrize("words", truth_commands(), ids=" ".join)
def test_every_command_on_a_pack_takes_it_by_the_same_option_and_fits_a_terminal(words: tuple[str, ...]) -> None:
    page = CliRunner().invoke(truth.command, [*words, "--help"], terminal_width=80).output
    assert ("  --truth PATH " in page) == (words not in WITHOUT_TRUTH)
    assert max(map(len, page.splitlines())) <= 80


@pytest.mark.parametrize("group", [[], ["truth"], ["truth", "new"], ["bench"], ["baseline"]], ids=str)
def test_what_a_command_does_is_never_cut_off(world: World, group: list[str]) -> None:
    page = world.run(*group, "--help").stdout
    assert "..." not in page.partition("Commands:")[2]
    assert max(map(len, page.splitlines())) <= 80


@pytest.mark.parametrize("what", ["claims", "truth", "report"])
def test_schemas_are_printed(world: World, what: str) -> None:
    assert json.loads(world.run("schema", what).stdout)["$schema"].endswith("2020-12/schema")


def test_the_json_report_keeps_to_its_schema(world: World) -> None:
    import jsonschema

    schema = json.loads(world.run("schema", "report").stdout)
    jsonschema.Draft202012Validator(schema).validate(world.report())


@pytest.mark.parametrize(
    "arguments, expected",
    [
        (["list", "athletes"], "anders-berg"),
        (["list", "completeness"], "every medal of the Arden Games"),
        (["show", "Peter Holt"], "3:30.12"),
        (["show", "arden-games-2024"], "Arden Park"),
    ],
)
def test_looking_into_a_pack(world: World, arguments: list[str], expected: str) -> None:
    run = world.run("truth", *arguments, "--truth", "truth")
    assert run.returncode == 0, run.stderr
    assert expected in run.stdout


def test_gaps_name_the_missing_fact(world: World) -> None:
    heat = {**RACE, "round": "heat 1"}
    world.claims(
        claim("mark", "heat-mark", "3:31.00", athlete="Berg", mark="3:31.00", scope=heat),
        claim("place", "heat-place", "Berg", athlete="Berg", place=2, scope=heat),
    )
    run = world.run("truth", "gaps", "--truth", "truth")
    assert run.returncode == 0, run.stderr
    assert run.stdout.lstrip().startswith("2 ")
    assert "Anders Berg" in run.stdout.splitlines()[0]


def test_validate_holds_quotes_against_the_text(world: World) -> None:
    texts = world.root / "texts"
    texts.mkdir()
    (texts / "a.txt").write_text(TEXT, encoding="utf-8")
    assert world.run("validate", "claims", "--articles", "texts").returncode == 0
    (texts / "a.txt").write_text(TEXT.replace("Holt", "Hold"), encoding="utf-8")
    run = world.run("validate", "claims", "--articles", "texts")
    assert run.returncode == 2
    assert "sha256" in run.stderr


@pytest.mark.parametrize(
    "arguments, code, words",
    [
        pytest.param("--articles texts --min-figures-read 0.8", 0, "gate: passed", id="0: just reached"),
        pytest.param("--articles texts --min-figures-read 0.81", 1, "4 of 5 figures read (80.0%), under 81.0%", id="1"),
        pytest.param("--articles texts --min-figures-read 1 --jobs 2", 1, "4 of 5 figures", id="1: by two processes"),
        pytest.param("--articles other --min-figures-read 0", 1, "1 article without a text", id="1: without its text"),
        pytest.param("--min-figures-read 0.5", 2, "needs --articles FOLDER", id="2: no texts"),
        pytest.param("--articles texts --min-figures-read 2", 2, "not in the range", id="2: no share"),
        pytest.param("--articles texts --min-figures-read nan", 2, "not a number from 0 to 1", id="2: not a number"),
        pytest.param(
            "--articles texts --min-figures-read 0 --select mark", 2, "leave out --select", id="2: of one kind"
        ),
    ],
)
def test_the_share_of_figures_read(world: World, arguments: str, code: int, words: str) -> None:
    for folder, text in (("texts", TEXT), ("other", TEXT.replace("Holt", "Hold"))):
        (world.root / folder).mkdir()
        (world.root / folder / "arden.txt").write_text(text, encoding="utf-8")
    run = world.check("--fail-on", "never", *arguments.split())
    assert run.returncode == code, run.stderr
    assert words in " ".join((run.stdout + run.stderr).split())


def test_a_text_report_beside_the_texts_says_the_share_of_figures_read(world: World) -> None:
    (world.root / "texts").mkdir()
    (world.root / "texts" / "arden.txt").write_text(TEXT, encoding="utf-8")
    assert "\n  4 of 5 figures read (80.0%)\n" in world.check("--articles", "texts").stdout
    assert "figures read" not in world.check("--articles", "texts", "--select", "mark").stdout
    assert "figures read" not in world.check().stdout


def test_validate_of_nothing(world: World) -> None:
    (world.root / "empty").mkdir()
    assert world.run("validate", "empty").returncode == 5


def test_as_of_an_earlier_day_nothing_has_happened_yet(world: World) -> None:
    report = world.report("--as-of", "2024-06-01")
    assert verdicts(report)["berg-mark"] == "not_enough_info"


def test_as_of_a_later_day_says_since_when_a_claim_is_stale(world: World) -> None:
    """Holt, born on 1 June 1998, turned 27 on 1 June 2025; a claim with a day of its own does not move."""
    world.claims(
        claim("bio", "age", "25", athlete="Peter Holt", age=26),
        claim("bio", "age-then", "He", athlete="Peter Holt", age=26, as_of="3 June 2024"),
    )
    report = world.report("--as-of", "2025-12-31", "--fail-on", "never")
    stale, fixed = report["findings"]
    assert (stale["verdict"], fixed["verdict"]) == ("refuted", "supported")
    assert "stale" in stale["notes"]
    assert "no longer since 1 June 2025" in stale["message"]
    assert report["conflicts"] == []


def test_as_of_a_later_day_articles_still_say_what_they_said_on_their_own(world: World) -> None:
    """Holt was 26 in the one article and 27 in the other, of a year later: they do not contradict each other."""
    world.claims(claim("bio", "age", "25", athlete="Peter Holt", age=26))
    a_year_on = {**article("later"), "published": "2025-06-03"}
    world.write(
        "claims/later.json",
        {"article": a_year_on, "claims": [claim("bio", "age", "25", athlete="Peter Holt", age=27)]},
    )
    report = world.report("--as-of", "2025-12-31", "--fail-on", "never")
    assert [finding["verdict"] for finding in report["findings"]] == ["refuted", "supported"]
    assert report["conflicts"] == []


def test_what_has_not_begun_is_not_refuted(world: World) -> None:
    world.claims(
        claim("head_to_head", "wins", "won", athlete="Holt", opponent="Berg", wins=1, scope=RACE),
        claim("venue", "arena", "Arden", place="Arden Park", scope=RACE),
        # All medals of these Games are known, and there are none yet: that refutes nothing.
        claim("medal_count", "gold", "first gold", nation="GB", medal="gold", count=1, scope=RACE),
    )
    found = verdicts(world.report("--as-of", "2024-05-01", "--fail-on", "never"))
    assert found == {"wins": "not_enough_info", "arena": "supported", "gold": "not_enough_info"}


@pytest.mark.parametrize(
    "claims, suggestions",
    [
        pytest.param(
            [claim("mark", "m", "3:30.10", athlete="Holt", mark="3:30.10", scope=RACE)], ["3:30.12"], id="exact"
        ),
        # A misprint is supported, and what it should have been is still to be printed.
        pytest.param(
            [claim("mark", "m", "3:30.10", athlete="Holt", mark="3:30:12", scope=RACE)], ["3:30.12"], id="slip"
        ),
        pytest.param([claim("mark", "m", "3:30.10", athlete="Holt", mark="3:30.12", scope=RACE)], [""], id="right"),
        # "at least 1" is no figure to print instead of 0.
        pytest.param(
            [claim("count", "c", "first", athlete="Holt", of="wins", count=0, scope={"event": "1500m"})],
            [""],
            id="open",
        ),
    ],
)
def test_suggestions_are_figures_to_print(world: World, claims: list[dict], suggestions: list[str]) -> None:
    world.claims(*claims, CLAIMS[1])
    assert [one["suggestion"] for one in world.report()["findings"]][:-1] == suggestions


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys; sys.argv = ['harness', '--help']\n"
        "from harness.cli.main import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "heavy = {'pandas', 'numpy', 'scipy', 'rich', 'jsonschema', 'rapidfuzz', 'msgspec'}\n"
        "heavy |= {'tomllib', 'difflib', 'socket', 'subprocess', 'hashlib', 'json', 'harness.cli.config'}\n"
        "heavy &= set(sys.modules)\n"
        "assert not heavy, heavy"
    )
    run = subprocess.run([sys.executable, "-c", code], env=unmeasured(), capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    assert "Exit codes" in run.stdout


def test_a_check_of_a_few_articles_imports_no_more_than_it_needs(world: World) -> None:
    code = (
        "import sys; sys.argv = ['harness', 'check', 'claims', '--truth', 'truth', '--fail-on', 'never']\n"
        "from harness.cli.main import main\n"
        "try: main()\n"
        "except SystemExit as end: assert end.code == 0\n"
        "heavy = {'pandas', 'numpy', 'scipy', 'jsonschema', 'jinja2', 'importlib.metadata'}\n"
        "heavy |= {'difflib', 'secrets', 'pickle'}\n"
        "heavy &= set(sys.modules)\n"
        "assert not heavy, heavy"
    )
    command = [sys.executable, "-c", code]
    run = subprocess.run(command, cwd=world.root, env=unmeasured(), capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    assert "gate: passed" in run.stdout


def test_same_inputs_same_bytes(world: World) -> None:
    def run(seed: str, zone: str, locale: str) -> str:
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale}
        command = [sys.executable, "-m", "harness", "check", "--truth", "truth", "--format", "json"]
        return subprocess.run(
            command, cwd=world.root, capture_output=True, text=True, env=environment, check=False
        ).stdout

    assert run("1", "UTC", "C") == run("2", "Asia/Tokyo", "C.UTF-8") != ""


def test_two_files_of_one_article_are_a_mistake(world: World) -> None:
    world.write("claims/again.json", {"article": article("arden"), "claims": CLAIMS[1:2]})
    run = world.check()
    assert run.returncode == 2
    assert "arden" in run.stdout


@pytest.mark.parametrize(
    "happens, code, said",
    [
        pytest.param("1 / 0", 3, "bug in the harness", id="a bug"),
        pytest.param("(_ for _ in ()).throw(KeyboardInterrupt)", 130, "interrupted", id="Ctrl-C"),
    ],
)
def test_a_bug_and_an_interruption(world: World, happens: str, code: int, said: str) -> None:
    program = (
        "import harness.checking.load, harness.cli.main, sys\n"
        f"harness.checking.load.shipped_truth = lambda: {happens}\n"
        "sys.argv = ['harness', 'check', '--output', 'report.txt']\n"
        "harness.cli.main.main()"
    )
    (world.root / "report.txt").write_text("old")
    run = subprocess.run([sys.executable, "-c", program], cwd=world.root, capture_output=True, text=True, check=False)
    assert run.returncode == code
    assert said in run.stderr
    assert (world.root / "report.txt").read_text() == "old"
    assert sorted(path.name for path in world.root.iterdir()) == ["claims", "report.txt", "truth"]
