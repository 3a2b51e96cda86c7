"""harness.toml and [tool.harness]: found upwards from the paths, shown by `harness config`, refused where wrong."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from arden import CLAIMS, RACE, TEXT, World, claim
from systems import needs_links

WRONG = claim("mark", "holt-mark", "3:30.10", athlete="Holt", mark="3:30.10", scope=RACE)
RIGHT = claim("mark", "berg-mark", "3:31.00", athlete="Berg", mark="3:31.00", scope=RACE)


def run(world: World, *arguments: str, folder: str = ".") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-W", "error", "-m", "harness", *arguments]
    return subprocess.run(command, cwd=world.root / folder, capture_output=True, text=True, check=False)


@pytest.fixture
def kept(world: World) -> World:
    (world.root / ".git").mkdir()
    world.claims(WRONG)
    return world


SETTINGS = 'truth = "truth"\n[check]\nformat = "json"\nfail-on = ["never"]\n'


@pytest.mark.parametrize("name", ["harness.toml", "pyproject.toml"])
@pytest.mark.parametrize("folder", [".", "claims", "claims/deep"])
def test_it_is_found_upwards_and_its_paths_count_from_it(kept: World, name: str, folder: str) -> None:
    text = SETTINGS if name == "harness.toml" else "[tool.other]\n[tool.harness]\n" + SETTINGS.replace(
        "[check]", "[tool.harness.check]"
    )  # fmt: skip
    kept.write(name, text + 'paths = ["claims"]\n')
    (kept.root / folder).mkdir(exist_ok=True)
    checked = run(kept, "check", folder=folder)
    assert checked.returncode == 0, checked.stderr
    assert json.loads(checked.stdout)["counts"]["refuted"] == 1
    assert "truth: " in json.loads(checked.stdout)["signature"]


def test_what_is_typed_wins(kept: World) -> None:
    kept.write("harness.toml", SETTINGS)
    checked = run(kept, "check", "claims", "--fail-on", "refuted", "--format", "concise")
    assert checked.returncode == 1
    assert "refuted" in checked.stdout.splitlines()[0]


def test_the_share_of_figures_read_may_be_demanded_there(kept: World) -> None:
    (kept.root / "texts").mkdir()
    (kept.root / "texts" / "arden.txt").write_text(TEXT, encoding="utf-8")
    kept.write("harness.toml", SETTINGS + 'articles = "texts"\nmin-figures-read = 0.9\n')
    checked = run(kept, "check", "claims")
    assert checked.returncode == 1
    assert "figures read" in checked.stderr
    assert ["min-figures-read", "0.9", "harness.toml"] in [
        line.split() for line in run(kept, "config", "claims").stdout.splitlines()
    ]


def test_config_shows_what_holds_and_from_where(kept: World) -> None:
    kept.write("harness.toml", SETTINGS)
    shown = run(kept, "config", "claims").stdout
    lines = [line.split() for line in shown.splitlines()]
    assert shown.startswith("configuration: harness.toml\n")
    assert ["fail-on", "never", "harness.toml"] in lines
    assert ["truth", "truth", "harness.toml"] in lines
    assert ["allow-empty", "false", "default"] in lines
    assert "[extract]" in shown
    assert run(kept, "config", folder="truth").stdout.splitlines()[0] == "configuration: ../harness.toml"
    (kept.root / "harness.toml").unlink()
    assert "none" in run(kept, "config").stdout.splitlines()[0]


def test_config_tells_of_roots_and_keeps_its_columns(kept: World) -> None:
    longest = "a-folder-with-a-name-that-is-longer-than-the-column-for-values"
    kept.write(
        "harness.toml",
        f"""
[check]
min-figures-read = 0.9
report = ["json=out/{longest}.json", "sarif=out/{longest}.sarif"]
[[roots]]
paths = ["claims"]
truth = "truth"
fail-on = ["never"]
""",
    )
    shown = run(kept, "config").stdout
    lines = shown.splitlines()
    assert all(len(line) <= 80 or longest in line for line in lines), shown
    roots = [line.split() for line in shown.partition("[[roots]] 1\n")[2].splitlines()]
    assert roots == [[key, value, "harness.toml"] for key, value in
                     (("paths", "claims"), ("truth", "truth"), ("fail-on", "never"))]  # fmt: skip
    at = " " * 19  # where the values begin
    assert all(line.startswith(at) or (line[2:18].strip() and line[18] == " ") for line in lines if line[:2] == "  ")
    rows = [line.strip() for line in lines]
    assert rows[rows.index(f"sarif=out/{longest}.sarif") + 1] == "harness.toml"


def test_config_says_what_holds_where_nothing_is_set(kept: World) -> None:
    lines = run(kept, "config").stdout.splitlines()
    assert "  fail-on          refuted                          default" in lines
    assert "  truth            the shipped pack                 default" in lines
    assert "  paths            claims                           default" in lines
    assert "  min-figures-read -                                default" in lines


@pytest.mark.parametrize("written", ["2024-08-10", "'2024-08-10'", "2024"])
def test_a_day_may_be_written_as_toml_writes_it(kept: World, written: str) -> None:
    kept.write("harness.toml", f"{SETTINGS}as-of = {written}\n")
    checked = run(kept, "check", "claims")
    assert checked.returncode == 0, checked.stderr
    assert f"as-of: {written.strip(chr(39)) if '-' in written else '2024-12-31'}" in checked.stdout


def test_above_the_repository_nothing_is_looked_for(kept: World) -> None:
    inner = kept.root / "inner"
    shutil.copytree(kept.root / "claims", inner / "claims")
    (inner / ".git").mkdir()
    kept.write("harness.toml", SETTINGS)
    assert "none" in run(kept, "config", folder="inner").stdout


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[check]\nfail_on = 'new'", "[check]: unknown key 'fail_on': did you mean 'fail-on'?"),
        ("trruth = 'truth'", "unknown key 'trruth': did you mean 'truth'?"),
        ("[chekc]\nformat = 'text'", "unknown key 'chekc': did you mean 'check'?"),
        ("[check]\nformat = ['text', 'json']", "format takes one value, not a list"),
        ("[check]\nallow-empty = 'yes'", "allow-empty must be true or false"),
        ("[check]\nmin-accuracy = {a = 1}", "min-accuracy must be a text, a number or a day"),
        ("[check]\nas-of = 2024-08-10T07:00:00", "as-of must be a text, a number or a day"),
        ("[check]\nas-of = 2024-02-30", "harness.toml: "),
        ("[check]\nformat = 2024-08-10", "unknown format '2024-08-10'"),
        ("[check]\nfail-on = 'refutd'", "'refutd' is not one of"),
        ("[check]\nmin-accuracy = 7", "harness.toml"),
        ("truth = '../elsewhere'", "../elsewhere is outside the repository"),
        ("truth = '/etc'", "/etc is outside the repository"),
        ("[check]\npaths = ['claims', '../../x']", "../../x is outside the repository"),
        ("truth = 'tru", "harness.toml: "),
        ("a = " + "[" * 4000, "harness.toml: "),
        ("[[roots]]\npaths = ['a']\n[[roots]]\npaths = ['a/b']", "[[roots]] 2 and 1 claim the same files: a/b and a"),
        ("[[roots]]\ntruth = 'truth'", "a root needs its paths"),
        ("[[roots]]\npaths = []", "[[roots]] 1: paths is empty: say what it is, or leave it out"),
        ("[check]\npaths = []", "[check]: paths is empty"),
        ("truth = ''", "truth is empty"),
        ("[check]\npaths = ['']", "[check]: paths is empty"),
        ("check = 3", "check must be a table"),
        ("roots = 'a'", "roots must be a list of tables"),
        ("[check]\nreport = ['json=../../out.json']", "report: ../../out.json is outside the repository"),
        ("[check]\nwatch = true", "unknown key 'watch'"),
        ("[check]\nfail_on = 'new'\nformatt = 'text'", "did you mean 'format'?"),
        # The desk's options are looked at whatever command runs, and so are those of all others.
        ("[desk]\nprot = 8000", "[desk]: unknown key 'prot': did you mean 'port'?"),
        ("[desk]\nport = 99999", "[desk]: port: 99999 is not in the range"),
        ("[desk]\nport = 'any'", "[desk]: port: 'any' is not a valid integer"),
        ("[desk]\nno-browser = 1", "no-browser must be true or false"),
        ("[desk]\nfolder = '../desk'", "../desk is outside the repository"),
        ("[extract]\njobs = 0", "[extract]: jobs: 0 is not in the range"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_written(kept: World, text: str, said: str) -> None:
    kept.write("harness.toml", text)
    checked = run(kept, "check", "claims", "--output", "report.txt")
    assert checked.returncode == 2
    assert said in " ".join(checked.stderr.split())
    assert "Traceback" not in checked.stderr
    assert not (kept.root / "report.txt").exists()


def test_the_desk_takes_what_is_configured(kept: World) -> None:
    """Its folder counts from the file; a port that cannot be had is said before the desk is opened."""
    kept.write("harness.toml", 'truth = "truth"\n[desk]\nfolder = "drafts"\nhost = "203.0.113.7"\nno-browser = true\n')
    (kept.root / "deep").mkdir()
    refused = run(kept, "desk", folder="deep")
    assert refused.returncode == 2
    assert "203.0.113.7, port 0" in refused.stderr
    assert (kept.root / "drafts").is_dir()
    shown = [line.split() for line in run(kept, "config").stdout.splitlines()]
    assert ["folder", "drafts", "harness.toml"] in shown
    assert ["host", "203.0.113.7", "harness.toml"] in shown


def test_two_configurations_in_one_folder_or_for_one_run_are_refused(kept: World) -> None:
    kept.write("harness.toml", SETTINGS)
    kept.write("other/harness.toml", "")
    kept.write("other/claims.json", (kept.root / "claims/arden.json").read_text(encoding="utf-8"))
    several = run(kept, "check", "claims", "other/claims.json")
    assert several.returncode == 2
    assert "different configurations" in several.stderr
    kept.write("pyproject.toml", "[tool.harness]\n")
    both = run(kept, "check", "claims")
    assert both.returncode == 2
    assert "two configurations" in both.stderr


def test_a_broken_pyproject_of_others_is_not_ours(kept: World) -> None:
    kept.write("pyproject.toml", "[tool.other\n")
    assert run(kept, "check", "--truth", "truth", "claims").returncode == 1


def test_roots_have_a_ground_truth_each(kept: World) -> None:
    """One holds, the other does not: its ground truth has another mark."""
    pack = json.loads((kept.root / "truth/pack.json").read_text(encoding="utf-8"))
    pack["races"][0]["results"][0]["mark"] = "3:30.10"
    kept.write("right/truth/pack.json", pack)
    shutil.copytree(kept.root / "claims", kept.root / "right/claims")
    roots = "".join(f'[[roots]]\npaths = ["{folder}claims"]\ntruth = "{folder}truth"\n' for folder in ("", "right/"))
    kept.write("harness.toml", roots)
    both = run(kept, "check", "--format", "concise")
    assert both.returncode == 1
    assert both.stderr.count("== ") == 2
    assert both.stdout.count("signature: ") == 2
    assert run(kept, "check", "right/claims").returncode == 0
    assert run(kept, "check", "claims").returncode == 1
    assert "different roots" in run(kept, "check", "claims", "right/claims").stderr
    assert "several roots" in run(kept, "check", "--output", "x.txt").stderr
    assert not (kept.root / "x.txt").exists()
    assert "name the paths of the one to watch" in run(kept, "check", "--watch").stderr
    above = run(kept, "check", ".")
    assert (above.returncode, "holds roots that have a ground truth of their own" in above.stderr) == (2, True)
    for folder, code in (("claims", 1), ("right/claims", 0)):
        command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-q", "--claims", folder, folder]
        done = subprocess.run(command, cwd=kept.root, capture_output=True, text=True, check=False)
        assert done.returncode == code, done.stdout + done.stderr


def test_pytest_reads_it_and_leaves_no_folder_out(kept: World) -> None:
    kept.write("harness.toml", 'truth = "truth"\n')
    kept.claims(RIGHT, *CLAIMS[2:3])
    (kept.root / "all/build").mkdir(parents=True)
    shutil.move(kept.root / "claims", kept.root / "all/build/claims")
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-q", "--claims", "all"]
    done = subprocess.run(command, cwd=kept.root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "2 passed" in done.stdout
    kept.write("harness.toml", 'trut = "truth"\n')
    done = subprocess.run(command, cwd=kept.root, capture_output=True, text=True, check=False)
    assert done.returncode == 4
    assert "did you mean 'truth'?" in done.stdout + done.stderr


@pytest.mark.parametrize(
    "make, said",
    [
        pytest.param(lambda file: file.mkdir(), "harness.toml is no file", id="a folder"),
        pytest.param(
            lambda file: file.symlink_to("nowhere.toml"), "harness.toml is no file", id="a link", marks=needs_links
        ),
        pytest.param(lambda file: file.write_bytes(b"a = '\xff'"), "not UTF-8 at byte 5", id="another encoding"),
        pytest.param(
            lambda file: file.write_bytes(b"\xef\xbb\xbftruth = 'x'"), "byte order mark: save it", id="a mark"
        ),
    ],
)
def test_what_is_called_so_is_never_passed_over(kept: World, make: Callable[[Path], None], said: str) -> None:
    """A gate that it holds would be gone in silence."""
    make(kept.root / "harness.toml")
    checked = run(kept, "check", "claims", "--truth", "truth")
    assert (checked.returncode, checked.stdout) == (2, "")
    assert said in checked.stderr


def test_help_reads_no_configuration(kept: World) -> None:
    kept.write("harness.toml", "nonsense = 1")
    assert run(kept, "check", "--help").returncode == 0
    assert Path(kept.root, "harness.toml").exists()
